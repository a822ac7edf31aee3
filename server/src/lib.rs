//! The server of Hanoi's OCOP network: register, map, search and open data over GraphQL.

pub mod changes;
pub mod config;
pub mod database;
pub mod entities;
pub mod error;
pub mod search;
pub mod synthetic;
