//! The page: one application that runs in the browser and asks the server over GraphQL.
//!
//! | folder | what |
//! |---|---|
//! | `pages/` | places a person can go, each with its query beside it |
//! | `places/` | fetching the part of the program that a place is made of |
//! | `facts/` | how products, stars, dates and sources are shown, wherever they are |
//! | `map/` | the map and its equal list |
//! | `who` | who is signed in, and pages that need to know |
//! | `settings` | what the operator has set |
//! | `ui/` | buttons, dialogs and other parts that know nothing of products |
//! | `api/` | asking the server: one way, with a memory for going back |
//! | `text/` | every word, Vietnamese first |
//!
//! What a person chose (text, filters, order) lives in the address. Logic is plain functions with plain tests,
//! which run without a browser.

#![expect(unreachable_pub, reason = "the macros of leptos and cynic write `pub` whatever they are told")]

mod address;
mod api;
mod app;
mod clock;
mod facts;
mod history;
mod map;
mod navigation;
mod pages;
mod places;
mod settings;
mod shell;
mod text;
mod ui;
mod who;

/// Puts the page into the document.
pub fn start() {
    text::choose_at_start();
    history::keep_places();
    app::mount();
}
