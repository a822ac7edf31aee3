//! Pictures of a tile server, when the operator has set one. They are drawn only close up and only over the mainland:
//! the names of others for the East Sea are not ours.

use leaflet::{Map, TileLayer, TileLayerOptions};

use super::leaflet_glue;
use super::view::{Area, ZOOMS};
use crate::settings::Tiles;

/// From this zoom on a view is no longer of countries.
const CLOSE_UP: u8 = 9;
/// Closer than this there is nothing to see without pictures.
const CLOSEST_WITHOUT: u8 = 13;

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
    options.set_attribution(leaflet_glue::as_text(attribution));
    leaflet_glue::set(&options, "bounds", leaflet_glue::bounds(Area::MAINLAND));
    TileLayer::new_options(url, &options).add_to(map);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_be_drawn_lets_one_go_closer() {
        let raster = Tiles::Raster { url: "/{z}/{x}/{y}.png".into(), attribution: String::new() };

        assert_eq!(closest_zoom(Some(&raster)), 18);
        assert_eq!(closest_zoom(Some(&Tiles::Other)), 13);
        assert_eq!(closest_zoom(None), 13);
    }
}
