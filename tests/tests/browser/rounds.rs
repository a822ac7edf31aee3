//! A round of matching, from its beginning to the introductions: staff of the city take in open needs, have the best plan
//! found and proved, forbid a pair, have it found again and accept it.

use serde_json::json;
use shared::StaffRole;
use tests::browser::{Page, Role, Screen, walk};
use tests::people::PASSWORD;

use crate::{expect_order, sign_in};

const NEED: &str = "Trà sen hái tay gói giấy";
const ROUND: &str = "Hội nghị kết nối cung cầu tháng 12";
const PROVED: &str = "Đã chứng minh tối ưu";
const STALE: &str = "Lựa chọn đã thay đổi từ khi có phương án này.";

#[tokio::test]
async fn staff_match_many_at_once_on_a_telephone() {
    walk(Screen::Phone, async |page: Page| match_many(&page, "").await).await;
}

#[tokio::test]
async fn staff_match_many_at_once_on_a_desktop() {
    walk(Screen::Desktop, async |page: Page| match_many(&page, "-desktop").await).await;
}

#[tokio::test]
async fn staff_stop_a_search_and_delete_the_round() {
    walk(Screen::Desktop, stopped).await;
}

async fn stopped(page: Page) {
    let app = &page.site.app;
    let sides = app.sides().await;
    app.open_need(&sides.buyer, sides.shop, NEED, json!({ "groups": ["I.5.a"] })).await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    sign_in(&page, &city.email, PASSWORD, "/can-bo/vong-ghep").await;
    page.press(Role::Button, "Bắt đầu vòng mới").await;
    page.fill(Role::Box, "Tên vòng", ROUND).await;
    page.press(Role::Button, "Tạo vòng ghép").await;
    page.press(Role::Button, "Thêm mọi nhu cầu đang mở").await;
    page.expect_to_read("Đã thêm. Vòng này có").await;

    let turn = app.app.solver.turn().acquire().await.expect("nobody else solves");
    page.press(Role::Button, "Ghép").await;
    page.press(Role::Button, "Dừng").await;
    page.expect_to_read("Đã dừng.").await;
    page.find(Role::Button, "Ghép").await;
    drop(turn);

    page.press(Role::Button, "Xoá vòng ghép").await;
    page.press(Role::Button, "Xoá hẳn").await;
    page.expect_to_read("Đã xoá vòng ghép.").await;
    page.expect_to_read("Chưa có vòng ghép nào.").await;
}

async fn match_many(page: &Page, suffix: &str) {
    let app = &page.site.app;
    let sides = app.sides().await;
    let asked = json!({ "groups": ["I.5.a"], "quantityPerMonth": 20, "unit": "kg" });
    app.open_need(&sides.buyer, sides.shop, NEED, asked).await;
    app.published_product(&sides.maker, sides.makes, &product("một")).await;
    // Somewhere else, so that there is a line to draw.
    let far = app.person("Người Ở Xa").await;
    let far_away = app.verified(&far, json!({ "name": "HTX Xa (mẫu)", "lat": 21.2, "lon": 105.4 })).await;
    app.published_product(&far, far_away, &product("hai")).await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    sign_in(page, &city.email, PASSWORD, "/can-bo").await;

    begin(page, suffix).await;
    take_in(page, suffix).await;
    solve(page, suffix).await;
    forbid(page, suffix).await;
    accept(page, suffix).await;

    page.go("/can-bo/vong-ghep").await;
    page.expect_to_read("1 vòng ghép").await;
    expect_order(page, &format!("rounds{suffix}")).await;
}

fn product(number: &str) -> String {
    format!("{NEED} số {number} (mẫu)")
}

async fn begin(page: &Page, suffix: &str) {
    page.press(Role::Link, "Vòng ghép").await;
    page.expect_text("h1", "Vòng ghép").await;
    page.expect_to_read("Chưa có vòng ghép nào.").await;
    page.press(Role::Button, "Bắt đầu vòng mới").await;
    page.press(Role::Button, "Tạo vòng ghép").await;
    page.expect_to_read("Hãy điền vào đây.").await;
    page.fill(Role::Box, "Tên vòng", ROUND).await;
    expect_order(page, &format!("round-beginning{suffix}")).await;
    page.press(Role::Button, "Tạo vòng ghép").await;
    page.expect_text("h1", ROUND).await;
    page.expect_to_read("Vòng này chưa có nhu cầu nào.").await;
    expect_order(page, &format!("round-empty{suffix}")).await;
}

