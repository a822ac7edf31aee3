//! One agreement: what it says, where it stands, what can be done about it, what was delivered. What happens elsewhere is
//! shown at once; a form that somebody has begun stays.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::list::FOLLOWED;
use super::one_query::{self, Agreement, AgreementById};
use super::{PATH, actions, checks, contents, differences, standing};
use crate::api::{self, Asked, Failure, live};
use crate::pages::change_log::{Thing, history_link};
use crate::pages::not_found::NotFound;
use crate::text::{agreements as words, t};
use crate::ui::{FailureFace, Heading, TextSkeleton};
use crate::who::{self, signed_in_page};

/// The page of one agreement.
#[component]
pub(crate) fn AgreementPage() -> impl IntoView {
    signed_in_page(words::AGREEMENTS, |_| page())
}

/// What the page is, whatever is new on it.
#[derive(Clone, PartialEq)]
enum Face {
    Waiting,
    Failed(Failure),
    Missing,
    Shown(cynic::Id),
}

fn page() -> AnyView {
    let params = use_params_map();
    let wanted = Memo::new(move |_| params.with(|params| params.get("id")).unwrap_or_default());
    let asked = ask(wanted);
    live::on_change(
        move |notice| notice.is_of(FOLLOWED) && notice.id == wanted.get_untracked(),
        move || asked.look_again(),
    );
    Effect::new(move |_| {
        if let Some(Err(failure)) = asked.answer.get() {
            who::heed(failure);
        }
    });
    let latest = latest(asked, wanted);
    let face = Memo::new(move |_| match (latest.get(), asked.answer.get()) {
        (Some(known), _) => match &known.agreement {
            Some(agreement) => Face::Shown(agreement.id.clone()),
            None => Face::Missing,
        },
        (None, Some(Err(Failure::Refused(shared::ErrorCode::NotFound)))) => Face::Missing,
        (None, Some(Err(failure))) => Face::Failed(failure),
        (None, _) => Face::Waiting,
    });
    let shown = move || match face.get() {
        Face::Waiting => view! { <TextSkeleton/> }.into_any(),
        Face::Failed(failure) => view! {
            <Heading text=t(words::AGREEMENTS)/>
            <FailureFace failure again=move |()| asked.ask_again()/>
        }
        .into_any(),
        Face::Missing => view! { <NotFound/> }.into_any(),
        Face::Shown(id) => full(&id, latest, Callback::new(move |()| asked.ask_again())),
    };
    view! { {shown} }.into_any()
}

/// Asks for the agreement of an address; for no id at all nothing is asked.
pub(super) fn ask(wanted: Memo<String>) -> Asked<AgreementById> {
    api::ask(move || {
        let id = wanted.get();
        id.parse::<shared::AgreementId>().ok()?;
        Some(one_query::agreement(id))
    })
}

/// The latest answer that there was about what is wanted: a failure takes nothing away from who is at work.
fn latest(asked: Asked<AgreementById>, wanted: Memo<String>) -> Memo<Option<Arc<AgreementById>>> {
    let is_other = |before: Option<&Option<Arc<_>>>, now: Option<&Option<Arc<_>>>| match (before, now) {
        (Some(Some(before)), Some(Some(now))) => !Arc::ptr_eq(before, now),
        (Some(None), Some(None)) => false,
        _ => true,
    };
    let is_of = |known: &AgreementById, id: &str| {
        known.agreement.as_ref().is_some_and(|agreement| agreement.id.inner() == id)
    };
    Memo::new_with_compare(
        move |before: Option<&Option<Arc<AgreementById>>>| match asked.answer.get() {
            Some(Ok(answer)) => Some(answer),
            _ => before.cloned().flatten().filter(|before| is_of(before, &wanted.read())),
        },
        is_other,
    )
}

fn full(id: &cynic::Id, latest: Memo<Option<Arc<AgreementById>>>, changed: Callback<()>) -> AnyView {
    let now = move || latest.get().and_then(|latest| latest.agreement.clone());
    let part = move |draw: fn(&Agreement) -> AnyView| move || now().map(|now| draw(&now));
    let heading = Signal::derive(move || {
        now().map(|now| words::title(now.kind, now.number.as_deref())).unwrap_or_default()
    });
    // Forms stay as they are while what they are for stays possible.
    let possible = Memo::new(move |_| now().map(|now| actions::Possible::of(&now)));
    let actions = move || possible.get().map(|possible| actions::sections(possible, changed));
    let asked_now = Memo::new(move |_| now().map(|now| now.checks).unwrap_or_default());
    let history = history_link(Thing::Agreement, id);
    view! {
        <Heading text=heading/>
        <p><a class="all-link" href=PATH>{t(words::AGREEMENTS)}</a></p>
        <div class="columns columns-even columns-own">
            <div class="column-main">
                {part(contents::lead)}
                {part(differences::section)}
                {part(contents::section)}
            </div>
            <div class="column-second">
                {part(standing::section)}
                {actions}
                {move || checks::section(&asked_now.get(), changed)}
                {part(contents::documents)}
            </div>
        </div>
        {part(differences::earlier)}
        {history}
    }
    .into_any()
}
