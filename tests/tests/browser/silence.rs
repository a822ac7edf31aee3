//! The server goes silent and comes back.

use tests::browser::{Page, Role, Screen, walk};

use crate::SEARCH_BOX;

const SILENT: &str = "Máy chủ không trả lời. Có thể mất mạng hoặc máy chủ đang nghỉ.";
const SILENT_NOW: &str = "Máy chủ không trả lời. Những gì đang hiện vẫn xem được; trang sẽ tự thử lại và tiếp tục \
                          khi máy chủ có lại.";
/// What the browser itself says of a closed port.
const EXPECTED: [&str; 3] = ["ERR_CONNECTION_REFUSED", "ERR_CONNECTION_RESET", "ERR_EMPTY_RESPONSE"];

#[tokio::test]
async fn a_silent_server_is_told_of_and_what_was_typed_is_kept() {
    walk(Screen::Phone, async |page: Page| {
        page.go("/san-pham").await;
        page.press(Role::Box, SEARCH_BOX).await;
        page.keys("tra").await;
        page.expect_address("/san-pham?q=tra").await;
        page.expect_quiet().await;
        let before = page.texts("h1").await;
        assert!(before[0].ends_with("sản phẩm cho “tra”"), "{before:?}");

        page.site.stop().await;
        page.keys(" xanh").await;

        page.expect_text(".failure strong", SILENT).await;
        page.expect_text("[role=alert].banner", SILENT_NOW).await;
        page.find(Role::Button, "Thử lại").await;
        assert_eq!(page.value(Role::Box, SEARCH_BOX).await, "tra xanh");
        page.screenshot("silent-server").await;

        page.site.start_again().await;
        // In one step: the page also looks by itself, and may be as quick.
        let again =
            "const button = named('button', 'Thử lại')[0]; button?.click(); return button !== undefined";
        let pressed: bool = page.run(again, []).await.convert().unwrap();

        page.expect_text("article h3 mark", "Trà").await;
        page.expect("an end of the silence", async || {
            let said = page.texts("[role=alert]").await;
            if said.is_empty() { Ok(()) } else { Err(format!("after trying again ({pressed}): {said:?}")) }
        })
        .await;
        assert_eq!(page.value(Role::Box, SEARCH_BOX).await, "tra xanh");
        page.expect_address("/san-pham?q=tra+xanh").await;
        page.expect_console(&EXPECTED).await;
    })
    .await;
}

#[tokio::test]
async fn the_page_goes_on_by_itself_when_the_server_is_back() {
    walk(Screen::Desktop, async |page: Page| {
        page.go("/su-kien").await;
        page.expect_to_read("84 sự kiện").await;
        page.site.stop().await;
        page.press(Role::Link, "Chủ thể").await;
        page.expect_text(".failure strong", SILENT).await;

        page.site.start_again().await;

        page.expect_to_read("601 chủ thể").await;
        page.expect_console(&EXPECTED).await;
    })
    .await;
}
