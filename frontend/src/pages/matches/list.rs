//! The pairs of one need or of one product: which ones is chosen in the address, with how many there are of each.

use leptos::prelude::*;

use super::choice::{CHOICES, Choice};
use super::introducing::{Introducing, Proposer};
use super::query::{self, CountVariables, Counts, OfNeed, OfProduct};
use super::row::{self, List};
use crate::address;
use crate::api::{self, Asked, MatchChoice};
use crate::text::{Text, language, matching as words, openings, t, words as counts};
use crate::ui::{Empty, paged_list};
use crate::who::own_faces;

/// Where the list of products stands on the page of a need.
pub(crate) const PLACE: &str = "phu-hop";

/// The products for a need, for its people and staff; `edit` is where its conditions can be loosened.
pub(crate) fn products_for(need: cynic::Id, by: Proposer, edit: Option<String>) -> AnyView {
    let list = list(need.clone(), by, None, format!("/ket-noi/{}", need.inner()));
    let which = Memo::new(move |_| list.choice.with(|choice| choice.which));
    let asked = {
        let need = need.clone();
        move |after| Some(query::of_need(need.clone(), which.get(), after))
    };
    let pages = api::ask_pages(asked, |page: &OfNeed| page.matches.page_info.next());
    let numbers =
        api::ask(move || Some(query::counts(CountVariables { need: Some(need.clone()), product: None })));
    let shown = own_faces(pages.first, move |answer| {
        if answer.matches.nodes.is_empty() {
            return no_products(list, which.get_untracked(), edit.clone());
        }
        view! {
            {total(answer.matches.total_count, counts::Counted::Products)}
            {paged_list("plain-list matches", &*answer, pages, row::products)}
        }
        .into_any()
    });
    view! {
        <section id=PLACE class="after">
            <h2>{t(words::PRODUCTS)}</h2>
            <p class="quiet">{t(words::PRODUCTS_WHY)}</p>
            {choices(list, numbers)}
            {shown}
            {row::compare_bar(list)}
            {list.introducing.dialog()}
        </section>
    }
    .into_any()
}

/// The needs for a product of a maker; `page` is where the list stands.
pub(crate) fn needs_for(product: cynic::Id, maker: cynic::Id, by: Proposer, page: String) -> AnyView {
    let way = format!("/to-chuc/{}/co-hoi", maker.inner());
    let list = list(product.clone(), by, (by == Proposer::Producer).then_some(maker), page);
    let which = Memo::new(move |_| list.choice.with(|choice| choice.which));
    let asked = {
        let product = product.clone();
        move |after| Some(query::of_product(product.clone(), which.get(), after))
    };
    let pages = api::ask_pages(asked, |page: &OfProduct| page.matches.page_info.next());
    let numbers =
        api::ask(move || Some(query::counts(CountVariables { need: None, product: Some(product.clone()) })));
    let to_openings = way.clone();
    let shown = own_faces(pages.first, move |answer| {
        if answer.matches.nodes.is_empty() {
            return no_needs(list, which.get_untracked(), to_openings.clone());
        }
        view! {
            {total(answer.matches.total_count, counts::Counted::Needs)}
            {paged_list("plain-list matches", &*answer, pages, row::needs)}
        }
        .into_any()
    });
    view! {
        <section>
            <h2>{t(words::NEEDS)}</h2>
            <p class="quiet">{t(words::NEEDS_WHY)}" "<a class="all-link" href=way>{t(openings::OPENINGS)}</a></p>
            {choices(list, numbers)}
            {shown}
            {list.introducing.dialog()}
        </section>
    }
    .into_any()
}

/// What the rows have in common; they find it in the context.
fn list(of: cynic::Id, by: Proposer, maker: Option<cynic::Id>, page: String) -> List {
    let address = address::query();
    let list = List {
        introducing: Introducing::new(by),
        of: StoredValue::new(of),
        maker: StoredValue::new(maker),
        page: StoredValue::new(page),
        choice: Memo::new(move |_| address.with(Choice::read)),
    };
    provide_context(list);
    list
}

fn address_of(list: List, which: MatchChoice) -> String {
    let chosen = Choice { which, ..list.choice.get() };
    list.page.with_value(|page| chosen.address(page))
}

fn choices(list: List, numbers: Asked<Counts>) -> AnyView {
    let links = CHOICES.map(|(_, this)| {
        let current = move || list.choice.with(|choice| choice.which == this).then_some("page");
        let words = move || {
            let words = t(words::choice(this));
            // Without the number the way there is as good as with it.
            numbers.get().map_or_else(|| words.to_owned(), |known| format!("{words} ({})", known.of(this)))
        };
        let address = move || address_of(list, this);
        view! { <li><a class="chip" data-noscroll href=address aria-current=current>{words}</a></li> }
    });
    view! { <nav aria-label=t(words::WHICH)><ul class="chips">{links}</ul></nav> }.into_any()
}

fn total(count: i32, counted: counts::Counted) -> AnyView {
    view! { <p role="status" class="quiet">{counts::count(count, counted, language())}</p> }.into_any()
}

/// Why there is no product, and what to do next.
fn no_products(list: List, which: MatchChoice, edit: Option<String>) -> AnyView {
    let loosen = edit.filter(|_| which != MatchChoice::All).map(|edit| link(edit, words::LOOSEN));
    match which {
        MatchChoice::Fitting => {
            empty(words::NO_FITTING_PRODUCTS, vec![Some(to_choice(list, MatchChoice::Almost)), loosen])
        }
        MatchChoice::Almost => {
            empty(words::NO_ALMOST_PRODUCTS, vec![Some(to_choice(list, MatchChoice::All)), loosen])
        }
        MatchChoice::All => {
            empty(words::NO_PRODUCTS, vec![Some(link("/san-pham".to_owned(), words::TO_SEARCH))])
        }
    }
}

/// Why there is no need, and what to do next.
fn no_needs(list: List, which: MatchChoice, to_openings: String) -> AnyView {
    let way = Some(link(to_openings, openings::OPENINGS));
    match which {
        MatchChoice::Fitting => {
            empty(words::NO_FITTING_NEEDS, vec![Some(to_choice(list, MatchChoice::Almost)), way])
        }
        MatchChoice::Almost => {
            empty(words::NO_ALMOST_NEEDS, vec![Some(to_choice(list, MatchChoice::All)), way])
        }
        MatchChoice::All => empty(words::NO_NEEDS, vec![Some(link("/ket-noi".to_owned(), words::TO_NEEDS))]),
    }
}

fn empty(what: Text, ways: Vec<Option<AnyView>>) -> AnyView {
    view! { <Empty what=t(what)><ul class="chips">{ways}</ul></Empty> }.into_any()
}

/// Other pairs of the same list, which stays where it is.
fn to_choice(list: List, which: MatchChoice) -> AnyView {
    let address = move || address_of(list, which);
    view! { <li><a class="button-second" data-noscroll href=address>{t(words::choice(which))}</a></li> }
        .into_any()
}

fn link(address: String, words: Text) -> AnyView {
    view! { <li><a class="button-second" href=address>{t(words)}</a></li> }.into_any()
}
