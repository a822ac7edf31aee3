//! The part of an address behind the `?`, where what a person chose lives: read and written as browsers do.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// Names and values, in the order of the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Query(Vec<(String, String)>);

/// The query of the address shown; follows it.
pub(crate) fn query() -> Memo<Query> {
    let search = use_location().search;
    Memo::new(move |_| search.with(|search| Query::read(search)))
}

impl Query {
    /// Reads `q=c%C3%A1&sao=5`.
    pub(crate) fn read(text: &str) -> Self {
        let pairs = text.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty());
        let read = pairs.map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decoded(name), decoded(value))
        });
        Self(read.collect())
    }

    /// The first value of a name; empty when there is none.
    pub(crate) fn one(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// All values of a name.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The values of a name that may be repeated or be a list with commas.
    pub(crate) fn list<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.all(name).flat_map(|list| list.split(',')).map(str::trim).filter(|value| !value.is_empty())
    }
}

/// As the browser's own forms write it.
pub(crate) fn encoded(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => written.push(byte.into()),
            b' ' => written.push('+'),
            _ => {
                const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
                written.push('%');
                written.push(DIGITS[usize::from(byte >> 4)].into());
                written.push(DIGITS[usize::from(byte & 15)].into());
            }
        }
    }
    written
}

/// A `%` that begins nothing stays one.
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let digit = |place: usize| bytes.get(place).and_then(|byte| char::from(*byte).to_digit(16));
    let mut read = Vec::with_capacity(bytes.len());
    let mut place = 0;
    while let Some(&byte) = bytes.get(place) {
        let escaped = if byte == b'%' { digit(place + 1).zip(digit(place + 2)) } else { None };
        match escaped {
            Some((high, low)) => {
                read.extend(u8::try_from(high * 16 + low));
                place += 3;
            }
            None => {
                read.push(if byte == b'+' { b' ' } else { byte });
                place += 1;
            }
        }
    }
    String::from_utf8_lossy(&read).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for text in ["cà phê & chè", "100%", "a+b=c", "%41", "é,?#/"] {
            assert_eq!(Query::read(&format!("?x=1&q={}", encoded(text))).one("q"), text);
        }
    }

    #[test]
    fn broken_addresses_are_read_as_far_as_they_go() {
        let query = Query::read("q=50%&q=%zz&&=&sao=5,4,&sao=+3");

        assert_eq!(query.all("q").collect::<Vec<_>>(), ["50%", "%zz"]);
        assert_eq!(query.list("sao").collect::<Vec<_>>(), ["5", "4", "3"]);
        assert_eq!(query.one("none"), "");
        assert_eq!(decoded("%C3%28"), "\u{fffd}(");
    }
}
