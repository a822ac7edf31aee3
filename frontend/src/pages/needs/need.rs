//! One need in full, for whoever may read it. People of its retailer also see where it stands and what they can do; the
//! part shown is in the address.

use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_params_map};
use shared::{ErrorCode, NeedAction, NeedParty};

use super::card::{address_of, verified};
use super::query::{self, Need, NeedById, PublicContact};
use super::{actions, edit, matched, terms, to_products};
use crate::api::{self, Asked, Failure, RequirementKind};
use crate::facts::MonthStrip;
use crate::pages::change_log::{Thing, history_link};
use crate::pages::matches;
use crate::pages::not_found::NotFound;
use crate::text::{Language, language, matching, need_form, needs as words, t, words as counts};
use crate::ui::{Badge, Heading, TextSkeleton, Tone, faces};
use crate::{address, who};

/// The part with the form, by its name in the address.
pub(super) const EDIT: &str = "sua";

/// The page of one need.
#[component]
pub(crate) fn NeedPage() -> impl IntoView {
    let params = use_params_map();
    let asked = api::ask(move || {
        let id = params.with(|params| params.get("id"))?;
        id.parse::<shared::NeedId>().ok()?;
        Some(query::need(id))
    });
    let is_missing =
        Memo::new(move |_| matches!(asked.answer.get(), Some(Err(Failure::Refused(ErrorCode::NotFound)))));
    move || if is_missing.get() { missing() } else { known(asked) }
}

/// It may be there for others: of that nothing is told, but that signing in may help.
fn missing() -> AnyView {
    let path = use_location().pathname;
    let hint = move || {
        let is_signed = who::person().is_some();
        (!is_signed).then(|| {
            let address = who::returning("/dang-nhap", &path.get());
            view! { <p>{t(words::MAYBE_HIDDEN)}" "<a href=address>{t(words::SIGN_IN)}</a></p> }
        })
    };
    view! { <NotFound/>{hint} }.into_any()
}

fn known(asked: Asked<NeedById>) -> AnyView {
    let address = address::query();
    let part = Memo::new(move |_| address.with(|address| address.one("phan").to_owned()));
    let params = use_params_map();
    // Forms keep what was typed by account.
    let is_known = Memo::new(move |_| who::person().is_some());
    let changed = Callback::new(move |()| asked.ask_again());
    faces(
        asked,
        || view! { <TextSkeleton/> }.into_any(),
        move |answer| {
            let Some(need) = answer.need.clone() else { return view! { <NotFound/> }.into_any() };
            if answer.viewer.is_some() {
                who::look();
            }
            let party = need.viewer_party.into();
            let (name, parts) =
                (need.name.clone(), (party == NeedParty::Retailer).then(|| parts(&need, part)));
            let may_edit = need.status.allows(NeedAction::Edit, party);
            let id = need.id.inner().parse::<shared::NeedId>().ok();
            let shown = move || match part.get().as_str() {
                // A copy was just made: the answer for it is on its way, and this is not to be edited in its place.
                _ if params.with(|params| params.get("id")).and_then(|id| id.parse().ok()) != id => {
                    view! { <TextSkeleton/> }.into_any()
                }
                EDIT if may_edit && is_known.get() => edit::section(&need, changed),
                EDIT if may_edit => view! { <TextSkeleton/> }.into_any(),
                _ => overview(&need, party, is_known, changed),
            };
            view! { <Heading text=name/>{parts}{shown} }.into_any()
        },
    )
}

fn parts(need: &Need, part: Memo<String>) -> AnyView {
    let address = address_of(&need.id);
    let link = |name: &'static str, address: String, words| {
        let current = move || part.with(|part| part == name).then_some("page");
        view! { <li><a class="chip" href=address aria-current=current>{t(words)}</a></li> }
    };
    let may_edit = need.status.allows(NeedAction::Edit, NeedParty::Retailer);
    let edit = may_edit.then(|| link(EDIT, format!("{address}?phan={EDIT}"), words::EDIT));
    let matches = format!("{}#{}", address_of(&need.id), matches::PLACE);
    let all = format!("/to-chuc/{}/nhu-cau", need.retailer.id.inner());
    view! {
        <nav aria-label=t(words::PARTS)>
            <ul class="chips">
                {link("", address, words::OVERVIEW)}
                {edit}
                <li><a class="chip" href=matches>{t(matching::PRODUCTS)}</a></li>
                <li><a class="all-link" href=all>{t(words::TO_OWN)}</a></li>
            </ul>
        </nav>
    }
    .into_any()
}

