//! The meetings of a participant at an event, in order of time and made for a telephone held in one hand: when, at which
//! table, with whom, about what; what came of it is said in two taps. Printed as it is.
//!
//! | file | what |
//! |---|---|
//! | `query`, `changes` | what a meeting is, and saying what came of it |
//! | `page`, `row` | the list |
//! | `moment` | which meeting is next, and which have begun |
//! | `recording` | the two taps, for participants here and for staff in the whole timetable |

mod changes;
mod moment;
mod page;
mod query;
mod recording;
mod row;

pub(crate) use self::page::OwnMeetingsPage;
pub(crate) use self::query::{Meeting, MeetingPage, Party, Slot};
pub(crate) use self::recording::{Afterwards, Opened, Recording};
