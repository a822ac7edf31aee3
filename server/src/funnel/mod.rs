//! What becomes of those who meet: from an introduction over a proposal and a signature to goods that are delivered again
//! and again (DOMAIN §11: everybody counts signatures, and nobody what was carried out).
//!
//! A row is an introduction with all agreements it led to, or an agreement of two sides that no introduction led to, with
//! those that follow it. Every figure counts rows, and `funnelRows` shows the ones it counts. Agreements of departments are
//! no part of it.

mod counting;
pub mod graphql;
mod headings;
mod path;
mod reading;
mod survival;
pub mod types;
