//! The markets of a product, as its producer proves them for the next star rating (DOMAIN §6): the agreements that were
//! signed, and what both sides confirm was delivered under them. The rating itself is done elsewhere.

mod demands;
pub(crate) mod document;
pub mod graphql;
mod reading;
pub mod types;
