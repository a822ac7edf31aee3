//! Proposing to meet about a product without a need: a page of its own, so that the public page of a product carries
//! no form, only the way here.

use cynic::QueryBuilder;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shared::Problem;

use super::changes::{self, NewIntroduction};
use super::proposing::{NOTE, answer_days, fields};
use crate::api::{self, Question, Refused, schema};
use crate::navigation;
use crate::pages::introductions;
use crate::pages::needs::{self, Reader, Side};
use crate::pages::not_found::NotFound;
use crate::text::{inviting as words, matching, needs as need_words, t};
use crate::ui::form::{ChoiceField, Form, FormFrame, Submit, Wrong};
use crate::ui::{Empty, Heading, tell};
use crate::who::{self, own_faces, signed_in_page};

#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Producer")]
pub(crate) struct Maker {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
}

#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Product")]
pub(crate) struct OfMaker {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) producer: Maker,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct Variables {
    id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "Variables")]
pub(crate) struct Inviting {
    pub(crate) viewer: Option<Reader>,
    #[arguments(id: $id)]
    pub(crate) product: Option<OfMaker>,
}

fn question(id: String) -> Question<Inviting> {
    api::question(Inviting::build(Variables { id: cynic::Id::new(id) }))
}

/// The way here from a product, for people of retailers who may come.
#[component]
pub(crate) fn InviteLink(product: cynic::Id, maker: cynic::Id) -> impl IntoView {
    // A guest pays nothing for it.
    let asked = api::ask(|| who::person().map(|_| needs::reader()));
    let address = address_of(&product);
    move || {
        let answer = asked.get()?;
        let may_come = !inviting(answer.viewer.as_ref()?, &maker).is_empty();
        may_come.then(|| view! { <p><a class="button" href=address.clone()>{t(words::INVITE)}</a></p> })
    }
}

fn address_of(product: &cynic::Id) -> String {
    format!("/san-pham/{}/moi-ket-noi", product.inner())
}

/// The retailers for which somebody may propose to meet a maker.
fn inviting(reader: &Reader, maker: &cynic::Id) -> Vec<Side> {
    let sides = reader.memberships.iter().map(|one| &one.organisation);
    let may = |side: &&Side| side.is_retailer && side.verified_at.is_some() && side.id != *maker;
    sides.filter(may).cloned().collect()
}

/// The page of the form.
#[component]
pub(crate) fn InvitePage() -> impl IntoView {
    signed_in_page(words::INVITE, |_| {
        let params = use_params_map();
        let asked = api::ask(move || {
            let id = params.with(|params| params.get("id"))?;
            id.parse::<shared::ProductId>().ok()?;
            Some(question(id))
        });
        own_faces(asked, |answer| match (&answer.product, &answer.viewer) {
            (Some(product), Some(reader)) => full(product, inviting(reader, &product.producer.id)),
            _ => view! { <NotFound/> }.into_any(),
        })
    })
}

fn full(product: &OfMaker, sides: Vec<Side>) -> AnyView {
    let back = format!("/san-pham/{}", product.id.inner());
    let content = match sides.first() {
        None => view! {
            <Empty what=t(words::FOR_RETAILERS)>
                <a class="button-second" href="/to-chuc">{t(need_words::TO_ORGANISATIONS)}</a>
            </Empty>
        }
        .into_any(),
        Some(first) => form(product, first.clone(), &sides),
    };
    view! {
        <Heading text=t(words::INVITE)/>
        <p><a class="all-link" href=back>{matching::with_owner(&product.name, &product.producer.name)}</a></p>
        {content}
    }
    .into_any()
}

/// Whether a refusal is for how things are, and says no more than that.
fn is_unsaid(refused: &Refused) -> bool {
    let says_little = |problem: Option<Problem>| {
        matches!(problem, None | Some(Problem::Taken | Problem::NotOffered | Problem::NotPossibleNow))
    };
    let of_product = refused.fields.iter().find(|wrong| wrong.field == "input.product");
    of_product.is_some_and(|wrong| says_little(wrong.problem))
}

fn form(product: &OfMaker, first: Side, sides: &[Side]) -> AnyView {
    let form = Form::new("introduce", "input", &who::account(), product.id.inner());
    let is_one = sides.len() == 1;
    form.field("retailer", if is_one { first.id.inner() } else { "" });
    let product = product.id.clone();
    let submit = move |()| {
        let Some(retailer) = form.filled("retailer") else {
            return form.object(vec![Wrong::at("retailer", Problem::Missing)]);
        };
        let input = NewIntroduction {
            need: None,
            product: product.clone(),
            retailer: Some(cynic::Id::new(retailer)),
            note: form.filled(NOTE),
            answer_days: answer_days(form),
        };
        let done = |answer: changes::Introduce| {
            tell(t(words::INVITED));
            navigation::go_instead(&introductions::address_of(&answer.introduce.id));
        };
        who::submit_or(form, changes::introduce(input), done, move |refused| {
            if !is_unsaid(&refused) {
                return Some(refused);
            }
            form.object(vec![Wrong { field: "product".to_owned(), words: t(words::REFUSED).to_owned() }]);
            None
        });
    };
    let offers: Vec<_> = sides.iter().map(|side| (side.id.inner().to_owned(), side.name.clone())).collect();
    let retailer = if is_one {
        view! { <p>{t(words::RETAILER)}": "<strong>{first.name}</strong></p> }.into_any()
    } else {
        view! { <ChoiceField form name="retailer" label=t(words::RETAILER) offers/> }.into_any()
    };
    let own_needs = format!("/to-chuc/{}/nhu-cau", first.id.inner());
    view! {
        <p class="quiet">{t(words::INVITE_WHY_RETAILER)}</p>
        <FormFrame form submit>
            {retailer}
            {fields(form)}
            <Submit form words=t(words::SEND)/>
        </FormFrame>
        <p class="quiet">{t(words::NEED_FIRST)}" "<a class="all-link" href=own_needs>{t(need_words::OWN)}</a></p>
    }
    .into_any()
}
