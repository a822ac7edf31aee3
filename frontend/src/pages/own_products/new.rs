//! A new product: the same form as for editing one, empty. What is not known can wait.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::changes::{self, Edited, NewProduct};
use super::fields::ProductFields;
use super::query;
use super::values;
use crate::api::{self, Refused};
use crate::navigation;
use crate::pages::not_found::NotFound;
use crate::text::{forms, own_products as words, t};
use crate::ui::form::{Form, FormFrame, Submit};
use crate::ui::{Heading, tell};
use crate::who::{self, own_faces, signed_in_page};

/// The page on which a product is entered.
#[component]
pub(crate) fn NewProductPage() -> impl IntoView {
    signed_in_page(words::ADD, |_| {
        let params = use_params_map();
        let asked = api::ask(move || {
            let id = params.with(|params| params.get("id"))?;
            id.parse::<shared::OrganisationId>().ok()?;
            Some(query::maker(id))
        });
        own_faces(asked, move |answer| {
            let id = untrack(|| params.with(|params| params.get("id"))).unwrap_or_default();
            match &answer.organisation {
                Some(organisation) => full(id, organisation.name.clone()),
                None => view! { <NotFound/> }.into_any(),
            }
        })
    })
}

fn full(organisation: String, maker: String) -> AnyView {
    let form = Form::new("product", "input", &who::account(), &format!("new-{organisation}"));
    values::begin(form, values::empty());
    let list = format!("/to-chuc/{organisation}/san-pham");
    let back = list.clone();
    let submit = move |()| {
        let mut read = values::read(form);
        if !read.wrong.is_empty() {
            return form.object(values::wrong(&read));
        }
        // They stand beside the details.
        read.changes.retain(|name, _| name != "name" && name != "group");
        let product = NewProduct {
            organisation: cynic::Id::new(organisation.clone()),
            name: form.value("name").trim().to_owned(),
            group: form.value("group"),
            details: Some(Edited(read.changes)),
        };
        let list = list.clone();
        who::submit_or(
            form,
            changes::create(product),
            move |answer| {
                tell(t(words::CREATED));
                navigation::go_instead(&format!("{list}/{}", answer.create_product.id.inner()));
            },
            |refused| Some(beside_name(refused)),
        );
    };
    view! {
        <Heading text=t(words::ADD)/>
        <p><a class="all-link" href=back>{maker}": "{t(words::PRODUCTS)}</a></p>
        <FormFrame form submit>
            <ProductFields form/>
            <Submit form words=t(forms::SAVE)/>
        </FormFrame>
    }
    .into_any()
}

/// The form has one list of fields; the API has the name and the details of a new product.
fn beside_name(mut refused: Refused) -> Refused {
    for wrong in &mut refused.fields {
        if let Some(rest) = wrong.field.strip_prefix("input.details.") {
            wrong.field = format!("input.{rest}");
        }
    }
    refused
}
