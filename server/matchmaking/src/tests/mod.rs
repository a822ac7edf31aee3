//! The rules, whole tables at a time, and their laws.

mod gates;
mod laws;
mod said;
pub(crate) mod samples;
