//! Telex keystrokes of people whose input method is off: `caf phee` is `cà phê`.

use super::alphabet::{Shape, Tone};
use super::keystrokes::{Key, decode};

/// The text these Telex keys spell, in lower case; `None` if no key spells a mark.
pub fn from_telex(text: &str) -> Option<String> {
    decode(text, |c| match c {
        's' => Key::Tone(Tone::Acute),
        'f' => Key::Tone(Tone::Grave),
        'r' => Key::Tone(Tone::Hook),
        'x' => Key::Tone(Tone::Tilde),
        'j' => Key::Tone(Tone::Dot),
        'z' => Key::Tone(Tone::Level),
        'a' => Key::Shape(Shape::Hat, "a"),
        'e' => Key::Shape(Shape::Hat, "e"),
        'o' => Key::Shape(Shape::Hat, "o"),
        'd' => Key::Shape(Shape::Stroke, "d"),
        'w' => Key::HornOrBreve,
        _ => Key::Letter,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_as_people_type_them() {
        for (keys, text) in [
            ("gaoj neeps", "gạo nếp"),
            ("mieesn dong", "miến dong"),
            ("mieens", "miến"),
            ("mienes", "miến"),
            ("ruwowuj", "rượu"),
            ("nuwowcs mawms", "nước mắm"),
            ("nuowcs", "nước"),
            ("ddoong anh", "đông anh"),
            ("chef shan tuyeets", "chè shan tuyết"),
            ("caf phee", "cà phê"),
            ("thuowr", "thuở"),
            ("muwa muaw", "mưa mưa"),
            ("quaw", "quă"),
            ("huwu huuw", "hưu hưu"),
            ("tw", "tư"),
            ("dduwowngf dduowngf", "đường đường"),
            ("doongd", "đông"),
            ("khoer khoor", "khỏe khổ"),
            ("quys hoaf", "quý hòa"),
            ("buowri guiwr", "bưởi gửi"),
        ] {
            assert_eq!(from_telex(keys).as_deref(), Some(text), "{keys}");
        }
    }

    #[test]
    fn the_same_key_twice_takes_the_mark_back() {
        assert_eq!(from_telex("ass caf").as_deref(), Some("as cà"));
        assert_eq!(from_telex("caff caf").as_deref(), Some("caf cà"));
        assert_eq!(from_telex("azz"), None);
        assert_eq!(from_telex("asz"), None);
    }

    #[test]
    fn plain_words_are_no_keystrokes() {
        for text in ["banh trang", "tra sen", "ST25", "v robi", "", "🐟"] {
            assert_eq!(from_telex(text), None, "{text}");
        }
    }
}
