//! The answer about a delivery, on the page and by the link of a mail alike: one tap when all came as agreed, amounts when
//! only a part did, and what went wrong.

use leptos::prelude::*;
use shared::{Problem, Quantity};

use super::changes::{DeliveryAmount, DeliveryAnswer};
use crate::api::{DeliveryOutcome, DeliveryProblem};
use crate::text::{deliveries as words, forms, introductions, t};
use crate::ui::form::{
    ChoiceField, Form, FormFrame, Offer, RadioField, Submit, TextArea, TextField, Wrong, amount_in_words,
    shown_back,
};

const OUTCOME: &str = "outcome";
const PROBLEM: &str = "problem";
const NOTE: &str = "note";

/// Outcomes by the values of the form.
const OUTCOMES: [(&str, DeliveryOutcome); 2] =
    [("PARTLY", DeliveryOutcome::Partly), ("NOTHING", DeliveryOutcome::Nothing)];

/// Problems by the values of the form.
const PROBLEMS: [(&str, DeliveryProblem); 8] = [
    ("LATE", DeliveryProblem::Late),
    ("QUALITY", DeliveryProblem::Quality),
    ("SUPPLY", DeliveryProblem::Supply),
    ("NO_ORDER", DeliveryProblem::NoOrder),
    ("PAYMENT", DeliveryProblem::Payment),
    ("PRICE", DeliveryProblem::Price),
    ("PAPERS", DeliveryProblem::Papers),
    ("OTHER", DeliveryProblem::Other),
];

/// Goods about which is asked.
#[derive(Clone)]
pub(super) struct Asked {
    pub(super) line: cynic::Id,
    pub(super) name: String,
    pub(super) unit: String,
    pub(super) promised: Quantity,
    /// What the own side has said so far.
    pub(super) said: Option<Quantity>,
}

/// The form. `give` sends the answer.
#[component]
pub(super) fn AmountsForm(
    form: Form,
    asked: Vec<Asked>,
    #[prop(into)] give: Callback<DeliveryAnswer>,
) -> impl IntoView {
    let whole = move |_| {
        if !form.running.get_untracked() {
            let answer = DeliveryAnswer {
                outcome: DeliveryOutcome::AsAgreed,
                amounts: None,
                problem: None,
                note: None,
            };
            give.run(answer);
        }
    };
    let outcome = form.field(OUTCOME, "");
    // The fields belong to the form, not to what is drawn of it: that comes and goes.
    for (place, asked) in asked.iter().enumerate() {
        form.field(&amount_of(place), asked.said.map(|said| said.shown()).unwrap_or_default());
    }
    let promised = asked.iter().map(|asked| {
        let words = format!("{}: {} {}", asked.name, asked.promised.shown(), asked.unit);
        view! { <li>{words}</li> }
    });
    let promised = promised.collect_view();
    let lines = StoredValue::new(asked);
    let amounts = move || (outcome.get() == "PARTLY").then(|| lines.with_value(|lines| fields(form, lines)));
    let submit = move |()| match lines.with_value(|lines| read(form, lines)) {
        Ok(answer) => give.run(answer),
        Err(wrong) => form.object(wrong),
    };
    let busy = move || form.running.get().to_string();
    view! {
        <p>{t(words::PROMISED_IN_TIME)}</p>
        <ul>{promised}</ul>
        <p class="answer">
            <button type="button" class="button" aria-disabled=busy on:click=whole>{t(words::ALL_CAME)}</button>
        </p>
        <details open=form.is_restored()>
            <summary>{t(words::NOT_ALL)}</summary>
            <FormFrame form submit>
                <RadioField form name=OUTCOME label=t(words::WHAT_CAME) offers=outcomes()/>
                {amounts}
                <ChoiceField form name=PROBLEM label=t(words::PROBLEM) optional=true empty=words::NO_PROBLEM offers=problems()/>
                <TextArea form name=NOTE label=t(introductions::NOTE) optional=true longest=shared::limits::NOTE_CHARS/>
                <Submit form words=t(words::SEND)/>
            </FormFrame>
        </details>
    }
}

fn fields(form: Form, lines: &[Asked]) -> AnyView {
    let fields = lines.iter().enumerate().map(|(place, asked)| {
        let name = amount_of(place);
        let hint = shown_back(form, &name, words::AMOUNT_HINT, amount_in_words);
        let label = format!("{} ({})", asked.name, asked.unit);
        view! { <TextField form name label hint keys="decimal" longest=30/> }
    });
    fields.collect_view().into_any()
}

fn amount_of(place: usize) -> String {
    format!("amounts.{place}.quantity")
}

fn outcomes() -> Vec<Offer> {
    OUTCOMES.map(|(name, outcome)| (name.to_owned(), t(words::outcome(outcome)).to_owned())).to_vec()
}

fn problems() -> Vec<Offer> {
    PROBLEMS.map(|(name, problem)| (name.to_owned(), t(words::problem(problem)).to_owned())).to_vec()
}

fn read(form: Form, lines: &[Asked]) -> Result<DeliveryAnswer, Vec<Wrong>> {
    let typed = form.value(OUTCOME);
    let outcome = OUTCOMES.iter().find(|(name, _)| *name == typed).map(|(_, outcome)| *outcome);
    let Some(outcome) = outcome else { return Err(vec![Wrong::at(OUTCOME, Problem::Missing)]) };
    let problem = form.value(PROBLEM);
    let problem = PROBLEMS.iter().find(|(name, _)| *name == problem).map(|(_, problem)| *problem);
    let note = form.filled(NOTE);
    if outcome == DeliveryOutcome::Nothing {
        return Ok(DeliveryAnswer { outcome, amounts: None, problem, note });
    }
    let (mut amounts, mut wrong) = (Vec::new(), Vec::new());
    for (place, asked) in lines.iter().enumerate() {
        match form.value(&amount_of(place)).parse::<Quantity>() {
            Ok(quantity) => amounts.push(DeliveryAmount { line: asked.line.clone(), quantity }),
            Err(problem) => wrong
                .push(Wrong { field: amount_of(place), words: t(forms::problem(Some(problem))).to_owned() }),
        }
    }
    match wrong.is_empty() {
        true => Ok(DeliveryAnswer { outcome, amounts: Some(amounts), problem, note }),
        false => Err(wrong),
    }
}
