//! What became of the agreements that were made at an event: for everybody, as the city reports signatures and nobody what
//! was carried out (DOMAIN §11). It is counted from what both sides of each agreement confirm.

use std::collections::HashSet;

use async_graphql::SimpleObject;
use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use shared::{AgreementKind, DeliveryCheckState, Dong, EventId, OrganisationId};

use crate::{
    deliveries::followed::{self, Followed},
    entities::agreement,
    error::Result,
    numbers::int,
};

/// From so many organisations of each side on amounts are told.
const FEWEST_FOR_AMOUNTS: usize = 3;

/// What became of the agreements that were made at an event. Amounts are told of three retailers and three producers or
/// more, so that nobody reads the business of one.
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
pub struct EventPromises {
    /// Agreements of retailers and producers that were signed.
    signed: i32,
    /// Of these, those under which a first delivery is confirmed.
    delivered: i32,
    /// Of these, those under which it was delivered again.
    repeated: i32,
    /// Answers about deliveries that both sides gave alike.
    confirmed_checks: i32,
    /// Times at which the sides said different things, or only one said something, or nobody.
    open_checks: i32,
    /// What was promised up to today.
    promised_value: Option<Dong>,
    /// What of it was delivered, as both sides confirm.
    confirmed_value: Option<Dong>,
}

/// Of an event; nothing while no agreement was signed there that is known here.
pub(super) async fn of_event(
    rows: &impl ConnectionTrait,
    event: EventId,
    today: NaiveDate,
) -> Result<Option<EventPromises>> {
    let made_there = agreement::Entity::find()
        .filter(agreement::Column::EventId.eq(event))
        .filter(agreement::Column::SignedAt.is_not_null())
        .filter(agreement::Column::Kind.is_not_in([AgreementKind::Framework, AgreementKind::Programme]))
        .all(rows)
        .await?;
    let signed: Vec<Followed> = followed::of(rows, made_there)
        .await?
        .into_iter()
        .filter(|one| one.agreement.status.was_signed())
        .collect();
    Ok((!signed.is_empty()).then(|| count(&signed, today)))
}

fn count(signed: &[Followed], today: NaiveDate) -> EventPromises {
    use DeliveryCheckState::{Confirmed, Disputed, OneSided, Silent};
    let deliveries = |one: &Followed| one.checks.iter().filter(|check| check.has_delivered()).count();
    let delivered_at_least = |times| signed.iter().filter(|one| deliveries(one) >= times).count();
    let in_state = |states: &[DeliveryCheckState]| {
        let checks = signed.iter().flat_map(|one| &one.checks);
        checks.filter(|check| states.contains(&check.row.state)).count()
    };
    let distinct = |side: fn(&agreement::Model) -> Option<OrganisationId>| {
        signed.iter().filter_map(|one| side(&one.agreement)).collect::<HashSet<_>>().len()
    };
    let sides = [distinct(|row| row.retailer_id), distinct(|row| row.producer_id)];
    let tells_amounts = sides.iter().all(|count| *count >= FEWEST_FOR_AMOUNTS);
    let amount = |of: &dyn Fn(&Followed) -> Option<Dong>| -> Option<Dong> {
        let mut amounts = signed.iter().filter_map(of).peekable();
        (tells_amounts && amounts.peek().is_some()).then(|| amounts.sum())
    };
    EventPromises {
        signed: int(signed.len()),
        delivered: int(delivered_at_least(1)),
        repeated: int(delivered_at_least(2)),
        confirmed_checks: int(in_state(&[Confirmed])),
        open_checks: int(in_state(&[Disputed, OneSided, Silent])),
        promised_value: amount(&|one| promised_by(one, today)),
        confirmed_value: amount(&Followed::confirmed_value),
    }
}

/// What was promised up to a day; nothing is promised before the term begins.
fn promised_by(one: &Followed, today: NaiveDate) -> Option<Dong> {
    let term = one.term.as_ref()?;
    if today < *term.start() {
        return one.promised_value(term).map(|_| Dong::default());
    }
    one.promised_value(&(*term.start()..=today.min(*term.end())))
}
