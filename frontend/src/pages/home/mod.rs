//! The first page: search, quick ways in, the map with its list, what is new.

mod points;
mod query;

use leptos::prelude::*;

use self::query::{Event, News};
use crate::api;
use crate::facts::ProductCard;
use crate::map::{Controls, SalePointMap};
use crate::shell::SearchBox;
use crate::text::{about as words, kinds, language, search, shell, t, words as dates};
use crate::ui::{CardSkeleton, Empty, Heading, faces};

/// The page.
#[component]
pub(crate) fn HomePage() -> impl IntoView {
    let asked = api::ask(|| Some(query::question()));
    let controls = Controls::own();
    let latest_points = faces(
        asked,
        || view! { <CardSkeleton count=6/> }.into_any(),
        move |news| points::latest(&news.sale_points, controls.marked),
    );
    view! {
        <section class="hero">
            <Heading text=t(shell::SITE_IN_FULL)/>
            <p class="lead quiet">{t(words::LEAD)}</p>
            <SearchBox/>
            <ul class="chips" aria-label=t(search::QUICK)>
                <li><a class="chip" href="/diem-ban?gan=1">{t(search::NEAR_ME)}</a></li>
                <li><a class="chip" href="/san-pham?sao=5">{t(search::FIVE_STARS)}</a></li>
                {kinds::TOP_GROUPS.map(|(code, name)| view! {
                    <li><a class="chip" href=format!("/san-pham?nhom={code}")>
                        <svg class="mark mark-small" aria-hidden="true"><use href=format!("#mark-{code}")></use></svg>
                        {t(name)}
                    </a></li>
                })}
            </ul>
        </section>
        <section class="after">
            <h2>{t(words::POINTS_ON_MAP)}</h2>
            <div class="columns columns-even">
                <SalePointMap controls/>
                <div>{latest_points}</div>
            </div>
        </section>
        {faces(asked, || view! { <CardSkeleton count=3/> }.into_any(), |news| full(&news))}
    }
}

fn full(news: &News) -> AnyView {
    let cards = news.products.nodes.iter().map(|card| view! { <li><ProductCard card=card.clone()/></li> });
    let events = if news.events.nodes.is_empty() {
        view! { <Empty what=t(words::NO_EVENTS)/> }.into_any()
    } else {
        view! { <ul class="plain-list rows">{news.events.nodes.iter().map(event).collect_view()}</ul> }
            .into_any()
    };
    view! {
        <section class="after">
            <h2>{t(words::NEW_PRODUCTS)}</h2>
            <ul class="plain-list cards cards-grid">{cards.collect_view()}</ul>
            <p><a class="all-link" href="/san-pham?sap-xep=moi">{t(shell::SHOW_ALL)}<span class="for-readers">": "{t(shell::PRODUCTS)}</span></a></p>
        </section>
        <section class="after">
            <h2>{t(words::LATEST_EVENTS)}</h2>
            {events}
            <p><a class="all-link" href="/su-kien">{t(shell::SHOW_ALL)}<span class="for-readers">": "{t(shell::EVENTS)}</span></a></p>
        </section>
    }
    .into_any()
}

fn event(event: &Event) -> AnyView {
    let days = dates::span(event.starts_on, event.ends_on, language());
    let details = [Some(t(kinds::event_kind(event.kind)).to_owned()), days, event.place.clone()];
    let details: Vec<_> = details.into_iter().flatten().collect();
    view! {
        <li class="row">
            <a class="row-link" href=format!("/su-kien/{}", event.id.inner())>{event.name.clone()}</a>
            <span class="quiet small">{details.join(" · ")}</span>
        </li>
    }
    .into_any()
}
