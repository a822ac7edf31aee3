//! From what was typed to what is sent, and what is wrong with it. Fields are named as in the API; an empty one is not
//! known.

use std::str::FromStr;

use serde::Serialize;
use serde_json::{Map, Value, json};
use shared::{Dong, Gtin, Problem, Quantity, limits};

/// The parts of a pack, below its place: `variants.0.gtin`.
pub(crate) const PACK: [&str; 8] =
    ["id", "name", "gtin", "netContent", "netUnit", "packUnit", "retailPrice", "wholesalePrice"];
/// How many packs there are.
pub(crate) const PACKS: &str = "variants.count";

const TEXTS: [&str; 5] = ["description", "storage", "deliveryArea", "traceabilityUrl", "unit"];
const AMOUNTS: [&str; 2] = ["capacityPerMonth", "minimumOrder"];
const DAYS: [&str; 3] = ["leadTimeDays", "shelfLifeDays", "creditDays"];
const YES_OR_NO: [&str; 2] = ["deliversToHanoi", "acceptsConsignment"];

/// What stands in a field, by its name.
pub(crate) type Values<'a> = &'a dyn Fn(&str) -> String;

/// What is to be sent, and what is wrong.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Read {
    pub(crate) changes: Map<String, Value>,
    pub(crate) wrong: Vec<(String, Problem)>,
}

/// The name of a part of a pack.
pub(crate) fn of_pack(place: usize, part: &str) -> String {
    format!("variants.{place}.{part}")
}

/// How many packs there are.
pub(crate) fn count(values: Values<'_>) -> usize {
    values(PACKS).parse().unwrap_or(0).min(limits::VARIANTS)
}

/// Reads what differs from what the form began with.
pub(crate) fn read(began: Values<'_>, typed: Values<'_>) -> Read {
    let mut read = Read::default();
    for name in ["name", "group"] {
        if typed(name).trim().is_empty() {
            let problem = if name == "group" { Problem::NotOffered } else { Problem::Missing };
            read.wrong.push((name.to_owned(), problem));
        }
    }
    let is_changed = |name: &str| began(name) != typed(name);
    for name in ["name", "group"].into_iter().chain(TEXTS).filter(|name| is_changed(name)) {
        read.changes.insert(name.to_owned(), text(&typed(name)));
    }
    for name in AMOUNTS.into_iter().filter(|name| is_changed(name)) {
        let amount = read.parsed::<Quantity>(name, &typed(name));
        read.changes.insert(name.to_owned(), amount);
    }
    for name in DAYS.into_iter().filter(|name| is_changed(name)) {
        let days = read.days(name, &typed(name));
        read.changes.insert(name.to_owned(), days);
    }
    for name in YES_OR_NO.into_iter().filter(|name| is_changed(name)) {
        read.changes.insert(name.to_owned(), json!(yes_or_no(&typed(name))));
    }
    if is_changed("vatInvoice") {
        read.changes.insert("vatInvoice".to_owned(), text(&typed("vatInvoice")));
    }
    if is_changed("months") {
        let months: Vec<i32> = typed("months").split(',').filter_map(|month| month.parse().ok()).collect();
        read.changes.insert("months".to_owned(), json!((!months.is_empty()).then_some(months)));
    }
    let (before, after) = (count(began), count(typed));
    let parts = (0..after).flat_map(|place| PACK.map(|part| of_pack(place, part)));
    if before != after || parts.into_iter().any(|name| is_changed(&name)) {
        let packs: Vec<Value> = (0..after).map(|place| read.pack(place, typed)).collect();
        read.changes.insert("variants".to_owned(), json!(packs));
    }
    let has_amount = AMOUNTS.iter().any(|name| !typed(name).trim().is_empty());
    if has_amount && typed("unit").is_empty() {
        read.wrong.push(("unit".to_owned(), Problem::Missing));
    }
    read
}

impl Read {
    fn pack(&mut self, place: usize, typed: Values<'_>) -> Value {
        let of = |part: &str| of_pack(place, part);
        if typed(&of("name")).trim().is_empty() {
            self.wrong.push((of("name"), Problem::Missing));
        }
        let (content, unit) = (typed(&of("netContent")), typed(&of("netUnit")));
        match (content.trim().is_empty(), unit.is_empty()) {
            (false, true) => self.wrong.push((of("netUnit"), Problem::Missing)),
            (true, false) => self.wrong.push((of("netContent"), Problem::Missing)),
            _ => {}
        }
        json!({
            "id": text(&typed(&of("id"))),
            "name": typed(&of("name")).trim(),
            "gtin": self.parsed::<Gtin>(&of("gtin"), &typed(&of("gtin"))),
            "netContent": self.parsed::<Quantity>(&of("netContent"), &content),
            "netUnit": text(&unit),
            "packUnit": text(&typed(&of("packUnit"))),
            "retailPrice": self.parsed::<Dong>(&of("retailPrice"), &typed(&of("retailPrice"))),
            "wholesalePrice": self.parsed::<Dong>(&of("wholesalePrice"), &typed(&of("wholesalePrice"))),
        })
    }

