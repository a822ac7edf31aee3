//! From a need to products that fit it: the search with what the need asks already chosen.

use leptos::prelude::*;

use super::query::Need;
use crate::api::Era;
use crate::pages::products::Search;
use crate::text::{Text, needs as words, t};

/// The part of the page about it.
pub(super) fn section(need: &Need) -> AnyView {
    let links = searches(need).into_iter().map(|(words, search)| {
        view! { <li><a class="button-second" href=search.address()>{t(words)}</a></li> }
    });
    view! {
        <section>
            <h2>{t(words::FIND_PRODUCTS)}</h2>
            <p class="quiet">{t(words::FIND_WHY)}</p>
            <ul class="chips">{links.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// A need takes goods of any of its provinces, whatever the era of their names; a search with names of both eras takes
/// only what fits both. So there is a search for each era.
fn searches(need: &Need) -> Vec<(Text, Search)> {
    let of = |era: Era| {
        let codes = need.provinces.iter().filter(|province| province.era == era);
        codes.map(|province| province.code.clone()).collect::<Vec<_>>()
    };
    let base = Search {
        groups: need.groups.iter().map(|group| group.code.clone()).collect(),
        stars: need.min_stars.map(at_least).unwrap_or_default(),
        ..Search::default()
    };
    let (today, former) = (of(Era::Current), of(Era::Legacy));
    let by_today = || Search { provinces: today.clone(), ..base.clone() };
    let by_former = || Search { former_provinces: former.clone(), former_names: true, ..base.clone() };
    match (today.is_empty(), former.is_empty()) {
        (_, true) => vec![(words::FIND_PRODUCTS, by_today())],
        (true, false) => vec![(words::FIND_PRODUCTS, by_former())],
        (false, false) => vec![(words::FIND_BY_TODAY, by_today()), (words::FIND_BY_FORMER, by_former())],
    }
}

/// The stars that are enough.
fn at_least(fewest: i32) -> Vec<String> {
    (fewest..=5).map(|stars| stars.to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::at_least;

    #[test]
    fn more_stars_than_asked_for_are_enough() {
        assert_eq!(at_least(4), ["4", "5"]);
        assert_eq!(at_least(5), ["5"]);
    }
}
