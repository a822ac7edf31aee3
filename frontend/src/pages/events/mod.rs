//! Trade events: what was reported of them, and those that are run here, from their registrations to what became of the
//! agreements made there. Dates and figures of reports are as their sources give them.
//!
//! What can be done is decided in `shared::events`.
//!
//! | file | what |
//! |---|---|
//! | `list`, `choice`, `days`, `standing` | the list of all |
//! | `event`, `shown`, `facts` | one event: its parts, what they share, what is known of it |
//! | `registering`, `own`, `withdrawing` | registering own organisations, where that stands, withdrawing |
//! | `participants`, `filtering`, `participants_choice`, `origins` | who takes part, and from where |
//! | `promises` | what became of the agreements made there |
//! | `steps` | what staff do with it |
//! | `running` | staff: the events run here |
//! | `own_events` | on the page of an organisation: what it is registered for |
//! | `edit`, `edit_query`, `fields`, `values` | staff: what is said of one |
//! | `registrations`, `registration`, `deciding`, `adding`, `listed` | staff: who is registered |

mod adding;
mod changes;
mod choice;
mod days;
mod deciding;
mod edit;
mod edit_query;
mod event;
mod facts;
mod fields;
mod filtering;
mod list;
mod listed;
mod one_query;
mod origins;
mod own;
mod own_events;
mod participants;
mod participants_choice;
mod participants_query;
mod promises;
mod query;
mod registering;
mod registration;
mod registrations;
mod running;
mod shown;
mod standing;
mod steps;
mod values;
mod withdrawing;

pub(crate) use self::days::in_words;
pub(crate) use self::edit::{EditEventPage, NewEventPage};
pub(crate) use self::event::EventPage;
pub(crate) use self::list::EventsPage;
pub(crate) use self::own_events::own_events;
pub(crate) use self::registrations::RegistrationsPage;
pub(crate) use self::running::RunningEventsPage;

/// Where staff have the events that are run here.
const STAFF_PATH: &str = "/can-bo/su-kien";

/// Where one event is.
pub(crate) fn address_of(id: &cynic::Id) -> String {
    format!("/su-kien/{}", id.inner())
}

/// Where staff do something with it: `sua`, `dang-ky`, `lich`, `diem-danh`, `in`.
pub(crate) fn staff_address_of(id: &cynic::Id, part: &str) -> String {
    format!("{STAFF_PATH}/{}/{part}", id.inner())
}
