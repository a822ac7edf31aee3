//! Beginning an event, and editing what is said of one, for staff of the city. The version that was edited goes along:
//! when somebody else has saved meanwhile, both versions are shown and nothing typed is lost.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shared::EventAction;

use super::edit_query::{self, EditedById, EditedEvent};
use super::fields::EventFields;
use super::{STAFF_PATH, address_of, changes, values};
use crate::api;
use crate::navigation;
use crate::pages::not_found::NotFound;
use crate::pages::organisations::provinces;
use crate::pages::staff::is_of_city;
use crate::text::{failures, forms, running_events as words, t};
use crate::ui::form::{Conflict, Form, FormFrame, Saved, Submit, ToChoose, VERSION, look_again};
use crate::ui::{Empty, Heading, tell};
use crate::who::{self, for_staff, own_faces, signed_in_page};

/// The page on which an event is begun.
#[component]
pub(crate) fn NewEventPage() -> impl IntoView {
    signed_in_page(words::NEW, |_| for_staff(words::NEW, is_of_city, fresh))
}

fn fresh() -> AnyView {
    let form = Form::new("event", "input", &who::account(), "new");
    values::begin_fresh(form);
    let provinces = api::ask(|| Some(provinces()));
    let submit = move |()| match values::read(&|name| form.value(name)) {
        Err(wrong) => form.object(wrong),
        Ok(input) => who::submit(form, changes::create(input), |answer| {
            tell(t(words::BEGUN));
            navigation::go_instead(&address_of(&answer.create_event.id));
        }),
    };
    view! {
        <Heading text=t(words::NEW)/>
        <p><a class="all-link" href=STAFF_PATH>{t(words::EVENTS)}</a></p>
        <FormFrame form submit>
            <EventFields form provinces/>
            <Submit form words=t(words::BEGIN)/>
        </FormFrame>
    }
    .into_any()
}

/// The page on which an event is edited.
#[component]
pub(crate) fn EditEventPage() -> impl IntoView {
    signed_in_page(words::EDIT, |_| for_staff(words::EDIT, is_of_city, known))
}

fn known() -> AnyView {
    let params = use_params_map();
    let asked = api::ask(move || {
        let id = params.with(|params| params.get("id"))?;
        id.parse::<shared::EventId>().ok()?;
        Some(edit_query::edited(cynic::Id::new(id)))
    });
    own_faces(asked, |answer| match &answer.event {
        Some(event) if may_change(event) => edited(event),
        Some(event) => {
            let address = address_of(&event.id);
            view! {
                <Heading text=event.name.clone()/>
                <Empty what=t(failures::words(api::Failure::Refused(shared::ErrorCode::Forbidden)))>
                    <a class="button-second" href=address>{t(words::TO_EVENT)}</a>
                </Empty>
            }
            .into_any()
        }
        None => view! { <NotFound/> }.into_any(),
    })
}

fn may_change(event: &EditedEvent) -> bool {
    shared::EventStatus::from(event.status).after(EventAction::Change).is_some()
}

fn edited(event: &EditedEvent) -> AnyView {
    let id = event.id.clone();
    let address = address_of(&id);
    let form = Form::new("event", "input", &who::account(), id.inner());
    for (name, value) in values::of_event(event) {
        form.field(&name, value);
    }
    // A draft keeps the version it began from.
    form.field(VERSION, event.version.to_string());
    let provinces = api::ask(|| Some(provinces()));
    let to_choose = ToChoose::new(None);
    let back = address.clone();
    let save = Callback::new(move |()| {
        let input = match values::read(&|name| form.value(name)) {
            Ok(input) => input,
            Err(wrong) => return form.object(wrong),
        };
        let version = form.value(VERSION).parse().unwrap_or_default();
        let address = address.clone();
        let saved = move |_| {
            tell(t(forms::SAVED));
            navigation::go(&address);
        };
        let id = id.clone();
        who::submit_or(form, changes::update(id.clone(), version, input), saved, move |refused| {
            if !who::is_conflict(&refused) {
                return Some(refused);
            }
            let found = |answer: EditedById| {
                let event = answer.event?;
                Some(Saved { values: values::of_event(&event), version: event.version })
            };
            look_again(form, edit_query::edited(id), found, |_| None, to_choose);
            None
        });
    });
    let save_chosen = Callback::new(move |()| {
        to_choose.set(None);
        save.run(());
    });
    let in_words = move |fields: &[String], shown: &[String]| {
        values::in_words(untrack(|| provinces.get()).as_deref(), fields, shown)
    };
    view! {
        <Heading text=t(words::EDIT)/>
        <p><a class="all-link" href=back>{event.name.clone()}</a></p>
        {move || to_choose.get().map(|differing| view! {
            <Conflict form title=t(words::CONFLICT) differing in_words=Arc::new(in_words) save=save_chosen/>
        })}
        <FormFrame form submit=save>
            <EventFields form provinces/>
            <Submit form words=t(forms::SAVE)/>
        </FormFrame>
    }
    .into_any()
}
