//! The tables as Rust sees them; a test holds them against the migrated tables of both databases. What the
//! columns mean stands in `migrations` and in the GraphQL types.
#![expect(missing_docs, reason = "columns are documented where they are made and where they are shown")]

pub mod account;
pub mod account_unit;
pub mod admin_unit;
pub mod admin_unit_successor;
pub mod certificate;
pub mod certificate_kind;
pub mod change;
pub mod consent;
pub mod data_request;
pub mod event;
pub mod fact_source;
pub mod invitation;
pub mod membership;
pub mod need;
pub mod need_group;
pub mod need_province;
pub mod need_requirement;
pub mod one_time_link;
pub mod organisation;
pub mod organisation_details;
pub mod outgoing_mail;
pub mod plan;
pub mod product;
pub mod product_answer;
pub mod product_fact;
pub mod product_group;
pub mod product_photo;
pub mod product_terms;
pub mod requirement;
pub mod requirement_certificate;
pub mod sale_point;
pub mod session;
pub mod setting;
pub mod source;
pub mod star_decision;
pub mod stock;
pub mod unit;
pub mod upload;
pub mod variant;
pub mod verification;
mod versioned;
