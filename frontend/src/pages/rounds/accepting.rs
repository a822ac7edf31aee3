//! Accepting a plan: the pairs are introduced to each other, and the round is over.

use leptos::prelude::*;
use shared::RoundAction;

use super::changes;
use super::work::Work;
use crate::pages::matches::{answer_days, proposal_fields};
use crate::text::{round_plan as words, t};
use crate::ui::form::{Form, FormFrame, Submit};
use crate::ui::{Dialog, tell};
use crate::who;

/// The button and its dialog, while there is a plan that can be accepted.
pub(super) fn step(work: Work) -> AnyView {
    let is_open = RwSignal::new(false);
    let pairs = work.part(|round| round.outcome.as_ref().map_or(0, |outcome| outcome.pairs));
    let may_accept = Memo::new(move |_| {
        let has_pairs = pairs.get().is_some_and(|pairs| pairs > 0);
        has_pairs && work.allows(RoundAction::Accept) && work.progress.read().is_none()
    });
    let form = Form::new("accept", "", &who::account(), work.id().inner());
    let button = move || {
        may_accept.get().then(|| {
            view! {
                <button type="button" class="button-second" on:click=move |_| is_open.set(true)>
                    {t(words::ACCEPT)}
                </button>
            }
        })
    };
    view! {
        {button}
        <Dialog open=is_open title=t(words::ACCEPT)>
            <p><strong>{move || words::to_introduce(pairs.get().unwrap_or(0))}</strong></p>
            <p class="quiet">{t(words::ACCEPT_WHY)}</p>
            <FormFrame form submit=move |()| accept(work, form, is_open)>
                {proposal_fields(form)}
                <Submit form words=t(words::ACCEPT_SEND)/>
            </FormFrame>
        </Dialog>
    }
    .into_any()
}

fn accept(work: Work, form: Form, is_open: RwSignal<bool>) {
    let version = untrack(|| work.read(|round| round.version)).unwrap_or_default();
    let question = changes::accept(work.id(), version, form.filled("note"), answer_days(form));
    let done = move |_| {
        is_open.set(false);
        work.step_over();
        tell(t(words::ACCEPTED_NOW));
        work.changed.run(());
    };
    who::submit_or(form, question, done, move |refused| {
        if !who::is_conflict(&refused) {
            return Some(refused);
        }
        // What is typed stays in the form.
        is_open.set(false);
        tell(t(words::MOVED_ON));
        work.changed.run(());
        None
    });
}
