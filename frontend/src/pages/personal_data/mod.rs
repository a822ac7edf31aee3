//! What is kept about the person who is signed in, and what they may ask about it (Law 91/2025/QH15): consents, a
//! copy, correction, deletion. How staff answer stands with the pages of staff.

mod asking;
mod consents;
mod copying;
mod page;
mod query;
mod requests;

pub(crate) use self::page::PersonalDataPage;
pub(crate) use self::requests::{badge, late};
