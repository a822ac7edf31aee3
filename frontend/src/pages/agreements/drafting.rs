//! From an introduction that both sides accepted to the draft of an agreement, in one step.

use leptos::prelude::*;

use super::{address_of, changes};
use crate::api::TradeParty;
use crate::navigation;
use crate::text::{agreements as words, t};
use crate::who;

/// The button; an own draft that is there already is opened instead.
#[component]
pub(crate) fn DraftButton(introduction: cynic::Id, party: TradeParty) -> impl IntoView {
    let busy = RwSignal::new(false);
    let as_producer = match party {
        TradeParty::Producer => Some(true),
        TradeParty::Retailer => Some(false),
        _ => None,
    };
    let press = move |_| {
        let question = changes::draft(introduction.clone(), as_producer);
        who::act(busy, question, |answer: changes::Draft| {
            navigation::go(&address_of(&answer.draft_agreement.id));
        });
    };
    view! {
        <section>
            <h2>{t(words::AGREEMENT)}</h2>
            <p class="quiet">{t(words::DRAFT_WHY)}</p>
            <p>
                <button class="button-second" aria-disabled=move || busy.get().to_string() on:click=press>
                    {t(words::DRAFT)}
                </button>
            </p>
        </section>
    }
}
