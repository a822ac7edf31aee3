//! Telephone numbers of Vietnam. Lists of prefixes change, so only the shape is checked, not who has a prefix.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::Problem;

/// Mobile prefixes that lost a digit in 2018 (Decision 798/QĐ-BTTTT): old, new.
const CONVERTED: [(&str, &str); 21] = [
    // Viettel
    ("0162", "032"),
    ("0163", "033"),
    ("0164", "034"),
    ("0165", "035"),
    ("0166", "036"),
    ("0167", "037"),
    ("0168", "038"),
    ("0169", "039"),
    // MobiFone
    ("0120", "070"),
    ("0121", "079"),
    ("0122", "077"),
    ("0126", "076"),
    ("0128", "078"),
    // VinaPhone
    ("0123", "083"),
    ("0124", "084"),
    ("0125", "085"),
    ("0127", "081"),
    ("0129", "082"),
    // Vietnamobile
    ("0186", "056"),
    ("0188", "058"),
    // Gmobile
    ("0199", "059"),
];

/// A telephone number in the form it is stored in: `+84912345678` (E.164), or `19001234` for a service number, which
/// can't be called from abroad.
///
/// It belongs to a person more often than not, so `Debug` writes it masked.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phone(String);

impl Phone {
    /// The number as it is stored and as a link calls it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As people here write it: `0912 345 678`, `024 3825 1234`, `0203 3825 123`, `1900 1234`.
    pub fn shown(&self) -> String {
        let Some(rest) = self.0.strip_prefix("+84") else {
            return format!("{} {}", &self.0[..4], &self.0[4..]);
        };
        let number = format!("0{rest}");
        let (first, second) = match number.as_bytes() {
            [b'0', b'2', b'4' | b'8', ..] => (3, 7),
            [b'0', b'2', ..] => (4, 8),
            _ => (4, 7),
        };
        format!("{} {} {}", &number[..first], &number[first..second], &number[second..])
    }

    /// What those may see who need not know all of it: `0912 *** 678`. Service numbers are nobody's and stay whole.
    pub fn masked(&self) -> String {
        if !self.0.starts_with('+') {
            return self.shown();
        }
        let shown = self.shown();
        let digits = shown.bytes().filter(u8::is_ascii_digit).count();
        let mut place = 0;
        let mask = |c: char| {
            place += usize::from(c.is_ascii_digit());
            let is_hidden = c.is_ascii_digit() && place > 4 && place + 3 <= digits;
            if is_hidden { '*' } else { c }
        };
        shown.chars().map(mask).collect()
    }
}

impl FromStr for Phone {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Problem::Missing);
        }
        let number = national(text).ok_or(Problem::NoPhoneNumber)?;
        if number.starts_with("1800") || number.starts_with("1900") {
            let is_service = (8..=10).contains(&number.len());
            return if is_service { Ok(Self(number)) } else { Err(Problem::NoPhoneNumber) };
        }
        let number = converted(number);
        let is_phone = match number.as_bytes() {
            [b'0', b'3' | b'5' | b'7' | b'8' | b'9', rest @ ..] => rest.len() == 8,
            [b'0', b'2', rest @ ..] => rest.len() == 9,
            _ => false,
        };
        if is_phone { Ok(Self(format!("+84{}", &number[1..]))) } else { Err(Problem::NoPhoneNumber) }
    }
}

/// The digits as they are dialled at home, from what was typed with or without the code of the country.
fn national(text: &str) -> Option<String> {
    let is_between =
        |c: char| c.is_whitespace() || matches!(c, '.' | '-' | '(' | ')' | '\u{2010}'..='\u{2013}');
    let is_abroad = text.trim_start_matches(is_between).starts_with('+');
    let digits: String = text.chars().filter(|c| !is_between(*c)).collect();
    let digits = if is_abroad { &digits[1..] } else { digits.as_str() };
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let after_code = match digits.strip_prefix("84") {
        Some(rest) => Some(rest),
        None => digits.strip_prefix("0084").filter(|_| !is_abroad),
    };
    match after_code {
        // People write +84 (0)912….
        Some(rest) => Some(format!("0{}", rest.strip_prefix('0').unwrap_or(rest))),
        None => (!is_abroad).then(|| digits.to_owned()),
    }
}

/// An old mobile number of 11 digits as it is called since 2018; any other as it is.
fn converted(number: String) -> String {
    let is_old_mobile = number.len() == 11 && number.starts_with("01");
    let new = CONVERTED.iter().find(|(old, _)| is_old_mobile && number.starts_with(old));
    new.map_or(number.clone(), |(old, new)| format!("{new}{}", &number[old.len()..]))
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Phone({})", self.masked())
    }
}

