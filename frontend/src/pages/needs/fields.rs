//! The fields of a need in five groups: what, how much, from where, what is asked of producers, who reads it.

use leptos::prelude::*;
use shared::limits;

use super::asked::AskedFields;
use super::query::{Choices, Province};
use super::values::VISIBILITIES;
use crate::api::Asked;
use crate::facts::Group;
use crate::text::{Text, kinds, need_form as words, needs, search, t};
use crate::ui::FailureFace;
use crate::ui::form::{
    ChoiceField, Form, ManyField, Offer, Part, RadioField, SeveralField, TextArea, TextField,
    amount_in_words, price_in_words, shown_back,
};

/// All fields.
#[component]
pub(super) fn NeedFields(form: Form, choices: Asked<Choices>) -> impl IntoView {
    let failed = move || {
        let failure = choices.answer.get()?.err()?;
        Some(view! { <FailureFace failure again=move |()| choices.ask_again()/> })
    };
    let parts = move |pick: fn(&Choices) -> Vec<Part>| {
        Signal::derive(move || choices.get().map(|choices| pick(&choices)).unwrap_or_default())
    };
    view! {
        {failed}
        <section class="form-group-section">
            <h2>{t(words::WHAT)}</h2>
            <TextField form name="name" label=t(words::NAME) hint=t(words::NAME_HINT) longest=limits::NAME_CHARS/>
            <TextArea form name="description" label=t(words::DESCRIPTION) hint=t(words::DESCRIPTION_HINT) optional=true/>
            <SeveralField form name="groups" label=t(words::GROUPS) hint=t(words::GROUPS_HINT) parts=parts(groups)/>
            <ChoiceField form name="minStars" label=t(words::MIN_STARS) optional=true empty=words::ANY_STARS offers=stars()/>
        </section>
        <AmountFields form choices/>
        <section class="form-group-section">
            <h2>{t(words::WHERE)}</h2>
            <p class="quiet">{t(words::WHERE_WHY)}</p>
            <SeveralField form name="provinces" label=t(words::PROVINCES) parts=parts(|choices| provinces(words::CHOOSE_PROVINCES, &choices.provinces))/>
            <SeveralField form name="formerProvinces" label=t(words::FORMER_PROVINCES) parts=parts(|choices| provinces(words::CHOOSE_FORMER, &choices.former_provinces))/>
        </section>
        <section class="form-group-section">
            <h2>{t(words::OF_PRODUCERS)}</h2>
            <AskedFields form choices/>
        </section>
        <section class="form-group-section">
            <h2>{t(words::WHO_AND_UNTIL)}</h2>
            <TextField form name="deadline" label=t(needs::DEADLINE) hint=t(words::DEADLINE_HINT) optional=true longest=40/>
            <RadioField form name="visibility" label=t(words::VISIBILITY) offers=visibilities()/>
        </section>
    }
}

/// How much, when, at what price.
#[component]
fn AmountFields(form: Form, choices: Asked<Choices>) -> impl IntoView {
    let units = Signal::derive(move || choices.get().map(|choices| units(&choices)).unwrap_or_default());
    let quantity = shown_back(form, "quantityPerMonth", words::EMPTY_RULE, amount_in_words);
    let ceiling = shown_back(form, "priceCeiling", words::EMPTY_RULE, price_in_words);
    let months = (1..=12).map(|month: i32| (month.to_string(), search::month(month))).collect::<Vec<_>>();
    view! {
        <section class="form-group-section">
            <h2>{t(words::HOW_MUCH)}</h2>
            <TextField form name="quantityPerMonth" label=t(needs::QUANTITY) hint=quantity optional=true keys="decimal" longest=30/>
            <ChoiceField form name="unit" label=t(words::UNIT) optional=true empty=words::NO_UNIT offers=units/>
            <TextField form name="priceCeiling" label=t(words::CEILING) hint=ceiling optional=true keys="numeric" longest=30/>
            <ManyField form name="months" label=t(words::MONTHS) hint=t(words::MONTHS_HINT) all=needs::ALL_YEAR offers=months/>
        </section>
    }
}

/// The official tree, a part for each of the highest groups.
fn groups(choices: &Choices) -> Vec<Part> {
    let top = |group: &Group| group.code.split('.').next().unwrap_or_default().to_owned();
    let parts = kinds::TOP_GROUPS.iter().map(|(code, title)| {
        let offers = choices.product_groups.iter().filter(|group| top(group) == *code);
        Part { title: format!("{code}. {}", t(*title)), offers: offers.map(group_offer).collect() }
    });
    parts.collect()
}

/// A group by its code and name.
pub(super) fn group_offer(group: &Group) -> Offer {
    (group.code.clone(), format!("{}. {}", group.code, group.name()))
}

fn provinces(title: Text, provinces: &[Province]) -> Vec<Part> {
    let offers = provinces.iter().map(|province| (province.code.clone(), province.name.clone()));
    vec![Part { title: t(title).to_owned(), offers: offers.collect() }]
}

fn stars() -> Vec<Offer> {
    (3..=5).map(|stars| (stars.to_string(), needs::stars(stars))).collect()
}

fn units(choices: &Choices) -> Vec<Offer> {
    choices.units.iter().map(|unit| (unit.code.clone(), unit.name().to_owned())).collect()
}

fn visibilities() -> Vec<Offer> {
    VISIBILITIES
        .map(|(value, visibility)| (value.to_owned(), t(needs::visibility(visibility)).to_owned()))
        .to_vec()
}
