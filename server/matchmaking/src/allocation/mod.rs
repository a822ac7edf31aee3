//! The best pairs of a whole round: exactly the plan with the greatest total score under the caps.
//!
//! A [`Draft`] says what staff chose; [`Instance::new`] checks it and names what is wrong; [`solve`] gives the
//! [`Solution`] with its [`Plan`].
//!
//! A unit of interest flows from a need over an edge to a product and on to its producer; caps bound what passes each,
//! and the greatest score is the cheapest flow (`network`, `simplex`). Flows of whole units cost nothing extra here, so
//! the answer is exact. Its proof does not rest on the solver: `certificate` reckons a bound that no plan can exceed
//! from prices of the caps, and the plan reaches it.
//!
//! Ties: whatever order a draft comes in, everything is put in order of id (byte by byte) before it is solved, and the
//! solver never draws lots. Of several plans with the same total score the answer is thus always the same one, but no
//! rule says which. A pair of score 0 gains nothing and is planned only where it is pinned.

mod certificate;
mod draft;
mod gains;
mod instance;
mod network;
mod problem;
mod residual;
mod simplex;
mod solution;
mod tree;
mod unserved;

pub use self::draft::{Draft, Edge, MAX_CAP, MAX_SCORE, Need, Pair, Producer, Product};
pub use self::gains::FullCap;
pub use self::instance::Instance;
pub use self::problem::{Item, ItemKind, PairList, Problem};
pub use self::solution::{Plan, PlannedPair, Solution, solve, solve_watched};
pub use self::unserved::{Unserved, WhyUnserved};
