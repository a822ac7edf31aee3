//! An event from its beginning to the draft of an agreement: staff begin it, a retailer registers, staff let it in, a round
//! brings the two together, the timetable is made and announced, at the door the network drops (`door`), and what came of the
//! meeting is said in two taps.

use serde_json::{Value, json};
use server::calendar;
use shared::StaffRole;
use tests::{
    Person, Sides,
    browser::{Page, Role, Screen, walk},
    people::PASSWORD,
};

use crate::{
    door::{Guests, check_in, expect_nothing_kept},
    expect_order, sign_in, sign_out,
};

const EVENT: &str = "Hội nghị kết nối cung cầu thử (mẫu)";
const SHOP: &str = "Siêu thị Thử (mẫu)";
const MAKER: &str = "HTX Thử (mẫu)";

#[tokio::test]
async fn an_event_leads_to_the_draft_of_an_agreement_on_a_telephone() {
    walk(Screen::Phone, async |page: Page| meet(&page, "").await).await;
}

#[tokio::test]
async fn an_event_leads_to_the_draft_of_an_agreement_on_a_desktop() {
    walk(Screen::Desktop, async |page: Page| meet(&page, "-desktop").await).await;
}

async fn meet(page: &Page, suffix: &str) {
    let app = &page.site.app;
    let sides = app.sides().await;
    let staff = app.staff(StaffRole::CityStaff, &[]).await;

    sign_in(page, &staff.email, PASSWORD, "/can-bo/su-kien").await;
    let event = begin(page, suffix).await;
    sign_out(page).await;

    sign_in(page, &sides.buyer.email, PASSWORD, &event).await;
    register(page, suffix).await;
    sign_out(page).await;

    let id = json!(event.trim_start_matches("/su-kien/"));
    register_maker(&staff, &id, &sides).await;
    accept_round(page, &staff, &id, &sides).await;
    let at_staff = format!("/can-bo{event}");
    sign_in(page, &staff.email, PASSWORD, &format!("{at_staff}/dang-ky")).await;
    let_in(page, suffix).await;
    arrange(page, &at_staff, suffix).await;
    let guests = Guests { here: SHOP, elsewhere: MAKER };
    check_in(page, &staff, &at_staff, guests, suffix).await;
    print(page, &at_staff, suffix).await;
    sign_out(page).await;
    expect_nothing_kept(page).await;

    sign_in(page, &sides.maker.email, PASSWORD, &format!("{event}/lich")).await;
    come_to_an_agreement(page, suffix).await;
}

/// Gives the address of the event.
async fn begin(page: &Page, suffix: &str) -> String {
    page.expect_text("h1", "Sự kiện tổ chức trên hệ thống").await;
    page.press(Role::Link, "Thêm sự kiện").await;
    page.fill(Role::Box, "Tên sự kiện", EVENT).await;
    page.choose_value("Loại sự kiện", "TRADE_CONFERENCE").await;
    page.fill(Role::Box, "Nơi tổ chức", "Nhà thi đấu Thử (mẫu)").await;
    page.press(Role::Button, "Tạo sự kiện").await;
    page.expect_to_read("Hãy điền vào đây.").await;
    page.fill(Role::Box, "Ngày đầu", &today()).await;
    page.fill(Role::Box, "Số chỗ cho nhà bán lẻ", "40").await;
    expect_order(page, &format!("event-beginning{suffix}")).await;
    page.press(Role::Button, "Tạo sự kiện").await;
    page.expect_text("h1", EVENT).await;
    let event = page.address().await;
    page.press(Role::Button, "Mở đăng ký").await;
    page.expect_to_read("Đang nhận đăng ký").await;
    expect_order(page, &format!("event-open{suffix}")).await;
    event
}

async fn register(page: &Page, suffix: &str) {
    page.expect_text("h1", EVENT).await;
    page.expect_to_read("40 chỗ").await;
    page.retype(Role::Box, "Số người đến", "2").await;
    page.fill(Role::Box, "Ghi chú cho ban tổ chức", "Cần ổ cắm điện").await;
    page.press(Role::Button, "Gửi đăng ký").await;
    page.expect_to_read("Chờ duyệt").await;
    expect_order(page, &format!("event-registered{suffix}")).await;
}

