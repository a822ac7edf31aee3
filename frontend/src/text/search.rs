//! Words of the search box, the results and their filters.

use super::{Language, Text, language, t, text, words};
use crate::api::{SearchReading, SuggestionKind};

pub(crate) const SEARCH: Text = text("Tìm", "Search");
pub(crate) const SEARCH_LABEL: Text =
    text("Tìm sản phẩm, chủ thể, nơi bán", "Search products, producers, places");
pub(crate) const PLACEHOLDER: Text = text("Tìm sản phẩm, nơi bán…", "Products, places…");
pub(crate) const SUGGESTIONS: Text = text("Gợi ý", "Suggestions");
pub(crate) const NEAR_ME: Text = text("Gần tôi", "Near me");
pub(crate) const FIVE_STARS: Text = text("5 sao", "5 stars");
pub(crate) const QUICK: Text = text("Tìm nhanh", "Quick searches");

pub(crate) const RESULTS: Text = text("Kết quả", "Results");
pub(crate) const FILTERS: Text = text("Bộ lọc", "Filters");
pub(crate) const SHOW_RESULTS: Text = text("Xem kết quả", "Show results");
pub(crate) const CLEAR_FILTERS: Text = text("Bỏ mọi bộ lọc", "Clear all filters");
pub(crate) const ACTIVE_FILTERS: Text = text("Đang lọc theo", "Filtered by");
pub(crate) const STARS: Text = text("Hạng sao còn hạn", "Valid stars");
pub(crate) const GROUPS: Text = text("Nhóm sản phẩm", "Product group");
pub(crate) const PROVINCES: Text = text("Tỉnh, thành phố", "Province");
pub(crate) const ERA: Text = text("Theo tên tỉnh", "Names of provinces");
pub(crate) const ERA_NEW: Text = text("Hiện nay", "Today");
pub(crate) const ERA_OLD: Text = text("Trước 7/2025", "Before July 2025");
pub(crate) const CERTIFICATES: Text = text("Giấy chứng nhận", "Certificates");
pub(crate) const MONTHS: Text = text("Tháng có hàng", "Available in");
pub(crate) const SHOW_ALL_VALUES: Text = text("Hiện tất cả", "Show all");
pub(crate) const SORT: Text = text("Sắp xếp", "Sort by");
pub(crate) const BY_RELEVANCE: Text = text("Phù hợp nhất", "Best match");
pub(crate) const BY_NAME: Text = text("Tên A–Z", "Name A–Z");
pub(crate) const BY_STARS: Text = text("Hạng sao cao trước", "Most stars first");
pub(crate) const BY_NEWEST: Text = text("Mới nhất", "Newest");
pub(crate) const OLD_PROVINCE: Text = text("trước 7/2025", "before July 2025");
pub(crate) const HERE_ONLY: Text = text("Bán tại điểm đã chọn", "On sale at the chosen point");

pub(crate) const NOTHING: Text = text("Không tìm thấy sản phẩm nào.", "No product was found.");
pub(crate) const TRY_THIS: Text = text("Bạn có thể thử:", "You could try:");
pub(crate) const TRY_SPELLING: Text = text(
    "Gõ ít chữ hơn, hoặc một tên gọi khác (vùng khác có thể gọi khác); có dấu hay không dấu đều được.",
    "Type fewer words, or another name for it (regions name things differently); accents are not needed.",
);
pub(crate) const TRY_WITHOUT_TEXT: Text = text("Bỏ chữ đã gõ, giữ bộ lọc", "Drop the text, keep the filters");
pub(crate) const TRY_POINTS: Text = text("Tìm trong các điểm bán", "Search the sale points instead");
pub(crate) const TRY_PRODUCERS: Text = text("Tìm trong các chủ thể", "Search the producers instead");

/// `128 sản phẩm cho “cà phê”`
pub(crate) fn found(total: i32, text: &str, language: Language) -> String {
    let count = words::count(total, words::Counted::Products, language);
    match (text.is_empty(), language) {
        (true, _) => count,
        (false, Language::Vietnamese) => format!("{count} cho “{text}”"),
        (false, Language::English) => format!("{count} for “{text}”"),
    }
}

