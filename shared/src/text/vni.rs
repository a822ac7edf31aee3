//! VNI keystrokes of people whose input method is off: `ca2 phe6` is `cà phê`.

use super::alphabet::{Shape, Tone};
use super::keystrokes::{Key, decode};

/// The text these VNI keys spell, in lower case; `None` if no key spells a mark.
pub fn from_vni(text: &str) -> Option<String> {
    decode(text, |c| match c {
        '0' => Key::Tone(Tone::Level),
        '1' => Key::Tone(Tone::Acute),
        '2' => Key::Tone(Tone::Grave),
        '3' => Key::Tone(Tone::Hook),
        '4' => Key::Tone(Tone::Tilde),
        '5' => Key::Tone(Tone::Dot),
        '6' => Key::Shape(Shape::Hat, "aeo"),
        '7' => Key::Shape(Shape::Horn, "ou"),
        '8' => Key::Shape(Shape::Breve, "a"),
        '9' => Key::Shape(Shape::Stroke, "d"),
        _ => Key::Letter,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_as_people_type_them() {
        for (keys, text) in [
            ("gao5 ne6p1", "gạo nếp"),
            ("mie6n1 dong", "miến dong"),
            ("ru7o7u5", "rượu"),
            ("nu7o7c1 ma8m1", "nước mắm"),
            ("nuo7c1", "nước"),
            ("d9o6ng anh", "đông anh"),
            ("mat65 ong", "mật ong"),
            ("ca2 phe6", "cà phê"),
            ("thuo73", "thuở"),
            ("keo5 lac5 su7u3 ha2", "kẹo lạc sửu hà"),
            ("dong9", "đong"),
        ] {
            assert_eq!(from_vni(keys).as_deref(), Some(text), "{keys}");
        }
    }

    #[test]
    fn numbers_are_no_keystrokes() {
        for text in ["ST25", "999", "5 sao", "xx 05"] {
            assert_eq!(from_vni(text), None, "{text}");
        }
    }
}
