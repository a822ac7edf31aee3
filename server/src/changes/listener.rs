//! Hears on PostgreSQL that another node has written, so that this one looks at the log at once. Whoever misses it
//! (no connection, another database) still looks every other second.

use std::{sync::Arc, time::Duration};

use sea_orm::{DbBackend, sqlx::postgres::PgListener};

use super::CHANNEL;
use crate::{app::App, database::Database};

/// How long to wait before connecting again.
const PAUSE: Duration = Duration::from_secs(5);

/// Listens for as long as the program runs; ends at once where nobody else can write.
pub async fn listen(app: Arc<App>) {
    if app.database.backend() != DbBackend::Postgres {
        return;
    }
    loop {
        let Err(error) = hear(&app.config.database_url, &app.database).await;
        tracing::warn!(%error, "not told of other nodes' changes for a while");
        tokio::time::sleep(PAUSE).await;
    }
}

/// Passes every call on, until the connection is lost.
pub async fn hear(url: &str, database: &Database) -> Result<std::convert::Infallible, sea_orm::sqlx::Error> {
    let mut listener = PgListener::connect(url).await?;
    listener.listen(CHANNEL).await?;
    // What was written before is looked for once.
    database.wake_followers();
    loop {
        listener.recv().await?;
        database.wake_followers();
    }
}
