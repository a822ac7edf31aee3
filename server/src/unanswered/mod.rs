//! What people looked for and did not find: an empty shelf that nobody complains of. Only words are counted, by month: not
//! who searched, from where or when, and words that might be about a person are not taken at all. Staff see words that came
//! back a few times; one that came once may be anything, and may be about somebody.

mod counting;
pub mod graphql;

pub(crate) use self::counting::forget_old;
