//! Two sides meet: a retailer compares what fits a need and proposes to meet, the producer answers from the mail without
//! signing in, and both see it at once and talk.

use serde_json::json;
use tests::browser::{Page, Role, Screen, walk, walk_beside};
use tests::people::PASSWORD;

use crate::{expect_order, sign_in, sign_out};

const NEED: &str = "Trà sen hái tay gói giấy";

#[tokio::test]
async fn a_need_leads_to_a_conversation_on_a_telephone() {
    walk(Screen::Phone, async |page: Page| meet(&page, "").await).await;
}

#[tokio::test]
async fn a_need_leads_to_a_conversation_on_a_desktop() {
    walk(Screen::Desktop, async |page: Page| meet(&page, "-desktop").await).await;
}

async fn meet(page: &Page, suffix: &str) {
    let app = &page.site.app;
    let sides = app.sides().await;
    let asked = json!({ "groups": ["I.5.a"], "quantityPerMonth": 20, "unit": "kg",
        "requirements": [{ "requirement": "vat_invoice" }] });
    let need = app.open_need(&sides.buyer, sides.shop, NEED, asked).await;
    for number in ["một", "hai", "ba"] {
        app.published_product(&sides.maker, sides.makes, &format!("{NEED} số {number} (mẫu)")).await;
    }
    let need = format!("/ket-noi/{}", need.as_str().expect("an id"));
    sign_in(page, &sides.buyer.email, PASSWORD, &need).await;

    compare(page, &need, suffix).await;
    let introduction = propose(page, &need, suffix).await;
    answer_from_the_mail(page, &sides.maker.email, suffix).await;
    talk(page, &introduction, suffix).await;
    sign_out(page).await;

    sign_in(page, &sides.maker.email, PASSWORD, "/thong-bao").await;
    page.expect_to_read("Có tin nhắn mới về").await;
    expect_order(page, &format!("notifications{suffix}")).await;
    page.go(&introduction).await;
    page.expect_to_read("Mời bên bạn gửi báo giá.").await;
    page.go("/ket-noi/gioi-thieu").await;
    page.expect_text("h1", "Lời mời kết nối").await;
    page.expect_to_read("Đã kết nối").await;
    expect_order(page, &format!("inbox{suffix}")).await;
}

async fn compare(page: &Page, need: &str, suffix: &str) {
    page.expect_text("h1", NEED).await;
    page.expect_to_read("Sản phẩm phù hợp").await;
    page.expect_more_than(2, "li.match").await;
    for number in ["một", "hai", "ba"] {
        page.press(Role::Check, &format!("So sánh : {NEED} số {number} (mẫu)")).await;
    }
    expect_order(page, &format!("matches{suffix}")).await;
    page.press(Role::Link, "So sánh sản phẩm").await;
    page.expect_text("h1", "So sánh sản phẩm").await;
    page.expect_to_read("chưa rõ").await;
    expect_order(page, &format!("compared{suffix}")).await;
    page.go(need).await;
}

/// Gives the address of the introduction.
async fn propose(page: &Page, need: &str, suffix: &str) -> String {
    let product = format!("{NEED} số hai (mẫu)");
    page.press(Role::Button, &format!("Mời kết nối: {product} (HTX Thử (mẫu))")).await;
    page.fill(Role::Box, "Lời nhắn", "Chúng tôi muốn đặt thử tháng tới.").await;
    page.expect_quiet().await;
    page.screenshot(&format!("proposing{suffix}")).await;
    page.press(Role::Button, "Gửi lời mời").await;
    page.expect_to_read("Chờ chủ thể").await;
    page.expect_address(need).await;
    page.press(Role::Link, "Xem lời mời").await;
    page.expect_text("h1", &format!("Kết nối về “{product}”")).await;
    page.expect_to_read("Chờ chủ thể").await;
    expect_order(page, &format!("introduction{suffix}")).await;
    page.address().await
}

async fn answer_from_the_mail(page: &Page, email: &str, suffix: &str) {
    let token = page.site.app.mailed_token(email).await;
    walk_beside(page, async |guest: Page| {
        guest.go(&format!("/tra-loi?ma={token}")).await;
        guest.expect_text("h1", "Trả lời lời mời kết nối").await;
        guest.expect_to_read("Chúng tôi muốn đặt thử tháng tới.").await;
        expect_order(&guest, &format!("answering{suffix}")).await;
        guest.press(Role::Button, "Đồng ý trao đổi").await;
        guest.expect_to_read("Hai bên đã đồng ý trao đổi.").await;
    })
    .await;
}

/// What the other has answered stands here at once, and one can write.
async fn talk(page: &Page, introduction: &str, suffix: &str) {
    page.expect_to_read("Đã kết nối").await;
    page.expect_address(introduction).await;
    page.fill(Role::Box, "Tin nhắn", "Mời bên bạn gửi báo giá.").await;
    page.press(Role::Button, "Gửi").await;
    page.expect_to_read("Mời bên bạn gửi báo giá.").await;
    expect_order(page, &format!("conversation{suffix}")).await;
}
