//! Which day it is where this system is used.

use chrono::{Duration, NaiveDate, Utc};

/// Hours that Asia/Ho_Chi_Minh is ahead of UTC, all year round.
pub(crate) const AHEAD_OF_UTC: i64 = 7;

/// Today in Vietnam.
pub fn today() -> NaiveDate {
    (Utc::now() + Duration::hours(AHEAD_OF_UTC)).date_naive()
}