    fn parsed<T: FromStr<Err = Problem> + Serialize>(&mut self, name: &str, typed: &str) -> Value {
        if typed.trim().is_empty() {
            return Value::Null;
        }
        match typed.parse::<T>() {
            Ok(value) => json!(value),
            Err(problem) => {
                self.wrong.push((name.to_owned(), problem));
                Value::Null
            }
        }
    }

    fn days(&mut self, name: &str, typed: &str) -> Value {
        let typed = typed.trim();
        if typed.is_empty() {
            return Value::Null;
        }
        let days = typed.parse::<i32>().map_err(|_| Problem::NoNumber);
        let days = days.and_then(|days| {
            if (0..=limits::DAYS).contains(&days) { Ok(days) } else { Err(Problem::OutOfRange) }
        });
        match days {
            Ok(days) => json!(days),
            Err(problem) => {
                self.wrong.push((name.to_owned(), problem));
                Value::Null
            }
        }
    }
}

fn text(typed: &str) -> Value {
    let typed = typed.trim();
    if typed.is_empty() { Value::Null } else { json!(typed) }
}

fn yes_or_no(typed: &str) -> Option<bool> {
    match typed {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of<'a>(values: &'a [(&'a str, &'a str)]) -> impl Fn(&str) -> String + 'a {
        move |name| {
            let found = values.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned()).unwrap_or_default()
        }
    }

    #[test]
    fn only_what_was_changed_is_sent_and_what_was_emptied_is_not_known() {
        let began = of(&[
            ("name", "Chè"),
            ("group", "II.1"),
            ("storage", "Khô"),
            ("leadTimeDays", "3"),
            ("months", "1"),
        ]);
        let typed =
            of(&[("name", "Chè xanh"), ("group", "II.1"), ("leadTimeDays", "3"), ("vatInvoice", "NO")]);

        let read = read(&began, &typed);

        assert_eq!(
            Value::Object(read.changes),
            json!({ "name": "Chè xanh", "storage": null, "vatInvoice": "NO", "months": null })
        );
        assert_eq!(read.wrong, []);
    }

    #[test]
    fn prices_are_understood_however_people_group_them() {
        let pack = |price: &str| {
            let typed = [
                ("name", "Chè"),
                ("group", "II"),
                (PACKS, "1"),
                ("variants.0.name", "Hộp 500 g"),
                ("variants.0.retailPrice", price),
                ("variants.0.netContent", "0,5"),
                ("variants.0.netUnit", "kg"),
            ];
            let read = read(&of(&[]), &of(&typed));
            (read.changes["variants"][0]["retailPrice"].clone(), read.wrong)
        };

        for price in ["1.250.000", "1,250,000", "1250000", "1.250.000 ₫"] {
            assert_eq!(pack(price), (json!(1_250_000), vec![]), "{price}");
        }
        let wrong = vec![("variants.0.retailPrice".to_owned(), Problem::NoNumber)];
        assert_eq!(pack("1.25"), (Value::Null, wrong));
    }

    #[test]
    fn what_says_nothing_without_something_else_is_wrong_without_it() {
        let typed = of(&[
            ("capacityPerMonth", "1,5"),
            ("shelfLifeDays", "4000"),
            (PACKS, "1"),
            ("variants.0.gtin", "8934567890123"),
            ("variants.0.netUnit", "kg"),
        ]);

        let names: Vec<String> = read(&of(&[]), &typed).wrong.into_iter().map(|(name, _)| name).collect();

        assert_eq!(
            names,
            [
                "name",
                "group",
                "shelfLifeDays",
                "variants.0.name",
                "variants.0.netContent",
                "variants.0.gtin",
                "unit"
            ]
        );
    }

    #[test]
    fn a_pack_that_was_removed_is_not_sent() {
        let began = of(&[
            ("name", "a"),
            ("group", "I"),
            (PACKS, "2"),
            ("variants.0.name", "A"),
            ("variants.1.name", "B"),
        ]);
        let typed = of(&[("name", "a"), ("group", "I"), (PACKS, "1"), ("variants.0.name", "B")]);

        let read = read(&began, &typed);

        assert_eq!(read.changes["variants"].as_array().map(Vec::len), Some(1));
        assert_eq!(read.changes["variants"][0]["name"], "B");
    }
}
