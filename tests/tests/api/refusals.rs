//! Whatever is sent, the answer is a clear code without anything internal, and the server goes on.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tests::TestApp;

#[tokio::test]
async fn a_wrong_argument_is_named() {
    let app = TestApp::start().await;
    let cases = [
        ("{ products(first: 0) { totalCount } }", "first"),
        ("{ products(first: 101) { totalCount } }", "first"),
        ("{ products(filter: { groups: [\"X\"] }) { totalCount } }", "filter.groups"),
        ("{ products(filter: { stars: [6] }) { totalCount } }", "filter.stars"),
        ("{ products(filter: { minStars: 9 }) { totalCount } }", "filter.minStars"),
        ("{ products(filter: { provinces: [\"99\"] }) { totalCount } }", "filter.provinces"),
        ("{ products(filter: { formerProvinces: [\"x\"] }) { totalCount } }", "filter.formerProvinces"),
        ("{ products(filter: { certificates: [\"x\"] }) { totalCount } }", "filter.certificates"),
        ("{ products(filter: { months: [13] }) { totalCount } }", "filter.months"),
        ("{ products(filter: { producer: \"x\" }) { totalCount } }", "filter.producer"),
        ("{ products(filter: { soldAt: \"x\" }) { totalCount } }", "filter.soldAt"),
        ("{ products(filter: { soldNear: { lat: 91, lon: 0 } }) { totalCount } }", "filter.soldNear"),
        ("{ salePoints(near: { lat: 0, lon: 200 }) { totalCount } }", "near"),
        ("{ salePoints(near: { lat: 0, lon: 0, radiusM: -1 }) { totalCount } }", "near.radiusM"),
        ("{ salePoints(order: DISTANCE) { totalCount } }", "near"),
        ("{ salePoints(filter: { product: \"x\" }) { totalCount } }", "filter.product"),
        ("{ producers(filter: { provinces: [\"\"] }) { totalCount } }", "filter.provinces"),
        ("{ events(filter: { years: [20222] }) { totalCount } }", "filter.years"),
        ("{ suggest(text: \"a\", first: 50) { name } }", "first"),
        ("{ adminUnits(level: WARD) { code } }", "parent"),
        ("{ mapFeatures(bbox: { south: 2, west: 1, north: 1, east: 2 }, zoom: 3) { totalCount } }", "bbox"),
        ("{ mapFeatures(bbox: { south: 0, west: 1, north: 1, east: 2 }, zoom: 99) { totalCount } }", "zoom"),
    ];

    for (query, field) in cases {
        let answer = app.guest().run(query, json!({})).await;

        assert_eq!(answer.codes(), ["BAD_INPUT"], "{query}: {}", answer.text);
        assert_eq!(answer.json["errors"][0]["extensions"]["field"], field, "{query}");
    }
}

#[tokio::test]
async fn a_value_of_another_type_is_the_fault_of_who_sent_it() {
    let app = TestApp::start().await;
    let buyer = app.person("Người Mua").await;
    let create = "mutation($input: NewNeed!) { createNeed(input: $input) { id } }";

    for (field, value) in [
        ("quantityPerMonth", json!("120")),
        ("quantityPerMonth", json!({})),
        ("quantityPerMonth", json!(0.0001)),
        ("priceCeiling", json!("1.000")),
        ("priceCeiling", json!(0.5)),
        ("deadline", json!(20261231)),
    ] {
        let input = json!({ "organisation": "x", "name": "Miến (mẫu)", "details": { field: value } });
        let answer = buyer.run(create, json!({ "input": input })).await;

        assert_eq!(answer.codes(), ["BAD_INPUT"], "{field} {value}: {}", answer.text);
    }
}

#[tokio::test]
async fn an_unknown_id_is_not_found() {
    let app = TestApp::start().await;

    for field in ["product", "producer", "salePoint", "event"] {
        for id in ["", "x", "00000000-0000-0000-0000-000000000000", "1; DROP TABLE product"] {
            let query = format!("query($id: ID!) {{ {field}(id: $id) {{ id }} }}");
            let answer = app.guest().run(&query, json!({ "id": id })).await;

            assert_eq!(answer.codes(), ["NOT_FOUND"], "{field} {id}: {}", answer.text);
        }
    }
}

