//! A retailer on a telephone: from signing up to a need that a verified producer reads, and a product that fits it.

use serde_json::{Value, json};
use shared::{MemberRole, OrganisationId};
use tests::{
    Person, TestApp,
    browser::{Page, Role, Screen, walk},
    people::{PASSWORD, WARD},
};
use thirtyfour::Key;

use crate::{approve, expect_order, sign_in, sign_out, sign_up};

const EMAIL: &str = "mua@cho-tre.example";
const OWN_PASSWORD: &str = "bảy gánh hàng rong";
const NEED: &str = "Trà sen, hộp 100 g";
const RENAMED: &str = "Trà sen hộp 100 g bán Tết";

/// What a need asks in these journeys, taken from the public facts so that something fits.
struct Fitting {
    group: String,
    province: String,
    province_name: String,
    product: String,
}

#[tokio::test]
async fn a_retailer_posts_a_need_that_a_verified_producer_reads() {
    walk(Screen::Phone, async |page: Page| {
        let app = &page.site.app;
        let fitting = fitting(app).await;
        sign_up(&page, "Trần Văn Chợ", EMAIL, OWN_PASSWORD).await;
        let shop = register(&page).await;
        let id = shop.trim_start_matches("/to-chuc/").to_owned();

        let need = enter(&page, &shop, &fitting).await;
        expect_hindrance(&page).await;
        approve(app, &id).await;
        post(&page, &need, &fitting).await;
        edit_what_another_edits(&page, &id, &need).await;
        find_product(&page, &need, &fitting).await;
        copy(&page, &shop, &need).await;
        sign_out(&page).await;

        see_nothing_as_a_guest(&page, &need).await;
        read_as_a_producer(&page, &need).await;
        sign_out(&page).await;

        sign_in(&page, EMAIL, OWN_PASSWORD, &need).await;
        close(&page, &shop).await;
    })
    .await;
}

#[tokio::test]
async fn pages_of_needs_are_in_order_on_a_desktop() {
    walk(Screen::Desktop, async |page: Page| every_page(&page, "", "").await).await;
}

#[tokio::test]
async fn pages_of_needs_can_be_read_in_the_dark_and_in_english() {
    walk(Screen::Phone, async |page: Page| {
        page.prefer_dark().await;
        every_page(&page, "lang=en", "-dark-en").await;
    })
    .await;
}

async fn fitting(app: &TestApp) -> Fitting {
    let query = "query($f: ProductFilter) { products(filter: $f, first: 1) {
        facets { provinces { value } } edges { node { name } } } }";
    let of = async |filter: Value| app.guest().run(query, json!({ "f": filter })).await;
    let any = of(json!({ "groups": ["I"], "stars": [4, 5] })).await;
    let province = text(any.data("/products/facets/provinces/0/value"));
    let found = of(json!({ "groups": ["I"], "stars": [4, 5], "provinces": [province] })).await;
    let names = "{ productGroups { code nameVi } adminUnits(level: PROVINCE) { code name } }";
    let names = app.guest().run(names, json!({})).await;
    let named = |path: &str, code: &str, field: &str| {
        let mut rows = names.data(path).as_array().into_iter().flatten();
        text(&rows.find(|row| row["code"] == code).expect("the code has a name")[field])
    };
    Fitting {
        group: format!("I. {}", named("/productGroups", "I", "nameVi")),
        province_name: named("/adminUnits", &province, "name"),
        province,
        product: text(found.data("/products/edges/0/node/name")),
    }
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

/// Gives the address of the organisation.
async fn register(page: &Page) -> String {
    page.go("/to-chuc/moi").await;
    page.fill(Role::Box, "Tên đơn vị", "Siêu thị Chợ Tre (mẫu)").await;
    page.press(Role::Radio, "Doanh nghiệp").await;
    page.press(Role::Check, "Bán hàng: điểm bán, cửa hàng, siêu thị, phân phối").await;
    page.fill(Role::Box, "Địa chỉ", "Số 2, đường Thử Nghiệm").await;
    page.choose_value("Tỉnh, thành phố hiện nay", "01").await;
    page.choose_value("Phường, xã hiện nay", WARD).await;
    page.fill(Role::Box, "Tên người liên hệ", "Trần Văn Chợ").await;
    page.fill(Role::Box, "Điện thoại", "0912 345 679").await;
    page.press(Role::Button, "Gửi đăng ký").await;
    page.expect_text("h1", "Siêu thị Chợ Tre (mẫu)").await;
    page.address().await
}

