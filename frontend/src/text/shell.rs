//! Words of the frame around every page.

use super::{Text, text};

pub(crate) const SITE: Text = text("OCOP Hà Nội", "OCOP Hanoi");
pub(crate) const SITE_IN_FULL: Text =
    text("Sản phẩm OCOP và nơi bán ở Hà Nội", "OCOP products and where to find them in Hanoi");
pub(crate) const SKIP: Text = text("Đến nội dung chính", "Skip to content");
pub(crate) const MENU: Text = text("Trình đơn", "Menu");
pub(crate) const CLOSE: Text = text("Đóng", "Close");
pub(crate) const MAIN_NAVIGATION: Text = text("Các phần của trang", "Sections");
pub(crate) const LANGUAGE: Text = text("Ngôn ngữ", "Language");
pub(crate) const PRODUCTS: Text = text("Sản phẩm", "Products");
pub(crate) const SALE_POINTS: Text = text("Điểm bán", "Sale points");
pub(crate) const PRODUCERS: Text = text("Chủ thể", "Producers");
pub(crate) const NEEDS: Text = text("Kết nối", "Needs");
pub(crate) const EVENTS: Text = text("Sự kiện", "Events");
pub(crate) const ABOUT: Text = text("Giới thiệu", "About");
pub(crate) const SIGN_IN: Text = text("Đăng nhập", "Sign in");
pub(crate) const STAFF: Text = text("Cán bộ", "Staff");
pub(crate) const HOME: Text = text("Trang đầu", "Home");
pub(crate) const NOT_FOUND: Text = text("Không có trang này", "No such page");
pub(crate) const NOT_FOUND_WHY: Text = text(
    "Địa chỉ có thể đã gõ nhầm, hoặc thông tin đã được gỡ khỏi danh bạ.",
    "The address may be mistyped, or the entry was taken out of the register.",
);
pub(crate) const TRY_AGAIN: Text = text("Thử lại", "Try again");
pub(crate) const MORE: Text = text("Xem thêm", "Show more");
pub(crate) const LOADING: Text = text("Đang tải…", "Loading…");
pub(crate) const SHOW_ALL: Text = text("Xem tất cả", "See all");
pub(crate) const MET: Text = text("đạt", "met");
pub(crate) const NOT_MET: Text = text("chưa đạt", "not met");
pub(crate) const UNKNOWN: Text = text("chưa rõ", "not known");
pub(crate) const REMOVE: Text = text("Bỏ", "Remove");
pub(crate) const FOOTER: Text = text(
    "Trang này giới thiệu và ghi nhận; không nhận đặt hàng, không thu tiền.",
    "This site introduces and records; it takes no orders and no payments.",
);
