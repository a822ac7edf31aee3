//! Where a need stands, what its retailer and staff can do with it now, and what keeps it from being posted. Which
//! action is possible is decided in `shared::needs`.

use leptos::prelude::*;
use shared::{NeedAction, NeedParty};

use super::card::address_of;
use super::need::EDIT;
use super::query::Need;
use super::{changes, close};
use crate::api::{NeedHindrance, NeedStatus};
use crate::clock::day_of;
use crate::navigation;
use crate::text::{Text, needs as words, t, words as counts};
use crate::ui::{Badge, Tone, tell};
use crate::who;

/// The part of the page about it.
pub(super) fn section(need: &Need, party: NeedParty, changed: Callback<()>) -> AnyView {
    let open = need.status.allows(NeedAction::Open, party).then(|| open(need, changed));
    let copy = (party == NeedParty::Retailer).then(|| copy(need.id.clone()));
    let close = need.status.allows(NeedAction::Close, party).then(|| close::form(need, party, changed));
    view! {
        <section>
            <h2>{t(words::STATE)}</h2>
            {state(need)}
            {open}
            {copy}
            {close}
        </section>
    }
    .into_any()
}

/// Where it stands, since when, and for whom it is.
fn state(need: &Need) -> AnyView {
    let since = match need.status {
        NeedStatus::Draft => None,
        NeedStatus::Open => need.opened_at,
        NeedStatus::Closed => need.closed_at,
    };
    let since = since.map(|at| format!(" {} {}", t(words::SINCE), counts::date(day_of(at))));
    let reason = need
        .closed_because
        .clone()
        .filter(|_| need.status == NeedStatus::Closed)
        .map(|reason| view! { <dt>{t(words::CLOSED_BECAUSE)}</dt><dd>{reason}</dd> });
    let past = (need.status == NeedStatus::Open && need.is_past)
        .then(|| view! { <p class="banner">{t(words::OPEN_PAST)}</p> });
    view! {
        <p>{badge(need.status)}{since}</p>
        {past}
        <dl class="facts">
            {reason}
            <dt>{t(words::WHO_READS)}</dt><dd>{t(words::visibility(need.visibility))}</dd>
        </dl>
    }
    .into_any()
}

/// Where it stands, in one word.
pub(super) fn badge(status: NeedStatus) -> AnyView {
    let tone = match status {
        NeedStatus::Draft | NeedStatus::Closed => Tone::Plain,
        NeedStatus::Open => Tone::Good,
    };
    view! { <Badge tone text=t(words::status(status))/> }.into_any()
}

/// The button that posts it, or why that can't be done yet.
fn open(need: &Need, changed: Callback<()>) -> AnyView {
    let hindrances = hindrances(need);
    if !hindrances.is_empty() {
        let rows = hindrances.into_iter().map(|(why, way)| {
            let way = way.map(|(address, words)| {
                view! { " "<a class="all-link" href=address>{t(words)}</a> }
            });
            view! { <li>{t(why)}{way}</li> }
        });
        return view! { <p>{t(words::HINDERED)}</p><ul>{rows.collect_view()}</ul> }.into_any();
    }
    let (id, busy) = (need.id.clone(), RwSignal::new(false));
    let press = move |_| {
        let done = move |_| {
            tell(t(words::OPENED));
            changed.run(());
        };
        // Something has changed since the page was drawn, which the page then says.
        who::act_or(busy, changes::open(id.clone()), done, move |refused| {
            if refused.fields.is_empty() {
                return Some(refused);
            }
            tell(t(words::NOT_NOW));
            changed.run(());
            None
        });
    };
    let words = if need.status == NeedStatus::Closed { words::OPEN_AGAIN } else { words::OPEN };
    view! {
        <p>
            <button class="button" aria-disabled=move || busy.get().to_string() on:click=press>{t(words)}</button>
        </p>
    }
    .into_any()
}

/// What keeps it from being posted, each with the way to mend it.
fn hindrances(need: &Need) -> Vec<(Text, Option<(String, Text)>)> {
    let edit = || format!("{}?phan={EDIT}", address_of(&need.id));
    let may_edit = need.status.allows(NeedAction::Edit, NeedParty::Retailer);
    let in_words = |hindrance: &NeedHindrance| match hindrance {
        NeedHindrance::NotVerified => {
            let address = format!("/to-chuc/{}", need.retailer.id.inner());
            (words::UNVERIFIED, Some((address, words::TO_VERIFICATION)))
        }
        NeedHindrance::Past if may_edit => (words::DAY_PASSED, Some((edit(), words::OTHER_DAY))),
        NeedHindrance::Past => (words::DAY_PASSED_COPY, None),
        NeedHindrance::NothingSaid => (words::SAYS_NOTHING, may_edit.then(|| (edit(), words::FILL_IN))),
    };
    need.hindrances.iter().map(in_words).collect()
}

/// A draft that says the same, which is edited at once.
fn copy(id: cynic::Id) -> AnyView {
    let busy = RwSignal::new(false);
    let press = move |_| {
        who::act(busy, changes::copy(id.clone()), |answer| {
            tell(t(words::COPIED));
            navigation::go(&format!("{}?phan={EDIT}", address_of(&answer.copy_need.id)));
        });
    };
    view! {
        <p>
            <button class="button-second" aria-disabled=move || busy.get().to_string() on:click=press>
                {t(words::COPY)}
            </button>
        </p>
    }
    .into_any()
}
