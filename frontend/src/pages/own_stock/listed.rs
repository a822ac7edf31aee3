//! The list of what is said to be on sale: as of when, one tap to say that it still is, and taking off what is not.

use leptos::prelude::*;

use super::changes;
use super::query::{Goods, Point};
use crate::facts::{Card, Confirmed};
use crate::text::{language, stock as words, t, words as counts};
use crate::ui::{Empty, tell};
use crate::who;

/// What every row needs.
#[derive(Clone)]
struct Around {
    point: cynic::Id,
    busy: RwSignal<bool>,
    /// What was taken off last, and can be put back.
    taken_off: RwSignal<Option<Card>>,
    changed: Callback<()>,
}

/// The list for people of the operator.
pub(super) fn kept(point: &Point, taken_off: RwSignal<Option<Card>>, changed: Callback<()>) -> AnyView {
    let around = Around { point: point.id.clone(), busy: RwSignal::new(false), taken_off, changed };
    let back = {
        let around = around.clone();
        move || around.taken_off.get().map(|card| put_back(card, &around))
    };
    let content = if point.stock.is_empty() {
        view! { <Empty what=t(words::NONE_LISTED)/> }.into_any()
    } else {
        let rows = point.stock.iter().map(|goods| row(goods, Some(&around))).collect_view();
        view! {
            {summary(&point.stock)}
            <p class="quiet">{t(words::WHY)}</p>
            {confirm_all(&around)}
            <ul class="plain-list rows">{rows}</ul>
        }
        .into_any()
    };
    view! { <section><h2>{t(words::LISTED)}</h2>{back}{content}</section> }.into_any()
}

/// The list for staff, who read it.
pub(super) fn read(point: &Point) -> AnyView {
    let content = if point.stock.is_empty() {
        view! { <Empty what=t(words::NONE_LISTED_FOR_STAFF)/> }.into_any()
    } else {
        let rows = point.stock.iter().map(|goods| row(goods, None)).collect_view();
        view! { {summary(&point.stock)}<ul class="plain-list rows">{rows}</ul> }.into_any()
    };
    view! { <section><h2>{t(words::LISTED)}</h2>{content}</section> }.into_any()
}

/// How many, and how long ago the one was confirmed that was confirmed first.
fn summary(stock: &[Goods]) -> AnyView {
    let count = i32::try_from(stock.len()).unwrap_or(i32::MAX);
    let count = counts::count(count, counts::Counted::Products, language());
    let oldest = stock.iter().map(|goods| goods.confirmed_at).min().flatten();
    view! {
        <p class="details">
            <span>{count}</span>
            <span>{t(words::OLDEST)}": "<Confirmed at=oldest by=None/></span>
        </p>
    }
    .into_any()
}

fn confirm_all(around: &Around) -> AnyView {
    let Around { point, busy, changed, .. } = around.clone();
    let confirm = move |_| {
        who::act(busy, changes::confirm(point.clone()), move |_| {
            tell(t(words::CONFIRMED));
            changed.run(());
        });
    };
    view! {
        <button class="button" aria-disabled=move || busy.get().to_string() on:click=confirm>
            {t(words::ALL_STILL_SOLD)}
        </button>
    }
    .into_any()
}

fn row(goods: &Goods, around: Option<&Around>) -> AnyView {
    let product = &goods.product;
    let button = around.map(|around| take_off(product.clone(), around));
    view! {
        <li class="row stock-row">
            <a href=format!("/san-pham/{}", product.id.inner())>{product.name.clone()}</a>
            {button}
            <span class="details quiet small">
                <span>{product.producer.name.clone()}</span>
                <Confirmed at=goods.confirmed_at by=goods.confirmed_by.clone()/>
            </span>
        </li>
    }
    .into_any()
}

fn take_off(product: Card, around: &Around) -> AnyView {
    let Around { point, busy, taken_off, changed } = around.clone();
    let name = format!("{}: {}", t(words::TAKE_OFF), product.name);
    let press = move |_| {
        let product = product.clone();
        who::act(busy, changes::unstock(point.clone(), vec![product.id.clone()]), move |_| {
            tell(words::taken_off(&product.name));
            taken_off.set(Some(product));
            changed.run(());
        });
    };
    view! {
        <button class="button-quiet" aria-label=name aria-disabled=move || busy.get().to_string() on:click=press>
            {t(words::TAKE_OFF)}
        </button>
    }
    .into_any()
}

fn put_back(product: Card, around: &Around) -> AnyView {
    let Around { point, busy, taken_off, changed } = around.clone();
    let gone = words::taken_off(&product.name);
    let press = move |_| {
        who::act(busy, changes::stock(point.clone(), vec![product.id.clone()]), move |_| {
            tell(t(words::PUT_BACK_DONE));
            taken_off.set(None);
            changed.run(());
        });
    };
    view! {
        <p class="banner">
            {gone}" "
            <button class="button-quiet" aria-disabled=move || busy.get().to_string() on:click=press>
                {t(words::PUT_BACK)}
            </button>
        </p>
    }
    .into_any()
}
