//! Sending a question, and noticing that nobody is there.

use std::cell::Cell;
use std::sync::Arc;
use std::time::Duration;

use gloo_net::http::Request;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::AbortController;

use super::{Failure, live, memory};

const ADDRESS: &str = "/graphql";
const PATIENCE: Duration = Duration::from_secs(15);
const LOOK_AGAIN: Duration = Duration::from_secs(3);

/// Whether the server answers, for all that is asked on the page.
#[derive(Clone, Copy)]
pub(crate) struct Server {
    /// It did not answer the last time.
    pub(crate) silent: RwSignal<bool>,
    /// How often it came back; what failed is asked again.
    pub(crate) returned: RwSignal<u32>,
}

thread_local! {
    static SERVER: Cell<Option<Server>> = const { Cell::new(None) };
}

/// Begins to watch whether the server answers. Called once, where the page begins.
pub(crate) fn watch_the_server() -> Server {
    let server = Server { silent: RwSignal::new(false), returned: RwSignal::new(0) };
    SERVER.set(Some(server));
    server
}

/// What is known of the server, once it is watched.
pub(super) fn server() -> Option<Server> {
    SERVER.get()
}

/// The answer of the server to a question, to be remembered.
pub(super) async fn send(body: &str, stop: Option<&AbortController>) -> Result<Arc<str>, Failure> {
    let age = memory::age();
    let answer: Arc<str> = deliver(body, stop).await?.into();
    memory::remember(body, answer.clone(), age, js_sys::Date::now());
    Ok(answer)
}

/// The answer of the server, whatever was sent.
pub(super) async fn deliver(body: &str, stop: Option<&AbortController>) -> Result<String, Failure> {
    let slow = Arc::new(std::sync::atomic::AtomicBool::new(false));
    let timer = stop.cloned().and_then(|stop| {
        let slow = slow.clone();
        set_timeout_with_handle(
            move || {
                slow.store(true, std::sync::atomic::Ordering::Relaxed);
                stop.abort();
            },
            PATIENCE,
        )
        .ok()
    });
    let answer = post(body, stop).await;
    if let Some(timer) = timer {
        timer.clear();
    }
    match answer {
        Ok(answer) => Ok(answer),
        Err(_) if slow.load(std::sync::atomic::Ordering::Relaxed) => Err(Failure::Slow),
        Err(_) if stop.is_some_and(|stop| stop.signal().aborted()) => Err(Failure::Slow),
        Err(failure) => {
            if failure == Failure::Silent {
                say_silent();
            }
            Err(failure)
        }
    }
}

async fn post(body: &str, stop: Option<&AbortController>) -> Result<String, Failure> {
    let signal = stop.map(AbortController::signal);
    let request = Request::post(ADDRESS)
        .header("content-type", "application/json")
        .abort_signal(signal.as_ref())
        .body(body)
        .map_err(|_| Failure::Unreadable)?;
    let answer = request.send().await.map_err(|_| Failure::Silent)?;
    // A proxy speaks for a server that is gone; a refusal of ours has a GraphQL body whatever its status.
    if matches!(answer.status(), 502..=504) {
        return Err(Failure::Silent);
    }
    answer.text().await.map_err(|_| Failure::Silent)
}

/// Why a file of this page could not be had: nobody answers, or the server has a newer page and not this one's files.
pub(crate) async fn why_missing() -> Failure {
    if is_answering().await {
        return Failure::Unreadable;
    }
    say_silent();
    Failure::Silent
}

/// Calls back whenever the server is back after a silence, for as long as who asks is shown.
pub(crate) fn when_the_server_returns(then: impl Fn() + 'static) {
    if let Some(server) = server() {
        Effect::watch(move || server.returned.get(), move |_, _, _| then(), false);
    }
}

async fn is_answering() -> bool {
    Request::get("/healthz").send().await.is_ok_and(|answer| answer.ok())
}

fn say_silent() {
    let Some(server) = server() else { return };
    if !server.silent.get_untracked() {
        server.silent.set(true);
        set_timeout(look_again, LOOK_AGAIN);
    }
}

fn look_again() {
    spawn_local(async {
        let is_back = is_answering().await;
        let Some(server) = server() else { return };
        if is_back {
            server.silent.set(false);
            server.returned.update(|times| *times += 1);
            live::try_now();
        } else {
            set_timeout(look_again, LOOK_AGAIN);
        }
    });
}
