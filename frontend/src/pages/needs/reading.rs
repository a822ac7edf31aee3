//! From what was typed to what is sent, and what is wrong with it. Fields are named as in the API; an empty one does not
//! matter.

use std::str::FromStr;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Map, Value, json};
use shared::{Dong, Problem, Quantity, read_day};

/// What is asked of producers, by codes.
pub(super) const REQUIREMENTS: &str = "requirements";

/// Values that are lists, with commas between.
const LISTS: [&str; 3] = ["groups", "provinces", "formerProvinces"];

/// The field with the number of a requirement.
pub(super) fn number_of(requirement: &str) -> String {
    format!("numbers.{requirement}")
}

/// What stands in a field, by its name.
pub(super) type Values<'a> = &'a dyn Fn(&str) -> String;

/// What else must be known to read it.
pub(super) struct Known<'a> {
    /// Codes of requirements that are compared with a number.
    pub(super) with_number: &'a [String],
    /// No last day lies before it.
    pub(super) today: Option<NaiveDate>,
}

/// What is to be sent, and what is wrong.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Read {
    pub(super) changes: Map<String, Value>,
    pub(super) wrong: Vec<(String, Problem)>,
}

/// Reads what differs from what the form began with.
pub(super) fn read(began: Values<'_>, typed: Values<'_>, known: &Known<'_>) -> Read {
    let mut read = Read::default();
    let is_changed = |name: &str| began(name) != typed(name);
    if typed("name").trim().is_empty() {
        read.wrong.push(("name".to_owned(), Problem::Missing));
    }
    for name in ["name", "description", "unit", "visibility"].into_iter().filter(|name| is_changed(name)) {
        read.put(name, text(&typed(name)));
    }
    for name in LISTS.into_iter().filter(|name| is_changed(name)) {
        read.put(name, json!(list(&typed(name))));
    }
    if is_changed("minStars") {
        read.put("minStars", json!(typed("minStars").parse::<i32>().ok()));
    }
    if is_changed("quantityPerMonth") {
        let amount = read.parsed("quantityPerMonth", &typed("quantityPerMonth"), Quantity::from_str);
        read.put("quantityPerMonth", amount);
    }
    let has_amount = ["quantityPerMonth", "priceCeiling"].iter().any(|name| !typed(name).trim().is_empty());
    if has_amount && typed("unit").is_empty() {
        read.wrong.push(("unit".to_owned(), Problem::Missing));
    }
    if is_changed("priceCeiling") {
        let price = read.parsed("priceCeiling", &typed("priceCeiling"), Dong::from_str);
        read.put("priceCeiling", price);
    }
    if is_changed("months") {
        let months: Vec<i32> = list(&typed("months")).iter().filter_map(|month| month.parse().ok()).collect();
        read.put("months", json!((!months.is_empty()).then_some(months)));
    }
    read.requirements(began, typed, known);
    if is_changed("deadline") {
        let day = |typed: &str| match read_day(typed)? {
            day if known.today.is_some_and(|today| day < today) => Err(Problem::WrongOrder),
            day => Ok(day),
        };
        let day = read.parsed("deadline", &typed("deadline"), day);
        read.put("deadline", day);
    }
    read
}

impl Read {
    fn put(&mut self, name: &str, value: Value) {
        self.changes.insert(name.to_owned(), value);
    }

    fn parsed<T: Serialize>(
        &mut self,
        name: &str,
        typed: &str,
        read: impl Fn(&str) -> Result<T, Problem>,
    ) -> Value {
        if typed.trim().is_empty() {
            return Value::Null;
        }
        match read(typed) {
            Ok(value) => json!(value),
            Err(problem) => {
                self.wrong.push((name.to_owned(), problem));
                Value::Null
            }
        }
    }

    /// All of them, when one was changed: they are one list.
    fn requirements(&mut self, began: Values<'_>, typed: Values<'_>, known: &Known<'_>) {
        let codes = list(&typed(REQUIREMENTS));
        let is_same = |name: &str| began(name) == typed(name);
        if is_same(REQUIREMENTS) && codes.iter().all(|code| is_same(&number_of(code))) {
            return;
        }
        let mut asked = Vec::new();
        for code in codes {
            let number = if known.with_number.contains(&code) {
                let (field, typed) = (number_of(&code), typed(&number_of(&code)));
                if typed.trim().is_empty() {
                    self.wrong.push((field.clone(), Problem::Missing));
                }
                self.parsed(&field, &typed, Quantity::from_str)
            } else {
                Value::Null
            };
            asked.push(json!({ "requirement": code, "number": number }));
        }
        self.put(REQUIREMENTS, json!(asked));
    }
}

fn list(typed: &str) -> Vec<String> {
    typed.split(',').filter(|code| !code.is_empty()).map(str::to_owned).collect()
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

    fn read_typed(began: &[(&str, &str)], typed: &[(&str, &str)]) -> Read {
        let with_number = ["shelf_life_days".to_owned()];
        let known = Known { with_number: &with_number, today: NaiveDate::from_ymd_opt(2026, 11, 26) };
        read(&of(began), &of(typed), &known)
    }

    #[test]
    fn only_what_was_changed_is_sent_and_what_was_emptied_does_not_matter() {
        let began = [("name", "Miến"), ("minStars", "3"), ("months", "1"), ("groups", "I"), ("unit", "kg")];
        let typed = [("name", "Miến dong"), ("unit", "kg"), ("priceCeiling", "1.250.000")];

        let read = read_typed(&began, &typed);

        let expected = json!({ "name": "Miến dong", "minStars": null, "months": null, "groups": [],
            "priceCeiling": 1_250_000 });
        assert_eq!((Value::Object(read.changes), read.wrong), (expected, vec![]));
    }

    #[test]
    fn what_says_nothing_without_something_else_is_wrong_without_it() {
        let typed = [
            ("quantityPerMonth", "1,5"),
            ("requirements", "gtin,shelf_life_days"),
            ("deadline", "25/11/2026"),
        ];

        let wrong = read_typed(&[], &typed).wrong;

        let expected = [
            ("name", Problem::Missing),
            ("unit", Problem::Missing),
            ("numbers.shelf_life_days", Problem::Missing),
            ("deadline", Problem::WrongOrder),
        ];
        assert_eq!(wrong, expected.map(|(field, problem)| (field.to_owned(), problem)));
    }

    #[test]
    fn a_last_day_is_today_or_later_and_an_old_one_that_is_not_touched_stays() {
        let today = read_typed(&[("name", "a")], &[("name", "a"), ("deadline", "26/11/2026")]);
        let old = [("name", "a"), ("deadline", "01/01/2020")];

        assert_eq!(Value::Object(today.changes), json!({ "deadline": "2026-11-26" }));
        assert_eq!(read_typed(&old, &old), Read::default());
    }

    #[test]
    fn requirements_are_sent_as_one_list_when_a_number_changes() {
        let began =
            [("name", "a"), ("requirements", "gtin,shelf_life_days"), ("numbers.shelf_life_days", "90")];
        let typed =
            [("name", "a"), ("requirements", "gtin,shelf_life_days"), ("numbers.shelf_life_days", "180")];

        let read = read_typed(&began, &typed);

        let expected = json!({ "requirements": [
            { "requirement": "gtin", "number": null }, { "requirement": "shelf_life_days", "number": 180.0 } ] });
        assert_eq!((Value::Object(read.changes), read.wrong), (expected, vec![]));
    }
}
