//! Other programs that are told of introductions: those of an organisation on its page, those of the city and what was
//! given up for staff.

mod changes;
mod deliveries;
mod entry;
mod hook;
mod list;
mod query;
mod secret;
mod undelivered;

pub(crate) use self::list::Webhooks;
pub(crate) use self::query::given_up;
pub(crate) use self::undelivered::UndeliveredPage;
