//! Words with which needs are read, in lists and in full, and of what their retailer does about them.

use super::{Language, Text, language, text};
use crate::api::{NeedStatus, NeedVisibility};

pub(crate) const NEEDS: Text = text("Nhu cầu của nơi bán", "What retailers look for");
pub(crate) const NEEDS_WHY: Text = text(
    "Siêu thị, cửa hàng, nhà phân phối đang tìm hàng gì, bao nhiêu, giá nào. Đây là nhu cầu tìm nguồn hàng, không phải đơn đặt hàng.",
    "What supermarkets, shops and distributors look for, how much and at what price. These are no orders.",
);
pub(crate) const WHICH: Text = text("Xem nhu cầu nào", "Which needs");
pub(crate) const ALL: Text = text("Mọi nhu cầu", "All needs");
pub(crate) const TOUCHING_MINE: Text = text("Liên quan đến sản phẩm của tôi", "About what I make");
pub(crate) const GROUP: Text = text("Nhóm sản phẩm", "Product group");
pub(crate) const ANY_GROUP: Text = text("Mọi nhóm", "Any group");
pub(crate) const FOR_VERIFIED: Text = text(
    "Có những nhu cầu chỉ chủ thể đã được xác minh mới thấy.",
    "Some needs are shown to verified producers only.",
);
pub(crate) const SIGN_IN: Text = text("Đăng nhập để xem thêm", "Sign in to see more");
pub(crate) const TO_ORGANISATIONS: Text = text("Đến đơn vị của tôi", "To my organisations");
pub(crate) const NOTHING: Text = text("Hiện chưa có nhu cầu nào như vậy.", "There is no such need now.");
pub(crate) const NOTHING_YET: Text = text(
    "Hiện chưa có nhu cầu nào mà bạn xem được. Khi nơi bán đăng nhu cầu, bạn thấy ở đây.",
    "There is no need that you may read now. When retailers post one, it stands here.",
);

pub(crate) const VERIFIED: Text = text("Đã xác minh", "Verified");
pub(crate) const NOT_VERIFIED: Text = text("Chưa xác minh", "Not verified");
pub(crate) const PAST: Text = text("Đã hết hạn", "Past its last day");
pub(crate) const CONTACT: Text = text("Liên hệ", "Contact");
pub(crate) const STARS: Text = text("Hạng sao", "Stars");
pub(crate) const QUANTITY: Text = text("Số lượng mỗi tháng", "Quantity a month");
pub(crate) const MONTHS: Text = text("Tháng cần hàng", "Months");
pub(crate) const CEILING: Text = text("Giá cao nhất", "Highest price");
pub(crate) const PROVINCES: Text = text("Từ tỉnh, thành phố", "From");
pub(crate) const DEADLINE: Text = text("Nhận trả lời đến hết ngày", "Answers until");
pub(crate) const WHO_READS: Text = text("Ai xem được", "Who may read it");
pub(crate) const ANY: Text = text("không yêu cầu", "does not matter");
pub(crate) const ANY_MONTH: Text = text("tháng nào cũng được", "any month");
pub(crate) const ANYWHERE: Text = text("tỉnh nào cũng được", "anywhere");
pub(crate) const ANY_GROUP_OF: Text = text("nhóm nào cũng được", "any group");
pub(crate) const NO_DEADLINE: Text = text("không đặt ngày cuối", "no last day");
pub(crate) const ALL_YEAR: Text = text("Quanh năm", "All year");
pub(crate) const FACTS: Text = text("Điều kiện", "Terms");
pub(crate) const FIND_PRODUCTS: Text = text("Tìm sản phẩm", "Find products");
pub(crate) const FIND_BY_TODAY: Text =
    text("Tìm sản phẩm (tỉnh hiện nay)", "Find products (provinces of today)");
pub(crate) const FIND_BY_FORMER: Text =
    text("Tìm sản phẩm (tỉnh trước 7/2025)", "Find products (provinces before July 2025)");
