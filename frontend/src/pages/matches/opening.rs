//! What would open the most needs, one thing after the other: for a producer with the way to mend it, for staff as
//! what keeps all producers away.

use leptos::prelude::*;

use super::gates;
use super::query::Asked;
use crate::api::{GateKind, Mend, Said, schema};
use crate::pages::needs;
use crate::pages::own_products::mended_at;
use crate::text::{matching, openings as words, t};

/// Something named.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Retailer")]
pub(crate) struct Shop {
    pub(crate) name: String,
}

/// A need by its name.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Need")]
pub(crate) struct NamedNeed {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) retailer: Shop,
}

/// A product by its name.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Product")]
pub(crate) struct NamedProduct {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
}

/// A pair in a line.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Match")]
pub(crate) struct PairLine {
    pub(crate) need: NamedNeed,
    pub(crate) product: NamedProduct,
    pub(crate) score: i32,
}

/// A gate that keeps producers from needs.
#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct Opening {
    pub(crate) kind: GateKind,
    pub(crate) requirement: Option<Asked>,
    pub(crate) mend: Option<Mend>,
    pub(crate) needs: i32,
    pub(crate) products: i32,
    pub(crate) says: Said,
    #[arguments(first: 5)]
    pub(crate) matches: Vec<PairLine>,
}

/// All of them, the one that opens most first; `producer` where the reader can mend them.
pub(super) fn list(openings: &[Opening], producer: Option<&cynic::Id>) -> AnyView {
    let rows = openings.iter().map(|opening| row(opening, producer));
    view! { <ol class="plain-list matches">{rows.collect_view()}</ol> }.into_any()
}

fn row(opening: &Opening, producer: Option<&cynic::Id>) -> AnyView {
    let opener = gates::opener(opening.kind, opening.requirement.as_ref());
    let ways = producer.zip(opening.mend).map(|(producer, mend)| ways(opening, producer, mend));
    let pairs = opening.matches.iter().map(|pair| line(pair, producer));
    let pairs = (!opening.matches.is_empty()).then(|| {
        view! {
            <details class="match-more">
                <summary>{t(words::SOME_PAIRS)}</summary>
                <ul class="plain-list rows">{pairs.collect_view()}</ul>
            </details>
        }
    });
    view! {
        <li class="match">
            <h3>{words::opening(&opener, opening.needs)}</h3>
            <p>{opening.says.words()}</p>
            <p class="quiet small">{words::concerns(opening.products)}</p>
            {ways}
            {pairs}
        </li>
    }
    .into_any()
}

/// Where it is mended: once for the organisation, or with each of the products that are named.
fn ways(opening: &Opening, producer: &cynic::Id, mend: Mend) -> AnyView {
    let paper = opening.requirement.as_ref().and_then(|asked| asked.certificates.first());
    let mut seen: Vec<String> = Vec::new();
    let mut links = Vec::new();
    for PairLine { product, .. } in &opening.matches {
        let (address, to) = mended_at(producer, &product.id, mend, paper.map(|paper| paper.code.as_str()));
        if seen.contains(&address) {
            continue;
        }
        let name = (mend != Mend::Organisation).then(|| format!(": {}", product.name));
        seen.push(address.clone());
        links.push(view! { <li><a class="button-second" href=address>{t(to)}{name}</a></li> });
    }
    view! { <ul class="chips" aria-label=t(words::MEND)>{links}</ul> }.into_any()
}

fn line(pair: &PairLine, producer: Option<&cynic::Id>) -> AnyView {
    let product = pair.product.id.inner();
    // The maker finds there what else this product misses.
    let product = match producer {
        Some(producer) => {
            format!("/to-chuc/{}/san-pham/{product}?phan=nhu-cau&xem=gan-phu-hop", producer.inner())
        }
        None => format!("/san-pham/{product}"),
    };
    view! {
        <li>
            <a class="all-link" href=needs::address_of(&pair.need.id)>{pair.need.name.clone()}</a>
            " ("{pair.need.retailer.name.clone()}") · "
            <a class="all-link" href=product>{pair.product.name.clone()}</a>
            " · "<span class="quiet small">{t(matching::SCORE)}": "{matching::score(pair.score)}</span>
        </li>
    }
    .into_any()
}
