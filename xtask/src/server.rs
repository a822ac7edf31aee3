//! The server's program `ocop`: built, given its database, started.

use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::page::{self, Mode};
use crate::process::{self, Background};

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

impl Profile {
    fn name(self) -> &'static str {
        match self {
            Profile::Development => "dev",
            Profile::Release => "release",
            Profile::Ship => "ship",
        }
    }
}

/// What the program is made of. The selection is always the same, because another one means other features of the
/// dependencies, and so another build of them.
const PROGRAM: [&str; 5] = ["build", "--package", "server", "--package", "ocop"];

/// Builds the page and the program that holds it. Most of the server is compiled while the page is, for neither keeps
/// two processors busy alone; only the program itself waits for the page.
pub(crate) fn build_with_page(profile: Profile) -> Result<PathBuf> {
    let mut beside = None;
    if !page::is_current(Mode::Release)? {
        println!("Compiling the server's libraries meanwhile");
        let mut cargo = process::cargo();
        beside = Some(Background::start(cargo.args(PROGRAM).args([
            "--quiet",
            "--lib",
            "--profile",
            profile.name(),
        ]))?);
    }
    page::build(Mode::Release)?;
    println!("Building the server");
    if let Some(beside) = beside {
        beside.finish().context("the server's libraries could not be compiled")?;
    }
    build(profile)
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
        Profile::Release | Profile::Ship => {
            cargo.args(PROGRAM).args(["--bin", "ocop", "--profile", profile.name()]);
            profile.name()
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
    let program = build_with_page(Profile::Release)?;
    prepare(&program)?;
    let error = Command::new(&program).arg("serve").exec();
    Err(error).with_context(|| format!("cannot start {}", program.display()))
}
