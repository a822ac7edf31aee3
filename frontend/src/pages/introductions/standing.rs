//! Where an introduction stands, since when, and until when an answer is waited for.

use leptos::prelude::*;

use super::one_query::Introduction;
use crate::api::IntroductionStatus;
use crate::clock::now;
use crate::text::{introductions as words, language, t, words as counts};
use crate::ui::{Badge, Tone};

/// Where it stands, in a word or two.
pub(crate) fn badge(status: IntroductionStatus) -> AnyView {
    let tone = match status {
        IntroductionStatus::WaitsForBoth
        | IntroductionStatus::WaitsForProducer
        | IntroductionStatus::WaitsForRetailer => Tone::Warn,
        IntroductionStatus::Accepted => Tone::Good,
        IntroductionStatus::Declined => Tone::Bad,
        IntroductionStatus::Withdrawn | IntroductionStatus::Lapsed => Tone::Plain,
    };
    view! { <Badge tone text=t(words::status(status))/> }.into_any()
}

/// The part of the page about it.
pub(super) fn section(introduction: &Introduction) -> AnyView {
    let status: shared::IntroductionStatus = introduction.status.into();
    let deadline = now().filter(|_| status.is_waiting()).map(|now| {
        let deadline = words::deadline(introduction.answer_by, now, language());
        view! { " · "<strong>{deadline}</strong> }
    });
    let since = introduction.settled_at.map(|at| format!(" · {} {}", t(words::SINCE), counts::instant(at)));
    let declined_by = introduction.declined_by.map(|party| t(words::party(party)).to_owned());
    let rows = [(words::DECLINED_BY, declined_by), (words::BECAUSE, introduction.declined_because.clone())];
    let rows = rows.into_iter().filter_map(|(name, value)| Some((name, value?)));
    let rows: Vec<_> =
        rows.map(|(name, value)| view! { <dt>{t(name)}</dt><dd class="need-text">{value}</dd> }).collect();
    let rows = (!rows.is_empty()).then(|| view! { <dl class="facts">{rows}</dl> });
    view! {
        <section>
            <h2>{t(words::STATE)}</h2>
            <p role="status">{badge(introduction.status)}{since}{deadline}</p>
            {rows}
        </section>
    }
    .into_any()
}
