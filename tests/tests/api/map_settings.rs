//! What the operator can set of the map: tiles behind it, layers of its own, and whom to name for both.

use axum::{body::Body, http::Request};
use serde_json::{Value, json};
use server::config::MapTiles;
use tests::{Actor, Answer, TestApp};

const WARDS: &str =
    r#"{"type":"FeatureCollection","attribution":"Sở Nông nghiệp và Môi trường","features":[]}"#;
const DISTRICTS: &str = r#"{"type":"FeatureCollection","source":"gis.example","features":[]}"#;

async fn in_brotli(guest: &Actor, path: &str) -> Answer {
    guest.send(Request::get(path).header("accept-encoding", "br").body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn tiles_are_allowed_by_the_policy_and_named() {
    let url = "https://{s}.tile.example/{z}/{x}/{y}.png";
    let app = TestApp::start_with(|config| {
        let attribution = "© Người vẽ bản đồ".to_owned();
        config.map_tiles = MapTiles::Raster { url: url.to_owned(), attribution };
    })
    .await;

    let page = app.guest().get("/").await;
    let settings = app.guest().get("/settings.json").await;

    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("img-src 'self' data: https://*.tile.example;"), "{policy}");
    let tiles = json!({ "kind": "raster", "url": url, "attribution": "© Người vẽ bản đồ" });
    assert_eq!(settings.json["mapTiles"], tiles);
}

#[tokio::test]
async fn official_layers_take_the_place_of_ours_and_their_makers_are_named() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("hanoi_wards.geojson"), WARDS).unwrap();
    std::fs::write(folder.path().join("hanoi_districts.geojson"), DISTRICTS).unwrap();
    std::fs::write(folder.path().join("sovereignty_labels.geojson"), "no JSON").unwrap();
    let some = TestApp::start_with(|config| config.geo_data_dir = Some(folder.path().to_owned())).await;
    std::fs::write(folder.path().join("vn_provinces.geojson"), DISTRICTS).unwrap();
    let all = TestApp::start_with(|config| {
        config.geo_data_dir = Some(folder.path().to_owned());
        config.geo_attribution = Some("Ranh giới: Bộ".to_owned());
    })
    .await;

    let of_some = some.guest().get("/settings.json").await.json;
    let of_all = all.guest().get("/settings.json").await.json;

    assert_eq!(some.guest().get("/geo/hanoi_wards.geojson").await.text, WARDS);
    let labels = some.guest().get("/geo/labels.geojson").await;
    assert!(labels.text.contains("Quần đảo Hoàng Sa"), "a broken file does not take the names away");
    // The provinces are still a diagram.
    let attribution = "Sở Nông nghiệp và Môi trường · gis.example";
    assert_eq!(
        of_some["mapLayers"],
        json!({ "schematic": true, "naturalEarth": true, "attribution": attribution })
    );
    assert_eq!(
        of_all["mapLayers"],
        json!({ "schematic": false, "naturalEarth": true, "attribution": "Ranh giới: Bộ" })
    );
}

#[tokio::test]
async fn whom_the_operator_names_is_named_for_layers_of_the_operator_only() {
    let unnamed = tempfile::tempdir().unwrap();
    let wards = r#"{"type":"FeatureCollection","features":[]}"#;
    std::fs::write(unnamed.path().join("hanoi_wards.geojson"), wards).unwrap();
    let copied = tempfile::tempdir().unwrap();
    let ours = include_str!("../../../server/data/geo/basemap_land.geojson");
    std::fs::write(copied.path().join("basemap_land.geojson"), ours).unwrap();

    for (folder, named) in [(&unnamed, json!("Ranh giới: Bộ")), (&copied, Value::Null)] {
        let app = TestApp::start_with(|config| {
            config.geo_data_dir = Some(folder.path().to_owned());
            config.geo_attribution = Some("Ranh giới: Bộ".to_owned());
        })
        .await;

        let settings = app.guest().get("/settings.json").await.json;

        assert_eq!(settings["mapLayers"]["attribution"], named);
    }
}

#[tokio::test]
async fn a_kept_layer_is_not_given_to_a_browser_that_cannot_read_it() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("hanoi_wards.geojson"), WARDS).unwrap();
    let app = TestApp::start_with(|config| config.geo_data_dir = Some(folder.path().to_owned())).await;
    let guest = app.guest();

    for layer in ["land", "provinces", "former_provinces", "hanoi_wards", "hanoi_districts", "labels"] {
        let path = format!("/geo/{layer}.geojson");
        let small = in_brotli(&guest, &path).await;
        let plain = guest.get(&path).await;

        assert_eq!(small.headers["content-encoding"], "br", "{layer}");
        assert!(!plain.headers.contains_key("content-encoding"), "{layer}");
        for answer in [&small, &plain] {
            let vary: Vec<_> = answer.headers.get_all("vary").iter().collect();
            assert_eq!(vary, ["accept-encoding"], "{layer}");
        }
        assert!(small.json == Value::Null && plain.json["features"].is_array(), "{layer}");
    }
}
