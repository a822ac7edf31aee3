//! Numbers of trade items, printed as barcodes (GS1). Every size, weight or packing of a product has its own.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{
    Problem,
    digits::{digits_of, values},
};

/// A GTIN of 8, 12, 13 or 14 digits with the right check digit; only its digits, as many as were printed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Gtin(String);

impl Gtin {
    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether GS1 Vietnam gave it out. Another prefix is worth a warning and no refusal: it names the registrar, not the
    /// origin of the goods.
    pub fn is_vietnamese(&self) -> bool {
        // The first of 14 digits says how it is packed; 12 digits are those of America.
        match self.0.len() {
            14 => self.0[1..].starts_with("893"),
            12 => false,
            _ => self.0.starts_with("893"),
        }
    }
}

impl FromStr for Gtin {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let digits = digits_of(text)?;
        if !matches!(digits.len(), 8 | 12 | 13 | 14) {
            return Err(Problem::GtinLength);
        }
        // From the right, the check digit itself counts once.
        let weighted = values(&digits).rev().zip([1, 3].into_iter().cycle());
        let sum: u32 = weighted.map(|(digit, weight)| digit * weight).sum();
        if sum.is_multiple_of(10) { Ok(Self(digits)) } else { Err(Problem::GtinCheck) }
    }
}

impl fmt::Display for Gtin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Gtin {
    type Error = Problem;

    fn try_from(text: String) -> Result<Self, Problem> {
        text.parse()
    }
}

impl From<Gtin> for String {
    fn from(gtin: Gtin) -> Self {
        gtin.0
    }
}

#[cfg(feature = "server")]
mod server {
    use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};

    use super::Gtin;

    crate::stored::text_column!(Gtin);

    /// The number under a barcode: 8, 12, 13 or 14 digits, the last one a check digit.
    #[Scalar]
    impl ScalarType for Gtin {
        fn parse(value: Value) -> InputValueResult<Self> {
            match &value {
                Value::String(text) => text.parse().map_err(InputValueError::custom),
                _ => Err(InputValueError::expected_type(value)),
            }
        }

        fn to_value(&self) -> Value {
            Value::String(self.to_string())
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Result<String, Problem> {
        text.parse::<Gtin>().map(|gtin| gtin.to_string())
    }

    #[test]
    fn numbers_with_the_right_check_digit_are_taken() {
        for text in [
            "8939999000017",
            "8939999000024",
            "8934602451231",
            "89399996",
            "036000291452",
            "18939999000014",
            "4006381333931",
        ] {
            assert_eq!(read(text), Ok(text.to_owned()), "{text}");
        }
        assert_eq!(read(" 8 939999 000017 "), Ok("8939999000017".to_owned()));
    }

    #[test]
    fn others_are_refused() {
        assert_eq!(read("8939999000018"), Err(Problem::GtinCheck));
        assert_eq!(read("89399997"), Err(Problem::GtinCheck));
        for text in ["893999900001", "89399990000175"] {
            assert_eq!(read(text), Err(Problem::GtinCheck), "{text}: a digit more or less");
        }
        for text in ["1", "8939999", "893999900", "893999900001700"] {
            assert_eq!(read(text), Err(Problem::GtinLength), "{text}");
        }
        assert_eq!(read("893999900001X"), Err(Problem::BadCharacter));
        assert_eq!(read(""), Err(Problem::Missing));
    }

    #[test]
    fn the_prefix_tells_who_gave_it_out() {
        let is_ours = |text: &str| text.parse::<Gtin>().unwrap().is_vietnamese();

        assert!(["8939999000017", "89399996", "18939999000014"].into_iter().all(is_ours));
        assert!(!["4006381333931", "036000291452"].into_iter().any(is_ours));
    }

    proptest! {
        #[test]
        fn one_mistyped_digit_is_noticed(base in 0_u64..1_000_000_000_000, place in 0_usize..12, by in 1_u8..10) {
            let base = format!("{base:012}");
            let gtin = (0..10).map(|check| format!("{base}{check}")).find(|gtin| read(gtin).is_ok()).unwrap();
            let mut mistyped = gtin.into_bytes();
            mistyped[place] = b'0' + (mistyped[place] - b'0' + by) % 10;

            prop_assert_eq!(read(&String::from_utf8(mistyped).unwrap()), Err(Problem::GtinCheck));
        }
    }
}
