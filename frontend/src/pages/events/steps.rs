//! What staff of the city do with an event: its steps, and the ways to its registrations, timetable, door and prints.

use leptos::prelude::*;

use super::shown::Shown;
use super::{changes, staff_address_of};
use crate::api::{EventAction, EventStatus};
use crate::pages::agreements::new_at;
use crate::pages::change_log::{Thing, history_link};
use crate::text::{kinds, running_events as words, t};
use crate::ui::{Dialog, tell};
use crate::who::{ActButton, Acting};

/// The part of the page; nothing for others.
pub(super) fn section(shown: Shown) -> AnyView {
    let may = shown.part(|event| (event.status, event.actions.clone()));
    let acting = Acting::new();
    // What is asked about first.
    let asked = RwSignal::new(None::<EventAction>);
    let is_open = RwSignal::new(false);
    let run = Callback::new(move |action: EventAction| {
        acting.run(changes::move_on(shown.id(), action), move |_| {
            is_open.set(false);
            tell(t(words::done(action)));
            shown.changed.run(());
        });
    });
    let press = Callback::new(move |action: EventAction| {
        if words::why(action).is_some() {
            acting.say(None);
            asked.set(Some(action));
            is_open.set(true);
        } else {
            run.run(action);
        }
    });
    let section = move || {
        let (status, actions) = may.get()?;
        if actions.is_empty() && !is_staff() {
            return None;
        }
        let buttons = actions.iter().filter(|action| is_step(**action)).map(|action| {
            let action = *action;
            let quiet = matches!(action, EventAction::Cancel);
            let class = if quiet { "button-quiet" } else { "button-second" };
            view! { <ActButton acting class=class words=t(kinds::event_action(action)) press=move |()| press.run(action)/> }
        });
        let may_edit = actions.contains(&EventAction::Change);
        Some(view! {
            <section class="event-staff">
                <h2>{t(words::STAFF)}</h2>
                {links(shown, status, may_edit)}
                <div class="event-do">{buttons.collect_view()}</div>
                {history_link(Thing::Event, &shown.id())}
            </section>
        })
    };
    let title =
        Signal::derive(move || asked.get().map(|action| t(kinds::event_action(action))).unwrap_or_default());
    view! {
        {section}
        // Beside the buttons where nothing is asked first, in the dialog otherwise.
        {move || (!is_open.get()).then(|| acting.trouble())}
        <Dialog open=is_open title=t(words::STAFF)>
            <p><strong>{title}</strong></p>
            <p>{move || asked.get().and_then(words::why).map(t)}</p>
            <ul class="chips">
                <li>
                    <ActButton acting class="button" words=Signal::derive(move || title.get().to_owned()) press=move |()| {
                        if let Some(action) = asked.get_untracked() {
                            run.run(action);
                        }
                    }/>
                </li>
                <li>
                    <button type="button" class="button-second" on:click=move |_| is_open.set(false)>
                        {t(words::NOT_YET)}
                    </button>
                </li>
            </ul>
            {acting.trouble()}
        </Dialog>
    }
    .into_any()
}

fn is_staff() -> bool {
    crate::who::person().and_then(|person| person.staff_role).is_some_and(crate::pages::staff::is_of_city)
}

/// Editing and the timetable have pages of their own.
fn is_step(action: EventAction) -> bool {
    !matches!(action, EventAction::Change | EventAction::Schedule)
}

fn links(shown: Shown, status: EventStatus, may_edit: bool) -> Option<AnyView> {
    if status == EventStatus::Reported {
        return None;
    }
    let parts = [
        ("dang-ky", words::TO_REGISTRATIONS),
        ("lich", words::TO_TIMETABLE),
        ("diem-danh", words::TO_DOOR),
        ("in", words::TO_PRINT),
    ];
    let edit = may_edit.then_some(("sua", words::TO_EDIT));
    let links = parts.into_iter().chain(edit).map(|(part, name)| {
        view! { <li><a class="chip" href=staff_address_of(&shown.id(), part)>{t(name)}</a></li> }
    });
    let agreement = new_at(&shown.id());
    Some(
        view! {
            <nav aria-label=t(words::STAFF)>
                <ul class="chips">
                    {links.collect_view()}
                    <li><a class="chip" href=agreement>{t(words::TO_AGREEMENT)}</a></li>
                </ul>
            </nav>
        }
        .into_any(),
    )
}
