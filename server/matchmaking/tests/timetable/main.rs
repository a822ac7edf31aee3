//! The timetable of an event: laws that hold for every event and cases written by hand.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod arranged;
mod events;
mod seated;
