//! From the first page to a product, typed without accents.

use tests::browser::{Key, Page, Role, Screen, walk};

use crate::SEARCH_BOX;

#[tokio::test]
async fn a_product_is_found_without_accents_and_opened() {
    walk(Screen::Phone, async |page: Page| {
        page.go("/").await;
        page.press(Role::Box, SEARCH_BOX).await;
        page.keys("cha bo hung hong").await;
        page.expect_text("[role=option] > span", "Chả bò Hùng Hồng").await;

        page.keys(Key::Enter + "").await;

        page.expect_address("/san-pham?q=cha+bo+hung+hong").await;
        page.expect_text("article h3", "Chả bò Hùng Hồng").await;
        let marked = page.texts("li:first-child article h3 mark").await;
        assert_eq!(marked.join(" "), "Chả bò Hùng Hồng");

        page.press(Role::Link, "Chả bò Hùng Hồng").await;

        page.expect_text("h1", "Chả bò Hùng Hồng").await;
        page.expect_text(".facts dd", "Cơ sở sản xuất nem chả Hùng Hồng").await;
        page.expect_text(".sources h2", "Nguồn").await;
        let sources = page.texts(".sources li").await;
        assert!(sources.iter().any(|source| source.starts_with("baovephapluat.vn/kinh-te")), "{sources:?}");
        assert!(sources.iter().all(|source| tells_when_it_was_read(source)), "{sources:?}");
    })
    .await;
}

/// It ends with `đọc ngày 15/11/2026`.
fn tells_when_it_was_read(source: &str) -> bool {
    source.rsplit_once("đọc ngày ").is_some_and(|(_, day)| {
        let parts: Vec<_> = day.split('/').map(str::len).collect();
        parts == [2, 2, 4]
    })
}
