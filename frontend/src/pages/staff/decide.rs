//! The decision on a request: yes, or no with a reason that its members can act upon.

use leptos::prelude::*;
use shared::Problem;

use super::query;
use super::verifications::Decided;
use crate::text::{staff as words, t};
use crate::ui::form::{Form, FormFrame, RadioField, Submit, TextArea, Wrong};
use crate::ui::tell;
use crate::who;

const APPROVE: &str = "approve";
const REJECT: &str = "reject";

/// The form below a request.
#[component]
pub(super) fn Decide(id: cynic::Id) -> impl IntoView {
    let decided = expect_context::<Decided>().0;
    let form = Form::new("decision", "", &who::account(), id.inner());
    let submit = move |()| {
        let (decision, reason) = (form.value("approve"), form.filled("reason"));
        let wrong = if decision.is_empty() {
            Some(Wrong::at("approve", Problem::NotOffered))
        } else if decision == REJECT && reason.is_none() {
            Some(Wrong::at("reason", Problem::Missing))
        } else {
            None
        };
        if let Some(wrong) = wrong {
            return form.object(vec![wrong]);
        }
        who::submit(form, query::decide(id.clone(), decision == APPROVE, reason), move |_| {
            tell(t(words::DECIDED));
            decided.run(());
        });
    };
    let offers = [(APPROVE, words::APPROVE), (REJECT, words::REJECT)];
    let offers = offers.map(|(value, words)| (value.to_owned(), t(words).to_owned())).to_vec();
    view! {
        <FormFrame form submit>
            <RadioField form name="approve" label=t(words::DECISION) offers/>
            <TextArea form name="reason" label=t(words::REASON) hint=t(words::REASON_HINT) optional=true/>
            <Submit form words=t(words::DECIDE)/>
        </FormFrame>
    }
}
