//! The packages from npm: Leaflet, the font, and axe-core for the tests. Pinned by `frontend/package-lock.json`.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{process, system};

/// Where npm puts the packages.
pub(crate) const MODULES: &str = "frontend/node_modules";

/// Installs the packages unless they are as new as the lock file.
pub(crate) fn install() -> Result<()> {
    if is_current() {
        return Ok(());
    }
    if system::find_program("npm").is_none() {
        bail!(
            "npm is missing; it fetches Leaflet and the font. Please install Node.js 18 or newer (on Debian: sudo apt-get install npm)"
        );
    }
    println!("Fetching the page's packages from npm");
    let npm = &mut Command::new("npm");
    process::run(npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir("frontend"))
        .context("the page's packages could not be fetched; is the npm registry reachable?")
}

fn is_current() -> bool {
    let modified = |path: &Path| fs::metadata(path).and_then(|about| about.modified());
    let installed = modified(&Path::new(MODULES).join(".package-lock.json"));
    let wanted = modified(Path::new("frontend/package-lock.json"));
    matches!((installed, wanted), (Ok(installed), Ok(wanted)) if installed >= wanted)
}
