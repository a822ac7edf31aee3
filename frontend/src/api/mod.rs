//! Asking the server: one address, one way, and a short memory so that going back is instant.
//!
//! `ask` follows what it depends on (usually the address of the page), keeps the answer that is shown until the
//! next one is there, and never lets a late answer replace a newer one. `change` sends what changes something: its
//! answer is never remembered, and what was remembered before may be wrong after it. `live` brings word of what others
//! change. Fragments of queries stand beside what shows them.

mod all;
mod answers;
mod ask;
mod change;
mod edited;
mod kinds;
mod latest;
pub(crate) mod live;
mod memory;
mod pages;
mod said;
pub(crate) mod schema;
mod send;
mod upload;

pub(crate) use all::run_all;
pub(crate) use answers::{Failure, Refused};
pub(crate) use ask::{Asked, ask, run, run_anew};
pub(crate) use change::{change, note};
pub(crate) use edited::edited;
pub(crate) use kinds::*;
pub(crate) use latest::latest;
pub(crate) use memory::forget;
pub(crate) use pages::{Pages, ask_pages};
pub(crate) use said::Said;
pub(crate) use send::{Server, watch_the_server, when_the_server_returns, why_missing};
pub(crate) use upload::{UploadKind, upload};

/// A question in the form in which it is sent.
#[derive(Clone, PartialEq)]
pub(crate) struct Question<Q> {
    body: String,
    answer: std::marker::PhantomData<fn() -> Q>,
}

/// Prepares an operation for sending.
pub(crate) fn question<Q, V: serde::Serialize>(operation: cynic::Operation<Q, V>) -> Question<Q> {
    let body = serde_json::to_string(&operation).unwrap_or_default();
    Question { body, answer: std::marker::PhantomData }
}
