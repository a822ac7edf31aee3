//! The names of `shared/schema.graphql`, read by cynic, and the Rust types of its scalars.

#[cynic::schema("ocop")]
mod generated {}

pub(crate) use generated::*;

cynic::impl_scalar!(chrono::NaiveDate, generated::Date);
cynic::impl_scalar!(chrono::DateTime<chrono::Utc>, generated::DateTime);
cynic::impl_scalar!(shared::PartialDate, generated::PartialDate);
cynic::impl_scalar!(shared::Dong, generated::Dong);
cynic::impl_scalar!(shared::Quantity, generated::Quantity);
cynic::impl_scalar!(shared::Gtin, generated::Gtin);
cynic::impl_scalar!(serde_json::Value, generated::JSON);
