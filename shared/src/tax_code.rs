//! Tax codes (mã số thuế): 10 digits for a company or cooperative, 3 more for a dependent unit, and since 1/7/2025 the
//! 12-digit personal number of its representative for a household business (Circular 86/2024/TT-BTC).

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{
    LegalForm, Problem,
    digits::{digits_of, values},
};

/// What each of the first nine digits counts for in the check digit.
const WEIGHTS: [u32; 9] = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/// A tax code in the form it is stored in: `0123456789`, `0123456789-001` or `001199012345`.
///
/// The last is a personal number. It tells place of birth, sex and year of birth of a person, so it is never public and
/// never logged: `Debug` writes it masked.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TaxCode(String);

impl TaxCode {
    /// Reads the tax code of an organisation of this form. A personal number is taken only where the form is known to
    /// be a household or a farm.
    pub fn parse_for(text: &str, form: Option<LegalForm>) -> Result<Self, Problem> {
        let code: Self = text.parse()?;
        let may_be_personal = matches!(form, Some(LegalForm::Household | LegalForm::Farm));
        if code.is_personal() && !may_be_personal {
            return Err(Problem::TaxCodeOfHousehold);
        }
        Ok(code)
    }

    /// The code as it is stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is the personal number of a person.
    pub fn is_personal(&self) -> bool {
        self.0.len() == 12
    }

    /// What those may see who need not know all of it: `001******345` for a personal number, else the whole code.
    pub fn masked(&self) -> String {
        if self.is_personal() { format!("{}******{}", &self.0[..3], &self.0[9..]) } else { self.0.clone() }
    }
}

/// Reads a code of any of the three forms; [`TaxCode::parse_for`] also knows whose it is.
impl FromStr for TaxCode {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let digits = digits_of(text)?;
        match digits.len() {
            10 => has_check_digit(&digits).map(|()| Self(digits)),
            13 => {
                let (base, unit) = digits.split_at(10);
                has_check_digit(base)?;
                if unit == "000" {
                    return Err(Problem::TaxCodeCheck);
                }
                Ok(Self(format!("{base}-{unit}")))
            }
            // It has no check digit.
            12 => Ok(Self(digits)),
            _ => Err(Problem::TaxCodeLength),
        }
    }
}

/// Two digits of a province, seven of a sequence, and the check digit. Where the remainder is 0 there is none that fits,
/// so no such code was ever given out.
fn has_check_digit(base: &str) -> Result<(), Problem> {
    let remainder = values(base).zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum::<u32>() % 11;
    let check = (remainder != 0).then(|| 10 - remainder);
    let is_given_out = !base.starts_with("00") && &base[2..9] != "0000000";
    if is_given_out && values(base).nth(9) == check { Ok(()) } else { Err(Problem::TaxCodeCheck) }
}

impl fmt::Display for TaxCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for TaxCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TaxCode({})", self.masked())
    }
}

impl TryFrom<String> for TaxCode {
    type Error = Problem;

    fn try_from(text: String) -> Result<Self, Problem> {
        text.parse()
    }
}

impl From<TaxCode> for String {
    fn from(code: TaxCode) -> Self {
        code.0
    }
}

#[cfg(feature = "server")]
crate::stored::text_column!(TaxCode);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Result<String, Problem> {
        text.parse::<TaxCode>().map(|code| code.to_string())
    }

    #[test]
    fn codes_with_the_right_check_digit_are_taken() {
        for text in ["0199999906", "0199999913", "0199999920", "0199999952", "0199999991"] {
            assert_eq!(read(text), Ok(text.to_owned()));
        }
    }

    #[test]
    fn a_dependent_unit_is_stored_with_its_hyphen() {
        for text in ["0199999906-001", "0199999906001", "01 9999 9906 001", "0199999906 - 001"] {
            assert_eq!(read(text), Ok("0199999906-001".to_owned()), "{text}");
        }
    }

    #[test]
    fn digits_may_be_typed_in_groups() {
        for text in [" 0199999906 ", "01.99999906", "01-9999-9906", "01 999 999 06", "01\u{a0}99999906"] {
            assert_eq!(read(text), Ok("0199999906".to_owned()), "{text}");
        }
    }

    #[test]
    fn codes_that_were_never_given_out_are_refused() {
        let wrong_check = ["0199999907", "0100000003", "0099999902", "0199999906-000", "0199999907-001"];
        for text in wrong_check {
            assert_eq!(read(text), Err(Problem::TaxCodeCheck), "{text}");
        }
        for last in 0..10 {
            let text = format!("019999996{last}");
            assert_eq!(read(&text), Err(Problem::TaxCodeCheck), "{text}: this base has no check digit");
        }
    }

    #[test]
    fn other_lengths_and_characters_are_refused() {
        for text in ["019999990", "01999999060", "1", "01999999060011"] {
            assert_eq!(read(text), Err(Problem::TaxCodeLength), "{text}");
        }
        for text in ["O199999906", "0199999906/001", "-0199999906", "０199999906", "0199999906."] {
            assert_eq!(read(text), Err(Problem::BadCharacter), "{text}");
        }
        assert_eq!(read("  "), Err(Problem::Missing));
    }

    #[test]
    fn only_a_household_or_a_farm_has_a_personal_number() {
        let of = |form| TaxCode::parse_for("001199012345", form).map(|code| code.to_string());

        for form in [LegalForm::Household, LegalForm::Farm] {
            assert_eq!(of(Some(form)), Ok("001199012345".to_owned()));
        }
        let others =
            [LegalForm::Company, LegalForm::Cooperative, LegalForm::CooperativeGroup, LegalForm::Association];
        for form in others.map(Some).into_iter().chain([None]) {
            assert_eq!(of(form), Err(Problem::TaxCodeOfHousehold), "{form:?}");
        }
        assert!(TaxCode::parse_for("0199999906", Some(LegalForm::Household)).is_ok());
        assert!(TaxCode::parse_for("0199999906", None).is_ok());
    }

    #[test]
    fn a_personal_number_is_masked_also_in_logs() {
        let person: TaxCode = "001199012345".parse().unwrap();
        let company: TaxCode = "0199999906".parse().unwrap();

        assert_eq!(person.masked(), "001******345");
        assert_eq!(format!("{person:?}"), "TaxCode(001******345)");
        assert!(person.is_personal() && !company.is_personal());
        assert_eq!(company.masked(), "0199999906");
    }

    proptest! {
        #[test]
        fn one_mistyped_digit_is_noticed(base in 10_000_001_u64..999_999_999, place in 0_usize..9, by in 1_u8..10) {
            let base = format!("{base:09}");
            let code = (0..10).map(|check| format!("{base}{check}")).find(|code| read(code).is_ok());
            prop_assume!(code.is_some());
            let mut mistyped = code.unwrap().into_bytes();
            mistyped[place] = b'0' + (mistyped[place] - b'0' + by) % 10;
            let mistyped = String::from_utf8(mistyped).unwrap();

            prop_assert_eq!(read(&mistyped), Err(Problem::TaxCodeCheck));
        }

        #[test]
        fn nothing_typed_is_a_failure_of_ours(text in "\\PC{0,20}") {
            if let Ok(code) = text.parse::<TaxCode>() {
                prop_assert_eq!(read(code.as_str()), Ok(code.to_string()));
            }
        }
    }
}
