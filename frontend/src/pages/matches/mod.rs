//! Needs and products side by side, for both sides and for staff: the products for a need, the needs for a product,
//! several products compared, what would open the most needs, and proposing that two meet. Retailer and producer see
//! the same reasons.
//!
//! | file | what |
//! |---|---|
//! | `list`, `row` | the pairs of one need or product |
//! | `gates`, `parts` | what is asked and whether it is met; what a score is made of |
//! | `compare` | up to four products in a table |
//! | `introducing`, `proposing`, `inviting` | proposing to meet: about a need in a dialog, without one on a page |
//! | `opening`, `openings`, `demand` | what keeps producers from needs: for one of them, for staff |
//! | `lacking`, `demand_choice` | what is lacking, for staff, and what they chose to see |

mod changes;
mod choice;
mod compare;
mod compared_query;
mod demand;
mod demand_choice;
mod gates;
mod introducing;
mod inviting;
mod lacking;
mod list;
mod opening;
mod openings;
mod parts;
mod proposing;
mod query;
mod row;

pub(crate) use self::compare::ComparePage;
pub(crate) use self::demand::DemandPage;
pub(crate) use self::gates::met;
pub(crate) use self::introducing::Proposer;
pub(crate) use self::inviting::{InviteLink, InvitePage};
pub(crate) use self::list::{PLACE, needs_for, products_for};
pub(crate) use self::openings::OpeningsPage;
pub(crate) use self::proposing::{answer_days, fields as proposal_fields};
