//! The API through the router, on a real database. Run with `OCOP_TEST_DATABASE=postgres` and
//! `TEST_POSTGRES_URL` for the other database.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod accounts;
mod agreements;
mod catalogue;
mod crash;
mod deliveries;
mod documents;
mod events;
mod evidence;
mod following;
mod funnel;
mod heads;
mod introductions;
mod map_settings;
mod matches;
mod needs;
mod nodes;
mod open_data;
mod organisations;
mod permissions;
mod personal_data;
mod producers;
mod products;
mod refusals;
mod requirements;
mod rounds;
mod sale_points;
mod schema;
mod search_quality;
mod site;
mod statements;
mod stock;
mod subscriptions;
mod synthetic;
mod tables;
mod unanswered;
mod units;
mod uploads;
mod webhooks;
