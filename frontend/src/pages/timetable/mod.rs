//! The timetable of an event, for staff of the city: when people meet and at how many tables, making it in the fewest
//! slots, mending it when somebody comes or leaves, announcing it, and the meetings themselves with what came of them.
//!
//! | file | what |
//! |---|---|
//! | `query`, `meetings_query`, `changes` | what is asked and done |
//! | `page`, `work` | the page, and what its parts share |
//! | `settings`, `beginning`, `values`, `reading`, `preview` | the form, and how many slots it makes while somebody types |
//! | `standing`, `fitting`, `left_out` | how good it is, what has no place and why |
//! | `steps`, `moved` | bringing it up to date with what moved, announcing it |
//! | `meetings`, `filters`, `choice`, `row`, `grouping` | the meetings by slot |

mod beginning;
mod changes;
mod choice;
mod filters;
mod fitting;
mod grouping;
mod left_out;
mod meetings;
mod meetings_query;
mod moved;
mod page;
mod preview;
mod query;
mod reading;
mod row;
mod settings;
mod standing;
mod steps;
mod values;
mod work;

pub(crate) use self::changes::TimetableChange;
pub(crate) use self::fitting::Why as WhyUnplaced;
pub(crate) use self::page::TimetablePage;

/// Where the timetable of an event is.
fn address_of(event: &cynic::Id) -> String {
    super::events::staff_address_of(event, "lich")
}
