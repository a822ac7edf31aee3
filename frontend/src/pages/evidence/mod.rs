//! The markets of a product within some time, as a producer shows them for the next star rating: what the next rank asks and
//! what is still missing, and below it the document, which the server also gives as a file. The time is in the address.

mod choice;
mod query;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shared::DocumentLanguage;

use self::choice::{Choice, PERIODS};
use self::query::Evidence;
use crate::pages::not_found::NotFound;
use crate::text::{documents as words, language, t};
use crate::ui::form::{Form, FormFrame, Submit, TextField, Wrong};
use crate::ui::{Gate, Heading, Met, SheetTools, sheet};
use crate::who::{self, own_faces, signed_in_page};
use crate::{address, api, clock, navigation};

/// The page.
#[component]
pub(crate) fn EvidencePage() -> impl IntoView {
    signed_in_page(words::EVIDENCE, |_| page())
}

fn page() -> AnyView {
    let params = use_params_map();
    let address = address::query();
    let choice = Memo::new(move |_| address.with(|address| Some(Choice::read(address, clock::today()?))));
    // The languages change nothing of what is asked.
    let time = Memo::new(move |_| choice.get().map(|choice| (choice.from, choice.until)));
    let path = Memo::new(move |_| {
        let (organisation, product) =
            params.with(|params| Some((params.get("id")?, params.get("product")?)))?;
        product.parse::<shared::ProductId>().ok()?;
        Some((format!("/to-chuc/{organisation}/san-pham/{product}"), product))
    });
    let asked = api::ask(move || {
        let ((_, product), (from, until)) = (path.get()?, time.get()?);
        Some(query::evidence(product, from, until))
    });
    let shown = own_faces(asked, move |answer| {
        let (Some((product_page, product)), Some(_)) = (path.get_untracked(), choice.get_untracked()) else {
            return view! { <NotFound/> }.into_any();
        };
        full(&answer.evidence, choice, product_page, product)
    });
    view! {
        <div class="sheet-tools">
            <Heading text=t(words::EVIDENCE)/>
            <p class="lead">{t(words::EVIDENCE_WHY)}</p>
            {move || path.get().map(|(page, _)| view! {
                <p><a class="all-link" href=page>{t(words::TO_PRODUCT)}</a></p>
            })}
            {move || Some(times(path.get()?.0, choice))}
        </div>
        {shown}
    }
    .into_any()
}

/// Which time: the last months, or days that somebody types.
fn times(product_page: String, choice: Memo<Option<Choice>>) -> AnyView {
    let page = StoredValue::new(format!("{product_page}/chung-cu"));
    let links = PERIODS.map(|months| {
        let this = move || Some(choice.get()?.of_last(months, clock::today()?));
        let address = move || this().map(|this| page.with_value(|page| this.address(page)));
        let current = move || (choice.get().is_some() && this() == choice.get()).then_some("true");
        view! {
            <li>
                <a
                    class="chip"
                    data-noscroll
                    href=move || address().unwrap_or_default()
                    aria-current=current
                >
                    {words::last_months(months)}
                </a>
            </li>
        }
    });
    let form = Form::new("evidence", "", &who::account(), "");
    let begun = choice.get_untracked();
    let day = |day: Option<chrono::NaiveDate>| day.map(crate::text::words::date).unwrap_or_default();
    form.field("from", day(begun.map(|begun| begun.from)));
    form.field("until", day(begun.map(|begun| begun.until)));
    let submit = move |()| {
        let day =
            |name: &str| shared::read_day(&form.value(name)).map_err(|problem| Wrong::at(name, problem));
        let (from, until) = match (day("from"), day("until")) {
            (Ok(from), Ok(until)) => (from, until),
            (from, until) => return form.object([from.err(), until.err()].into_iter().flatten().collect()),
        };
        if until < from {
            let words = t(words::WRONG_TIME).to_owned();
            return form.object(vec![Wrong { field: "until".to_owned(), words }]);
        }
        let Some(choice) = choice.get_untracked() else { return };
        // It is in the address now, and no draft of anything.
        form.succeed();
        form.count_from(&["from", "until"].map(|name| (name.to_owned(), form.value(name))));
        navigation::keep(&page.with_value(|page| Choice { from, until, ..choice }.address(page)));
    };
    view! {
        <ul class="chips">{links}</ul>
        <FormFrame form submit>
            <div class="sheet-time">
                <TextField form name="from" label=t(words::FROM) keys="numeric"/>
                <TextField form name="until" label=t(words::UNTIL) keys="numeric"/>
            </div>
            <Submit form words=t(words::SHOW)/>
        </FormFrame>
    }
    .into_any()
}

fn full(evidence: &Evidence, choice: Memo<Option<Choice>>, product_page: String, product: String) -> AnyView {
    let document = query::document(evidence);
    let language =
        Memo::new(move |_| choice.get().map_or(DocumentLanguage::Vietnamese, |choice| choice.language));
    let page = format!("{product_page}/chung-cu");
    let here = move |language| {
        choice.get().map(|choice| Choice { language, ..choice }.address(&page)).unwrap_or_default()
    };
    let (from, until) = (evidence.from, evidence.until);
    let file = move |language: DocumentLanguage| {
        let language = language.as_str();
        format!("/documents/evidence/{product}.docx?from={from}&until={until}&language={language}")
    };
    view! {
        <div class="sheet-tools">
            {demands(evidence)}
            <SheetTools language address=here file/>
        </div>
        {move || sheet(&document.blocks(language.get()))}
    }
    .into_any()
}

/// What the next rank asks, and whether this shows it.
fn demands(evidence: &Evidence) -> AnyView {
    let rows = evidence.next.iter().map(|demand| {
        let asks = match language() {
            crate::text::Language::Vietnamese => &demand.vi,
            crate::text::Language::English => &demand.en,
        };
        let met = if demand.is_met { Met::Yes } else { Met::No };
        view! {
            <li class="row">
                <span>{words::demand(asks, demand.has, demand.needs)}</span>
                <Gate met/>
            </li>
        }
    });
    let shown = if evidence.next.is_empty() {
        view! { <p class="quiet">{t(words::NOTHING_ASKED)}</p> }.into_any()
    } else {
        view! { <ul class="plain-list rows">{rows.collect_view()}</ul> }.into_any()
    };
    view! { <section><h2>{t(words::MISSING)}</h2>{shown}</section> }.into_any()
}
