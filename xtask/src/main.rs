//! The commands of this project: `cargo xtask <command>`.
//!
//! | command | what it does |
//! |---|---|
//! | `run` | builds page and server, prepares the database, serves the site; a second run rebuilds nothing |
//! | `dev` | the same without optimisation; watches the sources, rebuilds, restarts, reloads the browser |
//! | `page` | only the page: `target/site`, which the server embeds |
//! | `test` | everything that must pass before a change lands; `--list` names the steps, `--only` picks some |
//! | `tidy` | only the checks on the files of the repository |
//! | `bench` | measures search, matches, rounds and timetables and writes `docs/BENCH.md`; `--only` picks one |
//!
//! What a command misses on this machine (WASM target, npm packages, Chromium, PostgreSQL, wrk, a C++ compiler) it installs where it
//! may, and otherwise names together with the command that installs it. The environment is passed on to the server
//! and to the tests, so `OCOP_LISTEN`, `OCOP_DATA_DIR`, `DATABASE_URL` and `TEST_POSTGRES_URL` work here too; relative
//! paths in them count from the root of the repository.
//!
//! Native code is built in Cargo's own target folder, the page in `target/page`, so neither waits for the other.

mod bench;
mod browser;
mod debian_std;
mod dev;
mod geography;
mod node;
mod page;
mod postgres;
mod process;
mod server;
mod system;
mod test;
mod tidy;
mod wasm_target;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};

use crate::page::Mode;

/// Build, run, test and measure the OCOP network.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build everything, load the reference data and the demo, serve the site
    Run,
    /// Serve a development build; rebuild and reload on every change
    Dev,
    /// Build the page into target/site
    Page,
    /// Run everything that must pass before a change lands
    Test(test::Options),
    /// Check the files of the repository
    Tidy,
    /// Measure search, matches, rounds and timetables and write docs/BENCH.md
    Bench(bench::Options),
}

fn main() -> ExitCode {
    match perform(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(command: Command) -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask has no parent folder")?;
    std::env::set_current_dir(root).with_context(|| format!("cannot enter {}", root.display()))?;

    match command {
        Command::Run => server::run(),
        Command::Dev => dev::watch(),
        Command::Page => page::build(Mode::Release),
        Command::Test(options) => test::run(&options),
        Command::Tidy => tidy::check(),
        Command::Bench(options) => bench::run(&options),
    }
}
