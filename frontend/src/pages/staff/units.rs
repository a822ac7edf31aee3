//! The wards that an officer is limited to: chosen one by one, each can be taken out again.

use leptos::prelude::*;

use crate::api;
use crate::pages::organisations::{CodedUnit, wards};
use crate::text::{shell, staff as words, t};
use crate::ui::form::{ChoiceField, Form};

/// The code of the city of today.
const HANOI: &str = "01";

/// The chosen wards, and one more to choose. The form keeps their codes in one field, with commas.
#[component]
pub(super) fn Units(form: Form, known: Vec<CodedUnit>) -> impl IntoView {
    let chosen = form.field("units", "");
    let added = form.field("addUnit", "");
    let asked = api::ask(|| Some(wards(HANOI.to_owned())));
    let offered = move || asked.get().map(|answer| answer.admin_units.clone()).unwrap_or_default();
    let is_chosen = move |code: &str| chosen.with(|chosen| chosen.split(',').any(|known| known == code));
    let offers = Signal::derive(move || {
        let left = offered().into_iter().filter(|unit| !is_chosen(&unit.code));
        left.map(|unit| (unit.code, unit.name)).collect::<Vec<_>>()
    });
    let add = move |code: String| {
        if !code.is_empty() {
            let mut codes = codes(&chosen.get_untracked());
            codes.push(code);
            form.set("units", codes.join(","));
        }
        added.set(String::new());
    };
    let rows = move || {
        let offered = offered();
        let rows = codes(&chosen.get()).into_iter().map(|code| {
            let mut units = offered.iter().chain(&known);
            let name =
                units.find(|unit| unit.code == code).map_or_else(|| code.clone(), |unit| unit.name.clone());
            let label = format!("{} {name}", t(shell::REMOVE));
            let remove = move |_| {
                let left: Vec<_> =
                    codes(&chosen.get_untracked()).into_iter().filter(|known| *known != code).collect();
                form.set("units", left.join(","));
            };
            view! {
                <li>
                    <button type="button" class="chip" aria-label=label on:click=remove>
                        {name}<span aria-hidden="true">" ✕"</span>
                    </button>
                </li>
            }
        });
        rows.collect_view()
    };
    view! {
        <div role="group" aria-label=t(words::UNITS)>
            <p class="quiet small">{t(words::UNITS_WHY)}</p>
            <ul class="chips">{rows}</ul>
            <ChoiceField form name="addUnit" label=t(words::ADD_UNIT) offers chosen=add optional=true/>
        </div>
    }
}

fn codes(joined: &str) -> Vec<String> {
    joined.split(',').filter(|code| !code.is_empty()).map(str::to_owned).collect()
}
