//! What somebody can do about an introduction now: answer it, or take it back. What is possible is decided in
//! `shared::introductions`.

use leptos::prelude::*;
use shared::{IntroductionAction, Problem};

use super::answer::AnswerForm;
use super::changes::{self, Answer};
use super::one_query::Introduction;
use crate::api::{IntroductionStatus, Refused, TradeParty};
use crate::text::{introductions as words, t};
use crate::ui::form::Form;
use crate::ui::tell;
use crate::who;

/// What an introduction lets somebody do. While it stays the same, so do the forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Possible {
    may_answer: bool,
    may_withdraw: bool,
    /// For which side it is answered.
    party: TradeParty,
}

impl Possible {
    pub(super) fn of(introduction: &Introduction) -> Self {
        Self::now(introduction.status, introduction.viewer_party, introduction.proposed_by)
    }

    fn now(status: IntroductionStatus, party: TradeParty, proposed_by: TradeParty) -> Self {
        let status: shared::IntroductionStatus = status.into();
        let may = |action| status.after(action, party.into(), proposed_by.into()).is_some();
        Self {
            may_answer: may(IntroductionAction::Accept),
            may_withdraw: may(IntroductionAction::Withdraw),
            party,
        }
    }
}

/// The parts of the page with what is possible.
pub(super) fn sections(id: &cynic::Id, possible: Possible, changed: Callback<()>) -> AnyView {
    let answer = possible.may_answer.then(|| answer(id.clone(), possible.party, changed));
    let withdraw = possible.may_withdraw.then(|| withdraw(id.clone(), changed));
    view! { {answer}{withdraw} }.into_any()
}

fn answer(id: cynic::Id, party: TradeParty, changed: Callback<()>) -> AnyView {
    let form = Form::new("answer", "", &who::account(), id.inner());
    let give = move |answer: Answer| {
        let question = changes::answer(id.clone(), answer, party == TradeParty::Producer);
        let done = move |answer: changes::AnswerIntroduction| {
            tell(t(answered(answer.answer_introduction.status)));
            changed.run(());
        };
        who::submit_or(form, question, done, move |refused| moved_on(refused, changed));
    };
    view! {
        <section>
            <h2>{t(words::ANSWER)}</h2>
            <p class="quiet">{t(words::ANSWER_WHY)}</p>
            <AnswerForm form accept=words::ACCEPT give/>
        </section>
    }
    .into_any()
}

fn answered(status: IntroductionStatus) -> crate::text::Text {
    match status {
        IntroductionStatus::Accepted => words::ACCEPTED_NOW,
        IntroductionStatus::Declined => words::DECLINED_NOW,
        _ => words::ACCEPTED_HALF,
    }
}

fn withdraw(id: cynic::Id, changed: Callback<()>) -> AnyView {
    let busy = RwSignal::new(false);
    let press = move |_| {
        let done = move |_| {
            tell(t(words::WITHDRAWN_NOW));
            changed.run(());
        };
        who::act_or(busy, changes::withdraw(id.clone()), done, move |refused| moved_on(refused, changed));
    };
    view! {
        <section>
            <p class="quiet">{t(words::WITHDRAW_WHY)}</p>
            <button class="button-second" aria-disabled=move || busy.get().to_string() on:click=press>
                {t(words::WITHDRAW)}
            </button>
        </section>
    }
    .into_any()
}

/// Somebody else was quicker, or the time has passed: the page says how it stands then.
fn moved_on(refused: Refused, changed: Callback<()>) -> Option<Refused> {
    let is_late = refused.fields.iter().any(|wrong| wrong.problem == Some(Problem::NotPossibleNow));
    if !is_late && !who::is_conflict(&refused) {
        return Some(refused);
    }
    tell(t(words::MOVED_ON));
    changed.run(());
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use IntroductionStatus::{Accepted, WaitsForBoth, WaitsForProducer};
    use TradeParty::{Producer, Retailer, Staff};

    #[test]
    fn buttons_are_those_of_the_table() {
        let now = |status, party, proposed_by| {
            let possible = Possible::now(status, party, proposed_by);
            (possible.may_answer, possible.may_withdraw)
        };

        assert_eq!(now(WaitsForProducer, Producer, Retailer), (true, false));
        assert_eq!(now(WaitsForProducer, Retailer, Retailer), (false, true));
        assert_eq!(now(WaitsForProducer, Retailer, Staff), (false, false));
        assert_eq!(now(WaitsForBoth, Staff, Staff), (false, true));
        assert_eq!(now(Accepted, Producer, Retailer), (false, false));
    }
}
