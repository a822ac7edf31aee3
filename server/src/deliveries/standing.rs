//! Where a check stands on a day. It is asked from its day on and closed after its last one; that this is written down a
//! little later (`asking`, `closing`) changes nothing of what people read.

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait, sea_query::SelectStatement,
};
use shared::{DeliveryCheckState, OrganisationId, TradeParty};

use crate::{
    calendar,
    entities::{
        agreement, delivery_answer,
        delivery_check::{Column, Entity, Model},
    },
};

/// The row as it is on a day, of a check that so many sides have answered.
pub(super) fn as_of(row: Model, answers: usize, today: NaiveDate) -> Model {
    use DeliveryCheckState::{Asked, Disputed, OneSided, Silent, Upcoming};
    let is_past = row.closes_on < today;
    let state = match row.state {
        Upcoming | Asked if is_past && answers == 0 => Silent,
        Upcoming | Asked if is_past => OneSided,
        Upcoming if row.asked_on <= today => Asked,
        state => state,
    };
    let closes = is_past && matches!(state, Disputed | OneSided | Silent);
    let closed_at = row.closes_on.succ_opt().map(calendar::beginning_of);
    let settled_at = row.settled_at.or(closed_at.filter(|_| closes));
    Model { state, settled_at, ..row }
}

/// Whether a row as it is on a day can be answered then.
pub(super) fn is_open(row: &Model, today: NaiveDate) -> bool {
    let is_asked = matches!(row.state, DeliveryCheckState::Asked | DeliveryCheckState::Disputed);
    is_asked && row.closes_on >= today
}

/// Agreements in which an answer of these sides is waited for: a check is open, and theirs is not there.
pub(crate) fn waits_for(
    side: TradeParty,
    organisations: impl IntoIterator<Item = OrganisationId>,
) -> SelectStatement {
    let today = calendar::today();
    let of_side = match side {
        TradeParty::Retailer => agreement::Column::RetailerId,
        _ => agreement::Column::ProducerId,
    };
    let own = agreement::Entity::find()
        .select_only()
        .column(agreement::Column::Id)
        .filter(of_side.is_in(organisations))
        .into_query();
    let answered = delivery_answer::Entity::find()
        .select_only()
        .column(delivery_answer::Column::CheckId)
        .filter(delivery_answer::Column::Party.eq(side))
        .into_query();
    let is_open = Condition::all()
        .add(Column::State.is_in([DeliveryCheckState::Upcoming, DeliveryCheckState::Asked]))
        .add(Column::AskedOn.lte(today))
        .add(Column::ClosesOn.gte(today));
    Entity::find()
        .select_only()
        .column(Column::AgreementId)
        .filter(is_open)
        .filter(Column::AgreementId.in_subquery(own))
        .filter(Column::Id.not_in_subquery(answered))
        .into_query()
}

#[cfg(test)]
mod tests {
    use DeliveryCheckState::{Asked, Cancelled, Confirmed, Disputed, OneSided, Silent, Upcoming};
    use shared::{AgreementId, DeliveryCheckId, DeliveryCheckKind};

    use super::*;

    #[test]
    fn time_asks_and_closes_and_does_nothing_to_what_is_settled() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
        let row = |state| Model {
            id: DeliveryCheckId::new(),
            agreement_id: AgreementId::new(),
            kind: DeliveryCheckKind::FirstMonth,
            state,
            begins_on: day(1),
            ends_on: day(4),
            asked_on: day(5),
            closes_on: day(18),
            settled_at: None,
        };

        for (written, answers, today, read, open) in [
            (Upcoming, 0, 4, Upcoming, false),
            (Upcoming, 0, 5, Asked, true),
            (Asked, 1, 18, Asked, true),
            (Asked, 1, 19, OneSided, false),
            (Upcoming, 0, 19, Silent, false),
            (Disputed, 2, 18, Disputed, true),
            (Disputed, 2, 19, Disputed, false),
            (Confirmed, 2, 6, Confirmed, false),
            (Cancelled, 0, 30, Cancelled, false),
        ] {
            let found = as_of(row(written), answers, day(today));
            assert_eq!((found.state, is_open(&found, day(today))), (read, open), "{written:?} on {today}");
            let closes = today == 19;
            assert_eq!(found.settled_at.is_some(), closes, "{written:?} on {today}");
        }
    }
}
