//! A made-up catalogue of any size, for measuring only: nothing of it is ever shown as real, and every producer's
//! name ends in "(mẫu)".

pub mod catalogue;
mod fill;
mod trade;

pub use fill::fill;