pub(crate) const FIND_WHY: Text = text(
    "Mở trang tìm kiếm với nhóm, hạng sao và tỉnh của nhu cầu này đã chọn sẵn.",
    "Opens the search with the groups, stars and provinces of this need chosen.",
);
pub(crate) const MAYBE_HIDDEN: Text = text(
    "Nhu cầu này có thể chỉ dành cho chủ thể đã được xác minh.",
    "This need may be for verified producers only.",
);

pub(crate) const OWN: Text = text("Nhu cầu của đơn vị", "Needs of the organisation");
pub(crate) const OWN_WHY: Text = text(
    "Ở đây nơi bán ghi mình đang tìm hàng gì. Bản nháp chỉ đơn vị thấy; chủ thể thấy sau khi bạn đăng.",
    "Here a retailer says what it looks for. Only the organisation sees a draft; producers see it once it is posted.",
);
pub(crate) const WAIT_TO_POST: Text = text(
    "Đơn vị chưa được Sở xác minh: bạn ghi bản nháp được ngay, đăng được sau khi xác minh.",
    "The organisation is not verified yet: drafts can be written now, and posted once it is.",
);
pub(crate) const NO_RETAILER: Text = text(
    "Chỉ đơn vị bán hàng mới đăng nhu cầu. Hãy đánh dấu “Bán hàng” trong thông tin của đơn vị.",
    "Only retailers post needs. Say in the facts of the organisation that it sells.",
);
pub(crate) const ADD: Text = text("Thêm nhu cầu", "Add a need");
pub(crate) const BY_STATUS: Text = text("Theo tình trạng", "By state");
pub(crate) const NONE_OF_STATUS: Text =
    text("Không có nhu cầu nào ở mục này.", "There is no need in this state.");
pub(crate) const TO_OWN: Text = text("Mọi nhu cầu của đơn vị", "All needs of the organisation");
pub(crate) const PARTS: Text = text("Các phần của nhu cầu", "Parts of the need");
pub(crate) const OVERVIEW: Text = text("Tổng quan", "Overview");
pub(crate) const EDIT: Text = text("Sửa nhu cầu", "Edit");
pub(crate) const STATE: Text = text("Tình trạng", "State");

pub(crate) const OPEN: Text = text("Đăng nhu cầu", "Post it");
pub(crate) const OPEN_AGAIN: Text = text("Đăng lại", "Post it again");
pub(crate) const OPENED: Text = text("Đã đăng.", "Posted.");
pub(crate) const CLOSE: Text = text("Đóng nhu cầu", "Close it");
pub(crate) const CLOSE_NOW: Text = text("Đóng ngay", "Close it now");
pub(crate) const CLOSE_WHY: Text = text(
    "Nhu cầu đã đóng không còn ai ngoài đơn vị thấy; đăng lại lúc nào cũng được.",
    "Once it is closed nobody else sees it; it can be posted again at any time.",
);
pub(crate) const REASON: Text = text("Lý do đóng", "Why it is closed");
pub(crate) const REASON_HINT: Text =
    text("Ví dụ: đã tìm được nơi cung cấp.", "For example: a supplier is found.");
pub(crate) const CLOSED: Text = text("Đã đóng nhu cầu.", "The need is closed.");
pub(crate) const COPY: Text = text("Sao chép thành bản nháp mới", "Copy it into a new draft");
pub(crate) const COPIED: Text = text(
    "Đã sao chép. Bản nháp chưa có ngày cuối; hãy xem lại rồi đăng.",
    "Copied. The draft has no last day; look it over, then post it.",
);
pub(crate) const HINDERED: Text = text("Chưa đăng được, vì:", "It can't be posted yet, because:");
pub(crate) const UNVERIFIED: Text =
    text("đơn vị chưa được Sở xác minh.", "the organisation is not verified by the department.");
