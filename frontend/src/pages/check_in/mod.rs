//! The door of an event, for staff: who comes is noted at once, whether the network is there or not. The list of those who
//! take part is kept on the device and read again when others have noted something; arrivals go into a queue that is kept
//! too, and are sent when they can be. Sending again does no harm: the server counts the earliest time.
//!
//! The page itself is kept as well, once the list is: a telephone that was locked, or a window that was closed, opens it
//! again without a network, for the account that has read the list.
//!
//! | file | what |
//! |---|---|
//! | `queue`, `list` | arrivals that wait, and those who take part: what follows from them, without page or clock |
//! | `store` | keeping both on the device |
//! | `kept_page` | keeping the page itself |
//! | `door`, `sending`, `reading`, `following` | noting, sending, reading the list, learning what other doors note |
//! | `query`, `changes` | what is asked and sent |
//! | `page`, `standing`, `last` | the page, how many have come and what is not sent, what was done last |
//! | `asking`, `typing`, `camera`, `finding`, `refused` | the address of a badge, a code, the camera, a name, what was not taken |
//! | `by_name` | what the crates of the page have no words for |

mod asking;
mod by_name;
mod camera;
mod changes;
mod door;
mod finding;
mod following;
mod kept_page;
mod last;
mod list;
mod page;
mod query;
mod queue;
mod reading;
mod refused;
mod sending;
mod standing;
mod store;
mod typing;

pub(crate) use self::door::Last;
pub(crate) use self::list::Count;
pub(crate) use self::page::CheckInPage;
pub(crate) use self::store::leave_device;

/// Where the door of an event is.
fn address_of(event: &str) -> String {
    super::events::staff_address_of(&cynic::Id::new(event), "diem-danh")
}
