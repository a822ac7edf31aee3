//! Staff read what was done to a thing, by whom and when.

use serde_json::{Value, json};
use shared::StaffRole;
use tests::{
    Person, TestApp,
    browser::{Page, Role, Screen, walk},
    people::PASSWORD,
};

use crate::{expect_order, keeping::text, sign_in};

const NAME: &str = "Hợp tác xã Sen Hồ (mẫu)";
const RENAMED: &str = "Hợp tác xã Sen Hồ Tây (mẫu)";
const OWNER: &str = "Lê Thị Hạnh";
const LONG: &str =
    "https://truy-xuat.example/san-pham/tra-sen-ho-tay-uop-bong-sen-bach-diep?lo=2026-11-25-0001";

#[tokio::test]
async fn staff_read_on_a_telephone_who_did_what() {
    walk(Screen::Phone, read).await;
}

#[tokio::test]
async fn staff_read_on_a_desktop_who_did_what() {
    walk(Screen::Desktop, read).await;
}

async fn read(page: Page) {
    let app = &page.site.app;
    let owner = app.person(OWNER).await;
    let organisation = app.verified(&owner, json!({ "name": NAME, "isRetailer": true })).await.to_string();
    let product = entered(&owner, &organisation).await;
    let point = stocked(app, &owner, &organisation).await;
    let need = posted(&owner, &organisation).await;
    edit(&owner, &organisation).await;
    let administrator = app.staff(StaffRole::Administrator, &[]).await;

    sign_in(&page, &administrator.email, PASSWORD, &format!("/to-chuc/{organisation}")).await;
    page.find(Role::Link, "Lịch sử").await;
    expect_order(&page, "organisation-for-staff").await;
    page.press(Role::Link, "Lịch sử").await;
    let history = format!("/can-bo/lich-su/organisation/{organisation}");
    page.expect_address(&history).await;
    page.expect_text("h1", &format!("Lịch sử đơn vị: {RENAMED}")).await;
    expect_lines(&page, &["Sửa thông tin", "Xác minh đơn vị", "Đăng ký đơn vị"]).await;
    page.expect_to_read(OWNER).await;
    page.expect_to_read("city_staff").await;
    unfold(&page).await;
    page.expect_to_read(&format!("{NAME} → {RENAMED}")).await;
    page.expect_to_read("Phường Ba Đình").await;
    expect_order(&page, "history-organisation").await;
    page.press(Role::Link, "Về trang của mục này").await;
    page.expect_address(&format!("/to-chuc/{organisation}")).await;

    page.go(&format!("/to-chuc/{organisation}/san-pham/{product}")).await;
    page.press(Role::Link, "Lịch sử").await;
    page.expect_text("h1", "Lịch sử sản phẩm: Trà sen hồ thử nghiệm").await;
    expect_lines(&page, &["Sửa thông tin", "Tạo mới"]).await;
    unfold(&page).await;
    page.expect_to_read(&format!("chưa có → {LONG}")).await;
    page.expect_to_read("1.250.000").await;
    expect_order(&page, "history-product").await;

    page.go(&format!("/ket-noi/{need}")).await;
    page.press(Role::Link, "Lịch sử").await;
    page.expect_text("h1", "Lịch sử nhu cầu: Trà sen bán Tết").await;
    expect_lines(&page, &["Đăng nhu cầu", "Tạo mới"]).await;
    unfold(&page).await;
    page.expect_to_read("90.000").await;
    expect_order(&page, "history-need").await;

    page.go(&format!("/diem-ban/{point}/hang")).await;
    page.press(Role::Link, "Lịch sử").await;
    expect_lines(&page, &["Thêm hoặc xác nhận hàng bán tại điểm", "Giao đơn vị vận hành"]).await;
    page.expect_to_read("lệnh seed").await;
    unfold(&page).await;
    expect_order(&page, "history-sale-point").await;

    page.go(&format!("/quan-tri/tai-khoan?q={}", owner.email)).await;
    page.press(Role::Button, &format!("{OWNER} {}", owner.email)).await;
    page.find(Role::Link, "Lịch sử").await;
    expect_order(&page, "account-for-administrators").await;
    page.press(Role::Link, "Lịch sử").await;
    page.expect_address(&format!("/can-bo/lich-su/account/{}", owner.account)).await;
    page.expect_text("h1", "Lịch sử tài khoản").await;
    page.expect_to_read("Tạo mới").await;
    expect_order(&page, "history-account").await;

    page.prefer_dark().await;
    page.go(&format!("{history}?lang=en")).await;
    page.expect_text("h1", &format!("History of an organisation: {RENAMED}")).await;
    page.expect_to_read("Registered the organisation").await;
    unfold(&page).await;
    expect_order(&page, "history-dark-en").await;
}

