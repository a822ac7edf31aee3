//! A day in the API.

use async_graphql::NewType;
use chrono::NaiveDate;

/// A day, `2026-11-23` (ISO 8601). A legal date is a day, not an instant.
#[derive(NewType, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(name = "Date")]
pub struct Date(pub NaiveDate);
