//! What people do on the page, walked in real Chromium on a served application with the public facts. Run with
//! `cargo xtask test --only browser`. Pictures of every page are left in `tests/artefacts`.

mod agreeing;
mod confirming;
mod door;
mod empty_result;
mod every_page;
mod finding;
mod following;
mod history;
mod introducing;
mod keeping;
mod language;
mod map;
mod meeting;
mod pasted_address;
mod producing;
mod retailing;
mod rounds;
mod silence;
mod suggestions;
mod webhooks;

use serde_json::{Value, json};
use shared::StaffRole;
use tests::{
    TestApp,
    browser::{Page, Role},
};

/// The name of the search box.
const SEARCH_BOX: &str = "Tìm sản phẩm, chủ thể, nơi bán";

/// How many products the API finds.
async fn products(app: &TestApp, text: &str, filter: Value) -> u64 {
    let count = "query($s: String, $f: ProductFilter) { products(search: $s, filter: $f) { totalCount } }";
    let answer = app.guest().run(count, json!({ "s": text, "f": filter })).await;
    answer.data("/products/totalCount").as_u64().expect("a number")
}

/// Somebody makes an account, with the mail that goes with it.
async fn sign_up(page: &Page, name: &str, email: &str, password: &str) {
    page.go("/dang-ky").await;
    page.fill(Role::Box, "Họ và tên", name).await;
    page.fill(Role::Box, "Thư điện tử", email).await;
    page.fill(Role::Box, "Mật khẩu", password).await;
    page.press(Role::Check, "Tôi đã đọc và đồng ý với các điều trên").await;
    page.press(Role::Button, "Tạo tài khoản").await;
    page.expect_text("h1", "Hãy mở thư của bạn").await;
    let token = page.site.app.mailed_token(email).await;
    page.go(&format!("/xac-nhan?ma={token}")).await;
    page.fill(Role::Box, "Mật khẩu", password).await;
    page.press(Role::Button, "Xác nhận địa chỉ thư").await;
    page.expect_to_read("Đã xác nhận. Chào mừng bạn!").await;
}

/// Somebody signs in and goes on to a page.
async fn sign_in(page: &Page, email: &str, password: &str, path: &str) {
    page.go(&format!("/dang-nhap?ve={path}")).await;
    page.fill(Role::Box, "Thư điện tử", email).await;
    page.fill(Role::Box, "Mật khẩu", password).await;
    page.press(Role::Button, "Đăng nhập").await;
    page.expect_address(path).await;
}

/// Whoever is signed in signs out.
async fn sign_out(page: &Page) {
    page.go("/tai-khoan").await;
    page.press(Role::Button, "Đăng xuất").await;
    page.expect_address("/").await;
}

/// What an officer of the city does; staff have pages of their own.
async fn approve(app: &TestApp, organisation: &str) {
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let query = "query($id: ID!) { organisation(id: $id) { verification { id } } }";
    let answer = city.run(query, json!({ "id": organisation })).await;
    let verification = answer.data("/organisation/verification/id").clone();
    let verify = "mutation($v: ID!) { verifyOrganisation(verification: $v, approve: true) { status } }";
    let answer = city.run(verify, json!({ "v": verification })).await;
    assert_eq!(answer.data("/verifyOrganisation/status"), "APPROVED");
}

/// The page has no fault that shows at once, and its picture is kept.
async fn expect_order(page: &Page, name: &str) {
    page.expect_quiet().await;
    let faults = page.faults().await;
    assert!(faults.is_empty(), "{name}: {}", faults.join("\n"));
    page.screenshot_of_all(name).await;
}
