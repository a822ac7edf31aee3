//! Having the best plan found: the button, how far the server is, breaking it off, and why there is none.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::RoundAction;

use super::work::Work;
use super::{changes, query};
use crate::api::{self, RoundStatus};
use crate::text::{round_plan as words, t};
use crate::ui::tell;
use crate::who::{ActButton, Acting};

/// Between two looks at how far the server is.
const PAUSE: Duration = Duration::from_millis(500);
/// Who listens is told in steps of so many percent.
const TOLD_EVERY: i32 = 25;

/// The step of the page.
pub(super) fn steps(work: Work) -> AnyView {
    let acting = Acting::new();
    let begun = work.part(|round| round.solving.as_ref().map(|solving| solving.percent));
    // Somebody else may have begun it, or this page been left meanwhile.
    Effect::new(move |_| {
        if let Some(percent) = begun.get().flatten()
            && work.progress.get_untracked().is_none()
        {
            follow(work, percent);
        }
    });
    let has_plan = work.part(|round| round.outcome.is_some());
    let has_needs = work.part(|round| round.need_count > 0);
    let solve = Callback::new(move |()| {
        acting.run(changes::solve(work.id()), move |answer: changes::SolveRound| {
            work.step_over();
            follow(work, answer.solve_round.solving.map_or(0, |solving| solving.percent));
        });
    });
    let is_solving = Memo::new(move |_| work.progress.read().is_some());
    let words = Signal::derive(move || {
        let words = if has_plan.get() == Some(true) { words::SOLVE_AGAIN } else { words::SOLVE };
        t(words).to_owned()
    });
    let step = move || match (is_solving.get(), work.allows(RoundAction::Solve), has_needs.get()) {
        (true, ..) => running(work, acting),
        (false, true, Some(true)) => {
            view! { <ActButton acting class="button" words press=solve/> }.into_any()
        }
        _ => ().into_any(),
    };
    let told = move || {
        let percent = work.progress.get()?;
        Some(words::solving(percent / TOLD_EVERY * TOLD_EVERY))
    };
    let problem = work.part(|round| round.problem.as_ref().map(api::Said::words));
    let problem = move || {
        let problem = problem.get().flatten().filter(|_| !is_solving.get())?;
        Some(view! {
            <div class="failure" role="alert"><p><strong>{t(words::NOT_SOLVED)}</strong>" "{problem}</p></div>
        })
    };
    view! {
        {step}
        <p class="for-readers" role="status">{told}</p>
        {acting.trouble()}
        {problem}
    }
    .into_any()
}

fn running(work: Work, acting: Acting) -> AnyView {
    let percent = Signal::derive(move || work.progress.get().unwrap_or(0));
    let stop = move |()| {
        acting.run(changes::cancel(work.id()), move |_: changes::CancelRound| {
            work.step_over();
            work.progress.set(None);
            tell(t(words::STOPPED_NOW));
            work.changed.run(());
        });
    };
    view! {
        <div class="round-solving progress">
            <p aria-hidden="true">{move || words::solving(percent.get())}</p>
            <progress
                aria-label=t(words::SOLVING)
                max="100"
                value=move || percent.get().to_string()
            ></progress>
            <ActButton acting words=t(words::STOP) press=stop/>
        </div>
    }
    .into_any()
}

/// Looks again and again until it is over.
fn follow(work: Work, percent: i32) {
    work.progress.set(Some(percent));
    look_later(work);
}

fn look_later(work: Work) {
    let is_over = move || work.progress.try_get_untracked().flatten().is_none();
    let look = move || {
        if is_over() {
            return;
        }
        spawn_local(async move {
            // What was asked half a second ago is not remembered for the same question now.
            api::forget();
            let answer = api::run(query::progress(work.id())).await;
            if is_over() {
                return;
            }
            let round = answer.map(|answer| answer.round);
            match round.as_ref().map(|round| round.as_ref().and_then(|round| round.solving.as_ref())) {
                Ok(Some(solving)) => {
                    work.progress.set(Some(solving.percent));
                    look_later(work);
                }
                Ok(None) => {
                    work.step_over();
                    work.progress.set(None);
                    if round.ok().flatten().is_some_and(|round| round.status == RoundStatus::Solved) {
                        tell(t(words::SOLVED_NOW));
                    }
                    work.changed.run(());
                }
                // The server goes on; whether it answers is told by the frame of the page.
                Err(_) => look_later(work),
            }
        });
    };
    set_timeout(look, PAUSE);
}
