//! What the server says of a page before the page runs.

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use serde_json::json;
use tests::TestApp;

#[tokio::test]
async fn a_sale_point_whose_place_nobody_knows_is_put_nowhere() {
    let app = TestApp::start().await;
    let points = app.guest().get("/open/sale-points.json").await.json;
    let placeless = points.as_array().unwrap().iter().find(|point| point["address"].is_null()).unwrap();

    let page = app.guest().get(&format!("/diem-ban/{}", placeless["id"].as_str().unwrap())).await;

    assert_eq!(page.status, StatusCode::OK);
    let description = "<meta name=\"description\" content=\"Điểm giới thiệu và bán sản phẩm OCOP\">";
    assert!(page.text.contains(description), "{}", page.text);
}

#[tokio::test]
async fn a_page_whose_facts_cannot_be_read_is_unavailable_and_not_missing() {
    let app = TestApp::start().await;
    let id = "01900000-0000-7000-8000-000000000000";
    app.app.database.close().await.unwrap();

    for place in ["san-pham", "chu-the", "su-kien"] {
        let page = app.guest().get(&format!("/{place}/{id}")).await;

        assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE, "{place}");
        assert!(page.text.contains("<title>OCOP Hà Nội</title>") && page.text.contains("<body>"), "{place}");
        assert!(!page.text.contains("canonical"), "{place}");
    }
    assert_eq!(app.guest().get("/san-pham").await.status, StatusCode::OK);
}

#[tokio::test]
async fn without_a_public_address_links_are_those_the_visitor_used() {
    let app = TestApp::start_with(|config| config.public_url = None).await;
    let asked = |host: &str| Request::get("/san-pham").header("host", host).body(Body::empty()).unwrap();

    let page = app.guest().send(asked("ocop.example:8080")).await;
    let strange = app.guest().send(asked("\"><script>alert(1)</script>")).await;
    let unsaid = app.guest().get("/san-pham").await;

    assert!(page.text.contains("property=\"og:url\" content=\"http://ocop.example:8080/san-pham\""));
    assert!(page.text.contains("property=\"og:image\" content=\"http://ocop.example:8080/share.png\""));
    for page in [strange, unsaid] {
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains("og:title") && !page.text.contains("og:url"), "{}", page.text);
        assert!(!page.text.contains("alert(1)"));
    }
}