/// Gives the address of the need.
async fn enter(page: &Page, shop: &str, fitting: &Fitting) -> String {
    page.press(Role::Link, "Nhu cầu của đơn vị").await;
    page.expect_address(&format!("{shop}/nhu-cau")).await;
    page.expect_text("h1", "Nhu cầu của đơn vị").await;
    page.expect_to_read("đăng được sau khi xác minh").await;
    expect_order(page, "own-needs-none").await;
    page.press(Role::Link, "Thêm nhu cầu").await;
    page.expect_text("h1", "Thêm nhu cầu").await;
    page.fill(Role::Box, "Nhận trả lời đến hết ngày", "1/1/2020").await;
    page.press(Role::Button, "Lưu").await;
    page.expect_to_read("Hãy điền vào đây.").await;
    page.expect_to_read("Ngày này đã qua.").await;

    page.fill(Role::Box, "Tên nhu cầu", NEED).await;
    fill_anew(page, "Nhận trả lời đến hết ngày", "31/12/2099").await;
    page.press(Role::Button, "I. Thực phẩm").await;
    page.press(Role::Check, &fitting.group).await;
    page.choose_value("Hạng sao thấp nhất", "4").await;
    page.fill(Role::Box, "Số lượng mỗi tháng", "1.500,5").await;
    page.expect_to_read("= 1.500,5").await;
    paste(page, "Giá cao nhất (đồng, mỗi đơn vị)", "1.250.000").await;
    page.expect_to_read("= 1.250.000 ₫").await;
    page.press(Role::Check, "Quanh năm").await;
    page.press(Role::Button, "Chọn tỉnh, thành phố hiện nay").await;
    page.press(Role::Check, &fitting.province_name).await;
    page.press(Role::Button, "Chọn yêu cầu").await;
    page.press(Role::Check, "Hạn sử dụng tối thiểu (ngày)").await;
    page.press(Role::Button, "Lưu").await;
    // The amounts have no unit yet, and the requirement no number.
    page.expect_more_than(1, ".field-error").await;
    expect_order(page, "need-new").await;
    page.choose_value("Đơn vị của số lượng và giá", "kg").await;
    page.fill(Role::Box, "Hạn sử dụng tối thiểu (ngày)", "180").await;
    page.press(Role::Button, "Lưu").await;
    page.expect_text("h1", NEED).await;
    page.address().await
}

async fn expect_hindrance(page: &Page) {
    page.expect_to_read("Bản nháp").await;
    page.expect_to_read("đơn vị chưa được Sở xác minh.").await;
    expect_order(page, "need-draft").await;
}

async fn post(page: &Page, need: &str, fitting: &Fitting) {
    page.reload().await;
    page.press(Role::Button, "Đăng nhu cầu").await;
    page.expect_to_read("Đã đăng.").await;
    page.expect_to_read("Đang tìm").await;
    page.expect_to_read("tối đa 1.250.000 ₫ mỗi kg").await;
    page.expect_to_read("1.500,5 kg mỗi tháng").await;
    page.expect_to_read(&fitting.province_name).await;
    page.expect_address(need).await;
    expect_order(page, "need-open").await;
}

