//! The contract between server and page: ids, enums, dates, limits, error codes, Vietnamese text.
//!
//! Nothing here reads or writes anything. What both sides must agree on stands here once, so that a
//! button on the page and a check on the server can't disagree. The feature `server` adds the GraphQL and
//! database faces of these types; the page is built without it.

pub mod consent;
pub mod error_code;
pub mod ids;
pub mod kinds;
pub mod limits;
pub mod partial_date;
pub mod problem;
pub mod stars;
pub mod text;

pub use consent::{ACCOUNT_TERMS, PUBLIC_CONTACT_TERMS};
pub use error_code::ErrorCode;
pub use ids::*;
pub use kinds::*;
pub use partial_date::PartialDate;
pub use problem::Problem;
pub use stars::{StarDecision, StarState};
