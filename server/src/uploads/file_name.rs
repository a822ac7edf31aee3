//! The name a file had where it came from, for people to know it again. It names nothing on our disk.

use shared::limits::NAME_CHARS;
use unicode_normalization::UnicodeNormalization;

/// Called so when nothing is left of the name.
const NAMELESS: &str = "upload";

/// The name without folders, without signs that can't be seen or turn the writing around, and not too long. Where it is
/// cut, the ending stays.
pub(super) fn clean(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let is_seen = |c: &char| {
        !c.is_control()
            && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    let name: String = name.nfc().filter(is_seen).collect();
    let name = name.trim_matches(|c: char| c.is_whitespace() || c == '.');
    if name.is_empty() {
        return NAMELESS.to_owned();
    }
    let chars = name.chars().count();
    if chars <= NAME_CHARS {
        return name.to_owned();
    }
    let ending: String = name.rfind('.').map_or("", |dot| &name[dot..]).chars().take(10).collect();
    let kept: String = name.chars().take(NAME_CHARS - ending.chars().count()).collect();
    format!("{kept}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_what_can_be_seen_of_its_last_part() {
        for (name, cleaned) in [
            ("Giấy chứng nhận.pdf", "Giấy chứng nhận.pdf"),
            ("C:\\Users\\Nga\\scan.pdf", "scan.pdf"),
            ("../../etc/passwd", "passwd"),
            (".htaccess", "htaccess"),
            ("a\r\nSet-Cookie: b.jpg", "aSet-Cookie: b.jpg"),
            ("anh\u{202e}gpj.exe", "anhgpj.exe"),
            ("ảnh.jpg", "ảnh.jpg"),
            ("", "upload"),
            (" .. ", "upload"),
            ("folder/", "upload"),
        ] {
            assert_eq!(clean(name), cleaned, "{name:?}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let cleaned = clean(&format!("{}.pdf", "ă".repeat(500)));

        assert_eq!(cleaned.chars().count(), NAME_CHARS);
        assert!(cleaned.ends_with("ă.pdf"));
    }
}