fn overview(need: &Need, party: NeedParty, is_known: Memo<bool>, changed: Callback<()>) -> AnyView {
    let actions = (party != NeedParty::Other).then(|| {
        let need = need.clone();
        move || is_known.get().then(|| actions::section(&need, party, changed))
    });
    let products = (party == NeedParty::Retailer).then(|| to_products::section(need));
    let matches = (party != NeedParty::Other).then(|| {
        let need = need.clone();
        move || is_known.get().then(|| matched::section(&need, party))
    });
    let is_over = need.is_past.then(|| view! { <p><Badge tone=Tone::Warn text=t(words::PAST)/></p> });
    view! {
        <div class="columns columns-even columns-own">
            <div class="column-main">
                <p>{need.retailer.name.clone()}" "{verified(need.retailer.is_verified)}</p>
                {is_over}
                {actions}
                {need.description.clone().map(|text| view! { <p class="lead need-text">{text}</p> })}
                {facts(need)}
                {asked(need)}
            </div>
            <div class="column-second">
                {products}
                {need.retailer.public_contact.as_ref().and_then(contact)}
                {history_link(Thing::Need, &need.id)}
            </div>
        </div>
        {matches}
    }
    .into_any()
}

/// Its terms, those that do not matter too.
pub(crate) fn facts(need: &Need) -> AnyView {
    let unit = need.unit.as_ref();
    let or = |value: Option<String>, otherwise| match value {
        Some(value) => value.into_any(),
        None => view! { <span class="quiet">{t(otherwise)}</span> }.into_any(),
    };
    let months = match &need.months {
        // Twelve equal cells say less than two words.
        Some(months) if months.len() == 12 => t(words::ALL_YEAR).into_any(),
        Some(months) => view! { <MonthStrip months=Some(months.clone())/> }.into_any(),
        None => or(None, words::ANY_MONTH),
    };
    let day = need.deadline.map(counts::date);
    let rows = [
        (words::GROUP, or(terms::groups(&need.groups), words::ANY_GROUP_OF)),
        (words::STARS, or(need.min_stars.map(words::stars), words::ANY)),
        (words::QUANTITY, or(terms::quantity(need.quantity_per_month, unit), words::ANY)),
        (words::MONTHS, months),
        (words::CEILING, or(terms::ceiling(need.price_ceiling, unit), words::ANY)),
        (words::PROVINCES, or(terms::provinces(&need.provinces), words::ANYWHERE)),
        (words::DEADLINE, or(day, words::NO_DEADLINE)),
    ];
    let rows = rows.map(|(name, value)| view! { <dt>{t(name)}</dt><dd>{value}</dd> });
    view! { <section><h2>{t(words::FACTS)}</h2><dl class="facts">{rows}</dl></section> }.into_any()
}

/// What is asked of producers.
pub(crate) fn asked(need: &Need) -> AnyView {
    if need.requirements.is_empty() {
        return ().into_any();
    }
    let rows = need.requirements.iter().map(|asked| {
        let name = match language() {
            Language::Vietnamese => asked.requirement.name_vi.clone(),
            Language::English => asked.requirement.name_en.clone(),
        };
        let number = asked.number.filter(|_| asked.requirement.kind == RequirementKind::Number);
        view! { <li>{name}{number.map(|number| view! { ": "<strong>{number.shown()}</strong> })}</li> }
    });
    view! {
        <section>
            <h2>{t(need_form::OF_PRODUCERS)}</h2>
            <ul>{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// How the retailer is reached; nothing while it has not agreed that everybody may know.
fn contact(contact: &PublicContact) -> Option<AnyView> {
    let phone = contact.phone.as_deref().map(|phone| {
        view! { <li><a href=format!("tel:{phone}") rel="external">{counts::phone(phone)}</a></li> }
    });
    let texts = [&contact.name, &contact.email, &contact.website].map(|text| {
        let text = text.clone()?;
        Some(view! { <li>{text}</li> })
    });
    let is_known = phone.is_some() || texts.iter().any(Option::is_some);
    let [name, email, website] = texts;
    is_known.then(|| {
        view! {
            <section>
                <h2>{t(words::CONTACT)}</h2>
                <ul class="plain-list">{name}{phone}{email}{website}</ul>
            </section>
        }
        .into_any()
    })
}
