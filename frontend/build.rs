//! Gives the contract of the API to cynic, so that a query that doesn't fit it doesn't compile.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    cynic_codegen::register_schema("ocop").from_sdl_file("../shared/schema.graphql")?.as_default()?;
    Ok(())
}
