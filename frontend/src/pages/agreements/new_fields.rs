//! The fields of a new agreement: its kind, who its two sides are, the event it is made at. What was chosen for one kind
//! stays in the form when another one is looked at.

use leptos::prelude::*;
use shared::limits;

use super::new_query::{self, NamedEvent};
use super::new_reading::{self as reading, EVENT, KIND, Party};
use super::values::KINDS;
use crate::api::{self, AgreementKind};
use crate::pages::events::in_words;
use crate::pages::own_stock::{Candidate, candidates};
use crate::text::{Text, agreements, new_agreement as words, stock, t};
use crate::ui::Empty;
use crate::ui::form::{ChoiceField, Form, Found, FoundField, Offer, TextField, found_row};
use crate::who::own_faces;

/// All fields that the form can have, whether they are shown or not.
pub(super) fn begin(form: Form, event: Option<&NamedEvent>) {
    form.field(KIND, "");
    for side in [Party::Retailer, Party::Producer] {
        form.field(side.field(), "");
        form.field(side.name_field(), "");
    }
    form.field(EVENT, event.map(|event| found(&event.id, &event.name).value()).unwrap_or_default());
}

/// The fields. Kinds of departments are offered to staff of the city only.
#[component]
pub(super) fn NewFields(form: Form, is_of_city: bool) -> impl IntoView {
    let offered = KINDS.iter().filter(|(_, kind)| is_of_city || !reading::is_of_departments(*kind));
    let kinds: Vec<Offer> =
        offered.map(|(name, kind)| ((*name).to_owned(), t(agreements::kind(*kind)).to_owned())).collect();
    let chosen = form.field(KIND, "");
    let kind = Memo::new(move |_| chosen.with(|chosen| reading::kind(chosen)));
    view! {
        <ChoiceField form name=KIND label=t(agreements::KIND) offers=kinds/>
        {side(form, Party::Retailer, kind)}
        {side(form, Party::Producer, kind)}
        <FoundField form name=EVENT label=t(words::EVENT) optional=true search=words::EVENT_SEARCH finding=events/>
    }
}

fn side(form: Form, side: Party, kind: Memo<Option<AgreementKind>>) -> AnyView {
    let is_department = Memo::new(move |_| side.is_department(kind.get()));
    let (organisation, department) = match side {
        Party::Retailer => (words::BUYER, words::BUYER_DEPARTMENT),
        Party::Producer => (words::SELLER, words::SELLER_DEPARTMENT),
    };
    let finding = match side {
        Party::Retailer => retailers,
        Party::Producer => producers,
    };
    let field = move || {
        if is_department.get() {
            let (name, label) = (side.name_field(), t(department));
            view! { <TextField form name label hint=t(words::DEPARTMENT_HINT) longest=limits::NAME_CHARS/> }
                .into_any()
        } else {
            let (name, label) = (side.field(), t(organisation));
            view! { <FoundField form name label search=words::ORGANISATION_SEARCH finding/> }.into_any()
        }
    };
    view! { {field} }.into_any()
}

fn retailers(text: Memo<String>, choose: Callback<Found>) -> AnyView {
    organisations(text, choose, |one| (!one.is_retailer).then_some(words::NO_RETAILER))
}

fn producers(text: Memo<String>, choose: Callback<Found>) -> AnyView {
    organisations(text, choose, |one| (!one.is_producer).then_some(words::NO_PRODUCER))
}

/// Whoever has the name is shown, also who can't be that side: staff then see why.
fn organisations(
    text: Memo<String>,
    choose: Callback<Found>,
    why_not: fn(&Candidate) -> Option<Text>,
) -> AnyView {
    let asked = api::ask(move || Some(candidates(text.get())));
    own_faces(asked, move |answer| {
        let rows = answer.organisations.iter().map(|one| {
            let details = one.province.clone().into_iter().collect();
            found_row(found(&one.id, &one.name), details, why_not(one), choose)
        });
        list(rows.collect(), stock::NO_CANDIDATE)
    })
}

fn events(text: Memo<String>, choose: Callback<Found>) -> AnyView {
    let asked = api::ask(move || Some(new_query::events(text.get())));
    own_faces(asked, move |answer| {
        let rows = answer.events.nodes.iter().map(|event| {
            let details = [in_words(event.starts_on, event.ends_on), event.place.clone()];
            let details = details.into_iter().flatten().collect();
            found_row(found(&event.id, &event.name), details, None, choose)
        });
        list(rows.collect(), words::NO_EVENT)
    })
}

fn list(rows: Vec<AnyView>, nothing: Text) -> AnyView {
    if rows.is_empty() {
        return view! { <Empty what=t(nothing)/> }.into_any();
    }
    view! { <ul class="plain-list rows">{rows}</ul> }.into_any()
}

fn found(id: &cynic::Id, name: &str) -> Found {
    Found { id: id.inner().to_owned(), name: name.to_owned() }
}