/// How the text was understood, when it was not taken as it stands.
pub(crate) fn reading(
    reading: SearchReading,
    typed: &str,
    read_as: Option<&str>,
    language: Language,
) -> Option<String> {
    match (reading, read_as, language) {
        (SearchReading::Relaxed, None, Language::Vietnamese) => {
            Some(format!("Không có sản phẩm nào chứa đủ “{typed}”; đang hiện những sản phẩm gần đúng."))
        }
        (SearchReading::Relaxed, None, Language::English) => {
            Some(format!("Nothing has all of “{typed}”; showing what comes close."))
        }
        (_, Some(other), _) if other == typed => None,
        (_, Some(other), Language::Vietnamese) => Some(format!("Không thấy “{typed}”, đang tìm “{other}”.")),
        (_, Some(other), Language::English) => {
            Some(format!("Nothing for “{typed}”; searching “{other}” instead."))
        }
        (SearchReading::Keystrokes | SearchReading::Typo, None, Language::Vietnamese) => {
            Some(format!("Không thấy đúng “{typed}”; đang hiện những sản phẩm có tên gần giống."))
        }
        (SearchReading::Keystrokes | SearchReading::Typo, None, Language::English) => {
            Some(format!("Nothing is called “{typed}”; showing similar names."))
        }
        (SearchReading::Plain | SearchReading::Prefix, None, _) => None,
    }
}

/// The heading over suggestions of one kind.
pub(crate) fn suggestion_kind(kind: SuggestionKind) -> Text {
    match kind {
        SuggestionKind::Product => text("Sản phẩm", "Products"),
        SuggestionKind::Producer => text("Chủ thể", "Producers"),
        SuggestionKind::SalePoint => text("Điểm bán", "Sale points"),
        SuggestionKind::Place => text("Nơi chốn", "Places"),
    }
}

/// `5 sao`
pub(crate) fn stars(count: i32) -> String {
    match language() {
        Language::Vietnamese => format!("{count} sao"),
        Language::English => format!("{count} stars"),
    }
}

/// `Tháng 5`, `May`
pub(crate) fn month(month: i32) -> String {
    match language() {
        Language::Vietnamese => format!("Tháng {month}"),
        Language::English => {
            let month = u8::try_from(month).ok().and_then(|month| chrono::Month::try_from(month).ok());
            month.map_or("", |month| month.name()).to_owned()
        }
    }
}

/// `Bỏ bộ lọc: 5 sao`
pub(crate) fn drop_filter(label: &str) -> String {
    match language() {
        Language::Vietnamese => format!("Bỏ bộ lọc: {label}"),
        Language::English => format!("Drop the filter: {label}"),
    }
}

/// `Xem 128 sản phẩm`
pub(crate) fn show_found(total: Option<i32>) -> String {
    let Some(total) = total else { return t(SHOW_RESULTS).to_owned() };
    let count = words::count(total, words::Counted::Products, language());
    match language() {
        Language::Vietnamese => format!("Xem {count}"),
        Language::English => format!("Show {count}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_names_what_was_searched() {
        assert_eq!(found(1_280, "cà phê", Language::Vietnamese), "1.280 sản phẩm cho “cà phê”");
        assert_eq!(found(1, "", Language::English), "1 product");
    }

    #[test]
    fn a_text_understood_otherwise_is_told() {
        let told = |how, read_as| reading(how, "cas nucj", read_as, Language::Vietnamese);

        assert_eq!(
            told(SearchReading::Keystrokes, Some("cá nục")).as_deref(),
            Some("Không thấy “cas nucj”, đang tìm “cá nục”.")
        );
        assert_eq!(told(SearchReading::Plain, None), None);
        assert_eq!(told(SearchReading::Plain, Some("cas nucj")), None);
        assert!(told(SearchReading::Relaxed, None).is_some());
        assert!(told(SearchReading::Typo, None).is_some());
    }
}
