//! Packs with their prices, and the terms for those who may see them. What is not known is said to be so.

use leptos::prelude::*;
use shared::Quantity;

use crate::api::{Dimension, InvoiceAnswer};
use crate::facts::{Measure, Pack, Terms};
use crate::text::{product as words, supply, t};

/// The packs; "not published" without any.
pub(super) fn packs(packs: &[Pack]) -> AnyView {
    if packs.is_empty() {
        return view! { <span class="quiet">{t(words::NOT_PUBLISHED)}</span> }.into_any();
    }
    let rows = packs.iter().map(|pack| {
        let unpublished = || view! { <span class="quiet">{t(words::NOT_PUBLISHED)}</span> }.into_any();
        let price = match pack.retail_price {
            Some(price) => view! { <span class="pack-price">{price.shown()}</span> }.into_any(),
            None => unpublished(),
        };
        let wholesale =
            pack.wholesale_price.map(|price| format!("{}: {}", t(words::WHOLESALE), price.shown()));
        let whole = pack.net_unit.as_ref().and_then(|unit| match unit.dimension {
            Dimension::Mass => Some(words::PER_KILOGRAM),
            Dimension::Volume => Some(words::PER_LITRE),
            Dimension::Length => Some(words::PER_METRE),
            Dimension::Count | Dimension::Service => None,
        });
        let per_kilo = pack
            .retail_price_per_kilo
            .zip(whole)
            .map(|(price, whole)| format!("{} {}", price.shown(), t(whole)));
        let content = pack.net_content.map(|content| measured(content, pack.net_unit.as_ref()));
        let gtin = pack.gtin.as_ref().map(|gtin| format!("{} {gtin}", t(words::BARCODE)));
        let details: Vec<_> = [content, per_kilo, wholesale, gtin]
            .into_iter()
            .flatten()
            .map(|detail| view! { <span>{detail}</span> })
            .collect();
        view! {
            <li>
                {pack.name.clone()}" · "{t(words::PRICE)}" "{price}
                <span class="quiet small details">{details}</span>
            </li>
        }
    });
    view! { <ul class="plain-list">{rows.collect_view()}</ul> }.into_any()
}

/// The terms, each that is known.
pub(super) fn terms(terms: &Terms) -> AnyView {
    let amount = |amount: Option<Quantity>| amount.map(|amount| measured(amount, terms.unit.as_ref()));
    let days = |count: Option<i32>| count.map(words::days);
    let yes_or_no = |answer: Option<bool>| {
        answer.map(|answer| t(if answer { supply::YES } else { supply::NO }).to_owned())
    };
    let invoice = terms.vat_invoice.map(|answer| {
        t(match answer {
            InvoiceAnswer::Yes => supply::YES,
            InvoiceAnswer::No => supply::NO,
            InvoiceAnswer::OnRequest => supply::ON_REQUEST,
        })
        .to_owned()
    });
    let rows = [
        (supply::CAPACITY, amount(terms.capacity_per_month)),
        (supply::MINIMUM_ORDER, amount(terms.minimum_order)),
        (supply::LEAD_TIME, days(terms.lead_time_days)),
        (supply::SHELF_LIFE, days(terms.shelf_life_days)),
        (supply::STORAGE, terms.storage.clone()),
        (supply::DELIVERY_AREA, terms.delivery_area.clone()),
        (supply::DELIVERS_TO_HANOI, yes_or_no(terms.delivers_to_hanoi)),
        (supply::CREDIT_DAYS, days(terms.credit_days)),
        (supply::CONSIGNMENT, yes_or_no(terms.accepts_consignment)),
        (supply::VAT_INVOICE, invoice),
        (supply::TRACEABILITY, terms.traceability_url.clone()),
    ];
    let rows = rows.map(|(name, value)| {
        let value = match value {
            Some(value) if value.starts_with("https://") => {
                view! { <a href=value.clone() rel="external noopener nofollow">{value.clone()}</a> }
                    .into_any()
            }
            Some(value) => value.into_any(),
            None => view! { <span class="quiet">{t(words::NOT_KNOWN)}</span> }.into_any(),
        };
        view! { <dt>{t(name)}</dt><dd>{value}</dd> }
    });
    view! {
        <section>
            <h2>{t(words::TERMS)}</h2>
            <dl class="facts">{rows}</dl>
        </section>
    }
    .into_any()
}

fn measured(amount: Quantity, unit: Option<&Measure>) -> String {
    match unit {
        Some(unit) => format!("{} {}", amount.shown(), unit.name()),
        None => amount.shown(),
    }
}
