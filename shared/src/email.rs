//! Mail addresses. Whether one exists is known only when a mail was answered, so the check is a plain one: it catches
//! slips of the hand and what no mail server would take.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{Problem, limits::EMAIL_CHARS};

/// Characters before the `@` (RFC 5321).
const LOCAL_CHARS: usize = 64;
/// Characters of one part of a domain (RFC 1035).
const LABEL_CHARS: usize = 63;

/// A mail address: the part before the `@` as it was typed, the domain in small letters.
///
/// It names a person, so `Debug` writes it masked.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

impl Email {
    /// The address as it is stored and written to.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What two spellings of one mailbox have in common: all small letters. Unique keys and look-ups use it.
    pub fn key(&self) -> String {
        self.0.to_lowercase()
    }

    /// What those may see who need not know all of it: `n***@example.vn`.
    pub fn masked(&self) -> String {
        let (local, domain) = self.0.split_once('@').unwrap_or((&self.0, ""));
        let first: String = local.chars().take(1).collect();
        format!("{first}***@{domain}")
    }
}

impl FromStr for Email {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Problem::Missing);
        }
        if text.chars().count() > EMAIL_CHARS {
            return Err(Problem::TooLong);
        }
        let (local, domain) = text.split_once('@').ok_or(Problem::NoMailAddress)?;
        if is_local(local) && is_domain(domain) {
            Ok(Self(format!("{local}@{}", domain.to_ascii_lowercase())))
        } else {
            Err(Problem::NoMailAddress)
        }
    }
}

/// Letters without marks, digits and the signs mail servers take unquoted. A letter with a mark is nearly always a slip
/// of the Vietnamese keyboard.
fn is_local(text: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c);
    let is_atom = |atom: &str| !atom.is_empty() && atom.chars().all(is_sign);
    text.len() <= LOCAL_CHARS && text.split('.').all(is_atom)
}

/// At least two names with dots between; the last one is no number, else it would be an address of a machine.
fn is_domain(text: &str) -> bool {
    let is_label = |label: &str| {
        (1..=LABEL_CHARS).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let last = text.rsplit('.').next().unwrap_or_default();
    let is_top = last.len() > 1 && !last.bytes().all(|byte| byte.is_ascii_digit());
    text.contains('.') && is_top && text.split('.').all(is_label)
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Email({})", self.masked())
    }
}

impl TryFrom<String> for Email {
    type Error = Problem;

    fn try_from(text: String) -> Result<Self, Problem> {
        text.parse()
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}

#[cfg(feature = "server")]
crate::stored::text_column!(Email);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Result<String, Problem> {
        text.parse::<Email>().map(|email| email.to_string())
    }

    #[test]
    fn usual_addresses_are_taken_and_their_domain_written_small() {
        for (text, stored) in [
            ("nga@example.vn", "nga@example.vn"),
            (" Nga.Tran@Example.COM.VN ", "Nga.Tran@example.com.vn"),
            ("htx-rau+ocop@mail.example.vn", "htx-rau+ocop@mail.example.vn"),
            ("a@xn--ng-xia.example", "a@xn--ng-xia.example"),
            ("_@1.vn", "_@1.vn"),
        ] {
            assert_eq!(read(text), Ok(stored.to_owned()));
        }
    }

    #[test]
    fn what_no_mail_server_takes_is_refused() {
        for text in [
            "nga",
            "nga@",
            "@example.vn",
            "nga@example",
            "nga@@example.vn",
            "nga@a@example.vn",
            "nga tran@example.vn",
            "nga@exam ple.vn",
            "nga@example..vn",
            "nga@.vn",
            "nga@example.vn.",
            "nga@-example.vn",
            ".nga@example.vn",
            "nga.@example.vn",
            "n..a@example.vn",
            "ngà@example.vn",
            "nga@ví-dụ.vn",
            "nga@127.0.0.1",
            "nga@[127.0.0.1]",
            "\"nga\"@example.vn",
            "nga@example.vn,lan@example.vn",
            "nga\r\n@example.vn",
            "<nga@example.vn>",
        ] {
            assert_eq!(read(text), Err(Problem::NoMailAddress), "{text}");
        }
        assert_eq!(read(""), Err(Problem::Missing));
    }

    #[test]
    fn the_longest_address_has_254_characters() {
        let label = "a".repeat(60);
        let domain = format!("{label}.{label}.{label}.vn");
        let local = |chars: usize| format!("{}@{domain}", "b".repeat(chars));

        assert_eq!(domain.len(), 185);
        assert!(read(&local(64)).is_ok());
        assert_eq!(read(&local(65)), Err(Problem::NoMailAddress));
        assert_eq!(read(&local(70)), Err(Problem::TooLong));
    }

    #[test]
    fn two_spellings_of_a_mailbox_have_one_key() {
        let [one, other]: [Email; 2] = ["Nga@Example.vn", "nga@example.VN"].map(|text| text.parse().unwrap());

        assert_eq!(one.key(), other.key());
        assert_ne!(one, other);
    }

    #[test]
    fn it_is_masked_also_in_logs() {
        let email: Email = "nga.tran@example.vn".parse().unwrap();

        assert_eq!(email.masked(), "n***@example.vn");
        assert_eq!(format!("{email:?}"), "Email(n***@example.vn)");
    }

    proptest! {
        #[test]
        fn what_is_taken_reads_as_the_same(text in "[a-zA-Z.@ -]{0,12}@[a-zA-Z.-]{1,12}") {
            if let Ok(email) = text.parse::<Email>() {
                prop_assert_eq!(email.as_str().parse(), Ok(email.clone()));
                prop_assert_eq!(email.as_str().matches('@').count(), 1);
            }
        }
    }
}
