//! All rounds, the latest changed first, and beginning one.

use leptos::prelude::*;

use super::query::{self, Choices, RoundRow, Rounds};
use super::{PATH, address_of, changes, fields, values};
use crate::api::{self, Asked, RoundStatus};
use crate::navigation;
use crate::pages::staff::is_of_city;
use crate::text::{language, round_plan, rounds as words, t, words as counts};
use crate::ui::form::{Form, FormFrame, Submit};
use crate::ui::{Badge, Empty, Heading, Tone, paged_list, tell};
use crate::who::{self, for_staff, own_faces, signed_in_page};

use fields::{CapFields, NameFields};

/// The page of all rounds.
#[component]
pub(crate) fn RoundsPage() -> impl IntoView {
    signed_in_page(words::ROUNDS, |_| for_staff(words::ROUNDS, is_of_city, page))
}

fn page() -> AnyView {
    let pages =
        api::ask_pages(|after| Some(query::list(after)), |page: &Rounds| page.rounds.page_info.next());
    let count = move || {
        let total = pages.first.get()?.rounds.total_count;
        (total > 0).then(|| words::count(total))
    };
    view! {
        <Heading text=t(words::ROUNDS)/>
        <p class="lead">{t(words::ROUNDS_WHY)}</p>
        <Begin/>
        <p role="status" class="quiet">{count}</p>
        {own_faces(pages.first, move |answer| {
            if answer.rounds.nodes.is_empty() {
                return view! { <Empty what=t(words::NONE_YET)/> }.into_any();
            }
            paged_list("plain-list rows", &*answer, pages, rows)
        })}
    }
    .into_any()
}

/// The form that begins a round, folded away until somebody wants it.
#[component]
fn Begin() -> impl IntoView {
    let form = Form::new("round", "input", &who::account(), "new");
    values::begin_fresh(form);
    let choices: Asked<Choices> = api::ask(|| Some(query::choices()));
    let submit = move |()| match values::read_fresh(&|name| form.value(name)) {
        Err(wrong) => form.object(wrong),
        Ok(input) => who::submit(form, changes::create(input), |answer| {
            tell(t(words::BEGUN));
            navigation::go(&format!("{}?phan=nhu-cau", address_of(&answer.create_round.id)));
        }),
    };
    view! {
        <details class="round-fold" open=form.is_restored()>
            <summary>{t(words::BEGIN)}</summary>
            {fields::failed(choices)}
            <FormFrame form submit>
                <NameFields form choices chosen=None/>
                <CapFields form/>
                <Submit form words=t(words::BEGIN_DO)/>
            </FormFrame>
        </details>
    }
}

fn rows(page: &Rounds) -> AnyView {
    page.rounds.nodes.iter().map(row).collect_view().into_any()
}

fn row(round: &RoundRow) -> AnyView {
    let needs = counts::count(round.need_count, counts::Counted::Needs, language());
    let plan = round.outcome.as_ref();
    let plan =
        plan.map(|plan| format!("{}, {}", round_plan::pairs(plan.pairs), round_plan::points(plan.objective)));
    let details = [
        round.event.as_ref().map(|event| event.name.clone()),
        Some(needs),
        plan,
        Some(words::changed_at(&counts::instant(round.updated_at))),
        Some(words::begun_by(&round.created_by)),
    ];
    let details = details.into_iter().flatten().map(|detail| view! { <span>{detail}</span> });
    view! {
        <li class="row">
            <a class="row-link" href=address_of(&round.id)>{round.name.clone()}</a>
            {badge(round.status)}
            <span class="details quiet small">{details.collect_view()}</span>
        </li>
    }
    .into_any()
}

/// Where a round stands.
pub(super) fn badge(status: RoundStatus) -> AnyView {
    let tone = match status {
        RoundStatus::Draft => Tone::Plain,
        RoundStatus::Solved | RoundStatus::Accepted => Tone::Good,
    };
    view! { <Badge tone text=t(words::status(status))/> }.into_any()
}

/// The way back to the list.
pub(super) fn back() -> AnyView {
    view! { <p><a class="all-link" href=PATH>{t(words::ROUNDS)}</a></p> }.into_any()
}
