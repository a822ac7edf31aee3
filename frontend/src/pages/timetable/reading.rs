//! Times as people write them into one line: `08:30–17:00`, `8h30 đến 17h`, and several of them with semicolons between.

use shared::events::hours::{Stretch, clock_time, read_clock_time};

/// What stands between the two times of a stretch.
const BETWEEN: [&str; 5] = ["–", "—", "-", "đến", "to"];

/// One stretch of a day.
pub(super) fn read_stretch(text: &str) -> Option<Stretch> {
    let (from, to) = BETWEEN.iter().find_map(|between| text.split_once(between))?;
    let stretch = Stretch { from: read_clock_time(from)?, to: read_clock_time(to)? };
    (stretch.from < stretch.to).then_some(stretch)
}

/// Several; an empty line is none.
pub(super) fn read_stretches(text: &str) -> Option<Vec<Stretch>> {
    let parts = text.split([';', ',']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(read_stretch).collect()
}

/// `08:30–17:00`
pub(super) fn written(stretch: Stretch) -> String {
    format!("{}–{}", clock_time(stretch.from), clock_time(stretch.to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_is_read_as_people_write_it() {
        let stretch = Some(Stretch { from: 510, to: 1020 });
        for text in ["08:30–17:00", "8h30-17h", " 8:30 đến 17:00 ", "8.30 — 17h00", "8:30 to 17:00"] {
            assert_eq!(read_stretch(text), stretch, "{text}");
        }
        for text in ["", "8:30", "17:00–8:30", "8:30–8:30", "8–17", "8:30–25:00", "8:30-9:00-10:00"] {
            assert_eq!(read_stretch(text), None, "{text}");
        }
        assert_eq!(stretch.map(written).as_deref(), Some("08:30–17:00"));
    }

    #[test]
    fn several_stretches_stand_in_one_line() {
        let both = vec![Stretch { from: 600, to: 615 }, Stretch { from: 720, to: 810 }];

        assert_eq!(read_stretches("10h-10h15; 12:00–13:30;"), Some(both.clone()));
        assert_eq!(read_stretches("10:00–10:15, 12:00–13:30"), Some(both));
        assert_eq!(read_stretches("  "), Some(Vec::new()));
        assert_eq!(read_stretches("10:00–10:15; trưa"), None);
    }
}
