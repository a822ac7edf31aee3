//! The products of an organisation, whether they are published, and how old what is known of them is.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::facts::age;
use super::query::{self, OrganisationOfRows, OwnProducts, Row};
use crate::api::{self, Pages};
use crate::pages::not_found::NotFound;
use crate::text::{language, openings, own_products as words, supply, t, words as counts};
use crate::ui::{Badge, Empty, FailureFace, Heading, Pager, Tone};
use crate::who::{Person, own_faces, signed_in_page};

/// The page with the products of an organisation.
#[component]
pub(crate) fn OwnProductsPage() -> impl IntoView {
    signed_in_page(words::PRODUCTS, page)
}

fn page(person: Person) -> AnyView {
    let params = use_params_map();
    let pages = api::ask_pages(
        move |after| {
            let id = params.with(|params| params.get("id"))?;
            id.parse::<shared::OrganisationId>().ok()?;
            Some(query::list(id, after))
        },
        |page: &OwnProducts| {
            let info = &page.organisation.as_ref()?.products.page_info;
            info.end_cursor.clone().filter(|_| info.has_next_page)
        },
    );
    own_faces(pages.first, move |answer| match &answer.organisation {
        Some(organisation) => full(organisation, &person, pages),
        None => view! { <NotFound/> }.into_any(),
    })
}

fn full(organisation: &OrganisationOfRows, person: &Person, pages: Pages<OwnProducts>) -> AnyView {
    let home = format!("/to-chuc/{}", organisation.id.inner());
    let new = format!("{home}/san-pham/moi");
    let to_openings = format!("{home}/co-hoi");
    let is_member = organisation.members.iter().any(|member| member.account_id == person.id);
    let add = is_member.then(|| view! { <a class="button" href=new>{t(words::ADD)}</a> });
    let products = &organisation.products;
    let content = if products.nodes.is_empty() {
        view! { <Empty what=t(words::WHAT_FOR)>{add}</Empty> }.into_any()
    } else {
        let count = counts::count(products.total_count, counts::Counted::Products, language());
        view! {
            <p>{add}" "<a class="all-link" href=to_openings>{t(openings::OPENINGS)}</a></p>
            <p class="quiet">{count}</p>
            {table(&home, products.nodes.clone(), pages)}
        }
        .into_any()
    };
    view! {
        <Heading text=t(words::PRODUCTS)/>
        <p><a class="all-link" href=home>{organisation.name.clone()}</a></p>
        {content}
    }
    .into_any()
}

fn table(home: &str, first: Vec<Row>, pages: Pages<OwnProducts>) -> AnyView {
    let more = Signal::derive(move || pages.has_more() && pages.failure.read().is_none());
    let home = home.to_owned();
    let further = {
        let home = home.clone();
        move |page: Arc<OwnProducts>| {
            let rows = page.organisation.as_ref().map(|one| one.products.nodes.clone()).unwrap_or_default();
            rows.into_iter().map(|product| row(&home, product)).collect_view()
        }
    };
    let first = first.into_iter().map(|product| row(&home, product)).collect_view();
    view! {
        <table class="table">
            <thead>
                <tr>
                    <th scope="col">{t(supply::NAME)}</th>
                    <th scope="col">{t(supply::GROUP)}</th>
                    <th scope="col">{t(words::STATE)}</th>
                    <th scope="col">{t(words::OLDEST)}</th>
                </tr>
            </thead>
            <tbody>
                {first}
                <For
                    each=move || pages.further.get()
                    key=|page| Arc::as_ptr(page) as usize
                    children=further
                />
            </tbody>
        </table>
        {move || {
            let failure = pages.failure.get()?;
            Some(view! { <FailureFace failure again=move |()| pages.fetch_next()/> })
        }}
        <Pager more busy=pages.busy next=move |()| pages.fetch_next()/>
    }
    .into_any()
}

fn row(home: &str, product: Row) -> AnyView {
    let address = format!("{home}/san-pham/{}", product.id.inner());
    let oldest = product.facts.iter().min_by_key(|fact| fact.as_of);
    let oldest = match oldest {
        Some(fact) => age(fact),
        None => view! { <span class="quiet">{t(words::NOTHING_KNOWN)}</span> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row"><a class="all-link" href=address>{product.name}</a></th>
            <td data-name=t(supply::GROUP)>{product.group.name().to_owned()}</td>
            <td data-name=t(words::STATE)>{state(product.published_at.is_some())}</td>
            <td data-name=t(words::OLDEST)>{oldest}</td>
        </tr>
    }
    .into_any()
}

/// Whether everybody sees a product, in one word.
pub(super) fn state(is_published: bool) -> AnyView {
    let (tone, words) = match is_published {
        true => (Tone::Good, words::PUBLISHED),
        false => (Tone::Plain, words::NOT_PUBLISHED),
    };
    view! { <Badge tone text=t(words)/> }.into_any()
}
