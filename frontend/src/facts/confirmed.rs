//! Who confirmed a fact, and when: a fact fades as it ages.

use chrono::{DateTime, NaiveDate, Utc};
use leptos::prelude::*;

use crate::clock::{day_of, today};
use crate::text::{product, t, words};
use crate::ui::{Fresh, Freshness};

/// Days for which a confirmation counts as fresh.
const FRESH_DAYS: i64 = 90;

/// How fresh a confirmation is, with its day and its author in words.
#[component]
pub(crate) fn Confirmed(at: Option<DateTime<Utc>>, by: Option<String>) -> impl IntoView {
    let day = at.map(day_of);
    let words = match (day, by) {
        (None, _) => t(product::CONFIRMED_NEVER).to_owned(),
        (Some(day), None) => format!("{} {}", t(product::CONFIRMED_ON), words::date(day)),
        (Some(day), Some(by)) => {
            format!("{} {} {} {by}", t(product::CONFIRMED_ON), words::date(day), t(product::BY))
        }
    };
    view! { <Freshness fresh=fresh(day, today()) words/> }
}

fn fresh(confirmed: Option<NaiveDate>, today: Option<NaiveDate>) -> Fresh {
    match (confirmed, today) {
        (Some(confirmed), Some(today)) if (today - confirmed).num_days() <= FRESH_DAYS => Fresh::Lately,
        (Some(_), _) => Fresh::LongAgo,
        (None, _) => Fresh::Never,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_confirmation_fades() {
        let on = |confirmed: &str| fresh(confirmed.parse().ok(), "2026-11-23".parse().ok());

        assert_eq!(
            [on("2026-10-12"), on("2026-01-01"), on("")],
            [Fresh::Lately, Fresh::LongAgo, Fresh::Never]
        );
    }
}
