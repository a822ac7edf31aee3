//! Writing down what nobody answered in time, and telling both sides.

use std::{sync::Arc, time::Duration};

use chrono::Utc;
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, LockType},
};
use serde_json::json;
use shared::{IntroductionStatus, NotificationKind};

use super::standing::{as_of, is_overdue};
use crate::{
    app::App,
    changes::{Line, Write},
    entities::introduction::{Column, Entity, Model},
    error::Result,
    notifications::{self, About, News},
};

/// How often it is looked whether something has lapsed.
const LOOK_EVERY: Duration = Duration::from_secs(30);
/// Introductions written down at once.
const AT_ONCE: u64 = 50;

/// Looks for as long as the program runs.
pub async fn keep_looking(app: Arc<App>) {
    let mut clock = tokio::time::interval(LOOK_EVERY);
    loop {
        clock.tick().await;
        if let Err(error) = write_all_down(&app).await {
            tracing::error!(%error, "what lapsed could not be written down; trying again");
        }
    }
}

/// Writes down all that has lapsed; how many introductions there were.
pub async fn write_all_down(app: &App) -> Result<usize> {
    let (mut all, overdue) = (0, Entity::find().filter(is_overdue(Utc::now())));
    // Mostly there is nothing, and then nobody who writes has to wait.
    while overdue.clone().limit(1).one(app.database.read()).await?.is_some() {
        let mut write = Write::begin(&app.database, "lapsing").await?;
        all += write_down(app, &mut write).await?;
        write.commit().await?;
    }
    Ok(all)
}

/// Writes down some of those that have lapsed. Another node that does so at the same time waits for this one, and then
/// finds that they do not wait any more.
async fn write_down(app: &App, write: &mut Write) -> Result<usize> {
    let now = Utc::now();
    let overdue = Entity::find()
        .filter(is_overdue(now))
        .order_by_asc(Column::Id)
        .limit(AT_ONCE)
        .lock(LockType::NoKeyUpdate)
        .all(write.rows())
        .await?;
    if overdue.is_empty() {
        return Ok(0);
    }
    Entity::update_many()
        .col_expr(Column::Status, Expr::value(IntroductionStatus::Lapsed))
        .col_expr(Column::SettledAt, Expr::col(Column::AnswerBy))
        .col_expr(Column::MovedAt, Expr::col(Column::AnswerBy))
        .filter(Column::Id.is_in(overdue.iter().map(|row| row.id)))
        .exec(write.rows())
        .await?;
    for row in &overdue {
        let line = Line::of("introduction", row.id, "lapsed");
        let (before, after) =
            (json!({ "status": row.status }), json!({ "status": IntroductionStatus::Lapsed }));
        write.record(line.with(Some(before), Some(after)));
    }
    let lapsed: Vec<Model> = overdue.into_iter().map(|row| as_of(row, now)).collect();
    let news = lapsed.iter().map(|row| News {
        about: About::Introduction(row),
        kind: NotificationKind::Lapsed,
        by: None,
    });
    notifications::tell(app, write, &news.collect::<Vec<_>>()).await?;
    Ok(lapsed.len())
}
