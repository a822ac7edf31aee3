//! One event: what is known of it, registering for it, who takes part, what became of the agreements made there, and its
//! steps for staff.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::one_query;
use super::shown::Shown;
use super::withdrawing::Withdrawing;
use super::{facts, list, own, participants, promises, registering, standing, steps};
use crate::api::{self, EventStatus, live};
use crate::text::{kinds, shell, t};
use crate::ui::Heading;
use crate::who::kept_page;

/// The page of one event.
#[component]
pub(crate) fn EventPage() -> impl IntoView {
    let params = use_params_map();
    let wanted = Memo::new(move |_| params.with(|params| params.get("id")).unwrap_or_default());
    let asked = api::ask(move || {
        let id = wanted.get();
        id.parse::<shared::EventId>().ok()?;
        Some(one_query::event(id))
    });
    kept_page(
        shell::EVENTS,
        wanted,
        asked,
        |known| Some(&known.event.as_ref()?.id),
        move |id, known| full(Shown::new(id, asked, known)),
    )
}

fn full(shown: Shown) -> AnyView {
    follow(shown);
    let name = shown.part(|event| event.name.clone());
    let heading = Signal::derive(move || name.get().unwrap_or_default());
    let head = shown.part(|event| (event.status, event.kind, event.starts_on, event.ends_on));
    let head = move || {
        let (status, kind, starts, ends) = head.get()?;
        Some(view! {
            <p class="details">
                <span>{t(kinds::event_kind(kind))}</span>
                {standing::event_badge(status)}
                {list::coming(status, starts, ends)}
            </p>
        })
    };
    let withdrawing = Withdrawing::new(shown.changed);
    let is_run_here = shown.part(|event| event.status != EventStatus::Reported);
    let who_comes = move || is_run_here.get().unwrap_or_default().then(|| participants::section(shown));
    view! {
        <article class="event">
            <Heading text=heading/>
            {head}
            {steps::section(shown)}
            {own::section(shown, withdrawing)}
            {registering::section(shown)}
            {facts::section(shown)}
            {promises::section(shown)}
            {who_comes}
            {facts::sources(shown)}
        </article>
        {withdrawing.dialog()}
    }
    .into_any()
}

/// Word of changes of the event and of own registrations. Those of others are many on a busy day, and are not awaited.
fn follow(shown: Shown) {
    live::on_change(
        move |notice| {
            let is_this = notice.is_of("event") && notice.id == shown.id().into_inner();
            let is_own = || {
                let own = |id: &str| {
                    untrack(|| shown.read(|event| event.own.iter().any(|own| own.id.inner() == id)))
                };
                notice.is_of("event_participant") && own(&notice.id).unwrap_or_default()
            };
            is_this || is_own()
        },
        move || shown.changed.run(()),
    );
}
