//! The map of sale points with the keyboard alone, and the archipelagos on it.

use tests::browser::{Key, Page, Role, Screen, walk};

#[tokio::test]
async fn the_map_is_filtered_and_a_point_opened_with_the_keyboard_only() {
    walk(Screen::Desktop, async |page: Page| {
        page.go("/diem-ban").await;
        page.expect_to_read("44 điểm bán trong khung nhìn").await;

        page.tab_to(Role::Choice, "Loại điểm bán").await;
        page.choose("s", "Siêu thị").await;

        page.expect_address("/diem-ban?loai=sieu-thi").await;
        page.expect_text(".points-list > p", "7 điểm bán").await;

        page.tab_to(Role::Button, "5 điểm bán, phóng to").await;
        page.keys(Key::Enter + "").await;
        page.tab_to(Role::Button, "Phúc Hậu Mart, siêu thị").await;
        page.keys(Key::Enter + "").await;

        page.expect_text(".map-told a", "Phúc Hậu Mart").await;
        let told = page.texts(".map-told").await.concat();
        assert!(told.contains("phường Vĩnh Phúc, quận Ba Đình"), "{told}");

        page.keys(Key::Escape + "").await;
        page.expect_focus("Phúc Hậu Mart, siêu thị").await;
        page.keys(Key::Enter + "").await;
        page.expect_text(".map-told a", "Phúc Hậu Mart").await;
        page.keys(Key::Tab + "").await;
        page.expect_focus("Phúc Hậu Mart").await;
        page.keys(Key::Enter + "").await;

        page.expect_text("h1", "Phúc Hậu Mart").await;
        assert!(page.address().await.starts_with("/diem-ban/"));
    })
    .await;
}

#[tokio::test]
async fn hoang_sa_and_truong_sa_are_named_on_the_map_of_the_whole_country() {
    walk(Screen::Phone, async |page: Page| {
        for (language, names) in [("vi", ["Hoàng Sa", "Trường Sa"]), ("en", ["Hoàng Sa", "Trường Sa"])]
        {
            page.go(&format!("/diem-ban?loai=cho&z=5&lat=13.5&lon=110&lang={language}")).await;
            for name in names {
                page.expect(name, async || {
                    let islands = page.texts(".map .map-name-islands").await;
                    let is_named = islands.iter().any(|islands| islands.contains(name));
                    if is_named { Ok(()) } else { Err(format!("{islands:?}")) }
                })
                .await;
            }
            page.screenshot(&format!("archipelagos-{language}")).await;
        }
    })
    .await;
}
