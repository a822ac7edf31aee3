//! The timetable of an event: when retailers and producers meet, and at which table.
//!
//! Time is cut into slots, numbered from 0; which hours and breaks they are is not known here. Nobody is in two
//! meetings in a slot, and a slot has at most as many meetings as there are tables. [`arrange`] makes a timetable with
//! the fewest slots, [`rearrange`] changes one that is out already with little disturbance, [`seats`] gives out the
//! tables. Who wants to keep slots in reserve names fewer of them in the [`Limits`].
//!
//! Meetings are the edges of a bipartite multigraph between retailers and producers, and slots are the colours of a
//! proper colouring. That as many colours do as the busiest participant has meetings is of D. Kőnig (Über Graphen und
//! ihre Anwendung auf Determinantentheorie und Mengenlehre, 1916); that all colours can then be used about equally
//! often is of D. de Werra (Equitable colorations of graphs, 1971) and C. J. H. McDiarmid (The solution of a
//! timetabling problem, 1972). Everything here is made of one move, the exchange along a chain: the meetings of two
//! slots make up paths and circles, and those of any one of them can change slots with each other while nobody is in
//! two places.
//!
//! Ids are numbers that the caller gives out; they may be of any size, and a retailer and a producer of the same number
//! are two. Whatever order meetings come in, they are put in order of retailer, producer and id first and no lots are
//! drawn: the same question has the same answer.

mod arrange;
mod balance;
mod exchange;
mod fitting;
mod grid;
mod meeting;
mod problem;
mod rearrange;
mod seats;

pub use self::arrange::arrange;
pub use self::meeting::{Limits, Meeting, Placed, Timetable};
pub use self::problem::Problem;
pub use self::rearrange::{Change, Move, Planned, Rearranged, rearrange};
pub use self::seats::{Seat, seats};
