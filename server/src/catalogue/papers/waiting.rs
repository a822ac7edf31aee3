//! Papers that wait for staff: entered here, and nobody has decided on them. Officers see those of their units.

use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QuerySelect, QueryTrait, RelationTrait,
    Select,
};

use crate::{
    accounts::Staff,
    entities::{certificate, organisation, product, star_decision},
    organisations,
};

macro_rules! undecided {
    ($table:ident) => {
        Condition::all()
            .add($table::Column::EnteredBy.is_not_null())
            .add($table::Column::ConfirmedAt.is_null())
            .add($table::Column::RefusedAt.is_null())
    };
}

/// The organisations that an officer looks after; none when it is the whole city.
fn organisations_of(staff: &Staff) -> Option<Select<organisation::Entity>> {
    let Staff::OfUnits(units) = staff else { return None };
    let theirs = organisation::Entity::find().select_only().column(organisation::Column::Id);
    Some(theirs.filter(organisations::in_units(units)))
}

/// The certificates that wait for somebody.
pub(super) fn certificates(staff: &Staff) -> Select<certificate::Entity> {
    let waiting = certificate::Entity::find().filter(undecided!(certificate));
    let Some(theirs) = organisations_of(staff) else { return waiting };
    let products = product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .filter(product::Column::ProducerId.in_subquery(theirs.clone().into_query()));
    waiting.filter(
        Condition::any()
            .add(certificate::Column::OrganisationId.in_subquery(theirs.into_query()))
            .add(certificate::Column::ProductId.in_subquery(products.into_query())),
    )
}

/// The decisions about stars that wait for somebody.
pub(super) fn star_decisions(staff: &Staff) -> Select<star_decision::Entity> {
    let waiting = star_decision::Entity::find().filter(undecided!(star_decision));
    let Some(theirs) = organisations_of(staff) else { return waiting };
    waiting
        .join(JoinType::InnerJoin, star_decision::Relation::Product.def())
        .filter(product::Column::ProducerId.in_subquery(theirs.into_query()))
}