#[tokio::test]
async fn who_may_not_read_a_history_is_told_so() {
    walk(Screen::Phone, async |page: Page| {
        let app = &page.site.app;
        let owner = app.person(OWNER).await;
        let organisation = app.registered(&owner, json!({ "name": NAME })).await;
        let history = format!("/can-bo/lich-su/organisation/{organisation}");

        page.go(&history).await;
        page.find(Role::Link, "Đăng nhập").await;
        page.expect_text("h1", "Lịch sử").await;
        sign_in(&page, &owner.email, PASSWORD, &format!("/to-chuc/{organisation}")).await;
        page.expect_quiet().await;
        assert!(!page.names(Role::Link).await.contains(&"Lịch sử".to_owned()));
        page.go(&history).await;
        page.expect_to_read("dành cho cán bộ").await;
        expect_order(&page, "history-not-yours").await;
        crate::sign_out(&page).await;

        let officer = app.staff(StaffRole::UnitStaff, &[tests::people::OTHER_WARD]).await;
        sign_in(&page, &officer.email, PASSWORD, &history).await;
        page.expect_to_read("Bạn không có quyền xem phần này.").await;
        expect_order(&page, "history-forbidden").await;
        page.go("/can-bo/lich-su/upload/1").await;
        page.expect_text("h1", "Không có trang này").await;
    })
    .await;
}

/// Gives an organisation another name; staff are to verify it again, so all else that it does comes before.
async fn edit(owner: &Person, id: &str) {
    let version = "query($id: ID!) { organisation(id: $id) { version } }";
    let version = owner.run(version, json!({ "id": id })).await.data("/organisation/version").clone();
    let update = "mutation($id: ID!, $v: Int!, $c: OrganisationChanges!) { \
        updateOrganisation(id: $id, version: $v, changes: $c) { id } }";
    let changes = json!({ "name": RENAMED, "contact": { "phone": "0987 654 321" } });
    let variables = json!({ "id": id, "v": version, "c": changes });
    owner.run(update, variables).await.data("/updateOrganisation/id");
}

/// A product with a price and a long link.
async fn entered(owner: &Person, organisation: &str) -> String {
    let create = "mutation($input: NewProduct!) { createProduct(input: $input) { id version } }";
    let packs = json!([{ "name": "Hộp 500 g", "retailPrice": 1_250_000 }]);
    let input = json!({
        "organisation": organisation, "name": "Trà sen hồ thử nghiệm", "group": "I.5.a",
        "details": { "variants": packs, "months": [1, 2, 12] },
    });
    let created = owner.run(create, json!({ "input": input })).await;
    let product = created.data("/createProduct").clone();
    let update = "mutation($id: ID!, $v: Int!, $c: ProductChanges!) { \
        updateProduct(id: $id, version: $v, changes: $c) { id } }";
    let changes = json!({ "traceabilityUrl": LONG, "deliversToHanoi": true });
    let variables = json!({ "id": product["id"], "v": product["version"], "c": changes });
    owner.run(update, variables).await.data("/updateProduct/id");
    text(&product, "id")
}

/// A need that everybody may read.
async fn posted(owner: &Person, organisation: &str) -> String {
    let create = "mutation($input: NewNeed!) { createNeed(input: $input) { id } }";
    let details = json!({
        "visibility": "PUBLIC", "groups": ["I"], "minStars": 4, "priceCeiling": 90_000, "unit": "kg", "deadline": "2099-12-31",
    });
    let input = json!({ "organisation": organisation, "name": "Trà sen bán Tết", "details": details });
    let created = owner.run(create, json!({ "input": input })).await;
    let id = created.data("/createNeed/id").clone();
    let open = "mutation($id: ID!) { openNeed(id: $id) { status } }";
    owner.run(open, json!({ "id": id })).await.data("/openNeed/status");
    id.as_str().unwrap_or_default().to_owned()
}

/// A point of the public facts that the organisation runs, with a product that everybody sees.
async fn stocked(app: &TestApp, owner: &Person, organisation: &str) -> String {
    let asked = "{ salePoints(first: 1) { nodes { id } } products(first: 1) { nodes { id } } }";
    let found = app.guest().run(asked, json!({})).await;
    let point: &Value = found.data("/salePoints/nodes/0/id");
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let assign = "mutation($p: ID!, $o: ID) { assignOperator(salePoint: $p, organisation: $o) { id } }";
    let variables = json!({ "p": point, "o": organisation });
    city.run(assign, variables).await.data("/assignOperator/id");
    let stock = "mutation($p: ID!, $g: [ID!]!) { stockProducts(salePoint: $p, products: $g) { id } }";
    let goods = json!({ "p": point, "g": [found.data("/products/nodes/0/id")] });
    owner.run(stock, goods).await.data("/stockProducts/id");
    point.as_str().unwrap_or_default().to_owned()
}

/// These were done, the newest first; others may stand between them.
async fn expect_lines(page: &Page, wanted: &[&str]) {
    page.expect(&format!("{wanted:?} in this order"), async || {
        let done = page.texts(".changes strong").await;
        let mut left = done.iter();
        let are_there = wanted.iter().all(|wanted| left.any(|line| line == wanted));
        if are_there { Ok(()) } else { Err(format!("{done:?}")) }
    })
    .await;
}

/// Opens all that is folded, as somebody who presses one after the other.
async fn unfold(page: &Page) {
    page.expect_more_than(0, ".changes summary").await;
    page.run("document.querySelectorAll('.changes summary').forEach(summary => summary.click())", []).await;
    page.expect_more_than(0, ".changes dd").await;
}
