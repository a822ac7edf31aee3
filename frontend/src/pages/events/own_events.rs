//! For which events that are not over an organisation is registered, on the page of the organisation.

use cynic::QueryBuilder;
use leptos::prelude::*;
use shared::PartialDate;

use super::{address_of, in_words, standing};
use crate::api::{self, ParticipantStatus, schema};
use crate::text::{attending as words, events, introductions, t};
use crate::who::own_faces;

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Event")]
pub(crate) struct Ahead {
    id: cynic::Id,
    name: String,
    starts_on: Option<PartialDate>,
    ends_on: Option<PartialDate>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "EventParticipant")]
pub(crate) struct OwnRow {
    event: Ahead,
    organisation_id: cynic::Id,
    side: api::TradeParty,
    status: ParticipantStatus,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query")]
pub(crate) struct OwnEvents {
    own_events: Vec<OwnRow>,
}

/// The part of the page.
pub(crate) fn own_events(organisation: cynic::Id) -> AnyView {
    let asked = api::ask(|| Some(api::question(OwnEvents::build(()))));
    let list = own_faces(asked, move |answer| {
        let own = answer.own_events.iter().filter(|own| own.organisation_id == organisation);
        let rows = own.map(row).collect::<Vec<_>>();
        if rows.is_empty() {
            return view! { <p class="quiet">{t(words::NO_OWN)}</p> }.into_any();
        }
        view! { <ul class="plain-list rows">{rows}</ul> }.into_any()
    });
    view! {
        <section>
            <h2>{t(words::OWN_EVENTS)}</h2>
            {list}
            <p><a class="all-link" href="/su-kien?sap-toi=1">{t(words::TO_AHEAD)}</a></p>
        </section>
    }
    .into_any()
}

fn row(own: &OwnRow) -> AnyView {
    let days = in_words(own.event.starts_on, own.event.ends_on);
    let days = days.unwrap_or_else(|| t(events::NO_DATE).to_owned());
    view! {
        <li class="row">
            <a class="row-link" href=address_of(&own.event.id)>{own.event.name.clone()}</a>
            {standing::participant_badge(own.status)}
            <span class="details quiet small">
                <span>{days}</span>
                <span>{t(introductions::party(own.side))}</span>
            </span>
        </li>
    }
    .into_any()
}
