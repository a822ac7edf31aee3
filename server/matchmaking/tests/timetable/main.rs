//! The timetable of an event: laws that hold for every event, cases written by hand, and what is refused.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod arranged;
mod events;
mod rearranged;
mod refusals;
mod seated;
