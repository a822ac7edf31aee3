//! Introductions, for both sides and for staff: the list of them, one with its answer and its conversation, and the
//! answer by the link of a mail, which needs no account.
//!
//! What may be done is decided in `shared::introductions`; what is known of a conversation in `known`, which knows
//! nothing of the page.

mod about;
mod actions;
mod agreeing;
mod answer;
mod changes;
mod choice;
mod composer;
mod conversation;
mod introduction;
mod keep_place;
mod known;
mod link;
mod link_query;
mod list;
mod message;
mod one_query;
mod query;
mod row;
mod seen;
mod staff_reading;
mod standing;

pub(crate) use self::introduction::IntroductionPage;
pub(crate) use self::link::AnswerPage;
pub(crate) use self::list::IntroductionsPage;
pub(crate) use self::query::{ProducerName, RetailerName};
pub(crate) use self::row::address_of;
pub(crate) use self::standing::badge;
