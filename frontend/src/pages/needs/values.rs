//! A need in the form: what its fields begin with, and how their values are read by people.

use leptos::prelude::untrack;
use shared::Problem;

use super::asked::name;
use super::fields::group_offer;
use super::query::{Choices, Need};
use super::reading::{self, Known, REQUIREMENTS, Read, number_of};
use crate::api::{Asked, Era, NeedVisibility, RequirementKind};
use crate::clock::today;
use crate::text::{need_form as words, needs, t, words as counts};
use crate::ui::form::{Form, Wrong, holds};

/// Who may read it, by the values of the API.
pub(super) const VISIBILITIES: [(&str, NeedVisibility); 2] =
    [("PRODUCERS", NeedVisibility::Producers), ("PUBLIC", NeedVisibility::Public)];

/// Fields that every need has.
const PLAIN: [&str; 13] = [
    "name",
    "description",
    "groups",
    "minStars",
    "quantityPerMonth",
    "unit",
    "priceCeiling",
    "months",
    "provinces",
    "formerProvinces",
    REQUIREMENTS,
    "deadline",
    "visibility",
];

/// Everything a need has in the form, by the names of its fields.
pub(super) fn of_need(need: &Need) -> Vec<(String, String)> {
    let joined = |codes: Vec<String>| codes.join(",");
    let provinces = |era: Era| {
        let units = need.provinces.iter().filter(|province| province.era == era);
        joined(units.map(|province| province.code.clone()).collect())
    };
    let values = [
        need.name.clone(),
        need.description.clone().unwrap_or_default(),
        joined(need.groups.iter().map(|group| group.code.clone()).collect()),
        need.min_stars.map(|stars| stars.to_string()).unwrap_or_default(),
        need.quantity_per_month.map(|amount| amount.shown()).unwrap_or_default(),
        need.unit.as_ref().map(|unit| unit.code.clone()).unwrap_or_default(),
        need.price_ceiling.map(|price| price.shown()).unwrap_or_default(),
        joined(need.months.iter().flatten().map(ToString::to_string).collect()),
        provinces(Era::Current),
        provinces(Era::Legacy),
        joined(need.requirements.iter().map(|asked| asked.requirement.code.clone()).collect()),
        need.deadline.map(counts::date).unwrap_or_default(),
        value_of(need.visibility).to_owned(),
    ];
    let plain = PLAIN.iter().map(|name| (*name).to_owned()).zip(values);
    let numbers = need.requirements.iter().map(|asked| {
        let number = asked.number.map(|number| number.shown()).unwrap_or_default();
        (number_of(&asked.requirement.code), number)
    });
    plain.chain(numbers).collect()
}

/// Fields of a need that says nothing yet: verified producers will read it.
pub(super) fn empty() -> Vec<(String, String)> {
    let value = |name: &str| match name {
        "visibility" => value_of(NeedVisibility::Producers).to_owned(),
        _ => String::new(),
    };
    PLAIN.iter().map(|name| ((*name).to_owned(), value(name))).collect()
}

fn value_of(visibility: NeedVisibility) -> &'static str {
    VISIBILITIES.iter().find(|(_, known)| *known == visibility).map_or("", |(value, _)| value)
}

/// Begins a form with values.
pub(super) fn begin(form: Form, values: Vec<(String, String)>) {
    for (name, value) in values {
        form.field(&name, value);
    }
}

/// What is to be sent of a form.
pub(super) fn read(form: Form, choices: Asked<Choices>) -> Read {
    let choices = untrack(|| choices.get());
    let requirements = choices.iter().flat_map(|choices| &choices.requirements);
    let with_number = requirements.filter(|one| one.kind == RequirementKind::Number);
    let with_number: Vec<_> = with_number.map(|one| one.code.clone()).collect();
    let known = Known { with_number: &with_number, today: today() };
    reading::read(&|name| form.initial(name), &|name| form.value(name), &known)
}

/// What is wrong, to be said at the fields.
pub(super) fn wrong(read: &Read) -> Vec<Wrong> {
    let said = |(field, problem): &(String, Problem)| match problem {
        Problem::WrongOrder => Wrong { field: field.clone(), words: t(words::DEADLINE_PAST).to_owned() },
        problem => Wrong::at(field, *problem),
    };
    read.wrong.iter().map(said).collect()
}

/// An amount or a price needs its unit, and what is asked of producers is one list.
pub(super) fn together(field: &str) -> Option<&'static str> {
    match field {
        "quantityPerMonth" | "unit" | "priceCeiling" => Some("amounts"),
        field if field == REQUIREMENTS || field.starts_with("numbers.") => Some(REQUIREMENTS),
        _ => None,
    }
}

/// The values of a field, or of fields that go together, as people read them. Without the lists codes stay codes.
pub(super) fn in_words(choices: Option<&Choices>, fields: &[String], values: &[String]) -> String {
    let first = values.first().map(String::as_str).unwrap_or_default();
    let field = fields.first().map(String::as_str).unwrap_or_default();
    let filled = || values.iter().filter(|value| !value.is_empty()).cloned().collect::<Vec<_>>();
    let Some(choices) = choices else { return filled().join("; ") };
    let named = |offers: Vec<(String, String)>| {
        let chosen = offers.into_iter().filter(|(code, _)| holds(first, code));
        chosen.map(|(_, name)| name).collect::<Vec<_>>().join("; ")
    };
    match field {
        "groups" => named(choices.product_groups.iter().map(group_offer).collect()),
        "provinces" | "formerProvinces" => {
            let known = if field == "provinces" { &choices.provinces } else { &choices.former_provinces };
            named(known.iter().map(|province| (province.code.clone(), province.name.clone())).collect())
        }
        REQUIREMENTS => {
            let offers = choices.requirements.iter().map(|one| {
                let number = fields.iter().position(|field| *field == number_of(&one.code));
                let number = number.and_then(|place| values.get(place)).filter(|number| !number.is_empty());
                let number = number.map(|number| format!(" {number}")).unwrap_or_default();
                (one.code.clone(), format!("{}{number}", name(one)))
            });
            named(offers.collect())
        }
        "quantityPerMonth" => {
            let unit = |code: &String| {
                let known = choices.units.iter().find(|unit| unit.code == *code);
                known.map_or_else(|| code.clone(), |unit| unit.name().to_owned())
            };
            filled().iter().map(unit).collect::<Vec<_>>().join("; ")
        }
        "visibility" => {
            let known = VISIBILITIES.iter().find(|(value, _)| *value == first);
            known.map(|(_, visibility)| t(needs::visibility(*visibility)).to_owned()).unwrap_or_default()
        }
        "minStars" => first.parse().map(needs::stars).unwrap_or_default(),
        "months" => first.replace(',', ", "),
        _ => first.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_together_is_chosen_together() {
        assert_eq!(together("unit"), together("priceCeiling"));
        assert_eq!(together("numbers.shelf_life_days"), together(REQUIREMENTS));
        assert_eq!(together("name"), None);
    }
}
