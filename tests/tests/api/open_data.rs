//! Open data for maps and spreadsheets.

use axum::{
    body::Body,
    http::{Method, Request, StatusCode},
};
use sea_orm::{ActiveModelTrait, Set};
use serde_json::Value;
use server::{
    changes::{Line, Write},
    entities::star_decision,
    statements::counted,
};
use shared::{PartialDate, StarDecisionId};
use tests::{Answer, TestApp};

/// The names of the columns, in their order.
fn columns(csv: &Answer) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(csv.text.trim_start_matches('\u{feff}').as_bytes());
    reader.headers().unwrap().iter().map(str::to_owned).collect()
}

/// The names that objects have, in the order of the alphabet.
fn members(objects: &Value) -> Vec<String> {
    objects[0].as_object().unwrap().keys().cloned().collect()
}

fn sorted(mut names: Vec<String>) -> Vec<String> {
    names.sort();
    names
}

#[tokio::test]
async fn sale_points_come_as_geojson_json_and_csv_alike() {
    let app = TestApp::start().await;

    let geo = app.guest().get("/open/sale-points.geojson").await;
    let json = app.guest().get("/open/sale-points.json").await;
    let csv = app.guest().get("/open/sale-points.csv").await;

    assert_eq!(geo.headers["content-type"], "application/geo+json");
    let features = geo.json["features"].as_array().unwrap();
    assert_eq!(features.len(), 45);
    assert_eq!(features.iter().filter(|feature| feature["geometry"].is_null()).count(), 1);
    let hanoi = |feature: &&serde_json::Value| {
        let lon = feature["geometry"]["coordinates"][0].as_f64().unwrap();
        (105.0..106.1).contains(&lon)
    };
    assert!(features.iter().filter(|feature| feature["geometry"].is_object()).all(|feature| hanoi(&feature)));
    assert_eq!(json.json.as_array().unwrap().len(), 45);
    assert!(csv.text.starts_with('\u{feff}'), "a spreadsheet must see that it is UTF-8");
    let mut reader = csv::Reader::from_reader(csv.text.trim_start_matches('\u{feff}').as_bytes());
    assert_eq!(reader.records().map(|row| row.unwrap().len()).collect::<Vec<_>>(), vec![24; 45]);
}

#[tokio::test]
async fn all_products_come_with_their_sources() {
    let app = TestApp::start().await;

    let json = app.guest().get("/open/products.json").await;
    let csv = app.guest().get("/open/products.csv").await;

    let products = json.json.as_array().expect("a JSON array");
    assert_eq!(products.len(), 939);
    assert!(products.iter().all(|product| product["sources"].as_str().is_some_and(|text| !text.is_empty())));
    let mut reader = csv::Reader::from_reader(csv.text.trim_start_matches('\u{feff}').as_bytes());
    assert_eq!(reader.records().count(), 939);
}

#[tokio::test]
async fn columns_that_others_count_on_stay_where_they_are() {
    let app = TestApp::start().await;

    let points = columns(&app.guest().get("/open/sale-points.csv").await);
    let products = columns(&app.guest().get("/open/products.csv").await);

    let first = "id name kind status address ward ward_basis former_district lat lon precision operator \
                 published_on opened_on updated_at sources";
    assert_eq!(points[..16].join(" "), first);
    let first = "id name producer_id producer group stars star_state province former_province months sources";
    assert_eq!(products[..11].join(" "), first);
    let points_json = app.guest().get("/open/sale-points.json").await.json;
    let products_json = app.guest().get("/open/products.json").await.json;
    assert_eq!(sorted(members(&points_json)), sorted(points));
    assert_eq!(sorted(members(&products_json)), sorted(products));
}

#[tokio::test]
async fn a_sale_point_names_the_units_whose_codes_it_gives() {
    let app = TestApp::start().await;

    let points = app.guest().get("/open/sale-points.json").await.json;

    for point in points.as_array().unwrap() {
        for (code, name) in [
            ("ward", "ward_name"),
            ("former_district", "former_district_name"),
            ("province", "province_name"),
        ] {
            assert_eq!(point[code].is_null(), point[name].is_null(), "{code} of {point}");
        }
        assert_eq!(point["precision"].is_null(), point["coord_source"].is_null(), "{point}");
        assert!(point["status_as_of"].is_null() && point["stopped_on"].is_null(), "no source says: {point}");
    }
    let name = |column: &str| {
        let names = points.as_array().unwrap().iter().filter_map(|point| point[column].as_str());
        names.map(str::to_owned).collect::<Vec<_>>()
    };
    assert!(name("ward_name").iter().any(|name| name.starts_with("Phường ")));
    assert!(name("former_district_name").iter().any(|name| name.starts_with("Quận ")));
    assert!(name("source_urls").iter().any(|name| name.starts_with("https://")));
}

