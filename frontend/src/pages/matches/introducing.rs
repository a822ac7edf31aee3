//! Proposing that a retailer and a producer meet: what came of an earlier proposal, the button or what keeps one from
//! it, and the form in a dialog. After it is sent only the row it was about is drawn anew, so a long list stays where
//! it is.

use leptos::prelude::*;

use super::proposing;
use super::query::{Introduced, Standing};
use crate::api::{IntroductionHindrance, IntroductionStatus};
use crate::clock::day_of;
use crate::pages::introductions;
use crate::text::{Text, inviting as words, t, words as counts};
use crate::ui::Dialog;

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
    pub(super) by: Proposer,
    pub(super) is_open: RwSignal<bool>,
    pair: RwSignal<Option<Pair>>,
}

impl Introducing {
    pub(super) fn new(by: Proposer) -> Self {
        Self { by, is_open: RwSignal::new(false), pair: RwSignal::new(None) }
    }

    /// The dialog, closed.
    pub(super) fn dialog(self) -> AnyView {
        let form = move || Some(proposing::form(self, self.pair.get()?));
        view! { <Dialog open=self.is_open title=t(self.title())>{form}</Dialog> }.into_any()
    }

    /// Where a pair stands, and what can be done about it.
    pub(super) fn step(self, pair: Pair) -> AnyView {
        let shown = move || {
            let Standing { introduction, hindrances } = pair.standing.get();
            let earlier = introduction.as_ref().map(earlier);
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
fn earlier(known: &Introduced) -> AnyView {
    let status: shared::IntroductionStatus = known.status.into();
    let until = status.is_waiting().then(|| words::answer_by(&counts::date(day_of(known.answer_by))));
    let to = if known.status == IntroductionStatus::Accepted {
        words::SEE_CONVERSATION
    } else {
        words::SEE_INTRODUCTION
    };
    view! {
        <p class="match-introduced">
            {introductions::badge(known.status)}
            " "<span class="quiet small">{until}</span>" "
            <a class="all-link" id=link_id(&known.id) href=introductions::address_of(&known.id)>{t(to)}</a>
        </p>
    }
    .into_any()
}

/// The id, in the document, of the link to what was proposed.
pub(super) fn link_id(introduction: &cynic::Id) -> String {
    format!("introduction-{}", introduction.inner())
}

fn hindrances(hindrances: Vec<IntroductionHindrance>) -> AnyView {
    if hindrances.is_empty() {
        return ().into_any();
    }
    let rows = hindrances.into_iter().map(|hindrance| view! { <li>{t(words::hindrance(hindrance))}</li> });
    view! { <p class="small">{t(words::HINDERED)}</p><ul class="small">{rows.collect_view()}</ul> }.into_any()
}
