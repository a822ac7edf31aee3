//! Putting the right layers on a map, as soon as their files are there.

use leaflet::Map;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::board::{self, Board};
use super::layers;
use super::sheets::Sheet;
use super::view::Layers;

/// Where a map is kept by the part of the page that shows it.
pub(super) type Kept = StoredValue<Option<Board>, LocalStorage>;

/// Every sheet, the lowest first; those of the country and its sea are always drawn.
const ALL: [Sheet; 5] = [Sheet::Land, Sheet::Provinces, Sheet::SeaNames, Sheet::Wards, Sheet::Districts];

/// Draws what is to be seen and takes away what is not. What is missing is fetched.
pub(super) fn draw(kept: Kept, wanted: Layers, is_schematic: RwSignal<bool>, failed: RwSignal<bool>) {
    let map = kept.try_update_value(|board| {
        let board = board.as_mut()?;
        board.wanted = wanted;
        Some(board.map.clone())
    });
    let Some(map) = map.flatten() else { return };
    failed.set(false);
    let _ = map.get_container().class_list().toggle_with_force("map-without-provinces", !wanted.provinces);
    for sheet in ALL {
        let known = kept.with_value(|board| board.as_ref()?.sheets.get(&sheet).cloned());
        match (known, is_wanted(sheet, wanted)) {
            (Some(group), true) => {
                group.add_to(&map);
            }
            (Some(group), false) => {
                group.remove();
            }
            (None, true) => fetch(kept, sheet, is_schematic, failed),
            (None, false) => {}
        }
    }
}

fn is_wanted(sheet: Sheet, wanted: Layers) -> bool {
    match sheet {
        Sheet::Land | Sheet::Provinces | Sheet::SeaNames => true,
        Sheet::Wards => wanted.wards,
        Sheet::Districts => wanted.districts,
    }
}

fn fetch(kept: Kept, sheet: Sheet, is_schematic: RwSignal<bool>, failed: RwSignal<bool>) {
    spawn_local(async move {
        let Some(drawing) = sheet.fetch().await else {
            failed.try_set(true);
            return;
        };
        if drawing.is_schematic {
            is_schematic.try_set(true);
        }
        let map = kept.try_with_value(|board| board.as_ref().map(|board| board.map.clone())).flatten();
        // The map may be gone, or another answer have drawn the same meanwhile.
        let Some(map) = map else { return };
        if kept.with_value(|board| board.as_ref().is_some_and(|board| board.sheets.contains_key(&sheet))) {
            return;
        }
        let group = layers::draw(sheet, &drawing);
        if kept.with_value(|board| board.as_ref().is_some_and(|board| is_wanted(sheet, board.wanted))) {
            group.add_to(&map);
        }
        kept.update_value(|board| {
            if let Some(board) = board {
                board.sheets.insert(sheet, group);
            }
        });
    });
}

/// Tells the style sheet how close the map is: names of provinces from afar, where there is room for them, of wards
/// close up.
pub(super) fn show_zoom(map: &Map) {
    let near = match board::zoom(map) {
        ..7 => "widest",
        7..9 => "far",
        9..12 => "city",
        _ => "near",
    };
    // An element of our own takes every attribute.
    let _ = map.get_container().set_attribute("data-zoom", near);
}
