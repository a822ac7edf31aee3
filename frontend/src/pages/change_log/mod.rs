//! The log of changes for staff: what was done to a thing, when and by whom. It is read here and nowhere changed.

mod difference;
mod lines;
mod link;
mod names;
mod page;
mod query;
mod thing;
mod values;

pub(crate) use self::link::history_link;
pub(crate) use self::page::ChangeLogPage;
pub(crate) use self::thing::Thing;
