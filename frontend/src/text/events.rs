//! Words of the list of events and of the page of one.

use super::{Language, Text, language, text};

pub(crate) const FILTERS: Text = text("Lọc sự kiện", "Filter events");
pub(crate) const TEXT: Text = text("Tên, nơi tổ chức", "Name, place");
pub(crate) const KIND: Text = text("Loại sự kiện", "Kind of event");
pub(crate) const ANY_KIND: Text = text("Mọi loại", "Any kind");
pub(crate) const YEAR: Text = text("Năm", "Year");
pub(crate) const ANY_YEAR: Text = text("Mọi năm", "Any year");
pub(crate) const UPCOMING: Text = text("Sắp diễn ra", "Upcoming");
pub(crate) const ONLY_UPCOMING: Text = text("Sắp tới", "Ahead");
pub(crate) const ONGOING: Text = text("Đang diễn ra", "Now");
pub(crate) const NO_DATE: Text = text("chưa rõ ngày", "date not known");
pub(crate) const NOTHING: Text = text("Không có sự kiện nào như vậy.", "There is no such event.");
pub(crate) const TRY_FEWER: Text =
    text("Hãy bỏ bớt điều kiện, hoặc gõ ít chữ hơn.", "Drop a condition, or type fewer words.");
pub(crate) const ALL_EVENTS: Text = text("Xem mọi sự kiện", "See all events");
pub(crate) const FACTS: Text = text("Thông tin", "Facts");
pub(crate) const DATES: Text = text("Thời gian", "Dates");
pub(crate) const PLACE: Text = text("Nơi tổ chức", "Place");
pub(crate) const PROVINCE: Text = text("Tỉnh, thành phố", "Province");
pub(crate) const FORMER_DISTRICT: Text = text("Quận, huyện cũ", "Former district");
pub(crate) const PARTICIPANTS: Text = text("Tham gia", "Took part");
pub(crate) const AGREEMENTS: Text = text("Biên bản kết nối", "Agreements");
pub(crate) const NOT_KNOWN: Text = text("chưa rõ", "not known");
pub(crate) const REPORTED: Text = text(
    "Số liệu theo báo cáo của nguồn, chưa được kiểm chứng; các báo cáo có thể tính trùng nên không cộng lại.",
    "Figures are as the source reports them, not verified; reports overlap, so they are not added up.",
);
pub(crate) const SEARCH_MORE: Text = text("Các sự kiện khác", "Other events");

/// `175 biên bản, theo báo cáo`
pub(crate) fn agreements(count: i32, language: Language) -> String {
    match (language, count) {
        (Language::Vietnamese, _) => format!("{count} biên bản, theo báo cáo"),
        (Language::English, 1) => "1 agreement, as reported".to_owned(),
        (Language::English, _) => format!("{count} agreements, as reported"),
    }
}

/// `18 tỉnh, thành phố, theo báo cáo`
pub(crate) fn provinces(count: i32, language: Language) -> String {
    match (language, count) {
        (Language::Vietnamese, _) => format!("{count} tỉnh, thành phố, theo báo cáo"),
        (Language::English, 1) => "1 province or city, as reported".to_owned(),
        (Language::English, _) => format!("{count} provinces and cities, as reported"),
    }
}

/// `84 sự kiện cho “Tây Hồ”`
pub(crate) fn found(count: &str, typed: &str) -> String {
    match language() {
        _ if typed.is_empty() => count.to_owned(),
        Language::Vietnamese => format!("{count} cho “{typed}”"),
        Language::English => format!("{count} for “{typed}”"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reported_figures_say_that_they_are_reported() {
        assert_eq!(agreements(175, Language::Vietnamese), "175 biên bản, theo báo cáo");
        assert_eq!(provinces(1, Language::English), "1 province or city, as reported");
    }
}
