//! Putting what somebody filled in into a need, and noting what is wrong with it.

use async_graphql::MaybeUndefined;
use shared::{AdminLevel, AdminUnitId, Era, Problem, limits};

use super::{inputs::NeedChanges, sheet::Sheet};
use crate::{
    calendar,
    catalogue::entering::{bits, put, unit_of_amount},
    forms::Form,
    labels::Labels,
};

/// Puts changes into a need and notes what is wrong with them.
pub(super) fn apply(form: &mut Form, field: &str, sheet: &mut Sheet, changes: NeedChanges, labels: &Labels) {
    let of = |name: &str| format!("{field}.{name}");
    let need = &mut sheet.need;
    if let Some(name) = &changes.name {
        need.name = form.line(&of("name"), name, limits::NAME_CHARS);
    }
    put(&mut need.description, changes.description, |text| {
        form.optional_text(&of("description"), Some(&text), limits::TEXT_CHARS)
    });
    put(&mut need.min_stars, changes.min_stars, |stars| {
        if !(3..=5).contains(&stars) {
            form.wrong(of("minStars"), Problem::OutOfRange);
        }
        Some(stars)
    });
    put(&mut need.months, changes.months, |months| bits(form, &of("months"), &months));
    put(&mut need.unit_code, changes.unit, |code| unit_of_amount(form, &of("unit"), &code, labels));
    put(&mut need.quantity_per_month, changes.quantity_per_month, |amount| {
        if amount.thousandths() <= 0 {
            form.wrong(of("quantityPerMonth"), Problem::OutOfRange);
        }
        Some(amount)
    });
    put(&mut need.price_ceiling, changes.price_ceiling, Some);
    if let MaybeUndefined::Value(day) = &changes.deadline
        && day.0 < calendar::today()
    {
        form.wrong(of("deadline"), Problem::WrongOrder);
    }
    put(&mut need.deadline, changes.deadline, |day| Some(day.0));
    need.visibility = changes.visibility.unwrap_or(need.visibility);
    // An amount or a price without a unit says nothing.
    let has_amount = need.quantity_per_month.is_some() || need.price_ceiling.is_some();
    if has_amount && need.unit_code.is_none() {
        form.wrong(of("unit"), Problem::Missing);
    }
    if let Some(codes) = changes.groups {
        if codes.len() > limits::FILTER_VALUES || codes.iter().any(|code| labels.group(code).is_none()) {
            form.wrong(of("groups"), Problem::NotOffered);
        }
        sheet.groups = unique(codes);
    }
    for (codes, era, name) in [
        (changes.provinces, Era::Current, "provinces"),
        (changes.former_provinces, Era::Legacy, "formerProvinces"),
    ] {
        let Some(codes) = codes else { continue };
        if codes.len() > limits::FILTER_VALUES
            || codes.iter().any(|code| labels.province(era, code).is_none())
        {
            form.wrong(of(name), Problem::NotOffered);
        }
        sheet.provinces.retain(|unit| unit.parts().is_none_or(|(other, ..)| other != era));
        let units = unique(codes).into_iter().map(|code| AdminUnitId::new(era, AdminLevel::Province, &code));
        sheet.provinces.extend(units);
    }
    if let Some(asked) = changes.requirements {
        let codes = unique(asked.iter().map(|one| one.requirement.clone()).collect());
        let is_twice = codes.len() != asked.len();
        if is_twice || codes.iter().any(|code| labels.requirement(code).is_none()) {
            form.wrong(of("requirements"), Problem::NotOffered);
        }
        sheet.requirements = asked.into_iter().map(|one| (one.requirement, one.number)).collect();
    }
}

/// The values in the order in which they came first.
fn unique(values: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    values.into_iter().filter(|value| seen.insert(value.clone())).collect()
}
