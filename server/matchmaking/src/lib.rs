//! Which products fit which needs and why, and which pairs of a whole round are the best (DESIGN §6), and when those
//! who come to an event meet. Pure rules: nothing here reads a database or a clock.

pub mod allocation;
pub mod amounts;
pub mod demand;
pub mod gates;
pub mod pair;
pub mod place;
pub mod said;
pub mod scoring;
pub mod supply;
pub mod term;
#[cfg(test)]
mod tests;
pub mod timetable;
pub mod words;
