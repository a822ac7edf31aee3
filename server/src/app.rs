//! The running application: its database, and what each node keeps in memory or beside it of the database.

use std::{sync::Arc, time::Duration};

use anyhow::Context;
use parking_lot::RwLock;
use tokio::sync::{Mutex, watch};
use tokio_util::task::TaskTracker;

use crate::{
    accounts::throttle::Throttle,
    changes::{Write, notices::Notices},
    config::Config,
    database::Database,
    error::Result,
    follower,
    labels::Labels,
    mail::sending::Post,
    matches::live::LiveMarket,
    places::ward_shapes::WardShapes,
    rounds::solving::Solver,
    sale_points::Register,
    search::{NameIndex, ProductIndex, Synonyms},
};

/// How long a write waits for its own node's index before it answers all the same.
const PATIENCE: Duration = Duration::from_secs(3);

/// Everything a request can reach.
pub struct App {
    /// The settings it runs with.
    pub config: Config,
    /// The truth.
    pub database: Database,
    /// The index of published products.
    pub products: ProductIndex,
    /// The index of the names of producers, sale points and places.
    pub names: NameIndex,
    /// Products and needs as the rules of matching see them.
    pub(crate) market: LiveMarket,
    /// How often somebody may try to sign in, or have us send mails.
    pub throttle: Throttle,
    /// In which ward a point lies, where that is known.
    pub ward_shapes: WardShapes,
    /// Where mails go.
    pub post: Post,
    /// Tells people of changes while they happen.
    pub(crate) notices: Notices,
    /// The rounds that this node solves.
    pub solver: Solver,
    /// What was begun for a request and outlives its answer; waited for before the program ends.
    pub background: TaskTracker,
    /// Whoever brings the indexes up to date has this meanwhile.
    pub(crate) catching_up: Mutex<()>,
    labels: RwLock<Arc<Labels>>,
    register: RwLock<Arc<Register>>,
    reached: watch::Sender<i64>,
}

impl App {
    /// Opens the database and the kept index, and brings the index up to date.
    pub async fn start(config: Config) -> anyhow::Result<Arc<Self>> {
        let database = Database::open(&config.database_url).await?;
        let folder = config.data_dir.join("index");
        let app = Arc::new(Self {
            products: ProductIndex::open(&folder.join("products"), Synonyms::bundled().context("synonyms")?)?,
            names: NameIndex::open(&folder.join("names"), Synonyms::bundled().context("synonyms")?)?,
            labels: RwLock::new(Arc::new(Labels::read(&database).await?)),
            register: RwLock::new(Arc::new(Register::read(&database).await?)),
            reached: watch::Sender::new(0),
            market: LiveMarket::default(),
            throttle: Throttle::default(),
            ward_shapes: config.geo_data_dir.as_deref().map(WardShapes::read).unwrap_or_default(),
            notices: Notices::default(),
            post: Post::new(config.smtp_url.as_deref(), &config.mail_from, &config.data_dir)?,
            solver: Solver::default(),
            background: TaskTracker::new(),
            catching_up: Mutex::new(()),
            database,
            config,
        });
        follower::catch_up(&app).await?;
        Ok(app)
    }

    /// Names of groups, provinces and certificates.
    pub fn labels(&self) -> Arc<Labels> {
        self.labels.read().clone()
    }

    /// The sale points that may be seen.
    pub fn register(&self) -> Arc<Register> {
        self.register.read().clone()
    }

    /// Reads the names anew.
    pub(crate) async fn refresh_labels(&self) -> Result<()> {
        let labels = Labels::read(&self.database).await?;
        *self.labels.write() = Arc::new(labels);
        Ok(())
    }

    /// Reads the sale points anew.
    pub(crate) async fn refresh_register(&self) -> Result<()> {
        let register = Register::read(&self.database).await?;
        *self.register.write() = Arc::new(register);
        Ok(())
    }

    /// Says up to which change everything kept here is right.
    pub(crate) fn has_reached(&self, seq: i64) {
        self.reached.send_replace(seq);
    }

    /// Up to which change everything kept here is right.
    pub(crate) fn reached(&self) -> i64 {
        *self.reached.borrow()
    }

    /// Commits a write, and waits until it can be found here: people look for what they have just saved.
    pub async fn commit(&self, write: Write) -> Result<()> {
        if let Some(seq) = write.commit().await?
            && !self.wait_for(seq).await
        {
            tracing::warn!(seq, "a write is committed and not found here yet");
        }
        Ok(())
    }

    /// Waits until a change can be found here, but not for ever; whether it can.
    pub async fn wait_for(&self, seq: i64) -> bool {
        let mut reached = self.reached.subscribe();
        tokio::time::timeout(PATIENCE, reached.wait_for(|here| *here >= seq)).await.is_ok()
    }
}
