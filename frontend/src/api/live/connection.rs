//! The connection itself. It is opened when somebody is signed in and something on the page listens, kept by asking now and
//! then whether the other end is there, and opened again when it is lost; not while nobody looks at the window.

use std::cell::RefCell;
use std::time::Duration;

use leptos::ev;
use leptos::leptos_dom::helpers::{IntervalHandle, TimeoutHandle};
use leptos::prelude::*;
use shared::ErrorCode;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, WebSocket};

use super::Notice;
use super::listeners::{hear, is_anybody_there};
use super::pause::pause;
use super::wire::{self, Said};
use crate::api::Failure;

const ADDRESS: &str = "/graphql/ws";
/// The server gives up on a page that says nothing for half a minute.
const BEAT: Duration = Duration::from_secs(20);
/// A server that has been silent for longer, though it was asked, is not there.
const SILENCE_MS: f64 = 45_000.0;

#[derive(Default)]
struct Connection {
    /// Whether somebody is signed in.
    is_allowed: bool,
    /// What to do when the server says that the session has ended.
    when_lost: Option<fn()>,
    open: Option<Open>,
    /// Counts sockets: word of an earlier one counts no more.
    turn: u32,
    /// Whether changes are told: everything read since then is known to be followed.
    is_live: bool,
    /// When the server last said something, or was called.
    heard_at_ms: f64,
    /// Times in a row that it could not be opened or was lost.
    failures: u32,
    /// The next attempt.
    next: Option<TimeoutHandle>,
    /// Whether somebody has just come back to the window, and may look at something old.
    is_looked_at_anew: bool,
}

/// A socket with those who listen to it.
struct Open {
    socket: WebSocket,
    beat: Option<IntervalHandle>,
    _on_open: Closure<dyn Fn()>,
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_close: Closure<dyn Fn()>,
}

thread_local! {
    static CONNECTION: RefCell<Connection> = RefCell::default();
}

impl Drop for Open {
    fn drop(&mut self) {
        for unset in [WebSocket::set_onopen, WebSocket::set_onmessage, WebSocket::set_onclose] {
            unset(&self.socket, None);
        }
        if let Some(beat) = self.beat.take() {
            beat.clear();
        }
        // One that is closed already stays so.
        let _ = self.socket.close();
    }
}

/// Begins to know when somebody looks at the window. `when_lost` is told when a session has ended.
pub(crate) fn begin(when_lost: fn()) {
    CONNECTION.with_borrow_mut(|connection| connection.when_lost = Some(when_lost));
    window_event_listener(ev::visibilitychange, |_| {
        if is_looked_at() {
            look_anew();
        }
    });
}

/// Somebody is signed in.
pub(crate) fn allow() {
    CONNECTION.with_borrow_mut(|connection| connection.is_allowed = true);
    look();
}

/// Nobody is signed in any more.
pub(crate) fn end() {
    CONNECTION.with_borrow_mut(|connection| {
        connection.is_allowed = false;
        connection.failures = 0;
        connection.close();
    });
}

/// Opens it, if it is wanted and neither there nor on its way.
pub(super) fn look() {
    let is_due = CONNECTION.with_borrow(|connection| {
        connection.is_allowed && connection.open.is_none() && connection.next.is_none()
    });
    if is_due && is_anybody_there() && is_looked_at() {
        open();
    }
}

/// Does not wait for the next attempt: the server is known to be there.
pub(in crate::api) fn try_now() {
    CONNECTION.with_borrow_mut(Connection::wait_no_longer);
    look();
}

fn is_looked_at() -> bool {
    !document().hidden()
}

/// Somebody looks at the window again.
fn look_anew() {
    let is_live = CONNECTION.with_borrow(|connection| connection.is_live);
    if is_live {
        beat();
    }
    CONNECTION.with_borrow_mut(|connection| {
        connection.is_looked_at_anew = connection.is_allowed && !connection.is_live;
    });
    try_now();
}

