//! One message: who said it, for which side, when; its text, and files that go with it.

use leptos::prelude::*;

use super::one_query::{Attachment, Introduction, Message};
use crate::api::TradeParty;
use crate::text::{conversation as words, introductions, t, words as counts};

/// The names of the sides.
#[derive(Clone, PartialEq)]
pub(super) struct Sides {
    retailer: String,
    producer: String,
}

impl Sides {
    pub(super) fn of(introduction: &Introduction) -> Self {
        Self { retailer: introduction.retailer.name.clone(), producer: introduction.producer.name.clone() }
    }

    /// `Chủ thể, HTX Sen Hồ`
    fn side(&self, party: TradeParty) -> String {
        let words = t(introductions::party(party));
        match party {
            TradeParty::Retailer => format!("{words}, {}", self.retailer),
            TradeParty::Producer => format!("{words}, {}", self.producer),
            _ => words.to_owned(),
        }
    }
}

/// The message as one of a list.
pub(super) fn message(message: &Message, sides: &Sides) -> AnyView {
    let author = if message.is_own { t(words::YOU).to_owned() } else { message.author.clone() };
    let class = if message.is_own { "message message-own" } else { "message" };
    let text = message.text.clone().map(|text| view! { <p class="message-text">{text}</p> });
    let files = message.attachments.iter().map(file);
    let files = (!message.attachments.is_empty())
        .then(|| view! { <ul class="plain-list message-files">{files.collect_view()}</ul> });
    view! {
        <li class=class>
            <p class="message-head">
                <strong>{author}</strong>
                <span class="quiet small">{sides.side(message.party)}</span>
                <time class="quiet small" datetime=message.at.to_rfc3339()>{counts::instant(message.at)}</time>
            </p>
            {text}
            {files}
        </li>
    }
    .into_any()
}

fn file(file: &Attachment) -> AnyView {
    let picture = file.small_url.clone().map(|url| view! { <img src=url alt="" loading="lazy"/> });
    view! {
        <li><a class="message-file" href=file.url.clone() rel="external">{picture}<span>{file.name.clone()}</span></a></li>
    }
    .into_any()
}

/// What is read aloud of one that has just arrived.
pub(super) fn aloud(message: &Message) -> String {
    let said = message.text.clone().unwrap_or_else(|| words::files(message.attachments.len()));
    words::arrived(&message.author, &said)
}
