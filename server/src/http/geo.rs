//! Layers of the map. Official ones in `GEO_DATA_DIR` take the place of the schematic ones we carry.

use std::{collections::HashMap, io::Write, sync::OnceLock};

use axum::{
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::{Server, takes_brotli};

/// Name in the address, name of the file in `GEO_DATA_DIR`, the schematic layer.
const LAYERS: [(&str, &str, &str); 6] = [
    ("land.geojson", "basemap_land.geojson", include_str!("../../data/geo/basemap_land.geojson")),
    (
        "provinces.geojson",
        "vn_provinces.geojson",
        include_str!("../../data/geo/schematic/vn_provinces.geojson"),
    ),
    (
        "former_provinces.geojson",
        "vn_provinces_63_legacy.geojson",
        include_str!("../../data/geo/schematic/vn_provinces_63.geojson"),
    ),
    (
        "hanoi_wards.geojson",
        "hanoi_wards.geojson",
        include_str!("../../data/geo/schematic/hanoi_wards.geojson"),
    ),
    (
        "hanoi_districts.geojson",
        "hanoi_districts.geojson",
        include_str!("../../data/geo/schematic/hanoi_districts.geojson"),
    ),
    (
        "labels.geojson",
        "sovereignty_labels.geojson",
        include_str!("../../data/geo/sovereignty_labels.geojson"),
    ),
];
const KIND: [(header::HeaderName, &str); 2] =
    [(header::CONTENT_TYPE, "application/geo+json"), (header::CACHE_CONTROL, "public, max-age=3600")];

/// One layer as GeoJSON.
pub(super) async fn layer(
    State(server): State<Server>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Response {
    let Some((name, file, schematic)) = LAYERS.iter().find(|(known, ..)| *known == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    if let Some(folder) = &server.app.config.geo_data_dir {
        match tokio::fs::read(folder.join(file)).await {
            Ok(official) => return (KIND, official).into_response(),
            Err(error) => tracing::debug!(%error, file, "no official layer, showing the schematic one"),
        }
    }
    if takes_brotli(&headers)
        && let Some(small) = compressed(name)
    {
        return (KIND, [(header::CONTENT_ENCODING, "br")], small).into_response();
    }
    (KIND, *schematic).into_response()
}

/// The schematic layers in brotli, made once when the first is asked for.
fn compressed(name: &str) -> Option<Bytes> {
    static SMALL: OnceLock<HashMap<&str, Bytes>> = OnceLock::new();
    let layers = SMALL.get_or_init(|| {
        let small = LAYERS.iter().filter_map(|(name, _, text)| Some((*name, brotli(text.as_bytes())?)));
        small.collect()
    });
    layers.get(name).cloned()
}

fn brotli(bytes: &[u8]) -> Option<Bytes> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 64 * 1024, 6, 20);
    writer.write_all(bytes).ok()?;
    Some(writer.into_inner().into())
}
