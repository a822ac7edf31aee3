//! One request to staff: in one line, and opened with all that a decision needs.

use leptos::prelude::*;

use super::decide::Decide;
use super::query::{Alike, Organisation, Request};
use crate::api::{VerificationStatus, WardBasis};
use crate::clock::day_of;
use crate::text::{kinds, organisation as own, staff as words, t, words as counts};
use crate::ui::{Badge, Tone};

/// A row that opens.
pub(super) fn request(request: Request) -> AnyView {
    let Some(organisation) = &request.organisation else { return ().into_any() };
    let about = [
        t(kinds::verification_kind(request.kind)).to_owned(),
        t(kinds::legal_form(organisation.legal_form)).to_owned(),
        counts::instant(request.asked_at),
    ];
    let decide =
        (request.status == VerificationStatus::Waiting).then(|| view! { <Decide id=request.id.clone()/> });
    let name = organisation.name.clone();
    view! {
        <li>
            <details class="request">
                <summary>
                    <strong>{name}</strong>
                    " "
                    <span class="quiet small">{about.join(" · ")}</span>
                </summary>
                {asked(&request)}
                {facts(organisation)}
                {alike(&organisation.alike)}
                {decide}
            </details>
        </li>
    }
    .into_any()
}

/// Who asks, and what became of it.
fn asked(request: &Request) -> AnyView {
    let rows = [
        (words::ASKED_BY, Some(request.asked_by.clone())),
        (words::ASKED_AT, Some(counts::instant(request.asked_at))),
        (words::MESSAGE, request.message.clone()),
        (words::DECIDED_AT, request.decided_at.map(counts::instant)),
        (words::REASON, request.reason.clone()),
    ];
    listed(rows.into_iter().filter_map(|(words, value)| Some((t(words), value?))).collect())
}

fn facts(known: &Organisation) -> AnyView {
    let unknown = || t(own::NOT_KNOWN).to_owned();
    let roles = [(known.is_producer, own::PRODUCER), (known.is_retailer, own::RETAILER)];
    let roles: Vec<_> = roles.into_iter().filter(|(is_so, _)| *is_so).map(|(_, words)| t(words)).collect();
    let units = [known.ward.as_ref(), known.province.as_ref()].into_iter().flatten();
    let units: Vec<_> = units.map(|unit| unit.name.clone()).collect();
    let basis = known.ward_basis.filter(|basis| *basis == WardBasis::MainSuccessor);
    let basis = basis.map(|basis| format!(" ({})", t(kinds::ward_basis(basis)))).unwrap_or_default();
    let ward = if units.is_empty() { unknown() } else { units.join(", ") + &basis };
    let pin = known.location.as_ref().map(|place| own::pin_at(place.lat, place.lon));
    let contact = &known.contact;
    let contact = [
        contact.name.clone(),
        contact.phone.as_deref().map(counts::phone),
        contact.email.clone(),
        contact.website.clone(),
    ];
    let contact = contact.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let rows = vec![
        (t(own::LEGAL_FORM), t(kinds::legal_form(known.legal_form)).to_owned()),
        (t(own::ROLES), roles.join("; ")),
        (t(own::TAX_CODE), known.tax_code.clone().unwrap_or_else(unknown)),
        (t(own::ADDRESS), known.address.clone().unwrap_or_else(unknown)),
        (t(own::WARD), ward),
        (t(own::PIN), pin.unwrap_or_else(unknown)),
        (t(own::STAFF_CONTACT), if contact.is_empty() { unknown() } else { contact }),
    ];
    let page = format!("/to-chuc/{}", known.id.inner());
    view! {
        <h2>{t(own::FACTS)}</h2>
        {listed(rows)}
        <p><a class="all-link" href=page>{t(words::PAGE)}</a></p>
    }
    .into_any()
}

fn listed(rows: Vec<(&'static str, String)>) -> AnyView {
    let rows = rows.into_iter().map(|(words, value)| view! { <dt>{words}</dt><dd>{value}</dd> });
    view! { <dl class="facts">{rows.collect_view()}</dl> }.into_any()
}

fn alike(alike: &[Alike]) -> AnyView {
    let list = if alike.is_empty() {
        view! { <p class="quiet">{t(words::NONE_ALIKE)}</p> }.into_any()
    } else {
        view! { <ul class="plain-list rows">{alike.iter().map(like).collect_view()}</ul> }.into_any()
    };
    view! { <h2>{t(words::ALIKE)}</h2>{list} }.into_any()
}

fn like(alike: &Alike) -> AnyView {
    let folder = if alike.is_producer { "chu-the" } else { "to-chuc" };
    let province = alike.province.as_ref().map(|province| province.name.clone());
    let about = [alike.tax_code.clone(), alike.address.clone(), province];
    let verified = alike.verified_at.map(|at| {
        let text = format!("{} {}", t(own::VERIFIED), counts::date(day_of(at)));
        view! { <Badge tone=Tone::Good text/> }
    });
    view! {
        <li class="row">
            <a href=format!("/{folder}/{}", alike.id.inner())>{alike.name.clone()}</a>
            {verified}
            <span class="details quiet small">{about.into_iter().flatten().collect::<Vec<_>>().join(" · ")}</span>
        </li>
    }
    .into_any()
}
