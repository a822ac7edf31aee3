//! A new need: the same form as for editing one, empty. It becomes a draft, which is posted from its own page.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::card::address_of;
use super::changes::{self, Edited, NewNeed};
use super::fields::NeedFields;
use super::own_query::{self, Shop};
use super::{query, values};
use crate::api::{self, Refused};
use crate::navigation;
use crate::pages::not_found::NotFound;
use crate::text::{forms, need_form, needs as words, t};
use crate::ui::form::{Form, FormFrame, Submit};
use crate::ui::{Empty, Heading, tell};
use crate::who::{self, own_faces, signed_in_page};

/// The page on which a need is entered.
#[component]
pub(crate) fn NewNeedPage() -> impl IntoView {
    signed_in_page(words::ADD, |_| {
        let params = use_params_map();
        let asked = api::ask(move || {
            let id = params.with(|params| params.get("id"))?;
            id.parse::<shared::OrganisationId>().ok()?;
            Some(own_query::shop(id))
        });
        own_faces(asked, |answer| match &answer.organisation {
            Some(shop) if shop.is_retailer => full(shop),
            Some(shop) => no_retailer(shop),
            None => view! { <NotFound/> }.into_any(),
        })
    })
}

fn no_retailer(shop: &Shop) -> AnyView {
    let (address, name) = (format!("/to-chuc/{}?phan=sua", shop.id.inner()), shop.name.clone());
    view! {
        <Heading text=t(words::ADD)/>
        <Empty what=t(words::NO_RETAILER)><a class="button-second" href=address>{name}</a></Empty>
    }
    .into_any()
}

fn full(shop: &Shop) -> AnyView {
    let organisation = shop.id.clone();
    let form = Form::new("need", "input", &who::account(), &format!("new-{}", organisation.inner()));
    values::begin(form, values::empty());
    let choices = api::ask(|| Some(query::choices()));
    let back = format!("/to-chuc/{}/nhu-cau", organisation.inner());
    let submit = move |()| {
        let mut read = values::read(form, choices);
        if !read.wrong.is_empty() {
            return form.object(values::wrong(&read));
        }
        // It stands beside the details.
        read.changes.remove("name");
        let need = NewNeed {
            organisation: organisation.clone(),
            name: form.value("name").trim().to_owned(),
            details: Some(Edited(read.changes)),
        };
        who::submit_or(
            form,
            changes::create(need),
            |answer| {
                tell(t(need_form::CREATED));
                navigation::go_instead(&address_of(&answer.create_need.id));
            },
            |refused| Some(beside_name(refused)),
        );
    };
    view! {
        <Heading text=t(words::ADD)/>
        <p><a class="all-link" href=back>{shop.name.clone()}": "{t(words::OWN)}</a></p>
        <FormFrame form submit>
            <NeedFields form choices/>
            <Submit form words=t(forms::SAVE)/>
        </FormFrame>
    }
    .into_any()
}

/// The form has one list of fields; the API has the name and the details of a new need.
fn beside_name(mut refused: Refused) -> Refused {
    for wrong in &mut refused.fields {
        if let Some(rest) = wrong.field.strip_prefix("input.details.") {
            wrong.field = format!("input.{rest}");
        }
    }
    refused
}
