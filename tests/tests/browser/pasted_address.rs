//! An address that somebody was sent.

use serde_json::Value;
use tests::browser::{Page, Role, Screen, walk};

use crate::SEARCH_BOX;

#[tokio::test]
async fn a_pasted_address_restores_the_results_with_their_filters() {
    walk(Screen::Desktop, async |page: Page| {
        page.go("/san-pham?q=tra").await;
        page.press(Role::Check, "4 sao").await;
        page.press(Role::Check, "Dược liệu").await;
        page.choose_value("Sắp xếp", "ten").await;
        page.expect_address("/san-pham?q=tra&sao=4&nhom=III&sap-xep=ten").await;
        page.expect_quiet().await;
        let shown = (page.texts("h1").await, page.texts("article").await);
        assert!(shown.1.len() > 3, "{shown:?}");

        page.go_in_new_window("/san-pham?q=tra&sao=4&nhom=III&sap-xep=ten").await;

        page.expect_text("h1", &shown.0[0]).await;
        assert_eq!(page.texts("article").await, shown.1);
        assert_eq!(page.value(Role::Box, SEARCH_BOX).await, "tra");
        for filter in ["4 sao", "Dược liệu"] {
            assert!(page.find(Role::Check, filter).await.is_selected().await.unwrap(), "{filter}");
        }
        assert_eq!(page.value(Role::Choice, "Sắp xếp").await, "ten");
    })
    .await;
}

#[tokio::test]
async fn a_pasted_address_restores_the_map_with_its_place_layers_and_filters() {
    walk(Screen::Desktop, async |page: Page| {
        page.go("/diem-ban").await;
        page.choose_value("Loại điểm bán", "cua-hang").await;
        page.press(Role::Button, "Lớp và chú giải").await;
        page.press(Role::Check, "Quận, huyện trước 7/2025").await;
        page.press(Role::Check, "Phường, xã hiện nay").await;
        page.press(Role::Button, "Phóng to").await;
        page.expect("the zoom in the address", async || {
            let address = page.address().await;
            if address.contains("&z=") { Ok(()) } else { Err(address) }
        })
        .await;
        page.expect_quiet().await;
        let (address, shown) = (page.address().await, on_the_map(&page).await);
        assert!(address.ends_with("&lop=quan-cu,tinh"), "{address}");

        page.go_in_new_window(&address).await;

        page.expect(&format!("the same marks at the same places: {shown}"), async || {
            let again = on_the_map(&page).await;
            if again == shown { Ok(()) } else { Err(again.to_string()) }
        })
        .await;
        page.expect_address(&address).await;
        assert_eq!(page.value(Role::Choice, "Loại điểm bán").await, "cua-hang");
        page.press(Role::Button, "Lớp và chú giải").await;
        assert!(page.find(Role::Check, "Quận, huyện trước 7/2025").await.is_selected().await.unwrap());
        assert!(!page.find(Role::Check, "Phường, xã hiện nay").await.is_selected().await.unwrap());
    })
    .await;
}

/// Every mark with its place in the map, and the names of the units drawn.
async fn on_the_map(page: &Page) -> Value {
    let script = "
        const map = document.querySelector('.map').getBoundingClientRect();
        const marks = [...document.querySelectorAll('.map-mark button')].map(button => {
            const place = button.getBoundingClientRect();
            return [nameOf(button), Math.round(place.x - map.x), Math.round(place.y - map.y)];
        });
        const isDrawn = name => document.querySelector(`.map .map-name-${name}`) !== null;
        return [marks.sort(), ['ward', 'district', 'province'].map(isDrawn)];
    ";
    page.run(script, []).await.convert().expect("marks")
}
