//! The small panel over the map: which layers are drawn, and what the marks mean, in words.

use leptos::prelude::*;

use super::view::Layers;
use crate::text::{Text, map as words, t};

/// Layers and legend.
#[component]
pub(super) fn Panel(
    /// The layers shown.
    layers: Signal<Layers>,
    /// Shows others.
    choose: Callback<Layers>,
) -> impl IntoView {
    let layer = move |name: Text, shown: fn(Layers) -> bool, toggled: fn(Layers) -> Layers| {
        view! {
            <label class="map-choice">
                <input
                    type="checkbox"
                    prop:checked=move || shown(layers.get())
                    on:change=move |_| choose.run(toggled(layers.get_untracked()))
                />
                {t(name)}
            </label>
        }
    };
    let mark = |class: &'static str, text: &'static str, meaning: Text| {
        view! { <li><span class=class aria-hidden="true">{text}</span>{t(meaning)}</li> }
    };
    view! {
        <details class="map-panel">
            <summary>{t(words::LAYERS)}</summary>
            <fieldset>
                <legend>{t(words::LAYERS_SHOWN)}</legend>
                {layer(words::WARDS, |layers| layers.wards, |layers| Layers { wards: !layers.wards, ..layers })}
                {layer(
                    words::DISTRICTS,
                    |layers| layers.districts,
                    |layers| Layers { districts: !layers.districts, ..layers },
                )}
                {layer(
                    words::PROVINCES,
                    |layers| layers.provinces,
                    |layers| Layers { provinces: !layers.provinces, ..layers },
                )}
            </fieldset>
            <p class="map-panel-head">{t(words::LEGEND)}</p>
            <ul class="plain-list map-legend">
                {mark("map-pin", "", words::LEGEND_EXACT)}
                {mark("map-pin map-pin-estimated", "", words::LEGEND_ESTIMATED)}
                {mark("map-pin map-pin-stopped", "", words::LEGEND_STOPPED)}
                {mark("map-cluster", "12", words::LEGEND_CLUSTER)}
                {mark("map-legend-here", "", words::LEGEND_HERE)}
            </ul>
            <p class="quiet small">{t(words::WHEEL)}</p>
        </details>
    }
}
