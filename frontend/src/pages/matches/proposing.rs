//! The form with which one proposes to meet, and what follows when it is sent.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::{ErrorCode, limits};
use wasm_bindgen::JsCast;

use super::changes::{self, NewIntroduction};
use super::introducing::{Introducing, Pair, Proposer, link_id};
use super::query::{self, Standing};
use crate::api::{self, Failure, IntroductionHindrance, Refused};
use crate::text::{inviting as words, product, t};
use crate::ui::form::{ChoiceField, Form, FormFrame, Submit, TextArea};
use crate::ui::tell;
use crate::who;

/// Fields of the form, by the names of the API.
pub(super) const NOTE: &str = "note";
const DAYS: &str = "answerDays";

/// The form about a pair, in the dialog.
pub(super) fn form(introducing: Introducing, pair: Pair) -> AnyView {
    let about = format!("{}-{}", pair.need.inner(), pair.product.inner());
    let form = Form::new("introduce", "input", &who::account(), &about);
    let with = pair.with.clone();
    let submit = move |()| {
        let (standing, stale) = (pair.standing, pair.clone());
        let input = NewIntroduction {
            need: Some(pair.need.clone()),
            product: pair.product.clone(),
            retailer: None,
            note: form.filled(NOTE),
            answer_days: answer_days(form),
        };
        who::submit_or(
            form,
            changes::introduce(input),
            move |answer| {
                let hindrances = vec![IntroductionHindrance::Running];
                focus_later(link_id(&answer.introduce.id));
                // The list may have been drawn anew meanwhile.
                standing.try_set(Standing { introduction: Some(answer.introduce), hindrances });
                introducing.is_open.set(false);
                tell(t(words::INVITED));
            },
            move |refused| {
                if !is_about_now(&refused) {
                    return Some(refused);
                }
                introducing.is_open.set(false);
                tell(t(words::NOT_NOW));
                look_again(stale);
                None
            },
        );
    };
    let why = match introducing.by {
        Proposer::Retailer => words::INVITE_WHY_RETAILER,
        Proposer::Producer => words::INVITE_WHY_PRODUCER,
        Proposer::Staff => words::INVITE_WHY_STAFF,
    };
    view! {
        <p><strong>{with}</strong></p>
        <p class="quiet">{t(why)}</p>
        <FormFrame form submit>
            {fields(form)}
            <Submit form words=t(words::SEND)/>
        </FormFrame>
    }
    .into_any()
}

/// What can be said with a proposal.
pub(crate) fn fields(form: Form) -> AnyView {
    form.field(DAYS, limits::ANSWER_DAYS.to_string());
    let offers: Vec<_> = [3, limits::ANSWER_DAYS, 14, limits::ANSWER_DAYS_MAX]
        .map(|days| (days.to_string(), product::days(days)))
        .to_vec();
    view! {
        <TextArea form name=NOTE label=t(words::NOTE) hint=t(words::NOTE_HINT) optional=true longest=limits::NOTE_CHARS/>
        <ChoiceField form name=DAYS label=t(words::ANSWER_DAYS) offers/>
    }
    .into_any()
}

/// How long an answer is waited for; as long as usual, where nothing is chosen.
pub(crate) fn answer_days(form: Form) -> Option<i32> {
    form.value(DAYS).parse().ok()
}

/// Whether a proposal was refused because things are no longer as they were shown, and not for what was typed.
fn is_about_now(refused: &Refused) -> bool {
    is_of_now(refused.failure, refused.fields.iter().map(|wrong| wrong.field.as_str()))
}

fn is_of_now<'a>(failure: Failure, mut fields: impl Iterator<Item = &'a str>) -> bool {
    match failure {
        Failure::Refused(ErrorCode::Conflict) => true,
        Failure::Refused(ErrorCode::BadInput) => {
            !fields.any(|field| matches!(field, "input.note" | "input.answerDays"))
        }
        _ => false,
    }
}

/// Asks how a pair stands now.
fn look_again(pair: Pair) {
    spawn_local(async move {
        let answer = api::run(query::standing(pair.need, pair.product)).await;
        if let Ok(Some(now)) = answer.map(|answer| answer.pair) {
            // The list may be gone.
            pair.standing.try_set(now);
        }
    });
}

/// The button that was pressed is gone; what took its place gets the focus.
fn focus_later(id: String) {
    request_animation_frame(move || {
        let place = document().get_element_by_id(&id);
        if let Some(place) = place.and_then(|place| place.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = place.focus();
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_for_what_was_typed_is_told_from_one_for_how_things_are() {
        let code = Failure::Refused;

        for (failure, fields, expected) in [
            (code(ErrorCode::BadInput), &["input.note"][..], false),
            (code(ErrorCode::BadInput), &["input.need"][..], true),
            (code(ErrorCode::BadInput), &[][..], true),
            (code(ErrorCode::Conflict), &[][..], true),
            (code(ErrorCode::Forbidden), &[][..], false),
            (Failure::Silent, &[][..], false),
        ] {
            assert_eq!(is_of_now(failure, fields.iter().copied()), expected, "{failure:?} {fields:?}");
        }
    }
}
