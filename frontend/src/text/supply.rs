//! Words for what a producer says of a product: name, packs, prices, terms. The form has them, and the public page.

use super::{Language, Text, language, text};
use crate::api::FactKind;

pub(crate) const NAME: Text = text("Tên sản phẩm", "Name of the product");
pub(crate) const NAME_HINT: Text =
    text("Như ghi trên nhãn, ví dụ: Trà sen Tây Hồ.", "As on its label, for example: West Lake lotus tea.");
pub(crate) const GROUP: Text = text("Nhóm", "Group");
pub(crate) const GROUP_HINT: Text = text(
    "Theo bộ tiêu chí OCOP. Hãy chọn nhóm nhỏ nhất mà bạn biết chắc.",
    "By the official classification. Choose the finest that you are sure of.",
);

pub(crate) const WHAT_IT_IS: Text = text("Sản phẩm là gì", "What it is");
pub(crate) const UNKNOWN_RULE: Text = text(
    "Điều gì chưa rõ thì cứ để trống: người mua sẽ thấy “chưa rõ”, và bạn điền sau được.",
    "Leave empty what is not known: buyers then read “not known”, and you can fill it in later.",
);
pub(crate) const UNKNOWN_EMPTY: Text = text("Để trống là chưa rõ.", "Empty means not known.");
pub(crate) const DESCRIPTION: Text = text("Mô tả", "Description");
pub(crate) const DESCRIPTION_HINT: Text = text(
    "Làm từ gì, ở đâu, có gì riêng. Cần có để công bố.",
    "What it is made of, where, and what is special. Needed before it is published.",
);
pub(crate) const MONTHS: Text = text("Tháng có hàng", "Months available");
pub(crate) const MONTHS_HINT: Text =
    text("Tháng dương lịch. Không chọn tháng nào là chưa rõ.", "None chosen means not known.");
pub(crate) const ALL_YEAR: Text = text("Quanh năm", "All year");

pub(crate) const PACKS: Text = text("Quy cách và giá", "Packs and prices");
pub(crate) const PACKS_WHY: Text = text(
    "Mỗi cỡ, mỗi loại bao bì là một quy cách, có mã vạch riêng.",
    "Each size and each wrapping is a pack of its own, with its own barcode.",
);
pub(crate) const ADD_PACK: Text = text("Thêm quy cách", "Add a pack");
pub(crate) const REMOVE_PACK: Text = text("Bỏ quy cách này", "Remove this pack");
pub(crate) const MOVE_UP: Text = text("Đưa lên trước", "Move up");
pub(crate) const NO_PACKS: Text = text("Chưa có quy cách nào.", "There is no pack yet.");
pub(crate) const PACK_NAME: Text = text("Tên quy cách", "Name of the pack");
pub(crate) const PACK_NAME_HINT: Text = text("Ví dụ: Hộp 500 g.", "For example: box of 500 g.");
pub(crate) const GTIN: Text = text("Mã vạch", "Barcode");
pub(crate) const GTIN_HINT: Text =
    text("8, 12, 13 hoặc 14 số in dưới vạch.", "The 8, 12, 13 or 14 digits printed below the bars.");
pub(crate) const GTIN_RIGHT: Text =
    text("Đúng số kiểm tra, đăng ký tại Việt Nam.", "The check digit fits; registered in Vietnam.");