/// Takes in all open needs, takes one out, finds it by its name and takes it in again.
async fn take_in(page: &Page, suffix: &str) {
    page.press(Role::Button, "Thêm mọi nhu cầu đang mở").await;
    page.expect_to_read("Đã thêm. Vòng này có 2 nhu cầu.").await;
    page.press(Role::Button, "Bỏ: Miến cho quầy đặc sản").await;
    page.expect_to_read("Đã bỏ khỏi vòng.").await;
    page.press(Role::Button, "Thêm lại: Miến cho quầy đặc sản").await;
    page.expect_to_read("Nhu cầu (2)").await;
    page.press(Role::Button, "Thêm từng nhu cầu").await;
    page.fill(Role::Box, "Tìm theo tên nhu cầu hoặc nơi bán", "tra sen").await;
    page.expect_to_read("Đã có trong vòng").await;
    expect_order(page, &format!("round-needs{suffix}")).await;
    page.press(Role::Button, &format!("Sản phẩm phù hợp: {NEED}")).await;
    page.find(Role::Button, &format!("Ghim: {}, {NEED}", product("hai"))).await;
    expect_order(page, &format!("round-fitting{suffix}")).await;
    page.press(Role::Link, "Thiết lập").await;
    page.retype(Role::Box, "Số chủ thể tối đa cho một nhu cầu", "200").await;
    page.press(Role::Button, "Lưu").await;
    page.expect_to_read("Số này ngoài giới hạn cho phép.").await;
    page.retype(Role::Box, "Số chủ thể tối đa cho một nhu cầu", "2").await;
    expect_order(page, &format!("round-settings{suffix}")).await;
    page.press(Role::Button, "Lưu").await;
    page.expect_to_read("Đã lưu.").await;
}

async fn solve(page: &Page, suffix: &str) {
    page.press(Role::Link, "Phương án").await;
    page.expect_to_read("Chưa có phương án.").await;
    page.press(Role::Button, "Ghép").await;
    page.expect_to_read(PROVED).await;
    page.expect_to_read("Giới hạn đã chạm").await;
    page.expect_to_read(&product("một")).await;
    page.expect_to_read("HTX Xa (mẫu) → Siêu thị Thử (mẫu)").await;
    page.expect_more_than(1, ".map-line").await;
    expect_order(page, &format!("round-plan{suffix}")).await;
}

async fn forbid(page: &Page, suffix: &str) {
    let pair = format!("{}, {NEED}", product("một"));
    page.press(Role::Button, &format!("Ghim: {pair}")).await;
    page.expect_to_read("Đã ghim").await;
    page.expect_to_read(STALE).await;
    page.press(Role::Button, &format!("Cấm: {pair}")).await;
    page.expect_to_read("Đã cấm").await;
    page.press(Role::Link, "Ghim, cấm, giới hạn riêng (1)").await;
    page.find(Role::Button, &format!("Bỏ cấm: {}", product("một"))).await;
    expect_order(page, &format!("round-rules{suffix}")).await;
    page.press(Role::Link, "Phương án").await;
    page.press(Role::Button, "Ghép lại").await;
    page.expect("a plan of what is chosen now", async || {
        let shown = page.texts("main").await.concat();
        let is_new = shown.contains(PROVED) && !shown.contains(STALE);
        let is_kept_out = !page.texts(".round-pairs").await.concat().contains(&product("một"));
        if is_new && is_kept_out { Ok(()) } else { Err(shown) }
    })
    .await;
}

async fn accept(page: &Page, suffix: &str) {
    page.press(Role::Button, "Chốt vòng").await;
    page.expect_to_read("Sẽ gửi lời mời kết nối cho").await;
    page.fill(Role::Box, "Lời nhắn", "Mời hai bên gặp nhau tại hội nghị.").await;
    page.expect_quiet().await;
    page.screenshot(&format!("round-accepting{suffix}")).await;
    page.press(Role::Button, "Chốt và gửi lời mời").await;
    page.expect_to_read("Đã chốt lúc").await;
    page.find(Role::Link, &format!("Xem lời mời: {}, {NEED}", product("hai"))).await;
    expect_order(page, &format!("round-accepted{suffix}")).await;
    page.press(Role::Link, &format!("Xem lời mời: {}, {NEED}", product("hai"))).await;
    page.expect_text("h1", &format!("Kết nối về “{}”", product("hai"))).await;
    page.expect_to_read("Mời hai bên gặp nhau tại hội nghị.").await;
}
