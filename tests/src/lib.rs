//! What the tests share: a whole application on a database of its own, and the actors that use it.
//!
//! `OCOP_TEST_DATABASE` chooses the database: `sqlite` (default) or `postgres`, the cluster of
//! `TEST_POSTGRES_URL`. The reference data and the public facts are loaded once per run into a template; each
//! test gets a copy of it, so tests change what they like and run side by side.

mod actors;
mod app;
pub mod browser;
pub mod people;
pub mod sides;
mod template;

pub use actors::{Actor, Answer};
pub use app::TestApp;
pub use people::Person;
pub use sides::Sides;
pub use template::{EmptyDatabase, FilledDatabase};
