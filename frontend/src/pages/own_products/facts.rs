//! What is known of a product with the date of its last confirmation, and one tap to say that it is still so.

use leptos::prelude::*;

use super::changes;
use super::query::{Fact, Sheet};
use crate::api::{FactKind, Freshness as Age};
use crate::clock::day_of;
use crate::text::{own_products as words, product, supply, t, words as counts};
use crate::ui::{Fresh, Freshness, tell};
use crate::who;

/// The part of the page about it; `changed` where the person may confirm.
pub(super) fn section(sheet: &Sheet, changed: Option<Callback<()>>) -> AnyView {
    if sheet.facts.is_empty() {
        return view! {
            <section>
                <h2>{t(words::FACTS)}</h2>
                <p class="quiet">{t(words::NO_FACTS)}</p>
            </section>
        }
        .into_any();
    }
    let busy = RwSignal::new(false);
    let button = |kind: Option<FactKind>| {
        let id = sheet.id.clone();
        changed.map(|changed| confirm_button(id, kind, busy, changed))
    };
    let rows = sheet.facts.iter().map(|fact| {
        view! {
            <li class="row">
                <span class="fact-name">{t(supply::fact(fact.kind))}<br/>{age(fact)}</span>
                {button(Some(fact.kind))}
            </li>
        }
    });
    let rows = rows.collect_view();
    let all = button(None);
    view! {
        <section>
            <h2>{t(words::FACTS)}</h2>
            <p class="quiet">{t(words::FACTS_WHY)}</p>
            {all}
            <ul class="plain-list rows facts-list">{rows}</ul>
        </section>
    }
    .into_any()
}

fn confirm_button(
    id: cynic::Id,
    kind: Option<FactKind>,
    busy: RwSignal<bool>,
    changed: Callback<()>,
) -> AnyView {
    let press = move |_| {
        who::act(busy, changes::confirm(id.clone(), kind), move |_| {
            tell(t(words::CONFIRMED));
            changed.run(());
        });
    };
    let (class, words) = match kind {
        None => ("button", t(words::ALL_STILL_TRUE).to_owned()),
        Some(_) => ("button-second", t(words::STILL_TRUE).to_owned()),
    };
    let name = kind.map(|kind| format!("{}: {}", t(words::STILL_TRUE), t(supply::fact(kind))));
    view! {
        <button class=class aria-label=name aria-disabled=move || busy.get().to_string() on:click=press>
            {words}
        </button>
    }
    .into_any()
}

/// How old a fact is.
pub(super) fn age(fact: &Fact) -> AnyView {
    let fresh = match fact.freshness {
        Age::Fresh => Fresh::Lately,
        Age::Ageing | Age::Stale => Fresh::LongAgo,
    };
    let words = format!("{} {}", t(product::CONFIRMED_ON), counts::date(day_of(fact.as_of)));
    view! { <Freshness fresh words/> }.into_any()
}
