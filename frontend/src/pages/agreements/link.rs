//! Saying what was delivered by the link of a mail, for who has the link: no account is needed. Some programs open every
//! link of a mail, so opening it says nothing.

use leptos::prelude::*;

use super::PATH;
use super::amounts::{AmountsForm, Asked};
use super::checks::badge;
use super::delivery::thanks;
use super::lines::goods;
use super::link_query::{self, Link, LinkByToken, LinkCheck};
use crate::address;
use crate::api::{self, Failure};
use crate::text::{account, agreements, deliveries as words, introductions, t, words as counts};
use crate::ui::form::Form;
use crate::ui::{Empty, Heading, TextSkeleton, faces};
use crate::who;

/// Letters of a token that tell its draft from others.
const TOLD_BY: usize = 8;

/// The page of a link.
#[component]
pub(crate) fn DeliveryPage() -> impl IntoView {
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
    faces(
        asked,
        || view! { <TextSkeleton/> }.into_any(),
        move |answer| match &answer.delivery_link {
            Some(link) => full(link, Answering { token: token.clone(), asked, is_answered }),
            None => view! {
                <Empty what=t(words::LINK_GONE)>
                    <a class="button-second" href=PATH>{t(agreements::AGREEMENTS)}</a>
                </Empty>
            }
            .into_any(),
        },
    )
}

/// What answering needs beside what is asked.
struct Answering {
    token: String,
    asked: api::Asked<LinkByToken>,
    is_answered: RwSignal<bool>,
}

/// A form of its own for each time it is drawn: its fields live as long as that.
fn answering(check: &LinkCheck, answering: Answering) -> AnyView {
    let Answering { token, asked: link, is_answered } = answering;
    let form = Form::new("delivery-link", "answer", "guest", token.get(..TOLD_BY).unwrap_or_default());
    let give = move |answer| {
        let done = move |_| {
            is_answered.set(true);
            link.ask_again();
        };
        who::submit_or(form, link_query::confirm(token.clone(), answer), done, move |refused| {
            // What became of it meanwhile is said by the page itself.
            if matches!(refused.failure, Failure::Refused(_)) && refused.fields.is_empty() {
                link.ask_again();
            }
            Some(refused)
        });
    };
    let asked = asked(check);
    let title = if check.answer.is_some() { words::CHANGE_ANSWER } else { words::YOUR_ANSWER };
    view! { <section><h2>{t(title)}</h2><AmountsForm form asked give/></section> }.into_any()
}

fn full(link: &Link, to_answer: Answering) -> AnyView {
    let check = &link.check;
    // Who says the same once more is thanked, too, though nothing else is drawn anew.
    let (is_answered, is_open, state) = (to_answer.is_answered, link.is_open, check.state);
    let told = move || {
        (is_answered.get() || !is_open).then(|| {
            view! { <p class="banner banner-good" role="status"><strong>{t(thanks(state))}</strong></p> }
        })
    };
    let said = check.answer.as_ref().map(|answer| {
        let problem = answer.problem.map(|problem| format!(" · {}", t(words::problem(problem))));
        view! { <p>{t(words::YOU_SAID)}": "<strong>{t(words::outcome(answer.outcome))}</strong>{problem}</p> }
    });
    let form = link.is_open.then(|| answering(check, to_answer));
    view! {
        {told}
        <p class="lead">{words::asked(&check.own_name, &check.other_name)}</p>
        <dl class="facts">
            <dt>{t(agreements::NUMBER)}</dt>
            <dd>{check.agreement_number.clone().unwrap_or_else(|| t(agreements::WITHOUT_NUMBER).to_owned())}</dd>
            <dt>{t(words::TIME)}</dt><dd>{agreements::term(check.begins_on, check.ends_on)}</dd>
            <dt>{t(introductions::STATE)}</dt>
            <dd>{badge(check.state)}" · "{words::until(&counts::date(check.closes_on))}</dd>
        </dl>
        {said}
        {form}
    }
    .into_any()
}

fn asked(check: &LinkCheck) -> Vec<Asked> {
    let asked = check.lines.iter().map(|line| Asked {
        line: line.id.clone(),
        name: goods(&line.product_name, line.variant_name.as_deref()),
        unit: line.unit.name().to_owned(),
        promised: line.promised,
        said: line.said,
    });
    asked.collect()
}
