//! Numbers, counts and dates in words, as people here write them.

use chrono::{DateTime, NaiveDate, Timelike, Utc};

use super::Language::{self, English, Vietnamese};

/// `1.250` in Vietnamese, `1,250` in English.
pub(crate) fn number(value: i64, language: Language) -> String {
    let separator = match language {
        Vietnamese => '.',
        English => ',',
    };
    let digits = value.unsigned_abs().to_string();
    let mut written = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push(separator);
        }
        written.push(digit);
    }
    if value < 0 { format!("−{written}") } else { written }
}

/// `15/11/2026`
pub(crate) fn date(date: NaiveDate) -> String {
    shared::PartialDate::Day(date).in_words()
}

/// `25/11/2026 22:40`, on the clocks of Vietnam.
pub(crate) fn instant(at: DateTime<Utc>) -> String {
    crate::clock::here(at).map_or_else(String::new, |here| {
        format!("{} {:02}:{:02}", date(here.date_naive()), here.hour(), here.minute())
    })
}

/// `0912 345 678` of `+84912345678`. Numbers of other countries and those that are stored as written stay as they are.
pub(crate) fn phone(stored: &str) -> String {
    let Some(rest) = stored.strip_prefix("+84").filter(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
    else {
        return stored.to_owned();
    };
    let national = format!("0{rest}");
    // Hanoi and Ho Chi Minh City have short area codes and eight digits after them.
    let groups = match (national.len(), national.get(..3)) {
        (10, _) => [4, 7],
        (11, Some("024" | "028")) => [3, 7],
        (11, _) => [4, 7],
        _ => return national,
    };
    let parts = [national.get(..groups[0]), national.get(groups[0]..groups[1]), national.get(groups[1]..)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Something that is counted.
#[derive(Clone, Copy)]
pub(crate) enum Counted {
    Products,
    Producers,
    SalePoints,
    Events,
    Suggestions,
    Requests,
    Accounts,
    Needs,
}

/// `1.250 sản phẩm`, `1 product`
pub(crate) fn count(value: i32, counted: Counted, language: Language) -> String {
    let (vietnamese, one, many) = match counted {
        Counted::Products => ("sản phẩm", "product", "products"),
        Counted::Producers => ("chủ thể", "producer", "producers"),
        Counted::SalePoints => ("điểm bán", "sale point", "sale points"),
        Counted::Events => ("sự kiện", "event", "events"),
        Counted::Requests => ("yêu cầu", "request", "requests"),
        Counted::Accounts => ("tài khoản", "account", "accounts"),
        Counted::Needs => ("nhu cầu", "need", "needs"),
        Counted::Suggestions => ("gợi ý", "suggestion", "suggestions"),
    };
    let name = match (language, value) {
        (Vietnamese, _) => vietnamese,
        (English, 1) => one,
        (English, _) => many,
    };
    format!("{} {name}", number(value.into(), language))
}

/// `từ 24/07/2020 đến 26/07/2020`; one date where the two are the same or only one is known.
pub(crate) fn span(
    from: Option<shared::PartialDate>,
    to: Option<shared::PartialDate>,
    language: Language,
) -> Option<String> {
    let (from, to) = match (from, to) {
        (Some(from), Some(to)) if from != to => (from, to),
        (Some(only), _) | (None, Some(only)) => return Some(only.in_words()),
        (None, None) => return None,
    };
    Some(match language {
        Vietnamese => format!("từ {} đến {}", from.in_words(), to.in_words()),
        English => format!("{} – {}", from.in_words(), to.in_words()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart_as_each_language_does() {
        let written = [0, 7, 999, 1_250, 1_000_000, -4_500].map(|value| number(value, Vietnamese));

        assert_eq!(written, ["0", "7", "999", "1.250", "1.000.000", "−4.500"]);
        assert_eq!(number(1_250, English), "1,250");
    }

    #[test]
    fn telephones_are_written_as_people_read_them() {
        let written =
            ["+84912345678", "+842438251234", "+842033123456", "1900 1234", "+6591234567"].map(phone);

        assert_eq!(written, ["0912 345 678", "024 3825 1234", "0203 312 3456", "1900 1234", "+6591234567"]);
    }

    #[test]
    fn an_instant_is_told_in_the_time_of_the_country() {
        let at = "2026-11-25T17:05:00Z".parse().map(instant);

        assert_eq!(at.as_deref().ok(), Some("26/11/2026 00:05"));
    }

    #[test]
    fn one_is_singular_in_english_only() {
        assert_eq!(count(1, Counted::Products, English), "1 product");
        assert_eq!(count(2, Counted::Products, English), "2 products");
        assert_eq!(count(1, Counted::Products, Vietnamese), "1 sản phẩm");
    }

    #[test]
    fn a_span_says_only_what_is_known() {
        let day = |text: &str| text.parse().ok();

        assert_eq!(span(day("2020"), None, Vietnamese).as_deref(), Some("2020"));
        assert_eq!(span(day("2020-07-24"), day("2020-07-24"), Vietnamese).as_deref(), Some("24/07/2020"));
        assert_eq!(
            span(day("2020-07-24"), day("2020-07-26"), Vietnamese).as_deref(),
            Some("từ 24/07/2020 đến 26/07/2020")
        );
        assert_eq!(span(None, None, English), None);
    }
}
