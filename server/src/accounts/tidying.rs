//! Forgetting what has ended by itself: sessions, links, what other programs were told, and accounts whose address nobody
//! confirmed.

use std::{sync::Arc, time::Duration};

use chrono::Utc;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use shared::AccountId;

use super::sessions;
use crate::{
    app::App,
    calendar,
    changes::{Line, Write},
    deliveries,
    entities::{account, consent, invitation, one_time_link},
    error::Result,
    introductions, unanswered, webhooks,
};

/// How often.
const EVERY: Duration = Duration::from_secs(3_600);
/// Days an account waits for its confirmation.
const UNCONFIRMED_DAYS: i64 = 7;
/// Accounts forgotten at once.
const AT_ONCE: u64 = 500;

/// Tidies up for as long as the program runs.
pub async fn keep_tidy(app: Arc<App>) {
    let mut clock = tokio::time::interval(EVERY);
    loop {
        clock.tick().await;
        if let Err(error) = tidy(&app).await {
            tracing::error!(%error, "what has ended could not be forgotten; trying again later");
        }
    }
}

/// Forgets what has ended.
pub async fn tidy(app: &App) -> Result<()> {
    let now = Utc::now();
    let waited = now - chrono::Duration::days(UNCONFIRMED_DAYS);
    let mut write = Write::begin(&app.database, "tidying").await?;
    let sessions = sessions::forget_ended(&write, now).await?;
    let links = one_time_link::Entity::delete_many()
        .filter(one_time_link::Column::ExpiresAt.lte(now))
        .exec(write.rows())
        .await?;
    let invitations = invitation::Entity::delete_many()
        .filter(invitation::Column::ExpiresAt.lte(now))
        .exec(write.rows())
        .await?;
    let answers = introductions::links::forget_ended(&write).await?;
    let deliveries = deliveries::links::forget_ended(&write).await?;
    let searches = unanswered::forget_old(&write, calendar::today()).await?;
    let told = webhooks::sending::forget_old(&write, now).await?;
    let unconfirmed: Vec<AccountId> = account::Entity::find()
        .select_only()
        .column(account::Column::Id)
        .filter(account::Column::ConfirmedAt.is_null())
        .filter(account::Column::UpdatedAt.lte(waited))
        .limit(AT_ONCE)
        .into_tuple()
        .all(write.rows())
        .await?;
    consent::Entity::delete_many()
        .filter(consent::Column::GivenBy.is_in(unconfirmed.iter().copied()))
        .exec(write.rows())
        .await?;
    account::Entity::delete_many()
        .filter(account::Column::Id.is_in(unconfirmed.iter().copied()))
        .exec(write.rows())
        .await?;
    for id in &unconfirmed {
        write.record(Line::of("account", id, "forgotten"));
    }
    let links = links.rows_affected + answers + deliveries;
    if sessions + links + invitations.rows_affected + searches + told > 0 {
        write.record(Line::of("tidying", now.date_naive(), "forgotten"));
    }
    write.commit().await.map(drop)
}
