//! `cargo xtask dev`: builds without optimisation, serves, and does both again whenever a source changes.
//!
//! A build that fails leaves the running server alone. The browser notices a new page by itself (`page/reload.js`).

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::{Context, Result};
use notify::{Event, EventKind, RecursiveMode, Watcher};

use crate::page::{self, Mode};
use crate::process::Background;
use crate::server::{self, Profile};

/// Not `frontend` as a whole: npm's packages lie there.
const WATCHED: [&str; 8] = [
    "server",
    "shared",
    "migrations",
    "frontend/src",
    "frontend/style",
    "frontend/public",
    "frontend/queries",
    "frontend/index.html",
];

/// An editor saves several files in a burst; we wait until it is quiet.
const QUIET: Duration = Duration::from_millis(300);

pub(crate) fn watch() -> Result<()> {
    let (sender, changes) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        if event.is_ok_and(|event| is_change(&event)) {
            // The receiver ends together with the program.
            let _ = sender.send(());
        }
    })?;
    for path in WATCHED.iter().map(Path::new).filter(|path| path.exists()) {
        watcher
            .watch(path, RecursiveMode::Recursive)
            .with_context(|| format!("cannot watch {}", path.display()))?;
    }

    let mut running: Option<Background> = None;
    loop {
        match build() {
            Ok(program) => {
                drop(running.take());
                page::announce()?;
                running = start(&program).map_err(|error| eprintln!("error: {error:#}")).ok();
            }
            Err(error) => eprintln!("error: {error:#}"),
        }
        println!("Waiting for changes");
        wait(&changes)?;
    }
}

/// Reading a file is an event too, and the build reads them all.
fn is_change(event: &Event) -> bool {
    !matches!(event.kind, EventKind::Access(_))
}

fn build() -> Result<PathBuf> {
    page::build(Mode::Development)?;
    server::build(Profile::Development)
}

fn start(program: &PathBuf) -> Result<Background> {
    server::prepare(program)?;
    Background::start(Command::new(program).arg("serve").env("OCOP_DEV", "1"))
}

fn wait(changes: &Receiver<()>) -> Result<()> {
    changes.recv().context("the sources are no longer watched")?;
    while changes.recv_timeout(QUIET).is_ok() {}
    Ok(())
}
