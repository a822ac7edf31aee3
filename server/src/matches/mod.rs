//! Matches of needs and products in both directions, what would open needs to a producer, and what nothing fits.
//!
//! The rules are pure and stand in the crate `matchmaking`. Here is what they are asked about: every node keeps all
//! published products and all needs that are not closed in memory ([`market`]), as small as they can be, and follows the
//! log of changes like the search index does. A match is then found without the database.

mod blockers;
mod demands;
mod finding;
pub mod graphql;
pub(crate) mod live;
mod market;
mod meetings;
mod supplies;
pub mod types;
mod unmet;
mod weighing;
mod weights;

pub(crate) use self::{
    weighing::{NeedWeighed, Weighed, Weighing},
    weights::read as weights,
};
