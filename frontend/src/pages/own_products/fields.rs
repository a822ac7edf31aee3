//! The fields of a product in three groups: what it is, its packs, its terms.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use wasm_bindgen::JsCast;

use super::packs::PackFields;
use super::query::{self, Choices};
use super::values::{INVOICE, YES_OR_NO};
use crate::api;
use crate::facts::Measure;
use crate::text::{Text, search, supply, t};
use crate::ui::FailureFace;
use crate::ui::form::{ChoiceField, Form, ManyField, Offer, RadioField, TextArea, TextField};

/// The groups by the names that addresses have for them.
pub(super) const WHAT: &str = "la-gi";
pub(super) const PACKS: &str = "quy-cach";
pub(super) const TERMS: &str = "dieu-kien";

/// All fields; an address that names a group leads to it.
#[component]
pub(super) fn ProductFields(form: Form) -> impl IntoView {
    let choices = api::ask(|| Some(query::choices()));
    let wanted = use_location().hash.get_untracked();
    Effect::new(move |_| lead_to(wanted.trim_start_matches('#').to_owned()));
    let failed = move || {
        let failure = choices.answer.get()?.err()?;
        Some(view! { <FailureFace failure again=move |()| choices.ask_again()/> })
    };
    let of = move |pick: fn(&Choices) -> Vec<Offer>| {
        Signal::derive(move || choices.get().map(|choices| pick(&choices)).unwrap_or_default())
    };
    view! {
        <p class="quiet">{t(supply::UNKNOWN_RULE)}</p>
        {failed}
        <section class="form-group-section">
            <h2 id=WHAT tabindex="-1">{t(supply::WHAT_IT_IS)}</h2>
            <TextField form name="name" label=t(supply::NAME) hint=t(supply::NAME_HINT) longest=shared::limits::NAME_CHARS/>
            <ChoiceField form name="group" label=t(supply::GROUP) hint=t(supply::GROUP_HINT) offers=of(groups)/>
            <TextArea form name="description" label=t(supply::DESCRIPTION) hint=t(supply::DESCRIPTION_HINT) optional=true/>
            <ManyField form name="months" label=t(supply::MONTHS) hint=t(supply::MONTHS_HINT) all=supply::ALL_YEAR offers=months()/>
        </section>
        <section class="form-group-section">
            <h2 id=PACKS tabindex="-1">{t(supply::PACKS)}</h2>
            <p class="quiet">{t(supply::PACKS_WHY)}</p>
            <PackFields form contents=of(contents) kinds=of(kinds_of_pack)/>
        </section>
        <section class="form-group-section">
            <h2 id=TERMS tabindex="-1">{t(supply::TERMS)}</h2>
            <p class="quiet">{t(supply::TERMS_WHY)}</p>
            <TermFields form units=of(units)/>
        </section>
    }
}

#[component]
fn TermFields(form: Form, units: Signal<Vec<Offer>>) -> impl IntoView {
    let text = |name: &'static str, label: Text| {
        view! { <TextField form name label=t(label) optional=true/> }.into_any()
    };
    let number = |name: &'static str, label: Text, keys: &'static str| {
        view! { <TextField form name label=t(label) optional=true keys longest=20/> }.into_any()
    };
    let question = |name: &'static str, label: Text, answers: &[(&str, Text)]| {
        let offers: Vec<Offer> =
            answers.iter().map(|(value, words)| ((*value).to_owned(), t(*words).to_owned())).collect();
        view! { <RadioField form name label=t(label) offers/> }.into_any()
    };
    view! {
        <ChoiceField form name="unit" label=t(supply::UNIT) optional=true empty=supply::UNKNOWN offers=units/>
        {number("capacityPerMonth", supply::CAPACITY, "decimal")}
        {number("minimumOrder", supply::MINIMUM_ORDER, "decimal")}
        {number("leadTimeDays", supply::LEAD_TIME, "numeric")}
        {number("shelfLifeDays", supply::SHELF_LIFE, "numeric")}
        {text("storage", supply::STORAGE)}
        {text("deliveryArea", supply::DELIVERY_AREA)}
        {question("deliversToHanoi", supply::DELIVERS_TO_HANOI, &YES_OR_NO)}
        <TextField form name="creditDays" label=t(supply::CREDIT_DAYS) hint=t(supply::CREDIT_HINT) optional=true keys="numeric" longest=20/>
        {question("acceptsConsignment", supply::CONSIGNMENT, &YES_OR_NO)}
        {question("vatInvoice", supply::VAT_INVOICE, &INVOICE)}
        <TextField form name="traceabilityUrl" label=t(supply::TRACEABILITY) kind="url" optional=true/>
    }
}

/// The official tree, each step further in.
fn groups(choices: &Choices) -> Vec<Offer> {
    let offered = choices.product_groups.iter().map(|group| {
        let depth = group.code.matches('.').count();
        (group.code.clone(), format!("{}{}. {}", "\u{a0}\u{a0}".repeat(depth), group.code, group.name()))
    });
    offered.collect()
}

fn months() -> Vec<Offer> {
    (1..=12).map(|month: i32| (month.to_string(), search::month(month))).collect()
}

fn offers(units: &[Measure], is_wanted: fn(&Measure) -> bool) -> Vec<Offer> {
    let wanted = units.iter().filter(|unit| is_wanted(unit));
    wanted.map(|unit| (unit.code.clone(), unit.name().to_owned())).collect()
}

fn units(choices: &Choices) -> Vec<Offer> {
    offers(&choices.units, |_| true)
}

/// Units of what is in a pack.
fn contents(choices: &Choices) -> Vec<Offer> {
    offers(&choices.units, |unit| unit.base_factor.is_some())
}

/// Packs themselves.
fn kinds_of_pack(choices: &Choices) -> Vec<Offer> {
    offers(&choices.units, |unit| unit.base_factor.is_none())
}

/// Brings a group into view, once the form is drawn.
fn lead_to(group: String) {
    if group.is_empty() {
        return;
    }
    request_animation_frame(move || {
        let heading = document().get_element_by_id(&group);
        if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<web_sys::HtmlElement>().ok()) {
            heading.scroll_into_view();
            let _ = heading.focus();
        }
    });
}
