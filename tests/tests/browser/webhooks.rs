//! Software that is told of introductions: an owner enters its address, keeps the secret and sends a test; staff see what was
//! given up.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use server::entities::webhook_delivery::{Column, Entity};
use shared::{StaffRole, WebhookKind, WebhookProblem};
use tests::browser::{Page, Role, Screen, walk};
use tests::people::PASSWORD;

use crate::{expect_order, sign_in, sign_out};

#[tokio::test]
async fn an_owner_connects_software_on_a_telephone() {
    walk(Screen::Phone, async |page: Page| connect(&page, "").await).await;
}

#[tokio::test]
async fn an_owner_connects_software_on_a_desktop() {
    walk(Screen::Desktop, async |page: Page| connect(&page, "-desktop").await).await;
}

async fn connect(page: &Page, suffix: &str) {
    let app = &page.site.app;
    let owner = app.person("Người Phụ Trách").await;
    let shop = app.verified(&owner, serde_json::json!({ "name": "Siêu thị Thử (mẫu)" })).await;
    let administrator = app.staff(StaffRole::Administrator, &[]).await;
    sign_in(page, &owner.email, PASSWORD, "/to-chuc").await;
    page.go(&format!("/to-chuc/{shop}?phan=phan-mem")).await;
    page.expect_to_read("Chưa có webhook nào.").await;
    page.fill(Role::Box, "Địa chỉ nhận", "https://127.0.0.1/ocop").await;
    page.press(Role::Button, "Thêm webhook").await;
    expect_order(page, &format!("webhook-refused{suffix}")).await;
    page.retype(Role::Box, "Địa chỉ nhận", "https://kho.htx.example/ocop").await;
    page.press(Role::Button, "Thêm webhook").await;
    page.expect_to_read("Khoá chỉ hiện lần này.").await;
    page.expect_to_read("whsec_").await;
    expect_order(page, &format!("webhook-secret{suffix}")).await;
    page.press(Role::Button, "Tôi đã lưu khoá").await;
    page.press(Role::Button, "https://kho.htx.example/ocop Đang gửi Mọi việc").await;
    page.press(Role::Button, "Gửi thử").await;
    page.expect_to_read("Đã xếp tin thử vào hàng gửi.").await;
    page.press(Role::Button, "Xem lại").await;
    page.expect_to_read("Đang chờ gửi").await;
    expect_order(page, &format!("webhook-sent{suffix}")).await;

    // Nobody is there, and in the end nobody tries again.
    Entity::update_many()
        .col_expr(Column::DueAt, Expr::value(None::<chrono::DateTime<chrono::Utc>>))
        .col_expr(Column::GivenUpAt, Expr::value(chrono::Utc::now()))
        .col_expr(Column::LastProblem, Expr::value(WebhookProblem::ALL[0]))
        .filter(Column::Kind.eq(WebhookKind::Test))
        .exec(app.app.database.write())
        .await
        .expect("the test was queued");
    sign_out(page).await;
    sign_in(page, &administrator.email, PASSWORD, "/can-bo/webhook").await;
    page.expect_to_read("kho.htx.example").await;
    expect_order(page, &format!("webhook-given-up{suffix}")).await;
    page.press(Role::Button, "Gửi lại: Gửi thử").await;
    page.expect_to_read("Đã xếp vào hàng gửi lại.").await;
}
