//! Search over the real public products: the golden file, queries made of every name, and how an index lives.

mod catalogue;
mod generated;
mod golden;
mod lifetime;
mod pages;
mod places;
mod readings;
mod typing;
