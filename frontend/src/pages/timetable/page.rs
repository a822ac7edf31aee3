//! The page of a timetable: how it stands and what is to be done at the top, the form below, then the meetings. What
//! others do is shown at once; the form and the focus stay where they are.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::query;
use super::work::Work;
use super::{meetings, settings, standing};
use crate::api::{self, live};
use crate::pages::events;
use crate::pages::own_meetings::Opened;
use crate::pages::staff::is_of_city;
use crate::text::{kinds, t, timetables as words};
use crate::ui::{Badge, Heading, Tone};
use crate::who::{for_staff, kept_page, signed_in_page};

/// The page.
#[component]
pub(crate) fn TimetablePage() -> impl IntoView {
    signed_in_page(words::TITLE, |_| for_staff(words::TITLE, is_of_city, page))
}

fn page() -> AnyView {
    let params = use_params_map();
    let wanted = Memo::new(move |_| params.with(|params| params.get("id")).unwrap_or_default());
    let asked = api::ask(move || {
        let id = wanted.get();
        id.parse::<shared::EventId>().ok()?;
        Some(query::event(cynic::Id::new(id)))
    });
    Opened::provide();
    live::on_change(
        move |notice| {
            let is_about_it = notice.is_of("event") || notice.is_of("event_timetable");
            let is_of_somebody = notice.is_of("meeting") || notice.is_of("event_participant");
            is_of_somebody || is_about_it && notice.id == wanted.get_untracked()
        },
        move || asked.look_again(),
    );
    kept_page(
        words::TITLE,
        wanted,
        asked,
        |known| Some(&known.event.as_ref()?.id),
        move |id, known| full(Work::new(id, known, Callback::new(move |()| asked.look_again()))),
    )
}

fn full(work: Work) -> AnyView {
    let about = work.part(|event| (event.name.clone(), event.status));
    let event = events::address_of(&work.id());
    let about = move || {
        let (name, status) = about.get()?;
        Some(view! {
            <a href=event.clone()>{name}</a>
            <Badge tone=Tone::Plain text=t(kinds::event_status(status))/>
        })
    };
    let printed = events::staff_address_of(&work.id(), "in");
    let links = [("don-vi", words::PRINT_SHEETS), ("ban", words::PRINT_TABLES), ("the", words::PRINT_BADGES)];
    let links = links.map(|(kind, name)| {
        view! { <li><a class="chip" href=format!("{printed}?loai={kind}")>{t(name)}</a></li> }
    });
    let door = events::staff_address_of(&work.id(), "diem-danh");
    view! {
        <Heading text=t(words::TITLE)/>
        <p class="details">{about}</p>
        <nav aria-label=t(words::LINKS)>
            <ul class="chips">
                {links}
                <li><a class="chip" href=door>{t(words::TO_DOOR)}</a></li>
            </ul>
        </nav>
        {standing::section(work)}
        {settings::section(work)}
        {meetings::section(work)}
    }
    .into_any()
}
