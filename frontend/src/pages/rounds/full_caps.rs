//! Caps that are reached: what each costs, and raising it by one.

use leptos::prelude::*;

use super::changes;
use super::outcome_query::{FullCap, Outcome};
use super::work::Work;
use crate::text::{round_plan as words, rounds, t};
use crate::ui::tell;
use crate::who::{ActButton, Acting};

/// The part of the plan. A cap that is raised stays in the list until the plan is found again.
pub(super) fn section(work: Work, outcome: &Outcome, may_change: bool) -> AnyView {
    let list = match outcome.full_caps.as_slice() {
        [] => view! { <p class="quiet">{t(words::NO_FULL_CAPS)}</p> }.into_any(),
        caps => {
            let rows = caps.iter().map(|cap| row(work, cap, may_change)).collect_view();
            let more = usize::try_from(outcome.full_cap_count).is_ok_and(|all| all > caps.len());
            let more = more.then(|| {
                view! { <p class="quiet small">{words::costliest(caps.len(), outcome.full_cap_count)}</p> }
            });
            view! { <ul class="plain-list rows">{rows}</ul>{more} }.into_any()
        }
    };
    view! {
        <section>
            <h2>{t(words::FULL_CAPS)}</h2>
            <p class="quiet">{t(words::FULL_CAPS_WHY)}</p>
            {list}
        </section>
    }
    .into_any()
}

fn row(work: Work, full: &FullCap, may_change: bool) -> AnyView {
    let acting = Acting::new();
    let cap = RwSignal::new(full.cap);
    let (kind, item) = (full.item.kind, full.item.id.clone());
    let raise = Callback::new(move |()| {
        let raised = cap.get_untracked() + 1;
        let question = changes::set_cap(work.id(), kind, item.clone(), Some(raised));
        acting.run(question, move |_: changes::SetRoundCap| {
            cap.set(raised);
            tell(words::cap(raised));
            work.changed.run(());
        });
    });
    let can_raise = may_change && full.cap < shared::limits::ROUND_CAP;
    let raise = can_raise.then(|| {
        view! { <ActButton acting words=t(words::RAISE) about=full.item.name.clone() press=raise/> }
    });
    let gain = match full.gain {
        0 => t(words::NO_GAIN).to_owned(),
        gain => words::gain(gain),
    };
    view! {
        <li class="row round-row">
            <div class="round-about">
                <span><span class="quiet small">{t(rounds::cap_kind(kind))}</span>" "{full.item.name.clone()}</span>
                <span class="details quiet small">
                    <span>{full.item.owner.clone()}</span>
                    <span>{move || words::cap(cap.get())}</span>
                    <span>{gain}</span>
                </span>
            </div>
            <div class="round-decide">{raise}{acting.trouble()}</div>
        </li>
    }
    .into_any()
}
