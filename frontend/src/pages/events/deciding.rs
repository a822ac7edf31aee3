//! Deciding several registrations at once: approving them, or declining them with one reason. Those for which a decision
//! is not possible are left out of it, and the buttons say how many it is.

use leptos::prelude::*;
use shared::{ParticipantAction, ParticipantParty, ParticipantStatus, Problem, limits};

use super::changes;
use super::participants_query::Registration;
use super::registrations::Work;
use crate::text::{running_events as words, t};
use crate::ui::form::{Form, FormFrame, Submit, TextArea, Wrong};
use crate::ui::{Dialog, tell};
use crate::who::{self, ActButton, Acting};

/// One box for all rows that are shown.
pub(super) fn take_all(work: Work) -> AnyView {
    let shown = Memo::new(move |_| work.loaded().into_iter().map(|row| row.id).collect::<Vec<_>>());
    let is_all =
        move || shown.with(|shown| work.chosen.with(|chosen| shown.iter().all(|id| chosen.contains(id))));
    let toggle = move |event| {
        let chosen = if event_target_checked(&event) { shown.get_untracked() } else { Vec::new() };
        work.chosen.set(chosen);
    };
    let is_any = Memo::new(move |_| !shown.read().is_empty());
    view! {
        <Show when=move || is_any.get()>
            <label class="value">
                <input type="checkbox" prop:checked=is_all on:change=toggle/>
                <span class="value-name">{t(words::ALL_SHOWN)}</span>
            </label>
        </Show>
    }
    .into_any()
}

/// The buttons, while something is chosen for which they can be pressed.
pub(super) fn bar(work: Work) -> AnyView {
    let possible = move |action: ParticipantAction| {
        Memo::new(move |_| work.chosen.with(|chosen| possible(&work.loaded(), chosen, action)))
    };
    let (approved, declined) = (possible(ParticipantAction::Approve), possible(ParticipantAction::Decline));
    let acting = Acting::new();
    let is_declining = RwSignal::new(false);
    let approve = Callback::new(move |()| {
        let ids = approved.get_untracked();
        if ids.len() > limits::DECISIONS {
            return acting.say(Some(t(words::TOO_MANY)));
        }
        acting.run(changes::decide(work.event(), ids, true, None), move |_| done(work));
    });
    let decline = move |_| {
        acting.say(None);
        is_declining.set(true);
    };
    let decide = move || (!approved.read().is_empty() || !declined.read().is_empty()).then_some(());
    let buttons = move || {
        decide()?;
        let (to_approve, to_decline) = (approved.read().len(), declined.read().len());
        let approve = (to_approve > 0).then(|| {
            view! { <ActButton acting class="button" words=words::approve(to_approve) press=approve/> }
        });
        let decline = (to_decline > 0).then(|| {
            view! {
                <button type="button" class="button-second" on:click=decline>{words::decline(to_decline)}</button>
            }
        });
        Some(view! {
            <div class="event-chosen" role="group" aria-label=t(words::CHOSEN)>{approve}{decline}{acting.trouble()}</div>
        })
    };
    view! {
        {buttons}
        {declining(work, is_declining, declined)}
    }
    .into_any()
}

/// Those of the chosen for which something can be done.
fn possible(rows: &[Registration], chosen: &[cynic::Id], action: ParticipantAction) -> Vec<cynic::Id> {
    let may = |row: &&Registration| {
        let status = ParticipantStatus::from(row.status);
        chosen.contains(&row.id) && status.after(action, ParticipantParty::Staff).is_some()
    };
    rows.iter().filter(may).map(|row| row.id.clone()).collect()
}

fn done(work: Work) {
    tell(t(words::DECIDED));
    work.chosen.set(Vec::new());
    work.changed();
}

/// The dialog in which a reason is given.
fn declining(work: Work, is_open: RwSignal<bool>, ids: Memo<Vec<cynic::Id>>) -> AnyView {
    let form = Form::new("declining", "", &who::account(), work.event().inner());
    form.field("reason", "");
    let count = move || words::decline(ids.read().len());
    let submit = move |()| {
        let (ids, reason) = (ids.get_untracked(), form.filled("reason"));
        if reason.is_none() {
            return form.object(vec![Wrong::at("reason", Problem::Missing)]);
        }
        if ids.len() > limits::DECISIONS {
            return form.object(vec![Wrong { field: String::new(), words: t(words::TOO_MANY).to_owned() }]);
        }
        who::submit(form, changes::decide(work.event(), ids, false, reason), move |_| {
            is_open.set(false);
            form.start_anew();
            done(work);
        });
    };
    view! {
        <Dialog open=is_open title=t(words::DECLINE_TITLE)>
            <p>{count}</p>
            <FormFrame form submit>
                <TextArea form name="reason" label=t(words::REASON) hint=t(words::REASON_HINT)/>
                <Submit form words=t(words::DECLINE_TITLE)/>
            </FormFrame>
        </Dialog>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api;

    #[test]
    fn who_cannot_be_decided_is_left_out() {
        let row = |id: &str, status| Registration {
            id: cynic::Id::new(id),
            organisation_id: cynic::Id::new("o"),
            name: id.to_owned(),
            side: api::TradeParty::Producer,
            province: None,
            status,
            people: 1,
            note: None,
            reason: None,
            asked_at: None,
            queue_place: None,
            checked_in_at: None,
            may_withdraw: true,
        };
        use api::ParticipantStatus::{Approved, Asked, Withdrawn};
        let rows = [row("a", Asked), row("b", Approved), row("c", Withdrawn), row("d", Asked)];
        let chosen = ["a", "b", "c", "gone"].map(cynic::Id::new);
        let names = |action| {
            possible(&rows, &chosen, action).iter().map(|id| id.inner().to_owned()).collect::<String>()
        };

        assert_eq!(names(ParticipantAction::Approve), "ac");
        assert_eq!(names(ParticipantAction::Decline), "ab");
    }
}
