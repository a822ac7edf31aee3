//! Layers of the map. Official ones in `GEO_DATA_DIR` take the place of the schematic ones we carry; they are read
//! when the server starts.

use std::{
    collections::HashMap,
    io::{ErrorKind, Write},
    path::Path,
    sync::OnceLock,
};

use axum::{
    body::Bytes,
    extract::{Path as InAddress, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;

use super::{Server, takes_brotli};
use crate::config::Config;

const LAND: &str = "land.geojson";
/// The one layer that our own page does not draw.
const NOT_ON_THE_PAGE: &str = "former_provinces.geojson";
/// Name in the address, name of the file in `GEO_DATA_DIR`, the layer we carry.
const LAYERS: [(&str, &str, &str); 6] = [
    (LAND, "basemap_land.geojson", include_str!("../../data/geo/basemap_land.geojson")),
    (
        "provinces.geojson",
        "vn_provinces.geojson",
        include_str!("../../data/geo/schematic/vn_provinces.geojson"),
    ),
    (
        NOT_ON_THE_PAGE,
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

/// All layers, and what has to be said of them.
pub(crate) struct Layers {
    by_name: HashMap<&'static str, Layer>,
    pub(super) about: About,
}

struct Layer {
    text: Bytes,
    /// In brotli, made when it is first asked for.
    small: OnceLock<Option<Bytes>>,
}

/// What the page has to say of the layers that it draws.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct About {
    /// Whether units are drawn as a diagram, or some of them.
    pub(super) is_schematic: bool,
    /// Whether the land is the one we carry.
    pub(super) has_our_land: bool,
    /// Whom to name for the official layers.
    pub(super) attribution: Option<String>,
}

/// What a layer says of itself, beside its features.
#[derive(Deserialize)]
struct Words {
    #[serde(default)]
    schematic: bool,
    attribution: Option<String>,
    source: Option<String>,
}

impl Layers {
    /// Reads the official layers; ours stand where there is none.
    pub(super) fn read(config: &Config) -> Self {
        let mut layers = Self { by_name: HashMap::new(), about: About::default() };
        let mut named: Vec<String> = Vec::new();
        let mut any_official = false;
        for (name, file, ours) in LAYERS {
            let official = config.geo_data_dir.as_deref().and_then(|folder| read(&folder.join(file), ours));
            let is_schematic = match &official {
                Some((_, words)) => words.schematic,
                None => ours_is_schematic(ours),
            };
            if name != NOT_ON_THE_PAGE {
                let words = official.as_ref().map(|(_, words)| words);
                let maker = words.and_then(|words| words.attribution.clone().or(words.source.clone()));
                named.extend(maker.filter(|maker| !named.contains(maker)));
                any_official |= words.is_some();
                layers.about.is_schematic |= is_schematic;
            }
            layers.about.has_our_land |= name == LAND && official.is_none();
            let text = official.map_or(Bytes::from_static(ours.as_bytes()), |(text, _)| text);
            layers.by_name.insert(name, Layer { text, small: OnceLock::new() });
        }
        let makers = (!named.is_empty()).then(|| named.join(" · "));
        layers.about.attribution = config.geo_attribution.clone().filter(|_| any_official).or(makers);
        layers
    }
}

/// One layer as GeoJSON.
pub(super) async fn layer(
    State(server): State<Server>,
    InAddress(name): InAddress<String>,
    headers: HeaderMap,
) -> Response {
    let Some(layer) = server.layers.by_name.get(name.as_str()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let about = [
        (header::CONTENT_TYPE, "application/geo+json"),
        (header::CACHE_CONTROL, "public, max-age=3600"),
        (header::VARY, "accept-encoding"),
    ];
    if takes_brotli(&headers)
        && let Some(small) = layer.small.get_or_init(|| brotli(&layer.text))
    {
        return (about, [(header::CONTENT_ENCODING, "br")], small.clone()).into_response();
    }
    (about, layer.text.clone()).into_response()
}

/// An official layer, unless there is none, it can't be used, or it is only a copy of ours.
fn read(file: &Path, ours: &str) -> Option<(Bytes, Words)> {
    let text = match std::fs::read(file) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            tracing::info!(file = %file.display(), "no such layer in GEO_DATA_DIR, showing ours");
            return None;
        }
        Err(error) => {
            tracing::error!(%error, file = %file.display(), "a layer could not be read, showing ours");
            return None;
        }
    };
    match serde_json::from_slice(&text) {
        Ok(words) => (text != ours.as_bytes()).then(|| (text.into(), words)),
        Err(error) => {
            tracing::error!(%error, file = %file.display(), "a layer is no GeoJSON, showing ours");
            None
        }
    }
}

/// Ours say so in their beginning; reading them whole at every start would be a waste.
fn ours_is_schematic(text: &str) -> bool {
    text.split("\"features\"").next().is_some_and(|beginning| beginning.contains("\"schematic\":true"))
}

fn brotli(bytes: &[u8]) -> Option<Bytes> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 64 * 1024, 6, 20);
    writer.write_all(bytes).ok()?;
    Some(writer.into_inner().into())
}
