//! What was delivered under an agreement. Both sides are asked after one, three and six months and at its end, and each
//! answers for itself: on the page, or with one tap from a mail. Nobody answers for the other side, and neither sees what
//! the other says before it has answered, so that two answers that agree mean something.
//!
//! What both say the same of is a kept or a broken promise: it counts for matching, for the funnel and as evidence.

mod answering;
pub mod asking;
mod case;
pub mod closing;
pub(crate) mod followed;
pub mod graphql;
pub mod inputs;
pub mod link_type;
pub(crate) mod links;
pub(crate) mod loaders;
pub(crate) mod records;
mod scheduling;
mod standing;
mod telling;
pub mod types;

pub(crate) use self::{
    scheduling::{cancel, schedule},
    standing::waits_for,
};
