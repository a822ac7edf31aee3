//! The allocation of a round: laws that hold for every round, the same answer as other solvers, and what is refused.

mod independent;
mod laws;
mod questions;
mod refusals;
mod rounds;
