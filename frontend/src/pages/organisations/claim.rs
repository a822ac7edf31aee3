//! Claiming an organisation that already stands in the public data.

use cynic::QueryBuilder;
use leptos::prelude::*;
use shared::Problem;

use super::changes;
use crate::api::{self, LegalForm, Question, schema};
use crate::facts::province_in_words;
use crate::text::{kinds, organisation as words, t};
use crate::ui::form::{Form, FormFrame, Submit, TextArea, Wrong};
use crate::ui::{CardSkeleton, Empty, NameSearch, faces, tell};
use crate::who;

/// Rows at once: a name typed well is among the first.
const ROWS: i32 = 8;

#[derive(cynic::QueryVariables)]
struct Variables {
    search: String,
    first: i32,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "Variables")]
struct Candidates {
    #[arguments(search: $search, first: $first)]
    producers: CandidateConnection,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "ProducerConnection")]
struct CandidateConnection {
    nodes: Vec<Candidate>,
}

#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Producer")]
struct Candidate {
    id: cynic::Id,
    name: String,
    legal_form: Option<LegalForm>,
    province: Option<String>,
    former_province: Option<String>,
}

fn candidates(text: &str) -> Question<Candidates> {
    api::question(Candidates::build(Variables { search: text.to_owned(), first: ROWS }))
}

/// Looking for it, choosing it, saying who one is.
#[component]
pub(super) fn Claim(
    /// What happens after a request was sent.
    sent: Callback<()>,
) -> impl IntoView {
    let chosen = RwSignal::new(None::<Candidate>);
    view! {
        <section id="claim">
            <h2>{t(words::CLAIM)}</h2>
            {move || match chosen.get() {
                Some(candidate) => view! { <Claiming candidate chosen sent/> }.into_any(),
                None => view! { <Looking chosen/> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn Looking(chosen: RwSignal<Option<Candidate>>) -> impl IntoView {
    let search = NameSearch::new();
    view! {
        <p>{t(words::CLAIM_WHY)}</p>
        <form role="search" aria-label=t(words::CLAIM_SEARCH) on:submit=|event| event.prevent_default()>
            {search.field(words::CLAIM_SEARCH)}
        </form>
        {move || search.is_long_enough.get().then(|| view! { <Found asked_for=search.text chosen/> })}
    }
}

#[component]
fn Found(asked_for: RwSignal<String>, chosen: RwSignal<Option<Candidate>>) -> impl IntoView {
    let asked = api::ask(move || Some(asked_for.with(|text| candidates(text))));
    faces(
        asked,
        || view! { <CardSkeleton count=2/> }.into_any(),
        move |answer| {
            if answer.producers.nodes.is_empty() {
                return view! {
                    <Empty what=t(words::CLAIM_NOTHING)>
                        <a class="button-second" href="/to-chuc/moi">{t(words::REGISTER)}</a>
                    </Empty>
                }
                .into_any();
            }
            let rows = answer.producers.nodes.iter().map(|candidate| row(candidate.clone(), chosen));
            view! { <ul class="plain-list rows">{rows.collect_view()}</ul> }.into_any()
        },
    )
}

fn row(candidate: Candidate, chosen: RwSignal<Option<Candidate>>) -> AnyView {
    let name = format!("{}: {}", t(words::CLAIM_THIS), candidate.name);
    let about = about(&candidate);
    let this = candidate.clone();
    view! {
        <li class="row">
            <a href=format!("/chu-the/{}", candidate.id.inner())>{candidate.name.clone()}</a>
            <button type="button" class="button-second" aria-label=name on:click=move |_| chosen.set(Some(this.clone()))>
                {t(words::CLAIM_THIS)}
            </button>
            <span class="details quiet small">{about}</span>
        </li>
    }
    .into_any()
}

fn about(candidate: &Candidate) -> String {
    let province = province_in_words(candidate.province.as_deref(), candidate.former_province.as_deref());
    let parts = [Some(t(kinds::legal_form(candidate.legal_form)).to_owned()), province];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

#[component]
fn Claiming(candidate: Candidate, chosen: RwSignal<Option<Candidate>>, sent: Callback<()>) -> impl IntoView {
    let id = candidate.id.inner().to_owned();
    let form = Form::new("claim", "", &who::account(), &id);
    let submit = move |()| {
        let Some(message) = form.filled("message") else {
            return form.object(vec![Wrong::at("message", Problem::Missing)]);
        };
        who::submit(form, changes::claim(id.clone(), message), move |_| {
            tell(t(words::CLAIM_SENT));
            sent.run(());
        });
    };
    view! {
        <p>{t(words::CHOSEN)}": "<strong>{candidate.name.clone()}</strong>" · "{about(&candidate)}</p>
        <p>
            <button type="button" class="button-quiet" on:click=move |_| chosen.set(None)>{t(words::CHOOSE_OTHER)}</button>
        </p>
        <FormFrame form submit>
            <TextArea form name="message" label=t(words::CLAIM_MESSAGE) hint=t(words::CLAIM_MESSAGE_HINT)/>
            <Submit form words=t(words::CLAIM_SEND)/>
        </FormFrame>
    }
}
