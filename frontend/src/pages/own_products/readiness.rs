//! What buyers ask against what is known: each thing with its mark, what it rests on, and the way to mend it.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shared::Quantity;

use super::changes;
use super::mending::mended_at;
use super::query::{self, Item, Readiness, Sheet};
use super::sheet::{READINESS, part_of};
use crate::address::{self, encoded};
use crate::api::{self, Mend, ReadinessState, RequirementKind};
use crate::navigation;
use crate::text::{Language, forms, language, own_products as words, supply, t};
use crate::ui::{Gate, Met, tell};
use crate::who::{self, own_faces};

const CHANNEL: &str = "kenh";

/// The part of the page about it; `changed` where the person may answer.
pub(super) fn section(sheet: &Sheet, changed: Option<Callback<()>>) -> AnyView {
    let (id, address) = (sheet.id.clone(), address::query());
    let channel = Memo::new(move |_| address.with(|address| address.one(CHANNEL).to_owned()));
    let asked = api::ask(move || {
        let channel = Some(channel.get()).filter(|channel| !channel.is_empty());
        Some(query::readiness(id.clone(), channel))
    });
    let sheet = sheet.clone();
    let shown = own_faces(asked, move |answer| {
        let Some(product) = &answer.own_product else { return ().into_any() };
        let answered = changed.map(|_| Callback::new(move |()| asked.ask_again()));
        view! {
            {channels(&sheet, &answer.readiness_channels, channel)}
            {items(&sheet, &product.readiness, answered)}
        }
        .into_any()
    });
    view! {
        <section>
            <h2>{t(words::READINESS)}</h2>
            <p class="quiet">{t(words::READINESS_WHY)}</p>
            {shown}
        </section>
    }
    .into_any()
}

/// The buyers, one of whom can be chosen; the choice is in the address.
fn channels(sheet: &Sheet, names: &[String], channel: Memo<String>) -> AnyView {
    let path = use_location().pathname;
    let part = part_of(sheet, READINESS);
    let part = part.split_once('?').map(|(_, query)| query.to_owned()).unwrap_or_default();
    let choose = move |event| {
        let name: String = event_target_value(&event);
        let chosen = if name.is_empty() { String::new() } else { format!("&{CHANNEL}={}", encoded(&name)) };
        navigation::go_instead(&format!("{}?{part}{chosen}", path.get_untracked()));
    };
    let options = names.iter().cloned().map(|name| {
        let (this, value) = (name.clone(), name.clone());
        view! { <option value=value prop:selected=move || channel.with(|chosen| *chosen == this)>{name}</option> }
    });
    view! {
        <div class="form-field form">
            <label for="channel">{t(words::CHANNEL)}</label>
            <select id="channel" on:change=choose>
                <option value="" prop:selected=move || channel.with(String::is_empty)>{t(words::ANY_CHANNEL)}</option>
                {options.collect_view()}
            </select>
        </div>
    }
    .into_any()
}

fn items(sheet: &Sheet, readiness: &Readiness, answered: Option<Callback<()>>) -> AnyView {
    let busy = RwSignal::new(false);
    let rows = readiness.items.iter().map(|item| row(sheet, item.clone(), answered, busy));
    view! {
        <p role="status"><strong>{words::counts(readiness.met, readiness.unmet, readiness.unknown)}</strong></p>
        <ul class="plain-list rows gates">{rows.collect_view()}</ul>
    }
    .into_any()
}

fn row(sheet: &Sheet, item: Item, answered: Option<Callback<()>>, busy: RwSignal<bool>) -> AnyView {
    let met = match item.state {
        ReadinessState::Met => Met::Yes,
        ReadinessState::Unmet => Met::No,
        ReadinessState::Unknown => Met::Unknown,
    };
    let name = match language() {
        Language::Vietnamese => item.requirement.name_vi.clone(),
        Language::English => item.requirement.name_en.clone(),
    };
    let rests = item.rests.clone().filter(|rests| !rests.is_empty()).map(|rests| {
        view! { <span>{t(words::RESTS_ON)}": "{rests}</span> }
    });
    let way = answered.and_then(|answered| mend(sheet, &item, answered, busy));
    view! {
        <li>
            <p><Gate met/>" · "<strong>{name}</strong></p>
            <p class="quiet small details">
                {rests}
                <span>{t(words::ASKED_BY)}": "{item.requirement.who_asks}</span>
            </p>
            {way}
        </li>
    }
    .into_any()
}

