//! A PostgreSQL server of our own for the tests: new, in a temporary folder, on a free port, gone afterwards.

use std::fs::File;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::process::{self, Background};
use crate::system;

/// The server refuses to run as root, so it runs as the user whom Debian's package makes.
const USER: &str = "postgres";

/// Where to find the database: the one of the environment, or our own as long as this value lives.
pub(crate) struct Postgres {
    url: String,
    _own: Option<Cluster>,
}

struct Cluster {
    programs: PathBuf,
    // The order matters: the server ends before its folder goes.
    server: Background,
    folder: tempfile::TempDir,
}

impl Postgres {
    pub(crate) fn start() -> Result<Postgres> {
        if let Ok(url) = std::env::var("TEST_POSTGRES_URL") {
            return Ok(Postgres { url, _own: None });
        }
        let port = system::free_port()?;
        let own = Cluster::start(port)?;
        Ok(Postgres { url: format!("postgres://{USER}@127.0.0.1:{port}/postgres"), _own: Some(own) })
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }
}

impl Cluster {
    fn start(port: u16) -> Result<Cluster> {
        let programs = programs()?;
        let folder = tempfile::Builder::new().prefix("ocop-postgres-").tempdir()?;
        if system::is_root() {
            system::give_to(USER, folder.path())?;
        }
        let data = folder.path().join("data");
        let mut initdb = as_user(&programs.join("initdb"), folder.path());
        initdb.arg("-D").arg(&data).args([
            "-U",
            USER,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--no-sync",
        ]);
        process::read(&mut initdb)?;

        let log = folder.path().join("log");
        let mut postgres = as_user(&programs.join("postgres"), folder.path());
        postgres.arg("-D").arg(&data).arg("-k").arg(folder.path()).args(["-p", &port.to_string()]);
        for setting in SETTINGS {
            postgres.args(["-c", setting]);
        }
        let output = File::create(&log)?;
        let server = Background::start(postgres.stdout(output.try_clone()?).stderr(output))?;
        let mut cluster = Cluster { programs, server, folder };
        let is_ready = process::wait_until(Duration::from_secs(30), || {
            cluster.server.has_ended() || answers(&cluster.programs, port)
        });
        if !is_ready || cluster.server.has_ended() {
            bail!("PostgreSQL did not start: {}", std::fs::read_to_string(&log).unwrap_or_default());
        }
        Ok(cluster)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let mut stop = as_user(&self.programs.join("pg_ctl"), self.folder.path());
        stop.args(["stop", "--silent", "--mode=immediate", "-D"]).arg(self.folder.path().join("data"));
        if !self.server.has_ended()
            && let Err(error) = process::read(&mut stop)
        {
            eprintln!("{error:#}");
        }
    }
}

/// The data lives as long as the tests: nothing needs to reach the disk.
const SETTINGS: [&str; 5] = [
    "listen_addresses=127.0.0.1",
    "max_connections=300",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
];

fn answers(programs: &Path, port: u16) -> bool {
    let listens = TcpStream::connect(("127.0.0.1", port)).is_ok();
    let asked = || {
        let mut question = Command::new(programs.join("pg_isready"));
        question.args(["-q", "-h", "127.0.0.1", "-p", &port.to_string()]).stdout(Stdio::null()).status()
    };
    listens && asked().is_ok_and(|status| status.success())
}

/// PostgreSQL reads the current folder, which must be one that its user may enter.
fn as_user(program: &Path, folder: &Path) -> Command {
    let mut command = if system::is_root() {
        let mut command = Command::new("runuser");
        command.args(["-u", USER, "--"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    command.current_dir(folder);
    command
}

/// The folder with `initdb` and `postgres`, of the newest version there is; installed when there is none.
fn programs() -> Result<PathBuf> {
    if let Some(found) = find_programs() {
        return Ok(found);
    }
    system::install(&["postgresql"], "the tests on PostgreSQL")
        .context("alternatively name a server in TEST_POSTGRES_URL")?;
    find_programs().context("initdb and postgres are not where they are expected: /usr/lib/postgresql/*/bin")
}

fn find_programs() -> Option<PathBuf> {
    let complete = |folder: &PathBuf| folder.join("initdb").is_file() && folder.join("postgres").is_file();
    let mut versions: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .filter(|(_, folder)| complete(folder))
        .collect();
    versions.sort();
    let on_path = || system::find_program("initdb")?.parent().map(Path::to_owned).filter(complete);
    versions.pop().map(|(_, folder)| folder).or_else(on_path)
}
