//! The fields of an event: what it is, where, when, and how many places it has.

use leptos::prelude::*;
use shared::limits;

use super::values::KINDS;
use crate::api::Asked;
use crate::pages::organisations::Provinces;
use crate::text::{kinds, running_events as words, t};
use crate::ui::FailureFace;
use crate::ui::form::{ChoiceField, Form, Offer, TextArea, TextField};

/// All fields.
#[component]
pub(super) fn EventFields(form: Form, provinces: Asked<Provinces>) -> impl IntoView {
    let failed = move || {
        let failure = provinces.answer.get()?.err()?;
        Some(view! { <FailureFace failure again=move |()| provinces.ask_again()/> })
    };
    let offered = Signal::derive(move || {
        let units = provinces.get().map(|known| known.admin_units.clone()).unwrap_or_default();
        units.into_iter().map(|unit| (unit.code, unit.name)).collect::<Vec<Offer>>()
    });
    let kinds: Vec<Offer> =
        KINDS.map(|(name, kind)| (name.to_owned(), t(kinds::event_kind(kind)).to_owned())).to_vec();
    view! {
        {failed}
        <TextField form name="name" label=t(words::NAME) longest=limits::NAME_CHARS/>
        <ChoiceField form name="kind" label=t(words::KIND) offers=kinds/>
        <TextArea form name="description" label=t(words::DESCRIPTION) hint=t(words::DESCRIPTION_HINT) optional=true/>
        <TextField form name="organiser" label=t(words::ORGANISER) optional=true/>
        <TextField form name="place" label=t(words::PLACE) hint=t(words::PLACE_HINT) optional=true/>
        <ChoiceField form name="province" label=t(words::PROVINCE) optional=true empty=words::PROVINCE_UNKNOWN offers=offered/>
        <TextField form name="startsOn" label=t(words::STARTS) hint=t(words::DAY_HINT) longest=40/>
        <TextField form name="endsOn" label=t(words::ENDS) hint=t(words::ENDS_HINT) optional=true longest=40/>
        <TextField form name="registrationUntil" label=t(words::UNTIL) hint=t(words::UNTIL_HINT) optional=true longest=40/>
        <TextField form name="retailerPlaces" label=t(words::RETAILER_PLACES) hint=t(words::PLACES_HINT) optional=true keys="numeric" longest=5/>
        <TextField form name="producerPlaces" label=t(words::PRODUCER_PLACES) hint=t(words::PLACES_HINT) optional=true keys="numeric" longest=5/>
    }
}
