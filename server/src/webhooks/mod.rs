//! Other programs, of retailers, producers and the city, are told of what happens to introductions and agreements: a signed
//! request to the address they gave, tried again ever more seldom when it fails, and put aside for people when it fails for good.
//! They are told ids and states, and read the rest with an account of their own. What is sent follows the Standard
//! Webhooks specification; `docs/WEBHOOKS.md` is for those who receive it.

mod addresses;
mod calling;
pub mod graphql;
pub(crate) mod happening;
pub mod inputs;
mod listing;
mod managing;
mod retrying;
pub mod sending;
mod signature;
mod target;
mod telling;
pub mod types;

use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect};
use shared::{OrganisationId, WebhookId, WebhookKind};

pub(crate) use self::{
    happening::Happening,
    telling::{tell, tell_of},
};
use crate::{
    accounts::SignedIn,
    changes::Line,
    entities::webhook,
    error::{Error, Result},
};

/// Fails unless somebody decides who is told: owners for their organisation, administrators for the city.
fn require_manager(somebody: &SignedIn, organisation: Option<OrganisationId>) -> Result<()> {
    match organisation {
        Some(id) => somebody.require_owner(id),
        None if somebody.is_administrator() => Ok(()),
        None => Err(Error::Forbidden),
    }
}

/// A webhook that somebody decides about. Who is not of the organisation need not know that it is there.
async fn find(rows: &impl ConnectionTrait, somebody: &SignedIn, id: WebhookId) -> Result<webhook::Model> {
    decided_by(somebody, webhook::Entity::find_by_id(id).one(rows).await?)
}

/// The same, to be changed: nobody else changes it meanwhile.
async fn lock(rows: &impl ConnectionTrait, somebody: &SignedIn, id: WebhookId) -> Result<webhook::Model> {
    decided_by(somebody, webhook::Entity::find_by_id(id).lock_exclusive().one(rows).await?)
}

fn decided_by(somebody: &SignedIn, found: Option<webhook::Model>) -> Result<webhook::Model> {
    let may_know = |row: &webhook::Model| match row.organisation_id {
        Some(organisation) => somebody.role_in(organisation).is_some(),
        None => somebody.looks_after_the_city(),
    };
    let row = found.filter(may_know).ok_or(Error::NotFound("webhook"))?;
    require_manager(somebody, row.organisation_id)?;
    Ok(row)
}

/// A line of the log: in the history of the organisation, or of the webhook where it is the city's.
fn line(row: &webhook::Model, action: &'static str) -> Line {
    match row.organisation_id {
        Some(organisation) => Line::of("organisation", organisation, action),
        None => Line::of("webhook", row.id, action),
    }
}

/// What it is told; `None` for all.
fn kinds(row: &webhook::Model) -> Option<Vec<WebhookKind>> {
    let names = row.kinds.as_deref()?.split(',');
    Some(names.filter_map(WebhookKind::parse).collect())
}