#[tokio::test]
async fn pages_of_people_with_an_account_are_there_and_not_for_search_engines() {
    let app = TestApp::start().await;
    let own = [
        "/dang-nhap",
        "/dang-ky",
        "/xac-nhan?ma=x",
        "/quen-mat-khau",
        "/dat-lai-mat-khau?ma=x",
        "/loi-moi?ma=x",
        "/tai-khoan",
        "/to-chuc",
        "/to-chuc/moi",
        "/to-chuc/01900000-0000-7000-8000-000000000000",
        "/to-chuc/01900000-0000-7000-8000-000000000000/san-pham",
        "/to-chuc/01900000-0000-7000-8000-000000000000/san-pham/moi",
        "/to-chuc/01900000-0000-7000-8000-000000000000/san-pham/01900000-0000-7000-8000-000000000000",
        "/tai-khoan/du-lieu",
        "/diem-ban/01900000-0000-7000-8000-000000000000/hang",
        "/to-chuc/01900000-0000-7000-8000-000000000000/nhu-cau",
        "/to-chuc/01900000-0000-7000-8000-000000000000/nhu-cau/moi",
        "/ket-noi/01900000-0000-7000-8000-000000000000",
        "/ket-noi/01900000-0000-7000-8000-000000000000/so-sanh?sp=01900000-0000-7000-8000-000000000000",
        "/san-pham/01900000-0000-7000-8000-000000000000/moi-ket-noi",
        "/to-chuc/01900000-0000-7000-8000-000000000000/co-hoi",
        "/ket-noi/gioi-thieu",
        "/ket-noi/gioi-thieu/01900000-0000-7000-8000-000000000000",
        "/tra-loi?ma=x",
        "/thoa-thuan",
        "/thoa-thuan/01900000-0000-7000-8000-000000000000",
        "/thoa-thuan/01900000-0000-7000-8000-000000000000/sua",
        "/giao-hang",
        "/thong-bao",
        "/can-bo",
        "/can-bo/xac-minh",
        "/can-bo/giay-to",
        "/can-bo/ket-noi",
        "/can-bo/vong-ghep",
        "/can-bo/vong-ghep/01900000-0000-7000-8000-000000000000",
        "/can-bo/su-kien",
        "/can-bo/su-kien/moi",
        "/can-bo/su-kien/01900000-0000-7000-8000-000000000000/sua",
        "/can-bo/su-kien/01900000-0000-7000-8000-000000000000/dang-ky",
        "/can-bo/su-kien/01900000-0000-7000-8000-000000000000/lich",
        "/can-bo/su-kien/01900000-0000-7000-8000-000000000000/diem-danh?ma=ABCD2345",
        "/can-bo/su-kien/01900000-0000-7000-8000-000000000000/in?loai=the",
        "/su-kien/01900000-0000-7000-8000-000000000000/lich",
        "/can-bo/thoa-thuan",
        "/can-bo/thoa-thuan/moi?su-kien=01900000-0000-7000-8000-000000000000",
        "/can-bo/thoa-thuan-mau",
        "/thoa-thuan/01900000-0000-7000-8000-000000000000/ban-in",
        "/to-chuc/01900000-0000-7000-8000-000000000000/san-pham/01900000-0000-7000-8000-000000000000/chung-cu",
        "/can-bo/webhook",
        "/can-bo/lich-su/organisation/01900000-0000-7000-8000-000000000000",
        "/quan-tri/du-lieu",
        "/quan-tri/tai-khoan",
    ];

    for place in own {
        let page = app.guest().get(place).await;

        assert_eq!(page.status, StatusCode::OK, "{place}");
        assert!(page.text.contains("<meta name=\"robots\" content=\"noindex\">"), "{place}");
    }
    assert!(!app.guest().get("/san-pham").await.text.contains("noindex"));
    for nowhere in [
        "/to-chuc/khong-phai",
        "/ket-noi/gioi-thieu/khong-phai",
        "/can-bo/vong-ghep/khong-phai",
        "/can-bo/su-kien/khong-phai/sua",
        "/su-kien/khong-phai/lich",
    ] {
        assert_eq!(app.guest().get(nowhere).await.status, StatusCode::NOT_FOUND, "{nowhere}");
    }
}

#[tokio::test]
async fn the_head_of_a_need_names_it_only_where_everybody_may_read_it() {
    let app = TestApp::start().await;
    let buyer = app.person("Người Mua").await;
    let sells = json!({ "name": "Siêu thị Thử (mẫu)", "isProducer": false, "isRetailer": true });
    let shop = app.verified(&buyer, sells).await;
    let mut heads = Vec::new();
    for visibility in ["PUBLIC", "PRODUCERS"] {
        let input = json!({ "organisation": shop, "name": "Miến dong", "details": { "visibility": visibility, "groups": ["I.3.b"] } });
        let create = "mutation($input: NewNeed!) { createNeed(input: $input) { id } }";
        let answer = buyer.run(create, json!({ "input": input })).await;
        let id = answer.data("/createNeed/id").as_str().unwrap().to_owned();
        let draft = app.guest().get(&format!("/ket-noi/{id}")).await;
        let open = "mutation($id: ID!) { openNeed(id: $id) { status } }";
        buyer.run(open, json!({ "id": id })).await.data("/openNeed");
        heads.push((draft.text, app.guest().get(&format!("/ket-noi/{id}")).await.text));
    }

    let names = |text: &str| text.contains("<title>Miến dong · OCOP Hà Nội</title>");
    let found: Vec<_> = heads.iter().map(|(draft, open)| (names(draft), names(open))).collect();
    assert_eq!(found, [(false, true), (false, false)]);
    assert!(heads[1].1.contains("noindex") && !heads[0].1.contains("noindex"));
}

#[tokio::test]
async fn the_picture_of_a_shared_link_has_the_size_it_is_said_to_have() {
    let app = TestApp::start().await;

    let home = app.guest().get("/").await;

    let file = include_bytes!("../../../frontend/public/share.png");
    let number = |at: usize| u32::from_be_bytes(file[at..at + 4].try_into().unwrap());
    for (name, value) in [("width", number(16)), ("height", number(20))] {
        let said = format!("<meta property=\"og:image:{name}\" content=\"{value}\">");
        assert!(home.text.contains(&said), "{said}");
    }
}
