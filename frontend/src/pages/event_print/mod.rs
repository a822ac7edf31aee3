//! What is printed for an event, for staff: badges, eight on a page; a sheet for each participant with its meetings in
//! order of time; a sheet for each table. Which of them is in the address. Everything is read before any of it is shown: a
//! page that is missing would be missed by somebody.
//!
//! | file | what |
//! |---|---|
//! | `query` | what is asked, page by page |
//! | `loading` | reading all pages, with word of how far it is |
//! | `sheets` | meetings by participant and by table, without page or clock |
//! | `page`, `badges`, `drawn` | the page, the badges, the sheets |

mod badges;
mod drawn;
mod loading;
mod page;
mod query;
mod sheets;

pub(crate) use self::page::EventPrintPage;
