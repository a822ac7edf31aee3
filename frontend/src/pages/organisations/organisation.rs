//! One organisation for its members: what is known of it, editing, members. The part shown is in the address.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::query::{self, Contact, Organisation};
use super::{consent, edit, members, points, verification};
use crate::address;
use crate::api::{self, WardBasis};
use crate::pages::change_log::{Thing, history_link};
use crate::pages::events::own_events;
use crate::pages::needs::RelatedNeeds;
use crate::pages::not_found::NotFound;
use crate::pages::webhooks::Webhooks;
use crate::text::{
    Text, introductions, kinds, needs, openings, organisation as words, own_products, t, webhooks,
    words as counts,
};
use crate::ui::Heading;
use crate::who::{Person, own_faces, signed_in_page};

/// The parts of the page by their names in the address.
const PARTS: [(&str, Text); 3] =
    [("", words::OVERVIEW), ("sua", words::EDIT), ("thanh-vien", words::MEMBERS)];
/// The part for those who decide about it.
const SOFTWARE: (&str, Text) = ("phan-mem", webhooks::WEBHOOKS);

/// The page of one organisation.
#[component]
pub(crate) fn OrganisationPage() -> impl IntoView {
    signed_in_page(words::MINE, page)
}

fn page(person: Person) -> AnyView {
    let params = use_params_map();
    let address = address::query();
    let part = Memo::new(move |_| address.with(|address| address.one("phan").to_owned()));
    let asked = api::ask(move || {
        let id = params.with(|params| params.get("id"))?;
        id.parse::<shared::OrganisationId>().ok()?;
        Some(query::organisation(id))
    });
    let changed = Callback::new(move |()| asked.ask_again());
    own_faces(asked, move |answer| {
        let Some(organisation) = answer.organisation.clone() else { return view! { <NotFound/> }.into_any() };
        let person = person.clone();
        let is_member = organisation.members.iter().any(|member| member.account_id == person.id);
        let owns = is_owner(&organisation, &person);
        let name = organisation.name.clone();
        // Staff read what its members keep.
        let parts = is_member.then(|| parts(&organisation, part, owns));
        let shown = move || match part.get().as_str() {
            "sua" if is_member => edit::section(&organisation, changed),
            "thanh-vien" if is_member => members::section(&organisation, &person, changed),
            "phan-mem" if is_member => software(&organisation, owns),
            _ => overview(&organisation, is_member.then_some(changed)),
        };
        view! { <Heading text=name/>{parts}{shown} }.into_any()
    })
}

fn parts(organisation: &Organisation, part: Memo<String>, owns: bool) -> AnyView {
    let id = &organisation.id;
    let links = PARTS.into_iter().chain(owns.then_some(SOFTWARE)).map(|(name, words)| {
        let address = if name.is_empty() {
            format!("/to-chuc/{}", id.inner())
        } else {
            format!("/to-chuc/{}?phan={name}", id.inner())
        };
        let current = move || part.with(|part| part == name).then_some("page");
        view! { <li><a class="chip" href=address aria-current=current>{t(words)}</a></li> }
    });
    let links = links.collect_view();
    let products = organisation.is_producer.then(|| {
        let address = format!("/to-chuc/{}/san-pham", id.inner());
        let to_openings = format!("/to-chuc/{}/co-hoi", id.inner());
        view! {
            <li><a class="chip" href=address>{t(own_products::PRODUCTS)}</a></li>
            <RelatedNeeds producer=id.clone()/>
            <li><a class="chip" href=to_openings>{t(openings::OPENINGS)}</a></li>
        }
    });
    let needs = organisation.is_retailer.then(|| {
        let address = format!("/to-chuc/{}/nhu-cau", id.inner());
        view! { <li><a class="chip" href=address>{t(needs::OWN)}</a></li> }
    });
    let talks = format!("/ket-noi/gioi-thieu?don-vi={}", id.inner());
    view! {
        <nav aria-label=t(words::PARTS)>
            <ul class="chips">
                {links}
                {products}
                {needs}
                <li><a class="chip" href=talks>{t(introductions::INTRODUCTIONS)}</a></li>
                <li><a class="all-link" href="/to-chuc?tat-ca=1">{t(words::ALL_MINE)}</a></li>
            </ul>
        </nav>
    }
    .into_any()
}

/// Other programs that are told of its introductions.
fn software(organisation: &Organisation, owns: bool) -> AnyView {
    let shown = if owns {
        let may_add = organisation.verified_at.is_some();
        view! { <Webhooks organisation=Some(organisation.id.clone()) may_add/> }.into_any()
    } else {
        view! { <p class="quiet">{t(webhooks::OWNERS_ONLY)}</p> }.into_any()
    };
    view! { <section><h2>{t(webhooks::WEBHOOKS)}</h2>{shown}</section> }.into_any()
}

