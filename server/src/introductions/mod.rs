//! Retailers and producers who are proposed to each other, about a product and mostly for a need: one side or staff
//! propose, who is asked accepts or declines before a last day, and from then on the two sides talk. What becomes of it by
//! which action is decided in `shared::introductions`; here it is kept, and nobody else learns of it.
//!
//! What the two sides write to each other is theirs: staff read it only with a reason, which stands in the log, and the log
//! itself never holds it.

mod answering;
pub(crate) mod attachments;
pub(crate) mod by_staff;
mod case;
mod conversation;
pub mod graphql;
pub mod hindrances;
pub mod inputs;
pub mod lapsing;
pub mod link_type;
pub(crate) mod links;
mod listing;
pub(crate) mod loaders;
pub(crate) mod meeting;
pub mod message_type;
mod proposing;
mod standing;
mod terms;
pub mod types;
mod withdrawing;

use sea_orm::ConnectionTrait;
use shared::IntroductionId;

pub(crate) use self::standing::as_of;
use crate::{accounts::SignedIn, error::Result};

/// Fails unless somebody may know of an introduction.
pub(crate) async fn require_known(
    rows: &impl ConnectionTrait,
    somebody: &SignedIn,
    id: IntroductionId,
) -> Result<()> {
    case::Case::find(rows, somebody, id).await.map(drop)
}
