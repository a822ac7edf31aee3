//! The door of an event, for staff: who comes is noted at once, whether the network is there or not. The list of those who
//! take part is read once and kept on the device; arrivals go into a queue that is kept too, and are sent when they can
//! be. Sending again does no harm: the server counts the earliest time.
//!
//! Opening the page itself needs the network: there is no service worker.
//!
//! | file | what |
//! |---|---|
//! | `queue`, `list` | arrivals that wait, and those who take part: what follows from them, without page or clock |
//! | `store` | keeping both on the device |
//! | `door`, `sending`, `reading` | noting, sending, reading the list |
//! | `query`, `changes` | what is asked and sent |
//! | `page`, `standing`, `last` | the page, how many have come and what is not sent, what was done last |
//! | `asking`, `typing`, `camera`, `finding`, `refused` | the address of a badge, a code, the camera, a name, what was not taken |

mod asking;
mod camera;
mod changes;
mod door;
mod finding;
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
