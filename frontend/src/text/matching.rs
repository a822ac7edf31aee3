//! Words with which needs and products are put side by side: conditions, scores, comparisons.

use super::{Language, Text, language, text};
use crate::api::{GateKind, MatchChoice, ScorePartKind};

pub(crate) const PRODUCTS: Text = text("Sản phẩm phù hợp", "Products that fit");
pub(crate) const PRODUCTS_WHY: Text = text(
    "Từng điều kiện của nhu cầu được so với những gì chủ thể đã khai. Chưa rõ không có nghĩa là chưa đạt: hãy hỏi chủ thể.",
    "Each thing the need asks is held against what producers have said. Not known does not mean not met: ask the producer.",
);
pub(crate) const NEEDS: Text = text("Nhu cầu phù hợp", "Needs it fits");
pub(crate) const NEEDS_WHY: Text = text(
    "Nhu cầu đang mở của nơi bán, so với những gì đơn vị đã khai về sản phẩm này. Nơi bán thấy cùng những lý do này.",
    "Open needs of retailers against what has been said of this product. The retailer sees the same reasons.",
);
pub(crate) const WHICH: Text = text("Xem cặp nào", "Which pairs");
pub(crate) const SCORE: Text = text("Điểm phù hợp", "Score");
pub(crate) const GATES: Text = text("Điều kiện", "Conditions");
pub(crate) const PARTS: Text = text("Điểm gồm những gì", "What the score is made of");
pub(crate) const MORE: Text =
    text("Xem từng điều kiện và cách tính điểm", "See each condition and the score");
pub(crate) const REASONS: Text = text("Lý do chính", "Main reasons");

pub(crate) const NO_FITTING_PRODUCTS: Text = text(
    "Chưa có sản phẩm nào qua được mọi điều kiện của nhu cầu này. Hãy xem những sản phẩm chỉ thiếu một, hai điều kiện, hoặc nới điều kiện nào chưa thật cần.",
    "No product passes every condition of this need yet. Look at those that miss only one or two, or loosen a condition that is not needed.",
);
pub(crate) const NO_ALMOST_PRODUCTS: Text = text(
    "Không có sản phẩm nào chỉ thiếu một, hai điều kiện. Hãy nới điều kiện nào chưa thật cần, hoặc xem tất cả.",
    "No product misses only one condition or two. Loosen a condition that is not needed, or look at all.",
);
pub(crate) const NO_PRODUCTS: Text = text(
    "Chưa có sản phẩm nào để so với nhu cầu này. Hãy tìm trong danh bạ sản phẩm.",
    "There is no product to hold against this need yet. Search the register of products.",
);
pub(crate) const NO_FITTING_NEEDS: Text = text(
    "Chưa có nhu cầu nào mà sản phẩm này qua được mọi điều kiện. Hãy xem nhu cầu chỉ còn thiếu một, hai điều kiện và bổ sung những gì còn thiếu.",
    "There is no need all of whose conditions this product passes yet. Look at those where it misses one or two, and mend what is missing.",
);
pub(crate) const NO_ALMOST_NEEDS: Text = text(
    "Không có nhu cầu nào mà sản phẩm này chỉ thiếu một, hai điều kiện.",
    "There is no need of which this product misses only one condition or two.",
);
pub(crate) const NO_NEEDS: Text = text(
    "Hiện chưa có nhu cầu nào để so với sản phẩm này. Khi nơi bán đăng nhu cầu, bạn thấy ở đây.",
    "There is no need to hold against this product now. When retailers post one, it stands here.",
);
pub(crate) const NEED_CLOSED: Text = text(
    "Nhu cầu đã đóng nên không còn được so với sản phẩm. Đăng lại thì danh sách hiện ngay.",
    "The need is closed, so it is held against no products. Once it is posted again, they stand here.",
);
pub(crate) const SHOP_UNVERIFIED: Text = text(
    "Sản phẩm phù hợp hiện ở đây sau khi Sở xác minh đơn vị: điều kiện cung cấp chỉ dành cho đơn vị đã xác minh.",
    "The products stand here once the department has verified the organisation: terms of supply are for verified ones only.",
);
pub(crate) const UNPUBLISHED: Text = text(
    "Chỉ sản phẩm đã công bố mới được so với nhu cầu của nơi bán.",
    "Only published products are held against the needs of retailers.",
);
pub(crate) const TO_PUBLISHING: Text = text("Xem việc công bố", "See what publishing takes");
pub(crate) const LOOSEN: Text = text("Nới điều kiện", "Loosen the conditions");
pub(crate) const TO_SEARCH: Text = text("Tìm sản phẩm", "Search products");
pub(crate) const TO_NEEDS: Text = text("Xem mọi nhu cầu", "See all needs");

