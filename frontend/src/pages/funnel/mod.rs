//! For staff: how far introductions came, from the first word to goods that are delivered again and again. The city counts
//! signatures; here it sees what became of them, and each figure opens its rows. What is chosen is in the address.
//!
//! | file | what |
//! |---|---|
//! | `choice` | by what it is counted and which rows are open, in the address and back |
//! | `table` | the figures |
//! | `rows` | what is behind one figure |
//! | `medians` | how long the steps take |
//! | `survival` | how long agreements hold |

mod choice;
mod medians;
mod query;
mod rows;
mod survival;
mod table;

use leptos::prelude::*;

use self::choice::Choice;
use crate::pages::agreements::NEW_PATH;
use crate::text::{funnel as words, new_agreement, t};
use crate::ui::{Empty, Heading};
use crate::who::{for_staff, own_faces, signed_in_page};
use crate::{address, api, clock};

/// Years that are offered, this one included.
const YEARS: i32 = 6;

/// The page.
#[component]
pub(crate) fn FunnelPage() -> impl IntoView {
    signed_in_page(words::FUNNEL, |_| for_staff(words::FUNNEL, |_| true, page))
}

fn page() -> AnyView {
    let address = address::query();
    let choice = Memo::new(move |_| address.with(Choice::read));
    // Which rows are open changes nothing of the figures.
    let counted = Memo::new(move |_| choice.with(|choice| (choice.by, choice.years.clone())));
    let asked = api::ask(move || Some(counted.with(|(by, years)| query::funnel(*by, years))));
    let shown = own_faces(asked, move |answer| {
        let funnel = &answer.agreement_funnel;
        if funnel.total.introduced == 0 {
            return view! { <Empty what=t(words::NOTHING)/> }.into_any();
        }
        view! {
            {table::section(funnel, choice)}
            {rows::section(choice, funnel.buckets.clone())}
            {medians::section(&funnel.medians)}
            {survival::section(&funnel.survival)}
        }
        .into_any()
    });
    view! {
        <Heading text=t(words::FUNNEL)/>
        <p class="lead">{t(words::WHY)}</p>
        <p><a class="button-second" href=NEW_PATH>{t(new_agreement::NEW)}</a></p>
        {by(choice)}
        {years(choice)}
        {shown}
    }
    .into_any()
}

/// By what it is counted.
fn by(choice: Memo<Choice>) -> AnyView {
    let link = |by| {
        let address = move || choice.get().counted_by(by).address();
        let current = move || choice.with(|choice| choice.by == by).then_some("page");
        view! { <li><a class="chip" data-noscroll href=address aria-current=current>{t(words::by(by))}</a></li> }
    };
    let links = choice::BY.map(|(_, by)| link(by));
    view! { <nav aria-label=t(words::BY)><ul class="chips">{links}</ul></nav> }.into_any()
}

/// The years in which it began; several may be chosen.
fn years(choice: Memo<Choice>) -> AnyView {
    use chrono::Datelike;
    let this_year = clock::today().map_or(choice::LAST_YEAR, |day| day.year());
    let link = |year: Option<i32>, words: String| {
        let address = move || choice.get().with_year(year).address();
        let is_chosen = move || {
            choice.with(|choice| match year {
                Some(year) => choice.years.contains(&year),
                None => choice.years.is_empty(),
            })
        };
        let current = move || is_chosen().then_some("true");
        view! { <li><a class="chip" data-noscroll href=address aria-current=current>{words}</a></li> }
    };
    let links = (this_year - YEARS + 1..=this_year).rev().map(|year| link(Some(year), year.to_string()));
    view! {
        <nav aria-label=t(words::YEARS)>
            <ul class="chips">{link(None, t(words::ALL_YEARS).to_owned())}{links.collect_view()}</ul>
        </nav>
    }
    .into_any()
}
