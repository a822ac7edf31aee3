//! Open data for maps and spreadsheets.

use tests::TestApp;

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
    assert_eq!(reader.records().map(|row| row.unwrap().len()).collect::<Vec<_>>(), vec![16; 45]);
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