/// What is known of it; `changed` where the person may change something.
fn overview(organisation: &Organisation, changed: Option<Callback<()>>) -> AnyView {
    // Who only makes goods runs a point now and then; who is not verified is given none.
    let may_run = organisation.verified_at.is_some() || !organisation.sale_points.is_empty();
    let points = may_run.then(|| points::section(&organisation.sale_points));
    let events = changed.map(|_| own_events(organisation.id.clone()));
    view! {
        <div class="columns columns-even columns-own">
            <div class="column-main">
                {verification::section(organisation, changed)}
                {facts(organisation)}
                {points}
                {events}
            </div>
            <div class="column-second">
                <section>
                    <h2>{t(words::STAFF_CONTACT)}</h2>
                    {contact(&organisation.contact)}
                </section>
                {consent::section(organisation, changed)}
            </div>
        </div>
    }
    .into_any()
}

/// What is known of it, in words.
fn facts(organisation: &Organisation) -> AnyView {
    let unknown = || t(words::NOT_KNOWN).to_owned();
    let roles = [(organisation.is_producer, words::PRODUCER), (organisation.is_retailer, words::RETAILER)];
    let roles: Vec<_> = roles.into_iter().filter(|(is_so, _)| *is_so).map(|(_, words)| t(words)).collect();
    let province = organisation.province.as_ref().map(|province| province.name.clone());
    let ward = organisation.ward.as_ref().map(|ward| ward.name.clone());
    let ward = [ward, province].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let basis = organisation.ward_basis.filter(|basis| *basis != WardBasis::Confirmed);
    let basis =
        basis.map(|basis| view! { " "<span class="quiet small">{t(kinds::ward_basis(basis))}</span> });
    let district = organisation.former_district.as_ref().map(|district| {
        view! { <dt>{t(words::FORMER_DISTRICT)}</dt><dd>{district.name.clone()}</dd> }
    });
    let is_listed = organisation.is_producer && organisation.verified_at.is_some();
    let public_page = is_listed.then(|| {
        let address = format!("/chu-the/{}", organisation.id.inner());
        view! { <p><a class="all-link" href=address>{t(words::PUBLIC_PAGE)}</a></p> }
    });
    view! {
        <section>
            <h2>{t(words::FACTS)}</h2>
            <dl class="facts">
                <dt>{t(words::LEGAL_FORM)}</dt><dd>{t(kinds::legal_form(organisation.legal_form))}</dd>
                <dt>{t(words::ROLES)}</dt><dd>{roles.join("; ")}</dd>
                <dt>{t(words::TAX_CODE)}</dt><dd>{organisation.tax_code.clone().unwrap_or_else(unknown)}</dd>
                <dt>{t(words::ADDRESS)}</dt><dd>{organisation.address.clone().unwrap_or_else(unknown)}</dd>
                <dt>{t(words::WARD)}</dt>
                <dd>{if ward.is_empty() { unknown() } else { ward }}{basis}</dd>
                {district}
            </dl>
            {public_page}
            {history_link(Thing::Organisation, &organisation.id)}
        </section>
    }
    .into_any()
}

/// A contact in words.
pub(super) fn contact(contact: &Contact) -> AnyView {
    let phone = contact.phone.as_deref().map(|phone| {
        let (address, words) = (format!("tel:{phone}"), counts::phone(phone));
        view! { <a href=address rel="external">{words}</a> }.into_any()
    });
    let text = |text: &Option<String>| text.clone().map(|text| view! { {text} }.into_any());
    let parts = [
        (words::CONTACT_NAME, text(&contact.name)),
        (words::CONTACT_PHONE, phone),
        (words::CONTACT_EMAIL, text(&contact.email)),
        (words::CONTACT_WEBSITE, text(&contact.website)),
    ];
    let known: Vec<_> = parts.into_iter().filter_map(|(words, value)| Some((words, value?))).collect();
    if known.is_empty() {
        return view! { <p class="quiet">{t(words::NOT_KNOWN)}</p> }.into_any();
    }
    let rows = known.into_iter().map(|(words, value)| view! { <dt>{t(words)}</dt><dd>{value}</dd> });
    view! { <dl class="facts">{rows.collect_view()}</dl> }.into_any()
}

/// Whether somebody owns an organisation.
pub(super) fn is_owner(organisation: &Organisation, person: &Person) -> bool {
    let mut members = organisation.members.iter();
    members.any(|member| member.account_id == person.id && member.role == api::MemberRole::Owner)
}
