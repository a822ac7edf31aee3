//! Words for what keeps producers from needs: to one of them as opportunities, to staff for the whole city.

use super::{Language, Text, language, text, words};
use crate::api::GateKind;

pub(crate) const OPENINGS: Text = text("Cơ hội", "Opportunities");
pub(crate) const OPENINGS_WHY: Text = text(
    "Bổ sung điều gì thì mở thêm được nhiều nhu cầu nhất: mỗi nhu cầu dưới đây chỉ vướng đúng một điều kiện.",
    "What would open the most needs: each need counted here is kept away by one condition alone.",
);
pub(crate) const WHAT_FIRST: Text = text("Nên bổ sung gì trước", "What to mend first");
pub(crate) const NO_OPENINGS: Text = text(
    "Hiện không có nhu cầu nào chỉ vướng đúng một điều kiện. Hãy giữ thông tin sản phẩm đúng và mới; nhu cầu mới được so ngay khi đăng.",
    "No need is kept away by one condition alone now. Keep the facts of the products right and new; a new need is held against them at once.",
);
pub(crate) const NO_PRODUCER: Text =
    text("Chỉ đơn vị làm ra sản phẩm mới có mục này.", "Only organisations that make products have this.");
pub(crate) const SOME_PAIRS: Text = text("Xem những cặp tốt nhất", "See the best pairs");
pub(crate) const MEND: Text = text("Bổ sung ở đâu", "Where it is mended");

pub(crate) const STAFF: Text = text("Kết nối cung cầu", "Needs and products");
pub(crate) const STAFF_WHY: Text =
    text("Điều gì đang chặn, nhu cầu nào chưa có hàng", "What is in the way, which needs nothing fits");
pub(crate) const BLOCKERS: Text = text("Điều đang chặn chủ thể", "What keeps producers from needs");
pub(crate) const BLOCKERS_WHY: Text = text(
    "Tính chung mọi chủ thể: gỡ được điều nào thì mở thêm bao nhiêu nhu cầu.",
    "All producers together: how many needs would open if one thing were mended.",
);
pub(crate) const NO_BLOCKERS: Text = text(
    "Không có nhu cầu nào chỉ vướng đúng một điều kiện trong nhóm này.",
    "No need about this group is kept away by one condition alone.",
);
pub(crate) const UNMET: Text = text("Nhu cầu chưa có sản phẩm phù hợp", "Needs that nothing fits");
pub(crate) const NO_UNMET: Text = text(
    "Mọi nhu cầu đang mở đều có ít nhất một sản phẩm phù hợp.",
    "Every open need is fitted by at least one product.",
);
pub(crate) const NO_GROUP: Text = text("Không nêu nhóm", "No group said");
pub(crate) const NO_PROVINCE: Text = text("Từ tỉnh nào cũng được", "From any province");
pub(crate) const GATHERED_BY: Text = text("Gộp theo", "Gathered by");
pub(crate) const BY_GROUP: Text = text("Nhóm sản phẩm", "Group of goods");
pub(crate) const BY_PROVINCE: Text = text("Tỉnh, thành muốn mua", "Province wanted from");
/// Until 30 June 2025, behind the name of a province.
pub(crate) const FORMER: Text = text("tỉnh cũ", "former province");
pub(crate) const UNANSWERED: Text = text("Tìm mà không thấy", "Looked for in vain");
pub(crate) const UNANSWERED_WHY: Text = text(
    "Những từ được tìm từ ba lần trở lên trong 12 tháng qua mà không có sản phẩm nào. Hệ thống chỉ đếm từ, không ghi ai đã tìm.",
    "Words that were looked for three times or more within 12 months without finding a product. Only words are counted, not who looked.",
);
pub(crate) const NO_UNANSWERED: Text =
    text("Chưa có từ nào được tìm mà không thấy.", "Nothing has been looked for in vain yet.");

/// How often, and when last.
pub(crate) fn looked_for(times: i32, last_on: &str) -> String {
    match language() {
        Language::Vietnamese => {
            format!("{} lần, gần nhất {last_on}", words::number(times.into(), Language::Vietnamese))
        }
        Language::English => {
            format!("{} times, last on {last_on}", words::number(times.into(), Language::English))
        }
    }
}

/// What would open a gate, as the beginning of a sentence.
pub(crate) fn opener(kind: GateKind) -> Text {
    match kind {
        GateKind::Stars => text("Có hạng sao còn hiệu lực", "Stars that hold"),
        GateKind::Group => text("Đúng nhóm hàng được hỏi", "The kind of goods asked for"),
        GateKind::Months => text("Có hàng vào những tháng được hỏi", "Goods in the months asked for"),
        GateKind::Capacity => text("Giao đủ số lượng mỗi tháng", "Enough of it each month"),
        GateKind::Price => text("Giá trong mức bên mua đưa ra", "A price within the ceiling"),
        GateKind::VatInvoice => text("Có hoá đơn GTGT", "A VAT invoice"),
        GateKind::Paper => text("Có đủ giấy tờ", "The paper asked for"),
        GateKind::Barcode => text("Có mã vạch", "A barcode"),
        GateKind::ShelfLife => text("Hạn sử dụng đủ dài", "A longer shelf life"),
        GateKind::LeadTime => text("Giao hàng nhanh hơn", "A shorter lead time"),
        GateKind::Credit => text("Cho trả chậm", "Time to pay"),
        GateKind::Consignment => text("Nhận ký gửi", "Goods on consignment"),
        GateKind::Delivery => text("Giao hàng đến Hà Nội", "Delivery to Hanoi"),
        GateKind::Origin => text("Đúng tỉnh được hỏi", "Goods from the provinces asked for"),
        GateKind::Requirement => text("Đáp ứng yêu cầu này", "Meeting this requirement"),
        GateKind::Refusal => text("Hết thời gian chờ sau khi từ chối", "The time after a refusal"),
    }
}

/// `Có mã vạch sẽ mở thêm 4 nhu cầu`
pub(crate) fn opening(opener: &str, needs: i32) -> String {
    let needs = words::count(needs, words::Counted::Needs, language());
    match language() {
        Language::Vietnamese => format!("{opener} sẽ mở thêm {needs}"),
        Language::English => format!("{opener} would open {needs} more"),
    }
}

/// `Liên quan 3 sản phẩm`
pub(crate) fn concerns(products: i32) -> String {
    let products = words::count(products, words::Counted::Products, language());
    match language() {
        Language::Vietnamese => format!("Liên quan {products}"),
        Language::English => format!("It concerns {products}"),
    }
}

/// `12 sản phẩm chỉ thiếu một, hai điều kiện`
pub(crate) fn almost(products: i32) -> String {
    let counted = words::count(products, words::Counted::Products, language());
    match (language(), products) {
        (Language::Vietnamese, _) => format!("{counted} chỉ thiếu một, hai điều kiện"),
        (Language::English, 1) => format!("{counted} misses only one condition or two"),
        (Language::English, _) => format!("{counted} miss only one condition or two"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_help_says_how_much() {
        assert_eq!(opening("Có mã vạch", 4), "Có mã vạch sẽ mở thêm 4 nhu cầu");
        assert_eq!(almost(1_200), "1.200 sản phẩm chỉ thiếu một, hai điều kiện");
    }
}
