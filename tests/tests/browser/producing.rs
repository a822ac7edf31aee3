//! A producer on a telephone: from signing up to a product that a guest finds.

use image::{DynamicImage, ImageFormat, RgbImage};
use tests::{
    browser::{Page, Role, Screen, walk},
    people::WARD,
};

use crate::{approve, expect_order, sign_up};

const EMAIL: &str = "hanh@htx-sen.example";
const PASSWORD: &str = "bảy bông sen hồ tây";
const PRODUCT: &str = "Trà sen hồ thử nghiệm";

#[tokio::test]
async fn a_producer_enters_a_product_that_a_guest_finds() {
    walk(Screen::Phone, async |page: Page| {
        let folder = tempfile::tempdir().unwrap();
        let photo = folder.path().join("anh.jpg");
        picture().save_with_format(&photo, ImageFormat::Jpeg).unwrap();
        let photo = photo.display().to_string();

        sign_up(&page, "Lê Thị Hạnh", EMAIL, PASSWORD).await;
        let organisation = register(&page).await;
        approve(&page.site.app, organisation.trim_start_matches("/to-chuc/")).await;
        let product = enter(&page, &organisation).await;
        show_photo(&page, &photo).await;
        add_paper(&page, &product, &photo).await;
        edit(&page, &product).await;
        answer(&page, &product).await;
        publish(&page, &product).await;
        page.go(&format!("{organisation}/san-pham")).await;
        page.expect_to_read("Đã công bố").await;
        expect_order(&page, "own-products").await;

        page.go("/tai-khoan").await;
        page.press(Role::Button, "Đăng xuất").await;
        page.expect_address("/").await;
        page.go("/san-pham?q=tra+sen+ho+thu+nghiem").await;
        page.press(Role::Link, PRODUCT).await;

        page.expect_text("h1", PRODUCT).await;
        page.expect_to_read("1.250.000").await;
        page.expect_to_read("tự khai, chưa được xác nhận").await;
        expect_order(&page, "product-with-photo").await;
    })
    .await;
}

/// Gives the address of the organisation.
async fn register(page: &Page) -> String {
    page.go("/to-chuc/moi").await;
    page.fill(Role::Box, "Tên đơn vị", "Hợp tác xã Sen Hồ (mẫu)").await;
    page.press(Role::Radio, "Hợp tác xã").await;
    page.press(Role::Check, "Có sản phẩm OCOP (chủ thể)").await;
    page.fill(Role::Box, "Địa chỉ", "Số 1, đường Thử Nghiệm").await;
    page.choose_value("Tỉnh, thành phố hiện nay", "01").await;
    page.choose_value("Phường, xã hiện nay", WARD).await;
    page.fill(Role::Box, "Tên người liên hệ", "Lê Thị Hạnh").await;
    page.fill(Role::Box, "Điện thoại", "0912 345 678").await;
    page.press(Role::Button, "Gửi đăng ký").await;
    page.expect_text("h1", "Hợp tác xã Sen Hồ (mẫu)").await;
    expect_order(page, "own-organisation").await;
    page.address().await
}

/// Gives the address of the product.
async fn enter(page: &Page, organisation: &str) -> String {
    page.go(&format!("{organisation}/san-pham")).await;
    page.expect_text("h1", "Sản phẩm của đơn vị").await;
    expect_order(page, "own-products-none").await;
    page.press(Role::Link, "Thêm sản phẩm").await;
    page.expect_text("h1", "Thêm sản phẩm").await;
    page.press(Role::Button, "Lưu").await;
    page.expect_to_read("Hãy điền vào đây.").await;
    page.fill(Role::Box, "Tên sản phẩm", PRODUCT).await;
    page.choose_value("Nhóm", "I.5.a").await;
    page.press(Role::Check, "Quanh năm").await;
    page.press(Role::Button, "Thêm quy cách").await;
    page.fill(Role::Box, "Tên quy cách", "Hộp 500 g").await;
    page.fill(Role::Box, "Mã vạch", "4006381333931").await;
    page.expect_to_read("không bắt đầu bằng 893").await;
    page.fill(Role::Box, "Khối lượng, thể tích hoặc số lượng", "500").await;
    page.choose_value("Đơn vị tính", "g").await;
    page.fill(Role::Box, "Giá bán lẻ (đồng)", "1250000").await;
    page.expect_to_read("= 1.250.000 ₫").await;
    expect_order(page, "own-product-new").await;
    page.press(Role::Button, "Lưu").await;
    page.expect_text("h1", PRODUCT).await;
    page.expect_to_read("chưa có mô tả.").await;
    page.address().await
}

async fn show_photo(page: &Page, photo: &str) {
    page.fill(Role::File, "Chọn hoặc chụp ảnh", photo).await;
    page.expect_to_read("Đã lưu ảnh.").await;
    page.find(Role::Button, "Xoá: 1").await;
    expect_order(page, "own-product").await;
}

async fn add_paper(page: &Page, product: &str, scan: &str) {
    page.press(Role::Link, "Giấy tờ").await;
    page.expect_address(&format!("{product}?phan=giay-to")).await;
    page.choose_value("Loại giấy", "food_safety_producer").await;
    page.fill(Role::Box, "Số giấy", "12/2026/ATTP").await;
    page.fill(Role::Box, "Ngày cấp", "5/2026").await;
    page.fill(Role::Box, "Hết hạn ngày", "31/12/2029").await;
    page.fill(Role::File, "Bản chụp hoặc PDF", scan).await;
    page.expect_to_read("Đã có tệp").await;
    page.press(Role::Button, "Lưu giấy").await;
    page.expect_to_read("tự khai, chờ xác nhận").await;
    expect_order(page, "own-product-papers").await;
}

async fn edit(page: &Page, product: &str) {
    page.go(&format!("{product}?phan=sua")).await;
    page.fill(Role::Box, "Mô tả", "Trà ướp sen, mỗi cân chè cần một nghìn bông.").await;
    page.press(Role::Button, "Lưu").await;
    page.expect_address(product).await;
    page.find(Role::Button, "Vẫn đúng: Mô tả").await;
    page.expect_quiet().await;
    page.press(Role::Button, "Tất cả vẫn đúng").await;
    page.expect_to_read("Đã xác nhận.").await;
}

async fn answer(page: &Page, product: &str) {
    page.go(&format!("{product}?phan=ben-mua")).await;
    page.expect_more_than(5, ".gates > li").await;
    expect_order(page, "own-product-readiness").await;
    page.press(Role::Button, "Có").await;
    page.expect_to_read("Đã ghi câu trả lời.").await;
}

async fn publish(page: &Page, product: &str) {
    page.go(product).await;
    page.press(Role::Button, "Công bố sản phẩm").await;
    page.expect_to_read("Xem trang công khai").await;
}

fn picture() -> DynamicImage {
    let colour = |x: u32, y: u32| image::Rgb([(x / 4) as u8, (y / 3) as u8, 120]);
    DynamicImage::ImageRgb8(RgbImage::from_fn(640, 480, colour))
}
