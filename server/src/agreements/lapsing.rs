//! What time does to agreements: what nobody confirmed in time has lapsed, what is over has ended, and both sides are told
//! a month before.

use std::{sync::Arc, time::Duration};

use chrono::{Days, Utc};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, LockType},
};
use serde_json::json;
use shared::{AgreementStatus, NotificationKind, WebhookKind, limits};

use super::{
    sending::SIDES,
    stated::{Stated, ends_before, is_any_of, is_over, is_overdue, with_versions},
};
use crate::{
    app::App,
    calendar,
    changes::{Line, Write},
    entities::{
        account,
        agreement::{Column, Entity},
        membership, notification,
    },
    error::Result,
    notifications::{self, About, News},
    webhooks::{self, Happening},
};

/// How often it is looked whether something has lapsed or ended.
const LOOK_EVERY: Duration = Duration::from_secs(60);
/// Agreements written down at once.
const AT_ONCE: u64 = 50;

/// Looks for as long as the program runs.
pub async fn keep_looking(app: Arc<App>) {
    let mut clock = tokio::time::interval(LOOK_EVERY);
    loop {
        clock.tick().await;
        if let Err(error) = write_all_down(&app).await {
            tracing::error!(%error, "what became of agreements could not be written down; trying again");
        }
    }
}

/// What time has done.
#[derive(Clone, Copy)]
enum Done {
    Lapsed,
    Ended,
    /// It ends in a month.
    Ending,
}

impl Done {
    fn which(self) -> Condition {
        let now = Utc::now();
        match self {
            Self::Lapsed => is_overdue(now),
            Self::Ended => is_over(now),
            Self::Ending => is_ending(),
        }
    }
}

/// Writes down all that has lapsed or ended, and tells of what will end; how many agreements there were.
pub async fn write_all_down(app: &App) -> Result<usize> {
    let mut all = 0;
    for done in [Done::Lapsed, Done::Ended, Done::Ending] {
        // Mostly there is nothing, and then nobody who writes has to wait.
        while Entity::find().filter(done.which()).limit(1).one(app.database.read()).await?.is_some() {
            let mut write = Write::begin(&app.database, "agreements").await?;
            let written = write_down(app, &mut write, done).await?;
            write.commit().await?;
            all += written;
            if written == 0 {
                break;
            }
        }
    }
    Ok(all)
}

/// Writes down some of them. Another node that does so at the same time waits for this one, and then finds nothing.
async fn write_down(app: &App, write: &mut Write, done: Done) -> Result<usize> {
    let rows = Entity::find()
        .filter(done.which())
        .order_by_asc(Column::Id)
        .limit(AT_ONCE)
        .lock(LockType::NoKeyUpdate)
        .all(write.rows())
        .await?;
    let before: Vec<AgreementStatus> = rows.iter().map(|row| row.status).collect();
    let stated = with_versions(write.rows(), rows, Utc::now()).await?;
    let (action, kind) = match done {
        Done::Lapsed => ("lapsed", Some(NotificationKind::AgreementLapsed)),
        Done::Ended => ("ended", None),
        Done::Ending => ("ending", Some(NotificationKind::AgreementEnding)),
    };
    for (Stated { row, .. }, before) in stated.iter().zip(before) {
        let line = Line::of("agreement", row.id, action);
        let line = match done {
            Done::Ending => line,
            _ => line.with(Some(json!({ "status": before })), Some(json!({ "status": row.status }))),
        };
        write.record(line);
    }
    settle(write, &stated, done).await?;
    let Some(kind) = kind else {
        let ended = |one| Happening::agreement(WebhookKind::AgreementEnded, one);
        webhooks::tell_of(write, stated.iter().map(|one| ended(&one.row)).collect()).await?;
        return Ok(stated.len());
    };
    let news = stated.iter().map(|one| News { about: About::agreement(&one.row, &SIDES), kind, by: None });
    notifications::tell(app, write, &news.collect::<Vec<_>>()).await?;
    Ok(stated.len())
}

/// Writes the state that the rows have at this instant, in one statement.
async fn settle(write: &Write, stated: &[Stated], done: Done) -> Result<()> {
    let (status, at) = match done {
        Done::Lapsed => (AgreementStatus::Lapsed, Expr::col(Column::AnswerBy)),
        Done::Ended => (AgreementStatus::Ended, Expr::value(Utc::now())),
        Done::Ending => return Ok(()),
    };
    Entity::update_many()
        .col_expr(Column::Status, Expr::value(status))
        .col_expr(Column::SettledAt, at.clone())
        .col_expr(Column::MovedAt, at)
        .filter(Column::Id.is_in(stated.iter().map(|one| one.row.id)))
        .exec(write.rows())
        .await?;
    Ok(())
}

/// Rows that end within a month, and of which nobody was told so though somebody can be.
fn is_ending() -> Condition {
    let now = Utc::now();
    let today = calendar::day_of(now);
    let day = today.checked_add_days(Days::new(limits::AGREEMENT_ENDING_DAYS + 1)).unwrap_or(today);
    let told = notification::Entity::find()
        .select_only()
        .column(notification::Column::AgreementId)
        .filter(notification::Column::Kind.eq(NotificationKind::AgreementEnding))
        .filter(notification::Column::AgreementId.is_not_null())
        .into_query();
    let enabled = account::Entity::find()
        .select_only()
        .column(account::Column::Id)
        .filter(account::Column::DisabledAt.is_null())
        .into_query();
    let with_people = membership::Entity::find()
        .select_only()
        .column(membership::Column::OrganisationId)
        .filter(membership::Column::AccountId.in_subquery(enabled))
        .into_query();
    Condition::all()
        .add(is_any_of([AgreementStatus::Signed], now))
        .add(ends_before(day))
        .add(Column::Id.not_in_subquery(told))
        .add(
            Condition::any()
                .add(Column::RetailerId.in_subquery(with_people.clone()))
                .add(Column::ProducerId.in_subquery(with_people)),
        )
}
