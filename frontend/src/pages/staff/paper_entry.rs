//! One paper that waits: whose it is, what it says beside its scan, and the decision.

use leptos::prelude::*;
use shared::{ErrorCode, Problem};

use super::papers_query::{self, Owner, Product, Scan, Seen};
use crate::api::{Failure, Refused};
use crate::text::{Text, own_products, papers as words, staff, t};
use crate::ui::form::{Form, FormFrame, Submit, TextArea, Wrong};
use crate::ui::tell;
use crate::who;

/// Which of the two lists it stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Paper,
    Rating,
}

/// What happens after a decision.
#[derive(Clone, Copy)]
pub(super) struct Judged(pub(super) Callback<What>);

/// All that is shown of one.
pub(super) struct Entry {
    pub(super) what: What,
    pub(super) seen: Seen,
    pub(super) name: String,
    pub(super) organisation: Owner,
    pub(super) product: Option<Product>,
    pub(super) facts: Vec<(Text, Option<String>)>,
    pub(super) scan: Option<Scan>,
}

/// The entry; what it does not say is said to be missing, for that is what is looked for.
pub(super) fn entry(entry: Entry) -> AnyView {
    let Entry { what, seen, name, organisation, product, facts, scan } = entry;
    let rows = facts.into_iter().map(|(words, value)| {
        let missing = || t(words::NOT_SAID).to_owned();
        let class = if value.is_none() { "quiet" } else { "" };
        view! { <dt>{t(words)}</dt><dd class=class>{value.unwrap_or_else(missing)}</dd> }
    });
    let home = format!("/to-chuc/{}", organisation.id.inner());
    let product = match product {
        Some(product) => {
            let address = format!("{home}/san-pham/{}?phan=giay-to", product.id.inner());
            view! { <a href=address>{product.name}</a> }.into_any()
        }
        None => view! { <span>{t(own_products::OF_ORGANISATION)}</span> }.into_any(),
    };
    let owner = organisation.name.clone();
    view! {
        <li>
            <h3>{name.clone()}</h3>
            <p class="details"><a href=home>{organisation.name}</a>{product}</p>
            <div class="paper-compared">
                <dl class="facts">{rows.collect_view()}</dl>
                {scanned(scan, &name)}
            </div>
            {confirm(what, seen.clone(), format!("{name}, {owner}"))}
            <details class="request">
                <summary>{t(words::REFUSE)}<span class="for-readers">": "{name}", "{owner}</span></summary>
                <Refuse what seen/>
            </details>
        </li>
    }
    .into_any()
}

/// The scan: a small picture of it where there is one, and the whole behind it.
fn scanned(scan: Option<Scan>, name: &str) -> AnyView {
    let Some(scan) = scan else { return view! { <p class="quiet">{t(words::NO_SCAN)}</p> }.into_any() };
    let picture = scan.small_url.map(|address| {
        let alt = format!("{}: {name}", t(own_products::SCAN));
        view! { <img src=address alt=alt loading="lazy"/> }
    });
    let words = format!("{}: {}", t(own_products::PAPER_OPEN), scan.name);
    view! {
        <p class="paper-scan">
            <a class="all-link" href=scan.url rel="external" target="_blank">{picture}<span>{words}</span></a>
        </p>
    }
    .into_any()
}

fn confirm(what: What, seen: Seen, name: String) -> AnyView {
    let judged = expect_context::<Judged>().0;
    let busy = RwSignal::new(false);
    let done = move || {
        tell(t(words::CONFIRMED));
        judged.run(what);
    };
    // Its owner has changed it since it was read: the list is read again, and nothing is decided.
    let changed = move |refused: Refused| {
        if refused.failure != Failure::Refused(ErrorCode::Conflict) {
            return Some(refused);
        }
        tell(t(words::CHANGED));
        judged.run(what);
        None
    };
    let press = move |_| match what {
        What::Paper => {
            who::act_or(busy, papers_query::confirm_paper(seen.clone()), move |_| done(), changed);
        }
        What::Rating => {
            who::act_or(busy, papers_query::confirm_rating(seen.clone()), move |_| done(), changed);
        }
    };
    let label = format!("{}: {name}", t(words::CONFIRM));
    view! {
        <p>
            <button class="button" aria-label=label aria-disabled=move || busy.get().to_string() on:click=press>
                {t(words::CONFIRM)}
            </button>
        </p>
    }
    .into_any()
}

#[component]
fn Refuse(what: What, seen: Seen) -> impl IntoView {
    let judged = expect_context::<Judged>().0;
    let form = Form::new("refusal", "", &who::account(), seen.id.inner());
    let done = move || {
        tell(t(words::REFUSED));
        judged.run(what);
    };
    let submit = move |()| {
        let Some(reason) = form.filled("reason") else {
            return form.object(vec![Wrong::at("reason", Problem::Missing)]);
        };
        match what {
            What::Paper => {
                who::submit(form, papers_query::refuse_paper(seen.clone(), reason), move |_| done())
            }
            What::Rating => {
                who::submit(form, papers_query::refuse_rating(seen.clone(), reason), move |_| done())
            }
        }
    };
    view! {
        <FormFrame form submit>
            <TextArea form name="reason" label=t(staff::REASON) hint=t(words::REASON_HINT)/>
            <Submit form words=t(words::REFUSE_SEND)/>
        </FormFrame>
    }
}