pub(crate) const COMPARE: Text = text("So sánh sản phẩm", "Compare products");
pub(crate) const COMPARE_THIS: Text = text("So sánh", "Compare");
pub(crate) const COMPARE_ONE: Text =
    text("Hãy chọn thêm một sản phẩm để so sánh.", "Choose one more product to compare.");
pub(crate) const COMPARE_NONE: Text = text("Bỏ chọn", "Choose none");
pub(crate) const COMPARE_GONE: Text = text(
    "Không còn so sánh được: nhu cầu đã đóng, hoặc các sản phẩm đã chọn không còn công bố.",
    "They can't be compared any more: the need is closed, or the products are no longer published.",
);
pub(crate) const COMPARE_EMPTY: Text = text(
    "Chưa chọn sản phẩm nào để so sánh. Hãy đánh dấu đến bốn sản phẩm trong danh sách của nhu cầu.",
    "Nothing is chosen to compare. Tick up to four products in the list of the need.",
);
pub(crate) const BACK_TO_NEED: Text = text("Về danh sách sản phẩm phù hợp", "Back to the products that fit");
pub(crate) const PRODUCT: Text = text("Sản phẩm", "Product");
pub(crate) const NO_ANSWER: Text = text("không so được", "can't be compared");
pub(crate) const NEXT_STEP: Text = text("Bước tiếp theo", "Next step");

/// Which pairs.
pub(crate) fn choice(choice: MatchChoice) -> Text {
    match choice {
        MatchChoice::Fitting => text("Phù hợp", "Fitting"),
        MatchChoice::Almost => text("Gần phù hợp", "Almost"),
        MatchChoice::All => text("Tất cả", "All"),
    }
}

/// What a gate asks, in a word or two. For papers and all that buyers ask else the requirement has a name of its own.
pub(crate) fn gate(kind: GateKind) -> Text {
    match kind {
        GateKind::Stars => text("Hạng sao", "Stars"),
        GateKind::Group => text("Nhóm hàng", "Kind of goods"),
        GateKind::Months => text("Tháng có hàng", "Months"),
        GateKind::Capacity => text("Sản lượng", "Quantity"),
        GateKind::Price => text("Giá", "Price"),
        GateKind::VatInvoice => text("Hoá đơn GTGT", "VAT invoice"),
        GateKind::Paper => text("Giấy tờ", "Paper"),
        GateKind::Barcode => text("Mã vạch", "Barcode"),
        GateKind::ShelfLife => text("Hạn sử dụng", "Shelf life"),
        GateKind::LeadTime => text("Thời gian giao", "Lead time"),
        GateKind::Credit => text("Công nợ", "Credit"),
        GateKind::Consignment => text("Ký gửi", "Consignment"),
        GateKind::Delivery => text("Giao đến Hà Nội", "Delivery to Hanoi"),
        GateKind::Origin => text("Xuất xứ", "Origin"),
        GateKind::Requirement => text("Yêu cầu khác", "Another requirement"),
        GateKind::Refusal => text("Không vướng lời từ chối", "Not refused lately"),
    }
}

/// A part of a score.
pub(crate) fn part(kind: ScorePartKind) -> Text {
    match kind {
        ScorePartKind::Relevance => text("Đúng thứ đang tìm", "What is looked for"),
        ScorePartKind::Stars => text("Hạng sao", "Stars"),
        ScorePartKind::Price => text("Giá", "Price"),
        ScorePartKind::Capacity => text("Sản lượng", "Quantity"),
        ScorePartKind::Season => text("Mùa vụ", "Season"),
        ScorePartKind::Distance => text("Khoảng cách", "Distance"),
        ScorePartKind::KeptPromises => text("Giao hàng đúng hẹn", "Kept promises"),
        ScorePartKind::Freshness => text("Thông tin mới", "Fresh facts"),
        ScorePartKind::Newcomer => text("Cơ hội cho chủ thể mới", "A chance for newcomers"),
    }
}

/// `82 trên 100`
pub(crate) fn score(score: i32) -> String {
    match language() {
        Language::Vietnamese => format!("{score} trên 100"),
        Language::English => format!("{score} of 100"),
    }
}

/// `hệ số 20`
pub(crate) fn weight(weight: i32) -> String {
    match language() {
        Language::Vietnamese => format!("hệ số {weight}"),
        Language::English => format!("weight {weight}"),
    }
}

/// `Đã chọn 2 sản phẩm, tối đa 4`
pub(crate) fn compared(count: usize, most: usize) -> String {
    match language() {
        Language::Vietnamese => format!("Đã chọn {count} sản phẩm, tối đa {most}"),
        Language::English => format!("{count} of at most {most} products chosen"),
    }
}

/// What is proposed, to those who write the words for it: `Trà sen (HTX Sen Hồ)`
pub(crate) fn with_owner(name: &str, owner: &str) -> String {
    format!("{name} ({owner})")
}
