//! A small still map of one place, for the page of a thing that has one.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::board::{self, Board};
use super::features::MapPoint;
use super::pins::Touched;
use super::view::{Layers, View};
use super::{base, cluster};
use crate::settings;
use crate::text::{map as words, t};

/// Far enough out to recognise the part of the city.
const ZOOM: u8 = 12;

/// The place of a point. Nothing on it can be pressed; what it shows is also said in words beside it.
#[component]
pub(crate) fn PlaceMap(
    /// A point whose place is known.
    point: MapPoint,
) -> impl IntoView {
    let element = NodeRef::<html::Div>::new();
    let board = StoredValue::new_local(None::<Board>);
    let is_schematic = RwSignal::new(false);
    let failed = RwSignal::new(false);
    Effect::new(move |_| {
        let (Some(element), Some(location)) = (element.get(), point.location.clone()) else { return };
        let point = point.clone();
        spawn_local(async move {
            let settings = settings::find().await;
            // The page may have been left meanwhile.
            if failed.try_get_untracked().is_none() {
                return;
            }
            let Some(mut made) = Board::new(&element, &settings, true) else { return failed.set(true) };
            board::go_to(&made.map, View::new(location.lat, location.lon, ZOOM));
            base::show_zoom(&made.map);
            let nothing = Touched { clicked: std::rc::Rc::new(|_| ()), pointed: std::rc::Rc::new(|_| ()) };
            made.pins.show(&made.map.clone(), cluster::features(&[point], ZOOM), true, &nothing);
            board.try_set_value(Some(made));
            base::draw(board, Layers::default(), is_schematic, failed);
        });
    });
    on_cleanup(move || {
        board.try_update_value(Option::take);
    });
    view! {
        <div class="map-frame map-frame-small">
            <div class="map" node_ref=element role="img" aria-label=t(words::PLACE) inert=true></div>
            <Show when=move || is_schematic.get()>
                <div class="map-foot"><p class="map-note">{t(words::SCHEMATIC)}</p></div>
            </Show>
        </div>
    }
}
