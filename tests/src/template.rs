//! Databases for tests: empty ones, and copies of one that was filled once per run.

use std::{
    env, fs,
    future::Future,
    path::{Path, PathBuf},
    sync::{
        Arc, OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use anyhow::{Context, Result};
use sea_orm::ConnectionTrait;
use server::{
    app::App,
    config::{Config, MapTiles},
    database::Database,
};
use tempfile::TempDir;

/// A database that nobody else uses. It goes when this is dropped.
#[derive(Debug)]
pub struct EmptyDatabase {
    /// Its address.
    pub url: String,
    name: String,
    folder: TempDir,
}

impl EmptyDatabase {
    /// A database without tables.
    pub async fn create() -> Result<Self> {
        Self::copy_of(None).await
    }

    async fn copy_of(template: Option<&Template>) -> Result<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("ocop_test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = tempfile::Builder::new().prefix("ocop-test-").tempdir()?;
        if let Some(cluster) = postgres() {
            let like =
                template.map(|template| format!(" TEMPLATE {}", template.database.name)).unwrap_or_default();
            administer(&cluster, &format!("CREATE DATABASE {name}{like}")).await?;
            return Ok(Self { url: with_database(&cluster, &name), name, folder });
        }
        let file = folder.path().join("ocop.sqlite");
        if let Some(template) = template {
            fs::copy(template.database.folder.path().join("ocop.sqlite"), &file)?;
        }
        Ok(Self { url: format!("sqlite:{}", file.display()), name, folder })
    }

    /// The folder for the index and other files.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for EmptyDatabase {
    fn drop(&mut self) {
        let Some(cluster) = postgres() else { return };
        let statement = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
        let dropped = apart(async move { administer(&cluster, &statement).await });
        if let Err(error) = dropped {
            eprintln!("a test database stays behind: {error:#}");
        }
    }
}

/// The filled database and its index, from which tests get copies.
#[derive(Debug)]
struct Template {
    database: EmptyDatabase,
}

impl Template {
    async fn fill() -> Result<Self> {
        let database = EmptyDatabase::create().await?;
        let opened = Database::open(&database.url).await?;
        opened.migrate().await?;
        server::reference::load(&opened).await?;
        server::public_data::load(&opened).await?;
        let app = App::start(config(&database)).await?;
        app.database.close().await?;
        opened.close().await?;
        Ok(Self { database })
    }
}

/// The settings of an application on a database.
pub(crate) fn config(database: &EmptyDatabase) -> Config {
    Config {
        listen: ([127, 0, 0, 1], 0).into(),
        data_dir: database.folder().to_owned(),
        database_url: database.url.clone(),
        public_url: Some("http://ocop.test".to_owned()),
        log: "warn".to_owned(),
        geo_data_dir: None,
        geo_attribution: None,
        map_tiles: MapTiles::None,
        smtp_url: None,
        mail_from: "OCOP <ocop@ocop.test>".to_owned(),
        behind_proxy: false,
        webhooks_to_private_addresses: false,
        development: false,
    }
}

/// A copy of the database with the public facts and its index, for a program that runs by itself.
#[derive(Debug)]
pub struct FilledDatabase(EmptyDatabase);

impl FilledDatabase {
    /// A copy that nobody else uses.
    pub async fn create() -> Result<Self> {
        filled().await.map(Self)
    }

    /// Its address.
    pub fn url(&self) -> &str {
        &self.0.url
    }

    /// Its data folder.
    pub fn folder(&self) -> &Path {
        self.0.folder()
    }
}

/// A copy of the filled database, with its index.
pub(crate) async fn filled() -> Result<EmptyDatabase> {
    static TEMPLATE: OnceLock<Arc<Template>> = OnceLock::new();
    let template = TEMPLATE.get_or_init(|| Arc::new(apart(Template::fill()).expect("the public facts load")));
    let copy = EmptyDatabase::copy_of(Some(template)).await?;
    copy_folder(&template.database.folder().join("index"), &copy.folder().join("index"))?;
    Ok(copy)
}

fn copy_folder(from: &PathBuf, to: &PathBuf) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| from.display().to_string())? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// The cluster to test on, unless it is SQLite's turn.
fn postgres() -> Option<String> {
    let wanted = env::var("OCOP_TEST_DATABASE").is_ok_and(|kind| kind == "postgres");
    wanted.then(|| env::var("TEST_POSTGRES_URL").expect("TEST_POSTGRES_URL names the cluster to test on"))
}

fn with_database(cluster: &str, name: &str) -> String {
    let (address, parameters) = cluster.split_once('?').map_or((cluster, None), |(a, p)| (a, Some(p)));
    let start = address.find("://").map_or(0, |scheme| scheme + 3);
    let host_end = address[start..].find('/').map_or(address.len(), |slash| start + slash);
    let parameters = parameters.map(|text| format!("?{text}")).unwrap_or_default();
    format!("{}/{name}{parameters}", &address[..host_end])
}

async fn administer(cluster: &str, statement: &str) -> Result<()> {
    let connection = sea_orm::Database::connect(cluster).await.context("connecting to TEST_POSTGRES_URL")?;
    connection.execute_unprepared(statement).await.with_context(|| statement.to_owned())?;
    connection.close().await?;
    Ok(())
}

/// Runs to the end on a thread and a runtime of its own, whatever runtime the test has.
fn apart<T: Send + 'static>(work: impl Future<Output = Result<T>> + Send + 'static) -> Result<T> {
    let running = thread::spawn(|| {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        runtime.block_on(work)
    });
    running.join().map_err(|_| anyhow::anyhow!("the thread panicked"))?
}
