//! Mails that tell what has happened: one mail for what happened at once, or one for all of a day. What is said of each stands with
//! what it is about: [`super::introductions`], [`super::agreements`], [`super::events`].

use chrono::{DateTime, Utc};

use super::{Letter, letters::letter};
use crate::calendar;

/// What a mail says of something that happened.
pub(crate) struct Words {
    /// Vietnamese and English.
    pub(crate) subject: (&'static str, &'static str),
    /// What happened, in a sentence.
    pub(crate) vietnamese: String,
    /// The same in English.
    pub(crate) english: String,
    /// What somebody said with it; not in the mail of a day.
    pub(crate) said: Option<String>,
}

/// Where somebody goes from a mail.
#[derive(Clone, Debug)]
pub(crate) enum Link {
    /// To where it is answered with one tap, without signing in, until then.
    Answers(String, DateTime<Utc>),
    /// To the thing itself.
    Shows(String),
}

impl Link {
    fn address(&self) -> &str {
        match self {
            Self::Answers(address, _) | Self::Shows(address) => address,
        }
    }
}

/// Tells of what happened to somebody by one change: mostly one thing.
pub(crate) fn at_once(all: &[(Words, Link)]) -> Letter {
    match all {
        [(what, link)] => one(what, link),
        _ => several(all),
    }
}

/// Tells of one thing.
fn one(what: &Words, link: &Link) -> Letter {
    let Words { subject, vietnamese, english, said } = what;
    let (said, address) =
        (said.as_ref().map(|said| format!("\n\n{said}")).unwrap_or_default(), link.address());
    let (go_vietnamese, go_english) = match link {
        Link::Answers(_, until) => {
            let until = calendar::in_words(*until);
            (
                format!(
                    "Hãy xem và trả lời trước {until} tại liên kết sau, không cần đăng nhập:\n\n{address}\n\n\
                     Ai có liên kết này cũng trả lời thay bạn được, nên đừng chuyển thư cho người ngoài đơn vị."
                ),
                format!(
                    "See it and answer by {until} (time of Vietnam) at the address above; you need not sign in.\n\
                     Whoever has the link can answer for you, so pass this mail on to nobody outside."
                ),
            )
        }
        Link::Shows(_) => (format!("Xem tại:\n\n{address}"), "See it at the address above.".to_owned()),
    };
    letter(
        *subject,
        &format!("{vietnamese}{said}\n\n{go_vietnamese}\n\n{}", CHOICE.0),
        &format!("{english} {go_english}\n{}", CHOICE.1),
    )
}

/// Tells of things of one change, each with its own link.
fn several(all: &[(Words, Link)]) -> Letter {
    let count = all.len();
    let subject = same_of_all(all, |what| Some(what.subject))
        .unwrap_or(("Việc mới", "News of introductions, agreements and events"));
    // Staff mostly say the same with all of them.
    let said_with_all = same_of_all(all, |what| what.said.as_ref());
    let (mut vietnamese, mut english) = (String::new(), String::new());
    for ((what, link), number) in all.iter().zip(1..) {
        let (go, until) = match link {
            Link::Answers(_, until) => {
                let until = calendar::in_words(*until);
                (format!("Xem và trả lời trước {until}"), format!(" Answer by {until}."))
            }
            Link::Shows(_) => ("Xem tại".to_owned(), String::new()),
        };
        let said = what.said.as_ref().filter(|_| said_with_all.is_none());
        let said = said.map(|said| format!("\n   {said}")).unwrap_or_default();
        vietnamese += &format!("\n\n{number}. {}{said}\n   {go}:\n   {}", what.vietnamese, link.address());
        english += &format!("\n{number}. {}{until}", what.english);
    }
    let said = said_with_all.map(|said| format!("\n\n{said}")).unwrap_or_default();
    let (how_vietnamese, how_english) = if all.iter().any(|(_, link)| matches!(link, Link::Answers(..))) {
        (
            "\n\nMỗi liên kết trả lời riêng một việc, không cần đăng nhập. Ai có liên kết cũng trả lời thay bạn được, \
             nên đừng chuyển thư cho người ngoài đơn vị.",
            "\n\nEach link answers one of them (times are of Vietnam); you need not sign in.\n\
             Whoever has a link can answer for you, so pass this mail on to nobody outside.",
        )
    } else {
        ("", "")
    };
    letter(
        (&format!("{} ({count})", subject.0), &format!("{} ({count})", subject.1)),
        &format!("Có {count} việc mới:{vietnamese}{said}{how_vietnamese}\n\n{}", CHOICE.0),
        &format!(
            "News ({count}); the addresses stand above, by number:\n{english}{how_english}\n\n{}",
            CHOICE.1
        ),
    )
}

/// What all of them have, if it is the same.
fn same_of_all<'a, T: PartialEq>(all: &'a [(Words, Link)], of: impl Fn(&'a Words) -> Option<T>) -> Option<T> {
    let (first, _) = all.first()?;
    of(first).filter(|same| all.iter().all(|(what, _)| of(what).as_ref() == Some(same)))
}

/// Tells of all of a day.
pub(crate) fn digest(all: &[(Words, Link)]) -> Letter {
    let lines = |of: fn(&Words) -> &String, has_link: bool| {
        let line = |(what, link): &(Words, Link)| {
            let sentence = of(what);
            if has_link { format!("- {sentence}\n  {}", link.address()) } else { format!("- {sentence}") }
        };
        all.iter().map(line).collect::<Vec<_>>().join("\n")
    };
    let count = all.len();
    letter(
        ("Việc kết nối trong ngày", "Introductions, agreements and events of the day"),
        &format!(
            "Có {count} việc mới về kết nối, thoả thuận, sự kiện:\n\n{}\n\n{}",
            lines(|what| &what.vietnamese, true),
            CHOICE.0
        ),
        &format!(
            "News of introductions, agreements and events ({count}); the addresses stand above:\n\n{}\n\n{}",
            lines(|what| &what.english, false),
            CHOICE.1
        ),
    )
}

const CHOICE: (&str, &str) = (
    "Bạn có thể đổi cách nhận thư này ở trang Tài khoản.",
    "You can choose on your account's page how these mails are sent.",
);
