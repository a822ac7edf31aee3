//! What this machine has: programs, free ports, and the packages of a Debian system where we may install them.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Once;

use anyhow::{Result, bail};

use crate::process;

/// Finds a program by name on the `PATH`.
pub(crate) fn find_program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|candidate| candidate.is_file())
}

pub(crate) fn is_root() -> bool {
    process::read(Command::new("id").arg("-u")).is_ok_and(|answer| answer.trim() == "0")
}

/// A port nobody listens on at this moment.
pub(crate) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// Installs Debian packages when we are root on such a system; otherwise fails with the command to run.
pub(crate) fn install(packages: &[&str], purpose: &str) -> Result<()> {
    static UPDATE: Once = Once::new();

    let list = packages.join(" ");
    let by_hand = format!("sudo apt-get install --no-install-recommends {list}");
    if find_program("apt-get").is_none() {
        bail!(
            "{purpose} needs {list} (the Debian names); please install them with this system's package manager"
        );
    }
    if !is_root() {
        bail!("{purpose} needs {list}; please run: {by_hand}");
    }
    println!("Installing {list} for {purpose}");
    UPDATE.call_once(|| {
        // A list that cannot be refreshed may still be good enough; the installation will tell.
        let _ = process::run(apt_get().args(["update", "-qq"]));
    });
    process::run(apt_get().args(["install", "--yes", "-qq", "--no-install-recommends"]).args(packages))
        .map_err(|error| error.context(format!("{purpose} needs {list}, which could not be installed")))
}

/// Run level 1 keeps freshly installed services from starting where the init system listens to it.
fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive").env("RUNLEVEL", "1").stdout(Stdio::null());
    command
}

/// Gives a folder and what is in it to another user.
pub(crate) fn give_to(user: &str, folder: &Path) -> Result<()> {
    process::run(Command::new("chown").args(["-R", user]).arg(folder))
}
