//! What people keep up to date once they have an account: what a point sells, and what is kept about themselves.

use sea_orm::{EntityTrait, sea_query::Expr};
use serde_json::{Value, json};
use server::entities::{data_request, stock};
use shared::StaffRole;
use tests::{
    TestApp,
    browser::{Page, Role, Screen, walk},
    people::PASSWORD,
};

use crate::{expect_order, sign_in, sign_out};

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

        sign_in(&page, &city.email, PASSWORD, &format!("{address}/hang")).await;
        page.expect_to_read("Đơn vị vận hành chưa ghi mặt hàng nào.").await;
        page.fill(Role::Box, "Tên đơn vị", "cua hang thu").await;
        expect_order(&page, "own-stock-operator").await;
        page.press(Role::Button, &format!("Giao điểm cho đơn vị này: {SHOP}")).await;
        page.find(Role::Button, "Bỏ đơn vị vận hành").await;
        sign_out(&page).await;

        sign_in(&page, &keeper.email, PASSWORD, &format!("/to-chuc/{shop}")).await;
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
        page.press(Role::Button, "Khôi phục").await;
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

#[tokio::test]
async fn a_person_asks_for_deletion_and_staff_see_the_clock() {
    walk(Screen::Phone, async |page: Page| {
        let app = &page.site.app;
        let person = app.person("Nguyễn Thị Hạnh").await;
        let city = app.staff(StaffRole::CityStaff, &[]).await;

        sign_in(&page, &person.email, PASSWORD, "/tai-khoan").await;
        page.press(Role::Link, "Dữ liệu của bạn: bản sao, sửa, xoá").await;
        page.expect_text("h1", "Dữ liệu cá nhân").await;
        page.press(Role::Button, "Lưu bản sao về máy").await;
        page.expect_to_read("Đã lưu bản sao").await;
        page.press(Role::Radio, "Sửa dữ liệu").await;
        page.press(Role::Button, "Gửi yêu cầu").await;
        page.expect_to_read("Hãy điền vào đây.").await;
        page.press(Role::Radio, "Xoá dữ liệu").await;
        page.press(Role::Button, "Gửi yêu cầu").await;
        page.expect_to_read("Cán bộ trả lời chậm nhất ngày").await;
        page.find(Role::Button, "Rút yêu cầu: Xoá dữ liệu").await;
        expect_order(&page, "personal-data").await;
        sign_out(&page).await;

        let day = chrono::Utc::now().date_naive() - chrono::Days::new(3);
        let late =
            data_request::Entity::update_many().col_expr(data_request::Column::DueOn, Expr::value(day));
        late.exec(app.app.database.write()).await.unwrap();
        sign_in(&page, &city.email, PASSWORD, "/can-bo").await;
        page.expect_to_read("có yêu cầu trễ hạn").await;
        expect_order(&page, "staff-beginning").await;
        page.press(Role::Link, "Yêu cầu về dữ liệu cá nhân").await;
        let row = format!(
            "Xoá dữ liệu Chờ trả lời Trễ hạn Nguyễn Thị Hạnh · Hạn trả lời: {}",
            day.format("%d/%m/%Y")
        );
        page.press(Role::Button, &row).await;
        page.press(Role::Radio, "Không làm, vì lý do ghi dưới đây").await;
        page.press(Role::Button, "Ghi câu trả lời").await;
        page.expect_to_read("Hãy điền vào đây.").await;
        expect_order(&page, "data-requests").await;
        page.press(Role::Radio, "Đã làm theo yêu cầu").await;
        page.press(Role::Button, "Ghi câu trả lời").await;
        page.expect_to_read("Không có yêu cầu nào đang chờ.").await;

        let viewer = person.run("{ viewer { name } }", json!({})).await;
        assert_eq!(viewer.data("/viewer"), &Value::Null);
    })
    .await;
}

