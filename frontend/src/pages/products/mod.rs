//! Products found: the text and every filter are in the address; results follow each letter that is typed.

mod filters;
mod names;
mod nothing;
mod query;
mod results;
mod search;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use self::filters::{ActiveFilters, FilterPlace};
pub(crate) use self::query::PageInfo;
use self::results::results;
pub(crate) use self::search::{Order, Search};
use crate::text::{language, search as words, t};
use crate::ui::Heading;
use crate::{address, api};

/// The results.
#[component]
pub(crate) fn ProductsPage() -> impl IntoView {
    provide_context(names::ask());
    let address = address::query();
    let search = Memo::new(move |_| address.with(Search::read));
    let found = api::ask_pages(
        move |after| Some(search.with(|search| query::question(search, after))),
        |page: &query::Found| page.products.page_info.next(),
    );
    let facets = Memo::new(move |earlier: Option<&Option<query::Facets>>| {
        // While an answer is on its way, or when it fails, the filters stay as they were.
        found.first.get().map(|found| found.products.facets.clone()).or_else(|| earlier.cloned().flatten())
    });
    let total = Signal::derive(move || Some(found.first.get()?.products.total_count));
    let heading = Signal::derive(move || match total.get() {
        Some(total) => {
            words::found(total, search.with(|search| search.text.trim().to_owned()).as_str(), language())
        }
        None => t(crate::text::shell::PRODUCTS).to_owned(),
    });

    view! {
        <div class="columns">
            <FilterPlace search facets total/>
            <div class="column-main">
                <div class="results-head">
                    <Heading text=heading/>
                    <SortSelect search/>
                </div>
                <p class="for-readers" role="status">{heading}</p>
                <ActiveFilters search facets/>
                {results(found, search)}
            </div>
        </div>
    }
}

#[component]
fn SortSelect(search: Memo<Search>) -> impl IntoView {
    let navigate = use_navigate();
    let choose = move |event: leptos::ev::Event| {
        let order = Order::parse(&event_target_value(&event));
        let sorted = Search { order, ..search.get_untracked() };
        navigate(&sorted.address(), NavigateOptions { scroll: false, ..Default::default() });
    };
    view! {
        <label class="sort">
            <span class="small quiet">{t(words::SORT)}</span>
            <select on:change=choose>
                {Order::ALL.map(|order| view! {
                    <option value=order.name() selected=move || search.with(|search| search.order == order)>
                        {t(order_in_words(order))}
                    </option>
                })}
            </select>
        </label>
    }
}

fn order_in_words(order: Order) -> crate::text::Text {
    match order {
        Order::Relevance => words::BY_RELEVANCE,
        Order::Name => words::BY_NAME,
        Order::Stars => words::BY_STARS,
        Order::Newest => words::BY_NEWEST,
    }
}
