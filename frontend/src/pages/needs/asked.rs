//! What a need asks of producers, in the form: several of a list, and a number for each that is compared with one.

use leptos::prelude::*;

use super::query::{Choices, Requirement};
use super::reading::{REQUIREMENTS, number_of};
use crate::api::{Asked, RequirementKind};
use crate::text::{Language, language, need_form as words, t};
use crate::ui::form::{Form, Part, SeveralField, TextField, amount_in_words, holds, shown_back};

/// What other fields of a need say; they are offered only where a need asks for them already.
const SAID_ELSEWHERE: [&str; 4] = ["min_stars", "max_price", "min_monthly_volume", "stable_supply_months"];

/// The requirements, and their numbers.
#[component]
pub(super) fn AskedFields(form: Form, choices: Asked<Choices>) -> impl IntoView {
    let chosen = form.field(REQUIREMENTS, "");
    let began = form.initial(REQUIREMENTS);
    let offered = Memo::new(move |_| {
        let requirements = choices.get().map(|choices| choices.requirements.clone()).unwrap_or_default();
        let is_offered = |one: &Requirement| {
            let is_said = SAID_ELSEWHERE.contains(&one.code.as_str());
            !is_said || holds(&began, &one.code)
        };
        requirements.into_iter().filter(is_offered).collect::<Vec<_>>()
    });
    let parts = Signal::derive(move || {
        let offers = offered.get().iter().map(|one| (one.code.clone(), name(one).to_owned())).collect();
        vec![Part { title: t(words::CHOOSE_REQUIREMENTS).to_owned(), offers }]
    });
    let numbers = move || {
        let asked = offered.get().into_iter().filter(|one| one.kind == RequirementKind::Number);
        asked.filter(|one| chosen.with(|chosen| holds(chosen, &one.code))).collect::<Vec<_>>()
    };
    view! {
        <SeveralField form name=REQUIREMENTS label=t(words::REQUIREMENTS) hint=t(words::REQUIREMENTS_HINT) parts/>
        <For each=numbers key=|one| one.code.clone() children=move |one| {
            let field = number_of(&one.code);
            let hint = shown_back(form, &field, words::NUMBER_HINT, amount_in_words);
            view! { <TextField form name=field label=name(&one) hint keys="decimal" longest=30/> }
        }/>
    }
}

/// Its name in the language of the page.
pub(super) fn name(requirement: &Requirement) -> &str {
    match language() {
        Language::Vietnamese => &requirement.name_vi,
        Language::English => &requirement.name_en,
    }
}
