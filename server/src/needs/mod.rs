//! What retailers look for: goods, how much a month, in which months, at what price, with which papers, from where.
//! A need is an advertisement and no order (DOMAIN §15). Drafts are seen by their retailer only, open needs by verified
//! producers, or by everybody if the retailer wishes.

mod filling;
pub mod graphql;
pub mod inputs;
mod listing;
mod loaders;
mod open;
mod sheet;
pub mod types;
mod writing;

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use shared::{NeedHindrance, NeedId, NeedParty, NeedStatus, NeedVisibility};

pub(crate) use listing::groups_meant;
pub(crate) use open::{OpenFilter, among as open_among, that_fit as open_that_fit};

use crate::{
    accounts::{SignedIn, Viewer},
    entities::{need, organisation},
    error::{Error, Result},
    organisations,
};

/// A need with its retailer.
pub(crate) async fn find(
    connection: &impl ConnectionTrait,
    id: NeedId,
) -> Result<(need::Model, organisation::Model)> {
    let need = need::Entity::find_by_id(id).one(connection).await?.ok_or(Error::NotFound("need"))?;
    let retailer = organisations::require(connection, need.organisation_id).await?;
    Ok((need, retailer))
}

/// A need, if somebody may read it.
pub(crate) async fn require_readable(
    connection: &impl ConnectionTrait,
    viewer: &Viewer,
    id: NeedId,
) -> Result<need::Model> {
    let (need, retailer) = find(connection, id).await?;
    if may_read(viewer, &need, &retailer) { Ok(need) } else { Err(Error::NotFound("need")) }
}

/// Some needs by their ids.
pub(crate) async fn by_id(
    connection: &impl ConnectionTrait,
    ids: &[NeedId],
) -> Result<HashMap<NeedId, need::Model>> {
    let rows = need::Entity::find().filter(need::Column::Id.is_in(ids.iter().copied()));
    Ok(rows.all(connection).await?.into_iter().map(|row| (row.id, row)).collect())
}

/// What somebody is to a need.
pub(crate) fn party(somebody: &SignedIn, retailer: &organisation::Model) -> NeedParty {
    if somebody.role_in(retailer.id).is_some() {
        NeedParty::Retailer
    } else if somebody.is_staff_for(retailer) {
        NeedParty::Staff
    } else {
        NeedParty::Other
    }
}

/// What keeps a need about some groups from being opened.
fn hindrances(
    need: &need::Model,
    is_about_groups: bool,
    retailer: &organisation::Model,
    today: NaiveDate,
) -> Vec<NeedHindrance> {
    let unverified = retailer.verified_at.is_none().then_some(NeedHindrance::NotVerified);
    let past = need.deadline.is_some_and(|day| day < today).then_some(NeedHindrance::Past);
    let says_nothing = !is_about_groups && need.description.is_none();
    let silent = says_nothing.then_some(NeedHindrance::NothingSaid);
    [unverified, past, silent].into_iter().flatten().collect()
}

/// Whether somebody may read a need.
pub(crate) fn may_read(viewer: &Viewer, need: &need::Model, retailer: &organisation::Model) -> bool {
    let side = viewer.signed_in().map_or(NeedParty::Other, |somebody| party(somebody, retailer));
    match side {
        NeedParty::Retailer => true,
        NeedParty::Staff => need.status != NeedStatus::Draft,
        NeedParty::Other => {
            let is_for_them = need.visibility == NeedVisibility::Public
                || viewer.signed_in().is_ok_and(SignedIn::is_verified_producer);
            need.status == NeedStatus::Open && is_for_them
        }
    }
}