#[tokio::test]
async fn a_broken_cursor_is_refused() {
    let app = TestApp::start().await;

    for list in ["products", "producers", "salePoints", "events"] {
        for cursor in ["", "x", "AAAA", "eyJhIjoxfQ", "ffffffffffffffff", &"0".repeat(10_000)] {
            let query = format!("query($after: String) {{ {list}(after: $after) {{ nodes {{ id }} }} }}");
            let answer = app.guest().run(&query, json!({ "after": cursor })).await;

            assert_eq!(answer.codes(), ["BAD_CURSOR"], "{list}: {}", answer.text);
        }
    }
}

#[tokio::test]
async fn a_cursor_of_another_order_is_refused() {
    let app = TestApp::start().await;
    let newest = app.guest().run("{ events(first: 1) { pageInfo { endCursor } } }", json!({})).await;
    let cursor = newest.data("/events/pageInfo/endCursor");

    let query = "query($after: String) { events(order: OLDEST, after: $after) { nodes { id } } }";
    let answer = app.guest().run(query, json!({ "after": cursor })).await;

    assert_eq!(answer.codes(), ["BAD_CURSOR"]);
}

#[tokio::test]
async fn a_query_that_asks_for_too_much_is_refused_before_it_is_run() {
    let app = TestApp::start().await;
    let nested = |times: usize| {
        format!(
            "{{ adminUnits(level: PROVINCE) {{ {}code{} }} }}",
            "parent { ".repeat(times),
            " }".repeat(times)
        )
    };
    let aliases: String = (0..10_000).map(|n| format!("a{n}: viewer {{ name }} ")).collect();
    let lists: String =
        (0..70).map(|n| format!("a{n}: products(first: 100) {{ nodes {{ id name }} }} ")).collect();
    let mut fragments = String::from("{ ...F0 }");
    for n in 0..25 {
        fragments += &format!(" fragment F{n} on Query {{ ...F{0} ...F{0} }}", n + 1);
    }
    fragments += " fragment F25 on Query { viewer { name } }";
    let circle = "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }";
    let similar = |times: usize| {
        format!("{{ products {{ nodes {{ {}id{} }} }} }}", "similar { ".repeat(times), " }".repeat(times))
    };

    for (query, code) in [
        (nested(10_000), "TOO_DEEP"),
        (nested(60), "TOO_DEEP"),
        (similar(5), "TOO_COSTLY"),
        (nested(12), "TOO_DEEP"),
        (format!("{{ {aliases} }}"), "TOO_COSTLY"),
        (format!("{{ {lists} }}"), "TOO_COSTLY"),
        (fragments, "TOO_COSTLY"),
        (circle.to_owned(), "TOO_DEEP"),
        ("{ products(first: \"x\") { totalCount } }".to_owned(), "BAD_QUERY"),
        ("{ nothing }".to_owned(), "BAD_QUERY"),
        ("{".to_owned(), "BAD_QUERY"),
        (String::new(), "BAD_QUERY"),
        ("mutation { signIn }".to_owned(), "BAD_QUERY"),
    ] {
        let answer = app.guest().run(&query, json!({})).await;

        let start: String = query.chars().take(60).collect();
        assert_eq!(
            answer.codes().first(),
            Some(&code),
            "{start}: {}",
            answer.text.chars().take(300).collect::<String>()
        );
        assert!(answer.json["data"].is_null(), "{start}");
    }
    still_serves(&app).await;
}

