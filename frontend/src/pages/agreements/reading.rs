//! From what was typed to what a version says, and what is wrong with it. Fields are named as in the API.

use std::str::FromStr;

use serde::Serialize;
use serde_json::{Map, Value, json};
use shared::{Dong, Problem, Quantity, limits};

use super::values::{LINES, SIDE, SIDES, TEXTS, of_line};

/// What stands in a field, by its name.
pub(super) type Values<'a> = &'a dyn Fn(&str) -> String;

/// What is to be sent, and what is wrong.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Read {
    pub(super) terms: Map<String, Value>,
    pub(super) wrong: Vec<(String, Problem)>,
}

/// How many lines there are.
pub(super) fn count(values: Values<'_>) -> usize {
    values(LINES).parse().unwrap_or(0).min(limits::AGREEMENT_LINES)
}

/// Reads everything: a version is written as a whole. `event` stays what it was.
pub(super) fn read(typed: Values<'_>, event: Option<&cynic::Id>) -> Read {
    let mut read = Read::default();
    read.put("kind", json!(typed("kind")));
    read.put("event", json!(event.map(cynic::Id::inner)));
    for name in ["startsOn", "endsOn"] {
        let day = read.day(name, &typed(name));
        read.put(name, day);
    }
    for name in TEXTS {
        read.put(name, text(&typed(name)));
    }
    for side in SIDES {
        if typed(&format!("{side}.name")).trim().is_empty() {
            read.wrong.push((format!("{side}.name"), Problem::Missing));
        }
        let parts = SIDE.map(|part| (part.to_owned(), text(&typed(&format!("{side}.{part}")))));
        read.put(side, Value::Object(parts.into_iter().collect()));
    }
    let lines: Vec<Value> = (0..count(typed)).map(|place| read.line(place, typed)).collect();
    read.put("lines", json!(lines));
    read
}

impl Read {
    fn put(&mut self, name: &str, value: Value) {
        self.terms.insert(name.to_owned(), value);
    }

    fn line(&mut self, place: usize, typed: Values<'_>) -> Value {
        let of = |part: &str| of_line(place, part);
        let goods = typed(&of("goods"));
        let (product, pack) = goods.split_once('|').unwrap_or((&goods, ""));
        if product.is_empty() && typed(&of("name")).trim().is_empty() {
            self.wrong.push((of("name"), Problem::Missing));
        }
        if typed(&of("unit")).is_empty() {
            self.wrong.push((of("unit"), Problem::Missing));
        }
        let quantity = self.parsed::<Quantity>(&of("quantityPerMonth"), &typed(&of("quantityPerMonth")));
        if quantity.is_null() && typed(&of("quantityPerMonth")).trim().is_empty() {
            self.wrong.push((of("quantityPerMonth"), Problem::Missing));
        }
        let months = typed(&of("months"));
        let months: Vec<i32> = months.split(',').filter_map(|month| month.parse().ok()).collect();
        json!({
            "product": text(product),
            "variant": text(pack),
            "name": if product.is_empty() { text(&typed(&of("name"))) } else { Value::Null },
            "quantityPerMonth": quantity,
            "unit": typed(&of("unit")),
            "price": self.parsed::<Dong>(&of("price"), &typed(&of("price"))),
            "months": (!months.is_empty() && months.len() < 12).then_some(months),
        })
    }

    fn day(&mut self, name: &str, typed: &str) -> Value {
        if typed.trim().is_empty() {
            return Value::Null;
        }
        match shared::read_day(typed) {
            Ok(day) => json!(day.to_string()),
            Err(problem) => {
                self.wrong.push((name.to_owned(), problem));
                Value::Null
            }
        }
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
}

fn text(typed: &str) -> Value {
    let typed = typed.trim();
    if typed.is_empty() { Value::Null } else { json!(typed) }
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

    const WHOLE: [(&str, &str); 11] = [
        ("kind", "MINUTES"),
        ("startsOn", "01/12/2026"),
        ("endsOn", "30/11/2027"),
        ("paymentTerms", " 30 ngày "),
        ("retailer.name", "Siêu thị"),
        ("producer.name", "HTX"),
        (LINES, "1"),
        ("lines.0.goods", "a|b"),
        ("lines.0.quantityPerMonth", "1.200,5"),
        ("lines.0.unit", "kg"),
        ("lines.0.price", "90.000"),
    ];

    #[test]
    fn a_version_is_written_as_a_whole() {
        let read = read(&of(&WHOLE), None);

        assert_eq!(read.wrong, []);
        assert_eq!(read.terms["startsOn"], "2026-12-01");
        assert_eq!(read.terms["paymentTerms"], "30 ngày");
        assert_eq!(read.terms["deliveryTerms"], Value::Null);
        let line = &read.terms["lines"][0];
        assert_eq!((&line["product"], &line["variant"]), (&json!("a"), &json!("b")));
        assert_eq!((&line["quantityPerMonth"], &line["price"]), (&json!(1200.5), &json!(90_000)));
        assert_eq!(line["months"], Value::Null);
    }

    #[test]
    fn what_is_missing_is_said_at_its_field() {
        let typed = of(&[(LINES, "1"), ("lines.0.price", "x"), ("startsOn", "x")]);

        let names: Vec<String> = read(&typed, None).wrong.into_iter().map(|(name, _)| name).collect();

        assert_eq!(
            names,
            [
                "startsOn",
                "retailer.name",
                "producer.name",
                "lines.0.name",
                "lines.0.unit",
                "lines.0.quantityPerMonth",
                "lines.0.price"
            ]
        );
    }
}
