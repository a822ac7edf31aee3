//! Rounds of matching: staff of the city choose open needs, products, caps, pins and forbids; the plan with the greatest
//! total score is found exactly (`matchmaking::allocation`), looked at, changed and found again, and in the end its pairs are
//! introduced to each other.
//!
//! What is chosen and what was found stands in the database. The work itself is done by the node that was asked
//! ([`solving`]): it weighs needs against the products in its memory ([`weighing`]) and writes down what it found unless the
//! round has changed or the attempt was broken off meanwhile, on whichever node.

mod accepting;
pub mod candidates;
mod caps;
mod choices;
mod choosing;
pub mod graphql;
pub mod inputs;
pub mod items;
mod listing;
mod loaders;
pub mod plan_types;
mod problem;
mod reasons;
pub mod solving;
pub mod spread;
pub mod stored;
pub mod types;
mod weighing;
mod writing;

use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect, sea_query::LockType};
use shared::{Problem, RoundAction, RoundId, RoundStatus};

use crate::{
    entities::round,
    error::{Error, Result},
    forms,
};

/// A round.
async fn find(connection: &impl ConnectionTrait, id: RoundId) -> Result<round::Model> {
    round::Entity::find_by_id(id).one(connection).await?.ok_or(Error::NotFound("round"))
}

/// A round, which nobody else changes before this transaction ends.
async fn lock(connection: &impl ConnectionTrait, id: RoundId) -> Result<round::Model> {
    let row = round::Entity::find_by_id(id).lock(LockType::NoKeyUpdate).one(connection).await?;
    row.ok_or(Error::NotFound("round"))
}

/// What becomes of a round by an action; fails where that can't be done now.
fn require_after(round: &round::Model, action: RoundAction) -> Result<RoundStatus> {
    round.status.after(action).ok_or_else(|| forms::wrong("id", Problem::NotPossibleNow))
}
