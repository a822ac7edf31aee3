//! What a map is told by the page around it, and what it tells: so that list, address and map say the same.

use std::sync::Arc;

use leptos::prelude::*;

use super::features::{MapPoint, SalePointFilter};
use super::sheets::Sheet;
use super::view::{Area, Layers, View};

/// The strings between a page and its map.
#[derive(Clone, Copy)]
pub(crate) struct Controls {
    /// Which points are shown.
    pub(crate) filter: Signal<SalePointFilter>,
    /// Exactly these points, when the page has them already.
    pub(crate) points: Signal<Option<Arc<Vec<MapPoint>>>>,
    /// What is shown; with none, the chosen unit, then `home`, then the city.
    pub(crate) view: Signal<Option<View>>,
    /// What to show when nothing was chosen.
    pub(crate) home: Signal<Option<Area>>,
    /// A unit to be outlined.
    pub(crate) unit: Signal<Option<(Sheet, String)>>,
    /// Where the person is.
    pub(crate) here: Signal<Option<(f64, f64)>>,
    /// The layers shown.
    pub(crate) layers: Signal<Layers>,
    /// What is looked at, in the list or on the map.
    pub(crate) marked: RwSignal<Marked>,
    /// The person moved the map.
    pub(crate) moved: Callback<View>,
    /// The person chose other layers.
    pub(crate) choose_layers: Callback<Layers>,
}

/// What is under the pointer or has the focus.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Marked {
    /// Ids of points.
    pub(crate) ids: Vec<String>,
    /// Where the point is, when it was pointed at in the list.
    pub(crate) at: Option<(f64, f64)>,
}

impl Controls {
    /// A map of all points that keeps to itself what is done with it.
    pub(crate) fn own() -> Self {
        let view = RwSignal::new(None);
        let layers = RwSignal::new(Layers::default());
        Self {
            filter: Signal::stored(SalePointFilter::default()),
            points: Signal::stored(None),
            view: view.into(),
            home: Signal::stored(None),
            unit: Signal::stored(None),
            here: Signal::stored(None),
            layers: layers.into(),
            marked: RwSignal::new(Marked::default()),
            moved: Callback::new(move |moved| view.set(Some(moved))),
            choose_layers: Callback::new(move |chosen| layers.set(chosen)),
        }
    }
}

impl Marked {
    /// Whether the point is marked.
    pub(crate) fn holds(&self, id: &str) -> bool {
        self.ids.iter().any(|marked| marked == id)
    }
}
