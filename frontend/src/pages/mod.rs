//! Places a person can go.

pub(crate) mod about;
pub(crate) mod account;
pub(crate) mod agreement_print;
pub(crate) mod agreement_templates;
pub(crate) mod change_log;
pub(crate) mod events;
pub(crate) mod evidence;
pub(crate) mod funnel;
pub(crate) mod home;
pub(crate) mod introductions;
pub(crate) mod matches;
pub(crate) mod needs;
pub(crate) mod not_found;
pub(crate) mod notifications;
pub(crate) mod organisations;
pub(crate) mod own_products;
pub(crate) mod own_stock;
pub(crate) mod personal_data;
pub(crate) mod producer;
pub(crate) mod producers;
pub(crate) mod product;
pub(crate) mod products;
pub(crate) mod rounds;
pub(crate) mod sale_points;
pub(crate) mod staff;
pub(crate) mod webhooks;
