//! What the parts of the page of a round share: the round as it is known, and that something was changed. Each part
//! follows only what it shows, so that a word of the server never takes a form or the focus away.

use chrono::{DateTime, Utc};
use leptos::html;
use leptos::prelude::*;
use shared::RoundAction;

use super::query::{Round, RoundById};
use crate::api::RoundStatus;
use crate::who::Known;

/// When a plan was found, and when it was accepted: no other has the same.
type Plan = (Option<DateTime<Utc>>, Option<DateTime<Utc>>);

/// The round that is worked on.
#[derive(Clone, Copy)]
pub(super) struct Work {
    id: StoredValue<cynic::Id>,
    latest: Known<RoundById>,
    status: Memo<RoundStatus>,
    plan: Memo<Option<Plan>>,
    /// To be called after every change.
    pub(super) changed: Callback<()>,
    /// How far the server is with looking for a plan, in percent; nothing while it does not.
    pub(super) progress: RwSignal<Option<i32>>,
    /// Where the steps stand.
    pub(super) steps: NodeRef<html::Div>,
}

impl Work {
    pub(super) fn new(id: cynic::Id, latest: Known<RoundById>, changed: Callback<()>) -> Self {
        let status = Memo::new(move |_| {
            let known = latest.get();
            known
                .as_ref()
                .and_then(|known| known.round.as_ref())
                .map_or(RoundStatus::Draft, |round| round.status)
        });
        let plan = Memo::new(move |_| {
            let known = latest.get();
            let round = known.as_ref().and_then(|known| known.round.as_ref());
            round.map(|round| (round.outcome.as_ref().map(|plan| plan.solved_at), round.accepted_at))
        });
        let progress = RwSignal::new(None);
        let steps = NodeRef::new();
        Self { id: StoredValue::new(id), latest, status, plan, changed, progress, steps }
    }

    /// A step is over, and the button of it goes away: its focus goes to where the next step stands. Who has gone elsewhere
    /// on the page stays there.
    pub(super) fn step_over(self) {
        request_animation_frame(move || {
            let Some(steps) = self.steps.try_get_untracked().flatten() else { return };
            let focused = document().active_element();
            let is_elsewhere =
                focused.is_some_and(|at| at.tag_name() != "BODY" && !steps.contains(Some(&at)));
            if !is_elsewhere {
                let calmly = web_sys::FocusOptions::new();
                calmly.set_prevent_scroll(true);
                // What can't be focused only loses its place.
                let _ = steps.focus_with_options(&calmly);
            }
        });
    }

    pub(super) fn id(self) -> cynic::Id {
        self.id.get_value()
    }

    /// Something of the round; follows the round.
    pub(super) fn read<T>(self, pick: impl FnOnce(&Round) -> T) -> Option<T> {
        self.latest.with(|known| known.as_ref().and_then(|known| known.round.as_ref()).map(pick))
    }

    /// Something of the round that tells its followers only when it is another.
    pub(super) fn part<T: PartialEq + Send + Sync + 'static>(self, pick: fn(&Round) -> T) -> Memo<Option<T>> {
        Memo::new(move |_| self.read(pick))
    }

    /// Where it stands; follows it.
    pub(super) fn status(self) -> RoundStatus {
        self.status.get()
    }

    /// Follows which plan there is: what is asked of one is asked anew of the next.
    pub(super) fn follow_plan(self) {
        // A memo that is only tracked and never read follows nothing itself.
        self.plan.with(|_| ());
    }

    /// Whether something can be done now; follows it.
    pub(super) fn allows(self, action: RoundAction) -> bool {
        self.status().allows(action)
    }
}