pub(crate) const GTIN_FOREIGN: Text = text(
    "Đúng số kiểm tra, nhưng không bắt đầu bằng 893 của Việt Nam. Vẫn dùng được; hãy xem lại nếu bạn đăng ký mã ở Việt Nam.",
    "The check digit fits, but it does not begin with Vietnam's 893. It can be used; look again if you registered it in Vietnam.",
);
pub(crate) const NET_CONTENT: Text = text("Khối lượng, thể tích hoặc số lượng", "Net content");
pub(crate) const NET_UNIT: Text = text("Đơn vị tính", "Unit of the content");
pub(crate) const PACK_UNIT: Text = text("Loại bao bì", "Kind of pack");
pub(crate) const RETAIL_PRICE: Text = text("Giá bán lẻ (đồng)", "Retail price (đồng)");
pub(crate) const WHOLESALE_PRICE: Text = text("Giá bán buôn (đồng)", "Wholesale price (đồng)");
pub(crate) const RETAIL_HINT: Text = text("Đã gồm thuế. Ai cũng thấy.", "VAT included. Everybody sees it.");
pub(crate) const WHOLESALE_HINT: Text =
    text("Chỉ đơn vị đã xác minh mới thấy.", "Only verified organisations see it.");

pub(crate) const TERMS: Text = text("Điều kiện cung cấp", "Terms of supply");
pub(crate) const TERMS_WHY: Text = text(
    "Chỉ đơn vị đã xác minh mới thấy các điều kiện này.",
    "Only verified organisations see these terms.",
);
pub(crate) const UNIT: Text = text("Đơn vị đếm sản lượng", "Unit of the amounts below");
pub(crate) const CAPACITY: Text = text("Giao được mỗi tháng", "Can be delivered a month");
pub(crate) const MINIMUM_ORDER: Text = text("Đặt ít nhất", "Least order");
pub(crate) const LEAD_TIME: Text = text("Số ngày từ lúc đặt đến lúc giao", "Days from order to delivery");
pub(crate) const SHELF_LIFE: Text = text("Hạn sử dụng (ngày)", "Shelf life (days)");
pub(crate) const STORAGE: Text = text("Cách bảo quản", "How it is kept");
pub(crate) const DELIVERY_AREA: Text = text("Giao ở đâu", "Where it is delivered");
pub(crate) const DELIVERS_TO_HANOI: Text = text("Giao đến Hà Nội", "Delivered to Hanoi");
pub(crate) const CREDIT_DAYS: Text = text("Cho nợ (ngày)", "Days to pay");
pub(crate) const CREDIT_HINT: Text = text("0 là trả khi giao hàng.", "0 means on delivery.");
pub(crate) const CONSIGNMENT: Text = text("Cho ký gửi", "On consignment");
pub(crate) const VAT_INVOICE: Text = text("Xuất hoá đơn giá trị gia tăng", "VAT invoice");
pub(crate) const TRACEABILITY: Text = text("Liên kết truy xuất nguồn gốc", "Traceability link");
pub(crate) const YES: Text = text("Có", "Yes");
pub(crate) const NO: Text = text("Không", "No");
pub(crate) const ON_REQUEST: Text = text("Khi người mua cần", "On request");
pub(crate) const UNKNOWN: Text = text("Chưa rõ", "Not known");

/// A fact by its name.
pub(crate) fn fact(kind: FactKind) -> Text {
    match kind {
        FactKind::Description => DESCRIPTION,
        FactKind::Months => MONTHS,
        FactKind::Variants => PACKS,
        FactKind::Capacity => CAPACITY,
        FactKind::MinimumOrder => MINIMUM_ORDER,
        FactKind::LeadTime => LEAD_TIME,
        FactKind::ShelfLife => SHELF_LIFE,
        FactKind::Storage => STORAGE,
        FactKind::Delivery => DELIVERY_AREA,
        FactKind::Credit => CREDIT_DAYS,
        FactKind::Consignment => CONSIGNMENT,
        FactKind::VatInvoice => VAT_INVOICE,
        FactKind::Traceability => TRACEABILITY,
        FactKind::Answers => text("Trả lời bên mua", "Answers to buyers"),
    }
}

/// `Quy cách 2`
pub(crate) fn pack_of(place: usize) -> String {
    match language() {
        Language::Vietnamese => format!("Quy cách {}", place + 1),
        Language::English => format!("Pack {}", place + 1),
    }
}
