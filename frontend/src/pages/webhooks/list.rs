//! The webhooks of an organisation, or of the city, and the form for another one.

use leptos::prelude::*;
use shared::limits;

use super::{entry, hook, query, secret};
use crate::api;
use crate::text::{t, webhooks as words};
use crate::ui::Empty;
use crate::who::own_faces;

/// What every part of the list needs.
#[derive(Clone)]
pub(super) struct Around {
    /// Whose they are; nobody's for those of the city.
    pub(super) organisation: Option<cynic::Id>,
    /// The secret that is shown, with the address of its webhook.
    pub(super) secret: RwSignal<Option<(String, String)>>,
    /// Asks for the list anew.
    pub(super) changed: Callback<()>,
}

/// All of them, for those who decide about them.
#[component]
pub(crate) fn Webhooks(
    /// Whose they are; without one those of the city.
    organisation: Option<cynic::Id>,
    /// Whether another one may be entered: only by those whom staff have verified.
    may_add: bool,
) -> impl IntoView {
    let asked = {
        let organisation = organisation.clone();
        api::ask(move || Some(query::webhooks(organisation.clone())))
    };
    let around = Around {
        secret: RwSignal::new(None),
        changed: Callback::new(move |()| asked.ask_again()),
        organisation,
    };
    let why = if around.organisation.is_some() { words::WHY } else { words::CITY_WHY };
    let shown = secret::section(around.secret);
    let list = own_faces(asked, move |answer| {
        let webhooks = &answer.webhooks;
        let rows = webhooks.iter().map(|webhook| hook::hook(webhook.clone(), &around)).collect_view();
        let list = if webhooks.is_empty() {
            view! { <Empty what=t(words::NONE)/> }.into_any()
        } else {
            view! { <ul class="plain-list requests">{rows}</ul> }.into_any()
        };
        let add = match (may_add, webhooks.len() < limits::WEBHOOKS) {
            (false, _) => view! { <p class="quiet">{t(words::NOT_VERIFIED)}</p> }.into_any(),
            (true, false) => view! { <p class="quiet">{t(words::ENOUGH)}</p> }.into_any(),
            (true, true) => {
                view! { <section><h3>{t(words::ADD)}</h3>{entry::new(&around)}</section> }.into_any()
            }
        };
        view! { {list}{add} }.into_any()
    });
    view! { <p class="quiet">{t(why)}</p>{shown}{list} }
}
