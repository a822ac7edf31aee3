//! Nothing was found.

use tests::browser::{Page, Role, Screen, walk};

#[tokio::test]
async fn an_empty_result_offers_to_drop_the_filter() {
    walk(Screen::Phone, async |page: Page| {
        page.go("/san-pham?q=cha+bo+hung+hong&nhom=VI").await;
        page.expect_text("h1", "0 sản phẩm cho “cha bo hung hong”").await;
        page.expect_text(".empty > p", "Không tìm thấy sản phẩm nào.").await;
        page.expect_to_read("Bạn có thể thử:").await;
        page.screenshot("empty-result").await;

        page.press(Role::Link, "Bỏ mọi bộ lọc").await;

        page.expect_address("/san-pham?q=cha+bo+hung+hong").await;
        page.expect_text("article h3", "Chả bò Hùng Hồng").await;
    })
    .await;
}
