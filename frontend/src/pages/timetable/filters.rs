//! Which meetings are listed: of whom, at which table, in which state.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::choice::{Choice, STATES};
use super::meetings_query::{self, PartiesOfEvent};
use super::work::Work;
use crate::api;
use crate::navigation;
use crate::pages::own_meetings::Party;
use crate::text::{kinds, t, timetables as words};

/// The form. What is chosen is in the address.
pub(super) fn section(work: Work, choice: Memo<Choice>) -> AnyView {
    let parties = parties(work);
    let tables = work.of_timetable(|timetable| timetable.tables);
    let go = move |next: Choice| navigation::keep(&next.address(&super::address_of(&work.id())));
    let of_parties = move || {
        let chosen = choice.with(|choice| choice.participant.clone());
        let offers = parties.get().into_iter().map(|party| {
            let is_chosen = chosen.as_deref() == Some(party.id.inner());
            view! { <option value=party.id.inner().to_owned() selected=is_chosen>{party.name}</option> }
        });
        offers.collect_view()
    };
    let of_tables = move || {
        let chosen = choice.with(|choice| choice.table);
        let offers = (1..=tables.get().unwrap_or_default()).map(|table| {
            view! { <option value=table.to_string() selected=chosen == Some(table)>{table}</option> }
        });
        offers.collect_view()
    };
    let of_states = STATES.map(|(name, status)| {
        let is_chosen = move || choice.with(|choice| choice.status == Some(status));
        view! { <option value=name prop:selected=is_chosen>{t(kinds::meeting_status(status))}</option> }
    });
    let chosen = move || {
        choice.with(|choice| *choice != Choice::default()).then(|| {
            view! {
                <p><a class="button-second" data-noscroll href=super::address_of(&work.id())>{t(words::ALL_MEETINGS)}</a></p>
            }
        })
    };
    view! {
        <form class="choices" aria-label=t(words::FILTERS) on:submit=|event| event.prevent_default()>
            <label class="field">
                <span>{t(words::PARTICIPANT)}</span>
                <select on:change=move |event| {
                    let participant = Some(event_target_value(&event)).filter(|id| !id.is_empty());
                    go(Choice { participant, ..choice.get_untracked() });
                }>
                    <option value="">{t(words::ANY_PARTICIPANT)}</option>
                    {of_parties}
                </select>
            </label>
            <label class="field">
                <span>{t(words::TABLE)}</span>
                <select on:change=move |event| {
                    go(Choice { table: event_target_value(&event).parse().ok(), ..choice.get_untracked() });
                }>
                    <option value="">{t(words::ANY_TABLE)}</option>
                    {of_tables}
                </select>
            </label>
            <label class="field">
                <span>{t(words::STATUS)}</span>
                <select on:change=move |event| {
                    let status = Choice::status_of(&event_target_value(&event));
                    go(Choice { status, ..choice.get_untracked() });
                }>
                    <option value="" prop:selected=move || choice.with(|choice| choice.status.is_none())>
                        {t(words::ANY_STATUS)}
                    </option>
                    {of_states}
                </select>
            </label>
        </form>
        {chosen}
    }
    .into_any()
}

/// Everybody who takes part. Without them one can still follow the names in the list.
fn parties(work: Work) -> RwSignal<Vec<Party>> {
    let parties = RwSignal::new(Vec::new());
    let id = work.id();
    spawn_local(async move {
        let next = |page: &PartiesOfEvent| page.event.as_ref()?.participants.page_info.next();
        let question = move |after| meetings_query::parties(id.clone(), after);
        let Ok(pages) = api::run_all(question, next, |_| ()).await else { return };
        let known =
            pages.into_iter().filter_map(|page| page.event).flat_map(|event| event.participants.nodes);
        // The page may have been left meanwhile.
        let _ = parties.try_set(known.collect());
    });
    parties
}
