//! For a producer: what it could mend, by how many needs that would open.

use cynic::QueryBuilder;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::opening::{self, Opening};
use crate::api::{self, Question, schema};
use crate::pages::not_found::NotFound;
use crate::text::{openings as words, own_products, t};
use crate::ui::{Empty, Heading};
use crate::who::{own_faces, signed_in_page};

#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Organisation")]
pub(crate) struct Maker {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) is_producer: bool,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct Variables {
    id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "Variables")]
pub(crate) struct Openings {
    #[arguments(id: $id)]
    pub(crate) organisation: Option<Maker>,
    #[arguments(producer: $id)]
    pub(crate) openings: Vec<Opening>,
}

fn question(id: String) -> Question<Openings> {
    api::question(Openings::build(Variables { id: cynic::Id::new(id) }))
}

/// The page of an organisation's opportunities.
#[component]
pub(crate) fn OpeningsPage() -> impl IntoView {
    signed_in_page(words::OPENINGS, |_| {
        let params = use_params_map();
        let asked = api::ask(move || {
            let id = params.with(|params| params.get("id"))?;
            id.parse::<shared::OrganisationId>().ok()?;
            Some(question(id))
        });
        own_faces(asked, |answer| match &answer.organisation {
            Some(maker) => full(maker, &answer.openings),
            None => view! { <NotFound/> }.into_any(),
        })
    })
}

fn full(maker: &Maker, openings: &[Opening]) -> AnyView {
    let home = format!("/to-chuc/{}", maker.id.inner());
    let products = format!("{home}/san-pham");
    let content = match (maker.is_producer, openings.is_empty()) {
        (false, _) => view! { <Empty what=t(words::NO_PRODUCER)/> }.into_any(),
        (true, true) => view! {
            <Empty what=t(words::NO_OPENINGS)>
                <a class="button-second" href=products>{t(own_products::PRODUCTS)}</a>
            </Empty>
        }
        .into_any(),
        (true, false) => view! {
            <section>
                <h2>{t(words::WHAT_FIRST)}</h2>
                {opening::list(openings, Some(&maker.id))}
            </section>
        }
        .into_any(),
    };
    view! {
        <Heading text=t(words::OPENINGS)/>
        <p><a class="all-link" href=home>{maker.name.clone()}</a></p>
        <p class="lead">{t(words::OPENINGS_WHY)}</p>
        {content}
    }
    .into_any()
}
