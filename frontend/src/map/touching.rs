//! What happens when a mark is touched: clusters fall apart, points are told about, and the focus is never lost.

use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;

use super::controls::Marked;
use super::features::{Click, Feature};
use super::following::Following;
use super::pins::Touched;
use super::popup::Told;
use super::{board, leaflet_glue};

impl Following {
    /// Esc closes a popup and gives the focus back to what opened it.
    pub(super) fn escape(self, event: &ev::KeyboardEvent) {
        let is_open = self.board.with_value(|board| board.as_ref().is_some_and(|board| board.told.is_some()));
        if event.key() == "Escape" && is_open {
            event.prevent_default();
            self.close_told();
        }
    }

    /// Draws these features and no others.
    pub(super) fn show(self, features: Vec<Feature>) {
        let Some(map) = self.map() else { return };
        let is_closest = board::is_closest(&map);
        let marked = self.controls.marked;
        let touched = Touched {
            clicked: Rc::new(move |feature| self.click(feature)),
            pointed: Rc::new(move |feature: Option<Feature>| {
                let points = feature.map(|feature| feature.points).unwrap_or_default();
                let ids = points.iter().map(|point| point.id.inner().to_owned()).collect();
                marked.try_set(Marked { ids, at: None });
            }),
        };
        let mut button = None;
        self.with(|board| {
            if board.pins.show(&map, features, is_closest, &touched) {
                // The cluster that was pressed fell apart: the focus goes on with what came of it.
                let centre = map.get_center();
                button = board.pins.nearest(centre.lat(), centre.lng());
            }
        });
        if let Some(button) = button {
            // A mark that is in the document takes the focus.
            let _ = button.focus();
        }
    }

    fn click(self, feature: Feature) {
        let Some(map) = self.map() else { return };
        match feature.click(board::is_closest(&map)) {
            Click::Divide(area) => board::divide(&map, area),
            Click::Tell | Click::List => {
                let place = (feature.lat, feature.lon);
                let filter = self.controls.filter.get_untracked();
                let close = Callback::new(move |()| self.close_told());
                let told = board::tell(&map, place, move || view! { <Told feature filter close/> });
                self.with(|board| board.told = told);
            }
        }
    }

    fn close_told(self) {
        let Some(map) = self.map() else { return };
        let opener = self.board.try_update_value(|board| {
            let board = board.as_mut()?;
            let told = board.told.as_mut()?;
            let opener = told.opener.take().filter(|opener| opener.is_connected());
            // The marks may have been drawn anew since; the one that stands there now is as good.
            opener.or_else(|| board.pins.nearest(told.place.0, told.place.1))
        });
        leaflet_glue::close_popup(&map);
        if let Some(Some(opener)) = opener {
            let _ = opener.focus();
        }
    }

    /// A popup was closed. What lived in it ends a moment later: it may be its own button that closed it.
    pub(super) fn forget_told(self) {
        let told = self.board.try_update_value(|board| board.as_mut()?.told.take());
        if let Some(Some(told)) = told {
            request_animation_frame(move || drop(told.content));
        }
    }
}
