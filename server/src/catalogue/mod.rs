//! What producers enter about their products: what a product is, its packs and prices, the terms on which it can be had,
//! photos, papers, and answers to what buyers ask. What everybody sees of a product is in `products`.
//!
//! Nothing that is not entered is filled in. Every fact keeps the time at which somebody last said that it is true, and
//! grows old from then on (`shared::Freshness`).

pub(crate) mod access;
mod answering;
mod changing;
mod creating;
pub(crate) mod entering;
mod facts;
pub mod graphql;
pub mod inputs;
pub mod listing;
pub(crate) mod loaders;
pub mod papers;
pub mod parts;
mod publishing;
mod readiness;
pub mod readiness_types;
mod sheet;
pub mod types;
mod variants;

use sea_orm::{ConnectionTrait, EntityTrait};
use shared::{OrganisationId, ProductId};

use crate::{
    accounts::SignedIn,
    entities::{organisation, product},
    error::{Error, Result},
    organisations,
};

/// A product with its producer, for somebody who may change it: people of the producer. Others learn of a product that
/// is not published as little as of one that does not exist.
async fn require_own(
    connection: &impl ConnectionTrait,
    somebody: &SignedIn,
    id: ProductId,
) -> Result<(product::Model, organisation::Model)> {
    let (product, producer) = find(connection, id).await?;
    if somebody.role_in(producer.id).is_some() {
        return Ok((product, producer));
    }
    Err(if product.published_at.is_some() { Error::Forbidden } else { Error::NotFound("product") })
}

/// The same for somebody who may see it: staff who look after the producer too.
pub(crate) async fn require_visible(
    connection: &impl ConnectionTrait,
    somebody: &SignedIn,
    id: ProductId,
) -> Result<(product::Model, organisation::Model)> {
    let (product, producer) = find(connection, id).await?;
    let may_see = somebody.role_in(producer.id).is_some() || somebody.is_staff_for(&producer);
    if may_see { Ok((product, producer)) } else { Err(Error::NotFound("product")) }
}

async fn find(
    connection: &impl ConnectionTrait,
    id: ProductId,
) -> Result<(product::Model, organisation::Model)> {
    let product = product::Entity::find_by_id(id).one(connection).await?.ok_or(Error::NotFound("product"))?;
    let producer = organisations::require(connection, product.producer_id).await?;
    Ok((product, producer))
}

/// An organisation for somebody who enters products for it.
async fn require_producer(
    connection: &impl ConnectionTrait,
    somebody: &SignedIn,
    id: OrganisationId,
) -> Result<organisation::Model> {
    let producer = organisations::require(connection, id).await?;
    somebody.require_member(id)?;
    if producer.is_producer { Ok(producer) } else { Err(Error::Forbidden) }
}
