//! Gives the contract of the API to cynic, so that a query that doesn't fit it doesn't compile.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    if std::env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
        // The program is split afterwards, for which it must be known what refers to what.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    cynic_codegen::register_schema("ocop").from_sdl_file("../shared/schema.graphql")?.as_default()?;
    Ok(())
}
