//! Writing down what came of checks that nobody can answer any more: one side has answered, none has, or the two still say
//! different things. Of the first two both sides are told; that they differ they know.

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select, sea_query::LockType,
};
use serde_json::json;
use shared::{DeliveryCheckId, DeliveryCheckState, NotificationKind};

use super::{
    standing::as_of,
    telling::{self, Became},
};
use crate::{
    app::App,
    bulk,
    changes::{Line, Write},
    entities::{
        agreement, delivery_answer,
        delivery_check::{Column, Entity, Model},
    },
    error::Result,
};

/// Checks closed at once.
const AT_ONCE: u64 = 50;

/// Closes all that can't be answered any more on a day; how many checks there were.
pub async fn close_all(app: &App, today: NaiveDate) -> Result<usize> {
    let mut all = 0;
    while past(today).limit(1).one(app.database.read()).await?.is_some() {
        let mut write = Write::begin(&app.database, "closing").await?;
        all += close(app, &mut write, today).await?;
        write.commit().await?;
    }
    Ok(all)
}

fn past(today: NaiveDate) -> Select<Entity> {
    use DeliveryCheckState::{Asked, Disputed, Upcoming};
    let disputed = Condition::all().add(Column::State.eq(Disputed)).add(Column::SettledAt.is_null());
    let open = Condition::any().add(Column::State.is_in([Upcoming, Asked])).add(disputed);
    Entity::find().filter(Column::ClosesOn.lt(today)).filter(open)
}

/// Closes some of them. Another node that does so at the same time waits for this one, and then finds that they are closed.
async fn close(app: &App, write: &mut Write, today: NaiveDate) -> Result<usize> {
    let checks = past(today).order_by_asc(Column::Id).limit(AT_ONCE).lock(LockType::NoKeyUpdate);
    let checks = checks.all(write.rows()).await?;
    let answered: Vec<DeliveryCheckId> = delivery_answer::Entity::find()
        .select_only()
        .column(delivery_answer::Column::CheckId)
        .filter(delivery_answer::Column::CheckId.is_in(checks.iter().map(|check| check.id)))
        .into_tuple()
        .all(write.rows())
        .await?;
    let closed = |check: &Model| {
        let answers = answered.iter().filter(|id| **id == check.id).count();
        as_of(check.clone(), answers, today)
    };
    let closed: Vec<Model> = checks.iter().map(closed).collect();
    for (before, after) in checks.iter().zip(&closed) {
        let line = Line::of("agreement", after.agreement_id, "delivery_closed");
        write.record(line.with(
            Some(json!({ "check": before.kind, "check_state": before.state })),
            Some(json!({ "check": after.kind, "check_state": after.state })),
        ));
    }
    bulk::upsert::<Entity>(write.rows(), closed.clone()).await?;
    let about = agreement::Column::Id.is_in(closed.iter().map(|check| check.agreement_id));
    let about = agreement::Entity::find().filter(about).all(write.rows()).await?;
    let of = |id| about.iter().find(|row| row.id == id);
    let news: Vec<Became<'_>> = closed
        .iter()
        .filter_map(|check| Some((of(check.agreement_id)?, check, told_of(check.state)?)))
        .collect();
    telling::tell(app, write, &news, None).await?;
    Ok(closed.len())
}

fn told_of(state: DeliveryCheckState) -> Option<NotificationKind> {
    match state {
        DeliveryCheckState::OneSided => Some(NotificationKind::DeliveryOneSided),
        DeliveryCheckState::Silent => Some(NotificationKind::DeliverySilent),
        _ => None,
    }
}
