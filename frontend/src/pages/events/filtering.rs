//! What lists of participants are filtered by, kept in the address.

use leptos::html;
use leptos::prelude::*;

use super::participants_choice::{Choice, SIDES, STATUSES, found};
use crate::navigation;
use crate::text::{Text, attending as words, introductions, kinds, running_events, t};
use crate::ui::form::Offer;

/// What a list of participants is filtered by.
pub(super) struct Filters {
    pub(super) title: Text,
    /// The page the list is on.
    pub(super) path: String,
    pub(super) choice: Memo<Choice>,
    pub(super) provinces: Signal<Vec<Offer>>,
    /// Whether states can be chosen too: everybody else sees only those that are approved.
    pub(super) with_states: bool,
}

/// Side, province, name, and for staff the state.
pub(super) fn filters(filters: Filters) -> AnyView {
    let Filters { title, path, choice, provinces, with_states } = filters;
    let go = Callback::new(move |next: Choice| navigation::keep(&next.address(&path)));
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        let text = choice.with(|choice| choice.text.clone());
        if let Some(field) = field.get()
            && field.value().trim() != text.trim()
        {
            field.set_value(&text);
        }
    });
    let sides = offers(&SIDES, introductions::party);
    let side = choose(
        (running_events::SIDE, words::ANY_SIDE),
        sides.into(),
        move |choice| name_of(&SIDES, choice.side),
        choice,
        move |value| {
            go.run(Choice { side: found(&SIDES, &value), ..choice.get_untracked() });
        },
    );
    let state = with_states.then(|| {
        let states = offers(&STATUSES, kinds::participant_status);
        let names = (running_events::STATES, running_events::ANY_STATE);
        choose(
            names,
            states.into(),
            |choice| name_of(&STATUSES, choice.status),
            choice,
            move |value| {
                go.run(Choice { status: found(&STATUSES, &value), ..choice.get_untracked() });
            },
        )
    });
    let province = choose(
        (words::PROVINCE, words::ANY_PROVINCE),
        provinces,
        |choice| choice.province.clone().unwrap_or_default(),
        choice,
        move |value| {
            let province = Some(value).filter(|code| !code.is_empty());
            go.run(Choice { province, ..choice.get_untracked() });
        },
    );
    view! {
        <form class="choices events-filters" role="search" aria-label=t(title) on:submit=|event| event.prevent_default()>
            <label class="field">
                <span>{t(words::TEXT)}</span>
                <input
                    node_ref=field
                    type="search"
                    maxlength=shared::limits::SEARCH_CHARS.to_string()
                    on:input=move |event| {
                        go.run(Choice { text: event_target_value(&event), ..choice.get_untracked() });
                    }
                />
            </label>
            {side}
            {state}
            {province}
        </form>
    }
    .into_any()
}

fn offers<Kind: Copy>(names: &[(&str, Kind)], words: fn(Kind) -> Text) -> Vec<Offer> {
    names.iter().map(|(name, kind)| ((*name).to_owned(), t(words(*kind)).to_owned())).collect()
}

fn name_of<Kind: PartialEq>(names: &[(&str, Kind)], chosen: Option<Kind>) -> String {
    let name = names.iter().find(|(_, kind)| Some(kind) == chosen.as_ref());
    name.map(|(name, _)| (*name).to_owned()).unwrap_or_default()
}

/// One list to choose from: what it is called, and what it says while nothing is chosen.
fn choose(
    (label, any): (Text, Text),
    offers: Signal<Vec<Offer>>,
    now: fn(&Choice) -> String,
    choice: Memo<Choice>,
    chosen: impl Fn(String) + 'static,
) -> AnyView {
    let now = Memo::new(move |_| choice.with(now));
    let options = move || {
        let options = offers.get().into_iter().map(|(value, words)| {
            let this = value.clone();
            view! { <option value=value prop:selected=move || now.with(|now| *now == this)>{words}</option> }
        });
        options.collect_view()
    };
    view! {
        <label class="field">
            <span>{t(label)}</span>
            <select on:change=move |event| chosen(event_target_value(&event))>
                <option value="" prop:selected=move || now.with(String::is_empty)>{t(any)}</option>
                {options}
            </select>
        </label>
    }
    .into_any()
}
