//! The answer by the link of a mail, for who has the link: no account is needed. Some programs open every link of a mail,
//! so opening it answers nothing.

use leptos::html;
use leptos::prelude::*;

use super::answer::AnswerForm;
use super::changes::Answer;
use super::choice::PATH;
use super::link_query::{self, Asked};
use crate::address;
use crate::api::{self, Failure, IntroductionStatus, TradeParty};
use crate::clock::now;
use crate::text::{Text, account, introductions as words, language, t};
use crate::ui::form::Form;
use crate::ui::{Empty, Heading, TextSkeleton, faces};
use crate::who::{self, Who};

/// Letters of a token that tell its draft from others.
const TOLD_BY: usize = 8;

/// The page of a link.
#[component]
pub(crate) fn AnswerPage() -> impl IntoView {
    let token = untrack(|| address::query().with(|query| query.one("ma").to_owned()));
    let content =
        if token.is_empty() { view! { <Empty what=t(account::NO_TOKEN)/> }.into_any() } else { known(token) };
    view! { <Heading text=t(words::LINK_TITLE)/>{content} }
}

fn known(token: String) -> AnyView {
    let asked = {
        let token = token.clone();
        api::ask(move || Some(link_query::link(token.clone())))
    };
    let is_answered = RwSignal::new(false);
    let form = Form::new("answer-link", "", "guest", token.get(..TOLD_BY).unwrap_or_default());
    let give = Callback::new(move |answer: Answer| {
        let done = move |_| {
            is_answered.set(true);
            asked.ask_again();
        };
        who::submit_or(form, link_query::answer(token.clone(), answer), done, move |refused| {
            // What became of it meanwhile is said by the page itself.
            let is_of_reason = refused.fields.iter().any(|wrong| wrong.field == "reason");
            if matches!(refused.failure, Failure::Refused(_)) && !is_of_reason {
                asked.ask_again();
            }
            Some(refused)
        });
    });
    faces(
        asked,
        || view! { <TextSkeleton/> }.into_any(),
        move |answer| match &answer.answer_link {
            Some(link) => full(link, form, give, is_answered),
            // It was there a moment ago, and what was answered stays so.
            None if is_answered.get_untracked() => outcome(t(words::THANKS).to_owned(), is_answered),
            None => view! { <Empty what=t(words::LINK_GONE)>{next()}</Empty> }.into_any(),
        },
    )
}

fn full(link: &Asked, form: Form, give: Callback<Answer>, is_answered: RwSignal<bool>) -> AnyView {
    let (side, other) = match link.party {
        TradeParty::Retailer => (&link.retailer_name, &link.producer_name),
        _ => (&link.producer_name, &link.retailer_name),
    };
    if let Some(standing) = standing(link) {
        let thanks = if is_answered.get_untracked() { t(words::THANKS) } else { "" };
        let words = format!("{thanks} {}", t(standing));
        return view! { {outcome(words, is_answered)}{about(link)} }.into_any();
    }
    let deadline = now().map(|now| words::deadline(link.answer_by, now, language()));
    view! {
        <p class="lead">{words::asked(side, other, &link.product_name)}</p>
        <p><strong>{deadline}</strong></p>
        {about(link)}
        <p class="quiet">{t(words::ANSWER_WHY)}</p>
        <AnswerForm form accept=words::ACCEPT_TALK give/>
    }
    .into_any()
}

/// How it stands, when there is nothing to answer.
fn standing(link: &Asked) -> Option<Text> {
    if link.is_open {
        return None;
    }
    let status: shared::IntroductionStatus = link.status.into();
    Some(match link.status {
        IntroductionStatus::Accepted => words::BOTH_ACCEPTED,
        IntroductionStatus::Declined => words::WAS_DECLINED,
        IntroductionStatus::Withdrawn => words::WAS_WITHDRAWN,
        IntroductionStatus::Lapsed => words::HAS_LAPSED,
        _ if status.waits_for(link.party.into()) => words::LINK_USED,
        _ => words::SIDE_ACCEPTED,
    })
}

fn about(link: &Asked) -> AnyView {
    let need = link.need_name.clone().map(|need| view! { <dt>{t(words::NEED)}</dt><dd>{need}</dd> });
    let description = link.need_description.clone().map(|text| view! { <p class="need-text">{text}</p> });
    let terms = link.terms.iter().map(|term| view! { <li>{term.words()}</li> });
    let terms = (!link.terms.is_empty()).then(|| {
        view! { <section><h2>{t(words::TERMS)}</h2><ul>{terms.collect_view()}</ul></section> }
    });
    let note = link.note.clone().map(|note| {
        view! { <p class="quiet">{t(words::NOTE)}":"</p><blockquote class="quote">{note}</blockquote> }
    });
    view! {
        <dl class="facts">
            <dt>{t(words::PRODUCT)}</dt><dd>{link.product_name.clone()}</dd>
            <dt>{t(words::PRODUCER)}</dt><dd>{link.producer_name.clone()}</dd>
            <dt>{t(words::RETAILER)}</dt><dd>{link.retailer_name.clone()}</dd>
            {need}
        </dl>
        {description}
        {terms}
        {note}
    }
    .into_any()
}

/// What became of it, and what somebody can do then. Who has just answered is led there from the buttons below.
fn outcome(words: String, is_answered: RwSignal<bool>) -> AnyView {
    let told = NodeRef::<html::P>::new();
    Effect::new(move |_| {
        if let Some(told) = told.get().filter(|_| is_answered.get_untracked()) {
            let _ = told.focus();
        }
    });
    view! {
        <p class="banner banner-good" role="status" tabindex="-1" node_ref=told><strong>{words}</strong></p>
        {next()}
    }
    .into_any()
}

/// Who has an account talks.
fn next() -> AnyView {
    let is_signed = Memo::new(|_| matches!(who::who(), Who::Signed(_)));
    let next = move || match is_signed.get() {
        true => view! { <p><a class="button" href=PATH>{t(words::TO_INTRODUCTIONS)}</a></p> }.into_any(),
        false => {
            let address = who::returning("/dang-nhap", PATH);
            view! {
                <p>{t(words::SIGN_IN_TO_TALK)}</p>
                <p><a class="button-second" href=address>{t(account::SIGN_IN)}</a></p>
            }
            .into_any()
        }
    };
    view! { {next} }.into_any()
}