pub(crate) const TO_VERIFICATION: Text = text("Xem việc xác minh", "See the verification");
pub(crate) const DAY_PASSED: Text = text("ngày cuối đã qua.", "its last day has passed.");
pub(crate) const DAY_PASSED_COPY: Text = text(
    "ngày cuối đã qua. Hãy sao chép thành bản nháp mới rồi đặt ngày khác.",
    "its last day has passed. Copy it into a new draft and give that another day.",
);
pub(crate) const SAYS_NOTHING: Text = text(
    "chưa chọn nhóm sản phẩm và chưa có mô tả, nên chủ thể khó tìm thấy.",
    "beyond its name it says neither which goods nor what else; producers would not find it.",
);
pub(crate) const FILL_IN: Text = text("Điền ngay", "Fill it in");
pub(crate) const OTHER_DAY: Text = text("Đặt ngày khác", "Choose another day");
pub(crate) const NOT_NOW: Text = text(
    "Hiện chưa làm được. Trang đã được tải lại; hãy xem tình trạng của nhu cầu.",
    "Not possible as things are. The page is new again; look at the state of the need.",
);
pub(crate) const OPEN_PAST: Text = text(
    "Ngày cuối đã qua: chủ thể không còn thấy nhu cầu này trong danh sách. Hãy đặt ngày khác hoặc đóng.",
    "Its last day has passed: producers no longer find it in the list. Choose another day or close it.",
);
pub(crate) const SINCE: Text = text("từ ngày", "since");
pub(crate) const CLOSED_BECAUSE: Text = text("Lý do", "Because");

/// Where a need stands.
pub(crate) fn status(status: NeedStatus) -> Text {
    match status {
        NeedStatus::Draft => text("Bản nháp", "Draft"),
        NeedStatus::Open => text("Đang tìm", "Open"),
        NeedStatus::Closed => text("Đã đóng", "Closed"),
    }
}

/// Who may read a need, explained.
pub(crate) fn visibility(visibility: NeedVisibility) -> Text {
    match visibility {
        NeedVisibility::Producers => text(
            "Chỉ chủ thể đã được Sở xác minh; khách và đơn vị chưa xác minh không thấy",
            "Verified producers only; guests and unverified organisations do not see it",
        ),
        NeedVisibility::Public => {
            text("Mọi người, kể cả khách chưa đăng nhập", "Everybody, also guests who have not signed in")
        }
    }
}

/// `Liên quan đến sản phẩm của HTX Sen Hồ`
pub(crate) fn touching(producer: &str) -> String {
    match language() {
        Language::Vietnamese => format!("Liên quan đến sản phẩm của {producer}"),
        Language::English => format!("About what {producer} makes"),
    }
}

/// `Nhu cầu liên quan (3)`; without a number while it is not known.
pub(crate) fn related(count: Option<i32>) -> String {
    let words = match language() {
        Language::Vietnamese => "Nhu cầu liên quan",
        Language::English => "Needs about our products",
    };
    count.map_or_else(|| words.to_owned(), |count| format!("{words} ({count})"))
}

/// `Từ 4 sao`
pub(crate) fn stars(fewest: i32) -> String {
    match (language(), fewest) {
        (Language::Vietnamese, 5) => "5 sao".to_owned(),
        (Language::Vietnamese, _) => format!("Từ {fewest} sao"),
        (Language::English, 5) => "5 stars".to_owned(),
        (Language::English, _) => format!("{fewest} stars or more"),
    }
}

/// `1.500 kg mỗi tháng`
pub(crate) fn a_month(amount: &str) -> String {
    match language() {
        Language::Vietnamese => format!("{amount} mỗi tháng"),
        Language::English => format!("{amount} a month"),
    }
}

/// `tối đa 90.000 ₫ mỗi kg`
pub(crate) fn at_most(price: &str, unit: Option<&str>) -> String {
    match (language(), unit) {
        (Language::Vietnamese, Some(unit)) => format!("tối đa {price} mỗi {unit}"),
        (Language::Vietnamese, None) => format!("tối đa {price}"),
        (Language::English, Some(unit)) => format!("at most {price} a {unit}"),
        (Language::English, None) => format!("at most {price}"),
    }
}

/// `tháng 1–3, 12`
pub(crate) fn in_months(ranges: &str) -> String {
    match language() {
        Language::Vietnamese => format!("tháng {ranges}"),
        Language::English => format!("months {ranges}"),
    }
}

/// `đến hết 31/12/2026`
pub(crate) fn until(day: &str) -> String {
    match language() {
        Language::Vietnamese => format!("đến hết {day}"),
        Language::English => format!("until {day}"),
    }
}
