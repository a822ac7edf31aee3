//! What the API shows of the hours in which people meet.

use async_graphql::SimpleObject;
use shared::events::hours;

use crate::{graphql::date::Date, numbers::int};

/// A day on which people meet.
#[derive(SimpleObject)]
pub struct MeetingDay {
    /// The day.
    pub(super) day: Date,
    /// From when, in minutes since midnight.
    pub(super) from_minute: i32,
    /// Until when.
    pub(super) to_minute: i32,
}

/// A stretch of a day.
#[derive(SimpleObject)]
pub struct Stretch {
    /// From when, in minutes since midnight.
    pub(super) from_minute: i32,
    /// Until when.
    pub(super) to_minute: i32,
}

/// Meetings in the same slot take place at the same time.
#[derive(SimpleObject)]
pub struct Slot {
    /// From 0, in order of time.
    pub(super) number: i32,
    /// Its day.
    pub(super) day: Date,
    /// From when, in minutes since midnight.
    pub(super) from_minute: i32,
    /// Until when.
    pub(super) to_minute: i32,
}

impl Slot {
    pub(super) fn of(number: usize, slot: &hours::Slot) -> Self {
        Self {
            number: int(number),
            day: Date(slot.day),
            from_minute: slot.hours.from.into(),
            to_minute: slot.hours.to.into(),
        }
    }
}
