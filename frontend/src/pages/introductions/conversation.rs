//! The conversation of an introduction that was accepted, the latest message at the top below the form. What others say
//! comes in while somebody types or reads further down, and neither is disturbed.

use chrono::{DateTime, Utc};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::composer::{self, Composer};
use super::keep_place::keeping_place;
use super::known::Known;
use super::message::{Sides, aloud, message};
use super::one_query::{self, Message, Messages};
use super::staff_reading::StaffReading;
use crate::api::{self, Failure, TradeParty};
use crate::text::{conversation as words, t};
use crate::ui::{FailureFace, Pager, TextSkeleton};
use crate::who;

/// When something was last said, as far as the page knows.
pub(super) type LastSaid = Memo<Option<DateTime<Utc>>>;

/// What is shown of a conversation.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    known: RwSignal<Known>,
    sides: StoredValue<Sides>,
    list: NodeRef<html::Ol>,
    /// What is read aloud.
    aloud: RwSignal<String>,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
}

impl Shown {
    fn new(sides: Sides) -> Self {
        Self {
            known: RwSignal::new(Known::default()),
            sides: StoredValue::new(sides),
            list: NodeRef::new(),
            aloud: RwSignal::new(String::new()),
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
        }
    }

    /// Shows the page with the latest messages.
    pub(super) fn take_latest(self, page: &Messages) {
        let mut news = Vec::new();
        keeping_place(self.list, || self.known.update(|known| news = known.take_latest(page)));
        if !news.is_empty() {
            self.aloud.set(news.iter().rev().map(aloud).collect::<Vec<_>>().join(" "));
        }
    }

    /// Shows what the person has just said.
    fn add(self, message: Message) {
        keeping_place(self.list, || self.known.update(|known| known.add(message)));
    }

    /// Shows a page of older messages, or why there is none.
    pub(super) fn take_older(self, page: Result<Messages, Failure>) {
        // The page may have been left meanwhile.
        if self.busy.try_set(false).is_some() {
            return;
        }
        match page {
            Ok(page) => self.known.update(|known| known.take_older(&page)),
            Err(failure) => self.failure.set(Some(failure)),
        }
    }

    /// Whether something was said that is not shown.
    pub(super) fn lacks(self, last_said: LastSaid) -> bool {
        let newest = self.known.with(|known| known.messages.first().map(|message| message.at));
        last_said.get() > newest
    }

    /// The messages, or that there are none yet, and the button for older ones; `fetch` gets where these begin.
    pub(super) fn list(self, fetch: Callback<String>) -> AnyView {
        let none = move || {
            let is_empty = self.known.with(|known| known.has_begun && known.messages.is_empty());
            is_empty.then(|| view! { <p class="quiet">{t(words::NOTHING)}</p> })
        };
        let next = move |()| {
            if let Some(after) = self.known.with_untracked(|known| known.older.clone()) {
                self.busy.set(true);
                self.failure.set(None);
                fetch.run(after);
            }
        };
        let failure = move || {
            let failure = self.failure.get()?;
            Some(view! { <FailureFace failure again=next/> })
        };
        let more = Signal::derive(move || {
            self.known.with(|known| known.older.is_some()) && self.failure.read().is_none()
        });
        view! {
            {none}
            <ol class="plain-list messages" node_ref=self.list aria-label=t(words::MESSAGES)>
                <For
                    each=move || self.known.with(|known| known.messages.clone())
                    key=|message| message.id.clone().into_inner()
                    children=move |one| self.sides.with_value(|sides| message(&one, sides))
                />
            </ol>
            {failure}
            <Pager more busy=self.busy next/>
        }
        .into_any()
    }
}

/// The part of the page with the conversation.
pub(super) fn section(id: &cynic::Id, party: TradeParty, sides: Sides, last_said: LastSaid) -> AnyView {
    let shown = Shown::new(sides);
    let form = composer::form(id);
    let said = move |message| shown.add(message);
    let composer = view! { <Composer form introduction=id.clone() said/> };
    let (composer, reading) = match party {
        // Staff come to read; what they began to write is shown.
        TradeParty::Staff => (
            view! {
                <details open=form.is_restored()>
                    <summary class="button-second">{t(words::STAFF_WRITE)}</summary>
                    {composer}
                </details>
            }
            .into_any(),
            view! { <StaffReading id=id.clone() shown last_said/> }.into_any(),
        ),
        _ => (composer.into_any(), of_side(id.clone(), shown, last_said)),
    };
    view! {
        <section class="conversation">
            <h2>{t(words::CONVERSATION)}</h2>
            <p class="quiet small">{t(words::WHY)}</p>
            {composer}
            <p class="for-readers" role="status">{move || shown.aloud.get()}</p>
            {reading}
        </section>
    }
    .into_any()
}

/// For people of the two sides: it is there at once, and follows what is said.
fn of_side(id: cynic::Id, shown: Shown, last_said: LastSaid) -> AnyView {
    let asked = {
        let id = id.clone();
        api::ask(move || Some(one_query::talk(id.clone(), None)))
    };
    Effect::watch(move || last_said.get(), move |_, _, _| asked.look_again(), false);
    Effect::new(move |_| match asked.answer.get() {
        Some(Ok(answer)) => {
            if let Some(page) = answer.introduction.as_ref().and_then(|talk| talk.messages.as_ref()) {
                shown.take_latest(page);
            }
        }
        Some(Err(failure)) => who::heed(failure),
        None => {}
    });
    // Once something is there it stays, whatever becomes of a later question.
    let face = move || match (shown.known.with(|known| known.has_begun), asked.answer.get()) {
        (true, _) => None,
        (false, Some(Err(failure))) => {
            Some(view! { <FailureFace failure again=move |()| asked.ask_again()/> }.into_any())
        }
        (false, _) => Some(view! { <TextSkeleton/> }.into_any()),
    };
    let older = Callback::new(move |after| fetch_older(id.clone(), after, shown));
    view! { {face}{shown.list(older)} }.into_any()
}

fn fetch_older(id: cynic::Id, after: String, shown: Shown) {
    spawn_local(async move {
        let page = api::run(one_query::talk(id, Some(after))).await;
        let page = page.map(|answer| answer.introduction.and_then(|talk| talk.messages));
        let gone = Failure::Refused(shared::ErrorCode::NotFound);
        shown.take_older(page.and_then(|page| page.ok_or(gone)));
    });
}
