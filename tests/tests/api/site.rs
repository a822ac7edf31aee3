//! Addresses of the page, the map's layers, and what keeps the server running.

use axum::http::StatusCode;
use serde_json::{Value, json};
use tests::TestApp;

#[tokio::test]
async fn a_shared_link_tells_what_it_leads_to() {
    let app = TestApp::start().await;
    let found = app
        .guest()
        .run("{ products(search: \"Chả bò Hùng Hồng\", first: 1) { nodes { id } } }", json!({}))
        .await;
    let id = found.data("/products/nodes/0/id").as_str().unwrap().to_owned();

    let product = app.guest().get(&format!("/san-pham/{id}")).await;
    let home = app.guest().get("/").await;

    assert_eq!((product.status, home.status), (StatusCode::OK, StatusCode::OK));
    assert!(product.text.contains("<title>Chả bò Hùng Hồng · OCOP Hà Nội</title>"), "{}", product.text);
    assert!(product.text.contains("property=\"og:description\""));
    let address = format!("http://ocop.test/san-pham/{id}");
    assert!(
        product.text.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")),
        "{}",
        product.text
    );
    assert!(product.text.contains("<meta name=\"twitter:image\" content=\"http://ocop.test/share.png\">"));
    assert!(home.text.contains("<title>OCOP Hà Nội</title>"));
}

#[tokio::test]
async fn an_address_without_a_page_is_not_found_but_still_shows_the_page() {
    let app = TestApp::start().await;

    for path in [
        "/nothing",
        "/san-pham/x",
        "/diem-ban/00000000-0000-0000-0000-000000000000",
        "/su-kien/x",
        "/chu-the/x",
    ] {
        let answer = app.guest().get(path).await;

        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.text.contains("<title>Không tìm thấy trang"), "{path}");
    }
    assert_eq!(app.guest().get("/assets/none.js").await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.guest().get("/../Cargo.toml").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_country_is_never_drawn_without_its_archipelagos() {
    let app = TestApp::start().await;

    for layer in ["provinces", "former_provinces"] {
        let answer = app.guest().get(&format!("/geo/{layer}.geojson")).await;
        assert_eq!(answer.json["schematic"], true);
        for (code, west, east, south, north) in
            [("48", 110.9, 113.2, 15.5, 17.4), ("56", 111.3, 118.0, 6.5, 12.3)]
        {
            let features = answer.json["features"].as_array().unwrap();
            let unit = features.iter().find(|unit| unit["properties"]["code"] == code).unwrap();
            let inside = |ring: &Value| {
                ring.as_array().unwrap().iter().all(|at| {
                    let (lon, lat) = (at[0].as_f64().unwrap(), at[1].as_f64().unwrap());
                    (west..=east).contains(&lon) && (south..=north).contains(&lat)
                })
            };
            let polygons = unit["geometry"]["coordinates"].as_array().unwrap();
            assert!(polygons.iter().any(|polygon| inside(&polygon[0])), "{layer} {code}");
        }
    }
    let labels = app.guest().get("/geo/labels.geojson").await;
    for name in ["Quần đảo Hoàng Sa", "Quần đảo Trường Sa"] {
        assert!(labels.text.contains(name), "{name}");
    }
}

#[tokio::test]
async fn a_layer_that_does_not_exist_is_not_read_from_the_disk() {
    let app = TestApp::start().await;

    for name in ["x.geojson", "..%2f..%2fCargo.toml", "%2e%2e"] {
        assert_eq!(app.guest().get(&format!("/geo/{name}")).await.status, StatusCode::NOT_FOUND, "{name}");
    }
}

#[tokio::test]
async fn it_tells_whether_it_is_alive_ready_and_busy() {
    let app = TestApp::start().await;

    let alive = app.guest().get("/healthz").await;
    let ready = app.guest().get("/readyz").await;
    app.guest().run("{ viewer { name } }", json!({})).await;
    let metrics = app.guest().get("/metrics").await;
    let settings = app.guest().get("/settings.json").await;

    assert_eq!((alive.text.as_str(), ready.text.as_str()), ("ok", "ready"));
    assert!(
        metrics.text.contains("ocop_requests_total{route=\"/graphql\",status=\"200\"}"),
        "{}",
        metrics.text
    );
    let layers = json!({ "schematic": true, "naturalEarth": true, "attribution": null });
    assert_eq!(settings.json, json!({ "mapTiles": null, "mapLayers": layers }));
}

#[tokio::test]
async fn graphiql_is_for_development() {
    let app = TestApp::start().await;

    assert_eq!(app.guest().get("/graphiql").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn every_answer_carries_the_headers_that_protect_the_page() {
    let app = TestApp::start().await;

    let answer = app.guest().get("/").await;

    assert_eq!(answer.headers["x-content-type-options"], "nosniff");
    let policy = answer.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval'") && !policy.contains("http"), "{policy}");
}

#[tokio::test]
async fn a_browser_is_told_which_parts_of_the_program_an_address_needs() {
    let app = TestApp::start().await;
    let mut told = Vec::new();
    for path in ["/", "/san-pham?q=tra", "/chu-the", "/su-kien", "/gioi-thieu", "/diem-ban"] {
        let page = app.guest().get(path).await;

        let parts =
            page.text.lines().filter(|line| line.contains("preload") && line.contains("as=\"fetch\""));
        let parts: Vec<String> = parts.filter_map(|line| line.split('"').nth(3).map(str::to_owned)).collect();

        // The main one and the place's own at the least.
        assert!(parts.len() >= 2, "{path}: {parts:?}");
        told.extend(parts);
    }
    told.sort();
    told.dedup();
    for part in told {
        let file = app.guest().get(&part).await;
        assert_eq!(file.status, StatusCode::OK, "{part}");
        assert_eq!(file.headers["content-type"], "application/wasm", "{part}");
    }
    assert_eq!(app.guest().get("/nothing").await.text.matches("as=\"fetch\"").count(), 1);
}

#[tokio::test]
async fn the_worker_that_keeps_the_page_names_files_that_are_there_and_is_never_old() {
    let app = TestApp::start().await;

    let worker = app.guest().get("/worker.js").await;

    assert_eq!(
        (worker.status, &worker.headers["cache-control"]),
        (StatusCode::OK, &"no-cache".parse().unwrap())
    );
    assert_eq!(worker.headers["content-type"], "text/javascript");
    let line = worker.text.lines().find_map(|line| line.strip_prefix("const FILES = ")).unwrap();
    let files: Vec<String> = serde_json::from_str(line.trim_end_matches(';')).unwrap();
    for file in &files {
        let kept = app.guest().get(file).await;
        assert_eq!(kept.status, StatusCode::OK, "{file}");
        assert!(kept.headers["cache-control"].to_str().unwrap().contains("immutable"), "{file}");
    }
    let page = app.guest().get("/can-bo").await;
    let named = page.text.split('"').filter(|text| text.starts_with("/assets/"));
    for file in named {
        assert!(files.iter().any(|kept| kept == file), "{file} is not kept");
    }
    let shell = files.iter().find(|file| file.ends_with(".html")).unwrap();
    assert!(!app.guest().get(shell).await.text.contains("<!-- head -->"));
}
