//! What the API shows of a late change of a timetable.

use async_graphql::SimpleObject;
use shared::events::hours;

use super::{adjusting::Adjusted, arranging::Place, meeting_type::Meeting, slot_type::Slot};
use crate::{entities::meeting, events::types::Event, numbers::int};

/// Meetings that are named at most where some moved.
const MOVED: usize = 200;

/// A meeting that has another time or table than before.
#[derive(SimpleObject)]
pub struct MovedMeeting {
    /// The meeting, as it is now.
    meeting: Meeting,
    /// When it was before; null if it had no slot.
    from_slot: Option<Slot>,
    /// At which table.
    from_table: Option<i32>,
}

/// What was changed in a timetable.
#[derive(SimpleObject)]
pub struct TimetableChange {
    /// The event.
    event: Event,
    /// Meetings that came.
    added: i32,
    /// Meetings that left.
    removed: i32,
    /// Meetings that have no slot.
    unplaced: i32,
    /// How many meetings moved.
    moved_count: i32,
    /// Those that moved, by time; at most 200.
    moved: Vec<MovedMeeting>,
}

impl TimetableChange {
    pub(super) fn of(adjusted: Adjusted, slots: &[hours::Slot]) -> Self {
        let Adjusted { event, added, removed, unplaced, mut moved } = adjusted;
        moved.sort_by_key(|(meeting, _)| (meeting.slot, meeting.table_number, meeting.id));
        let moved_count = int(moved.len());
        let slot = |place: Place| {
            let number = usize::try_from(place.slot).ok()?;
            Some(Slot::of(number, slots.get(number)?))
        };
        let named = |(meeting, place): (meeting::Model, Option<Place>)| MovedMeeting {
            meeting: meeting.into(),
            from_slot: place.and_then(slot),
            from_table: place.and_then(|place| i32::try_from(place.table).ok()),
        };
        Self {
            event: event.into(),
            added: int(added),
            removed: int(removed),
            unplaced: int(unplaced),
            moved_count,
            moved: moved.into_iter().take(MOVED).map(named).collect(),
        }
    }
}
