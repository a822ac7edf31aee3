//! The server's program `ocop`: built, given its database, started.

use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;

/// How the server is built.
#[derive(Clone, Copy)]
pub(crate) enum Profile {
    /// Quick to build, reads the page from the disk. Built with the features of the whole workspace, like its tests.
    Development,
    /// What `cargo xtask run` serves.
    Release,
    /// What is shipped and measured: slower to build, as fast as it gets.
    Ship,
}

/// Builds the program and returns where it lies.
pub(crate) fn build(profile: Profile) -> Result<PathBuf> {
    let mut cargo = process::cargo();
    let folder = match profile {
        Profile::Development => {
            cargo.args([
                "build",
                "--workspace",
                "--exclude",
                "frontend",
                "--exclude",
                "xtask",
                "--bin",
                "ocop",
            ]);
            "debug"
        }
        Profile::Release => {
            cargo.args(["build", "--package", "server", "--bin", "ocop", "--release"]);
            "release"
        }
        Profile::Ship => {
            cargo.args(["build", "--package", "server", "--bin", "ocop", "--profile", "ship"]);
            "ship"
        }
    };
    process::run(&mut cargo)?;
    Ok(process::target_folder()?.join(folder).join("ocop"))
}

/// Brings the database up to date and loads what is not there yet: both do nothing the second time.
pub(crate) fn prepare(program: &PathBuf) -> Result<()> {
    process::run(Command::new(program).arg("migrate")).context("the database could not be prepared")?;
    process::run(Command::new(program).args(["seed", "--demo"])).context("the data could not be loaded")
}

/// Builds, prepares and becomes the server, so that a signal reaches it directly.
pub(crate) fn run() -> Result<()> {
    println!("Building the server");
    let program = build(Profile::Release)?;
    prepare(&program)?;
    let error = Command::new(&program).arg("serve").exec();
    Err(error).with_context(|| format!("cannot start {}", program.display()))
}
