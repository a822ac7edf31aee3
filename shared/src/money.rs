//! Money: whole đồng. The đồng has no smaller unit, so an amount is a whole number everywhere, also in the API.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::{
    Problem,
    digits::{grouped, in_english, ungrouped},
    limits::DONG_MAX,
};

/// What people write before or after an amount, in small letters; the longer ones first.
const SIGNS: [&str; 6] = ["vnđ", "vnd", "đồng", "dong", "₫", "đ"];

/// An amount of money in đồng, from 0 to [`DONG_MAX`]. A price is for one of the unit that stands beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
#[cfg_attr(feature = "server", derive(sea_orm::DeriveValueType))]
pub struct Dong(i64);

impl Dong {
    /// An amount within its limits.
    pub fn new(amount: i64) -> Result<Self, Problem> {
        if (0..=DONG_MAX).contains(&amount) { Ok(Self(amount)) } else { Err(Problem::OutOfRange) }
    }

    /// How many đồng.
    pub const fn amount(self) -> i64 {
        self.0
    }

    /// As people here write it, not to be broken at the end of a line: `1.250.000 ₫`.
    pub fn shown(self) -> String {
        format!("{}\u{a0}₫", grouped(self.0.unsigned_abs()))
    }

    /// As it is written in English: `1,250,000 ₫`.
    pub fn shown_in_english(self) -> String {
        in_english(&self.shown())
    }
}

/// What all of them are together; more than can be kept is the most there can be.
impl std::iter::Sum for Dong {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        let sum = all.fold(0_i64, |sum, one| sum.saturating_add(one.0));
        Self(sum.min(DONG_MAX))
    }
}

/// Reads `1.250.000`, `1,250,000`, `1 250 000` and `1250000`, with or without đ, ₫, VND or đồng. A dot or a comma only
/// ever groups thousands in a price, so `1.25`, `12.50` and `1.2500` are refused and never guessed at.
impl FromStr for Dong {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let text: String = text.trim().nfc().collect::<String>().to_lowercase();
        if text.is_empty() {
            return Err(Problem::Missing);
        }
        let number = without_sign(&text);
        if let Some(rest) = number.strip_prefix(['-', '\u{2212}'])
            && rest.starts_with(|c: char| c.is_ascii_digit())
        {
            return Err(Problem::OutOfRange);
        }
        let amount = if number.contains(char::is_whitespace) {
            ungrouped(number, char::is_whitespace)
        } else {
            ungrouped(number, |c| c == '.').or_else(|| ungrouped(number, |c| c == ','))
        };
        match amount {
            Some(amount) => i64::try_from(amount).map_err(|_| Problem::OutOfRange).and_then(Self::new),
            // Digits alone that are no number are too many.
            None if number.bytes().all(|byte| byte.is_ascii_digit()) && !number.is_empty() => {
                Err(Problem::OutOfRange)
            }
            None => Err(Problem::NoNumber),
        }
    }
}

fn without_sign(text: &str) -> &str {
    let after = SIGNS.iter().find_map(|sign| text.strip_suffix(sign));
    let before = || SIGNS.iter().find_map(|sign| text.strip_prefix(sign));
    after.or_else(before).map_or(text, str::trim)
}

impl fmt::Display for Dong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl TryFrom<i64> for Dong {
    type Error = Problem;

    fn try_from(amount: i64) -> Result<Self, Problem> {
        Self::new(amount)
    }
}

impl From<Dong> for i64 {
    fn from(dong: Dong) -> Self {
        dong.0
    }
}

#[cfg(feature = "server")]
mod server {
    use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};

    use super::Dong;

    /// Money: a whole number of đồng (VND), at least 0. It may be larger than an `Int`.
    #[Scalar]
    impl ScalarType for Dong {
        fn parse(value: Value) -> InputValueResult<Self> {
            match &value {
                Value::Number(number) => match number.as_i64() {
                    Some(amount) => Self::new(amount).map_err(InputValueError::custom),
                    None => Err(InputValueError::custom("a whole number of đồng")),
                },
                _ => Err(InputValueError::expected_type(value)),
            }
        }

        fn to_value(&self) -> Value {
            Value::from(self.0)
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn the_api_takes_whole_numbers_larger_than_an_int_and_nothing_else() {
            let large = Value::from(5_000_000_000_i64);

            assert_eq!(<Dong as ScalarType>::parse(large.clone()).unwrap().to_value(), large);
            for wrong in
                [Value::from(-1), Value::from(1.5), Value::from("1250"), Value::from(i64::MAX), Value::Null]
            {
                assert!(<Dong as ScalarType>::parse(wrong.clone()).is_err(), "{wrong}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Result<i64, Problem> {
        text.parse::<Dong>().map(Dong::amount)
    }

    #[test]
    fn an_amount_is_the_same_however_it_is_grouped() {
        for text in [
            "1.250.000",
            "1,250,000",
            "1250000",
            "1 250 000",
            "1\u{a0}250\u{a0}000",
            "1.250.000 ₫",
            "1.250.000₫",
            "1.250.000đ",
            "1.250.000 Đ",
            "1.250.000 VND",
            "1,250,000 VNĐ",
            "VND 1,250,000",
            "₫1250000",
            "1.250.000 đồng",
            "1.250.000 đồng",
            " 1250000 đ ",
        ] {
            assert_eq!(read(text), Ok(1_250_000), "{text}");
        }
    }

    #[test]
    fn a_dot_never_means_decimals() {
        assert_eq!(read("1.250"), Ok(1_250));
        assert_eq!(read("1,250"), Ok(1_250));
        for text in
            ["1.25", "12.50", "1.2500", "1,5", "0.125", "1.250.00", "1250.000", ".250", "1.", "1..250"]
        {
            assert_eq!(read(text), Err(Problem::NoNumber), "{text}");
        }
    }

    #[test]
    fn mixed_groups_and_words_are_refused() {
        for text in
            ["1.250,000", "1,250.000", "1 250.000", "1 25", "50k", "1 triệu", "1.250 đ/kg", "đ", "1e6", "+5"]
        {
            assert_eq!(read(text), Err(Problem::NoNumber), "{text}");
        }
        assert_eq!(read(" "), Err(Problem::Missing));
    }

    #[test]
    fn amounts_have_limits() {
        assert_eq!(read("0"), Ok(0));
        assert_eq!(read(&DONG_MAX.to_string()), Ok(DONG_MAX));
        for text in ["-5", "-1.250", "1000000000000001", "99999999999999999999999", "9223372036854775808"] {
            assert_eq!(read(text), Err(Problem::OutOfRange), "{text}");
        }
    }

    #[test]
    fn it_is_shown_as_people_write_it() {
        let shown = |amount| Dong::new(amount).unwrap().shown();

        assert_eq!(shown(1_250_000), "1.250.000\u{a0}₫");
        assert_eq!(Dong::new(1_250_000).unwrap().shown_in_english(), "1,250,000\u{a0}₫");
        assert_eq!([shown(0), shown(999), shown(1_000)], ["0\u{a0}₫", "999\u{a0}₫", "1.000\u{a0}₫"]);
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_as_the_same(amount in 0..=DONG_MAX) {
            prop_assert_eq!(read(&Dong::new(amount).unwrap().shown()), Ok(amount));
            prop_assert_eq!(read(&amount.to_string()), Ok(amount));
        }

        #[test]
        fn nothing_typed_is_a_failure_of_ours(text in "[0-9 .,đ₫-]{0,24}") {
            _ = text.parse::<Dong>();
        }
    }
}
