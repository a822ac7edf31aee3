//! The ward of today: chosen below its province, or from those nearest to a pin on the map. A person always confirms it:
//! a pin alone chooses nothing.

use leptos::prelude::*;

use super::edited::degrees;
use super::query::{self, CodedUnit, WardUnit};
use crate::api;
use crate::map::PlacePicker;
use crate::text::{organisation as words, shell, t};
use crate::ui::FailureFace;
use crate::ui::form::{ChoiceField, Form};

/// Province, ward and pin.
#[component]
pub(super) fn WardFields(form: Form) -> impl IntoView {
    let (province, ward) = (form.field("province", ""), form.field("ward", ""));
    form.field("wardName", "");
    let provinces = api::ask(|| Some(query::provinces()));
    let wards = {
        let chosen = Memo::new(move |_| province.get());
        // Without a province there is nothing to ask; the question stays one that has an answer.
        api::ask(move || Some(query::wards(Some(chosen.get()).filter(|code| !code.is_empty())?)))
    };
    let of_province = Memo::new(move |_| {
        let is_chosen = province.with(|code| !code.is_empty());
        let answer = wards.get().filter(|_| is_chosen);
        answer.map(|answer| answer.admin_units.clone()).unwrap_or_default()
    });
    let offered = |units: &[CodedUnit]| -> Vec<(String, String)> {
        units.iter().map(|unit| (unit.code.clone(), unit.name.clone())).collect()
    };
    let province_offers = Signal::derive(move || {
        provinces.get().map(|answer| offered(&answer.admin_units)).unwrap_or_default()
    });
    let ward_offers = Signal::derive(move || of_province.with(|units| offered(units)));
    let failed = move || {
        let is_chosen = province.with(|code| !code.is_empty());
        let of_wards = wards.answer.get().and_then(|answer| answer.err()).filter(|_| is_chosen);
        let failure = provinces.answer.get().and_then(|answer| answer.err()).or(of_wards)?;
        let again = move |()| {
            provinces.ask_again();
            wards.ask_again();
        };
        Some(view! { <FailureFace failure again/> })
    };
    let province_chosen = move |_: String| {
        form.set("ward", "");
        form.set("wardName", "");
    };
    let ward_chosen = move |code: String| {
        let name = of_province.with_untracked(|units| {
            units.iter().find(|unit| unit.code == code).map(|unit| unit.name.clone())
        });
        form.set("wardName", name.unwrap_or_default());
    };
    view! {
        <ChoiceField form name="province" label=t(words::PROVINCE) offers=province_offers chosen=province_chosen/>
        <ChoiceField form name="ward" label=t(words::WARD) hint=t(words::WARD_HINT) offers=ward_offers chosen=ward_chosen/>
        {failed}
        <Pin form ward/>
    }
}

/// The pin, and the wards around it.
#[component]
fn Pin(form: Form, ward: RwSignal<String>) -> impl IntoView {
    let (lat, lon) = (form.field("lat", ""), form.field("lon", ""));
    let place = Memo::new(move |_| lat.get().parse::<f64>().ok().zip(lon.get().parse::<f64>().ok()));
    let choose = Callback::new(move |place: Option<(f64, f64)>| {
        form.set("lat", place.map(|(lat, _)| degrees(lat)).unwrap_or_default());
        form.set("lon", place.map(|(_, lon)| degrees(lon)).unwrap_or_default());
    });
    let nearest = api::ask(move || place.get().map(|(lat, lon)| query::nearest_wards(lat, lon)));
    let take = move |unit: &WardUnit| {
        let Some(province) = &unit.parent else { return };
        form.set("province", province.code.clone());
        form.set("ward", unit.code.clone());
        form.set("wardName", unit.name.clone());
    };
    let offered = move || {
        place.get()?;
        let near = nearest.get()?.nearest_wards.clone();
        let buttons = near.into_iter().map(|near| {
            let code = near.unit.code.clone();
            let name = match near.contains {
                Some(true) => words::around_the_pin(&near.unit.name),
                _ => words::at_distance(&near.unit.name, near.distance_m),
            };
            view! {
                <li>
                    <button
                        type="button"
                        class="chip"
                        aria-pressed=move || ward.with(|chosen| *chosen == code).to_string()
                        on:click=move |_| take(&near.unit)
                    >
                        {name}
                    </button>
                </li>
            }
        });
        Some(view! {
            <div role="group" aria-label=t(words::NEAREST)>
                <p>{t(words::NEAREST_WHY)}</p>
                <ul class="chips">{buttons.collect_view()}</ul>
            </div>
        })
    };
    let waiting = move || (place.read().is_some() && nearest.busy.get()).then(|| t(shell::LOADING));
    view! {
        <div class="form-field">
            <h3>{t(words::PIN)}</h3>
            <p class="quiet small">{t(words::PIN_WHY)}</p>
            <PlacePicker place choose/>
            <p role="status" class="quiet">{waiting}</p>
            {offered}
        </div>
    }
}
