//! The suggestions of the search box, by keyboard.

use tests::browser::{Key, Page, Role, Screen, walk};

use crate::SEARCH_BOX;

const MARKED: &str = "[role=option][aria-selected=true] > span:first-child";

#[tokio::test]
async fn arrows_walk_through_suggestions_and_enter_opens_the_marked_one() {
    walk(Screen::Desktop, async |page: Page| {
        page.go("/").await;
        page.tab_to(Role::Box, SEARCH_BOX).await;
        page.keys("che lam").await;
        page.find(Role::Heading, "Điểm bán trên bản đồ").await;
        page.expect_more_than(2, "[role=option]").await;
        assert_eq!(page.texts(MARKED).await, [""; 0]);
        let offered = page.texts("[role=option] > span:first-child").await;

        page.keys(Key::Down + Key::Down).await;

        page.expect_text(MARKED, &offered[1]).await;
        assert_eq!(page.value(Role::Box, SEARCH_BOX).await, "che lam");
        page.keys(Key::Up + "").await;
        page.expect_text(MARKED, &offered[0]).await;

        page.keys(Key::Escape + "").await;

        page.expect("the suggestions gone", async || {
            let left = page.texts("[role=option]").await;
            if left.is_empty() { Ok(()) } else { Err(format!("{left:?}")) }
        })
        .await;
        assert_eq!(page.value(Role::Box, SEARCH_BOX).await, "che lam");

        page.keys(Key::Down + Key::Down).await;
        page.expect_text(MARKED, &offered[0]).await;
        page.keys(Key::Enter + "").await;

        page.expect_text("h1", &offered[0]).await;
        assert!(page.address().await.starts_with("/san-pham/"));
    })
    .await;
}
