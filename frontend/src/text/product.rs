//! Words of a product, its stars, its maker and where it is sold.

use super::{Language, Text, language, text};

pub(crate) const MAKER: Text = text("Chủ thể", "Producer");
pub(crate) const GROUP: Text = text("Nhóm", "Group");
pub(crate) const ORIGIN: Text = text("Nơi làm ra", "Where it is made");
pub(crate) const FACTS: Text = text("Thông tin", "Facts");
pub(crate) const EARLIER_RATINGS: Text = text("Các lần đánh giá", "Ratings");
pub(crate) const NO_RATING: Text = text("Chưa rõ hạng sao", "No rating known");
pub(crate) const RATING_EXPIRED: Text = text("Hạng sao đã hết hạn", "Rating has expired");
pub(crate) const RATING_WITHDRAWN: Text = text("Hạng sao đã bị thu hồi", "Rating was withdrawn");
pub(crate) const RATING_UNCERTAIN: Text =
    text("Chưa rõ hạng sao còn hạn", "Not known whether its stars still hold");
pub(crate) const POTENTIAL_FIVE: Text = text("Tiềm năng 5 sao", "Potential five-star");
pub(crate) const DECISION: Text = text("Quyết định", "Decision");
pub(crate) const ISSUER: Text = text("Nơi ban hành", "Issued by");
pub(crate) const SIGNED: Text = text("Công nhận", "Recognised");
pub(crate) const SCORE: Text = text("Điểm", "Score");
pub(crate) const NOT_PUBLISHED: Text = text("chưa công bố", "not published");
pub(crate) const NOT_KNOWN: Text = text("chưa rõ", "not known");
pub(crate) const MONTHS: Text = text("Tháng có hàng", "Months available");
pub(crate) const PRICE: Text = text("Giá", "Price");
pub(crate) const PACKS: Text = text("Quy cách đóng gói", "Packs");
pub(crate) const CERTIFICATES: Text = text("Giấy chứng nhận", "Certificates");
pub(crate) const VALID_UNTIL: Text = text("còn hạn đến", "valid until");
pub(crate) const BARCODE: Text = text("Mã vạch", "Barcode");
pub(crate) const WHOLESALE: Text = text("giá buôn", "wholesale");
pub(crate) const PER_KILOGRAM: Text = text("mỗi kg", "a kilogram");
pub(crate) const PER_LITRE: Text = text("mỗi lít", "a litre");
pub(crate) const PER_METRE: Text = text("mỗi mét", "a metre");
pub(crate) const SELF_DECLARED: Text = text("tự khai, chưa được xác nhận", "self-declared, not confirmed");
pub(crate) const PAPER_CONFIRMED: Text = text("cán bộ xác nhận ngày", "confirmed by staff on");
pub(crate) const TERMS: Text = text("Điều kiện cung cấp", "Terms of supply");
pub(crate) const SOLD_AT: Text =
    text("Nơi bán, theo lần xác nhận gần nhất", "Where it is sold, as last confirmed");
pub(crate) const SOLD_NOWHERE: Text = text(
    "Chưa có điểm bán nào ở Hà Nội xác nhận đang bán sản phẩm này.",
    "No sale point in Hanoi has confirmed that it sells this product.",
);
pub(crate) const SEE_POINTS: Text = text("Xem các điểm bán OCOP", "See the OCOP sale points");
pub(crate) const CONFIRMED_NEVER: Text = text("chưa ai xác nhận", "not confirmed by anyone");
pub(crate) const CONFIRMED_ON: Text = text("xác nhận ngày", "confirmed on");
pub(crate) const BY: Text = text("bởi", "by");
pub(crate) const SIMILAR: Text = text("Sản phẩm tương tự", "Similar products");
pub(crate) const SOURCES: Text = text("Nguồn", "Sources");
pub(crate) const READ_ON: Text = text("đọc ngày", "read on");
pub(crate) const NO_SOURCE: Text = text("Chưa ghi nguồn.", "No source recorded.");
pub(crate) const FORMERLY: Text = text("trước là", "formerly");

pub(crate) const LEGAL_FORM: Text = text("Loại hình", "Legal form");
pub(crate) const ANY_LEGAL_FORM: Text = text("Mọi loại hình", "Any legal form");
pub(crate) const ADDRESS: Text = text("Địa chỉ", "Address");
pub(crate) const WARD_TODAY: Text = text("Phường, xã hiện nay", "Ward today");
pub(crate) const FORMER_DISTRICT: Text = text("Quận, huyện cũ", "Former district");
pub(crate) const NO_PRODUCTS: Text = text(
    "Chưa có sản phẩm nào của chủ thể này trong danh bạ.",
    "No product of this producer is in the register.",
);
pub(crate) const SEARCH_PRODUCERS: Text = text("Tìm chủ thể theo tên", "Search producers by name");
pub(crate) const NO_PRODUCERS: Text = text("Không tìm thấy chủ thể nào.", "No producer was found.");

/// `Ảnh 2 của Trà sen`, for those who can't see it.
pub(crate) fn photo_of(place: usize, name: &str) -> String {
    match language() {
        Language::Vietnamese => format!("Ảnh {} của {name}", place + 1),
        Language::English => format!("Photo {} of {name}", place + 1),
    }
}

/// `12 ngày`
pub(crate) fn days(count: i32) -> String {
    match language() {
        Language::Vietnamese => format!("{count} ngày"),
        Language::English if count == 1 => "1 day".to_owned(),
        Language::English => format!("{count} days"),
    }
}
