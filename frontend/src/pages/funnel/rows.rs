//! What is behind one figure, with the ways to the introduction and the agreement.

use leptos::prelude::*;

use super::choice::{Choice, ROWS};
use super::query::{self, Bucket, Row, RowsAnswer};
use crate::api::{self, FunnelStep};
use crate::text::{funnel as words, t, words as counts};
use crate::ui::{Badge, Empty, Tone, paged_list};
use crate::who::own_faces;

/// The part of the page; nothing while no figure is open.
pub(super) fn section(choice: Memo<Choice>, buckets: Vec<Bucket>) -> AnyView {
    let is_open = Memo::new(move |_| choice.with(|choice| choice.open.is_some()));
    let shown = move || is_open.get().then(|| list(choice, buckets.clone()));
    view! { <div id=ROWS>{shown}</div> }.into_any()
}

fn list(choice: Memo<Choice>, buckets: Vec<Bucket>) -> AnyView {
    let pages = api::ask_pages(
        move |after| choice.with(|choice| query::rows(choice, after)),
        |page: &RowsAnswer| page.funnel_rows.page_info.next(),
    );
    let heading = move || {
        let open = choice.with(|choice| choice.open.clone())?;
        let line = open.key.as_ref().map(|key| {
            let bucket = buckets.iter().find(|bucket| bucket.key == *key);
            let label = bucket.and_then(|bucket| bucket.label.clone());
            label.unwrap_or_else(|| t(words::NOT_KNOWN).to_owned())
        });
        let line = line.unwrap_or_else(|| t(words::TOTAL).to_owned());
        Some(format!("{}: {line}", t(words::step(open.step))))
    };
    let count = move || Some(words::count(pages.first.get()?.funnel_rows.total_count));
    let close = move || choice.get().opening(None).address();
    view! {
        <section>
            <h2>{heading}</h2>
            <p role="status" class="quiet">{count}</p>
            <p><a class="button-second" data-noscroll href=close>{t(words::CLOSE_ROWS)}</a></p>
            {own_faces(pages.first, move |answer| {
                if answer.funnel_rows.nodes.is_empty() {
                    return view! { <Empty what=t(words::NOTHING)/> }.into_any();
                }
                paged_list("plain-list rows", &*answer, pages, rows)
            })}
        </section>
    }
    .into_any()
}

fn rows(page: &RowsAnswer) -> AnyView {
    page.funnel_rows.nodes.iter().map(row).collect_view().into_any()
}

fn row(row: &Row) -> AnyView {
    let name = format!("{} → {}", row.producer_name, row.retailer_name);
    let agreement = row.agreement.as_ref();
    let introduction = row.introduction.as_ref().map(|of| format!("/ket-noi/gioi-thieu/{}", of.id.inner()));
    let first = match (agreement, &introduction) {
        (Some(of), _) => Some(format!("/thoa-thuan/{}", of.id.inner())),
        (None, address) => address.clone(),
    };
    let name = match first {
        Some(address) => view! { <a class="row-link" href=address>{name}</a> }.into_any(),
        None => view! { <span>{name}</span> }.into_any(),
    };
    // Where there is an agreement the row leads to it; the introduction is the second way.
    let second = agreement.and(introduction).map(|address| {
        view! { <a class="small" href=address>{t(words::TO_INTRODUCTION)}</a> }
    });
    let value = |words, value: Option<shared::Dong>| Some(format!("{}: {}", t(words), value?.shown()));
    let promised = match (agreement, row.promised_value) {
        (Some(_), None) => Some(t(words::NO_PRICE).to_owned()),
        (_, known) => value(words::PROMISED, known),
    };
    let details = [
        row.product_name.clone(),
        agreement.and_then(|of| of.number.clone()),
        Some(words::began(&counts::date(row.began_on))),
        promised,
        value(words::CONFIRMED, row.confirmed_value),
    ];
    let details = details.into_iter().flatten().map(|detail| view! { <span>{detail}</span> });
    view! {
        <li class="row">
            {name}
            <Badge tone=tone(row.step) text=t(words::step(row.step))/>
            {second}
            <span class="details quiet small">{details.collect_view()}</span>
        </li>
    }
    .into_any()
}

fn tone(step: FunnelStep) -> Tone {
    match step {
        FunnelStep::Introduced | FunnelStep::Proposed => Tone::Plain,
        FunnelStep::Signed | FunnelStep::Delivered | FunnelStep::Repeated => Tone::Good,
        FunnelStep::Lapsed => Tone::Warn,
    }
}
