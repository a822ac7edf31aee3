//! Proposing that a retailer and a producer meet: what came of an earlier proposal, the button or what keeps one from
//! it, and the form in a dialog. After it is sent only the row it was about is drawn anew, so a long list stays where
//! it is.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::ErrorCode;
use wasm_bindgen::JsCast;

use super::changes::{self, NewIntroduction};
use super::query::{self, Introduced, Standing};
use crate::api::{self, Failure, IntroductionHindrance, IntroductionStatus, Refused};
use crate::clock::day_of;
use crate::places;
use crate::text::{Text, matching as words, t, words as counts};
use crate::ui::form::{ChoiceField, Form, FormFrame, Submit, TextArea};
use crate::ui::{Badge, Dialog, Tone, tell};
use crate::who;

/// For whom somebody proposes.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Proposer {
    Retailer,
    Producer,
    Staff,
}

/// Two that can be proposed to each other.
#[derive(Clone)]
pub(super) struct Pair {
    pub(super) need: cynic::Id,
    pub(super) product: cynic::Id,
    /// The other side, in words.
    pub(super) with: String,
    pub(super) standing: RwSignal<Standing>,
}

/// The one dialog of a page.
#[derive(Clone, Copy)]
pub(super) struct Introducing {
    by: Proposer,
    is_open: RwSignal<bool>,
    pair: RwSignal<Option<Pair>>,
}

impl Introducing {
    pub(super) fn new(by: Proposer) -> Self {
        Self { by, is_open: RwSignal::new(false), pair: RwSignal::new(None) }
    }

    /// The dialog, closed.
    pub(super) fn dialog(self) -> AnyView {
        let form = move || Some(form(self, self.pair.get()?));
        view! { <Dialog open=self.is_open title=t(self.title())>{form}</Dialog> }.into_any()
    }

    /// Where a pair stands, and what can be done about it.
    pub(super) fn step(self, pair: Pair) -> AnyView {
        let shown = move || {
            let Standing { introduction, hindrances } = pair.standing.get();
            let earlier = introduction.as_ref().map(|known| earlier(known, &pair.product));
            // What is running is said already.
            let others = |hindrance: &IntroductionHindrance| {
                introduction.is_none() || *hindrance != IntroductionHindrance::Running
            };
            let next = if hindrances.is_empty() {
                self.button(pair.clone())
            } else {
                self::hindrances(hindrances.into_iter().filter(others).collect())
            };
            view! { {earlier}{next} }
        };
        view! { <div class="match-step">{shown}</div> }.into_any()
    }

    fn title(self) -> Text {
        if self.by == Proposer::Staff { words::INVITE_BOTH } else { words::INVITE }
    }

    fn button(self, pair: Pair) -> AnyView {
        let with = pair.with.clone();
        let press = move |_| {
            self.pair.set(Some(pair.clone()));
            self.is_open.set(true);
        };
        view! {
            <button type="button" class="button" on:click=press>
                {t(self.title())}<span class="for-readers">": "{with}</span>
            </button>
        }
        .into_any()
    }
}

/// What came of a proposal, and the way to it.
fn earlier(known: &Introduced, product: &cynic::Id) -> AnyView {
    use IntroductionStatus::{Accepted, Declined, WaitsForBoth, WaitsForProducer, WaitsForRetailer};
    let is_waiting = matches!(known.status, WaitsForBoth | WaitsForProducer | WaitsForRetailer);
    let tone = match known.status {
        Accepted => Tone::Good,
        Declined => Tone::Bad,
        _ if is_waiting => Tone::Warn,
        _ => Tone::Plain,
    };
    let until = is_waiting.then(|| words::answer_by(&counts::date(day_of(known.answer_by))));
    let to = if known.status == Accepted { words::SEE_CONVERSATION } else { words::SEE_INTRODUCTION };
    view! {
        <p class="match-introduced">
            <Badge tone text=t(words::introduction(known.status))/>
            " "<span class="quiet small">{until}</span>" "
            <a class="all-link" id=link_id(product) href=places::introduction_address(&known.id)>{t(to)}</a>
        </p>
    }
    .into_any()
}

fn link_id(product: &cynic::Id) -> String {
    format!("introduction-{}", product.inner())
}

fn hindrances(hindrances: Vec<IntroductionHindrance>) -> AnyView {
    if hindrances.is_empty() {
        return ().into_any();
    }
    let rows = hindrances.into_iter().map(|hindrance| view! { <li>{t(words::hindrance(hindrance))}</li> });
    view! { <p class="small">{t(words::HINDERED)}</p><ul class="small">{rows.collect_view()}</ul> }.into_any()
}

fn form(introducing: Introducing, pair: Pair) -> AnyView {
    let about = format!("{}-{}", pair.need.inner(), pair.product.inner());
    let form = Form::new("introduce", "input", &who::account(), &about);
    let with = pair.with.clone();
    let submit = move |()| {
        let (sent, stale) = (pair.clone(), pair.clone());
        let input = NewIntroduction {
            need: Some(pair.need.clone()),
            product: pair.product.clone(),
            retailer: None,
            note: form.filled("note"),
            answer_days: answer_days(form),
        };
        who::submit_or(
            form,
            changes::introduce(input),
            move |answer| {
                let hindrances = vec![IntroductionHindrance::Running];
                sent.standing.set(Standing { introduction: Some(answer.introduce), hindrances });
                introducing.is_open.set(false);
                tell(t(words::INVITED));
                focus_later(link_id(&sent.product));
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
pub(super) fn fields(form: Form) -> AnyView {
    let days = [3, 5, 10, 14, 21, 30].map(|days: i32| (days.to_string(), words::days(days))).to_vec();
    view! {
        <TextArea form name="note" label=t(words::NOTE) hint=t(words::NOTE_HINT) optional=true longest=shared::limits::NOTE_CHARS/>
        <ChoiceField form name="answerDays" label=t(words::ANSWER_DAYS) optional=true empty=words::USUAL_DAYS offers=days/>
    }
    .into_any()
}

/// How long an answer is waited for; nothing for as long as usual.
pub(super) fn answer_days(form: Form) -> Option<i32> {
    form.value("answerDays").parse().ok()
}

/// Whether a proposal was refused because things are no longer as they were shown, and not for what was typed.
pub(super) fn is_about_now(refused: &Refused) -> bool {
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
