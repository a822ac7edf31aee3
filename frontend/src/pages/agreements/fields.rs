//! The form of what a version says, in groups: goods, term, terms in words, the two sides.

use leptos::prelude::*;
use shared::limits;

use super::edit_query::Choices;
use super::goods::GoodsFields;
use super::new_reading::{Party, is_of_departments, side_name};
use super::values::{KINDS, goods_value};
use crate::api::{AgreementKind, Asked};
use crate::text::{Text, agreements as words, t};
use crate::ui::FailureFace;
use crate::ui::form::{ChoiceField, Form, Offer, TextArea, TextField};

/// All fields. Kinds of departments are offered only where the agreement is one.
#[component]
pub(super) fn TermsFields(form: Form, choices: Asked<Choices>, kind: AgreementKind) -> impl IntoView {
    let failed = move || {
        let failure = choices.answer.get()?.err()?;
        Some(view! { <FailureFace failure again=move |()| choices.ask_again()/> })
    };
    let offers = move |pick: fn(&Choices) -> Vec<Offer>| {
        Signal::derive(move || choices.get().map(|choices| pick(&choices)).unwrap_or_default())
    };
    let text = |name: &'static str, label: Text| {
        view! { <TextArea form name label=t(label) optional=true/> }.into_any()
    };
    view! {
        {failed}
        <section class="form-group-section">
            <h2>{t(words::WHAT)}</h2>
            <ChoiceField form name="kind" label=t(words::KIND) offers=kinds(kind)/>
            <GoodsFields form products=offers(products) units=offers(units)/>
        </section>
        <section class="form-group-section">
            <h2>{t(words::TERM)}</h2>
            <TextField form name="startsOn" label=t(words::STARTS_ON) hint=t(words::DAY_HINT) optional=true longest=40/>
            <TextField form name="endsOn" label=t(words::ENDS_ON) optional=true longest=40/>
            <TextField form name="place" label=t(words::PLACE) hint=t(words::PLACE_HINT) optional=true/>
        </section>
        <section class="form-group-section">
            <h2>{t(words::TERMS)}</h2>
            {text("deliveryTerms", words::DELIVERY_TERMS)}
            {text("paymentTerms", words::PAYMENT_TERMS)}
            {text("qualityTerms", words::QUALITY_TERMS)}
            {text("otherTerms", words::OTHER_TERMS)}
        </section>
        {side(form, "retailer", side_name(Party::Retailer, kind))}
        {side(form, "producer", side_name(Party::Producer, kind))}
    }
}

fn side(form: Form, name: &'static str, title: Text) -> AnyView {
    let line = |part: &str, label: Text, keys: Option<&'static str>, is_optional: bool| {
        let name = format!("{name}.{part}");
        match keys {
            Some(keys) => view! { <TextField form name label=t(label) optional=is_optional keys/> }.into_any(),
            None => view! { <TextField form name label=t(label) optional=is_optional longest=limits::LINE_CHARS/> }
                .into_any(),
        }
    };
    view! {
        <section class="form-group-section">
            <h2>{t(title)}</h2>
            {line("name", words::NAME, None, false)}
            {line("address", words::ADDRESS, None, true)}
            {line("taxCode", words::TAX_CODE, Some("numeric"), true)}
            {line("phone", words::PHONE, Some("tel"), true)}
            {line("bankAccount", words::BANK_ACCOUNT, None, true)}
            {line("representative", words::REPRESENTATIVE, None, true)}
            {line("position", words::POSITION, None, true)}
        </section>
    }
    .into_any()
}

fn kinds(kind: AgreementKind) -> Vec<Offer> {
    let offered = KINDS.iter().filter(|(_, one)| is_of_departments(*one) == is_of_departments(kind));
    offered.map(|(name, kind)| ((*name).to_owned(), t(words::kind(*kind)).to_owned())).collect()
}

/// What the producer has published, each product and each of its packs.
fn products(choices: &Choices) -> Vec<Offer> {
    let products = choices.producer.iter().flat_map(|producer| &producer.products.nodes);
    let offers = products.flat_map(|product| {
        let whole = (goods_value(Some(&product.id), None), product.name.clone());
        let packs = product.variants.iter().map(|pack| {
            let value = goods_value(Some(&product.id), Some(&pack.id));
            (value, super::lines::goods(&product.name, Some(&pack.name)))
        });
        std::iter::once(whole).chain(packs).collect::<Vec<_>>()
    });
    offers.collect()
}

fn units(choices: &Choices) -> Vec<Offer> {
    choices.units.iter().map(|unit| (unit.code.clone(), unit.name().to_owned())).collect()
}
