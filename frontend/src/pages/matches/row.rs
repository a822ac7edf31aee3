//! A pair as one row: what it is, its score, a mark for each condition, why it is a good one, and what can be done
//! about it. It opens to every condition and to what the score is made of.

use leptos::prelude::*;

use super::choice::{Choice, MOST};
use super::gates::{self, Mendable};
use super::introducing::{Introducing, Pair};
use super::parts;
use super::query::{NeedMatch, OfNeed, OfProduct, ProductMatch, Verdict};
use crate::facts::{province_in_words, stars_in_list};
use crate::navigation;
use crate::pages::needs;
use crate::text::{matching as words, t};

/// What the rows of a list have in common.
#[derive(Clone, Copy)]
pub(super) struct List {
    pub(super) introducing: Introducing,
    /// The need whose products these are, or the product whose needs they are.
    pub(super) of: StoredValue<cynic::Id>,
    /// Who makes that product, where the reader can mend it.
    pub(super) maker: StoredValue<Option<cynic::Id>>,
    /// The address of the page, without what is chosen.
    pub(super) page: StoredValue<String>,
    pub(super) choice: Memo<Choice>,
}

/// The products of a page.
pub(super) fn products(page: &OfNeed) -> AnyView {
    let list = expect_context::<List>();
    page.matches.nodes.iter().map(|node| product(list, node)).collect_view().into_any()
}

/// The needs of a page.
pub(super) fn needs(page: &OfProduct) -> AnyView {
    let list = expect_context::<List>();
    page.matches.nodes.iter().map(|node| need(list, node)).collect_view().into_any()
}

fn product(list: List, ProductMatch { product, verdict }: &ProductMatch) -> AnyView {
    let province = province_in_words(product.province.as_deref(), product.former_province.as_deref());
    let head = view! {
        <div>
            <h3><a href=format!("/san-pham/{}", product.id.inner())>{product.name.clone()}</a></h3>
            <p class="small">
                {stars_in_list(product.stars, product.star_state)}" · "
                <a href=format!("/chu-the/{}", product.producer.id.inner())>{product.producer.name.clone()}</a>
                {province.map(|province| format!(" · {province}"))}
            </p>
            {compare(list, product.id.inner().to_owned(), &product.name)}
        </div>
    }
    .into_any();
    let pair = Pair {
        need: list.of.get_value(),
        product: product.id.clone(),
        with: words::with_owner(&product.name, &product.producer.name),
        standing: RwSignal::new(verdict.standing.clone()),
    };
    row(head, verdict, list.introducing.step(pair), None)
}

fn need(list: List, NeedMatch { need, verdict }: &NeedMatch) -> AnyView {
    let head = view! {
        <div>
            <h3><a href=needs::address_of(&need.id)>{need.name.clone()}</a></h3>
            <p class="small">{need.retailer.name.clone()}" "{needs::verified(need.retailer.is_verified)}</p>
            <p class="details quiet small">{needs::details(need)}</p>
        </div>
    }
    .into_any();
    let product = list.of.get_value();
    let pair = Pair {
        need: need.id.clone(),
        product: product.clone(),
        with: words::with_owner(&need.name, &need.retailer.name),
        standing: RwSignal::new(verdict.standing.clone()),
    };
    let maker = list.maker.get_value();
    row(head, verdict, list.introducing.step(pair), maker.as_ref().map(|maker| (maker, &product)))
}

fn row(head: AnyView, verdict: &Verdict, step: AnyView, mendable: Mendable<'_>) -> AnyView {
    let reasons = verdict.strongest.iter().map(|reason| view! { <li>{reason.says.words()}</li> });
    view! {
        <li class="match">
            <div class="match-head">{head}{score(verdict.score)}</div>
            {gates::marks(verdict)}
            <ul class="match-reasons" aria-label=t(words::REASONS)>{reasons.collect_view()}</ul>
            <details class="match-more">
                <summary>{t(words::MORE)}</summary>
                <div class="match-both">
                    <section><h4>{t(words::GATES)}</h4>{gates::list(&verdict.gates, mendable)}</section>
                    <section><h4>{t(words::PARTS)}</h4>{parts::list(&verdict.parts)}</section>
                </div>
            </details>
            {step}
        </li>
    }
    .into_any()
}

/// A score, with what it is out of for those who don't see it beside others.
pub(super) fn score(score: i32) -> AnyView {
    view! {
        <p class="match-score">
            <span class="quiet small">{t(words::SCORE)}</span>
            <strong aria-hidden="true">{score}</strong>
            <span class="for-readers">": "{words::score(score)}</span>
        </p>
    }
    .into_any()
}

/// Whether the product is to be compared; the choice is in the address.
fn compare(list: List, id: String, name: &str) -> AnyView {
    let (this, name) = (id.clone(), name.to_owned());
    let is_in = Memo::new(move |_| list.choice.with(|choice| choice.compares(&this)));
    let is_out_of_reach = move || list.choice.with(Choice::is_full) && !is_in.get();
    let toggle = move |_| {
        let next = list.choice.get_untracked().toggled(&id);
        navigation::keep(&list.page.with_value(|page| next.address(page)));
    };
    view! {
        <label class="value">
            <input type="checkbox" prop:checked=is_in disabled=is_out_of_reach on:change=toggle/>
            <span class="value-name">{t(words::COMPARE_THIS)}<span class="for-readers">": "{name}</span></span>
        </label>
    }
    .into_any()
}

/// How many are to be compared, and the way there; it stays in reach while more are looked at.
pub(super) fn compare_bar(list: List) -> AnyView {
    let shown = move || {
        let choice = list.choice.get();
        let count = choice.compared.len();
        if count == 0 {
            return None;
        }
        let page = list.page.get_value();
        let go = match count {
            1 => view! { <span class="small">{t(words::COMPARE_ONE)}</span> }.into_any(),
            _ => {
                let address = format!("{page}/so-sanh?sp={}", choice.compared.join(","));
                view! { <a class="button-second" href=address>{t(words::COMPARE)}</a> }.into_any()
            }
        };
        let none = Choice { compared: Vec::new(), ..choice }.address(&page);
        Some(view! {
            <div class="compare-bar">
                <span role="status">{words::compared(count, MOST)}</span>
                {go}
                <a class="all-link" data-noscroll href=none>{t(words::COMPARE_NONE)}</a>
            </div>
        })
    };
    view! { {shown} }.into_any()
}
