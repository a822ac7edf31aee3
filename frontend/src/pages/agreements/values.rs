//! What a version says in the form: what its fields begin with, by the names of the API.

use super::one_query::{Agreement, Line, Side};
use crate::api::AgreementKind;
use crate::text::words as counts;
use crate::ui::form::Form;

/// Kinds that two sides agree on here; those of departments are recorded by staff from paper.
pub(super) const KINDS: [(&str, AgreementKind); 5] = [
    ("MINUTES", AgreementKind::Minutes),
    ("MOU", AgreementKind::Mou),
    ("CONTRACT", AgreementKind::Contract),
    ("PROGRAMME", AgreementKind::Programme),
    ("FRAMEWORK", AgreementKind::Framework),
];

/// Fields of words.
pub(super) const TEXTS: [&str; 5] = ["place", "deliveryTerms", "paymentTerms", "qualityTerms", "otherTerms"];
/// Fields of a side, below its name.
pub(super) const SIDE: [&str; 7] =
    ["name", "address", "taxCode", "phone", "bankAccount", "representative", "position"];
/// The two sides as the API names them.
pub(super) const SIDES: [&str; 2] = ["retailer", "producer"];
/// Fields of a line, below its place.
pub(super) const LINE: [&str; 6] = ["goods", "name", "quantityPerMonth", "unit", "price", "months"];
/// How many lines there are.
pub(super) const LINES: &str = "lines.count";

/// The name of a part of a line: `lines.0.price`.
pub(super) fn of_line(place: usize, part: &str) -> String {
    format!("lines.{place}.{part}")
}

/// Everything the latest version says, by the names of its fields.
pub(super) fn of_agreement(agreement: &Agreement) -> Vec<(String, String)> {
    let version = &agreement.version;
    let kind = KINDS.iter().find(|(_, kind)| *kind == agreement.kind).map_or("", |(name, _)| name);
    let day = |day: Option<chrono::NaiveDate>| day.map(counts::date).unwrap_or_default();
    let mut values = vec![
        ("kind".to_owned(), kind.to_owned()),
        ("startsOn".to_owned(), day(version.starts_on)),
        ("endsOn".to_owned(), day(version.ends_on)),
    ];
    let texts = [
        &version.place,
        &version.delivery_terms,
        &version.payment_terms,
        &version.quality_terms,
        &version.other_terms,
    ];
    let texts = TEXTS.iter().zip(texts);
    values.extend(texts.map(|(name, text)| ((*name).to_owned(), text.clone().unwrap_or_default())));
    for (name, side) in SIDES.into_iter().zip([&version.retailer, &version.producer]) {
        values.extend(of_side(name, side));
    }
    values.push((LINES.to_owned(), version.lines.len().to_string()));
    for (place, line) in version.lines.iter().enumerate() {
        values.extend(of_goods(place, line));
    }
    values
}

fn of_side(name: &str, side: &Side) -> impl Iterator<Item = (String, String)> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let values = [
        side.name.clone(),
        text(&side.address),
        text(&side.tax_code),
        text(&side.phone),
        text(&side.bank_account),
        text(&side.representative),
        text(&side.position),
    ];
    let names = SIDE.map(|part| format!("{name}.{part}"));
    names.into_iter().zip(values)
}

fn of_goods(place: usize, line: &Line) -> impl Iterator<Item = (String, String)> {
    let months: Vec<String> = line.months.iter().flatten().map(ToString::to_string).collect();
    let values = [
        goods_value(line.product_id.as_ref(), line.variant_id.as_ref()),
        if line.product_id.is_none() { line.product_name.clone() } else { String::new() },
        line.quantity_per_month.shown(),
        line.unit.code.clone(),
        line.price.map(|price| price.shown()).unwrap_or_default(),
        months.join(","),
    ];
    LINE.map(|part| of_line(place, part)).into_iter().zip(values)
}

/// Product and pack as one value of a list: `product|pack`, `product|`; empty for goods that are named only.
pub(super) fn goods_value(product: Option<&cynic::Id>, pack: Option<&cynic::Id>) -> String {
    match product {
        Some(product) => format!("{}|{}", product.inner(), pack.map_or("", cynic::Id::inner)),
        None => String::new(),
    }
}

/// Begins a form with values.
pub(super) fn begin(form: Form, values: Vec<(String, String)>) {
    for (name, value) in values {
        form.field(&name, value);
    }
}
