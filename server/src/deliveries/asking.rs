//! Asking both sides on the day of a check: everybody of the two sides finds it in their list and, as they wish, in a mail
//! with a link that answers with one tap.

use std::{sync::Arc, time::Duration};

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, LockType},
};
use serde_json::json;
use shared::{DeliveryCheckState, NotificationKind};

use super::{
    closing,
    telling::{self, Became},
};
use crate::{
    app::App,
    calendar,
    changes::{Line, Write},
    entities::{
        agreement,
        delivery_check::{Column, Entity, Model},
    },
    error::Result,
};

/// How often it is looked whether somebody is to be asked, or can answer no more.
const LOOK_EVERY: Duration = Duration::from_secs(60);
/// Checks asked at once.
const AT_ONCE: u64 = 50;

/// Looks for as long as the program runs.
pub async fn keep_looking(app: Arc<App>) {
    let mut clock = tokio::time::interval(LOOK_EVERY);
    loop {
        clock.tick().await;
        let today = calendar::today();
        if let Err(error) = ask_all(&app, today).await {
            tracing::error!(%error, "nobody could be asked about deliveries; trying again");
        }
        if let Err(error) = closing::close_all(&app, today).await {
            tracing::error!(%error, "checks of deliveries could not be closed; trying again");
        }
    }
}

/// Asks about all that is due on a day; how many checks there were.
pub async fn ask_all(app: &App, today: NaiveDate) -> Result<usize> {
    let mut all = 0;
    // Mostly there is nothing, and then nobody who writes has to wait.
    while due(today).limit(1).one(app.database.read()).await?.is_some() {
        let mut write = Write::begin(&app.database, "asking").await?;
        all += ask(app, &mut write, today).await?;
        write.commit().await?;
    }
    Ok(all)
}

/// Those of which it is the day; what has closed meanwhile is not asked any more.
fn due(today: NaiveDate) -> Select<Entity> {
    Entity::find()
        .filter(Column::State.eq(DeliveryCheckState::Upcoming))
        .filter(Column::AskedOn.lte(today))
        .filter(Column::ClosesOn.gte(today))
}

/// Asks about some of them. Another node that does so at the same time waits for this one, and then finds that they are asked.
async fn ask(app: &App, write: &mut Write, today: NaiveDate) -> Result<usize> {
    let checks = due(today).order_by_asc(Column::Id).limit(AT_ONCE).lock(LockType::NoKeyUpdate);
    let checks = checks.all(write.rows()).await?;
    if checks.is_empty() {
        return Ok(0);
    }
    Entity::update_many()
        .col_expr(Column::State, Expr::value(DeliveryCheckState::Asked))
        .filter(Column::Id.is_in(checks.iter().map(|check| check.id)))
        .exec(write.rows())
        .await?;
    let about = agreement::Column::Id.is_in(checks.iter().map(|check| check.agreement_id));
    let about = agreement::Entity::find().filter(about).all(write.rows()).await?;
    let asked: Vec<Model> =
        checks.into_iter().map(|check| Model { state: DeliveryCheckState::Asked, ..check }).collect();
    for check in &asked {
        let line = Line::of("agreement", check.agreement_id, "delivery_asked");
        write.record(line.with(None, Some(json!({ "check": check.kind, "check_state": check.state }))));
    }
    let of = |id| about.iter().find(|row| row.id == id);
    let news: Vec<Became<'_>> = asked
        .iter()
        .filter_map(|check| Some((of(check.agreement_id)?, check, NotificationKind::DeliveryAsked)))
        .collect();
    telling::tell(app, write, &news, None).await?;
    Ok(asked.len())
}
