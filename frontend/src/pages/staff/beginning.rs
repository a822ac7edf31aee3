//! Where staff begin: what waits for them.

use leptos::prelude::*;

use super::query;
use crate::api::{self, StaffRole};
use crate::text::{language, staff as words, t, words as counts};
use crate::ui::Heading;
use crate::who::{self, for_staff, own_faces, signed_in_page};

/// The first page of staff.
#[component]
pub(crate) fn StaffPage() -> impl IntoView {
    signed_in_page(words::STAFF, |_| for_staff(words::STAFF, |_| true, page))
}

fn page() -> AnyView {
    let asked = api::ask(|| Some(query::waiting()));
    let is_administrator =
        || untrack(who::person).is_some_and(|person| person.staff_role == Some(StaffRole::Administrator));
    let administration = is_administrator().then(|| {
        view! {
            <section>
                <h2>{t(words::ADMINISTRATION)}</h2>
                <p><a class="all-link" href="/quan-tri/tai-khoan">{t(words::ACCOUNTS)}</a></p>
            </section>
        }
    });
    view! {
        <Heading text=t(words::STAFF)/>
        <section>
            <h2>{t(words::WAITS)}</h2>
            {own_faces(asked, |answer| {
                let count = answer.verifications.total_count;
                let count = counts::count(count, counts::Counted::Requests, language());
                view! {
                    <ul class="plain-list rows">
                        <li class="row">
                            <a class="row-link" href="/can-bo/xac-minh">{t(words::VERIFICATIONS)}</a>
                            <span class="quiet">{count}" "{t(words::WAITING_NOW)}</span>
                        </li>
                    </ul>
                }
                .into_any()
            })}
        </section>
        {administration}
    }
    .into_any()
}
