//! The sale points that an organisation runs, with the way to what each sells.
//!
//! Points can't be asked for by their operator yet. Who was made the operator is named in the entry, so points are found by
//! that name and kept where the id fits too.

use cynic::QueryBuilder;
use leptos::prelude::*;
use shared::limits;

use crate::api::{self, Question, schema};
use crate::text::{stock as words, t};
use crate::ui::{TextSkeleton, faces};

/// Points at once, the most there can be.
const ROWS: i32 = 100;

#[derive(cynic::QueryVariables)]
struct Variables {
    search: String,
    first: i32,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "Variables")]
struct Named {
    #[arguments(search: $search, first: $first)]
    sale_points: Points,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "SalePointConnection")]
struct Points {
    nodes: Vec<Point>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "SalePoint")]
struct Point {
    id: cynic::Id,
    name: String,
    address: Option<String>,
    operator_id: Option<cynic::Id>,
}

fn named(name: &str) -> Question<Named> {
    let search = name.chars().take(limits::SEARCH_CHARS).collect();
    api::question(Named::build(Variables { search, first: ROWS }))
}

/// The part of the organisation's page with them.
pub(super) fn section(organisation: cynic::Id, name: String) -> AnyView {
    let asked = api::ask(move || Some(named(&name)));
    let list = faces(
        asked,
        || view! { <TextSkeleton/> }.into_any(),
        move |answer| {
            let points = answer.sale_points.nodes.iter();
            let mut own = points.filter(|point| point.operator_id.as_ref() == Some(&organisation)).peekable();
            if own.peek().is_none() {
                return view! { <p class="quiet">{t(words::NO_POINTS)}</p> }.into_any();
            }
            view! { <ul class="plain-list rows">{own.map(row).collect_view()}</ul> }.into_any()
        },
    );
    view! { <section><h2>{t(words::POINTS)}</h2>{list}</section> }.into_any()
}

fn row(point: &Point) -> AnyView {
    view! {
        <li class="row">
            <a class="row-link" href=format!("/diem-ban/{}/hang", point.id.inner())>{point.name.clone()}</a>
            <span class="details quiet small">{point.address.clone()}</span>
        </li>
    }
    .into_any()
}
