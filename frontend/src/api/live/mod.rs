//! Word of changes as they happen, over one connection for the whole page, for people who are signed in.
//!
//! It is a convenience: a page asks as always, and here only learns when to ask again. Where connections are impossible,
//! or one was lost, that is each time somebody looks at the window again.
//!
//! | file | what |
//! |---|---|
//! | `listeners` | who wants to know of what, and telling them once for a burst of changes |
//! | `wire` | what is said over the connection (`graphql-transport-ws`) |
//! | `connection` | the connection itself: opening, keeping, opening again |
//! | `pause` | how long to wait before opening it again |

mod connection;
mod listeners;
mod pause;
mod wire;

pub(super) use self::connection::try_now;
pub(crate) use self::connection::{allow, begin, end};
pub(crate) use self::listeners::{Notice, on_change, tell_here};
