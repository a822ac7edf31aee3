//! Beginning an agreement that no introduction led to, for staff: one made at an event or on paper, or one of departments.
//! Only who agrees on what kind is asked here; goods, terms and the signed paper have their places in the draft.

use leptos::prelude::*;

use super::new_fields::{self, NewFields};
use super::new_query::{self, NamedEvent};
use super::{EVENT, address_of, new_reading};
use crate::pages::staff;
use crate::text::{funnel, new_agreement as words, t};
use crate::ui::form::{Form, FormFrame, Submit};
use crate::ui::{Heading, tell};
use crate::who::{self, for_staff, own_faces, signed_in_page};
use crate::{address, api, navigation};

/// The page.
#[component]
pub(crate) fn NewAgreementPage() -> impl IntoView {
    signed_in_page(words::NEW, |_| for_staff(words::NEW, |_| true, page))
}

fn page() -> AnyView {
    let address = address::query();
    let event = Memo::new(move |_| address.with(|address| address.one(EVENT).to_owned()));
    let body = move || {
        let event = event.get();
        match event.parse::<shared::EventId>() {
            Ok(_) => at_event(cynic::Id::new(event)),
            Err(_) if event.is_empty() => form(None, "new"),
            Err(_) => gone(),
        }
    };
    view! {
        <Heading text=t(words::NEW)/>
        <p><a class="all-link" href="/can-bo/thoa-thuan">{t(funnel::FUNNEL)}</a></p>
        <p class="lead">{t(words::WHY)}</p>
        {body}
    }
    .into_any()
}

/// The event of the address is chosen already.
fn at_event(id: cynic::Id) -> AnyView {
    let asked = api::ask(move || Some(new_query::event(id.clone())));
    own_faces(asked, |answer| match &answer.event {
        Some(event) => form(Some(event), event.id.inner()),
        None => gone(),
    })
}

fn gone() -> AnyView {
    view! { <p class="banner" role="status">{t(words::EVENT_GONE)}</p>{form(None, "new")} }.into_any()
}

/// The form; each event has a draft of its own.
fn form(event: Option<&NamedEvent>, about: &str) -> AnyView {
    let form = Form::new("agreement", "input", &who::account(), about);
    new_fields::begin(form, event);
    let is_of_city = untrack(who::person).and_then(|person| person.staff_role).is_some_and(staff::is_of_city);
    let only = (!is_of_city).then(|| view! { <p class="quiet">{t(words::OWN_UNITS_ONLY)}</p> });
    let submit = move |()| match new_reading::read(&|name| form.value(name)) {
        Err(wrong) => form.object(wrong),
        Ok(input) => who::submit(form, new_query::create(input), |answer| {
            tell(t(words::BEGUN));
            navigation::go_instead(&format!("{}/sua", address_of(&answer.create_agreement.id)));
        }),
    };
    view! {
        {only}
        <FormFrame form submit>
            <NewFields form is_of_city/>
            <Submit form words=t(words::BEGIN)/>
        </FormFrame>
    }
    .into_any()
}
