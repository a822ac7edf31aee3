//! What a sale point sells, for those who say so: people of its operator keep the list, staff say who the operator is.
//! Buyers read the same list on the page of the point and on those of the products.

mod adding;
mod changes;
mod choice;
mod listed;
mod operator;
mod page;
mod query;

pub(crate) use self::page::OwnStockPage;
pub(crate) use self::query::{Candidate, candidates};
