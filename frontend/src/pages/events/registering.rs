//! Registering an organisation while that is open: which of one's own, on which side, how many people.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shared::limits;

use super::changes::{self, Registering};
use super::one_query::{self, Candidate};
use super::shown::Shown;
use crate::api::{self, TradeParty};
use crate::text::{Text, attending as words, t};
use crate::ui::form::{
    ChoiceField, Form, FormFrame, Offer, RadioField, Submit, TextArea, TextField, Wrong, whole_number,
};
use crate::ui::tell;
use crate::who::{self, Who, own_faces, returning};

const RETAILER: &str = "RETAILER";
const PRODUCER: &str = "PRODUCER";

/// Sides by the values of the form, with what they come for.
const SIDES: [(&str, TradeParty, Text); 2] = [
    (RETAILER, TradeParty::Retailer, words::AS_RETAILER),
    (PRODUCER, TradeParty::Producer, words::AS_PRODUCER),
];

/// The part of the page, while organisations can register.
pub(super) fn section(shown: Shown) -> AnyView {
    let is_open = shown.part(|event| event.is_open);
    let is_signed = Memo::new(|_| match who::who() {
        Who::Signed(_) => Some(true),
        Who::Guest | Who::Presumed => Some(false),
        Who::Asking | Who::Unknown(_) => None,
    });
    let section = move || {
        let content = match (is_open.get()?, is_signed.get()?) {
            (false, _) => return None,
            (true, true) => panel(shown),
            (true, false) => sign_in(),
        };
        Some(view! { <section><h2>{t(words::REGISTER)}</h2>{content}</section> })
    };
    view! { {section} }.into_any()
}

fn sign_in() -> AnyView {
    let path = use_location().pathname;
    let address = move || returning("/dang-nhap", &path.get());
    view! { <p><a class="button" href=address>{t(words::SIGN_IN)}</a></p> }.into_any()
}

fn panel(shown: Shown) -> AnyView {
    let asked = api::ask(|| Some(one_query::candidates()));
    own_faces(asked, move |answer| {
        let own = answer.viewer.iter().flat_map(|viewer| &viewer.memberships);
        let own: Vec<Candidate> = own.map(|membership| membership.organisation.clone()).collect();
        if own.is_empty() {
            return view! {
                <p>{t(words::NO_ORGANISATION)}</p>
                <p><a class="button-second" href="/to-chuc">{t(words::TO_ORGANISATIONS)}</a></p>
            }
            .into_any();
        }
        for_own(shown, own)
    })
}

fn for_own(shown: Shown, own: Vec<Candidate>) -> AnyView {
    let (verified, others): (Vec<_>, Vec<_>) =
        own.into_iter().partition(|candidate| candidate.verified_at.is_some());
    let has_verified = !verified.is_empty();
    let registered =
        shown.part(|event| event.own.iter().map(|own| own.organisation_id.clone()).collect::<Vec<_>>());
    let left = Memo::new(move |_| {
        let registered = registered.get().unwrap_or_default();
        verified.iter().filter(|one| !registered.contains(&one.id)).cloned().collect::<Vec<_>>()
    });
    let form = form(shown, left);
    let is_any_left = Memo::new(move |_| !left.read().is_empty());
    let content = move || match is_any_left.get() {
        true => fields(shown, form, left),
        false if has_verified => view! { <p class="quiet">{t(words::ALL_REGISTERED)}</p> }.into_any(),
        false => ().into_any(),
    };
    view! { {content}{not_verified(&others)} }.into_any()
}

/// The form, with its fields: they live as long as it does. The only organisation there is need not be chosen.
fn form(shown: Shown, left: Memo<Vec<Candidate>>) -> Form {
    let form = Form::new("registration", "", &who::account(), shown.id().inner());
    let only = untrack(|| left.with(|left| if let [only] = &left[..] { Some(only.clone()) } else { None }));
    form.field("organisation", only.as_ref().map(|only| only.id.inner().to_owned()).unwrap_or_default());
    form.field("side", only.as_ref().and_then(side_of).unwrap_or_default());
    form.field("people", "1");
    form.field("note", "");
    form
}

/// The side an organisation comes on, unless it can be both.
fn side_of(candidate: &Candidate) -> Option<&'static str> {
    match (candidate.is_retailer, candidate.is_producer) {
        (true, false) => Some(RETAILER),
        (false, true) => Some(PRODUCER),
        _ => None,
    }
}

