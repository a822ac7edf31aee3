//! Words with which operators say what a sale point sells, and staff who its operator is.

use super::{Language, Text, language, text};

pub(crate) const STOCK: Text = text("Hàng bán tại điểm", "What is sold here");
pub(crate) const KEEP: Text = text("Cập nhật hàng bán tại điểm này", "Update what is sold here");
pub(crate) const TO_POINT: Text = text("Trang của điểm bán", "Page of the sale point");
pub(crate) const NOT_YOURS: Text = text(
    "Chỉ người của đơn vị vận hành điểm này ghi được hàng bán ở đây. Nếu đơn vị của bạn vận hành điểm, hãy nhờ cán bộ Sở giao điểm cho đơn vị.",
    "Only people of its operator say what is sold here. If your organisation runs it, ask the department to record that.",
);
pub(crate) const LISTED: Text = text("Đang ghi là có bán", "Said to be on sale");
pub(crate) const NONE_LISTED: Text = text(
    "Chưa ghi mặt hàng nào. Hãy tìm sản phẩm OCOP mà điểm đang bán rồi thêm vào danh sách; trang của sản phẩm sẽ cho biết mua được ở đây.",
    "Nothing is on the list yet. Find the OCOP products that you sell and add them; their pages then say that they are sold here.",
);
pub(crate) const NONE_LISTED_FOR_STAFF: Text =
    text("Đơn vị vận hành chưa ghi mặt hàng nào.", "The operator has put nothing on the list yet.");
pub(crate) const WHY: Text = text(
    "Người mua thấy ngày xác nhận gần nhất của từng mặt hàng. Nếu tất cả vẫn còn bán, một lần bấm là đủ.",
    "Buyers see when each was last confirmed. If all of it is still on sale, one tap is enough.",
);
pub(crate) const OLDEST: Text = text("Cũ nhất", "Oldest");
pub(crate) const ALL_STILL_SOLD: Text = text("Tất cả vẫn còn bán", "All of it is still on sale");
pub(crate) const CONFIRMED: Text = text("Đã xác nhận.", "Confirmed.");
pub(crate) const TAKE_OFF: Text = text("Không bán nữa", "No longer sold");
pub(crate) const PUT_BACK: Text = text("Khôi phục", "Put it back");
pub(crate) const PUT_BACK_DONE: Text = text("Đã khôi phục.", "It is back on the list.");

pub(crate) const ADD: Text = text("Thêm hàng", "Add products");
pub(crate) const ADD_WHY: Text = text(
    "Tìm theo tên sản phẩm hoặc chủ thể, gõ không dấu cũng được. Có thể chọn nhiều sản phẩm rồi thêm một lần.",
    "Search by product or producer, with or without marks. Choose several and add them at once.",
);
pub(crate) const SEARCH: Text = text("Tìm sản phẩm đang bán", "Find what you sell");
pub(crate) const FOUND: Text = text("Sản phẩm tìm thấy", "Products found");
pub(crate) const NOTHING_FOUND: Text = text(
    "Không có sản phẩm đã công bố nào như vậy. Hãy gõ ít chữ hơn, hoặc tên chủ thể.",
    "No published product is like that. Type fewer words, or the name of the producer.",
);
pub(crate) const LISTED_ALREADY: Text = text("đã có trong danh sách", "on the list already");
pub(crate) const CHOSEN: Text = text("Đã chọn", "Chosen");

pub(crate) const OPERATOR: Text = text("Đơn vị vận hành", "Operator");
pub(crate) const OPERATOR_WHY: Text = text(
    "Người của đơn vị vận hành ghi được hàng bán tại điểm. Chỉ giao được cho đơn vị đã xác minh.",
    "People of the operator say what is sold here. Only a verified organisation can be the operator.",
);
pub(crate) const NO_OPERATOR: Text =
    text("Chưa giao cho đơn vị nào trong hệ thống.", "No organisation of this system runs it yet.");
pub(crate) const NAMED_BY_SOURCE: Text = text("Nguồn ghi", "The source says");
pub(crate) const TAKE_AWAY: Text = text("Bỏ đơn vị vận hành", "Take it away");
pub(crate) const TAKEN_AWAY: Text = text("Đã bỏ đơn vị vận hành.", "It has no operator here any more.");
pub(crate) const OPERATOR_SEARCH: Text = text("Tên đơn vị", "Name of the organisation");
pub(crate) const NO_CANDIDATE: Text =
    text("Không thấy đơn vị đã xác minh nào có tên như vậy.", "No verified organisation has such a name.");
pub(crate) const ASSIGN: Text = text("Giao điểm cho đơn vị này", "Let it run the point");
pub(crate) const ASSIGNED: Text = text("Đã giao điểm cho đơn vị.", "It is the operator now.");

pub(crate) const POINTS: Text = text("Điểm bán đang vận hành", "Sale points it runs");
pub(crate) const NO_POINTS: Text = text(
    "Chưa có điểm bán nào được giao cho đơn vị. Cán bộ Sở giao điểm cho đơn vị vận hành.",
    "No sale point is recorded as run by it. The department records who runs a point.",
);

/// `Thêm 3 sản phẩm`
pub(crate) fn add(count: usize) -> String {
    match language() {
        Language::Vietnamese => format!("Thêm {count} sản phẩm"),
        Language::English if count == 1 => "Add 1 product".to_owned(),
        Language::English => format!("Add {count} products"),
    }
}

/// `Đã thêm 3 sản phẩm.`
pub(crate) fn added(count: usize) -> String {
    match language() {
        Language::Vietnamese => format!("Đã thêm {count} sản phẩm."),
        Language::English if count == 1 => "1 product is added.".to_owned(),
        Language::English => format!("{count} products are added."),
    }
}

/// `Đã bỏ “Trà sen” khỏi danh sách.`
pub(crate) fn taken_off(name: &str) -> String {
    match language() {
        Language::Vietnamese => format!("Đã bỏ “{name}” khỏi danh sách."),
        Language::English => format!("“{name}” is off the list."),
    }
}