impl TryFrom<String> for Phone {
    type Error = Problem;

    fn try_from(text: String) -> Result<Self, Problem> {
        text.parse()
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.0
    }
}

#[cfg(feature = "server")]
crate::stored::text_column!(Phone);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Result<String, Problem> {
        text.parse::<Phone>().map(|phone| phone.to_string())
    }

    #[test]
    fn a_mobile_number_is_the_same_however_it_is_typed() {
        for text in [
            "0912345678",
            "0912 345 678",
            "0912.345.678",
            "0912-345-678",
            "(0912) 345678",
            "+84912345678",
            "+84 912 345 678",
            "+84 (0)912 345 678",
            "(+84) 912345678",
            "84912345678",
            "0084 912 345 678",
            "84 0912345678",
        ] {
            assert_eq!(read(text), Ok("+84912345678".to_owned()), "{text}");
        }
    }

    #[test]
    fn landlines_have_an_area_code() {
        for (text, stored, shown) in [
            ("024 3825 1234", "+842438251234", "024 3825 1234"),
            ("(028) 38251234", "+842838251234", "028 3825 1234"),
            ("+84 203 3825123", "+842033825123", "0203 3825 123"),
            ("02203825123", "+842203825123", "0220 3825 123"),
        ] {
            assert_eq!(read(text), Ok(stored.to_owned()), "{text}");
            assert_eq!(text.parse::<Phone>().unwrap().shown(), shown);
        }
    }

    #[test]
    fn every_old_mobile_prefix_has_its_new_one() {
        for (old, new) in CONVERTED {
            let stored = format!("+84{}1234567", &new[1..]);
            for text in [format!("{old}1234567"), format!("+84{} 123 4567", &old[1..])] {
                assert_eq!(read(&text), Ok(stored.clone()), "{text}");
            }
        }
        assert_eq!(read("0162 123 4567"), Ok("+84321234567".to_owned()));
        assert_eq!(read("0120 123 4567"), Ok("+84701234567".to_owned()));
        assert_eq!(read("0161 123 4567"), Err(Problem::NoPhoneNumber), "nobody had that one");
    }

    #[test]
    fn service_numbers_stay_as_they_are() {
        for (text, stored, shown) in [
            ("19001234", "19001234", "1900 1234"),
            ("1900 54 54 54", "1900545454", "1900 545454"),
            ("1800 1234", "18001234", "1800 1234"),
        ] {
            assert_eq!(read(text), Ok(stored.to_owned()));
            assert_eq!(text.parse::<Phone>().unwrap().shown(), shown);
            assert_eq!(text.parse::<Phone>().unwrap().masked(), shown);
        }
    }

    #[test]
    fn what_is_no_number_of_vietnam_is_refused() {
        for text in [
            "912345678",
            "091234567",
            "09123456789",
            "0412345678",
            "024 3825 123",
            "1900",
            "190012345678",
            "+1 212 555 0100",
            "+8412345678",
            "+19001234",
            "0912 345 678 / 0987 654 321",
            "0912345678 (Lan)",
            "09123456a8",
            "++84912345678",
            "0912+345678",
            "không có",
        ] {
            assert_eq!(read(text), Err(Problem::NoPhoneNumber), "{text}");
        }
        assert_eq!(read(" "), Err(Problem::Missing));
    }

    #[test]
    fn it_is_shown_in_groups_and_masked_in_the_middle() {
        let phone: Phone = "0912345678".parse().unwrap();
        let landline: Phone = "02438251234".parse().unwrap();

        assert_eq!((phone.shown(), phone.masked()), ("0912 345 678".into(), "0912 *** 678".into()));
        assert_eq!(landline.masked(), "024 3*** *234");
        assert_eq!(format!("{phone:?}"), "Phone(0912 *** 678)");
    }

    proptest! {
        #[test]
        fn what_is_stored_or_shown_reads_as_the_same(text in "\\+?[0-9 .()-]{8,16}") {
            if let Ok(phone) = text.parse::<Phone>() {
                prop_assert_eq!(phone.as_str().parse(), Ok(phone.clone()));
                prop_assert_eq!(phone.shown().parse(), Ok(phone));
            }
        }

        #[test]
        fn nothing_typed_is_a_failure_of_ours(text in "\\PC{0,20}") {
            _ = text.parse::<Phone>();
        }
    }
}
