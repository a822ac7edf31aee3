//! Quantities with at most three decimals, kept as whole thousandths so that nothing is lost in sums.
//!
//! How a number is read: a comma is the decimal sign (`1,5`) and a dot groups thousands (`1.250` is one thousand two
//! hundred and fifty), as people here write. A single dot that can't group anything, with one or two digits behind it or
//! after a lone zero (`1.5`, `0.250`), is the decimal sign of a foreign keyboard.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{
    Problem,
    digits::{grouped, in_english, ungrouped},
    limits::QUANTITY_MAX,
};

/// Thousandths of one.
const ONE: i64 = 1_000;

/// How much of a unit that stands beside it: from 0 to [`QUANTITY_MAX`], in steps of a thousandth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
#[cfg_attr(feature = "server", derive(sea_orm::DeriveValueType))]
pub struct Quantity(i64);

impl Quantity {
    /// That many thousandths.
    pub fn from_thousandths(thousandths: i64) -> Result<Self, Problem> {
        if (0..=QUANTITY_MAX * ONE).contains(&thousandths) {
            Ok(Self(thousandths))
        } else {
            Err(Problem::OutOfRange)
        }
    }

    /// The most there can be.
    pub const fn largest() -> Self {
        Self(QUANTITY_MAX * ONE)
    }

    /// How many thousandths.
    pub const fn thousandths(self) -> i64 {
        self.0
    }

    /// As people here write it: `1.250,5`.
    pub fn shown(self) -> String {
        let (whole, part) = (self.0 / ONE, self.0 % ONE);
        let whole = grouped(whole.unsigned_abs());
        if part == 0 {
            return whole;
        }
        format!("{whole},{}", format!("{part:03}").trim_end_matches('0'))
    }

    /// As it is written in English: `1,250.5`.
    pub fn shown_in_english(self) -> String {
        in_english(&self.shown())
    }
}

/// What all of them are together; more than can be kept is the most there can be.
impl std::iter::Sum for Quantity {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        let sum = all.fold(0_i64, |sum, one| sum.saturating_add(one.0));
        Self(sum.min(Self::largest().0))
    }
}

impl FromStr for Quantity {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Problem::Missing);
        }
        if let Some(rest) = text.strip_prefix(['-', '\u{2212}'])
            && rest.starts_with(|c: char| c.is_ascii_digit())
        {
            return Err(Problem::OutOfRange);
        }
        let (whole, part) = text.split_once(',').or_else(|| foreign_decimals(text)).unwrap_or((text, "0"));
        let separator = if whole.contains('.') { '.' } else { ' ' };
        let is_separator = |c: char| c == separator || (separator == ' ' && c.is_whitespace());
        let whole = ungrouped(whole, is_separator).ok_or(Problem::NoNumber)?;
        let part = thousandths_of(part).ok_or(Problem::NoNumber)?;
        let thousandths =
            i64::try_from(whole).ok().and_then(|whole| whole.checked_mul(ONE)?.checked_add(part));
        thousandths.ok_or(Problem::OutOfRange).and_then(Self::from_thousandths)
    }
}

/// Both sides of a dot that is the only sign in the number and can't group thousands.
fn foreign_decimals(text: &str) -> Option<(&str, &str)> {
    let (whole, part) = text.split_once('.')?;
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_decimal = part.len() <= 2 || whole == "0";
    (is_digits(whole) && is_digits(part) && is_decimal).then_some((whole, part))
}

