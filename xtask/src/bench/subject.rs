//! The server under measurement: started on its own folder, watched until it is ready, weighed, stopped.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use crate::process::{Background, wait_until};
use crate::system;

/// Building the index of a million products takes its time.
const PATIENCE: Duration = Duration::from_secs(1200);

/// A server that answers.
pub(crate) struct Subject {
    pub(crate) port: u16,
    process: Background,
}

impl Subject {
    /// Starts the server and returns how long it took until it said it was ready.
    pub(crate) fn start(program: &Path, data: &Path) -> Result<(Subject, Duration)> {
        let port = system::free_port()?;
        let mut command = Command::new(program);
        in_folder(&mut command, data)
            .arg("serve")
            .env("OCOP_LISTEN", format!("127.0.0.1:{port}"))
            .env("OCOP_LOG", "warn")
            .stdout(Stdio::null());
        let started = Instant::now();
        let mut process = Background::start(&mut command)?;
        let is_ready = wait_until(PATIENCE, || process.has_ended() || says_ready(port).unwrap_or(false));
        let took = started.elapsed();
        ensure!(is_ready && !process.has_ended(), "the server did not get ready");
        Ok((Subject { port, process }, took))
    }

    /// Resident memory.
    pub(crate) fn memory_kb(&self) -> Result<u64> {
        let path = format!("/proc/{}/status", self.process.id());
        let status = std::fs::read_to_string(&path).with_context(|| path.clone())?;
        let value = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let number = value.and_then(|value| value.trim().strip_suffix(" kB"));
        Ok(number.with_context(|| format!("{path} has no VmRSS"))?.parse()?)
    }

    /// Waits for an orderly end, so that the next start finds everything written.
    pub(crate) fn stop(self) -> Result<()> {
        drop(self.process);
        ensure!(TcpStream::connect(("127.0.0.1", self.port)).is_err(), "the server still answers");
        Ok(())
    }
}

/// Everything of this run in one folder, whatever the environment says.
pub(crate) fn in_folder<'a>(command: &'a mut Command, data: &Path) -> &'a mut Command {
    for name in ["DATABASE_URL", "DATABASE_URL_FILE", "GEO_DATA_DIR"] {
        command.env_remove(name);
    }
    command.env("OCOP_DATA_DIR", data)
}

fn says_ready(port: u16) -> Result<bool> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.write_all(b"GET /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.take(64).read_to_string(&mut answer)?;
    Ok(answer.starts_with("HTTP/1.1 200"))
}
