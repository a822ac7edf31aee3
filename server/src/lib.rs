//! The server of Hanoi's OCOP network: register, map, search and open data over GraphQL.

pub mod entities;
