//! The page of results: it follows what is typed, its filters stand in the address, and it is there again on return.

use serde_json::{Value, json};
use tests::browser::{Page, Role, Screen, walk};

use crate::{SEARCH_BOX, products};

#[tokio::test]
async fn results_follow_what_is_typed_and_a_chosen_filter_stays_in_the_address() {
    walk(Screen::Desktop, async |page: Page| {
        page.go("/san-pham").await;
        page.press(Role::Box, SEARCH_BOX).await;

        page.keys("ca").await;
        page.expect_text("h1", &found(&page, "ca", json!({})).await).await;
        page.expect_address("/san-pham?q=ca").await;
        page.keys(" phe").await;
        page.expect_text("h1", &found(&page, "ca phe", json!({})).await).await;
        page.expect_address("/san-pham?q=ca+phe").await;

        page.press(Role::Check, "4 sao").await;

        page.expect_address("/san-pham?q=ca+phe&sao=4").await;
        page.expect_text("h1", &found(&page, "ca phe", json!({ "stars": [4] })).await).await;
        assert_eq!(page.texts("mark").await.first().map(|mark| mark.to_lowercase()), Some("cà".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn going_back_returns_to_the_same_results_and_place() {
    walk(Screen::Phone, async |page: Page| {
        page.go("/san-pham?sao=4").await;
        page.press(Role::Button, "Xem thêm").await;
        page.expect_more_than(20, "article h3").await;
        let names = page.texts("article h3").await;
        let far_down = page.find(Role::Link, &names[25]).await;
        far_down.scroll_into_view().await.unwrap();
        let height = page.height().await;
        far_down.click().await.unwrap();
        page.expect_text("h1", &names[25]).await;

        page.back().await;

        page.expect_address("/san-pham?sao=4").await;
        page.expect("the same results", async || {
            let again = page.texts("article h3").await;
            if again == names { Ok(()) } else { Err(format!("{} of {}", again.len(), names.len())) }
        })
        .await;
        page.expect(&format!("the page at {height}"), async || {
            let again = page.height().await;
            if (again - height).abs() < 3.0 { Ok(()) } else { Err(format!("it is at {again}")) }
        })
        .await;
    })
    .await;
}

/// The heading over what the API finds.
async fn found(page: &Page, text: &str, filter: Value) -> String {
    format!("{} sản phẩm cho “{text}”", products(&page.site.app, text, filter).await)
}