#[tokio::test]
async fn who_claims_an_organisation_sees_how_that_stands() {
    walk(Screen::Phone, async |page: Page| {
        let app = &page.site.app;
        let person = app.person("Trần Văn Bình").await;
        let city = app.staff(StaffRole::CityStaff, &[]).await;
        let found = app.guest().run("{ producers(first: 1) { nodes { name } } }", json!({})).await;
        let name = text(found.data("/producers/nodes/0"), "name");

        sign_in(&page, &person.email, PASSWORD, "/to-chuc").await;
        claim(&page, &name).await;
        let withdraw = format!("Rút yêu cầu: {name}");
        page.press(Role::Button, &withdraw).await;
        page.expect("a list in which nothing can be withdrawn", async || {
            let buttons = page.names(Role::Button).await;
            if buttons.contains(&withdraw) { Err(format!("{buttons:?}")) } else { Ok(()) }
        })
        .await;
        page.expect_quiet().await;
        claim(&page, &name).await;
        page.find(Role::Button, &withdraw).await;
        let queue = city.run("{ verifications { nodes { id } } }", json!({})).await;
        let reject = "mutation($v: ID!) { verifyOrganisation(verification: $v, approve: false, \
            reason: \"Cần giấy đăng ký\") { status } }";
        let id = queue.data("/verifications/nodes/0/id").clone();
        city.run(reject, json!({ "v": id })).await.data("/verifyOrganisation/status");

        page.reload().await;
        page.expect_to_read("Bị từ chối").await;
        page.expect_to_read("Cần giấy đăng ký").await;
        expect_order(&page, "own-claims").await;
    })
    .await;
}

async fn claim(page: &Page, name: &str) {
    page.fill(Role::Box, "Tên đơn vị", name).await;
    page.press(Role::Button, &format!("Đây là đơn vị của tôi: {name}")).await;
    page.fill(Role::Box, "Bạn giữ vai trò gì ở đơn vị?", "Giám đốc").await;
    page.press(Role::Button, "Gửi yêu cầu").await;
    page.expect_to_read("Chờ xác minh").await;
}

#[tokio::test]
async fn these_pages_are_in_order_on_a_desktop_and_in_the_dark() {
    walk(Screen::Desktop, async |page: Page| {
        let app = &page.site.app;
        let (point, product) = seen(app).await;
        let administrator = app.staff(StaffRole::Administrator, &[]).await;
        let sells = json!({ "name": SHOP, "isProducer": false, "isRetailer": true });
        let shop = app.verified(&administrator, sells).await;
        let person = app.person("Nguyễn Thị Hạnh").await;
        let steps = "mutation($p: ID!, $o: ID, $g: [ID!]!) { \
            assignOperator(salePoint: $p, organisation: $o) { id } stockProducts(salePoint: $p, products: $g) { id } }";
        let variables = json!({ "p": point["id"], "o": shop, "g": [product["id"]] });
        administrator.run(steps, variables).await.data("/stockProducts/id");
        let ask = "mutation { requestAboutData(kind: CORRECTION, message: \"Sai tên\") { id } }";
        for asking in [&person, &administrator] {
            asking.run(ask, json!({})).await.data("/requestAboutData/id");
        }
        let places = [
            ("own-stock", format!("/diem-ban/{}/hang", text(&point, "id"))),
            ("point-of-operator", format!("/diem-ban/{}", text(&point, "id"))),
            ("personal-data", "/tai-khoan/du-lieu".to_owned()),
            ("own-organisation", format!("/to-chuc/{shop}")),
            ("staff-beginning", "/can-bo".to_owned()),
            ("data-requests", "/quan-tri/du-lieu".to_owned()),
        ];

        sign_in(&page, &administrator.email, PASSWORD, "/tai-khoan").await;
        for (name, address) in &places {
            page.go(address).await;
            page.expect_more_than(0, "h1").await;
            expect_order(&page, name).await;
        }
        page.prefer_dark().await;
        for (name, address) in &places {
            page.go(&format!("{address}?lang=en")).await;
            page.expect_more_than(0, "h1").await;
            expect_order(&page, &format!("{name}-dark-en")).await;
        }
    })
    .await;
}

/// A point and a product that everybody sees.
async fn seen(app: &TestApp) -> (Value, Value) {
    let asked = "{ salePoints(first: 1) { nodes { id name } } products(first: 1) { nodes { id name } } }";
    let found = app.guest().run(asked, json!({})).await;
    (found.data("/salePoints/nodes/0").clone(), found.data("/products/nodes/0").clone())
}

pub(crate) fn text(value: &Value, field: &str) -> String {
    value[field].as_str().unwrap_or_default().to_owned()
}
