//! From an introduction to goods that were delivered: a retailer drafts an agreement, the producer asks for changes, both
//! confirm, each side says what was delivered, one of them from a mail without signing in, and staff see it counted.

use chrono::{Days, Utc};
use shared::StaffRole;
use tests::browser::{Page, Role, Screen, walk, walk_beside};
use tests::people::PASSWORD;

use crate::{expect_order, sign_in, sign_out};

#[tokio::test]
async fn an_introduction_leads_to_confirmed_deliveries_on_a_telephone() {
    walk(Screen::Phone, async |page: Page| agree(&page, "").await).await;
}

#[tokio::test]
async fn an_introduction_leads_to_confirmed_deliveries_on_a_desktop() {
    walk(Screen::Desktop, async |page: Page| agree(&page, "-desktop").await).await;
}

async fn agree(page: &Page, suffix: &str) {
    let app = &page.site.app;
    let sides = app.sides().await;
    let introduction = sides.met().await;
    let introduction = format!("/ket-noi/gioi-thieu/{}", introduction.as_str().expect("an id"));

    sign_in(page, &sides.buyer.email, PASSWORD, &introduction).await;
    let agreement = draft(page, sides.product.as_str().expect("an id"), suffix).await;
    sign_out(page).await;

    sign_in(page, &sides.maker.email, PASSWORD, &agreement).await;
    counter(page, &agreement, suffix).await;
    sign_out(page).await;

    sign_in(page, &sides.buyer.email, PASSWORD, &agreement).await;
    confirm(page, suffix).await;
    let docx =
        format!("/documents/agreements/{}.docx?language=both", agreement.trim_start_matches("/thoa-thuan/"));
    let fetched = "return fetch(arguments[0]).then(answer => answer.status)";
    let status = page.run(fetched, [docx.as_str().into()]).await;
    assert_eq!(status.json(), 200, "{docx}");

    deliver(page, &agreement, &sides.maker.email, suffix).await;
    sign_out(page).await;
    count(page, suffix).await;
}

/// Gives the address of the agreement.
async fn draft(page: &Page, product: &str, suffix: &str) -> String {
    page.press(Role::Button, "Soạn thoả thuận").await;
    page.expect_text("h1", "Biên bản giao thương").await;
    page.expect_to_read("Bản nháp").await;
    let agreement = page.address().await;
    page.press(Role::Link, "Sửa bản nháp").await;
    page.expect_to_read("Những gì hai bên đã khai được điền sẵn").await;
    let today = Utc::now().date_naive();
    let starts = today - Days::new(40);
    let ends = today + Days::new(300);
    page.retype(Role::Box, "Từ ngày", &starts.format("%d/%m/%Y").to_string()).await;
    page.retype(Role::Box, "Đến hết ngày", &ends.format("%d/%m/%Y").to_string()).await;
    page.press(Role::Button, "Thêm hàng hoá").await;
    page.choose_value("Hàng hoá", &format!("{product}|")).await;
    page.retype(Role::Box, "Số lượng mỗi tháng", "20").await;
    page.choose_value("Đơn vị của số lượng và giá", "kg").await;
    page.retype(Role::Box, "Đơn giá dự kiến (đồng)", "95.000").await;
    page.expect_quiet().await;
    expect_order(page, &format!("agreement-draft{suffix}")).await;
    page.press(Role::Button, "Lưu bản nháp").await;
    page.expect_to_read("95.000 ₫ mỗi kg").await;
    page.fill(Role::Box, "Lời nhắn kèm theo", "Mời bên bạn xem giá.").await;
    page.press(Role::Button, "Gửi bên kia").await;
    page.expect_to_read("Chờ chủ thể").await;
    expect_order(page, &format!("agreement-sent{suffix}")).await;
    agreement
}

async fn counter(page: &Page, agreement: &str, suffix: &str) {
    page.expect_to_read("Mời bên bạn xem giá.").await;
    page.press(Role::Link, "Đề nghị sửa").await;
    page.retype(Role::Box, "Đơn giá dự kiến (đồng)", "98.000").await;
    page.fill(Role::Box, "Thanh toán", "Trong 15 ngày sau khi giao").await;
    page.press(Role::Button, "Gửi bản sửa").await;
    page.expect_address(agreement).await;
    page.expect_to_read("Chờ nhà bán lẻ").await;
    page.expect_to_read("Bản mới nhất thay đổi gì").await;
    expect_order(page, &format!("agreement-countered{suffix}")).await;
}

async fn confirm(page: &Page, suffix: &str) {
    page.expect_to_read("98.000 ₫ mỗi kg").await;
    page.expect_to_read("Trong 15 ngày sau khi giao").await;
    page.press(Role::Button, "Xác nhận").await;
    page.expect_to_read("Đang hiệu lực").await;
    page.expect_to_read("Sau 30 ngày").await;
    expect_order(page, &format!("agreement-signed{suffix}")).await;
}

/// The producer answers from the mail, the retailer on the page.
async fn deliver(page: &Page, agreement: &str, maker: &str, suffix: &str) {
    let app = &page.site.app;
    server::deliveries::asking::ask_all(&app.app, server::calendar::today()).await.expect("both are asked");
    let token = app.mailed_token(maker).await;
    walk_beside(page, async |guest: Page| {
        guest.go(&format!("/giao-hang?ma={token}")).await;
        guest.expect_text("h1", "Hàng đã giao thế nào?").await;
        expect_order(&guest, &format!("delivery{suffix}")).await;
        guest.press(Role::Button, "Đã giao đủ như thoả thuận").await;
        guest.expect_to_read("Cảm ơn. Đã ghi nhận trả lời").await;
    })
    .await;
    page.go(agreement).await;
    page.press(Role::Button, "Đã giao đủ như thoả thuận").await;
    page.expect_to_read("Hai bên xác nhận").await;
    expect_order(page, &format!("agreement-delivered{suffix}")).await;
    page.go("/thoa-thuan?xem=da-ky").await;
    page.expect_to_read("1 thoả thuận").await;
    page.expect_to_read("Miến dong (mẫu)").await;
    expect_order(page, &format!("agreements{suffix}")).await;
}

/// What was delivered stands in the figures of staff.
async fn count(page: &Page, suffix: &str) {
    let staff = page.site.app.staff(StaffRole::CityStaff, &[]).await;
    sign_in(page, &staff.email, PASSWORD, "/can-bo/thoa-thuan").await;
    page.expect_to_read("Tất cả 1 1 1 1 0 0").await;
    expect_order(page, &format!("funnel{suffix}")).await;
}
