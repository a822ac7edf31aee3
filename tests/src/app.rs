//! A whole application for one test.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::{borrow::Cow, path::Path, sync::Arc};

use axum::Router;
use sea_orm::{ActiveModelTrait, Set};
use server::{
    app::App,
    changes::{Line, Write},
    config::Config,
    entities::stock,
    http,
};
use shared::{ProductId, SalePointId, StockId};
use tokio::task::JoinHandle;

use crate::{
    actors::Actor,
    template::{self, EmptyDatabase},
};

/// An application with the public facts, on a database of its own.
pub struct TestApp {
    /// The application behind the router.
    pub app: Arc<App>,
    /// The router, as the socket would see it.
    pub router: Router,
    following: Following,
    database: EmptyDatabase,
}

/// What runs beside the requests, as in the real server.
struct Following(JoinHandle<()>);

impl Drop for Following {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// A file of the page as it lies in `target/site`.
fn site_file(path: &str) -> Option<Cow<'static, [u8]>> {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/site");
    std::fs::read(site.join(path)).ok().map(Cow::Owned)
}

impl TestApp {
    /// Starts on a fresh copy of the public facts.
    pub async fn start() -> Self {
        Self::start_with(|_| ()).await
    }

    /// Starts on a fresh copy of the public facts, with other settings.
    pub async fn start_with(change: impl FnOnce(&mut Config)) -> Self {
        let database = template::filled().await.expect("a copy of the template");
        let mut config = template::config(&database);
        change(&mut config);
        Self::on(database, config).await
    }

    async fn on(database: EmptyDatabase, config: Config) -> Self {
        let app = App::start(config).await.expect("the application starts");
        let router = http::router(app.clone(), site_file);
        let following = Following(tokio::spawn(server::follower::follow(app.clone())));
        Self { app, router, following, database }
    }

    /// Stops and starts again on the same database and files, as after a crash.
    pub async fn restart(self) -> Self {
        let Self { app, router, following, database } = self;
        drop((following, app, router));
        let config = template::config(&database);
        Self::on(database, config).await
    }

    /// Another node on the same database, with an index of its own, and somebody who asks it.
    pub async fn another_node(&self) -> (Arc<App>, Actor) {
        let mut config = template::config(&self.database);
        config.data_dir = self.folder().join("another");
        let app = App::start(config).await.expect("another node starts");
        let guest = Actor::guest(http::router(app.clone(), site_file));
        (app, guest)
    }

    /// Somebody without an account.
    pub fn guest(&self) -> Actor {
        Actor::guest(self.router.clone())
    }

    /// The folder of the index and other files.
    pub fn folder(&self) -> &std::path::Path {
        self.database.folder()
    }

    /// Says that a point sells a product, and waits until that can be found.
    pub async fn stocked(&self, point: SalePointId, product: ProductId) {
        let mut write = Write::begin(&self.app.database, "test").await.unwrap();
        let row = stock::ActiveModel {
            id: Set(StockId::new()),
            sale_point_id: Set(point),
            product_id: Set(product),
            confirmed_at: Set(Some(chrono::Utc::now())),
            confirmed_by: Set(None),
            goods_kind: Set(None),
        };
        row.insert(write.rows()).await.unwrap();
        write.record(Line {
            entity: "sale_point",
            entity_id: point.to_string(),
            action: "updated",
            before: None,
            after: None,
        });
        write.commit().await.unwrap();
        self.follow().await;
    }

    /// Does what the follower does between two looks.
    pub async fn follow(&self) {
        server::follower::catch_up(&self.app).await.unwrap();
    }

    /// Sends the mails that wait; what was written to an address, the latest last.
    pub async fn mails_to(&self, address: &str) -> Vec<String> {
        self.app.background.close();
        self.app.background.wait().await;
        self.app.background.reopen();
        server::mail::sending::send_due(&self.app).await.unwrap();
        let Ok(folder) = std::fs::read_dir(self.folder().join("mail")) else { return Vec::new() };
        let mut files: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
        // Their names are ids, which are in the order of time.
        files.sort();
        let texts = files.into_iter().map(|file| std::fs::read_to_string(file).unwrap());
        texts.filter(|text| text.starts_with(&format!("To: {address}\n"))).collect()
    }

    /// The token in the link of the latest mail to an address.
    pub async fn mailed_token(&self, address: &str) -> String {
        let mails = self.mails_to(address).await;
        let mail = mails.last().unwrap_or_else(|| panic!("no mail to {address}"));
        let (_, rest) = mail.split_once("?ma=").unwrap_or_else(|| panic!("no link in {mail}"));
        rest.lines().next().unwrap_or_default().to_owned()
    }
}
