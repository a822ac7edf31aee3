//! For staff of the city: needs that nothing fits, by group or by province, and words that people looked for in vain. How needs
//! are gathered is in the address.

use chrono::NaiveDate;
use cynic::QueryBuilder;
use leptos::prelude::*;
use shared::PartialDate;

use super::demand_choice::DemandChoice;
use super::opening::NamedNeed;
use crate::api::{self, Era, UnmetBy, schema};
use crate::facts::Group;
use crate::pages::needs;
use crate::text::{language, openings as words, t, words as counts};
use crate::ui::Empty;
use crate::who::own_faces;

#[derive(cynic::QueryVariables)]
pub(crate) struct Variables {
    by: UnmetBy,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "Variables")]
pub(crate) struct Unmet {
    #[arguments(by: $by)]
    unmet_demand: Vec<UnmetDemand>,
}

#[derive(cynic::QueryFragment, Clone)]
struct UnmetDemand {
    group: Option<Group>,
    province: Option<Province>,
    needs: Vec<NamedNeed>,
    almost: i32,
}

#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "AdminUnit")]
struct Province {
    era: Era,
    name: String,
}

impl Province {
    /// With a word for one of before.
    fn told(&self) -> String {
        match self.era {
            Era::Legacy => format!("{} ({})", self.name, t(words::FORMER)),
            Era::Current => self.name.clone(),
        }
    }
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query")]
pub(crate) struct Unanswered {
    #[arguments(first: 100)]
    unanswered_searches: Vec<UnansweredSearch>,
}

#[derive(cynic::QueryFragment, Clone)]
struct UnansweredSearch {
    text: String,
    group: Option<Group>,
    province: Option<Province>,
    times: i32,
    last_on: NaiveDate,
}

/// Needs that nothing fits.
pub(super) fn unmet(choice: Memo<DemandChoice>) -> AnyView {
    let by_province = Memo::new(move |_| choice.with(|choice| choice.by_province));
    let by = move || if by_province.get() { UnmetBy::Province } else { UnmetBy::Group };
    let unmet = api::ask(move || Some(api::question(Unmet::build(Variables { by: by() }))));
    let lacking = own_faces(unmet, move |answer| match answer.unmet_demand.as_slice() {
        [] => view! { <Empty what=t(words::NO_UNMET)/> }.into_any(),
        unmet => {
            unmet.iter().map(|demand| gathered(demand, by_province.get_untracked())).collect_view().into_any()
        }
    });
    let link = |this: bool, told| {
        let address = move || DemandChoice { by_province: this, ..choice.get() }.address();
        let current = move || (by_province.get() == this).then_some("page");
        view! { <li><a class="chip" data-noscroll href=address aria-current=current>{t(told)}</a></li> }
    };
    view! {
        <section>
            <h2>{t(words::UNMET)}</h2>
            <nav aria-label=t(words::GATHERED_BY)>
                <ul class="chips">
                    {link(false, words::BY_GROUP)}
                    {link(true, words::BY_PROVINCE)}
                </ul>
            </nav>
            {lacking}
        </section>
    }
    .into_any()
}

fn gathered(demand: &UnmetDemand, by_province: bool) -> AnyView {
    let heading = match (&demand.group, &demand.province) {
        (Some(group), _) => group.name().to_owned(),
        (None, Some(province)) => province.told(),
        (None, None) if by_province => t(words::NO_PROVINCE).to_owned(),
        (None, None) => t(words::NO_GROUP).to_owned(),
    };
    let count = i32::try_from(demand.needs.len()).unwrap_or(i32::MAX);
    let count = counts::count(count, counts::Counted::Needs, language());
    let rows = demand.needs.iter().map(|need| {
        view! {
            <li class="row">
                <a class="row-link" href=needs::address_of(&need.id)>{need.name.clone()}</a>
                <span class="quiet small">{need.retailer.name.clone()}</span>
            </li>
        }
    });
    view! {
        <section>
            <h3>{heading}" ("{count}")"</h3>
            <p class="quiet small">{words::almost(demand.almost)}</p>
            <ul class="plain-list rows">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// Words that people looked for in vain.
pub(super) fn unanswered() -> AnyView {
    let asked = api::ask(|| Some(api::question(Unanswered::build(()))));
    let listed = own_faces(asked, |answer| match answer.unanswered_searches.as_slice() {
        [] => view! { <Empty what=t(words::NO_UNANSWERED)/> }.into_any(),
        searches => {
            view! { <ul class="plain-list rows">{searches.iter().map(row).collect_view()}</ul> }.into_any()
        }
    });
    view! {
        <section>
            <h2>{t(words::UNANSWERED)}</h2>
            <p class="quiet">{t(words::UNANSWERED_WHY)}</p>
            {listed}
        </section>
    }
    .into_any()
}

fn row(search: &UnansweredSearch) -> AnyView {
    let group = search.group.as_ref().map(|group| group.name().to_owned());
    let province = search.province.as_ref().map(Province::told);
    let within = [group, province].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let within = (!within.is_empty()).then(|| view! { <span class="quiet small">{within}</span> });
    let times = words::looked_for(search.times, &PartialDate::Day(search.last_on).in_words());
    view! {
        <li class="row">
            <strong>{search.text.clone()}</strong>
            {within}
            <span class="quiet small">{times}</span>
        </li>
    }
    .into_any()
}
