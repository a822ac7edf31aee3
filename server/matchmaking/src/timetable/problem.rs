//! What can be wrong with a question; every message names the meeting or the slot.

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Two meetings have the same id.
    #[error("meeting {0} stands there twice")]
    DuplicateMeeting(u32),
    /// A meeting is to be removed that is not in the plan.
    #[error("there is no meeting {0} to remove")]
    UnknownMeeting(u32),
    /// Somebody is in two meetings in the same slot.
    #[error("meetings {} and {} have a participant in common and are both in slot {slot}", meetings[0], meetings[1])]
    TwoAtOnce {
        /// When.
        slot: u32,
        /// The ids of both.
        meetings: [u32; 2],
    },
    /// A slot has more meetings than there are tables.
    #[error("slot {slot} has {meetings} meetings, but there are {tables} tables")]
    TooFewTables {
        /// Which slot.
        slot: u32,
        /// How many meetings it has.
        meetings: usize,
        /// How many there can be.
        tables: u32,
    },
    /// A meeting is in a slot that does not exist.
    #[error("meeting {meeting} is in slot {slot}, but there are {slots} slots")]
    NoSuchSlot {
        /// The id of the meeting.
        meeting: u32,
        /// The slot, counted from 0.
        slot: u32,
        /// How many there are.
        slots: u32,
    },
}
