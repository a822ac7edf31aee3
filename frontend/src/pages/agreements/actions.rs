//! What somebody can do about an agreement now. The server says what is possible; nobody confirms for the other side.

use leptos::prelude::*;
use shared::Problem;

use super::changes::{self, Deed};
use super::giving::{reason_form, send_form};
use super::one_query::Agreement;
use super::{address_of, paper};
use crate::api::{AgreementAction, Refused, TradeParty};
use crate::navigation;
use crate::text::{Text, agreements as words, introductions, t};
use crate::ui::tell;
use crate::who;

/// What an agreement lets somebody do. While it stays the same, so do the forms.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Possible {
    pub(super) id: cynic::Id,
    pub(super) actions: Vec<AgreementAction>,
    /// For which side.
    pub(super) party: TradeParty,
    /// Number of the version that is read and may be confirmed.
    pub(super) version: i32,
    pub(super) row_version: i32,
}

impl Possible {
    pub(super) fn of(agreement: &Agreement) -> Self {
        Self {
            id: agreement.id.clone(),
            actions: agreement.actions.clone(),
            party: agreement.viewer_party,
            version: agreement.version.number,
            row_version: agreement.row_version,
        }
    }

    fn has(&self, action: AgreementAction) -> bool {
        self.actions.contains(&action)
    }

    /// Whether what is done is done for the producer; nothing for staff, who act for nobody.
    pub(super) fn as_producer(&self) -> Option<bool> {
        match self.party {
            TradeParty::Producer => Some(true),
            TradeParty::Retailer => Some(false),
            _ => None,
        }
    }
}

/// The part of the page with what is possible; nothing when there is nothing.
pub(super) fn sections(possible: Possible, changed: Callback<()>) -> AnyView {
    use AgreementAction as Action;
    let possible = StoredValue::new(possible);
    let now = possible.get_value();
    if now.actions.is_empty() {
        return ().into_any();
    }
    let edit = format!("{}/sua", address_of(&now.id));
    let sign = now.has(Action::Sign).then(|| {
        let press = move || possible.with_value(changes::sign);
        view! {
            <p class="quiet">{t(words::SIGN_WHY)}</p>
            {button("button", words::SIGN, words::SIGNED_NOW, press, changed)}
        }
    });
    let propose = now.has(Action::Propose).then(|| send_form(&now, changed));
    let way = |may: bool, said: Text| {
        may.then(|| view! { <p><a class="button-second" href=edit.clone()>{t(said)}</a></p> })
    };
    let change = way(now.has(Action::Edit), words::EDIT);
    let counter = way(now.has(Action::Counter), words::COUNTER);
    let decline = now.has(Action::Decline).then(|| reason_form(&now, Deed::Decline, changed));
    let terminate = now.has(Action::Terminate).then(|| reason_form(&now, Deed::Terminate, changed));
    let paper = now.has(Action::RecordPaper).then(|| paper::form(&now, changed));
    let withdraw = now.has(Action::Withdraw).then(|| {
        let press = move || possible.with_value(|now| changes::withdraw(now.id.clone()));
        button("button-second", words::WITHDRAW, words::WITHDRAWN_NOW, press, changed)
    });
    let renew = now.has(Action::Renew).then(|| follow(possible, Deed::Renew));
    let amend = now.has(Action::Amend).then(|| follow(possible, Deed::Amend));
    view! {
        <section>
            <h2>{t(words::TO_DO)}</h2>
            {sign}
            {propose}
            {change}
            {counter}
            {decline}
            {paper}
            {renew}
            {amend}
            {terminate}
            {withdraw}
        </section>
    }
    .into_any()
}

/// A button that does something at once.
fn button<Q: serde::de::DeserializeOwned + 'static>(
    class: &'static str,
    label: Text,
    done: Text,
    press: impl Fn() -> crate::api::Question<Q> + 'static,
    changed: Callback<()>,
) -> AnyView {
    let busy = RwSignal::new(false);
    let pressed = move |_| {
        let told = move |_| {
            tell(t(done));
            changed.run(());
        };
        who::act_or(busy, press(), told, move |refused| moved_on(refused, changed));
    };
    view! {
        <p>
            <button class=class aria-disabled=move || busy.get().to_string() on:click=pressed>{t(label)}</button>
        </p>
    }
    .into_any()
}

/// Drafts another agreement after this one or instead of it, and goes there.
fn follow(possible: StoredValue<Possible>, deed: Deed) -> AnyView {
    let busy = RwSignal::new(false);
    let (label, why) = match deed {
        Deed::Renew => (words::RENEW, words::RENEW_WHY),
        _ => (words::AMEND, words::AMEND_WHY),
    };
    let pressed = move |_| {
        let question = possible.with_value(|now| changes::follow(now, deed));
        who::act(busy, question, |answer: changes::Followed| {
            navigation::go(&format!("{}/sua", address_of(&answer.made().id)));
        });
    };
    view! {
        <p class="quiet">{t(why)}</p>
        <p>
            <button class="button-second" aria-disabled=move || busy.get().to_string() on:click=pressed>
                {t(label)}
            </button>
        </p>
    }
    .into_any()
}

/// Somebody else was quicker, or the time has passed: the page says how it stands then.
pub(super) fn moved_on(refused: Refused, changed: Callback<()>) -> Option<Refused> {
    let is_late = refused.fields.iter().any(|wrong| wrong.problem == Some(Problem::NotPossibleNow));
    if !is_late && !who::is_conflict(&refused) {
        return Some(refused);
    }
    tell(t(introductions::MOVED_ON));
    changed.run(());
    None
}
