//! `ocop`: the one program of the OCOP network. What it does stands in `server::commands`; here it gets the page.

mod site;

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    server::commands::main(site::file)
}
