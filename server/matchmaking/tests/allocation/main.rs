//! The allocation of a round: laws that hold for every round, the same answer as other solvers, and what is refused.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod independent;
mod laws;
mod questions;
mod refusals;
mod rounds;
