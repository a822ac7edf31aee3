//! What an agreement says: its sides, its goods, its term, its terms in words.

use leptos::prelude::*;

use super::lines;
use super::new_reading::{Party, side_name};
use super::one_query::{Agreement, Side, Version};
use crate::api::AgreementKind;
use crate::text::{Text, agreements as words, introductions, t, words as counts};

/// One sentence: who with whom about what.
pub(super) fn lead(agreement: &Agreement) -> AnyView {
    let introduction = agreement.introduction.as_ref().map(|introduction| {
        let address = format!("/ket-noi/gioi-thieu/{}", introduction.id.inner());
        view! { <p><a href=address>{t(words::TO_TALK)}</a></p> }
    });
    let event = agreement.event.as_ref().map(|event| {
        let address = format!("/su-kien/{}", event.id.inner());
        view! { <p>{t(words::EVENT)}": "<a href=address>{event.name.clone()}</a></p> }
    });
    let note = agreement.version.note.clone().map(|note| {
        view! { <p class="quiet">{t(introductions::NOTE)}":"</p><blockquote class="quote">{note}</blockquote> }
    });
    view! {
        <p class="lead">{words::between(&agreement.retailer_name, &agreement.producer_name)}</p>
        {event}
        {introduction}
        {note}
    }
    .into_any()
}

/// The latest version in full.
pub(super) fn section(agreement: &Agreement) -> AnyView {
    view! {
        <section>
            <h2>{t(words::CONTENTS)}</h2>
            {version(&agreement.version, agreement.kind)}
            <p class="quiet small">{t(words::NO_ORDER)}</p>
        </section>
    }
    .into_any()
}

/// What a version says.
pub(super) fn version(version: &Version, kind: AgreementKind) -> AnyView {
    let term = version.starts_on.zip(version.ends_on).map(|(starts, ends)| words::term(starts, ends));
    let paragraphs = [
        (words::TERM, term),
        (words::PLACE, version.place.clone()),
        (words::DELIVERY_TERMS, version.delivery_terms.clone()),
        (words::PAYMENT_TERMS, version.payment_terms.clone()),
        (words::QUALITY_TERMS, version.quality_terms.clone()),
        (words::OTHER_TERMS, version.other_terms.clone()),
    ];
    let paragraphs = paragraphs
        .into_iter()
        .filter_map(|(name, said)| Some(view! { <dt>{t(name)}</dt><dd class="need-text">{said?}</dd> }));
    view! {
        {lines::table(&version.lines)}
        <dl class="facts">{paragraphs.collect_view()}</dl>
        <div class="columns columns-even">
            {side(side_name(Party::Retailer, kind), &version.retailer)}
            {side(side_name(Party::Producer, kind), &version.producer)}
        </div>
    }
    .into_any()
}

fn side(name: Text, side: &Side) -> AnyView {
    let known = facts(side)
        .into_iter()
        .filter_map(|(name, value)| Some(view! { <dt>{t(name)}</dt><dd>{value?}</dd> }));
    view! {
        <div>
            <h3>{t(name)}</h3>
            <p><strong>{side.name.clone()}</strong></p>
            <dl class="facts">{known.collect_view()}</dl>
        </div>
    }
    .into_any()
}

/// What is known of a side beside its name.
pub(super) fn facts(side: &Side) -> [(Text, Option<String>); 6] {
    [
        (words::ADDRESS, side.address.clone()),
        (words::TAX_CODE, side.tax_code.clone()),
        (words::PHONE, side.phone.as_deref().map(counts::phone)),
        (words::BANK_ACCOUNT, side.bank_account.clone()),
        (words::REPRESENTATIVE, side.representative.clone()),
        (words::POSITION, side.position.clone()),
    ]
}

/// The ways to the document.
pub(super) fn documents(agreement: &Agreement) -> AnyView {
    let id = agreement.id.inner();
    let docx = |language: &str| format!("/documents/agreements/{id}.docx?language={language}");
    view! {
        <section>
            <h2>{t(words::DOCUMENT)}</h2>
            <p class="quiet">{t(words::DOCUMENT_WHY)}</p>
            <ul class="plain-list">
                <li><a class="all-link" href=format!("/thoa-thuan/{id}/ban-in")>{t(words::PRINT)}</a></li>
                <li><a class="all-link" href=docx("vi") rel="external" download="">{t(words::DOCX_VIETNAMESE)}</a></li>
                <li><a class="all-link" href=docx("both") rel="external" download="">{t(words::DOCX_BOTH)}</a></li>
            </ul>
        </section>
    }
    .into_any()
}