fn fields(shown: Shown, form: Form, left: Memo<Vec<Candidate>>) -> AnyView {
    let offers = Signal::derive(move || {
        left.with(|left| {
            left.iter().map(|one| (one.id.inner().to_owned(), one.name.clone())).collect::<Vec<Offer>>()
        })
    });
    let chosen = Callback::new(move |id: String| {
        let side = left.with_untracked(|left| left.iter().find(|one| one.id.inner() == id).and_then(side_of));
        if let Some(side) = side {
            form.set("side", side);
        }
    });
    let sides = SIDES.map(|(value, _, words)| (value.to_owned(), t(words).to_owned())).to_vec();
    let submit = move |()| match read(shown.id(), &|name| form.value(name)) {
        Err(wrong) => form.object(wrong),
        Ok(registering) => who::submit(form, changes::register(registering), move |answer| {
            tell(words::sent(&answer.register_for_event.name, answer.register_for_event.status));
            form.start_anew();
            shown.changed.run(());
        }),
    };
    view! {
        <FormFrame form submit>
            <p class="quiet">{t(words::IS_LISTED)}</p>
            <ChoiceField form name="organisation" label=t(words::ORGANISATION) offers chosen/>
            <RadioField form name="side" label=t(words::SIDE) offers=sides/>
            <TextField form name="people" label=t(words::PEOPLE) hint=t(words::PEOPLE_HINT) keys="numeric" longest=2/>
            <TextArea form name="note" label=t(words::NOTE) hint=t(words::NOTE_HINT) optional=true longest=limits::NOTE_CHARS/>
            <Submit form words=t(words::SEND)/>
        </FormFrame>
    }
    .into_any()
}

/// What is to be sent, or what is wrong with it.
fn read(event: cynic::Id, typed: &dyn Fn(&str) -> String) -> Result<Registering, Vec<Wrong>> {
    let mut wrong = Vec::new();
    let organisation = typed("organisation");
    if organisation.is_empty() {
        wrong.push(Wrong::at("organisation", shared::Problem::NotOffered));
    }
    let side = SIDES.iter().find(|(name, ..)| *name == typed("side")).map(|(_, side, _)| *side);
    if side.is_none() {
        wrong.push(Wrong::at("side", shared::Problem::NotOffered));
    }
    let people = whole_number(&typed("people"), 1..=limits::EVENT_PEOPLE);
    if let Err(problem) = people {
        wrong.push(Wrong::at("people", problem));
    }
    match (side, people) {
        (Some(side), Ok(people)) if wrong.is_empty() => Ok(Registering {
            event,
            organisation: cynic::Id::new(organisation),
            side,
            people,
            note: Some(typed("note").trim().to_owned()).filter(|note| !note.is_empty()),
        }),
        _ => Err(wrong),
    }
}

/// Those that can't be registered, with why and the way to mend it.
fn not_verified(others: &[Candidate]) -> Option<AnyView> {
    let rows = others.iter().map(|one| {
        let address = format!("/to-chuc/{}", one.id.inner());
        view! { <li><a class="all-link" href=address>{one.name.clone()}</a></li> }
    });
    (!others.is_empty()).then(|| {
        view! { <p class="quiet">{t(words::NOT_VERIFIED)}</p><ul class="plain-list">{rows.collect_view()}</ul> }.into_any()
    })
}

#[cfg(test)]
mod tests {
    use shared::Problem;

    use super::*;

    #[test]
    fn what_is_left_out_is_told_at_its_field() {
        let empty = read(cynic::Id::new("e"), &|_| String::new()).err().unwrap();
        let full = |name: &str| match name {
            "organisation" => "o".to_owned(),
            "side" => "PRODUCER".to_owned(),
            "people" => " 3 ".to_owned(),
            _ => " ".to_owned(),
        };

        assert_eq!(
            empty,
            [
                Wrong::at("organisation", Problem::NotOffered),
                Wrong::at("side", Problem::NotOffered),
                Wrong::at("people", Problem::Missing),
            ]
        );
        let read = read(cynic::Id::new("e"), &full).ok().unwrap();
        assert_eq!((read.side, read.people, read.note), (TradeParty::Producer, 3, None));
    }
}
