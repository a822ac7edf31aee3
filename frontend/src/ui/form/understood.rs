//! Hints that show back what is typed, as it is understood: a slip in an amount is then seen before it is sent.

use std::str::FromStr;

use leptos::prelude::*;
use shared::{Dong, Problem, Quantity};

use super::Form;
use crate::text::{Text, forms, t};

/// What is typed, as it is read; the rule while there is nothing.
pub(crate) fn shown_back(form: Form, name: &str, rule: Text, read: fn(&str) -> String) -> Signal<String> {
    let value = form.field(name, "");
    Signal::derive(move || {
        value.with(|typed| if typed.trim().is_empty() { t(rule).to_owned() } else { read(typed) })
    })
}

/// `= 1.250.000 ₫`
pub(crate) fn price_in_words(typed: &str) -> String {
    in_words(typed, Dong::shown)
}

/// `= 1.500,5`
pub(crate) fn amount_in_words(typed: &str) -> String {
    in_words(typed, Quantity::shown)
}

fn in_words<Value: FromStr<Err = Problem>>(typed: &str, shown: fn(Value) -> String) -> String {
    match typed.parse() {
        Ok(value) => format!("= {}", shown(value)),
        Err(problem) => t(forms::problem(Some(problem))).to_owned(),
    }
}
