//! The other language.

use serde_json::json;
use tests::browser::{Page, Role, Screen, walk};

use crate::products;

#[tokio::test]
async fn the_language_changes_in_place_and_is_kept() {
    walk(Screen::Phone, async |page: Page| {
        let count = products(&page.site.app, "", json!({ "stars": [5] })).await;
        page.go("/san-pham?sao=5").await;
        page.expect_text("h1", &format!("{count} sản phẩm")).await;
        assert_eq!(language(&page).await, "vi");

        page.press(Role::Button, "en English").await;

        page.expect_text("h1", &format!("{count} products")).await;
        page.expect_focus("en English").await;
        page.find(Role::Button, "Filters (1)").await;
        page.expect_address("/san-pham?sao=5").await;
        assert_eq!(language(&page).await, "en");

        page.reload().await;

        page.expect_text("h1", &format!("{count} products")).await;
        assert_eq!(language(&page).await, "en");

        page.press(Role::Button, "vi Tiếng Việt").await;

        page.expect_text("h1", &format!("{count} sản phẩm")).await;
        page.find(Role::Button, "Bộ lọc (1)").await;
        assert_eq!(language(&page).await, "vi");
    })
    .await;
}

async fn language(page: &Page) -> String {
    page.run("return document.documentElement.lang", []).await.convert().expect("a language")
}
