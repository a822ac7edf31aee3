//! A product in the form: what its fields begin with, and how their values are read by people.

use shared::limits;

use super::query::Sheet;
use super::reading::{self, PACK, PACKS, Read, of_pack};
use crate::api::InvoiceAnswer;
use crate::facts::Pack;
use crate::text::{Text, supply, t};
use crate::ui::form::{Form, Wrong};

/// Answers to a question that may be open, by the values they have in a form.
pub(super) const YES_OR_NO: [(&str, Text); 3] =
    [("yes", supply::YES), ("no", supply::NO), ("", supply::UNKNOWN)];
/// Answers about an invoice; the values are those of the API.
pub(super) const INVOICE: [(&str, Text); 4] =
    [("YES", supply::YES), ("NO", supply::NO), ("ON_REQUEST", supply::ON_REQUEST), ("", supply::UNKNOWN)];

/// Fields of the form that are not of a pack.
const PLAIN: [&str; 16] = [
    "name",
    "group",
    "description",
    "months",
    "unit",
    "capacityPerMonth",
    "minimumOrder",
    "leadTimeDays",
    "shelfLifeDays",
    "storage",
    "deliveryArea",
    "deliversToHanoi",
    "creditDays",
    "acceptsConsignment",
    "vatInvoice",
    "traceabilityUrl",
];

/// Everything a product has in the form, by the names of its fields; nothing in those of packs that it does not have.
pub(super) fn of_sheet(sheet: &Sheet) -> Vec<(String, String)> {
    let terms = &sheet.terms;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let days = |days: Option<i32>| days.map(|days| days.to_string()).unwrap_or_default();
    let amount = |amount: Option<shared::Quantity>| amount.map(|amount| amount.shown()).unwrap_or_default();
    let months = sheet.months.iter().flatten().map(ToString::to_string).collect::<Vec<_>>().join(",");
    let invoice = match terms.vat_invoice {
        Some(InvoiceAnswer::Yes) => "YES",
        Some(InvoiceAnswer::No) => "NO",
        Some(InvoiceAnswer::OnRequest) => "ON_REQUEST",
        None => "",
    };
    let values = [
        sheet.name.clone(),
        sheet.group.code.clone(),
        text(&sheet.description),
        months,
        terms.unit.as_ref().map(|unit| unit.code.clone()).unwrap_or_default(),
        amount(terms.capacity_per_month),
        amount(terms.minimum_order),
        days(terms.lead_time_days),
        days(terms.shelf_life_days),
        text(&terms.storage),
        text(&terms.delivery_area),
        yes_or_no(terms.delivers_to_hanoi),
        days(terms.credit_days),
        yes_or_no(terms.accepts_consignment),
        invoice.to_owned(),
        text(&terms.traceability_url),
    ];
    let plain = PLAIN.iter().map(|name| (*name).to_owned()).zip(values);
    let count = std::iter::once((PACKS.to_owned(), sheet.variants.len().to_string()));
    let packs = (0..limits::VARIANTS).flat_map(|place| of_pack_at(place, sheet.variants.get(place)));
    plain.chain(count).chain(packs).collect()
}

/// Fields of a product of which nothing is known.
pub(super) fn empty() -> Vec<(String, String)> {
    let plain = PLAIN.iter().map(|name| ((*name).to_owned(), String::new()));
    let count = std::iter::once((PACKS.to_owned(), "0".to_owned()));
    plain.chain(count).chain((0..limits::VARIANTS).flat_map(|place| of_pack_at(place, None))).collect()
}

fn of_pack_at(place: usize, pack: Option<&Pack>) -> Vec<(String, String)> {
    let values = pack.map(values_of).unwrap_or_default();
    PACK.iter().zip(values).map(|(part, value)| (of_pack(place, part), value)).collect()
}

fn values_of(pack: &Pack) -> [String; 8] {
    let code = |unit: &Option<crate::facts::Measure>| {
        unit.as_ref().map(|unit| unit.code.clone()).unwrap_or_default()
    };
    [
        pack.id.inner().to_owned(),
        pack.name.clone(),
        pack.gtin.as_ref().map(ToString::to_string).unwrap_or_default(),
        pack.net_content.map(|content| content.shown()).unwrap_or_default(),
        code(&pack.net_unit),
        code(&pack.pack_unit),
        pack.retail_price.map(|price| price.shown()).unwrap_or_default(),
        pack.wholesale_price.map(|price| price.shown()).unwrap_or_default(),
    ]
}

fn yes_or_no(answer: Option<bool>) -> String {
    match answer {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    }
    .to_owned()
}

/// Begins a form with values.
pub(super) fn begin(form: Form, values: Vec<(String, String)>) {
    for (name, value) in values {
        form.field(&name, value);
    }
}

/// What is to be sent of a form.
pub(super) fn read(form: Form) -> Read {
    reading::read(&|name| form.initial(name), &|name| form.value(name))
}

/// What is wrong, to be said at the fields.
pub(super) fn wrong(read: &Read) -> Vec<Wrong> {
    read.wrong.iter().map(|(field, problem)| Wrong::at(field, *problem)).collect()
}

/// All packs are one list, and an amount needs its unit.
pub(super) fn together(field: &str) -> Option<&'static str> {
    match field {
        "unit" | "capacityPerMonth" | "minimumOrder" => Some("amounts"),
        field if field.starts_with("variants.") => Some("packs"),
        _ => None,
    }
}

/// The values of a field, or of fields that go together, as people read them.
pub(super) fn in_words(fields: &[String], values: &[String]) -> String {
    let first = values.first().map(String::as_str).unwrap_or_default();
    let chosen = |offers: &[(&str, Text)]| {
        offers.iter().find(|(value, _)| *value == first).map(|(_, words)| t(*words).to_owned())
    };
    match fields.first().map(String::as_str) {
        Some("deliversToHanoi" | "acceptsConsignment") => chosen(&YES_OR_NO).unwrap_or_default(),
        Some("vatInvoice") => chosen(&INVOICE).unwrap_or_default(),
        Some("months") => first.replace(',', ", "),
        Some("unit") => {
            values.iter().rev().filter(|value| !value.is_empty()).cloned().collect::<Vec<_>>().join(" ")
        }
        Some(PACKS) => packs_in_words(fields, values),
        _ => first.to_owned(),
    }
}

/// `Hộp 500 g, 8934…, 250.000 ₫; Túi 1 kg`
fn packs_in_words(fields: &[String], values: &[String]) -> String {
    let value = |name: &str| {
        let place = fields.iter().position(|field| field == name);
        place.and_then(|place| values.get(place)).cloned().unwrap_or_default()
    };
    let count = reading::count(&value);
    let packs = (0..count).map(|place| {
        let parts = PACK.iter().filter(|part| **part != "id").map(|part| value(&of_pack(place, part)));
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    });
    packs.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packs_are_told_apart_in_words() {
        let fields = [PACKS, "variants.0.id", "variants.0.name", "variants.0.retailPrice", "variants.1.name"];
        let fields = fields.map(str::to_owned);
        let values = ["2", "x", "Hộp", "5.000 ₫", "Túi"].map(str::to_owned);

        assert_eq!(in_words(&fields, &values), "Hộp, 5.000 ₫; Túi");
    }

    #[test]
    fn what_goes_together_is_chosen_together() {
        assert_eq!(together("variants.3.name"), together(PACKS));
        assert_eq!(together("unit"), together("minimumOrder"));
        assert_eq!(together("name"), None);
    }
}
