//! One producer: what it is, where, and what it makes.

mod query;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use self::query::{Producer, ProducerById};
use crate::api::{self, WardBasis};
use crate::facts::{ProductCard, Sources, province_in_words};
use crate::pages::not_found::NotFound;
use crate::text::{kinds, language, product as words, t, words as counts};
use crate::ui::{Empty, Heading, TextSkeleton, faces, paged_list};

/// The page of one producer.
#[component]
pub(crate) fn ProducerPage() -> impl IntoView {
    let params = use_params_map();
    let pages = api::ask_pages(
        move |after| {
            let id = params.with(|params| params.get("id"))?;
            id.parse::<shared::OrganisationId>().ok()?;
            Some(query::question(id, after))
        },
        |page: &ProducerById| page.producer.as_ref()?.products.page_info.next(),
    );
    faces(
        pages.first,
        || view! { <TextSkeleton/> }.into_any(),
        move |answer| match &answer.producer {
            Some(producer) => full(producer, paged_list("plain-list cards", &*answer, pages, rows)),
            None => view! { <NotFound/> }.into_any(),
        },
    )
}

fn full(producer: &Producer, products: AnyView) -> AnyView {
    let unknown = || t(words::NOT_KNOWN).to_owned();
    let province = province_in_words(producer.province.as_deref(), producer.former_province.as_deref());
    let ward = producer.ward.as_ref().map(|ward| {
        let basis = producer.ward_basis.filter(|basis| *basis == WardBasis::MainSuccessor);
        let note =
            basis.map(|basis| view! { " "<span class="quiet small">{t(kinds::ward_basis(basis))}</span> });
        view! { <dt>{t(words::WARD_TODAY)}</dt><dd>{ward.name.clone()}{note}</dd> }
    });
    let district = producer
        .former_district
        .as_ref()
        .map(|district| view! { <dt>{t(words::FORMER_DISTRICT)}</dt><dd>{district.name.clone()}</dd> });
    let count = counts::count(producer.products.total_count, counts::Counted::Products, language());
    let products = if producer.products.nodes.is_empty() {
        view! { <Empty what=t(words::NO_PRODUCTS)/> }.into_any()
    } else {
        products
    };
    view! {
        <Heading text=producer.name.clone()/>
        <div class="columns columns-even">
            <div class="column-main">
                <h2>{count}</h2>
                {products}
            </div>
            <div class="column-second">
                <h2>{t(words::FACTS)}</h2>
                <dl class="facts">
                    <dt>{t(words::LEGAL_FORM)}</dt>
                    <dd>{t(kinds::legal_form(producer.legal_form))}</dd>
                    <dt>{t(words::ADDRESS)}</dt>
                    <dd>{producer.address.clone().unwrap_or_else(unknown)}</dd>
                    {ward}
                    {district}
                    <dt>{t(crate::text::search::PROVINCES)}</dt>
                    <dd>{province.unwrap_or_else(unknown)}</dd>
                </dl>
                <Sources sources=producer.sources.clone()/>
            </div>
        </div>
    }
    .into_any()
}

fn rows(page: &ProducerById) -> AnyView {
    let cards = page.producer.iter().flat_map(|producer| &producer.products.nodes);
    cards.map(|card| view! { <li><ProductCard card=card.clone()/></li> }).collect_view().into_any()
}
