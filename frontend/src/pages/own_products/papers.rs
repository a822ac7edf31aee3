//! The papers of a product and of its maker: what each says, whether somebody has looked at it, and changing it.

use leptos::prelude::*;

use super::query::{Paper, Sheet};
use super::standing::{Standing, remove_button};
use super::{changes, paper_form, ratings};
use crate::address;
use crate::text::{own_products as words, t, words as counts};
use crate::ui::{Empty, tell};
use crate::who;

/// The name, in the address, of a kind of paper that is to be added.
pub(super) const KIND: &str = "loai";

/// The part of the page with the papers; `changed` where the person may change them.
pub(super) fn section(sheet: &Sheet, changed: Option<Callback<()>>) -> AnyView {
    let kind = untrack(|| address::query().with(|query| query.one(KIND).to_owned()));
    let content = if sheet.certificates.is_empty() {
        view! { <Empty what=t(words::NO_PAPERS)/> }.into_any()
    } else {
        let rows = sheet.certificates.iter().map(|paper| row(paper, changed));
        view! { <ul class="plain-list rows papers">{rows.collect_view()}</ul> }.into_any()
    };
    let add = changed.map(|changed| {
        view! {
            <section>
                <h2>{t(words::ADD_PAPER)}</h2>
                {paper_form::new(sheet, &kind, changed)}
            </section>
        }
    });
    view! {
        {ratings::section(sheet, changed)}
        <section>
            <h2>{t(words::PAPERS)}</h2>
            {content}
        </section>
        {add}
    }
    .into_any()
}

fn row(paper: &Paper, changed: Option<Callback<()>>) -> AnyView {
    let issued = paper.issued_on.map(|date| format!("{}: {}", t(words::ISSUED_ON), date.in_words()));
    let until = paper.valid_until.map(|day| format!("{}: {}", t(words::VALID_UNTIL), counts::date(day)));
    let number = paper.number.clone().map(|number| format!("{}: {number}", t(words::PAPER_NUMBER)));
    let issuer = paper.issuer.clone().map(|issuer| format!("{}: {issuer}", t(words::PAPER_ISSUER)));
    let of = if paper.of_producer { words::OF_ORGANISATION } else { words::OF_PRODUCT };
    let details = [number, issuer, issued, until, Some(t(of).to_owned())];
    let details: Vec<_> =
        details.into_iter().flatten().map(|detail| view! { <span>{detail}</span> }).collect();
    let file = paper.file.clone().map(|file| {
        let name = format!("{}: {}", t(words::PAPER_OPEN), file.name);
        view! { <a class="all-link" href=file.url rel="external">{name}</a> }
    });
    let standing = Standing {
        entered_here: paper.entered_here,
        confirmed_at: paper.confirmed_at,
        refused_at: paper.refused_at,
        refused_because: paper.refused_because.clone(),
    };
    // What public data say is changed where they come from.
    let steps = changed.filter(|_| paper.entered_here).map(|changed| steps(paper.clone(), changed));
    view! {
        <li>
            <p><strong>{paper_form::named(&paper.kind)}</strong>" "{standing.badge()}</p>
            <p class="quiet small details">{details}</p>
            {standing.reason()}
            {file}
            {steps}
        </li>
    }
    .into_any()
}

fn steps(paper: Paper, changed: Callback<()>) -> AnyView {
    let busy = RwSignal::new(false);
    let id = paper.id.clone();
    let remove = Callback::new(move |()| {
        who::act(busy, changes::remove_paper(id.clone()), move |_| {
            tell(t(words::PAPER_REMOVED));
            changed.run(());
        });
    });
    let is_open = RwSignal::new(false);
    let form = move || is_open.get().then(|| paper_form::edit(&paper, changed));
    view! {
        <p class="chips">
            <button
                type="button"
                class="button-second"
                aria-expanded=move || is_open.get().to_string()
                on:click=move |_| is_open.update(|open| *open = !*open)
            >
                {t(words::EDIT_PAPER)}
            </button>
            {remove_button(words::REMOVE_PAPER, words::REMOVE_SURE, busy, remove)}
        </p>
        {form}
    }
    .into_any()
}
