//! Where staff begin: what waits for them.

use leptos::prelude::*;

use super::data_requests::is_of_city;
use super::{data_query, query};
use crate::api::{self, StaffRole};
use crate::pages::webhooks::given_up;
use crate::text::{
    documents, funnel, introductions, language, openings, papers, personal_data, rounds, running_events,
    staff as words, t, webhooks, words as counts,
};
use crate::ui::{Badge, Heading, Tone};
use crate::who::{self, for_staff, own_faces, signed_in_page};

/// Introductions that staff look after and that the two sides have yet to answer.
const INTRODUCTIONS: &str = "/ket-noi/gioi-thieu?xem=cho-tra-loi";

/// The first page of staff.
#[component]
pub(crate) fn StaffPage() -> impl IntoView {
    signed_in_page(words::STAFF, |_| for_staff(words::STAFF, |_| true, page))
}

fn page() -> AnyView {
    let role = untrack(who::person).and_then(|person| person.staff_role);
    let administration = (role == Some(StaffRole::Administrator)).then(|| {
        view! {
            <section>
                <h2>{t(words::ADMINISTRATION)}</h2>
                <p><a class="all-link" href="/quan-tri/tai-khoan">{t(words::ACCOUNTS)}</a></p>
            </section>
        }
    });
    let connecting = role.is_some_and(is_of_city).then(|| {
        let why = t(openings::STAFF_WHY).to_owned();
        view! {
            <section>
                <h2>{t(openings::STAFF)}</h2>
                <ul class="plain-list rows">
                    {row("/can-bo/ket-noi", openings::BLOCKERS, why, ().into_any())}
                    {row("/can-bo/vong-ghep", rounds::ROUNDS, t(rounds::ROUNDS_WHY).to_owned(), ().into_any())}
                    {row("/can-bo/su-kien", running_events::EVENTS, t(running_events::EVENTS_WHY).to_owned(), ().into_any())}
                    {row("/can-bo/thoa-thuan", funnel::FUNNEL, t(funnel::WHY).to_owned(), ().into_any())}
                    {row("/can-bo/thoa-thuan-mau", documents::TEMPLATES, String::new(), ().into_any())}
                </ul>
                {undelivered()}
            </section>
        }
    });
    let personal_data = role.is_some_and(is_of_city).then(personal_data);
    view! {
        <Heading text=t(words::STAFF)/>
        <section>
            <h2>{t(words::WAITS)}</h2>
            {of_all()}
            {personal_data}
        </section>
        {connecting}
        {administration}
    }
    .into_any()
}

/// What waits for all staff, each for their units.
fn of_all() -> AnyView {
    let asked = api::ask(|| Some(query::waiting()));
    own_faces(asked, |answer| {
        let verifications = answer.verifications.total_count;
        let introductions = introductions::waiting(answer.introductions.total_count);
        let papers = [
            papers::ratings(answer.waiting_star_decisions.total_count),
            papers::papers(answer.waiting_certificates.total_count),
        ];
        view! {
            <ul class="plain-list rows">
                {row("/can-bo/xac-minh", words::VERIFICATIONS, requests(verifications), ().into_any())}
                {row("/can-bo/giay-to", papers::PAPERS, papers.join(" · "), ().into_any())}
                {row(INTRODUCTIONS, introductions::INTRODUCTIONS, introductions, ().into_any())}
            </ul>
        }
        .into_any()
    })
}

/// What people ask about their data, which has a clock.
fn personal_data() -> AnyView {
    let asked = api::ask(|| Some(data_query::waiting()));
    own_faces(asked, |answer| {
        let requests = &answer.data_requests;
        let clock = requests.nodes.first().map(|first| {
            if first.is_late {
                return view! { <Badge tone=Tone::Bad text=t(personal_data::SOME_LATE)/> }.into_any();
            }
            let due = format!("{} {}", t(personal_data::FIRST_DUE), counts::date(first.due_on));
            view! { <span class="quiet">{due}</span> }.into_any()
        });
        let clock = clock.into_any();
        view! {
            <ul class="plain-list rows">
                {row("/quan-tri/du-lieu", personal_data::REQUESTS, self::requests(requests.total_count), clock)}
            </ul>
        }
        .into_any()
    })
}

/// Of what other programs could not be told.
fn undelivered() -> AnyView {
    let asked = api::ask(|| Some(given_up()));
    own_faces(asked, |answer| {
        let count = webhooks::undelivered(answer.webhook_deliveries.total_count);
        view! {
            <ul class="plain-list rows">
                {row("/can-bo/webhook", webhooks::UNDELIVERED, count, ().into_any())}
            </ul>
        }
        .into_any()
    })
}

fn requests(count: i32) -> String {
    let count = counts::count(count, counts::Counted::Requests, language());
    format!("{count} {}", t(words::WAITING_NOW))
}

fn row(address: &'static str, name: crate::text::Text, count: String, beside: AnyView) -> AnyView {
    view! {
        <li class="row">
            <a class="row-link" href=address>{t(name)}</a>
            <span class="quiet">{count}</span>
            {beside}
        </li>
    }
    .into_any()
}
