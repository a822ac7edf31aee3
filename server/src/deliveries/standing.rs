//! Where a check stands on a day.

use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait, sea_query::SelectStatement,
};
use shared::{DeliveryCheckState, TradeParty};

use crate::{
    calendar,
    entities::{
        agreement, delivery_answer,
        delivery_check::{Column, Entity},
    },
};

/// Agreements in which an answer of these sides is waited for: a check is open, and theirs is not there.
pub(crate) fn waits_for(
    side: TradeParty,
    organisations: impl IntoIterator<Item = shared::OrganisationId>,
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
