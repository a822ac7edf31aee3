//! One product for the people of its maker. The part shown is in the address.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::query::{self, Sheet};
use super::{edit, facts, papers, photos, publishing, readiness};
use crate::address;
use crate::api;
use crate::pages::change_log::{Thing, history_link};
use crate::pages::matches::{self, Proposer};
use crate::pages::not_found::NotFound;
use crate::text::{Text, documents, matching, own_products as words, t};
use crate::ui::{Empty, Heading};
use crate::who::{Person, own_faces, signed_in_page};

/// The parts of the page by their names in the address.
pub(super) const EDIT: &str = "sua";
pub(super) const PAPERS: &str = "giay-to";
pub(super) const READINESS: &str = "ben-mua";
const NEEDS: &str = "nhu-cau";
const PARTS: [(&str, Text); 5] = [
    ("", words::OVERVIEW),
    (EDIT, words::EDIT),
    (PAPERS, words::PAPERS),
    (READINESS, words::READINESS),
    (NEEDS, matching::NEEDS),
];

/// The page of one product of an organisation.
#[component]
pub(crate) fn OwnProductPage() -> impl IntoView {
    signed_in_page(words::PRODUCT, page)
}

fn page(person: Person) -> AnyView {
    let params = use_params_map();
    let address = address::query();
    let part = Memo::new(move |_| address.with(|address| address.one("phan").to_owned()));
    let asked = api::ask(move || {
        let id = params.with(|params| params.get("product"))?;
        id.parse::<shared::ProductId>().ok()?;
        Some(query::sheet(id))
    });
    let changed = Callback::new(move |()| asked.ask_again());
    own_faces(asked, move |answer| {
        let Some(sheet) = answer.own_product.clone() else { return view! { <NotFound/> }.into_any() };
        let is_member = sheet.producer.members.iter().any(|member| member.account_id == person.id);
        // Staff read what members keep.
        let may_change = is_member.then_some(changed);
        let (name, parts) = (sheet.name.clone(), parts(&sheet, part, is_member));
        let shown = move || match (part.get().as_str(), may_change) {
            (EDIT, Some(changed)) => edit::section(&sheet, changed),
            (PAPERS, may_change) => papers::section(&sheet, may_change),
            (READINESS, may_change) => readiness::section(&sheet, may_change),
            (NEEDS, may_change) => needs(&sheet, may_change.is_some()),
            (_, may_change) => overview(&sheet, may_change),
        };
        view! { <Heading text=name/>{parts}{shown} }.into_any()
    })
}

/// Where the sheet of a product is.
pub(super) fn address_of(sheet: &Sheet) -> String {
    format!("/to-chuc/{}/san-pham/{}", sheet.producer.id.inner(), sheet.id.inner())
}

/// Where a part of it is.
pub(super) fn part_of(sheet: &Sheet, part: &str) -> String {
    format!("{}?phan={part}", address_of(sheet))
}

fn parts(sheet: &Sheet, part: Memo<String>, is_member: bool) -> AnyView {
    let offered = PARTS.iter().filter(|(name, _)| is_member || *name != EDIT);
    let links = offered.map(|(name, words)| {
        let address = if name.is_empty() { address_of(sheet) } else { part_of(sheet, name) };
        let current = move || part.with(|part| part == name).then_some("page");
        view! { <li><a class="chip" href=address aria-current=current>{t(*words)}</a></li> }
    });
    let list = format!("/to-chuc/{}/san-pham", sheet.producer.id.inner());
    view! {
        <p class="quiet">{sheet.producer.name.clone()}</p>
        <nav aria-label=t(words::PARTS)>
            <ul class="chips">
                {links.collect_view()}
                <li><a class="chip" href=format!("{}/chung-cu", address_of(sheet))>{t(documents::EVIDENCE)}</a></li>
                <li><a class="all-link" href=list>{t(words::TO_LIST)}</a></li>
            </ul>
        </nav>
    }
    .into_any()
}

/// The needs that it fits: nobody proposes a product that nobody sees.
fn needs(sheet: &Sheet, is_member: bool) -> AnyView {
    if sheet.published_at.is_none() {
        let way = address_of(sheet);
        return view! {
            <section>
                <h2>{t(matching::NEEDS)}</h2>
                <Empty what=t(matching::UNPUBLISHED)>
                    <a class="button-second" href=way>{t(matching::TO_PUBLISHING)}</a>
                </Empty>
            </section>
        }
        .into_any();
    }
    let by = if is_member { Proposer::Producer } else { Proposer::Staff };
    matches::needs_for(sheet.id.clone(), sheet.producer.id.clone(), by, part_of(sheet, NEEDS))
}

fn overview(sheet: &Sheet, changed: Option<Callback<()>>) -> AnyView {
    view! {
        <div class="columns columns-even columns-own">
            <div class="column-main">
                {publishing::section(sheet, changed)}
                {photos::section(sheet, changed)}
            </div>
            <div class="column-second">
                {facts::section(sheet, changed)}
                {history_link(Thing::Product, &sheet.id)}
            </div>
        </div>
    }
    .into_any()
}
