//! Noting an arrival by name: the list, narrowed while somebody types, with one button for each.

use leptos::prelude::*;

use super::door::Door;
use super::list::Guest;
use crate::text::{check_in as words, introductions, t};
use crate::ui::{Badge, Empty, Pager, Tone};

/// Rows that are drawn at once.
const ROWS: usize = 30;

/// The part of the page.
pub(super) fn section(door: Door) -> AnyView {
    let text = RwSignal::new(String::new());
    let shown = RwSignal::new(ROWS);
    let found = Memo::new(move |_| {
        door.list.with(|list| list.as_ref().map(|list| list.found(&text.read())).unwrap_or_default())
    });
    let rows = move || found.with(|found| found.iter().take(shown.get()).cloned().collect::<Vec<_>>());
    let empty = move || {
        let is_known = door.list.with(Option::is_some);
        (is_known && found.read().is_empty()).then(|| view! { <Empty what=t(words::NOBODY_FOUND)/> })
    };
    let typed = move |event| {
        text.set(event_target_value(&event));
        shown.set(ROWS);
    };
    view! {
        <section>
            <h2>{t(words::GUESTS)}</h2>
            <form class="choices" role="search" on:submit=|event| event.prevent_default()>
                <label class="field">
                    <span>{t(words::FIND)}</span>
                    <input type="search" prop:value=text on:input=typed/>
                </label>
            </form>
            {empty}
            <ul class="plain-list rows">
                <For each=rows key=|guest| (guest.code.clone(), guest.name.clone(), guest.people) children=move |guest| row(door, guest)/>
            </ul>
            <Pager
                more=Signal::derive(move || found.read().len() > shown.get())
                busy=Signal::derive(|| false)
                next=move |()| shown.update(|shown| *shown += ROWS)
            />
        </section>
    }
    .into_any()
}

fn row(door: Door, guest: Guest) -> AnyView {
    let Guest { name, code, side, people, .. } = guest;
    let this = code.clone();
    // What the list says of them may change; the row stays where it is.
    let arrived = Memo::new(move |_| {
        door.queue.with(|queue| door.list.with(|list| list.as_ref()?.of_code(&this)?.arrived(queue)))
    });
    let badge = move || {
        let at = arrived.get()?;
        Some(view! { <Badge tone=Tone::Good text=words::arrived(at)/> })
    };
    let press = move |_| match arrived.get_untracked() {
        Some(_) => door.undo(&code),
        None => door.arrive(&code),
    };
    let class = move || if arrived.get().is_some() { "button-quiet" } else { "button" };
    let button = move || t(if arrived.get().is_some() { words::UNDO } else { words::CHECK_IN });
    view! {
        <li class="row round-row">
            <div class="round-about">
                <span>{name.clone()}</span>
                <span class="details quiet small">
                    <span>{t(introductions::party(side))}</span>
                    <span>{words::people(people)}</span>
                    {badge}
                </span>
            </div>
            <button type="button" class=class on:click=press>{button}<span class="for-readers">": "{name}</span></button>
        </li>
    }
    .into_any()
}
