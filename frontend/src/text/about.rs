//! Words of the page that says what this is, and of the first page.

use super::{Language, Text, language, text};

pub(crate) const LEAD: Text = text(
    "Sản phẩm Mỗi xã một sản phẩm (OCOP) của cả nước, chủ thể làm ra chúng, và những điểm giới thiệu, bán sản phẩm OCOP ở Hà Nội.",
    "One Commune One Product (OCOP) goods from all over Vietnam, who makes them, and where Hanoi shows and sells them.",
);
pub(crate) const NEW_PRODUCTS: Text = text("Sản phẩm mới ghi nhận", "Newly recorded products");
pub(crate) const LATEST_EVENTS: Text = text("Sự kiện gần đây và sắp tới", "Recent and coming events");
pub(crate) const POINTS_ON_MAP: Text = text("Điểm bán trên bản đồ", "Sale points on the map");
pub(crate) const LATEST_POINTS: Text = text("Mới khai trương", "Lately opened");
pub(crate) const NO_EVENTS: Text = text("Chưa có sự kiện nào.", "No events yet.");

/// Leads to a whole list: `all` is its length in words.
pub(crate) fn all_of(all: &str) -> String {
    match language() {
        Language::Vietnamese => format!("Xem cả {all}"),
        Language::English => format!("See all {all}"),
    }
}

pub(crate) const WHAT: Text = text("Trang này là gì", "What this is");
pub(crate) const WHAT_1: Text = text(
    "Danh bạ công khai về sản phẩm OCOP, chủ thể, điểm giới thiệu và bán sản phẩm, và các sự kiện xúc tiến thương mại của Hà Nội. Ai cũng xem được, không cần tài khoản.",
    "A public register of OCOP products, their producers, the points that show and sell them, and trade events in Hanoi. Anyone can read it, without an account.",
);
pub(crate) const WHAT_2: Text = text(
    "Trang này giới thiệu và ghi nhận. Không nhận đặt hàng, không thu tiền; việc mua bán diễn ra trực tiếp giữa hai bên.",
    "It introduces and records. It takes no orders and no payments; buying and selling happens between the two sides.",
);
pub(crate) const STARS: Text = text("Hạng sao được hiện thế nào", "How stars are shown");
pub(crate) const STARS_1: Text = text(
    "Kết quả đánh giá có giá trị 36 tháng kể từ ngày ký quyết định. Chỉ hạng sao chắc chắn còn hạn mới hiện bằng ngôi sao; hạng đã hết hạn, hoặc chỉ biết năm công nhận nên chưa rõ còn hạn, được kể lại bằng chữ.",
    "A rating holds 36 months from the day its decision was signed. Only stars that certainly hold are drawn as stars; ratings that have ended, or of which only the year is known so that the end is uncertain, are told in words.",
);
pub(crate) const STATE: Text = text("Dữ liệu hiện có", "The data at hand");
pub(crate) const STATE_1: Text = text(
    "Mỗi thông tin ghi rõ nguồn và ngày đọc. Dữ liệu được thu thập từ báo chí và văn bản công khai nên chưa đầy đủ: nhiều điểm bán và sản phẩm chưa có ở đây. Điều chưa biết được ghi là “chưa rõ” hoặc “chưa công bố”, không suy đoán.",
    "Every fact names its source and the day it was read. The data were gathered from newspapers and public documents and are not complete: many sale points and products are missing. What is not known is said to be “not known” or “not published”, never guessed.",
);
pub(crate) const STATE_2: Text = text(
    "Những tên kết thúc bằng “(mẫu)” là ví dụ để giới thiệu tính năng, không phải đơn vị thật.",
    "Names that end in “(mẫu)” are samples that show how the system works, not real organisations.",
);
pub(crate) const MAP: Text = text("Về bản đồ", "About the map");
pub(crate) const MAP_1: Text = text(
    "Bản đồ dùng để tìm đường tới điểm bán; các đường ranh giới trên đó không có giá trị pháp lý. Quần đảo Hoàng Sa và quần đảo Trường Sa thuộc Việt Nam.",
    "The map is for finding sale points; the lines on it have no legal force. The Hoàng Sa (Paracel) and Trường Sa (Spratly) archipelagos belong to Vietnam.",
);
pub(crate) const MAP_SCHEMATIC: Text = text(
    "Ranh giới tỉnh, thành phố, phường, xã và quận, huyện cũ được vẽ giản lược, chỉ là sơ đồ minh hoạ.",
    "The outlines of provinces, wards and former districts are schematic: a diagram only.",
);
pub(crate) const MAP_LAYERS: Text = text("Nguồn các lớp bản đồ", "Sources of the map layers");
pub(crate) const OPEN: Text = text("Dữ liệu mở", "Open data");
pub(crate) const OPEN_1: Text = text(
    "Tải về, dùng lại tự do, xin ghi nguồn. Trang web khác có thể đọc trực tiếp các tệp này.",
    "Download and use freely; please name the source. Other sites may read these files directly.",
);
pub(crate) const OPEN_POINTS: Text = text("Điểm bán", "Sale points");
pub(crate) const OPEN_PRODUCTS: Text = text("Sản phẩm", "Products");
pub(crate) const PLANS: Text = text("Kế hoạch của thành phố", "Plans of the city");
pub(crate) const PLANS_1: Text = text(
    "Chỉ tiêu hằng năm về điểm giới thiệu và bán sản phẩm OCOP và trung tâm thiết kế sáng tạo, như đã công bố. Một năm có thể có nhiều kế hoạch.",
    "Yearly targets for OCOP sale points and creative design centres, as published. A year can have several plans.",
);
pub(crate) const YEAR: Text = text("Năm", "Year");
pub(crate) const DECISION: Text = text("Văn bản", "Document");
pub(crate) const ISSUED: Text = text("Ngày", "Date");
pub(crate) const TARGET: Text = text("Điểm bán", "Sale points");
pub(crate) const PER_DISTRICT: Text = text("Mỗi quận, huyện", "Per district");
pub(crate) const CENTRES: Text = text("Trung tâm", "Centres");
