//! Writing what an agreement says: the own draft, or a counter-proposal to what the other side sent. The version that was
//! read goes along; when it has moved on meanwhile, what was typed stays and the page says so.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::actions::Possible;
use super::fields::TermsFields;
use super::one_query::Agreement;
use super::reading;
use super::{address_of, agreement, changes, edit_query, values};
use crate::api::{self, AgreementAction, AgreementKind, Refused};
use crate::navigation;
use crate::pages::not_found::NotFound;
use crate::text::{agreements as words, forms, introductions, t};
use crate::ui::form::{Form, FormFrame, Submit, TextArea, VERSION, Wrong};
use crate::ui::{Heading, tell};
use crate::who::{self, own_faces, signed_in_page};

const NOTE: &str = "note";

/// The page of the form.
#[component]
pub(crate) fn EditPage() -> impl IntoView {
    signed_in_page(words::AGREEMENTS, |_| page())
}

fn page() -> AnyView {
    let params = use_params_map();
    let wanted = Memo::new(move |_| params.with(|params| params.get("id")).unwrap_or_default());
    let asked = agreement::ask(wanted);
    own_faces(asked, |answer| match &answer.agreement {
        Some(agreement) if agreement.allows(AgreementAction::Edit) => writing(agreement, Purpose::Draft),
        Some(agreement) if agreement.allows(AgreementAction::Counter) => writing(agreement, Purpose::Counter),
        Some(agreement) => over(agreement),
        None => view! { <NotFound/> }.into_any(),
    })
}

/// For what the form is.
#[derive(Clone, Copy, PartialEq)]
enum Purpose {
    Draft,
    Counter,
}

/// Nothing can be written any more.
fn over(agreement: &Agreement) -> AnyView {
    view! {
        <Heading text=heading(agreement)/>
        <p>{t(words::NOT_TO_WRITE)}</p>
        {back(agreement)}
    }
    .into_any()
}

fn heading(agreement: &Agreement) -> String {
    words::title(agreement.kind, agreement.number.as_deref())
}

fn back(agreement: &Agreement) -> AnyView {
    view! { <p><a class="all-link" href=address_of(&agreement.id)>{t(words::TO_AGREEMENT)}</a></p> }
        .into_any()
}

fn writing(agreement: &Agreement, purpose: Purpose) -> AnyView {
    let name = if purpose == Purpose::Draft { "draft" } else { "counter" };
    let about = format!("{}-{}", agreement.id.inner(), agreement.version.number);
    let form = Form::new(name, "terms", &who::account(), &about);
    values::begin(form, values::of_agreement(agreement));
    form.field(VERSION, agreement.row_version.to_string());
    let producer = agreement.producer.as_ref().map(|producer| producer.id.clone());
    let choices = api::ask(move || Some(edit_query::choices(producer.clone())));
    let is_by_staff = Possible::of(agreement).as_producer().is_none();
    let (why, done) = match purpose {
        Purpose::Draft if is_by_staff => (words::EDIT_BY_STAFF_WHY, words::SAVE_DRAFT),
        Purpose::Draft => (words::EDIT_WHY, words::SAVE_DRAFT),
        Purpose::Counter => (words::COUNTER_WHY, words::COUNTER_DO),
    };
    let submit = send(form, agreement, purpose);
    let note = (purpose == Purpose::Counter).then(|| {
        view! {
            <TextArea form name=NOTE label=t(introductions::NOTE) optional=true longest=shared::limits::NOTE_CHARS/>
        }
    });
    let kind: AgreementKind = agreement.kind;
    view! {
        <Heading text=heading(agreement)/>
        {back(agreement)}
        <p class="lead">{words::between(&agreement.retailer_name, &agreement.producer_name)}</p>
        <p>{t(why)}</p>
        <FormFrame form submit>
            <TermsFields form choices kind/>
            {note}
            <Submit form words=t(done)/>
        </FormFrame>
    }
    .into_any()
}

fn send(form: Form, agreement: &Agreement, purpose: Purpose) -> Callback<()> {
    let possible = Possible::of(agreement);
    let event = agreement.event.as_ref().map(|event| event.id.clone());
    let address = address_of(&agreement.id);
    Callback::new(move |()| {
        let read = reading::read(&|name| form.value(name), event.as_ref());
        if !read.wrong.is_empty() {
            let wrong = read.wrong.iter().map(|(field, problem)| Wrong::at(field, *problem));
            return form.object(wrong.collect());
        }
        let row_version = form.value(VERSION).parse().unwrap_or_default();
        let terms = changes::Terms(read.terms);
        let there = address.clone();
        match purpose {
            Purpose::Draft => {
                let question = changes::update(possible.id.clone(), row_version, terms);
                let done = move |_| {
                    tell(t(forms::SAVED));
                    navigation::go(&there);
                };
                who::submit_or(form, question, done, moved_on);
            }
            Purpose::Counter => {
                let question = changes::counter(&possible, row_version, terms, form.filled(NOTE));
                let done = move |_| {
                    tell(t(words::COUNTERED_NOW));
                    navigation::go(&there);
                };
                who::submit_or(form, question, done, moved_on);
            }
        }
    })
}

/// What was typed stays; people look at the other version and decide.
fn moved_on(refused: Refused) -> Option<Refused> {
    if who::is_conflict(&refused) {
        tell(t(words::MOVED_ON));
    }
    Some(refused)
}
