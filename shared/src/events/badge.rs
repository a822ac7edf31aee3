//! The code on a participant's badge: eight characters that nobody mistakes for each other, read by a camera or typed.

/// Digits and letters without those that look alike (0 O, 1 I L, U V).
pub const ALPHABET: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTUWXYZ";
/// Characters of a code: 30^8 are more than nobody could try out at a door.
pub const CHARS: usize = 8;

/// The code in what was typed or read: letters of any size, blanks and hyphens aside; or the address on the badge, whose
/// last part after `ma=` it is. `None` if there is none.
pub fn read(text: &str) -> Option<String> {
    let code = text.trim().rsplit_once("ma=").map_or(text, |(_, code)| code);
    let code: String = code
        .chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '-')
        .map(|letter| letter.to_ascii_uppercase())
        .collect();
    let is_one = code.len() == CHARS && code.bytes().all(|letter| ALPHABET.contains(&letter));
    is_one.then_some(code)
}

/// A code as it is printed: `ABCD-2345`.
pub fn printed(code: &str) -> String {
    match code.split_at_checked(CHARS / 2) {
        Some((first, second)) if !second.is_empty() => format!("{first}-{second}"),
        _ => code.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_comes() {
        for text in ["ABCD2345", " abcd-2345 ", "ab cd 23 45", "https://x.vn/can-bo/su-kien/1/diem-danh?ma=ABCD2345"] {
            assert_eq!(read(text).as_deref(), Some("ABCD2345"), "{text}");
        }
        for text in ["", "ABCD234", "ABCD23456", "ABCD234O", "ma=", "ABCD234é"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(printed("ABCD2345"), "ABCD-2345");
        assert_eq!(read(&printed("ABCD2345")).as_deref(), Some("ABCD2345"));
    }
}
