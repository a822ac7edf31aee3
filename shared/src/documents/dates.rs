//! Dates as documents write them, and months of a year in few signs.

use chrono::{Datelike, NaiveDate};

/// `ngày 22 tháng 11 năm 2026`; January and February have two digits, so that nobody makes twelve of one.
pub(super) fn vietnamese(day: Option<NaiveDate>) -> String {
    let Some(day) = day else { return "ngày …… tháng …… năm ………".to_owned() };
    let month = day.month();
    let month = if month < 3 { format!("{month:02}") } else { month.to_string() };
    format!("ngày {:02} tháng {month} năm {}", day.day(), day.year())
}

/// `22 November 2026`
pub(super) fn english(day: Option<NaiveDate>) -> String {
    let Some(day) = day else { return "…… / …… / ………".to_owned() };
    day.format("%-d %B %Y").to_string()
}

/// `1-3, 9` of solar months in their order.
pub(super) fn months(months: &[i32]) -> String {
    let mut spans: Vec<(i32, i32)> = Vec::new();
    for &month in months {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == month => *last = month,
            _ => spans.push((month, month)),
        }
    }
    let spans = spans.into_iter().map(|(first, last)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}, {last}"),
        _ => format!("{first}-{last}"),
    });
    spans.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_as_documents_have_it() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);

        assert_eq!(vietnamese(day(2026, 11, 22)), "ngày 22 tháng 11 năm 2026");
        assert_eq!(vietnamese(day(2026, 2, 3)), "ngày 03 tháng 02 năm 2026");
        assert_eq!(vietnamese(day(2026, 3, 3)), "ngày 03 tháng 3 năm 2026");
        assert_eq!(vietnamese(None), "ngày …… tháng …… năm ………");
        assert_eq!(english(day(2026, 11, 2)), "2 November 2026");
    }

    #[test]
    fn months_that_follow_each_other_are_a_span() {
        assert_eq!(months(&[1, 2, 3, 9]), "1-3, 9");
        assert_eq!(months(&[11, 12]), "11, 12");
        assert_eq!(months(&[]), "");
    }
}
