//! Other programs: start one, demand that it succeeds, read what it says, end it when its owner goes.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

/// The compiler with lints, once what is compiled is to be linted.
static LINTING: OnceLock<PathBuf> = OnceLock::new();

/// The Cargo that runs us.
pub(crate) fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    if let Some(compiler) = LINTING.get() {
        // What `cargo clippy` sets, too. Cargo keeps what was compiled so apart from what was compiled without.
        cargo.env("RUSTC_WORKSPACE_WRAPPER", compiler);
        cargo.env("CLIPPY_ARGS", "-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__");
    }
    cargo
}

/// From now on our own crates are linted as they are compiled, and a warning fails. `cargo clippy` would go through all
/// dependencies once more, only to know their types.
pub(crate) fn lint_what_is_compiled() -> Result<()> {
    let sysroot = read(Command::new("rustc").args(["--print", "sysroot"]))?;
    let compiler = Path::new(sysroot.trim()).join("bin/clippy-driver");
    ensure!(compiler.is_file(), "the component clippy is missing; `rustup component add clippy` gets it");
    // Set once before, it is the same.
    let _ = LINTING.set(compiler);
    Ok(())
}

/// What Cargo knows of the workspace, without dependencies.
pub(crate) fn metadata() -> Result<serde_json::Value> {
    let answer = read(cargo().args(["metadata", "--no-deps", "--format-version", "1"]))?;
    Ok(serde_json::from_str(&answer)?)
}

/// Where Cargo puts native builds; `CARGO_TARGET_DIR` and Cargo's configuration may move it.
pub(crate) fn target_folder() -> Result<PathBuf> {
    let metadata = metadata()?;
    Ok(metadata["target_directory"].as_str().context("cargo metadata names no target directory")?.into())
}

/// Runs a command in the foreground and fails when it fails.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start `{}`", shown(command)))?;
    ensure!(status.success(), "`{}` failed ({status})", shown(command));
    Ok(())
}

/// Runs a command and returns what it wrote to standard output.
pub(crate) fn read(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::piped())
        .output()
        .with_context(|| format!("cannot start `{}`", shown(command)))?;
    let complaint = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "`{}` failed: {}", shown(command), complaint.trim());
    Ok(String::from_utf8(output.stdout)?)
}

/// Runs a command for at most `limit`; `false` when it failed, could not start or took too long.
pub(crate) fn succeeds_within(command: &mut Command, limit: Duration) -> bool {
    let Ok(child) = command.spawn() else { return false };
    let mut child = Background(child);
    let started = Instant::now();
    while started.elapsed() < limit {
        match child.0.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => std::thread::sleep(Duration::from_millis(100)),
            Err(_) => return false,
        }
    }
    false
}

/// Asks again and again until the answer is yes or the time is over.
pub(crate) fn wait_until(limit: Duration, mut is_ready: impl FnMut() -> bool) -> bool {
    let started = Instant::now();
    while started.elapsed() < limit {
        if is_ready() {
            return true;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    false
}

/// A program in the background. It is asked to end when this value goes, and killed if it does not.
pub(crate) struct Background(Child);

impl Background {
    pub(crate) fn start(command: &mut Command) -> Result<Background> {
        Ok(Background(command.spawn().with_context(|| format!("cannot start `{}`", shown(command)))?))
    }

    pub(crate) fn id(&self) -> u32 {
        self.0.id()
    }

    /// Waits until it ends, and fails when it failed.
    pub(crate) fn finish(mut self) -> Result<()> {
        let status = self.0.wait()?;
        ensure!(status.success(), "a program in the background failed ({status})");
        Ok(())
    }

    pub(crate) fn has_ended(&mut self) -> bool {
        !matches!(self.0.try_wait(), Ok(None))
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        if self.has_ended() {
            return;
        }
        let asked = Command::new("kill").arg(self.0.id().to_string()).stderr(Stdio::null()).status().is_ok();
        if !asked || !wait_until(Duration::from_secs(10), || self.has_ended()) {
            // It may end between the question and the blow; either way it is gone after the wait.
            let _ = self.0.kill();
        }
        let _ = self.0.wait();
    }
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let words =
        std::iter::once(program.file_name().unwrap_or(command.get_program())).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
