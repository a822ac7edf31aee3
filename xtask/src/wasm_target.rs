//! The compiler's standard library for WebAssembly.
//!
//! `rustup target add` is the ordinary way. Where its host cannot be reached, the library is built once from Debian's
//! source of the same Rust version (`debian_std.rs`) and put into the toolchain.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::{debian_std, page, process, system};

pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// How long a download may take before we try the other way.
const PATIENCE: Duration = Duration::from_secs(180);

/// The compiler that Cargo uses in this workspace.
pub(crate) struct Toolchain {
    pub(crate) version: String,
    pub(crate) sysroot: PathBuf,
}

/// Makes sure that code for the page can be compiled.
pub(crate) fn ensure() -> Result<()> {
    let toolchain = Toolchain::find()?;
    if toolchain.has_wasm() {
        return Ok(());
    }
    println!("Getting the target {WASM} for Rust {}", toolchain.version);
    let by_rustup = system::find_program("rustup").is_some()
        && process::succeeds_within(Command::new("rustup").args(["target", "add", WASM]), PATIENCE)
        && toolchain.has_wasm();
    if !by_rustup {
        println!(
            "rustup could not provide it; building it from Debian's source of Rust {}",
            toolchain.version
        );
        debian_std::install(&toolchain).with_context(|| {
            format!("the target {WASM} is missing; with a connection, `rustup target add {WASM}` installs it")
        })?;
    }
    forget_earlier_failures()
}

/// Cargo remembers that the target did not work.
fn forget_earlier_failures() -> Result<()> {
    if Path::new(page::BUILD).exists() {
        fs::remove_dir_all(page::BUILD)?;
    }
    Ok(())
}

impl Toolchain {
    fn find() -> Result<Toolchain> {
        let about = process::read(Command::new("rustc").arg("-vV"))
            .context("Rust is not installed: https://rustup.rs")?;
        let version = about.lines().find_map(|line| line.strip_prefix("release: "));
        let sysroot = process::read(Command::new("rustc").args(["--print", "sysroot"]))?;
        Ok(Toolchain {
            version: version.context("rustc does not say its release")?.to_owned(),
            sysroot: sysroot.trim().into(),
        })
    }

    /// Where the compiled standard library belongs.
    pub(crate) fn wasm_libraries(&self) -> PathBuf {
        self.sysroot.join("lib/rustlib").join(WASM).join("lib")
    }

    fn has_wasm(&self) -> bool {
        let Ok(files) = fs::read_dir(self.wasm_libraries()) else { return false };
        files.flatten().any(|file| {
            let name = file.file_name();
            let name = name.to_string_lossy();
            name.starts_with("libstd-") && name.ends_with(".rlib")
        })
    }
}
