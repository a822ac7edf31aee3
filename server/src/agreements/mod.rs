//! Agreements of retailers and producers (DOMAIN §12): what they say, version by version, who has confirmed it, and what
//! becomes of it. Which step comes next is decided in `shared::agreements`; what was delivered stands in `deliveries`.
//!
//! A version that was sent never changes: who wants it otherwise sends the next one, and what holds is changed by an
//! agreement of its own. The log says what was done, never what an agreement says.

pub(crate) mod case;
pub(crate) mod drafting;
mod editing;
mod ending;
mod following;
pub mod graphql;
pub mod inputs;
pub mod lapsing;
pub(crate) mod led_to;
mod lines;
mod listing;
pub(crate) mod loaders;
pub mod mutations;
pub mod numbering;
mod parties;
mod prefilled;
pub(crate) mod scans;
mod search;
mod sending;
mod sides;
mod signing;
pub(crate) mod stated;
pub mod stored;
mod terms;
pub mod types;
pub mod version_type;

use sea_orm::ConnectionTrait;
use shared::AgreementId;

use crate::{accounts::SignedIn, error::Result};

/// Fails unless somebody may know of an agreement.
pub(crate) async fn require_known(
    rows: &impl ConnectionTrait,
    somebody: &SignedIn,
    id: AgreementId,
) -> Result<()> {
    case::Case::find(rows, somebody, id).await.map(drop)
}
