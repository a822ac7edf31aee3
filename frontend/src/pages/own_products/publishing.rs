//! Whether everybody sees a product, what keeps it from that, and the button.

use leptos::prelude::*;

use super::changes;
use super::fields::WHAT;
use super::list::state;
use super::query::Sheet;
use super::sheet::{EDIT, part_of};
use crate::api::Hindrance;
use crate::clock::day_of;
use crate::text::{own_products as words, t, words as counts};
use crate::ui::tell;
use crate::who;

/// The part of the page about it; `changed` where the person may publish.
pub(super) fn section(sheet: &Sheet, changed: Option<Callback<()>>) -> AnyView {
    let since = sheet.published_at.map(|at| format!(" {}", counts::date(day_of(at))));
    let step = match (sheet.published_at, changed) {
        (Some(_), changed) => published(sheet, changed),
        (None, Some(changed)) if sheet.hindrances.is_empty() => publish_button(sheet.id.clone(), changed),
        (None, _) => hindrances(sheet),
    };
    view! {
        <section>
            <h2>{t(words::STATE)}</h2>
            <p>{state(sheet.published_at.is_some())}{since}</p>
            {step}
        </section>
    }
    .into_any()
}

fn published(sheet: &Sheet, changed: Option<Callback<()>>) -> AnyView {
    let address = format!("/san-pham/{}", sheet.id.inner());
    let hide = changed.map(|changed| {
        let (id, busy) = (sheet.id.clone(), RwSignal::new(false));
        let press = move |_| {
            who::act(busy, changes::hide(id.clone()), move |_| {
                tell(t(words::HIDE_DONE));
                changed.run(());
            });
        };
        view! {
            <button class="button-second" aria-disabled=move || busy.get().to_string() on:click=press>
                {t(words::HIDE)}
            </button>
        }
    });
    view! {
        <p><a class="all-link" href=address>{t(words::PUBLIC_PAGE)}</a></p>
        {hide}
    }
    .into_any()
}

fn publish_button(id: cynic::Id, changed: Callback<()>) -> AnyView {
    let busy = RwSignal::new(false);
    let press = move |_| {
        who::act(busy, changes::publish(id.clone()), move |_| {
            tell(t(words::PUBLISH_DONE));
            changed.run(());
        });
    };
    view! {
        <button class="button" aria-disabled=move || busy.get().to_string() on:click=press>
            {t(words::PUBLISH)}
        </button>
    }
    .into_any()
}

/// What keeps it from being published, each with the way to mend it.
fn hindrances(sheet: &Sheet) -> AnyView {
    if sheet.hindrances.is_empty() {
        return ().into_any();
    }
    let rows = sheet.hindrances.iter().map(|hindrance| {
        let address = match hindrance {
            Hindrance::NotVerified => format!("/to-chuc/{}", sheet.producer.id.inner()),
            Hindrance::NoDescription => format!("{}#{WHAT}", part_of(sheet, EDIT)),
        };
        view! {
            <li>{t(words::hindrance(*hindrance))}" "<a class="all-link" href=address>{t(words::MEND)}</a></li>
        }
    });
    view! {
        <p>{t(words::HINDERED)}</p>
        <ul>{rows.collect_view()}</ul>
    }
    .into_any()
}
