//! One request about personal data: who asks and until when, and the answer.

use leptos::prelude::*;
use shared::Problem;

use super::data_query::{self, DataRequest};
use super::data_requests::Answered;
use crate::api::{DataRequestKind, DataRequestStatus};
use crate::pages::personal_data::{badge, late};
use crate::text::{kinds, personal_data as words, staff, t, words as counts};
use crate::ui::form::{Form, FormFrame, RadioField, Submit, TextArea, Wrong};
use crate::ui::tell;
use crate::who;

const DONE: &str = "done";
const REFUSE: &str = "refuse";

/// A row that opens.
pub(super) fn data_request(request: DataRequest) -> AnyView {
    let is_waiting = request.status == DataRequestStatus::Waiting;
    let due = is_waiting.then(|| format!("{}: {}", t(words::DUE), counts::date(request.due_on)));
    let about = [request.asked_by.name.clone(), due];
    let contact = &request.asked_by;
    let rows = [
        (staff::ASKED_BY, contact.name.clone()),
        (crate::text::account::EMAIL, contact.email.clone()),
        (crate::text::account::PHONE, contact.phone.as_deref().map(counts::phone)),
        (words::ASKED_AT, Some(counts::instant(request.asked_at))),
        (words::DUE, Some(counts::date(request.due_on))),
        (staff::MESSAGE, request.message.clone()),
        (words::ANSWERED_AT, request.decided_at.map(counts::instant)),
        (words::ANSWER, request.note.clone()),
    ];
    let rows = rows.into_iter().filter_map(|(words, value)| Some((t(words), value?)));
    let rows = rows.map(|(words, value)| view! { <dt>{words}</dt><dd>{value}</dd> }).collect_view();
    let answer = is_waiting.then(|| view! { <Answer id=request.id.clone() kind=request.kind/> });
    view! {
        <li>
            <details class="request">
                <summary>
                    <strong>{t(kinds::data_request_kind(request.kind))}</strong>
                    " "{badge(request.status)}" "{late(request.is_late)}" "
                    <span class="quiet small">{about.into_iter().flatten().collect::<Vec<_>>().join(" · ")}</span>
                </summary>
                <dl class="facts">{rows}</dl>
                {answer}
            </details>
        </li>
    }
    .into_any()
}

/// The form below a request that waits.
#[component]
fn Answer(id: cynic::Id, kind: DataRequestKind) -> impl IntoView {
    let answered = expect_context::<Answered>().0;
    let form = Form::new("data-answer", "", &who::account(), id.inner());
    let submit = move |()| {
        let (answer, note) = (form.value("done"), form.filled("note"));
        let wrong = if answer.is_empty() {
            Some(Wrong::at("done", Problem::NotOffered))
        } else if answer == REFUSE && note.is_none() {
            Some(Wrong::at("note", Problem::Missing))
        } else {
            None
        };
        if let Some(wrong) = wrong {
            return form.object(vec![wrong]);
        }
        who::submit(form, data_query::answer(id.clone(), answer == DONE, note), move |_| {
            tell(t(words::ANSWERED));
            answered.run(());
        });
    };
    let offers = [(DONE, words::DONE), (REFUSE, words::REFUSE)];
    let offers = offers.map(|(value, words)| (value.to_owned(), t(words).to_owned())).to_vec();
    let warning = (kind == DataRequestKind::Deletion)
        .then(|| view! { <p class="banner">{t(words::DELETES_AT_ONCE)}</p> });
    view! {
        <FormFrame form submit>
            {warning}
            <RadioField form name="done" label=t(words::ANSWER) offers/>
            <TextArea form name="note" label=t(words::NOTE) hint=t(words::NOTE_HINT) optional=true/>
            <Submit form words=t(words::ANSWER_SEND)/>
        </FormFrame>
    }
}
