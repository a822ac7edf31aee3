//! Whether the page must be built again: a hash of everything it is made of, kept beside the site.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::process::Command;

use anyhow::Result;
use sha2::{Digest, Sha256};

use super::{SITE, sources};
use crate::process;

const STAMP: &str = "target/site.stamp";

/// Folders and files that decide how the page looks; this program is one of them.
const FOLDERS: [&str; 6] =
    ["frontend/src", "frontend/style", "frontend/public", "frontend/queries", "shared", "xtask/src/page"];
const FILES: [&str; 7] = [
    "frontend/index.html",
    "frontend/worker.js",
    "frontend/Cargo.toml",
    "frontend/build.rs",
    "frontend/package-lock.json",
    "Cargo.toml",
    "Cargo.lock",
];

pub(crate) fn of_sources(profile: &str) -> Result<String> {
    let mut hash = Sha256::new();
    hash.update(profile);
    hash.update(process::read(Command::new("rustc").arg("-vV"))?);
    let mut files: Vec<_> = FILES.iter().map(|file| Path::new(file).to_owned()).collect();
    for folder in FOLDERS {
        files.extend(sources::files_below(Path::new(folder))?);
    }
    for file in files {
        let content = match fs::read(&file) {
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            content => content?,
        };
        hash.update(format!("\n{} {}\n", file.display(), content.len()));
        hash.update(&content);
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

pub(crate) fn is_current(stamp: &str) -> bool {
    Path::new(SITE).join("index.html").exists() && fs::read_to_string(STAMP).is_ok_and(|found| found == stamp)
}

pub(crate) fn write(stamp: &str) -> Result<()> {
    Ok(fs::write(STAMP, stamp)?)
}

/// From here on the site is neither the old one nor the new one.
pub(crate) fn clear() -> Result<()> {
    match fs::remove_file(STAMP) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}