#[tokio::test]
async fn a_body_that_is_no_request_is_refused() {
    let app = TestApp::start().await;
    let long =
        json!({ "query": "{ viewer { name } }", "variables": { "s": "x".repeat(1_000_000) } }).to_string();
    let deep = format!(
        "{{\"query\":\"{{viewer{{name}}}}\",\"variables\":{}{}}}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );

    for (body, status, code) in [
        ("".to_owned(), StatusCode::BAD_REQUEST, "BAD_REQUEST"),
        ("nonsense".to_owned(), StatusCode::BAD_REQUEST, "BAD_REQUEST"),
        ("[]".to_owned(), StatusCode::BAD_REQUEST, "BAD_REQUEST"),
        ("{\"query\": 1}".to_owned(), StatusCode::BAD_REQUEST, "BAD_REQUEST"),
        (deep, StatusCode::BAD_REQUEST, "BAD_REQUEST"),
        (long, StatusCode::PAYLOAD_TOO_LARGE, "TOO_LARGE"),
    ] {
        let answer = app.guest().post(body).await;

        assert_eq!((answer.status, answer.codes()), (status, vec![code]), "{}", answer.text);
    }
    let not_utf8 = app.guest().post(vec![0xff, 0xfe, 0x00]).await;
    assert_eq!(not_utf8.codes(), ["BAD_REQUEST"]);
    still_serves(&app).await;
}

#[tokio::test]
async fn a_long_search_text_is_refused_and_an_odd_one_is_not() {
    let app = TestApp::start().await;
    let query = "query($s: String) { products(search: $s) { totalCount } salePoints(search: $s) { totalCount } \
                 producers(search: $s) { totalCount } events(search: $s) { totalCount } }";

    let long = app.guest().run(query, json!({ "s": "à".repeat(201) })).await;
    assert_eq!(long.codes().first(), Some(&"BAD_INPUT"));
    assert_eq!(long.json["errors"][0]["extensions"]["field"], "search");

    for odd in [
        "",
        " ",
        "\"",
        "*",
        "AND OR NOT",
        "(((",
        "\u{0}",
        "😀",
        "a:b",
        "name_plain:x",
        "%_'",
        &"à ".repeat(100),
    ] {
        let answer = app.guest().run(query, json!({ "s": odd })).await;

        assert!(answer.codes().is_empty(), "{odd:?}: {}", answer.text);
    }
}

#[tokio::test]
async fn the_log_is_for_staff() {
    let app = TestApp::start().await;

    let answer = app.guest().run("{ changes(entity: \"product\", id: \"x\") { seq } }", json!({})).await;

    assert_eq!(answer.codes(), ["UNAUTHENTICATED"]);
}

#[tokio::test]
async fn a_post_from_another_site_is_refused() {
    let app = TestApp::start().await;
    let post = |origin: &str| {
        let request =
            Request::post("/graphql").header(header::HOST, "ocop.test").header(header::ORIGIN, origin);
        request.body(Body::from("{\"query\":\"{ viewer { name } }\"}")).unwrap()
    };

    let other = app.guest().send(post("https://evil.test")).await;
    let own = app.guest().send(post("http://ocop.test")).await;

    assert_eq!((other.status, other.codes()), (StatusCode::FORBIDDEN, vec!["FORBIDDEN"]));
    assert_eq!(own.data("/viewer"), &Value::Null);
}

#[tokio::test]
async fn get_is_for_persisted_queries() {
    let app = TestApp::start().await;
    let get = async |query: &str, hash: &str| {
        let query = query.replace('{', "%7B").replace('}', "%7D").replace(' ', "%20");
        let extensions =
            format!("%7B%22persistedQuery%22:%7B%22version%22:1,%22sha256Hash%22:%22{hash}%22%7D%7D");
        app.guest().get(&format!("/graphql?query={query}&extensions={extensions}")).await
    };

    let plain = app.guest().get("/graphql?query=%7Bviewer%7Bname%7D%7D").await;
    let unknown = get("", &sha256("{nobody}")).await;
    let wrong = get("{viewer{name}}", &sha256("{nobody}")).await;
    let writing = get("mutation{x}", &sha256("mutation{x}")).await;
    let long = format!("{{{}}}", "viewer{name} ".repeat(700));
    let too_long = get(&long, &sha256(&long)).await;

    assert_eq!(plain.codes(), ["BAD_REQUEST"]);
    assert_eq!(unknown.codes(), ["PERSISTED_QUERY_NOT_FOUND"]);
    assert_eq!(wrong.codes(), ["BAD_QUERY"]);
    assert_eq!(writing.codes(), ["BAD_REQUEST"]);
    assert_eq!(too_long.codes(), ["TOO_LARGE"]);
}

#[tokio::test]
async fn a_persisted_query_is_answered_by_its_hash() {
    let app = TestApp::start().await;
    let texts = ["{ viewer { name } }", "{ productGroups { code } }", "{ products { totalCount } }"];

    for round in ["taught", "by hash"] {
        for text in texts {
            let expected = app.guest().run(text, json!({})).await;
            let query = if round == "taught" { text } else { "" };
            let request = json!({
                "query": query,
                "extensions": { "persistedQuery": { "version": 1, "sha256Hash": sha256(text) } },
            });

            let answer = app.guest().post(request.to_string()).await;

            assert_eq!(answer.text, expected.text, "{round}: {text}");
        }
    }
}

#[tokio::test]
async fn a_query_that_would_overflow_the_parser_is_refused() {
    let app = TestApp::start().await;
    let lists = format!("{}{}", "[".repeat(3_000), "]".repeat(3_000));

    for query in [
        format!("{{a(b:\"\"\"x\"y\"\"\",c:{lists})}}"),
        format!("#\r{{a(b:{lists})}}"),
        format!("{{a(b:{lists})}}"),
        format!("query($a:{}Int{}){{a}}", "[".repeat(3_000), "]".repeat(3_000)),
    ] {
        let answer = app.guest().run(&query, json!({})).await;

        assert_eq!(answer.codes(), ["TOO_DEEP"]);
    }
    still_serves(&app).await;
}

#[tokio::test]
async fn a_thousand_searches_in_one_query_are_refused() {
    let app = TestApp::start().await;

    for list in ["products", "producers", "salePoints", "events", "mapFeatures"] {
        let arguments = match list {
            "mapFeatures" => "bbox: { south: 0, west: 1, north: 1, east: 2 }, zoom: 5",
            _ => "search: \"a\", first: 1",
        };
        let many: String =
            (0..1_000).map(|n| format!("a{n}: {list}({arguments}) {{ totalCount }} ")).collect();

        let answer = app.guest().run(&format!("{{ {many} }}"), json!({})).await;

        assert_eq!(answer.codes().first(), Some(&"TOO_COSTLY"), "{list}");
    }
}

fn sha256(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn still_serves(app: &TestApp) {
    let answer = app.guest().run("{ products(first: 1) { totalCount } }", json!({})).await;
    assert_eq!(answer.data("/products/totalCount"), 939);
}

#[tokio::test]
async fn a_query_that_was_answered_before_is_refused_in_the_same_words() {
    let app = TestApp::start().await;
    let (_another, fresh) = app.another_node().await;
    let known = app.guest();
    let query = "query($first: Int, $after: String, $filter: ProductFilter, $id: ID!) { \
        products(first: $first, after: $after, filter: $filter) { totalCount } product(id: $id) { id } }";
    let found = known.run("{ products(first: 1) { nodes { id } } }", json!({})).await;
    let id = &found.json["data"]["products"]["nodes"][0]["id"];
    for _ in 0..2 {
        let answer = known.run(query, json!({ "first": 1, "id": id })).await;
        assert_eq!(answer.json["data"]["product"]["id"], *id, "{}", answer.text);
    }

    for wrong in [
        json!({}),
        json!({ "id": id, "first": "x" }),
        json!({ "id": id, "first": 101 }),
        json!({ "id": id, "after": 7 }),
        json!({ "id": id, "after": "x" }),
        json!({ "id": id, "filter": { "colour": "red" } }),
        json!({ "id": id, "filter": { "stars": "x" } }),
        json!({ "id": id, "filter": [] }),
        json!({ "id": "x" }),
        json!({ "id": [] }),
    ] {
        let expected = fresh.run(query, wrong.clone()).await;
        let answer = known.run(query, wrong.clone()).await;

        assert!(!expected.codes().is_empty(), "{wrong}: {}", expected.text);
        assert_eq!(answer.text, expected.text, "{wrong}");
    }
}
