//! The contract between server and page: ids, enums, dates, numbers people type, limits, error codes, Vietnamese text.
//!
//! Nothing here reads or writes anything. What both sides must agree on stands here once, so that a
//! button on the page and a check on the server can't disagree. The feature `server` adds the GraphQL and
//! database faces of these types; the page is built without it.

pub mod agreements;
pub mod consent;
pub mod day;
pub mod deliveries;
mod digits;
pub mod documents;
pub mod email;
pub mod error_code;
pub mod events;
pub mod funnel;
pub mod gtin;
pub mod ids;
pub mod introductions;
mod kinds;
pub mod limits;
pub mod matching;
pub mod money;
pub mod months;
pub mod needs;
pub mod notifications;
pub mod partial_date;
pub mod parties;
pub mod phone;
pub mod problem;
pub mod promises;
pub mod quantity;
pub mod rounds;
pub mod stars;
#[cfg(feature = "server")]
mod stored;
pub mod tax_code;
pub mod text;
pub mod units;
pub mod webhooks;

pub use agreements::{AgreementAction, AgreementFollows, AgreementKind, AgreementStatus};
pub use consent::{ACCOUNT_TERMS, PUBLIC_CONTACT_TERMS};
pub use day::{read_day, read_partial_date};
pub use deliveries::{DeliveryCheckKind, DeliveryCheckState, DeliveryOutcome, DeliveryProblem};
pub use documents::DocumentLanguage;
pub use email::Email;
pub use error_code::ErrorCode;
pub use events::{
    ArrivalProblem, EventAction, EventStatus, LeftOutReason, MeetingOutcome, MeetingStatus, ParticipantAction,
    ParticipantParty, ParticipantStatus,
};
pub use funnel::{FunnelBy, FunnelStep};
pub use gtin::Gtin;
pub use ids::*;
pub use introductions::{IntroductionAction, IntroductionHindrance, IntroductionStatus, MailChoice};
pub use kinds::*;
pub use matching::{GateKind, GateState, MatchChoice, Mend, ScorePartKind, UnmetBy};
pub use money::Dong;
pub use needs::{NeedAction, NeedHindrance, NeedParty, NeedStatus, NeedVisibility};
pub use notifications::NotificationKind;
pub use partial_date::PartialDate;
pub use parties::TradeParty;
pub use phone::Phone;
pub use problem::Problem;
pub use promises::Promise;
pub use quantity::Quantity;
pub use rounds::{CapKind, RoundAction, RoundRuleKind, RoundStatus, UnservedReason};
pub use stars::{StarDecision, StarState};
pub use tax_code::TaxCode;
pub use units::{Dimension, Unit, UnitPrice};
pub use webhooks::{WebhookDeliveryState, WebhookKind, WebhookProblem};