/// What the digits behind the decimal sign are worth; there are one to three of them.
fn thousandths_of(digits: &str) -> Option<i64> {
    let is_part = (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_part { format!("{digits:0<3}").parse().ok() } else { None }
}

/// A decimal number of JSON, `1250.5`: at least 0, at most three decimals.
impl TryFrom<f64> for Quantity {
    type Error = Problem;

    fn try_from(number: f64) -> Result<Self, Problem> {
        if !number.is_finite() || !(0.0..=QUANTITY_MAX as f64).contains(&number) {
            return Err(Problem::OutOfRange);
        }
        // The shortest text that means this number is what was sent; it never has an exponent.
        let text = number.abs().to_string();
        let (whole, part) = text.split_once('.').unwrap_or((&text, "0"));
        let whole: i64 = whole.parse().map_err(|_| Problem::OutOfRange)?;
        let part = thousandths_of(part).ok_or(Problem::NoNumber)?;
        Self::from_thousandths(whole * ONE + part)
    }
}

impl From<Quantity> for f64 {
    fn from(quantity: Quantity) -> Self {
        // Below 2^53, so the quotient is the number nearest to the decimal, and is written as that decimal.
        quantity.0 as Self / ONE as Self
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f64::from(*self).fmt(f)
    }
}

#[cfg(feature = "server")]
mod server {
    use async_graphql::{InputValueError, InputValueResult, Number, Scalar, ScalarType, Value};

    use super::{ONE, Quantity};

    /// How much: a number from 0 on with at most three decimals.
    #[Scalar]
    impl ScalarType for Quantity {
        fn parse(value: Value) -> InputValueResult<Self> {
            match &value {
                Value::Number(number) => match number.as_f64() {
                    Some(number) => Self::try_from(number).map_err(InputValueError::custom),
                    None => Err(InputValueError::custom("a number with at most three decimals")),
                },
                _ => Err(InputValueError::expected_type(value)),
            }
        }

        fn to_value(&self) -> Value {
            let number = if self.0 % ONE == 0 {
                Some(Number::from(self.0 / ONE))
            } else {
                Number::from_f64(f64::from(*self))
            };
            number.map_or(Value::Null, Value::Number)
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn the_api_takes_and_gives_numbers_with_at_most_three_decimals() {
            for number in [Value::from(3), Value::from(1_250.5), Value::from(0.001)] {
                let read = <Quantity as ScalarType>::parse(number.clone()).unwrap();

                assert_eq!(read.to_value(), number);
            }
            for wrong in [Value::from(-1), Value::from(0.0001), Value::from("1,5"), Value::Null] {
                assert!(<Quantity as ScalarType>::parse(wrong.clone()).is_err(), "{wrong}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Result<i64, Problem> {
        text.parse::<Quantity>().map(Quantity::thousandths)
    }

    #[test]
    fn a_comma_is_the_decimal_sign_and_a_dot_groups() {
        for (text, thousandths) in [
            ("1,5", 1_500),
            ("0,25", 250),
            ("1,250", 1_250),
            ("1.250", 1_250_000),
            ("1.250,5", 1_250_500),
            ("1 250,5", 1_250_500),
            ("1\u{a0}250", 1_250_000),
            ("1250,125", 1_250_125),
            ("12.000.000", 12_000_000_000),
            ("7", 7_000),
            ("007", 7_000),
            (" 0 ", 0),
        ] {
            assert_eq!(read(text), Ok(thousandths), "{text}");
        }
    }

    #[test]
    fn a_dot_that_can_group_nothing_is_a_decimal_sign() {
        for (text, thousandths) in
            [("1.5", 1_500), ("12.50", 12_500), ("1250.5", 1_250_500), ("0.250", 250), ("0.5", 500)]
        {
            assert_eq!(read(text), Ok(thousandths), "{text}");
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_or_none_is_refused() {
        for text in [
            "1,2505",
            "0.2505",
            "1.2505",
            "1.250.5",
            "1,250,000",
            "1,250.5",
            "1250.000",
            "1.25,5",
            "1 250.5",
            "1,",
            ",5",
            "1.",
            ".5",
            "1,5kg",
            "1e3",
            "+1",
            "một",
            "1 25",
            "-",
            "-a",
        ] {
            assert_eq!(read(text), Err(Problem::NoNumber), "{text}");
        }
        assert_eq!(read(""), Err(Problem::Missing));
    }

    #[test]
    fn quantities_have_limits() {
        assert_eq!(read(&QUANTITY_MAX.to_string()), Ok(QUANTITY_MAX * ONE));
        for text in ["-1", "-1,5", "1000000000000,001", "9223372036854775807"] {
            assert_eq!(read(text), Err(Problem::OutOfRange), "{text}");
        }
    }

    #[test]
    fn it_is_shown_as_people_write_it() {
        let shown = |thousandths| Quantity(thousandths).shown();

        assert_eq!([shown(1_250_500), shown(1_500), shown(5)], ["1.250,5", "1,5", "0,005"]);
        assert_eq!([shown(0), shown(1_250_000)], ["0", "1.250"]);
        assert_eq!(Quantity(1_250_500).shown_in_english(), "1,250.5");
    }

    #[test]
    fn a_number_of_json_has_at_most_three_decimals() {
        let read = |number| Quantity::try_from(number).map(Quantity::thousandths);

        assert_eq!((read(1_250.5), read(0.001), read(3.0)), (Ok(1_250_500), Ok(1), Ok(3_000)));
        assert_eq!((read(0.1 + 0.2), read(1.2505)), (Err(Problem::NoNumber), Err(Problem::NoNumber)));
        for number in [-1.0, f64::NAN, f64::INFINITY, 1e13] {
            assert_eq!(read(number), Err(Problem::OutOfRange));
        }
        assert_eq!(read(-0.0), Ok(0));
    }

    proptest! {
        #[test]
        fn nothing_is_lost_on_the_way_through_text_and_json(thousandths in 0..=QUANTITY_MAX * ONE) {
            let quantity = Quantity(thousandths);

            prop_assert_eq!(quantity.shown().parse(), Ok(quantity));
            prop_assert_eq!(Quantity::try_from(f64::from(quantity)), Ok(quantity));
        }

        #[test]
        fn nothing_typed_is_a_failure_of_ours(text in "[0-9 .,-]{0,24}") {
            _ = text.parse::<Quantity>();
        }
    }
}
