//! What became of the agreements made at an event: what both sides confirm here, beside what was reported.

use leptos::prelude::*;

use super::one_query::Promises;
use super::shown::Shown;
use crate::text::{event_promises as words, language, t};

/// The part of the page; nothing while nothing is known.
pub(super) fn section(shown: Shown) -> AnyView {
    let known = shown.part(|event| (event.promises.clone(), event.agreements_reported));
    let section = move || {
        let (promises, reported) = known.get()?;
        Some(told(&promises?, reported))
    };
    view! { {section} }.into_any()
}

fn told(promises: &Promises, reported: Option<i32>) -> AnyView {
    let language = language();
    let agreements = words::agreements(promises.signed, promises.delivered, promises.repeated, language);
    let checks = words::checks(promises.confirmed_checks, promises.open_checks, language);
    let has_checks = promises.confirmed_checks + promises.open_checks > 0;
    let values = match (promises.promised_value, promises.confirmed_value) {
        (Some(promised), Some(confirmed)) => {
            let share = share(promised.amount(), confirmed.amount());
            words::values(&promised.shown(), &confirmed.shown(), share, language)
        }
        _ => t(words::NO_AMOUNTS).to_owned(),
    };
    let reported = reported.map(|count| view! { <p class="quiet">{words::reported(count, language)}</p> });
    view! {
        <section>
            <h2>{t(words::PROMISES)}</h2>
            <ul class="prose">
                <li>{agreements}</li>
                {has_checks.then(|| view! { <li>{checks}</li> })}
                <li>{values}</li>
            </ul>
            <p class="quiet small">{t(words::OF_THIS_SYSTEM)}</p>
            {reported}
        </section>
    }
    .into_any()
}

/// How much of what was promised came, in percent; nothing where nothing was promised.
fn share(promised: i64, confirmed: i64) -> Option<i64> {
    (promised > 0).then(|| confirmed.saturating_mul(100) / promised)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_nothing_there_is_no_share() {
        assert_eq!(share(0, 0), None);
        assert_eq!([share(200, 125), share(3, 3), share(3, 0)], [Some(62), Some(100), Some(0)]);
    }
}
