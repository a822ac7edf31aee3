//! What holds of every page, on a phone and on a desktop: one heading that names the window, nothing wider than the
//! screen, no serious fault for those who use it otherwise, and nothing wrong on the console.

use serde_json::json;
use tests::{
    TestApp,
    browser::{Page, Screen, walk},
};

use crate::products;

/// A page: the name of its picture, its address, its heading.
type Place = (&'static str, String, String);

#[tokio::test]
async fn every_page_is_in_order_on_a_phone() {
    walk(Screen::Phone, every_page).await;
}

#[tokio::test]
async fn every_page_is_in_order_on_a_desktop() {
    walk(Screen::Desktop, every_page).await;
}

#[tokio::test]
async fn every_page_can_be_read_in_the_dark_and_in_english() {
    walk(Screen::Phone, async |page: Page| {
        page.prefer_dark().await;
        let mut faults = Vec::new();
        for (name, address, _) in places(&page.site.app).await {
            let sign = if address.contains('?') { '&' } else { '?' };
            page.go(&format!("{address}{sign}lang=en")).await;
            page.expect_more_than(0, "h1").await;
            page.expect_quiet().await;
            faults.extend(page.violations().await.into_iter().map(|fault| format!("{name}: {fault}")));
            page.screenshot_of_all(&format!("{name}-dark-en")).await;
        }
        assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
        page.expect_console(&["status of 404"]).await;
    })
    .await;
}

async fn every_page(page: Page) {
    let mut faults = Vec::new();
    for (name, address, heading) in places(&page.site.app).await {
        page.go(&address).await;
        page.expect_text("h1", &heading).await;
        page.expect_quiet().await;
        let found = page.faults().await.into_iter();
        // The browser tells of the answer 404 that such an address must have.
        let is_fault = |fault: &String| name != "not-found" || !fault.contains("status of 404");
        faults.extend(found.filter(is_fault).map(|fault| format!("{name}: {fault}")));
        page.screenshot_of_all(name).await;
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

async fn places(app: &TestApp) -> Vec<Place> {
    let asked = "{
        products(search: \"cha bo hung hong\", first: 1) { edges { node { id name producer { id name } } } }
        salePoints(search: \"Phúc Hậu Mart\", first: 1) { nodes { id name } }
        events(order: NEWEST, first: 1) { nodes { id name } }
    }";
    let answer = app.guest().run(asked, json!({})).await;
    let text = |path: &str| answer.data(path).as_str().unwrap_or_default().to_owned();
    let one = |name, folder: &str, at: &str| {
        (name, format!("/{folder}/{}", text(&format!("{at}/id"))), text(&format!("{at}/name")))
    };
    let ca_phe = format!("{} sản phẩm cho “ca phe”", products(app, "ca phe", json!({})).await);
    let fixed = |name, address: &str, heading: &str| (name, address.to_owned(), heading.to_owned());
    vec![
        fixed("home", "/", "Sản phẩm OCOP và nơi bán ở Hà Nội"),
        fixed("products", "/san-pham?q=ca+phe", &ca_phe),
        one("product", "san-pham", "/products/edges/0/node"),
        fixed("producers", "/chu-the", "Chủ thể"),
        one("producer", "chu-the", "/products/edges/0/node/producer"),
        fixed("sale-points", "/diem-ban", "Điểm bán"),
        one("sale-point", "diem-ban", "/salePoints/nodes/0"),
        fixed("needs", "/ket-noi", "Nhu cầu của nơi bán"),
        fixed("events", "/su-kien", "Sự kiện"),
        one("event", "su-kien", "/events/nodes/0"),
        fixed("about", "/gioi-thieu", "Giới thiệu"),
        fixed("sign-in", "/dang-nhap", "Đăng nhập"),
        fixed("sign-up", "/dang-ky", "Tạo tài khoản"),
        fixed("forgotten-password", "/quen-mat-khau", "Quên mật khẩu"),
        fixed("reset-password", "/dat-lai-mat-khau?ma=x", "Đặt lại mật khẩu"),
        fixed("confirm-email", "/xac-nhan?ma=x", "Xác nhận địa chỉ thư"),
        fixed("account-of-a-guest", "/tai-khoan", "Tài khoản"),
        fixed("organisations-of-a-guest", "/to-chuc", "Đơn vị của tôi"),
        fixed("staff-as-a-guest", "/can-bo", "Cán bộ"),
        fixed("not-found", "/khong-co-trang-nay", "Không có trang này"),
    ]
}
