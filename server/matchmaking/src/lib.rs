//! Which products fit which needs and why, and which pairs of a whole round are the best (DESIGN §6). Pure rules: nothing
//! here reads a database or a clock.

pub mod allocation;
