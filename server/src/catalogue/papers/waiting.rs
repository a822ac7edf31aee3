//! Papers that wait for staff: entered here, and nobody has decided on them. Officers see those of their units.

use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QuerySelect, QueryTrait, RelationTrait,
    Select,
};

use crate::{
    accounts::SignedIn,
    entities::{certificate, organisation, product, star_decision},
    error::{Error, Result},
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

/// The products of somebody's own organisations: on their papers others decide.
fn own_products(somebody: &SignedIn) -> Select<product::Entity> {
    product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .filter(product::Column::ProducerId.is_in(somebody.organisations()))
}

/// The organisations that an officer looks after; none when it is the whole city.
fn organisations_of(somebody: &SignedIn) -> Result<Option<Select<organisation::Entity>>> {
    let units = somebody.units_of_staff().ok_or(Error::Forbidden)?;
    Ok(units.map(|units| organisations::looked_after(Some(units))))
}

/// The certificates that wait for somebody.
pub(super) fn certificates(somebody: &SignedIn) -> Result<Select<certificate::Entity>> {
    let own = somebody.organisations();
    let of_others_products = Condition::all()
        .add(certificate::Column::ProductId.is_not_null())
        .add(certificate::Column::ProductId.not_in_subquery(own_products(somebody).into_query()));
    let of_others =
        Condition::any().add(certificate::Column::OrganisationId.is_not_in(own)).add(of_others_products);
    let waiting = certificate::Entity::find().filter(undecided!(certificate)).filter(of_others);
    let Some(theirs) = organisations_of(somebody)? else { return Ok(waiting) };
    let products = product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .filter(product::Column::ProducerId.in_subquery(theirs.clone().into_query()));
    Ok(waiting.filter(
        Condition::any()
            .add(certificate::Column::OrganisationId.in_subquery(theirs.into_query()))
            .add(certificate::Column::ProductId.in_subquery(products.into_query())),
    ))
}

/// The decisions about stars that wait for somebody.
pub(super) fn star_decisions(somebody: &SignedIn) -> Result<Select<star_decision::Entity>> {
    let own = own_products(somebody).into_query();
    let waiting = star_decision::Entity::find()
        .filter(undecided!(star_decision))
        .filter(star_decision::Column::ProductId.not_in_subquery(own));
    let Some(theirs) = organisations_of(somebody)? else { return Ok(waiting) };
    Ok(waiting
        .join(JoinType::InnerJoin, star_decision::Relation::Product.def())
        .filter(product::Column::ProducerId.in_subquery(theirs.into_query())))
}