/// What other parts of the sheet tell; all else is answered here.
const TOLD_ELSEWHERE: [&str; 14] = [
    "tax_code",
    "business_registration",
    "vat_invoice",
    "consignment",
    "delivers_to_hanoi",
    "traceability_code",
    "shelf_life_days",
    "lead_time_days",
    "credit_days",
    "min_monthly_volume",
    "stable_supply_months",
    "gtin",
    "max_price",
    "min_stars",
];

/// Whether it was answered here, so that the answer can be taken back.
fn is_answered_here(item: &Item) -> bool {
    let is_answer = matches!(item.requirement.kind, RequirementKind::Boolean | RequirementKind::Number);
    is_answer && !TOLD_ELSEWHERE.contains(&item.requirement.code.as_str())
}

/// The way to mend a gap, or to change an answer.
fn mend(sheet: &Sheet, item: &Item, answered: Callback<()>, busy: RwSignal<bool>) -> Option<AnyView> {
    if item.mend.is_none() && is_answered_here(item) {
        let answers = answers(sheet.id.clone(), item, answered, busy);
        return Some(view! { <details><summary class="all-link">{t(words::CHANGE_ANSWER)}</summary>{answers}</details> }.into_any());
    }
    let mend = item.mend?;
    if mend == Mend::Answer {
        return Some(answers(sheet.id.clone(), item, answered, busy));
    }
    let kind = item.requirement.certificates.first().map(|kind| kind.code.as_str());
    let (address, words) = mended_at(&sheet.producer.id, &sheet.id, mend, kind);
    Some(view! { <a class="all-link" href=address>{t(words)}</a> }.into_any())
}

fn answers(product: cynic::Id, item: &Item, answered: Callback<()>, busy: RwSignal<bool>) -> AnyView {
    let code = item.requirement.code.clone();
    let send = move |yes: Option<bool>, number: Option<Quantity>| {
        who::act(busy, changes::answer(product.clone(), code.clone(), yes, number), move |_| {
            tell(t(words::ANSWERED));
            answered.run(());
        });
    };
    if item.requirement.kind == RequirementKind::Number {
        return number(item, send);
    }
    let buttons = [(supply::YES, Some(true)), (supply::NO, Some(false)), (supply::UNKNOWN, None)];
    let buttons = buttons.map(|(words, yes)| {
        let send = send.clone();
        view! {
            <button
                type="button"
                class="chip"
                aria-disabled=move || busy.get().to_string()
                on:click=move |_| send(yes, None)
            >
                {t(words)}
            </button>
        }
    });
    let name = match language() {
        Language::Vietnamese => item.requirement.name_vi.clone(),
        Language::English => item.requirement.name_en.clone(),
    };
    view! { <div class="chips" role="group" aria-label=name>{buttons}</div> }.into_any()
}

fn number(item: &Item, send: impl Fn(Option<bool>, Option<Quantity>) + 'static) -> AnyView {
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<&'static str>);
    let id = format!("answer-{}", item.requirement.code);
    let press = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = typed.get_untracked();
        if text.trim().is_empty() {
            wrong.set(None);
            return send(None, None);
        }
        match text.parse::<Quantity>() {
            Ok(number) => {
                wrong.set(None);
                send(None, Some(number));
            }
            Err(problem) => wrong.set(Some(t(forms::problem(Some(problem))))),
        }
    };
    view! {
        <form class="form-field form" novalidate=true on:submit=press>
            <label for=id.clone()>{t(words::NUMBER)}</label>
            <input id=id type="text" inputmode="decimal" prop:value=typed on:input=move |event| typed.set(event_target_value(&event))/>
            <span class="field-error" role="alert">{move || wrong.get()}</span>
            <p><button class="button-second">{t(words::ANSWER)}</button></p>
        </form>
    }
    .into_any()
}
