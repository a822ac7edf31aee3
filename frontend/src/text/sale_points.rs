//! Words of the list of sale points and of the page of one.

use shared::PartialDate;

use super::{Language, Text, language, t, text};
use crate::api::WardBasis;

pub(crate) const FILTERS: Text = text("Bộ lọc", "Filters");
pub(crate) const FILTER_POINTS: Text = text("Lọc điểm bán", "Filter sale points");
pub(crate) const TEXT: Text = text("Tên, địa chỉ", "Name, address");
pub(crate) const KIND: Text = text("Loại điểm bán", "Kind of place");
pub(crate) const ANY_KIND: Text = text("Mọi loại", "Any kind");
pub(crate) const STATUS: Text = text("Tình trạng", "Status");
pub(crate) const ANY_STATUS: Text = text("Mọi tình trạng", "Any status");
pub(crate) const WARD: Text = text("Phường, xã hiện nay", "Ward or commune of today");
pub(crate) const ANY_WARD: Text = text("Mọi phường, xã", "Any ward");
pub(crate) const DISTRICT: Text = text("Quận, huyện trước 7/2025", "District until June 2025");
pub(crate) const ANY_DISTRICT: Text = text("Mọi quận, huyện cũ", "Any former district");
pub(crate) const ORDER: Text = text("Sắp xếp", "Sort by");
pub(crate) const BY_NAME: Text = text("Tên A–Z", "Name A–Z");
pub(crate) const BY_DISTANCE: Text = text("Gần nhất", "Nearest first");
pub(crate) const BY_NEWEST: Text = text("Mới mở trước", "Newest first");
pub(crate) const NEAR_ME: Text = text("Gần tôi", "Near me");
pub(crate) const UNITS_FAILED: Text = text(
    "Chưa tải được danh sách phường, quận. Các bộ lọc khác vẫn dùng được.",
    "The wards and districts could not be loaded. The other filters work.",
);
pub(crate) const ACTIVE: Text = text("Đang lọc theo", "Filtered by");
pub(crate) const CLEAR: Text = text("Bỏ mọi bộ lọc", "Clear all filters");
pub(crate) const SELLS: Text = text("Bán", "Sells");
pub(crate) const CHOSEN_PRODUCT: Text = text("sản phẩm đã chọn", "the chosen product");
pub(crate) const SHOWN_AS: Text = text("Cách xem", "Shown as");
pub(crate) const LIST: Text = text("Danh sách", "List");
pub(crate) const MAP: Text = text("Bản đồ", "Map");
pub(crate) const SKIP_MAP: Text = text("Bỏ qua bản đồ, đến danh sách", "Skip the map, to the list");
pub(crate) const BACK_TO_PRODUCT: Text = text("Về trang sản phẩm", "Back to the product");
pub(crate) const NOTHING: Text = text("Không có điểm bán nào như vậy.", "There is no such sale point.");
pub(crate) const NOTHING_SELLS: Text = text(
    "Chưa có điểm bán nào xác nhận đang bán sản phẩm này.",
    "No sale point has confirmed that it sells this product.",
);
pub(crate) const TRY_FEWER: Text =
    text("Hãy bỏ bớt điều kiện, hoặc gõ ít chữ hơn.", "Drop a condition, or type fewer words.");
pub(crate) const ALL_POINTS: Text = text("Xem mọi điểm bán", "See all sale points");

pub(crate) const LOCATING: Text = text(
    "Đang hỏi thiết bị vị trí của bạn… Vị trí chỉ dùng để tính khoảng cách, không được lưu.",
    "Asking your device where you are… It is only used for distances and not kept.",
);
pub(crate) const DENIED: Text = text(
    "Trình duyệt chưa cho phép trang này biết vị trí của bạn. Danh sách vẫn đủ, xếp theo tên. Muốn xem điểm gần nhất, hãy cho phép vị trí trong cài đặt của trình duyệt rồi nhấn “Gần tôi” lần nữa, hoặc chọn phường, xã.",
    "The browser does not let this page know where you are. The list is complete, sorted by name. To see the nearest points, allow the location in the settings of the browser and press “Near me” again, or choose a ward.",
);
pub(crate) const NOWHERE: Text = text(
    "Thiết bị chưa xác định được vị trí. Danh sách vẫn đủ, xếp theo tên. Bạn có thể thử lại, hoặc chọn phường, xã.",
    "The device could not find where you are. The list is complete, sorted by name. Try again, or choose a ward.",
);
pub(crate) const NEAR_YOU: Text = text(
    "Khoảng cách tính theo đường chim bay từ vị trí của bạn.",
    "Distances are as the crow flies from where you are.",
);

