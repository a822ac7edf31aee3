//! Where an agreement stands: who has confirmed it, since when it holds, how it came to its end.

use leptos::prelude::*;

use super::address_of;
use super::one_query::{Agreement, Related};
use crate::api::{AgreementFollows, AgreementStatus, TradeParty};
use crate::clock::now;
use crate::text::{agreements as words, introductions, language, t, words as counts};
use crate::ui::{Badge, Tone};

/// Where it stands, in a word or two.
pub(crate) fn badge(status: AgreementStatus) -> AnyView {
    let tone = match status {
        AgreementStatus::WaitsForBoth
        | AgreementStatus::WaitsForRetailer
        | AgreementStatus::WaitsForProducer => Tone::Warn,
        AgreementStatus::Signed => Tone::Good,
        AgreementStatus::Declined | AgreementStatus::Terminated => Tone::Bad,
        AgreementStatus::Draft
        | AgreementStatus::Ended
        | AgreementStatus::Superseded
        | AgreementStatus::Withdrawn
        | AgreementStatus::Lapsed => Tone::Plain,
    };
    view! { <Badge tone text=t(words::status(status))/> }.into_any()
}

/// The part of the page about it.
pub(super) fn section(agreement: &Agreement) -> AnyView {
    let status: shared::AgreementStatus = agreement.status.into();
    let deadline = agreement.answer_by.filter(|_| status.is_waiting()).zip(now()).map(|(until, now)| {
        view! { " · "<strong>{introductions::deadline(until, now, language())}</strong> }
    });
    let settled = agreement.settled_at.map(counts::instant);
    let rows = [
        (words::NUMBER, agreement.number.clone()),
        (words::SIGNED_ON, agreement.signed_on.map(counts::date)),
        (words::SETTLED_AT, settled),
        (words::SETTLED_BY, agreement.settled_by.map(|party| t(words::side(party)).to_owned())),
        (introductions::BECAUSE, agreement.settled_because.clone()),
    ];
    let rows = rows.into_iter().filter_map(|(name, value)| Some((name, value?)));
    let rows = rows.map(|(name, value)| view! { <dt>{t(name)}</dt><dd class="need-text">{value}</dd> });
    let rows = rows.collect_view();
    view! {
        <section>
            <h2>{t(introductions::STATE)}</h2>
            <p role="status">{badge(agreement.status)}{deadline}</p>
            {confirmations(agreement)}
            <dl class="facts">{rows}{scan(agreement)}</dl>
            {related(agreement)}
        </section>
    }
    .into_any()
}

/// Who has confirmed the latest version, while that is still asked.
fn confirmations(agreement: &Agreement) -> Option<AnyView> {
    if agreement.status == AgreementStatus::Draft {
        return None;
    }
    if agreement.is_paper {
        return Some(view! { <p>{t(words::ON_PAPER)}</p> }.into_any());
    }
    let version = &agreement.version;
    let sides = [
        (TradeParty::Retailer, &agreement.retailer_name, version.retailer_signed_at),
        (TradeParty::Producer, &agreement.producer_name, version.producer_signed_at),
    ];
    let rows = sides.map(|(_, name, at)| {
        let (mark, words) = match at {
            Some(at) => ("✓ ", words::confirmed_at(&counts::instant(at))),
            None => ("– ", t(words::NOT_CONFIRMED).to_owned()),
        };
        view! { <li>{mark}{name.clone()}": "{words}</li> }
    });
    Some(view! { <ul class="plain-list">{rows}</ul> }.into_any())
}

fn scan(agreement: &Agreement) -> Option<AnyView> {
    let scan = agreement.scan.clone()?;
    let view = view! {
        <dt>{t(words::SCAN)}</dt>
        <dd><a href=scan.url target="_blank" rel="noopener">{scan.name}</a></dd>
    };
    Some(view.into_any())
}

/// Agreements before and after this one.
fn related(agreement: &Agreement) -> Option<AnyView> {
    let before = agreement.follows.as_ref().map(|before| {
        let said = match agreement.follows_as {
            Some(AgreementFollows::Amendment) => words::AMENDS,
            _ => words::RENEWS,
        };
        entry(t(said), before)
    });
    let after = agreement.followed_by.iter().map(|after| {
        let said = match after.follows_as {
            Some(AgreementFollows::Amendment) => words::AMENDED_BY,
            _ => words::RENEWED_BY,
        };
        entry(t(said), after)
    });
    let all: Vec<_> = before.into_iter().chain(after).collect();
    (!all.is_empty()).then(|| view! { <ul class="plain-list">{all}</ul> }.into_any())
}

fn entry(said: &'static str, other: &Related) -> AnyView {
    let name = other.number.clone().unwrap_or_else(|| t(words::WITHOUT_NUMBER).to_owned());
    view! { <li>{said}" "<a href=address_of(&other.id)>{name}</a>" "{badge(other.status)}</li> }.into_any()
}