/// Both versions are shown, and what was typed is not lost.
async fn edit_what_another_edits(page: &Page, shop: &str, need: &str) {
    let colleague = page.site.app.person("Đồng Nghiệp").await;
    let shop: OrganisationId = shop.parse().expect("an address ends with the id");
    page.site.app.joined(&colleague, shop, MemberRole::Member).await;
    page.press(Role::Link, "Sửa nhu cầu").await;
    page.expect_address(&format!("{need}?phan=sua")).await;
    fill_anew(page, "Tên nhu cầu", RENAMED).await;
    let id = need.trim_start_matches("/ket-noi/");
    let update =
        "mutation($id: ID!, $c: NeedChanges!) { updateNeed(id: $id, version: 2, changes: $c) { version } }";
    let changes = json!({ "name": "Trà sen (mẫu)", "description": "Hộp thiếc." });
    colleague.run(update, json!({ "id": id, "c": changes })).await.data("/updateNeed");

    page.press(Role::Button, "Lưu").await;

    page.expect_to_read("Người khác vừa sửa nhu cầu này").await;
    page.expect_to_read("Đang lưu: Trà sen (mẫu)").await;
    assert_eq!(page.value(Role::Box, "Mô tả thêm").await, "Hộp thiếc.");
    expect_order(page, "need-conflict").await;
    page.press(Role::Button, "Lưu bản đã chọn").await;
    page.expect_address(need).await;
    page.expect_text("h1", RENAMED).await;
    page.expect_to_read("Hộp thiếc.").await;
}

async fn find_product(page: &Page, need: &str, fitting: &Fitting) {
    page.press(Role::Link, "Tìm sản phẩm").await;
    page.expect_address(&format!("/san-pham?sao=4,5&nhom=I&tinh={}", fitting.province)).await;
    page.press(Role::Link, &fitting.product).await;
    page.expect_text("h1", &fitting.product).await;
    page.go(need).await;
}

async fn copy(page: &Page, shop: &str, need: &str) {
    page.press(Role::Button, "Sao chép thành bản nháp mới").await;
    page.expect_to_read("Đã sao chép.").await;
    page.expect("the form of another need", async || {
        let address = page.address().await;
        let is_other = address.ends_with("?phan=sua") && !address.starts_with(need);
        if is_other { Ok(()) } else { Err(address) }
    })
    .await;
    assert_eq!(page.value(Role::Box, "Nhận trả lời đến hết ngày").await, "");
    page.go(&format!("{shop}/nhu-cau")).await;
    page.find(Role::Link, "Đang tìm (1)").await;
    page.press(Role::Link, "Bản nháp (1)").await;
    page.expect_address(&format!("{shop}/nhu-cau?tinh-trang=nhap")).await;
    page.expect_to_read("Bản nháp: 1 nhu cầu").await;
    expect_order(page, "own-needs").await;
}

async fn see_nothing_as_a_guest(page: &Page, need: &str) {
    page.go("/ket-noi").await;
    page.expect_to_read("Có những nhu cầu chỉ chủ thể đã được xác minh mới thấy.").await;
    page.expect_to_read("0 nhu cầu").await;
    expect_order(page, "needs-of-a-guest").await;
    page.go(need).await;
    page.expect_text("h1", "Không có trang này").await;
    page.expect_to_read("Nhu cầu này có thể chỉ dành cho chủ thể đã được xác minh.").await;
    expect_order(page, "need-missing").await;
}

async fn read_as_a_producer(page: &Page, need: &str) {
    let maker = page.site.app.person("Người Làm").await;
    let makes = producer(&page.site.app, &maker).await;
    sign_in(page, &maker.email, PASSWORD, &format!("/to-chuc/{makes}")).await;
    page.press(Role::Link, "Nhu cầu liên quan (1)").await;
    page.expect_address(&format!("/ket-noi?lien-quan={makes}")).await;
    page.expect_to_read("1 nhu cầu").await;
    expect_order(page, "needs-of-a-producer").await;
    page.press(Role::Link, "Mọi nhu cầu").await;
    page.expect_address("/ket-noi").await;
    page.choose_value("Nhóm sản phẩm", "II").await;
    page.expect_address("/ket-noi?nhom=II").await;
    page.expect_to_read("0 nhu cầu").await;
    page.back().await;
    page.press(Role::Link, RENAMED).await;
    page.expect_address(need).await;
    page.expect_text("h1", RENAMED).await;
    page.expect_quiet().await;
    assert!(!page.names(Role::Button).await.contains(&"Đóng nhu cầu".to_owned()));
    expect_order(page, "need-of-a-producer").await;
}