pub(crate) const FACTS: Text = text("Thông tin", "Facts");
pub(crate) const STATUS_NOT_KNOWN: Text = text(
    "chưa rõ; chưa có nguồn nào nói điểm này đang hoạt động",
    "not known; no source says whether it is open",
);
pub(crate) const DAY_NOT_KNOWN: Text = text("chưa rõ nguồn ghi ngày nào", "day of the statement not known");
pub(crate) const ADDRESS: Text = text("Địa chỉ", "Address");
pub(crate) const NOT_KNOWN: Text = text("chưa rõ", "not known");
pub(crate) const FORMER_DISTRICT: Text = text("Quận, huyện cũ", "Former district");
pub(crate) const OPERATOR: Text = text("Đơn vị vận hành", "Operator");
pub(crate) const HOURS: Text = text("Giờ mở cửa", "Opening hours");
pub(crate) const HOURS_NOT_KNOWN: Text =
    text("chưa rõ, hãy hỏi trước khi đến", "not known, ask before you go");
pub(crate) const HISTORY: Text = text("Quá trình", "History");
pub(crate) const HOW_TO_GET_THERE: Text = text("Đường đến", "How to get there");
pub(crate) const ON_THE_MAP: Text =
    text("Xem trên bản đồ cùng các điểm khác", "See it on the map with the others");
pub(crate) const NO_PLACE: Text = text(
    "Chưa rõ vị trí của điểm này nên chưa vẽ được lên bản đồ.",
    "Where this point lies is not known, so it is not on the map.",
);
pub(crate) const ON_SALE: Text = text("Đang bày bán", "On sale here");
pub(crate) const NOTHING_CONFIRMED: Text = text(
    "Chưa có ai xác nhận hàng bày bán tại điểm này.",
    "Nobody has confirmed what is on sale at this point.",
);
pub(crate) const SEE_PRODUCTS: Text = text("Tìm sản phẩm OCOP", "Find OCOP products");
pub(crate) const SEARCH_STOCK: Text = text("Tìm trong hàng bày bán", "Search what is on sale");
pub(crate) const STOCK_NOT_FOUND: Text =
    text("Không có mặt hàng nào như vậy ở đây.", "Nothing like that is on sale here.");

/// How the ward of today is known.
pub(crate) fn ward_basis(basis: Option<WardBasis>) -> Option<Text> {
    Some(match basis? {
        WardBasis::Named => text("ghi trong nguồn", "named by the source"),
        WardBasis::Successor => text(
            "phường cũ ghi trong nguồn nay thuộc đây",
            "the former ward named by the source now belongs here",
        ),
        WardBasis::MainSuccessor => text(
            "phần lớn phường cũ nay thuộc đây; có thể điểm này thuộc phường bên cạnh",
            "most of the former ward now belongs here; the point may lie in the ward beside it",
        ),
        WardBasis::Confirmed => text("đã được xác nhận", "confirmed"),
    })
}

/// `theo nguồn ngày 15/11/2022`
pub(crate) fn as_of(date: PartialDate) -> String {
    let date = date.in_words();
    match language() {
        Language::Vietnamese => format!("theo nguồn {date}"),
        Language::English => format!("as of {date}"),
    }
}

/// `công bố 12/2022 · khai trương 2022`: only what is known.
pub(crate) fn history(
    published: Option<PartialDate>,
    opened: Option<PartialDate>,
    stopped: Option<PartialDate>,
    language: Language,
) -> Option<String> {
    const PUBLISHED: Text = text("công bố", "published");
    const OPENED: Text = text("khai trương", "opened");
    const STOPPED: Text = text("dừng hoạt động", "stopped");
    let steps = [(PUBLISHED, published), (OPENED, opened), (STOPPED, stopped)];
    let known = steps
        .into_iter()
        .filter_map(|(what, date)| Some(format!("{} {}", what.in_language(language), date?.in_words())));
    let known: Vec<_> = known.collect();
    (!known.is_empty()).then(|| known.join(" · "))
}

/// `Bỏ điều kiện: Cửa hàng`
pub(crate) fn drop_filter(label: &str) -> String {
    match language() {
        Language::Vietnamese => format!("Bỏ điều kiện: {label}"),
        Language::English => format!("Drop the condition: {label}"),
    }
}

/// `45 điểm bán cho “mart”`
pub(crate) fn found(count: &str, typed: &str) -> String {
    match language() {
        _ if typed.is_empty() => count.to_owned(),
        Language::Vietnamese => format!("{count} cho “{typed}”"),
        Language::English => format!("{count} for “{typed}”"),
    }
}

/// `khoảng 1,2 km`, where the place stands for a whole unit.
pub(crate) fn about(distance: &str) -> String {
    match language() {
        Language::Vietnamese => format!("khoảng {distance}"),
        Language::English => format!("about {distance}"),
    }
}

/// `Bán Chè lam`
pub(crate) fn sells(product: Option<&str>) -> String {
    format!("{} {}", t(SELLS), product.unwrap_or(t(CHOSEN_PRODUCT)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_history_says_only_what_is_known() {
        let date = |text: &str| text.parse().ok();
        let told = |published, opened, stopped| history(published, opened, stopped, Language::Vietnamese);

        assert_eq!(
            told(date("2022-12"), date("2022"), None).as_deref(),
            Some("công bố 12/2022 · khai trương 2022")
        );
        assert_eq!(told(None, None, date("2024-03-01")).as_deref(), Some("dừng hoạt động 01/03/2024"));
        assert_eq!(told(None, None, None), None);
    }
}
