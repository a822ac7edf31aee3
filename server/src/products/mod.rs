//! Products: what is found, shown and rated.

pub mod documents;
pub mod facets;
pub mod graphql;
pub mod groups;
pub mod inputs;
pub mod listing;
pub mod papers;
pub mod results;
pub mod stars;
