//! The door of an event: its page opens without a network, what is noted waits, and all goes on by itself.

use chrono::Utc;
use serde_json::{Value, json};
use tests::{
    Person,
    browser::{Page, Role},
};

use crate::expect_order;

/// What the browser itself says of a closed port.
const CLOSED_PORT: [&str; 3] = ["ERR_CONNECTION_REFUSED", "ERR_CONNECTION_RESET", "ERR_EMPTY_RESPONSE"];
/// Leaves what a worker of an earlier release would.
const EARLIER_RELEASE: &str = "return caches.open('page of an earlier release').then(() => true)";
/// How many releases are kept on the device, and the addresses of all that is.
const KEPT: &str = "
    return caches.keys().then(async names => {
      const files = await Promise.all(names.map(name => caches.open(name).then(kept => kept.keys())));
      return [names.length, files.flat().map(file => new URL(file.url).pathname)];
    })
";
const LISTS: &str = "return Object.keys(localStorage).filter(key => key.startsWith('check-in-'))";

/// Two who are let in: the one comes to this door, the other to another one.
pub(crate) struct Guests<'a> {
    pub(crate) here: &'a str,
    pub(crate) elsewhere: &'a str,
}

/// The network drops, the page is loaded anew, somebody comes here and somebody at another door, and the network is back.
pub(crate) async fn check_in(page: &Page, staff: &Person, at_staff: &str, guests: Guests<'_>, suffix: &str) {
    page.run(EARLIER_RELEASE, []).await;
    page.go(&format!("{at_staff}/diem-danh")).await;
    page.expect_to_read("Nhà bán lẻ: 0/1").await;
    page.expect_to_read("Đã gửi hết").await;
    page.expect_to_read("Đã giữ trên máy này").await;
    expect_only_files_kept(page).await;
    page.expect_quiet().await;

    // A network that is there and answers nothing is not waited for long.
    let silence = page.site.stop_answering().await;
    page.reload().await;
    page.expect_to_read("Nhà bán lẻ: 0/1").await;
    drop(silence);
    page.reload().await;
    page.expect_to_read("Không có mạng: đây là danh sách đã giữ trên máy này.").await;
    page.expect_to_read("Nhà bán lẻ: 0/1").await;
    page.fill(Role::Box, "Tìm theo tên hoặc mã", guests.here).await;
    page.press(Role::Button, &format!("Điểm danh: {}", guests.here)).await;
    page.expect_to_read("1 lượt chưa gửi").await;
    page.expect_to_read("Nhà bán lẻ: 1/1").await;
    page.expect_to_read("Chủ thể: 0/1").await;
    page.screenshot(&format!("door-without-network{suffix}")).await;
    come_to_another_door(staff, at_staff, guests.elsewhere).await;

    page.site.start_again().await;
    page.expect_to_read("Đã gửi hết").await;
    page.expect_to_read("Chủ thể: 1/1").await;
    // What was being typed is where it was.
    assert_eq!(page.value(Role::Box, "Tìm theo tên hoặc mã").await, guests.here);
    page.expect_console(&CLOSED_PORT).await;
    expect_order(page, &format!("door{suffix}")).await;
}

/// Whoever leaves the device takes the lists along.
pub(crate) async fn expect_nothing_kept(page: &Page) {
    let lists: Vec<String> = page.run(LISTS, []).await.convert().expect("texts");
    assert!(lists.is_empty(), "{lists:?}");
}

/// Of one release, and nothing that the server says about anything.
async fn expect_only_files_kept(page: &Page) {
    page.expect("the files of this release on the device", async || {
        let (releases, files): (u32, Vec<String>) =
            page.run(KEPT, []).await.convert().expect("a number and texts");
        let is_only_files = files.iter().all(|file| file.starts_with("/assets/"));
        if releases == 1 && files.len() > 10 && is_only_files {
            Ok(())
        } else {
            Err(format!("{releases}: {files:?}"))
        }
    })
    .await;
}

async fn come_to_another_door(staff: &Person, at_staff: &str, name: &str) {
    let event = json!(at_staff.rsplit('/').next());
    let query =
        "query($id: ID!) { event(id: $id) { participants(status: APPROVED) { nodes { name code } } } }";
    let answer = staff.run(query, json!({ "id": event })).await;
    let nodes = answer.data("/event/participants/nodes").as_array().expect("a list");
    let code = nodes.iter().find(|node| node["name"] == name).map(|node| &node["code"]).expect("a guest");
    let arrivals: Value = json!([{ "code": code, "at": Utc::now() }]);
    let note = "mutation($e: ID!, $a: [ArrivalInput!]!) { checkIn(event: $e, arrivals: $a) { problem } }";
    let answer = staff.run(note, json!({ "e": event, "a": arrivals })).await;
    assert!(answer.data("/checkIn/0/problem").is_null());
}
