//! What a person was told of, the newest first. What is seen here is no longer new for the bell.

mod list;
mod query;
mod row;

pub(crate) use self::list::NotificationsPage;
