//! The page of the history of one thing: what it is called and the way to its page, then the lines.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shared::ErrorCode;

use super::Thing;
use super::lines::days;
use super::names::Names;
use super::query::{self, Called, CalledAgreement, Changes};
use super::thing::Which;
use crate::api::{self, Asked, Failure};
use crate::pages::not_found::NotFound;
use crate::text::{change_log as words, t};
use crate::ui::{Empty, Heading};
use crate::who::{for_staff, own_faces, signed_in_page};

/// The page of the history of a thing.
#[component]
pub(crate) fn ChangeLogPage() -> impl IntoView {
    signed_in_page(words::HISTORY, |_| for_staff(words::HISTORY, |_| true, page))
}

fn page() -> AnyView {
    let params = use_params_map();
    let which = Memo::new(move |_| {
        params.with(|params| {
            let text = |name| params.get(name).unwrap_or_default();
            Which::read(&text("entity"), &text("id"))
        })
    });
    let shown = move || match which.get() {
        Some(which) => history(which),
        None => view! { <NotFound/> }.into_any(),
    };
    view! { {shown} }.into_any()
}

fn history(which: Which) -> AnyView {
    let of = which.clone();
    let asked = api::ask(move || Some(query::changes(&of)));
    let is_missing =
        Memo::new(move |_| matches!(asked.answer.get(), Some(Err(Failure::Refused(ErrorCode::NotFound)))));
    let shown = move || {
        if is_missing.get() { view! { <NotFound/> }.into_any() } else { known(which.clone(), asked) }
    };
    view! { {shown} }.into_any()
}

fn known(which: Which, asked: Asked<Changes>) -> AnyView {
    let thing = which.thing;
    let of = which.clone();
    let called = api::ask(move || query::called(&of));
    let codes = api::ask(|| Some(query::codes()));
    let names = Memo::new(move |_| {
        let mut names = Names::default();
        if let Some(codes) = codes.get() {
            names.learn(&codes);
        }
        if let Some(answer) = asked.get() {
            names.learn_entered(&answer.changes);
        }
        names
    });
    let of = which.clone();
    let name = Memo::new(move |_| match thing {
        Thing::Account => own_name(&of, &*asked.get()?),
        _ => name(&*called.get()?),
    });
    let heading = Signal::derive(move || {
        let of = t(words::of(thing));
        name.get().map_or_else(|| of.to_owned(), |name| format!("{of}: {name}"))
    });
    let back = move || {
        let address = address(&which, called.get().as_deref())?;
        Some(view! { <p><a class="all-link" href=address>{t(words::TO_THING)}</a></p> })
    };
    let count = move || asked.get().map(|answer| words::count(answer.changes.len()));
    view! {
        <Heading text=heading/>
        {back}
        <p class="quiet">{t(words::WHAT_FOR)}</p>
        <p role="status" class="quiet">{count}</p>
        {own_faces(asked, move |answer| {
            if answer.changes.is_empty() {
                return view! { <Empty what=t(words::NOTHING)/> }.into_any();
            }
            days(thing, &answer.changes, names)
        })}
    }
    .into_any()
}

fn name(called: &Called) -> Option<String> {
    let organisation = || called.organisation.as_ref().map(|organisation| &organisation.name);
    let product = || called.own_product.as_ref().map(|product| &product.name);
    let need = || called.need.as_ref().map(|need| &need.name);
    let introduction = || called.introduction.as_ref().map(|introduction| &introduction.product_name);
    let agreement = || called.agreement.as_ref().map(CalledAgreement::name);
    let point = || called.sale_point.as_ref().map(|point| &point.name);
    let round = || called.round.as_ref().map(|round| &round.name);
    let event = || called.event.as_ref().map(|event| &event.name);
    let meeting = || called.meeting.as_ref().map(|meeting| &meeting.product_name);
    let named = organisation()
        .or_else(product)
        .or_else(need)
        .or_else(introduction)
        .or_else(point)
        .or_else(round)
        .or_else(event)
        .or_else(meeting);
    named.cloned().or_else(agreement)
}

/// The name of an account stands where its person did something.
fn own_name(which: &Which, answer: &Changes) -> Option<String> {
    let own = answer.changes.iter().find(|line| line.actor == which.id);
    own.map(|line| line.actor_name.clone())
}

/// Where the thing itself is shown to staff.
fn address(which: &Which, called: Option<&Called>) -> Option<String> {
    let id = &which.id;
    Some(match which.thing {
        Thing::Organisation => format!("/to-chuc/{id}"),
        Thing::Product => {
            let producer = &called?.own_product.as_ref()?.producer;
            format!("/to-chuc/{}/san-pham/{id}", producer.id.inner())
        }
        Thing::Need => format!("/ket-noi/{id}"),
        Thing::Introduction => format!("/ket-noi/gioi-thieu/{id}"),
        Thing::Agreement => format!("/thoa-thuan/{id}"),
        Thing::SalePoint => format!("/diem-ban/{id}/hang"),
        Thing::Round => format!("/can-bo/vong-ghep/{id}"),
        Thing::Event => format!("/su-kien/{id}"),
        Thing::Timetable => format!("/can-bo/su-kien/{id}/lich"),
        Thing::Meeting => format!("/can-bo/su-kien/{}/lich", called?.meeting.as_ref()?.event.id.inner()),
        // Only administrators have the list of accounts; of a registration only its event has a page.
        Thing::Account | Thing::Participant => return None,
    })
}
