//! The registrations of one's own organisations: where each stands and what that means next, its badge, its meetings, and
//! withdrawing it or asking again.

use leptos::prelude::*;
use shared::events::badge::printed;
use shared::{ParticipantAction, ParticipantParty, ParticipantStatus};

use super::changes::{self, Registering};
use super::one_query::OwnRegistration;
use super::shown::Shown;
use super::withdrawing::Withdrawing;
use super::{address_of, standing};
use crate::text::{attending as words, introductions, t, words as counts};
use crate::ui::{square_code, tell};
use crate::who::{ActButton, Acting};

/// The part of the page; nothing for who has none.
pub(super) fn section(shown: Shown, withdrawing: Withdrawing) -> AnyView {
    let own = shown.part(|event| (event.own.clone(), event.timetable.is_some(), event.is_open));
    let section = move || {
        let (own, has_timetable, is_open) = own.get()?;
        let may = May { withdrawing, has_timetable, is_open };
        let rows = own.into_iter().map(|own| registration(shown, own, may)).collect::<Vec<_>>();
        (!rows.is_empty()).then(|| {
            view! {
                <section>
                    <h2>{t(words::OWN)}</h2>
                    {rows}
                </section>
            }
        })
    };
    view! { {section} }.into_any()
}

/// What can be done with all of them.
#[derive(Clone, Copy)]
struct May {
    withdrawing: Withdrawing,
    has_timetable: bool,
    is_open: bool,
}

fn registration(shown: Shown, own: OwnRegistration, may: May) -> AnyView {
    let status: ParticipantStatus = own.status.into();
    let details = [t(introductions::party(own.side)).to_owned(), words::people(own.people)];
    let place = own.queue_place.map(|place| view! { <p><strong>{words::queue_place(place)}</strong></p> });
    let reason = own.reason.clone().filter(|_| status == ParticipantStatus::Declined).map(|reason| {
        view! { <p>{t(words::REASON)}":"</p><blockquote class="quote">{reason}</blockquote> }
    });
    let arrived = own.checked_in_at.map(|at| view! { <p>{words::arrived_at(&counts::instant(at))}</p> });
    let meetings = (may.has_timetable && status == ParticipantStatus::Approved).then(|| {
        let address = format!("{}/lich", address_of(&shown.id()));
        let count = own.meeting_count.map(|count| format!(" ({count})"));
        view! { <a class="button-second" href=address>{t(words::TO_TIMETABLE)}{count}</a> }
    });
    let withdraw = own.may_withdraw.then(|| may.withdrawing.button(own.id.clone(), own.name.clone()));
    let asks = status.after(ParticipantAction::Ask, ParticipantParty::Own).is_some() && may.is_open;
    let again = asks.then(|| again(shown, &own));
    view! {
        <article class="event-own">
            <h3>{own.name.clone()}</h3>
            <p class="details">
                {standing::participant_badge(own.status)}
                <span class="quiet small">{details.join(" · ")}</span>
            </p>
            {place}
            <p>{t(words::what_next(own.status))}</p>
            {reason}
            {arrived}
            {badge(&own)}
            <div class="event-do">{meetings}{again}{withdraw}</div>
        </article>
    }
    .into_any()
}

fn badge(own: &OwnRegistration) -> Option<AnyView> {
    let (badge, code) = (own.badge.clone()?, printed(own.code.as_deref()?));
    let label = words::badge_of(&own.name, &code);
    Some(
        view! {
            <figure class="event-badge">
                {square_code(badge.size, badge.path, label)}
                <figcaption>
                    {t(words::CODE)}": "<strong>{code}</strong>
                    <br/>
                    <span class="quiet small">{t(words::BADGE_WHY)}</span>
                </figcaption>
            </figure>
        }
        .into_any(),
    )
}

/// Asks once more with what was said before.
fn again(shown: Shown, own: &OwnRegistration) -> AnyView {
    let acting = Acting::new();
    let registering = Registering {
        event: shown.id(),
        organisation: own.organisation_id.clone(),
        side: own.side,
        people: own.people,
        note: own.note.clone(),
    };
    let press = move |()| {
        acting.run(changes::register(registering.clone()), move |answer| {
            tell(words::sent(&answer.register_for_event.name, answer.register_for_event.status));
            shown.changed.run(());
        });
    };
    view! {
        <ActButton acting words=t(words::AGAIN) about=own.name.clone() press/>
        {acting.trouble()}
    }
    .into_any()
}
