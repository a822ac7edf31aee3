//! Pictures of a tile server, when the operator has set one. They are drawn only close up and only over the mainland:
//! the names of others for the East Sea are not ours.
//!
//! Archives of tiles (`pmtiles`) need a decoder that this page does not have; with one set, the map is drawn without.

use std::cell::RefCell;

use gloo_net::http::Request;
use leaflet::{Map, TileLayer, TileLayerOptions};
use serde::Deserialize;

use super::leaflet_glue;
use super::view::{Area, ZOOMS};

/// From this zoom on a view is no longer of countries.
const CLOSE_UP: u8 = 9;
/// Closer than this there is nothing to see without pictures.
const CLOSEST_WITHOUT: u8 = 13;

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Settings {
    map_tiles: Option<Tiles>,
}

/// What the operator has set.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(super) enum Tiles {
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

thread_local! {
    static KNOWN: RefCell<Option<Settings>> = const { RefCell::new(None) };
}

/// The tiles to draw, asked once. No answer means none: the map does not need them.
pub(super) async fn find() -> Option<Tiles> {
    if let Some(known) = KNOWN.with_borrow(Clone::clone) {
        return known.map_tiles;
    }
    let answer = Request::get("/settings.json").send().await.ok().filter(|answer| answer.ok())?;
    let settings = read(&answer.text().await.ok()?);
    KNOWN.set(Some(settings.clone()));
    settings.map_tiles
}

/// The closest zoom that shows something.
pub(super) fn closest_zoom(tiles: Option<&Tiles>) -> u8 {
    match tiles {
        Some(Tiles::Raster { .. }) => *ZOOMS.end(),
        Some(Tiles::Other) | None => CLOSEST_WITHOUT,
    }
}

/// Draws them.
pub(super) fn draw(map: &Map, tiles: &Tiles) {
    let Tiles::Raster { url, attribution } = tiles else { return };
    let options = TileLayerOptions::new();
    options.set_min_zoom(CLOSE_UP.into());
    options.set_max_zoom((*ZOOMS.end()).into());
    options.set_attribution(attribution.clone());
    leaflet_glue::set(&options, "bounds", leaflet_glue::bounds(Area::MAINLAND));
    TileLayer::new_options(url, &options).add_to(map);
}

fn read(text: &str) -> Settings {
    serde_json::from_str(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_be_drawn_is_drawn() {
        let tiles = |text| read(text).map_tiles;

        assert_eq!(tiles(r#"{"mapTiles":null}"#), None);
        assert_eq!(tiles("{}"), None);
        assert_eq!(tiles("<html>"), None);
        assert_eq!(tiles(r#"{"mapTiles":{"kind":"pmtiles","url":"/x"}}"#), Some(Tiles::Other));
        let raster = tiles(r#"{"mapTiles":{"kind":"raster","url":"/{z}/{x}/{y}.png"}}"#);
        assert_eq!(
            raster,
            Some(Tiles::Raster { url: "/{z}/{x}/{y}.png".into(), attribution: String::new() })
        );
        assert_eq!(closest_zoom(raster.as_ref()), 18);
        assert_eq!(closest_zoom(None), 13);
    }
}
