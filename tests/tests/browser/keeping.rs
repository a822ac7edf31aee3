//! What people keep up to date once they have an account: what a point sells, and what is kept about themselves.

use sea_orm::{EntityTrait, sea_query::Expr};
use serde_json::{Value, json};
use server::entities::stock;
use shared::StaffRole;
use tests::{
    Person, TestApp,
    browser::{Page, Role, Screen, walk},
};

/// The password of everybody whom [`TestApp`] makes.
const PASSWORD: &str = "không ai biết";
const SHOP: &str = "Cửa hàng Thử (mẫu)";

#[tokio::test]
async fn an_operator_confirms_on_a_telephone_what_is_sold_and_its_page_says_where() {
    walk(Screen::Phone, async |page: Page| {
        let app = &page.site.app;
        let (point, product) = seen(app).await;
        let keeper = app.person("Chủ Cửa Hàng").await;
        let sells = json!({ "name": SHOP, "isProducer": false, "isRetailer": true });
        let shop = app.verified(&keeper, sells).await;
        let city = app.staff(StaffRole::CityStaff, &[]).await;
        let (address, name) = (format!("/diem-ban/{}", text(&point, "id")), text(&product, "name"));

        sign_in(&page, &city, &format!("{address}/hang")).await;
        page.expect_to_read("Đơn vị vận hành chưa ghi mặt hàng nào.").await;
        page.fill(Role::Box, "Tên đơn vị", "cua hang thu").await;
        expect_order(&page, "own-stock-operator").await;
        page.press(Role::Button, &format!("Giao điểm cho đơn vị này: {SHOP}")).await;
        page.find(Role::Button, "Thôi giao").await;
        sign_out(&page).await;

        sign_in(&page, &keeper, &format!("/to-chuc/{shop}")).await;
        page.press(Role::Link, &text(&point, "name")).await;
        page.expect_address(&format!("{address}/hang")).await;
        page.expect_to_read("Chưa ghi mặt hàng nào.").await;
        page.fill(Role::Box, "Tìm sản phẩm đang bán", &name).await;
        page.press(Role::Check, &name).await;
        expect_order(&page, "own-stock-adding").await;
        page.press(Role::Button, "Thêm 1 sản phẩm").await;
        page.expect_to_read("Đã thêm 1 sản phẩm.").await;
        page.find(Role::Button, &format!("Không bán nữa: {name}")).await;

        let long_ago = chrono::Utc::now() - chrono::Duration::days(400);
        let old = stock::Entity::update_many().col_expr(stock::Column::ConfirmedAt, Expr::value(long_ago));
        old.exec(app.app.database.write()).await.unwrap();
        page.press(Role::Button, "Tất cả vẫn còn bán").await;
        page.expect_to_read("Đã xác nhận.").await;
        expect_order(&page, "own-stock").await;
        page.press(Role::Button, &format!("Không bán nữa: {name}")).await;
        page.expect_to_read("Chưa ghi mặt hàng nào.").await;
        page.press(Role::Button, "Ghi lại như cũ").await;
        page.find(Role::Button, &format!("Không bán nữa: {name}")).await;

        page.go(&address).await;
        page.find(Role::Link, "Cập nhật hàng bán tại điểm này").await;
        sign_out(&page).await;
        page.go(&format!("/san-pham/{}", text(&product, "id"))).await;
        page.find(Role::Link, &text(&point, "name")).await;
        page.expect_to_read(&format!("bởi {SHOP}")).await;
    })
    .await;
}

/// A point and a product that everybody sees.
async fn seen(app: &TestApp) -> (Value, Value) {
    let asked = "{ salePoints(first: 1) { nodes { id name } } products(first: 1) { nodes { id name } } }";
    let found = app.guest().run(asked, json!({})).await;
    (found.data("/salePoints/nodes/0").clone(), found.data("/products/nodes/0").clone())
}

fn text(value: &Value, field: &str) -> String {
    value[field].as_str().unwrap_or_default().to_owned()
}

async fn sign_in(page: &Page, person: &Person, path: &str) {
    page.go(&format!("/dang-nhap?ve={path}")).await;
    page.fill(Role::Box, "Thư điện tử", &person.email).await;
    page.fill(Role::Box, "Mật khẩu", PASSWORD).await;
    page.press(Role::Button, "Đăng nhập").await;
    page.expect_address(path).await;
}

async fn sign_out(page: &Page) {
    page.go("/tai-khoan").await;
    page.press(Role::Button, "Đăng xuất").await;
    page.expect_address("/").await;
}

async fn expect_order(page: &Page, name: &str) {
    page.expect_quiet().await;
    let faults = page.faults().await;
    assert!(faults.is_empty(), "{name}: {}", faults.join("\n"));
    page.screenshot_of_all(name).await;
}
