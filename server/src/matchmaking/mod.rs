//! Which products go to which needs: the rules stand in the crate `matchmaking`, here is what brings rounds to them.

pub mod allocate;
