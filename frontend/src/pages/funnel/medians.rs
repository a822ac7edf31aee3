//! How long the steps take: half of all take so many days at most.

use leptos::prelude::*;

use super::query::Medians;
use crate::text::{funnel as words, t};

/// The part of the page.
pub(super) fn section(medians: &Medians) -> AnyView {
    let rows = [
        (words::TO_PROPOSED, medians.introduced_to_proposed),
        (words::TO_SIGNED, medians.proposed_to_signed),
        (words::TO_DELIVERED, medians.signed_to_delivered),
        (words::TO_REPEATED, medians.delivered_to_repeated),
    ];
    let rows = rows.map(|(name, days)| {
        let days = days.map_or_else(|| t(words::NOT_YET).to_owned(), words::within_days);
        view! { <dt>{t(name)}</dt><dd>{days}</dd> }
    });
    view! {
        <section>
            <h2>{t(words::MEDIANS)}</h2>
            <p class="quiet">{t(words::MEDIANS_WHY)}</p>
            <dl class="facts">{rows}</dl>
        </section>
    }
    .into_any()
}
