//! The way from a point's page to where its stock is kept, for those who may. A guest is asked nothing and sees
//! nothing.

use cynic::QueryBuilder;
use leptos::prelude::*;

use crate::api::{self, Question, schema};
use crate::text::{stock as words, t};
use crate::who;

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query")]
struct Belonging {
    viewer: Option<Viewer>,
}

#[derive(cynic::QueryFragment)]
struct Viewer {
    memberships: Vec<Membership>,
}

#[derive(cynic::QueryFragment)]
struct Membership {
    organisation: Organisation,
}

#[derive(cynic::QueryFragment)]
struct Organisation {
    id: cynic::Id,
}

fn belonging() -> Question<Belonging> {
    api::question(Belonging::build(()))
}

/// The link, for staff and for people of the operator.
#[component]
pub(super) fn ToKeeping(point: cynic::Id, operator: Option<cynic::Id>) -> impl IntoView {
    let is_staff = Memo::new(|_| who::person().map(|person| person.staff_role.is_some()));
    let address = format!("/diem-ban/{}/hang", point.inner());
    move || {
        let address = address.clone();
        match (is_staff.get(), operator.clone()) {
            (Some(true), _) => link(address),
            (Some(false), Some(operator)) => for_operator(address, operator),
            _ => ().into_any(),
        }
    }
}

fn for_operator(address: String, operator: cynic::Id) -> AnyView {
    let asked = api::ask(|| Some(belonging()));
    let acts_for_it = Memo::new(move |_| {
        let viewer = asked.get().and_then(|answer| {
            let memberships = &answer.viewer.as_ref()?.memberships;
            Some(memberships.iter().any(|membership| membership.organisation.id == operator))
        });
        viewer.unwrap_or(false)
    });
    let shown = move || acts_for_it.get().then(|| link(address.clone()));
    view! { {shown} }.into_any()
}

fn link(address: String) -> AnyView {
    view! { <p><a class="button-second" href=address>{t(words::KEEP)}</a></p> }.into_any()
}
