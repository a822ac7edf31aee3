//! The fields of a round: its name and event, caps, which products are weighed, weights.

use leptos::prelude::*;
use shared::limits;

use super::query::{Choices, EventName};
use super::values::{OF_PARTICIPANTS, WEIGHTS, weight_name};
use crate::api::Asked;
use crate::text::{kinds, need_form, needs, rounds as words, t};
use crate::ui::FailureFace;
use crate::ui::form::{CheckField, ChoiceField, Form, Offer, Part, SeveralField, TextField};

/// What the lists to choose from could not be had for.
pub(super) fn failed(choices: Asked<Choices>) -> AnyView {
    let failed = move || {
        let failure = choices.answer.get()?.err()?;
        Some(view! { <FailureFace failure again=move |()| choices.ask_again()/> })
    };
    view! { {failed} }.into_any()
}

/// What it is called and what it is for. `chosen` is the event it is for now, which may be none of the latest.
#[component]
pub(super) fn NameFields(form: Form, choices: Asked<Choices>, chosen: Option<EventName>) -> impl IntoView {
    let events = Signal::derive(move || {
        let known = choices.get().map(|choices| choices.events.nodes.clone()).unwrap_or_default();
        offered(known, chosen.clone())
    });
    view! {
        <TextField form name="name" label=t(words::NAME) hint=t(words::NAME_HINT) longest=limits::NAME_CHARS/>
        <ChoiceField form name="event" label=t(words::EVENT) optional=true empty=words::NO_EVENT offers=events/>
    }
}

fn offered(mut events: Vec<EventName>, chosen: Option<EventName>) -> Vec<Offer> {
    let missing = chosen.filter(|chosen| events.iter().all(|event| event.id != chosen.id));
    events.splice(0..0, missing);
    events.into_iter().map(|event| (event.id.into_inner(), event.name)).collect()
}

/// The caps of all that have none of their own.
#[component]
pub(super) fn CapFields(form: Form) -> impl IntoView {
    view! {
        <section class="form-group-section">
            <h2>{t(words::CAPS)}</h2>
            <p class="quiet">{t(words::CAPS_WHY)}" "{t(words::CAP_HINT)}</p>
            <TextField form name="needCap" label=t(words::NEED_CAP) keys="numeric" longest=3/>
            <TextField form name="productCap" label=t(words::PRODUCT_CAP) keys="numeric" longest=3/>
            <TextField form name="producerCap" label=t(words::PRODUCER_CAP) keys="numeric" longest=3/>
        </section>
    }
}

/// Which products are weighed.
#[component]
pub(super) fn ScopeFields(form: Form, choices: Asked<Choices>) -> impl IntoView {
    let parts = move |pick: fn(&Choices) -> Vec<Part>| {
        Signal::derive(move || choices.get().map(|choices| pick(&choices)).unwrap_or_default())
    };
    let event = form.field("event", "");
    form.field(OF_PARTICIPANTS, "");
    let stars = (3..=5).map(|stars: i32| (stars.to_string(), needs::stars(stars))).collect::<Vec<Offer>>();
    view! {
        <section class="form-group-section">
            <h2>{t(words::SCOPE)}</h2>
            <p class="quiet">{t(words::SCOPE_WHY)}</p>
            <SeveralField form name="groups" label=t(words::GROUPS) parts=parts(groups)/>
            <SeveralField form name="provinces" label=t(words::PROVINCES) parts=parts(provinces)/>
            <ChoiceField form name="minStars" label=t(words::MIN_STARS) optional=true empty=need_form::ANY_STARS offers=stars/>
            <TextField form name="candidatesPerNeed" label=t(words::CANDIDATES) hint=t(words::CANDIDATES_HINT) keys="numeric" longest=3/>
            <Show when=move || event.with(|event| !event.is_empty())>
                <CheckField form name=OF_PARTICIPANTS label=t(words::OF_PARTICIPANTS) hint=t(words::OF_PARTICIPANTS_HINT)/>
            </Show>
        </section>
    }
}

/// How much each part of a score counts.
#[component]
pub(super) fn WeightFields(form: Form) -> impl IntoView {
    let fields = WEIGHTS.map(|(name, part)| {
        view! { <TextField form name=name label=weight_name(part) keys="numeric" longest=3/> }
    });
    view! {
        <section class="form-group-section">
            <h2>{t(words::WEIGHTS)}</h2>
            <p class="quiet">{t(words::WEIGHTS_WHY)}</p>
            <div class="round-weights">{fields}</div>
        </section>
    }
}

/// The official tree, a part for each of the highest groups.
fn groups(choices: &Choices) -> Vec<Part> {
    let parts = kinds::TOP_GROUPS.iter().map(|(code, title)| {
        let is_below = |group: &str| group.split('.').next() == Some(code);
        let offers = choices.product_groups.iter().filter(|group| is_below(&group.code));
        let offers = offers.map(|group| (group.code.clone(), format!("{}. {}", group.code, group.name())));
        Part { title: format!("{code}. {}", t(*title)), offers: offers.collect() }
    });
    parts.collect()
}

fn provinces(choices: &Choices) -> Vec<Part> {
    let offers = choices.provinces.iter().map(|unit| (unit.code.clone(), unit.name.clone()));
    vec![Part { title: t(need_form::CHOOSE_PROVINCES).to_owned(), offers: offers.collect() }]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_that_is_chosen_is_on_offer_once() {
        let event = |id: &str| EventName { id: cynic::Id::new(id), name: id.to_uppercase() };
        let ids = |chosen: Option<&str>| {
            let offers = offered(vec![event("a"), event("b")], chosen.map(event));
            offers.into_iter().map(|(id, _)| id).collect::<Vec<_>>().concat()
        };

        assert_eq!([ids(None), ids(Some("b")), ids(Some("z"))], ["ab", "ab", "zab"]);
    }
}