/// A verified producer with a product that the need is about.
async fn producer(app: &TestApp, maker: &Person) -> OrganisationId {
    let makes = app.verified(maker, json!({})).await;
    let product = json!({ "organisation": makes, "name": "Trà sen (mẫu)", "group": "I.5.a" });
    let create = "mutation($i: NewProduct!) { createProduct(input: $i) { id } }";
    maker.run(create, json!({ "i": product })).await.data("/createProduct");
    makes
}

async fn close(page: &Page, shop: &str) {
    page.press(Role::Button, "Đóng nhu cầu").await;
    page.fill(Role::Box, "Lý do đóng", "Đã tìm được nơi cung cấp.").await;
    expect_order(page, "need-closing").await;
    page.press(Role::Button, "Đóng ngay").await;
    page.expect_to_read("Đã đóng nhu cầu.").await;
    page.find(Role::Button, "Đăng lại").await;
    page.go(&format!("{shop}/nhu-cau?tinh-trang=da-dong")).await;
    page.find(Role::Link, RENAMED).await;
}

/// Each page of needs, seen by those who have the most to see on it.
async fn every_page(page: &Page, query: &str, suffix: &str) {
    let app = &page.site.app;
    let buyer = app.person("Người Mua").await;
    let sells = json!({ "name": "Siêu thị Thử (mẫu)", "legalForm": "COMPANY", "isProducer": true, "isRetailer": true });
    let shop = app.verified(&buyer, sells).await;
    let details = json!({
        "description": "Hộp thiếc, có hướng dẫn pha.\nGiao tại kho Ba Đình.", "groups": ["I.5", "II"], "minStars": 4,
        "quantityPerMonth": 1500, "unit": "kg", "months": [1, 2, 3, 11, 12], "priceCeiling": 1_250_000,
        "deadline": "2099-12-31", "provinces": ["01"], "formerProvinces": ["01"], "visibility": "PUBLIC",
        "requirements": [{ "requirement": "gtin" }, { "requirement": "shelf_life_days", "number": 180 }],
    });
    let create = "mutation($input: NewNeed!) { createNeed(input: $input) { id } }";
    let open = "mutation($id: ID!) { openNeed(id: $id) { status } }";
    let mut last = String::new();
    for name in ["Miến dong", NEED] {
        let input = json!({ "organisation": shop, "name": name, "details": details });
        let answer = buyer.run(create, json!({ "input": input })).await;
        last = text(answer.data("/createNeed/id"));
        buyer.run(open, json!({ "id": last })).await.data("/openNeed");
    }
    sign_in(page, &buyer.email, PASSWORD, &format!("/to-chuc/{shop}")).await;
    for (name, address) in [
        ("needs", "/ket-noi".to_owned()),
        ("need", format!("/ket-noi/{last}")),
        ("need-edit", format!("/ket-noi/{last}?phan=sua")),
        ("own-needs", format!("/to-chuc/{shop}/nhu-cau")),
        ("need-new", format!("/to-chuc/{shop}/nhu-cau/moi")),
        ("own-organisation-of-a-retailer", format!("/to-chuc/{shop}")),
    ] {
        let sign = if address.contains('?') { '&' } else { '?' };
        page.go(&format!("{address}{sign}{query}")).await;
        page.expect_more_than(0, "h1").await;
        expect_order(page, &format!("{name}{suffix}")).await;
    }
}

/// Types something else into a field.
async fn fill_anew(page: &Page, name: &str, text: &str) {
    let field = page.find(Role::Box, name).await;
    field.send_keys(Key::Control + "a").await.expect("a field takes keys");
    field.send_keys(text).await.expect("a field takes a text");
}

/// Puts in a text at once, as a paste does.
async fn paste(page: &Page, name: &str, text: &str) {
    page.press(Role::Box, name).await;
    page.run("document.execCommand('insertText', false, arguments[0])", [text.into()]).await;
}
