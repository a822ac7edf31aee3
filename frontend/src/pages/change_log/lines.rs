//! The lines of the log by day: when, who, what was done, and folded what changed by it.

use chrono::{NaiveDate, Timelike};
use leptos::prelude::*;

use super::Thing;
use super::difference::{Difference, Told, differences};
use super::names::Names;
use super::query::Change;
use super::values::{became, shown};
use crate::clock::{day_of, here};
use crate::text::{change_log as words, logged_fields::field, t, words as counts};

/// All lines, the newest first.
pub(super) fn days(thing: Thing, lines: &[Change], names: Memo<Names>) -> AnyView {
    let days = lines.chunk_by(|one, next| day_of(one.at) == day_of(next.at));
    days.map(|lines| day(lines.first().map(|line| day_of(line.at)), thing, lines, names))
        .collect_view()
        .into_any()
}

fn day(day: Option<NaiveDate>, thing: Thing, lines: &[Change], names: Memo<Names>) -> AnyView {
    let lines = lines.iter().map(|line| self::line(thing, line, names)).collect_view();
    view! {
        <section>
            <h2>{day.map(counts::date)}</h2>
            <ol class="plain-list changes">{lines}</ol>
        </section>
    }
    .into_any()
}

fn line(thing: Thing, line: &Change, names: Memo<Names>) -> AnyView {
    let time = here(line.at).map(|here| format!("{:02}:{:02}", here.hour(), here.minute()));
    let done =
        words::action(thing, &line.action).map_or_else(|| line.action.clone(), |known| t(known).to_owned());
    let details = differences(thing, line);
    let details = (!details.is_empty()).then(|| {
        let rows = details.iter().map(|difference| row(difference, names)).collect_view();
        view! {
            <details>
                <summary>{words::fields(details.len())}</summary>
                <dl class="facts">{rows}</dl>
            </details>
        }
    });
    view! {
        <li>
            <p>
                <time datetime=line.at.to_rfc3339()>{time}</time>
                " "<strong>{done}</strong>
                <br/>
                <span class="quiet">{who(line)}</span>
            </p>
            {details}
        </li>
    }
    .into_any()
}

/// A person by their name; what no person did, as such.
fn who(line: &Change) -> String {
    let is_person = line.actor.parse::<shared::AccountId>().is_ok();
    if is_person { line.actor_name.clone() } else { words::command(&line.actor_name) }
}

/// The names of codes may come later than the lines, and what is unfolded must stay so.
fn row(difference: &Difference, names: Memo<Names>) -> AnyView {
    let name = difference.field.clone();
    let told = match difference.told.clone() {
        Told::Secret => t(words::SECRET).into_any(),
        Told::Only(value) => view! { {move || names.with(|names| shown(&name, &value, names))} }.into_any(),
        Told::Changed(was, is) => {
            let both = Memo::new(move |_| names.with(|names| became(&name, &was, &is, names)));
            view! {
                <span class="quiet">{move || both.get().0}</span>
                " → "
                <span>{move || both.get().1}</span>
            }
            .into_any()
        }
    };
    view! { <dt>{field(&difference.field)}</dt><dd>{told}</dd> }.into_any()
}
