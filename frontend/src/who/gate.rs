//! Pages for which somebody must be signed in: the faces they have before that is known, and for a guest.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::{Person, Who, heed, look, now, person, returning, who};
use crate::api::{Asked, Failure, StaffRole};
use crate::text::{Text, account as words, t};
use crate::ui::{Empty, FailureFace, Heading, TextSkeleton, faces};

/// What is shown; a new name of the same person changes nothing.
#[derive(Clone, PartialEq)]
enum Face {
    Waiting,
    Failed(Failure),
    Guest,
    Signed(cynic::Id),
}

/// A page of somebody who is signed in.
pub(crate) fn signed_in_page(heading: Text, page: fn(Person) -> AnyView) -> AnyView {
    look();
    let face = Memo::new(move |_| match who() {
        Who::Presumed | Who::Asking => Face::Waiting,
        Who::Unknown(failure) => Face::Failed(failure),
        Who::Guest => Face::Guest,
        Who::Signed(person) => Face::Signed(person.id),
    });
    let shown = move || match face.get() {
        Face::Waiting => view! { <TextSkeleton/> }.into_any(),
        Face::Failed(failure) => not_told(heading, failure),
        Face::Guest => for_guests(heading),
        Face::Signed(_) => untrack(|| match now() {
            Who::Signed(person) => page(person),
            _ => ().into_any(),
        }),
    };
    view! { {shown} }.into_any()
}

/// A page of staff; of administrators only, where `wanted` says so.
pub(crate) fn for_staff(heading: Text, wanted: fn(StaffRole) -> bool, page: fn() -> AnyView) -> AnyView {
    let may_see = untrack(person).and_then(|person| person.staff_role).is_some_and(wanted);
    if may_see { page() } else { for_others(heading) }
}

/// Says why it is not known who is signed in, and asks again.
pub(super) fn not_told(heading: Text, failure: Failure) -> AnyView {
    view! { <Heading text=t(heading)/><FailureFace failure again=move |()| look()/> }.into_any()
}

/// Says that somebody must sign in first.
pub(super) fn for_guests(heading: Text) -> AnyView {
    view! { <Heading text=t(heading)/><SignInFirst/> }.into_any()
}

/// Says that a page is for staff.
pub(super) fn for_others(heading: Text) -> AnyView {
    view! {
        <Heading text=t(heading)/>
        <Empty what=t(words::FOR_STAFF)><a class="button-second" href="/tai-khoan">{t(words::ACCOUNT)}</a></Empty>
    }
    .into_any()
}

/// Says that a sign-in is needed, and leads there and back.
#[component]
pub(crate) fn SignInFirst() -> impl IntoView {
    let location = use_location();
    let back_from = move |address: &'static str| {
        move || {
            let search = location.search.get();
            let sign = if search.is_empty() { "" } else { "?" };
            returning(address, &format!("{}{sign}{search}", location.pathname.get()))
        }
    };
    view! {
        <Empty what=t(words::SIGN_IN_FIRST)>
            <ul class="chips">
                <li><a class="button" href=back_from("/dang-nhap")>{t(words::SIGN_IN)}</a></li>
                <li><a class="button-second" href=back_from("/dang-ky")>{t(words::SIGN_UP)}</a></li>
            </ul>
        </Empty>
    }
}

/// The faces of what only somebody who is signed in can ask: a session that ended leads to the sign-in.
pub(crate) fn own_faces<Q: Send + Sync + 'static>(
    asked: Asked<Q>,
    full: impl Fn(Arc<Q>) -> AnyView + Send + 'static,
) -> AnyView {
    Effect::new(move |_| {
        if let Some(Err(failure)) = asked.answer.get() {
            heed(failure);
        }
    });
    faces(asked, || view! { <TextSkeleton/> }.into_any(), full)
}
