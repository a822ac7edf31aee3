//! What fits a need of the round, folded away beside it: what staff want in the plan they pin, what they do not want they
//! forbid, before a plan was ever found.

use cynic::QueryBuilder;
use leptos::prelude::*;
use shared::RoundAction;

use super::pair::decide;
use super::query::NamedNeed;
use super::work::Work;
use crate::api::{self, schema};
use crate::text::{language, round_plan as words, rounds, t};
use crate::ui::Empty;
use crate::who::own_faces;

#[derive(cynic::QueryVariables)]
pub(crate) struct FittingVariables {
    id: cynic::Id,
    need: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "FittingVariables")]
pub(crate) struct Fitting {
    #[arguments(id: $id)]
    pub(crate) round: Option<FittingRound>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Round", variables = "FittingVariables")]
pub(crate) struct FittingRound {
    #[arguments(need: $need, first: 20)]
    pub(crate) candidates: Vec<Candidate>,
}

/// A product that is weighed for a need.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "RoundCandidate")]
pub(crate) struct Candidate {
    pub(crate) product_id: cynic::Id,
    pub(crate) product: Option<FittingProduct>,
    pub(crate) producer_name: String,
    pub(crate) score: i32,
    pub(crate) not_met: i32,
    pub(crate) unknown: i32,
}

#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Product")]
pub(crate) struct FittingProduct {
    pub(crate) name: String,
}

/// The list, folded away; it is asked for when somebody unfolds it.
pub(super) fn section(work: Work, need: NamedNeed) -> AnyView {
    let is_wanted = RwSignal::new(false);
    let name = need.name.clone();
    view! {
        <details class="round-fold" on:toggle=move |_| is_wanted.set(true)>
            <summary>{t(rounds::FITTING)}<span class="for-readers">": "{name}</span></summary>
            {move || is_wanted.get().then(|| fitting(work, need.clone()))}
        </details>
    }
    .into_any()
}

fn fitting(work: Work, need: NamedNeed) -> AnyView {
    let id = need.id.clone();
    let asked = api::ask(move || {
        Some(api::question(Fitting::build(FittingVariables { id: work.id(), need: id.clone() })))
    });
    own_faces(asked, move |answer| {
        let candidates = answer.round.as_ref().map_or(&[][..], |round| &round.candidates);
        if candidates.is_empty() {
            return view! { <Empty what=t(rounds::NOTHING_FITS)/> }.into_any();
        }
        let rows = candidates.iter().map(|candidate| row(work, &need, candidate)).collect_view();
        view! { <ul class="plain-list rows">{rows}</ul> }.into_any()
    })
}

fn row(work: Work, need: &NamedNeed, candidate: &Candidate) -> AnyView {
    let product = candidate.product.as_ref();
    let name = product.map_or_else(|| t(rounds::UNPUBLISHED).to_owned(), |product| product.name.clone());
    let address = format!("/san-pham/{}", candidate.product_id.inner());
    let gates =
        words::gates(candidate.not_met, candidate.unknown).map(|gates| view! { <span>{gates}</span> });
    let (need, id, about) = (need.clone(), candidate.product_id.clone(), name.clone());
    let may_change = Memo::new(move |_| work.allows(RoundAction::Change));
    let steps = move || may_change.get().then(|| decide(work, need.clone(), id.clone(), &about));
    view! {
        <li class="row round-row">
            <div class="round-about">
                <a href=address>{name}</a>
                <span class="details quiet small">
                    <span>{candidate.producer_name.clone()}</span>
                    <span>{words::score(candidate.score, language())}</span>
                    {gates}
                </span>
            </div>
            {steps}
        </li>
    }
    .into_any()
}
