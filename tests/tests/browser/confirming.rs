//! A star decision and a paper on their way: sent by a producer, one confirmed and one refused by staff.

use image::{DynamicImage, ImageFormat, RgbImage};
use serde_json::{Value, json};
use shared::StaffRole;
use tests::{
    Person, TestApp,
    browser::{Page, Role, Screen, walk},
    people::PASSWORD,
};

use crate::{expect_order, keeping::text, sign_in, sign_out};

const MAKER: &str = "Hợp tác xã Sen Hồ (mẫu)";

#[tokio::test]
async fn staff_decide_on_a_telephone_what_a_producer_sent() {
    walk(Screen::Phone, decided).await;
}

#[tokio::test]
async fn staff_decide_on_a_desktop_what_a_producer_sent() {
    walk(Screen::Desktop, decided).await;
}

async fn decided(page: Page) {
    let app = &page.site.app;
    let folder = tempfile::tempdir().expect("a folder");
    let scan = folder.path().join("quyet-dinh.jpg");
    let picture = RgbImage::from_fn(480, 640, |x, y| image::Rgb([(x / 4) as u8, 200, (y / 4) as u8]));
    DynamicImage::ImageRgb8(picture).save_with_format(&scan, ImageFormat::Jpeg).expect("a picture");
    let owner = app.person("Lê Thị Hạnh").await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let (address, kind) = entered(app, &owner).await;
    let papers = format!("{address}?phan=giay-to");

    sign_in(&page, &owner.email, PASSWORD, &address).await;
    page.press(Role::Link, "Giấy tờ").await;
    send_decision(&page, &scan.display().to_string()).await;
    sign_out(&page).await;

    sign_in(&page, &city.email, PASSWORD, "/can-bo").await;
    page.expect_to_read("1 quyết định công nhận đang chờ · 1 giấy tờ đang chờ").await;
    page.press(Role::Link, "Giấy tờ chờ xác nhận").await;
    page.find(Role::Link, "Mở tệp: quyet-dinh.jpg").await;
    expect_order(&page, "waiting-papers").await;
    page.press(Role::Button, &format!("Xác nhận là đúng: 4 sao, {MAKER}")).await;
    page.expect_to_read("Không có quyết định công nhận nào đang chờ.").await;
    page.press(Role::Button, &format!("Từ chối…: {kind}, {MAKER}")).await;
    page.press(Role::Button, "Từ chối xác nhận").await;
    page.expect_to_read("Hãy điền vào đây.").await;
    page.fill(Role::Box, "Lý do", "Thiếu bản chụp").await;
    page.press(Role::Button, "Từ chối xác nhận").await;
    page.expect_to_read("Không có giấy tờ nào đang chờ.").await;
    expect_order(&page, "waiting-papers-none").await;
    sign_out(&page).await;

    sign_in(&page, &owner.email, PASSWORD, &address).await;
    page.go(&papers).await;
    page.expect_to_read("cán bộ xác nhận ngày").await;
    page.expect_to_read("Lý do: Thiếu bản chụp").await;
    expect_order(&page, "own-product-decided").await;
}

/// The address of a product with a paper that waits, and what that kind of paper is called.
async fn entered(app: &TestApp, owner: &Person) -> (String, String) {
    let organisation = app.verified(owner, json!({ "name": MAKER })).await;
    let create = "mutation($input: NewProduct!) { createProduct(input: $input) { id } }";
    let input = json!({ "organisation": organisation, "name": "Trà sen hồ thử nghiệm", "group": "I.5.a" });
    let created = owner.run(create, json!({ "input": input })).await;
    let product = created.data("/createProduct/id").clone();
    let add = "mutation($input: NewCertificate!) { addCertificate(input: $input) { kind { nameVi } } }";
    let paper = json!({ "kind": "food_safety_producer", "number": "12/2026/ATTP" });
    let added = owner.run(add, json!({ "input": { "product": product, "certificate": paper } })).await;
    let kind: &Value = added.data("/addCertificate/kind");
    (
        format!("/to-chuc/{organisation}/san-pham/{}", product.as_str().unwrap_or_default()),
        text(kind, "nameVi"),
    )
}

async fn send_decision(page: &Page, scan: &str) {
    page.press(Role::Button, "Thêm quyết định công nhận").await;
    page.press(Role::Button, "Gửi quyết định").await;
    page.expect_to_read("Hãy chọn một mục trong danh sách.").await;
    page.choose_value("Hạng sao trong quyết định", "4").await;
    page.fill(Role::Box, "Số quyết định", "1234/QĐ-UBND").await;
    page.fill(Role::Box, "Cơ quan ban hành", "UBND thành phố Hà Nội").await;
    page.fill(Role::Box, "Ngày ký", "15/6/2026").await;
    page.fill(Role::Box, "Điểm trung bình", "87,5").await;
    page.fill(Role::File, "Bản chụp hoặc PDF", scan).await;
    page.expect_to_read("Đã có tệp").await;
    page.press(Role::Button, "Gửi quyết định").await;
    page.expect_to_read("tự khai, chờ xác nhận").await;
    page.expect_to_read("Điểm: 87,5").await;
    expect_order(page, "own-product-decision").await;
}