#[tokio::test]
async fn a_product_tells_when_and_by_which_decision_it_was_recognised() {
    let app = TestApp::start().await;

    let products = app.guest().get("/open/products.json").await.json;

    let products = products.as_array().unwrap();
    for product in products {
        let precision = match product["recognised_on"].as_str().map(str::len) {
            None => Value::Null,
            Some(4) => "year".into(),
            Some(7) => "month".into(),
            Some(_) => "day".into(),
        };
        assert_eq!(product["recognised_on_precision"], precision, "{product}");
        // A star that holds is the one that was given.
        assert!(product["stars"].is_null() || product["stars"] == product["recognised_stars"], "{product}");
        assert!(product["updated_at"].is_string(), "{product}");
        assert_eq!(product["former_district"].is_null(), product["former_district_code"].is_null());
    }
    for column in ["recognised_on", "former_district", "source_urls"] {
        assert!(products.iter().any(|product| product[column].is_string()), "{column}");
    }
}

#[tokio::test]
async fn the_decision_told_is_the_latest_one() {
    let app = TestApp::start().await;
    let products = app.guest().get("/open/products.json").await.json;
    let id = products[0]["id"].as_str().unwrap();
    let signed_on = PartialDate::Day(chrono::Utc::now().date_naive() - chrono::Days::new(10));
    let mut write = Write::begin(&app.app.database, "test").await.unwrap();
    let decision = star_decision::ActiveModel {
        id: Set(StarDecisionId::new()),
        product_id: Set(id.parse().unwrap()),
        stars: Set(Some(5)),
        potential_five_star: Set(false),
        number: Set(Some("-12/QĐ-UBND".to_owned())),
        issuer: Set(Some("UBND thành phố Hà Nội".to_owned())),
        signed_on: Set(Some(signed_on)),
        ..Default::default()
    };
    decision.insert(write.rows()).await.unwrap();
    let (entity, entity_id) = ("product", id.to_owned());
    write.record(Line { entity, entity_id, action: "updated", before: None, after: None });
    write.commit().await.unwrap();

    let products = app.guest().get("/open/products.json").await.json;
    let csv = app.guest().get("/open/products.csv").await;

    let product = products.as_array().unwrap().iter().find(|product| product["id"] == id).unwrap();
    assert_eq!((&product["stars"], &product["recognised_stars"]), (&5.into(), &5.into()));
    assert_eq!(product["recognised_on"], signed_on.to_string());
    assert_eq!(product["recognised_on_precision"], "day");
    assert_eq!(product["decision_number"], "-12/QĐ-UBND");
    assert_eq!(product["decision_issuer"], "UBND thành phố Hà Nội");
    assert!(csv.text.contains(",'-12/QĐ-UBND,"), "a spreadsheet must not run it");
}

#[tokio::test]
async fn the_number_of_statements_does_not_grow_with_the_rows() {
    let app = TestApp::start().await;
    let guest = app.guest();

    let (points, _) = counted(guest.get("/open/sale-points.csv")).await;
    let (products, _) = counted(guest.get("/open/products.csv")).await;

    assert_eq!(points, 3);
    // Six for the rows, one that finds no more.
    assert_eq!(products, 7);
}

#[tokio::test]
async fn pages_of_other_sites_may_read_open_data_and_nothing_else() {
    let app = TestApp::start().await;
    let guest = app.guest();
    let asked = |method: Method, path: &str| {
        let request = Request::builder().method(method).uri(path).header("origin", "https://map.example");
        let request = request.header("access-control-request-method", "GET").body(Body::empty()).unwrap();
        guest.send(request)
    };

    for path in
        ["sale-points.geojson", "sale-points.csv", "sale-points.json", "products.csv", "products.json"]
    {
        for method in [Method::GET, Method::OPTIONS] {
            let answer = asked(method, &format!("/open/{path}")).await;

            assert_eq!(answer.status, StatusCode::OK, "{path}");
            assert_eq!(answer.headers["access-control-allow-origin"], "*", "{path}");
        }
    }
    for path in ["/", "/schema.graphql", "/settings.json", "/open/nothing"] {
        let answer = asked(Method::GET, path).await;

        assert!(!answer.headers.contains_key("access-control-allow-origin"), "{path}");
    }
}