fn open() {
    let turn = CONNECTION.with_borrow_mut(|connection| {
        connection.turn += 1;
        connection.heard_at_ms = js_sys::Date::now();
        connection.turn
    });
    match socket(turn) {
        Some(open) => CONNECTION.with_borrow_mut(|connection| connection.open = Some(open)),
        None => lose(turn),
    }
}

fn socket(turn: u32) -> Option<Open> {
    let location = window().location();
    let scheme = if location.protocol().ok()? == "https:" { "wss" } else { "ws" };
    let address = format!("{scheme}://{}{ADDRESS}", location.host().ok()?);
    let socket = WebSocket::new_with_str(&address, wire::PROTOCOL).ok()?;
    let on_open = Closure::<dyn Fn()>::new(move || say(turn, wire::BEGIN));
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
        if let Some(text) = message.data().as_string() {
            listen(turn, &text);
        }
    });
    let on_close = Closure::<dyn Fn()>::new(move || lose(turn));
    socket.set_onopen(Some(on_open.as_ref().unchecked_ref()));
    socket.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    socket.set_onclose(Some(on_close.as_ref().unchecked_ref()));
    let beat = set_interval_with_handle(beat, BEAT).ok();
    Some(Open { socket, beat, _on_open: on_open, _on_message: on_message, _on_close: on_close })
}

fn say(turn: u32, words: &str) {
    CONNECTION.with_borrow(|connection| {
        if let Some(open) = connection.open.as_ref().filter(|_| connection.turn == turn) {
            // What can't be sent is lost with the socket, of which there is word.
            let _ = open.socket.send_with_str(words);
        }
    });
}

fn listen(turn: u32, text: &str) {
    let is_of_now = CONNECTION.with_borrow_mut(|connection| {
        connection.heard_at_ms = js_sys::Date::now();
        connection.turn == turn && connection.open.is_some()
    });
    if !is_of_now {
        return;
    }
    match wire::read(text) {
        Said::Welcome => say(turn, &wire::subscribe()),
        Said::Ping => say(turn, wire::PONG),
        Said::Changed(notice) => {
            CONNECTION.with_borrow_mut(|connection| {
                connection.is_live = true;
                connection.failures = 0;
                connection.is_looked_at_anew = false;
            });
            hear(notice);
        }
        Said::Ended(Some(Failure::Refused(ErrorCode::Unauthenticated))) => {
            end();
            if let Some(when_lost) = CONNECTION.with_borrow(|connection| connection.when_lost) {
                when_lost();
            }
        }
        Said::Ended(_) => lose(turn),
        Said::Nothing => {}
    }
}

/// Asks whether the other end is there. After a sleep of the device it often is not, and nothing has said so.
fn beat() {
    let (turn, heard_at_ms) = CONNECTION.with_borrow(|connection| (connection.turn, connection.heard_at_ms));
    if js_sys::Date::now() - heard_at_ms > SILENCE_MS {
        lose(turn);
    } else {
        say(turn, wire::PING);
    }
}

/// It could not be opened, or is lost.
fn lose(turn: u32) {
    let is_looked_at_anew = CONNECTION.with_borrow_mut(|connection| {
        if connection.turn != turn {
            return false;
        }
        connection.close();
        connection.failures += 1;
        if connection.is_allowed && is_looked_at() {
            let pause = pause(connection.failures, js_sys::Math::random());
            connection.next = set_timeout_with_handle(try_now, pause).ok();
        }
        std::mem::take(&mut connection.is_looked_at_anew)
    });
    if is_looked_at_anew {
        hear(Notice::of_all());
    }
}

impl Connection {
    fn close(&mut self) {
        self.turn += 1;
        self.is_live = false;
        self.open = None;
        self.wait_no_longer();
    }

    fn wait_no_longer(&mut self) {
        if let Some(next) = self.next.take() {
            next.clear();
        }
    }
}
