//! One registration in the list of staff: ticked or not, where it stands, what was said about it, withdrawing it.

use leptos::prelude::*;

use super::participants_query::Registration;
use super::registrations::Work;
use super::standing;
use crate::text::{attending, introductions, running_events as words, t, words as counts};

/// The row.
pub(super) fn row(work: Work, registration: &Registration) -> AnyView {
    let Registration { id, name, status, .. } = registration.clone();
    let this = id.clone();
    let is_chosen = move || work.chosen.with(|chosen| chosen.contains(&this));
    let toggled = id.clone();
    let toggle = move |_| {
        work.chosen.update(|chosen| match chosen.iter().position(|one| *one == toggled) {
            Some(place) => drop(chosen.remove(place)),
            None => chosen.push(toggled.clone()),
        });
    };
    let labelled = |label, value: Option<String>| value.map(|value| format!("{}: {value}", t(label)));
    let province = registration.province.as_ref().map(|unit| unit.name.clone());
    let details = [
        Some(t(introductions::party(registration.side)).to_owned()),
        Some(province.unwrap_or_else(|| t(attending::PROVINCE_UNKNOWN).to_owned())),
        Some(attending::people(registration.people)),
        registration.queue_place.map(attending::queue_place),
        labelled(words::ASKED_AT, registration.asked_at.map(counts::instant)),
        registration.checked_in_at.map(|at| attending::arrived_at(&counts::instant(at))),
        labelled(words::NOTE, registration.note.clone()),
        labelled(words::REASON, registration.reason.clone()),
    ];
    let details = details.into_iter().flatten().map(|detail| view! { <span>{detail}</span> });
    let withdraw = registration.may_withdraw.then(|| work.withdrawing.button(id, name.clone()));
    let page = format!("/to-chuc/{}", registration.organisation_id.inner());
    view! {
        <li class="row event-registration">
            <label class="value">
                <input type="checkbox" prop:checked=is_chosen on:change=toggle/>
                <span class="for-readers">{name.clone()}</span>
            </label>
            <div class="event-about">
                <a href=page>{name}</a>" "{standing::participant_badge(status)}
                <span class="details quiet small">{details.collect_view()}</span>
            </div>
            {withdraw}
        </li>
    }
    .into_any()
}
