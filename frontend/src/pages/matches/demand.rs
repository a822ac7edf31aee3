//! For staff of the city: what keeps producers from needs in the whole city, and what is lacking. What is looked
//! at is in the address.

use cynic::QueryBuilder;
use leptos::prelude::*;

use super::demand_choice::DemandChoice;
use super::lacking;
use super::opening::{self, Opening};
use crate::address;
use crate::api::{self, Question, schema};
use crate::pages::staff::is_of_city;
use crate::text::{kinds, needs as need_words, openings as words, t};
use crate::ui::{Empty, Heading};
use crate::who::{for_staff, own_faces, signed_in_page};

#[derive(cynic::QueryVariables)]
pub(crate) struct Variables {
    groups: Option<Vec<String>>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "Variables")]
pub(crate) struct Blockers {
    #[arguments(groups: $groups)]
    pub(crate) blockers: Vec<Opening>,
}

fn blockers(group: Option<&str>) -> Question<Blockers> {
    api::question(Blockers::build(Variables { groups: group.map(|group| vec![group.to_owned()]) }))
}

/// The page about needs and products for staff.
#[component]
pub(crate) fn DemandPage() -> impl IntoView {
    signed_in_page(words::STAFF, |_| for_staff(words::STAFF, is_of_city, page))
}

fn page() -> AnyView {
    let address = address::query();
    let choice = Memo::new(move |_| address.with(DemandChoice::read));
    let group = Memo::new(move |_| choice.with(|choice| choice.group));
    let blockers = api::ask(move || Some(self::blockers(group.get())));
    let blocking = own_faces(blockers, |answer| match answer.blockers.as_slice() {
        [] => view! { <Empty what=t(words::NO_BLOCKERS)/> }.into_any(),
        blockers => opening::list(blockers, None),
    });
    view! {
        <Heading text=t(words::STAFF)/>
        <section>
            <h2>{t(words::BLOCKERS)}</h2>
            <p class="quiet">{t(words::BLOCKERS_WHY)}</p>
            {groups(choice)}
            {blocking}
        </section>
        {lacking::unmet(choice)}
        {lacking::unanswered()}
    }
    .into_any()
}

fn groups(choice: Memo<DemandChoice>) -> AnyView {
    let link = |group: Option<&'static str>, words| {
        let address = move || DemandChoice { group, ..choice.get() }.address();
        let current = move || (choice.get().group == group).then_some("page");
        view! { <li><a class="chip" data-noscroll href=address aria-current=current>{t(words)}</a></li> }
    };
    let links = kinds::TOP_GROUPS.map(|(code, name)| link(Some(code), name));
    view! {
        <nav aria-label=t(need_words::GROUP)>
            <ul class="chips">{link(None, need_words::ANY_GROUP)}{links}</ul>
        </nav>
    }
    .into_any()
}
