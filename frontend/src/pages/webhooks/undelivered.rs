//! What was given up, for staff of the city; webhooks of the city, for administrators.

use leptos::prelude::*;

use super::deliveries;
use super::list::Webhooks;
use super::query::{self, Told};
use crate::api::{self, StaffRole};
use crate::pages::staff::is_of_city;
use crate::text::{t, webhooks as words};
use crate::ui::{Empty, Heading, paged_list};
use crate::who::{self, for_staff, own_faces, signed_in_page};

/// The page of what was given up.
#[component]
pub(crate) fn UndeliveredPage() -> impl IntoView {
    signed_in_page(words::UNDELIVERED, |_| for_staff(words::UNDELIVERED, is_of_city, page))
}

/// What happens after one was sent again.
#[derive(Clone, Copy)]
struct Retried(Callback<()>);

fn page() -> AnyView {
    let pages = api::ask_pages(
        |after| Some(query::undelivered(after)),
        |page: &Told| page.webhook_deliveries.page_info.next(),
    );
    provide_context(Retried(Callback::new(move |()| pages.first.ask_again())));
    let count = move || Some(words::undelivered(pages.first.get()?.webhook_deliveries.total_count));
    let role = untrack(who::person).and_then(|person| person.staff_role);
    let city = (role == Some(StaffRole::Administrator)).then(|| {
        view! { <section><h2>{t(words::CITY)}</h2><Webhooks organisation=None may_add=true/></section> }
    });
    view! {
        <Heading text=t(words::UNDELIVERED)/>
        <p class="quiet">{t(words::UNDELIVERED_WHY)}</p>
        <p role="status" class="quiet">{count}</p>
        {own_faces(pages.first, move |answer| {
            if answer.webhook_deliveries.nodes.is_empty() {
                return view! { <Empty what=t(words::NOTHING_UNDELIVERED)/> }.into_any();
            }
            paged_list("plain-list rows", &*answer, pages, rows)
        })}
        {city}
    }
    .into_any()
}

fn rows(page: &Told) -> AnyView {
    let Retried(changed) = expect_context();
    let rows = page.webhook_deliveries.nodes.iter().map(|delivery| deliveries::row(delivery, changed, true));
    rows.collect_view().into_any()
}
