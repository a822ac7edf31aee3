//! What is proposed to whom: the two sides, the product, the words that came with it, the terms of the need, and how far
//! the one answers the other today.

use leptos::prelude::*;

use super::one_query::{Fit, Introduction};
use crate::pages::matches::met;
use crate::pages::needs;
use crate::text::introductions::Proposal;
use crate::text::{introductions as words, language, own_products, t, words as counts};

/// One sentence that tells it, and the words that came with it.
pub(super) fn proposal(introduction: &Introduction) -> AnyView {
    let proposal = Proposal {
        by: introduction.proposed_by,
        retailer: &introduction.retailer.name,
        producer: &introduction.producer.name,
        product: &introduction.product_name,
        need: introduction.need_name.as_deref(),
    };
    let note = introduction.note.clone().map(|note| {
        view! { <p class="quiet">{t(words::NOTE)}":"</p><blockquote class="quote">{note}</blockquote> }
    });
    view! {
        <p class="lead">{words::proposed(&proposal, language())}</p>
        {note}
    }
    .into_any()
}

/// The sides and the product, each with the way to its page.
pub(super) fn facts(introduction: &Introduction) -> AnyView {
    let product = match &introduction.product {
        Some(product) => link(format!("/san-pham/{}", product.id.inner()), &introduction.product_name),
        None => view! {
            {introduction.product_name.clone()}" "<span class="quiet small">"("{t(words::NOT_PUBLISHED)}")"</span>
        }
        .into_any(),
    };
    let producer =
        link(format!("/chu-the/{}", introduction.producer.id.inner()), &introduction.producer.name);
    let need = introduction.need_name.clone().map(|name| {
        let value = match &introduction.need {
            Some(need) => link(needs::address_of(&need.id), &name),
            None => view! { {name} }.into_any(),
        };
        view! { <dt>{t(words::NEED)}</dt><dd>{value}</dd> }
    });
    view! {
        <section>
            <h2>{t(words::ABOUT)}</h2>
            <dl class="facts">
                <dt>{t(words::PRODUCT)}</dt><dd>{product}</dd>
                <dt>{t(words::PRODUCER)}</dt><dd>{producer}</dd>
                <dt>{t(words::RETAILER)}</dt><dd>{introduction.retailer.name.clone()}</dd>
                {need}
                <dt>{t(words::PROPOSED_AT)}</dt><dd>{counts::instant(introduction.created_at)}</dd>
            </dl>
        </section>
        {introduction.fit.as_ref().map(fit)}
    }
    .into_any()
}

/// The terms of the need, if there is one that can be read.
pub(super) fn terms(introduction: &Introduction) -> AnyView {
    let terms = introduction.need.as_ref().map(|need| {
        let description = need.description.clone().map(|text| {
            view! { <section><h2>{t(words::NEED_SAYS)}</h2><p class="need-text">{text}</p></section> }
        });
        view! { {description}{needs::facts(need)}{needs::asked(need)} }
    });
    view! { {terms} }.into_any()
}

fn link(address: String, name: &str) -> AnyView {
    view! { <a href=address>{name.to_owned()}</a> }.into_any()
}

fn fit(fit: &Fit) -> AnyView {
    let gates = fit.gates.iter().map(|gate| {
        let met = met(gate.state);
        view! {
            <li>{met.mark()}" "<span class="for-readers">{t(met.words())}": "</span>{gate.says.words()}</li>
        }
    });
    let counts = own_products::counts(fit.met, fit.not_met, fit.unknown);
    view! {
        <section>
            <h2>{t(words::FIT)}</h2>
            <p>{fit.score}"/100 · "{counts}</p>
            <details>
                <summary class="button-second">{t(words::GATES)}</summary>
                <ul class="plain-list gates-said">{gates.collect_view()}</ul>
            </details>
        </section>
    }
    .into_any()
}
