//! What was delivered under agreements: both sides are asked, and each answers for itself.

mod scheduling;
mod standing;

pub(crate) use self::{
    scheduling::{cancel, schedule},
    standing::waits_for,
};
