//! What can be wrong with one field of a form. The server names the problem, the page has words for it in both
//! languages and shows them at the field.

use std::fmt;

/// Declares the list with its names in the API.
macro_rules! problems {
    ($($(#[$doc:meta])* $variant:ident = $text:literal,)+) => {
        /// What is wrong with a field, as `problem` beside its name in `extensions.fields`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Problem {
            $($(#[$doc])* $variant,)+
        }

        impl Problem {
            /// Every problem.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The problem as it stands in the API.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }

            /// The problem written as `as_str` writes it, if it is one.
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|problem| problem.as_str() == text)
            }
        }
    };
}

problems! {
    /// It must not be empty.
    Missing = "MISSING",
    /// It has more characters than allowed; see `limits`.
    TooLong = "TOO_LONG",
    /// It has fewer characters than needed.
    TooShort = "TOO_SHORT",
    /// The number is below or above its limits.
    OutOfRange = "OUT_OF_RANGE",
    /// It has a character that can't be written there, such as a control character.
    BadCharacter = "BAD_CHARACTER",
    /// It is not one of the values on offer.
    NotOffered = "NOT_OFFERED",
    /// It is no mail address.
    NoMailAddress = "NO_MAIL_ADDRESS",
    /// It is no telephone number of Vietnam.
    NoPhoneNumber = "NO_PHONE_NUMBER",
    /// It is no web address.
    NoWebAddress = "NO_WEB_ADDRESS",
    /// The web address is not one of the public network, or is not encrypted (`https`).
    AddressNotAllowed = "ADDRESS_NOT_ALLOWED",
    /// It is no number.
    NoNumber = "NO_NUMBER",
    /// It is no date.
    NoDate = "NO_DATE",
    /// The date lies in the future and can't, or before one it must follow.
    WrongOrder = "WRONG_ORDER",
    /// A tax code has 10 digits, 10 and 3 for a dependent unit, or 12 for a household.
    TaxCodeLength = "TAX_CODE_LENGTH",
    /// There is no such tax code, most likely a digit was mistyped: the check digit is another, or the province, the
    /// sequence or the number of the unit has only zeros.
    TaxCodeCheck = "TAX_CODE_CHECK",
    /// Only a household or a farm has a tax code of 12 digits.
    TaxCodeOfHousehold = "TAX_CODE_OF_HOUSEHOLD",
    /// A barcode has 8, 12, 13 or 14 digits.
    GtinLength = "GTIN_LENGTH",
    /// The check digit of the barcode is another: a digit was mistyped.
    GtinCheck = "GTIN_CHECK",
    /// The password is too easily guessed: it is common, or the mail address or the name.
    EasilyGuessed = "EASILY_GUESSED",
    /// The password is not the present one.
    WrongPassword = "WRONG_PASSWORD",
    /// It exists already.
    Taken = "TAKEN",
    /// The mail address is not confirmed yet; the mail for it was sent again.
    Unconfirmed = "UNCONFIRMED",
    /// The link is used up, too old or was never sent.
    LinkInvalid = "LINK_INVALID",
    /// It must be agreed to.
    NotAgreed = "NOT_AGREED",
    /// It is not possible as things are: the last owner can't leave, a decided request can't be decided again.
    NotPossibleNow = "NOT_POSSIBLE_NOW",
    /// It is not noted that both sides have come to the event.
    NotCheckedIn = "NOT_CHECKED_IN",
    /// Staff have not verified the organisation.
    NotVerified = "NOT_VERIFIED",
    /// Nobody here acts for the other side, so nobody could answer.
    NobodyThere = "NOBODY_THERE",
    /// It was declined a short while ago and may not be asked again yet.
    Resting = "RESTING",
    /// There are too many of them; some must be settled first.
    TooMany = "TOO_MANY",
    /// The file is larger than allowed.
    FileTooLarge = "FILE_TOO_LARGE",
    /// The file is of another kind than allowed, whatever it is called.
    FileKind = "FILE_KIND",
    /// The file is damaged and can't be read.
    FileDamaged = "FILE_DAMAGED",
    /// The picture has more pixels than allowed.
    PictureTooLarge = "PICTURE_TOO_LARGE",
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