/// Somebody telephoned.
async fn register_maker(staff: &Person, event: &Value, sides: &Sides) {
    let register = "mutation($e: ID!, $o: ID!) { registerForEvent(event: $e, organisation: $o, side: PRODUCER, people: 1) { status } }";
    let answer = staff.run(register, json!({ "e": event, "o": sides.makes })).await;
    assert_eq!(answer.data("/registerForEvent/status"), "APPROVED");
}

/// A round of the event with a need of the one and the product of the other.
async fn accept_round(page: &Page, staff: &Person, event: &Value, sides: &Sides) {
    let app = &page.site.app;
    let need = app.open_need(&sides.buyer, sides.shop, "Miến cho sảnh", json!({ "groups": ["I.5.a"] })).await;
    let input = json!({ "name": "Vòng của hội nghị (mẫu)", "event": event, "needCap": 1, "productCap": 1,
        "producerCap": 1, "candidatesPerNeed": 5, "ofParticipants": true });
    let create = "mutation($i: RoundInput!) { createRound(input: $i) { id } }";
    let round = staff.run(create, json!({ "i": input })).await.data("/createRound/id").clone();
    let add = "mutation($id: ID!, $n: ID!) { changeRoundNeeds(round: $id, add: [$n]) { needCount } }";
    staff.run(add, json!({ "id": round, "n": need })).await.data("/changeRoundNeeds/needCount");
    let solve = "mutation($id: ID!) { solveRound(id: $id) { id } }";
    staff.run(solve, json!({ "id": round })).await.data("/solveRound/id");
    app.app.solver.settled().await;
    let read = staff.run("query($id: ID!) { round(id: $id) { version } }", json!({ "id": round })).await;
    let accept = "mutation($id: ID!, $v: Int!) { acceptRound(id: $id, version: $v) { status } }";
    let accepted = staff.run(accept, json!({ "id": round, "v": read.data("/round/version") })).await;
    assert_eq!(accepted.data("/acceptRound/status"), "ACCEPTED");
}

async fn let_in(page: &Page, suffix: &str) {
    page.expect_to_read("Cần ổ cắm điện").await;
    page.press(Role::Check, SHOP).await;
    expect_order(page, &format!("event-registrations{suffix}")).await;
    page.press(Role::Button, "Duyệt (1)").await;
    page.expect_to_read("Đã ghi quyết định.").await;
}

async fn arrange(page: &Page, at_staff: &str, suffix: &str) {
    page.go(&format!("{at_staff}/lich")).await;
    page.expect_to_read("Chưa có lịch.").await;
    page.retype(Role::Box, &format!("Giờ gặp ngày {}", today()), "0h00-23:59").await;
    page.fill(Role::Box, "Số bàn", "4").await;
    page.expect_to_read("đủ chỗ cho").await;
    expect_order(page, &format!("timetable-beginning{suffix}")).await;
    page.press(Role::Button, "Xếp lịch").await;
    page.expect_to_read("1 khung giờ, ít nhất có thể là 1").await;
    expect_order(page, &format!("timetable{suffix}")).await;
    page.press(Role::Button, "Công bố lịch").await;
    page.press(Role::Button, "Công bố và báo cho các đơn vị").await;
    page.expect_to_read("Đã công bố lúc").await;
}

async fn print(page: &Page, at_staff: &str, suffix: &str) {
    for (kind, name) in [("the", "badges"), ("don-vi", "sheets"), ("ban", "tables")] {
        page.go(&format!("{at_staff}/in?loai={kind}")).await;
        page.expect_more_than(0, ".print-sheet").await;
        expect_order(page, &format!("event-{name}{suffix}")).await;
    }
}

async fn come_to_an_agreement(page: &Page, suffix: &str) {
    page.expect_to_read(SHOP).await;
    page.expect_quiet().await;
    press_at_once(page, &format!("Ghi kết quả: {SHOP}")).await;
    expect_order(page, &format!("own-meetings{suffix}")).await;
    press_at_once(page, "Đi đến thoả thuận").await;
    page.expect_text("h1", "Biên bản giao thương").await;
    page.expect_to_read("Bản nháp").await;
    page.expect_to_read(EVENT).await;
    expect_order(page, &format!("agreement-of-meeting{suffix}")).await;
}

/// Presses a button in one step: the list is read again when the page has heard of something, and drawn anew.
async fn press_at_once(page: &Page, name: &str) {
    page.find(Role::Button, name).await;
    page.run("named('button', arguments[0])[0].click()", [name.into()]).await;
}

fn today() -> String {
    calendar::today().format("%d/%m/%Y").to_string()
}
