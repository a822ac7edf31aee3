//! What the operator of this site has set and the page must know, asked once.

use std::cell::RefCell;

use gloo_net::http::Request;
use serde::Deserialize;

/// The settings. Without an answer they are those of a site for which nothing is set.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Settings {
    pub(crate) map_tiles: Option<Tiles>,
    pub(crate) map_layers: MapLayers,
}

/// Pictures behind the map.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum Tiles {
    /// A template of addresses with `{z}`, `{x}` and `{y}`.
    Raster {
        url: String,
        /// Whom to name for them.
        #[serde(default)]
        attribution: String,
    },
    /// Something this page can't draw.
    #[serde(other)]
    Other,
}

/// Where the shapes on the map come from.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct MapLayers {
    /// Whether units are drawn as a diagram.
    pub(crate) schematic: bool,
    /// Whether the land is that of Natural Earth.
    pub(crate) natural_earth: bool,
    /// Whom to name for the layers that the operator has put in.
    pub(crate) attribution: Option<String>,
}

impl Default for MapLayers {
    fn default() -> Self {
        Self { schematic: true, natural_earth: true, attribution: None }
    }
}

thread_local! {
    static KNOWN: RefCell<Option<Settings>> = const { RefCell::new(None) };
}

/// The settings; no answer is asked for again the next time.
pub(crate) async fn find() -> Settings {
    if let Some(known) = KNOWN.with_borrow(Clone::clone) {
        return known;
    }
    let Some(text) = ask().await else { return Settings::default() };
    let settings = read(&text);
    KNOWN.set(Some(settings.clone()));
    settings
}

async fn ask() -> Option<String> {
    let answer = Request::get("/settings.json").send().await.ok().filter(|answer| answer.ok())?;
    answer.text().await.ok()
}

fn read(text: &str) -> Settings {
    serde_json::from_str(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_server_does_not_say_is_not_set() {
        let unset = Settings { map_tiles: None, map_layers: MapLayers::default() };

        for text in ["{}", r#"{"mapTiles":null}"#, r#"{"mapLayers":{}}"#, "<html>"] {
            assert_eq!(read(text), unset, "{text}");
        }
        assert!(unset.map_layers.schematic);
    }

    #[test]
    fn layers_and_tiles_come_with_whom_to_name_for_them() {
        let settings = read(
            r#"{"mapTiles":{"kind":"raster","url":"/{z}/{x}/{y}.png","attribution":"© A"},
                "mapLayers":{"schematic":false,"naturalEarth":true,"attribution":"© B"}}"#,
        );

        let tiles = Tiles::Raster { url: "/{z}/{x}/{y}.png".into(), attribution: "© A".into() };
        assert_eq!(settings.map_tiles, Some(tiles));
        let layers = MapLayers { schematic: false, natural_earth: true, attribution: Some("© B".into()) };
        assert_eq!(settings.map_layers, layers);
    }

    #[test]
    fn tiles_of_a_kind_that_is_not_known_are_another_kind() {
        let settings = read(r#"{"mapTiles":{"kind":"pmtiles","url":"/x"}}"#);

        assert_eq!(settings.map_tiles, Some(Tiles::Other));
    }
}
