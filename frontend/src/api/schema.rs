//! The names of `shared/schema.graphql`, read by cynic, and the Rust types of its scalars.

#[cynic::schema("ocop")]
mod generated {}

pub(crate) use generated::*;

cynic::impl_scalar!(chrono::NaiveDate, generated::Date);
cynic::impl_scalar!(chrono::DateTime<chrono::Utc>, generated::DateTime);
cynic::impl_scalar!(shared::PartialDate, generated::PartialDate);
