//! What is on sale at a point, as of when: facts that fade as they age, and an honest word where there are none.

use leptos::prelude::*;
use shared::text::fold;

use super::point_query::OnSale;
use crate::facts::{Confirmed, ProductCard};
use crate::text::{sale_points as words, t};
use crate::ui::Empty;

/// So many products can be looked through without a search.
const SHORT: usize = 12;

/// The products, searchable when they are many.
#[component]
pub(super) fn OnSaleHere(stock: Vec<OnSale>) -> impl IntoView {
    if stock.is_empty() {
        return view! {
            <Empty what=t(words::NOTHING_CONFIRMED)>
                <a class="button-second" href="/san-pham">{t(words::SEE_PRODUCTS)}</a>
            </Empty>
        }
        .into_any();
    }
    let typed = RwSignal::new(String::new());
    let search = (stock.len() > SHORT).then(|| {
        view! {
            <label class="field">
                <span>{t(words::SEARCH_STOCK)}</span>
                <input type="search" on:input=move |event| typed.set(event_target_value(&event))/>
            </label>
        }
    });
    let rows = move || {
        let found = typed.with(|typed| found(&stock, typed));
        if found.is_empty() {
            return view! { <p class="quiet" role="status">{t(words::STOCK_NOT_FOUND)}</p> }.into_any();
        }
        let rows = found.into_iter().map(|on_sale| {
            view! {
                <li>
                    <ProductCard card=on_sale.product/>
                    <Confirmed at=on_sale.confirmed_at by=on_sale.confirmed_by/>
                </li>
            }
        });
        view! { <ul class="plain-list cards">{rows.collect_view()}</ul> }.into_any()
    };
    view! { {search}{rows} }.into_any()
}

/// The products whose name or maker has all that was typed, with or without marks.
fn found(stock: &[OnSale], typed: &str) -> Vec<OnSale> {
    let typed = fold(typed);
    let has = |on_sale: &&OnSale| {
        let product = fold(&format!("{} {}", on_sale.product.name, on_sale.product.producer.name));
        typed.split_whitespace().all(|word| product.contains(word))
    };
    stock.iter().filter(has).cloned().collect()
}
