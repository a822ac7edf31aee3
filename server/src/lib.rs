//! The server of Hanoi's OCOP network: register, map, search and open data over GraphQL.
//!
//! A folder is a feature; `entities` mirrors the tables; `http` has every route; `follower` keeps what this node
//! holds beside the database up to date with the log of changes.

pub mod accounts;
pub mod admin_units;
pub mod agreements;
pub mod allocate;
pub mod app;
mod bulk;
pub mod calendar;
pub mod catalogue;
pub mod changes;
pub mod commands;
pub mod config;
pub mod consents;
pub mod database;
pub mod documents;
pub mod entities;
pub mod error;
pub mod events;
pub mod follower;
mod forms;
pub mod graphql;
pub mod http;
pub mod introductions;
pub mod labels;
pub mod lapsed;
pub mod mail;
pub mod map;
pub mod matches;
mod names;
pub mod needs;
pub mod notifications;
pub mod organisations;
pub mod personal_data;
pub mod places;
pub mod plans;
pub mod producers;
pub mod products;
pub mod public_data;
pub mod reference;
pub mod requirements;
pub mod retailers;
pub mod rounds;
pub mod sale_points;
pub mod samples;
pub mod search;
pub mod site;
mod sort_key;
pub mod sources;
pub mod suggestions;
pub mod synthetic;
pub mod unanswered;
pub mod units;
pub mod uploads;
pub mod webhooks;
