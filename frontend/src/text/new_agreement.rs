//! Words for staff who begin an agreement that no introduction led to.

use super::{Text, text};

pub(crate) const NEW: Text = text("Thêm thoả thuận", "New agreement");
pub(crate) const WHY: Text = text(
    "Cho thoả thuận không qua lời giới thiệu: ký tại sự kiện, trên giấy, hoặc giữa các cơ quan. Tạo bản nháp trước; sau đó điền hàng hoá, thời hạn, điều khoản, rồi gửi hai bên hoặc ghi nhận bản giấy đã ký.",
    "For agreements that no introduction led to: made at an event, on paper, or by departments. Begin a draft first; then fill in goods, term and terms, and send it to both sides or record the signed paper.",
);
pub(crate) const OWN_UNITS_ONLY: Text = text(
    "Bạn soạn được thoả thuận có ít nhất một bên thuộc phạm vi bạn phụ trách.",
    "You can begin agreements of which at least one side is among those you look after.",
);
pub(crate) const BEGIN: Text = text("Tạo bản nháp", "Begin the draft");
pub(crate) const BEGUN: Text =
    text("Đã tạo bản nháp. Hãy điền phần còn lại.", "The draft is begun. Please fill in the rest.");
pub(crate) const BUYER: Text = text("Bên mua", "Buyer");
pub(crate) const SELLER: Text = text("Bên bán", "Seller");
pub(crate) const BUYER_DEPARTMENT: Text = text("Cơ quan bên A", "Department, side A");
pub(crate) const SELLER_DEPARTMENT: Text = text("Cơ quan bên B", "Department, side B");
pub(crate) const DEPARTMENT_HINT: Text = text(
    "Tên đầy đủ của cơ quan, như trên văn bản. Ví dụ: Sở Công Thương Hà Nội.",
    "The whole name of the department, as in the document. For example: Sở Công Thương Hà Nội.",
);
pub(crate) const ORGANISATION_SEARCH: Text = text(
    "Tìm theo tên đơn vị đã xác minh, từ hai chữ cái",
    "Name of a verified organisation, two letters at least",
);
pub(crate) const NO_RETAILER: Text = text("Không phải nhà bán lẻ", "No retailer");
pub(crate) const NO_PRODUCER: Text = text("Không phải chủ thể", "No producer");
pub(crate) const EVENT: Text = text("Sự kiện", "Event");
pub(crate) const EVENT_SEARCH: Text =
    text("Tìm theo tên hoặc nơi tổ chức, từ hai chữ cái", "Name or place, two letters at least");
pub(crate) const NO_EVENT: Text = text("Không thấy sự kiện nào như vậy.", "There is no such event.");
pub(crate) const EVENT_GONE: Text = text(
    "Không thấy sự kiện trong địa chỉ này. Bạn có thể tìm sự kiện khác bên dưới.",
    "The event of this address was not found. You can look for another one below.",
);

pub(crate) const NOT_CHOSEN: Text =
    text("Hãy tìm và chọn một đơn vị.", "Look for an organisation and choose it.");
pub(crate) const SAME_SIDE: Text =
    text("Hai bên phải là hai đơn vị khác nhau.", "Both sides can't be the same organisation.");
pub(crate) const EVENT_NOT_CHOSEN: Text = text(
    "Hãy chọn sự kiện trong kết quả tìm, hoặc xoá chữ đã gõ.",
    "Choose an event of those found, or delete what was typed.",
);
