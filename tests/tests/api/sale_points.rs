//! Sale points: list, nearness, filters, map.

use std::collections::HashSet;

use serde_json::{Value, json};
use tests::TestApp;

const LIST: &str = "query($s: String, $f: SalePointFilter, $near: Near, $o: SalePointOrder, $first: Int, $after: String) {
    salePoints(search: $s, filter: $f, near: $near, order: $o, first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor }
        nodes { id name kind status ward { code name } formerDistrict { code name } location { lat lon precision }
            openedOn distanceM wardBasis address operatorName }
    }
}";
const HOAN_KIEM: (f64, f64) = (21.0287, 105.8524);

#[tokio::test]
async fn all_forty_five_points_are_listed_once_over_pages() {
    let app = TestApp::start().await;
    let near = json!({ "lat": HOAN_KIEM.0, "lon": HOAN_KIEM.1 });

    for order in ["NAME", "DISTANCE", "NEWEST"] {
        let (mut seen, mut after) = (HashSet::new(), Value::Null);
        loop {
            let variables = json!({ "o": order, "near": near, "first": 7, "after": after });
            let answer = app.guest().run(LIST, variables).await;
            assert_eq!(answer.data("/salePoints/totalCount"), 45);
            for id in answer.texts("/salePoints/nodes", "id") {
                assert!(seen.insert(id), "twice by {order}");
            }
            if answer.data("/salePoints/pageInfo/hasNextPage") == false {
                break;
            }
            after = answer.data("/salePoints/pageInfo/endCursor").clone();
        }
        assert_eq!(seen.len(), 45, "{order}");
    }
}

#[tokio::test]
async fn a_point_near_is_nearer_than_one_far() {
    let app = TestApp::start().await;
    let near = json!({ "lat": HOAN_KIEM.0, "lon": HOAN_KIEM.1 });

    let answer = app.guest().run(LIST, json!({ "near": near, "first": 100 })).await;

    let distances: Vec<Option<f64>> = answer
        .data("/salePoints/nodes")
        .as_array()
        .unwrap()
        .iter()
        .map(|node| node["distanceM"].as_f64())
        .collect();
    let known: Vec<f64> = distances.iter().flatten().copied().collect();
    assert!(known.is_sorted(), "{known:?}");
    assert_eq!(known.len(), 44, "one point has no place");
    assert_eq!(distances.last(), Some(&None), "what has no place comes last");
}

#[tokio::test]
async fn a_radius_leaves_out_what_lies_beyond() {
    let app = TestApp::start().await;
    let near = json!({ "lat": HOAN_KIEM.0, "lon": HOAN_KIEM.1, "radiusM": 5_000 });

    let answer = app.guest().run(LIST, json!({ "near": near, "first": 100 })).await;

    let nodes = answer.data("/salePoints/nodes").as_array().unwrap();
    assert!(!nodes.is_empty() && nodes.iter().all(|node| node["distanceM"].as_f64().unwrap() <= 5_000.0));
}

#[tokio::test]
async fn every_place_says_how_exactly_it_is_known() {
    let app = TestApp::start().await;

    let answer = app.guest().run(LIST, json!({ "first": 100 })).await;

    for node in answer.data("/salePoints/nodes").as_array().unwrap() {
        let precision = node["location"]["precision"].as_str();
        assert!(
            matches!(precision, None | Some("WARD" | "DISTRICT")),
            "no source gives more than a ward: {node}"
        );
        assert_eq!(node["ward"].is_null(), node["wardBasis"].is_null(), "{node}");
        assert!(matches!(node["status"].as_str(), None | Some("OPERATING")), "{node}");
    }
}

#[tokio::test]
async fn units_of_both_eras_filter() {
    let app = TestApp::start().await;
    let all = app.guest().run(LIST, json!({ "first": 100 })).await;
    let nodes = all.data("/salePoints/nodes").as_array().unwrap();

    for (filter, unit) in [("wards", "ward"), ("formerDistricts", "formerDistrict")] {
        let some = nodes.iter().find(|node| node[unit].is_object()).unwrap();
        let code = &some[unit]["code"];
        let expected = nodes.iter().filter(|node| &node[unit]["code"] == code).count();

        let answer = app.guest().run(LIST, json!({ "f": { filter: [code] }, "first": 100 })).await;

        assert_eq!(answer.data("/salePoints/totalCount"), expected, "{unit} {code}");
    }
}

