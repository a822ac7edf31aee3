//! The star decisions of a product as its people see them: also those that staff have not confirmed, which count
//! nowhere and are never shown as stars.

use leptos::prelude::*;

use super::query::{Decision, Sheet};
use super::standing::{Standing, remove_button};
use super::{changes, rating_form};
use crate::facts::RatingLine;
use crate::text::{own_products as words, product, t};
use crate::ui::{Empty, tell};
use crate::who;

/// The part of the page with them; `changed` where the person may change them.
pub(super) fn section(sheet: &Sheet, changed: Option<Callback<()>>) -> AnyView {
    let content = if sheet.star_decisions.is_empty() {
        view! { <Empty what=t(words::NO_RATINGS)/> }.into_any()
    } else {
        let rows = sheet.star_decisions.iter().map(|decision| row(decision, changed));
        view! { <ul class="plain-list rows papers">{rows.collect_view()}</ul> }.into_any()
    };
    let add = changed.map(|changed| {
        let form = rating_form::begin(sheet);
        view! {
            <details class="request" open=form.is_restored()>
                <summary>{t(words::ADD_RATING)}</summary>
                {rating_form::fields(form, sheet, changed)}
            </details>
        }
    });
    view! {
        <section>
            <h2>{t(words::RATINGS)}</h2>
            <p class="quiet">{t(words::RATINGS_WHY)}</p>
            {content}
            {add}
        </section>
    }
    .into_any()
}

fn row(decision: &Decision, changed: Option<Callback<()>>) -> AnyView {
    let standing = Standing {
        entered_here: decision.entered_here,
        confirmed_at: decision.confirmed_at,
        refused_at: decision.refused_at,
        refused_because: decision.refused_because.clone(),
    };
    let counts = decision.confirmed_at.is_some() || !decision.entered_here;
    let what = if counts {
        view! { <RatingLine rating=decision.rating.clone()/> }.into_any()
    } else {
        view! { <strong>{words::declared(decision.rating.stars)}</strong> }.into_any()
    };
    let rating = &decision.rating;
    let number = rating.number.clone().map(|number| format!("{}: {number}", t(product::DECISION)));
    let issuer = rating.issuer.clone().map(|issuer| format!("{}: {issuer}", t(product::ISSUER)));
    let signed = rating.signed_on.map(|date| format!("{}: {}", t(words::SIGNED_ON), date.in_words()));
    let score = rating.score.map(|score| format!("{}: {}", t(product::SCORE), words::score(score)));
    let details = [number, issuer, signed, score].into_iter().flatten();
    let details = details.map(|detail| view! { <span>{detail}</span> }).collect_view();
    let file = decision.file.clone().map(|file| {
        let name = format!("{}: {}", t(words::PAPER_OPEN), file.name);
        view! { <a class="all-link" href=file.url rel="external">{name}</a> }
    });
    let is_removable = decision.entered_here && decision.confirmed_at.is_none();
    let remove = changed.filter(|_| is_removable).map(|changed| remove(decision.id.clone(), changed));
    view! {
        <li>
            <p>{what}" "{standing.badge()}</p>
            <p class="quiet small details">{details}</p>
            {standing.reason()}
            {file}
            {remove}
        </li>
    }
    .into_any()
}

fn remove(id: cynic::Id, changed: Callback<()>) -> AnyView {
    let busy = RwSignal::new(false);
    let remove = Callback::new(move |()| {
        who::act(busy, changes::remove_rating(id.clone()), move |_| {
            tell(t(words::RATING_REMOVED));
            changed.run(());
        });
    });
    let button = remove_button(words::REMOVE_RATING, words::REMOVE_RATING_SURE, busy, remove);
    view! { <p class="chips">{button}</p> }.into_any()
}
