//! Who is signed in, for the whole page. A guest pays nothing for it: the server is asked only on a device on which
//! somebody signed in, or when a page needs to know.

mod acting;
mod gate;
mod kept;
mod local_path;
mod on_device;
mod submit;

use std::cell::Cell;

use cynic::QueryBuilder;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::ErrorCode;

pub(crate) use self::acting::{ActButton, Acting};
pub(crate) use self::gate::{SignInFirst, for_staff, own_faces, signed_in_page};
pub(crate) use self::kept::{Known, kept_page};
use self::local_path::sign_in_and_return;
pub(crate) use self::local_path::{keep_way_back, kept_way_back, returning, way_back};
pub(crate) use self::on_device::for_staff_or_kept;
pub(crate) use self::submit::{act, act_or, is_conflict, submit, submit_or};
use crate::api::{self, Failure, StaffRole, schema};
use crate::ui::form::forget_drafts;

/// What the frame of every page needs to know of an account.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Viewer")]
pub(crate) struct Person {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) staff_role: Option<StaffRole>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query")]
struct WhoAsks {
    viewer: Option<Person>,
}

/// What is known of who is signed in.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Who {
    /// Nobody has signed in on this device, as far as it remembers; the server was not asked.
    Presumed,
    /// The server is being asked.
    Asking,
    /// It could not be asked.
    Unknown(Failure),
    /// Nobody.
    Guest,
    /// This person.
    Signed(Person),
}

thread_local! {
    static WHO: Cell<Option<RwSignal<Who>>> = const { Cell::new(None) };
}

const STORED_AS: &str = "signed-in";

/// Begins to know who is signed in. Called once, where the page begins.
pub(crate) fn begin() {
    WHO.set(Some(RwSignal::new(Who::Presumed)));
    if remembered().is_some() {
        ask();
    }
    api::live::begin(|| heed(Failure::Refused(ErrorCode::Unauthenticated)));
    // All windows have one session; what another one did with it holds here too.
    window_event_listener(ev::storage, |_| follow_other_windows());
    api::when_the_server_returns(|| {
        if matches!(now(), Who::Unknown(_)) {
            ask();
        }
    });
}

/// Who is signed in; follows it.
pub(crate) fn who() -> Who {
    WHO.get().map_or(Who::Presumed, |who| who.get())
}

/// Who is signed in at this moment.
pub(crate) fn now() -> Who {
    untrack(who)
}

/// The person who is signed in; follows it.
pub(crate) fn person() -> Option<Person> {
    match who() {
        Who::Signed(person) => Some(person),
        _ => None,
    }
}

/// The id of the account for whom something is kept on this device.
pub(crate) fn account() -> String {
    untrack(person).map_or_else(|| "guest".to_owned(), |person| person.id.into_inner())
}

/// Asks the server, for a page that must know.
pub(crate) fn look() {
    if matches!(now(), Who::Presumed | Who::Unknown(_)) {
        ask();
    }
}

fn follow_other_windows() {
    let known = untrack(person).map(|person| person.id.into_inner());
    let remembered = remembered();
    if known == remembered {
        return;
    }
    api::forget();
    match remembered {
        Some(_) => ask(),
        None => set(Who::Guest),
    }
}

/// Somebody signed in: nothing that was asked before is theirs.
pub(crate) fn signed_in(person: Person) {
    api::forget();
    api::live::end();
    remember(Some(&person));
    set(Who::Signed(person));
}

/// The person changed what the frame shows of them.
pub(crate) fn renamed(name: &str) {
    if let Who::Signed(person) = now() {
        set(Who::Signed(Person { name: name.to_owned(), ..person }));
    }
}

/// The person signed out: nothing of theirs stays on this device.
pub(crate) fn signed_out() {
    forget_drafts(&account());
    lost();
}

/// The session ended while somebody was at work. What they typed stays for them.
pub(crate) fn lost() {
    api::forget();
    remember(None);
    set(Who::Guest);
}

/// To be told of every failure of a page that needs a session.
pub(crate) fn heed(failure: Failure) {
    if failure == Failure::Refused(ErrorCode::Unauthenticated) && !matches!(now(), Who::Guest) {
        lost();
    }
}

fn ask() {
    set(Who::Asking);
    spawn_local(async {
        let answer = api::run(api::question(WhoAsks::build(()))).await;
        // Somebody may have signed in meanwhile.
        if now() != Who::Asking {
            return;
        }
        match answer {
            Ok(WhoAsks { viewer: Some(person) }) => {
                remember(Some(&person));
                set(Who::Signed(person));
            }
            Ok(WhoAsks { viewer: None }) => {
                remember(None);
                set(Who::Guest);
            }
            Err(failure) => set(Who::Unknown(failure)),
        }
    });
}

fn set(known: Who) {
    match known {
        Who::Signed(_) => api::live::allow(),
        _ => api::live::end(),
    }
    if let Some(who) = WHO.get() {
        who.set(known);
    }
}

/// The id of the account that signed in on this device, as far as it remembers.
pub(crate) fn remembered() -> Option<String> {
    storage()?.get_item(STORED_AS).ok()?
}

/// A full or forbidden storage only means that the header says "sign in" until a page asks.
fn remember(person: Option<&Person>) {
    let Some(storage) = storage() else { return };
    let _ = match person {
        Some(person) => storage.set_item(STORED_AS, person.id.inner()),
        None => storage.remove_item(STORED_AS),
    };
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok()?
}
