//! Numbers as people type them: digits with spaces, dots and hyphens between them.

use crate::Problem;

/// The digits of a number that is known by them. A space, dot or hyphen may stand between two digits, since numbers are
/// typed as they are printed; anything else is refused.
pub(crate) fn digits_of(text: &str) -> Result<String, Problem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Problem::Missing);
    }
    let between = |c: char| c.is_whitespace() || matches!(c, '.' | '-' | '\u{2010}'..='\u{2013}');
    if text.starts_with(between) || text.ends_with(between) {
        return Err(Problem::BadCharacter);
    }
    let digits: String = text.chars().filter(|c| !between(*c)).collect();
    if digits.bytes().all(|byte| byte.is_ascii_digit()) { Ok(digits) } else { Err(Problem::BadCharacter) }
}

/// The values of the digits of a text that has only digits.
pub(crate) fn values(digits: &str) -> impl DoubleEndedIterator<Item = u32> {
    digits.bytes().map(|byte| u32::from(byte - b'0'))
}

/// Writes the whole part of a number as people here do, a dot before every three digits: `1.250.000`.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.char_indices() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

/// A number as it is shown, with the signs that English has: `1.250,5` is `1,250.5`.
pub(crate) fn in_english(shown: &str) -> String {
    let other = |sign| match sign {
        '.' => ',',
        ',' => '.',
        sign => sign,
    };
    shown.chars().map(other).collect()
}

/// The number a text means whose thousands may be grouped by one separator: `1.250.000`, `1 250`, `1250`. `None` if it
/// has anything but digits and that separator, or if the groups are not of three digits.
pub(crate) fn ungrouped(text: &str, is_separator: impl Fn(char) -> bool) -> Option<u64> {
    let mut groups = text.split(&is_separator);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_grouped = first.len() <= 3 && !first.starts_with('0') && rest.iter().all(|group| group.len() == 3);
    let is_whole = is_number(first) && rest.iter().all(|group| is_number(group));
    if !is_whole || !(rest.is_empty() || is_grouped) {
        return None;
    }
    format!("{first}{}", rest.concat()).parse().ok()
}
