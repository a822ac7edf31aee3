//! What a timetable keeps in one column.

use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};
use shared::events::hours::Hours;

/// When people meet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct StoredHours(pub Hours);