#[tokio::test]
async fn kind_status_and_words_filter_together() {
    let app = TestApp::start().await;

    let centres = app.guest().run(LIST, json!({ "f": { "kinds": ["CENTRE"] } })).await;
    let operating =
        app.guest().run(LIST, json!({ "f": { "kinds": ["CENTRE"], "statuses": ["OPERATING"] } })).await;
    let stopped = app.guest().run(LIST, json!({ "f": { "statuses": ["STOPPED"] } })).await;
    let words = app.guest().run(LIST, json!({ "s": "bat trang" })).await;
    let unfinished = app.guest().run(LIST, json!({ "s": "hoang c" })).await;

    assert_eq!(centres.data("/salePoints/totalCount"), 16);
    assert!(operating.data("/salePoints/totalCount").as_i64() < Some(16));
    assert_eq!(stopped.data("/salePoints/totalCount"), 0);
    assert!(words.data("/salePoints/totalCount").as_i64() >= Some(3), "{}", words.text);
    assert!(unfinished.texts("/salePoints/nodes", "name").iter().any(|name| name.contains("Hoàng Cầu")));
}

#[tokio::test]
async fn the_map_shows_every_known_place_at_every_zoom() {
    let app = TestApp::start().await;
    let query = "query($z: Int!) { mapFeatures(bbox: { south: 20, west: 105, north: 22, east: 107 }, zoom: $z, layer: \
                 SALE_POINTS) { totalCount features { lat lon count salePoints { id } bounds { south north } } } }";

    for zoom in [0, 8, 10, 12, 14, 18, 22] {
        let answer = app.guest().run(query, json!({ "z": zoom })).await;

        let features = answer.data("/mapFeatures/features").as_array().unwrap();
        let sum: i64 = features.iter().map(|feature| feature["count"].as_i64().unwrap()).sum();
        assert_eq!(answer.data("/mapFeatures/totalCount"), 44);
        assert_eq!(sum, 44, "zoom {zoom}");
        let told = |feature: &Value| feature["salePoints"].as_array().unwrap().len() as i64;
        assert!(
            features.iter().all(|feature| [0, feature["count"].as_i64().unwrap()].contains(&told(feature)))
        );
    }
    let world = app.guest().run(query, json!({ "z": 0 })).await;
    assert_eq!(world.data("/mapFeatures/features").as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn the_map_shows_only_what_is_in_view() {
    let app = TestApp::start().await;
    let query = "{ mapFeatures(bbox: { south: 10, west: 105, north: 11, east: 107 }, zoom: 9) { totalCount features { \
                 count } } }";

    let answer = app.guest().run(query, json!({})).await;

    assert_eq!(answer.data("/mapFeatures"), &json!({ "totalCount": 0, "features": [] }));
}

#[tokio::test]
async fn a_unit_that_does_not_exist_is_named() {
    let app = TestApp::start().await;

    for (list, field) in [
        ("salePoints(filter: { wards: [\"00004\", \"99999\"] })", "filter.wards"),
        ("salePoints(filter: { formerDistricts: [\"abc\"] })", "filter.formerDistricts"),
        (
            "mapFeatures(bbox: { south: 0, west: 1, north: 1, east: 2 }, zoom: 5, filter: { wards: [\"\"] })",
            "filter.wards",
        ),
    ] {
        let answer = app.guest().run(&format!("{{ {list} {{ totalCount }} }}"), json!({})).await;

        assert_eq!(answer.codes(), ["BAD_INPUT"], "{list}");
        assert_eq!(answer.json["errors"][0]["extensions"]["field"], field, "{list}");
    }
}

#[tokio::test]
async fn a_search_knows_the_units_a_point_lies_in() {
    let app = TestApp::start().await;
    let found = async |text: &str| {
        let answer = app.guest().run(LIST, json!({ "s": text, "first": 100 })).await;
        answer.texts("/salePoints/nodes", "name")
    };

    for (text, name) in [
        ("Đống Đa", "Hapromart Thành Công"),
        ("quan dong d", "Hapromart Thành Công"),
        ("Ngọc Hà", "Phúc Hậu Mart"),
        ("phuc hau ngoc ha", "Phúc Hậu Mart"),
    ] {
        let names = found(text).await;
        assert!(names.iter().any(|one| one.contains(name)), "{text}: {names:?}");
    }
    assert_eq!(found("Ngọc Hà Đống Đa").await, [] as [String; 0]);
}
