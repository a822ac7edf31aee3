//! Chromium and its driver for the browser journeys.

use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::process::{self, Background};
use crate::system;

/// A running driver; the journeys talk to it and it starts the browsers.
pub(crate) struct Driver {
    pub(crate) url: String,
    pub(crate) chromium: PathBuf,
    _process: Background,
}

impl Driver {
    pub(crate) fn start() -> Result<Driver> {
        let (chromium, chromedriver) = programs()?;
        let port = system::free_port()?;
        let mut command = Command::new(&chromedriver);
        command.args([format!("--port={port}"), "--log-level=SEVERE".to_owned()]).stdout(Stdio::null());
        let mut process = Background::start(&mut command)?;
        let is_ready = process::wait_until(Duration::from_secs(30), || {
            process.has_ended() || TcpStream::connect(("127.0.0.1", port)).is_ok()
        });
        if !is_ready || process.has_ended() {
            bail!("{} did not start", chromedriver.display());
        }
        Ok(Driver { url: format!("http://127.0.0.1:{port}"), chromium, _process: process })
    }
}

fn programs() -> Result<(PathBuf, PathBuf)> {
    if let Some(found) = find_programs() {
        return Ok(found);
    }
    system::install(&["chromium", "chromium-driver"], "the browser journeys")?;
    find_programs().context("chromium and chromedriver are not on the PATH")
}

fn find_programs() -> Option<(PathBuf, PathBuf)> {
    let browser =
        ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(system::find_program);
    browser.zip(system::find_program("chromedriver"))
}
