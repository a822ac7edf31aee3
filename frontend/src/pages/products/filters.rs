//! The filters: lists of values with their counts, beside the results or, on a small screen, in a dialog.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::names::{self, Names, top_group};
use super::query::{FacetValue, Facets};
use super::search::{Filter, Search};
use crate::api::Asked;
use crate::text::{Text, language, search as words, shell, t, words as counts};
use crate::ui::{Dialog, wide_screen};

/// Values shown before "show all".
const SHORT_LIST: usize = 8;

/// The filters, where there is room for them.
#[component]
pub(crate) fn FilterPlace(
    search: Memo<Search>,
    facets: Memo<Option<Facets>>,
    #[prop(into)] total: Signal<Option<i32>>,
) -> impl IntoView {
    let wide = wide_screen();
    let open = RwSignal::new(false);
    let chosen = move || {
        let chosen = search
            .with(|search| Filter::ALL.iter().map(|filter| search.values(*filter).len()).sum::<usize>());
        if chosen == 0 { String::new() } else { format!(" ({chosen})") }
    };
    move || {
        if wide.get() {
            return view! { <aside class="column-side" aria-label=t(words::FILTERS)><Lists search facets/></aside> }
                .into_any();
        }
        view! {
            <div>
                <button class="button-second" on:click=move |_| open.set(true)>{t(words::FILTERS)}{chosen}</button>
                <Dialog open title=t(words::FILTERS)>
                    <Lists search facets/>
                    <p class="dialog-foot">
                        <button class="button" on:click=move |_| open.set(false)>
                            {move || words::show_found(total.get())}
                        </button>
                    </p>
                </Dialog>
            </div>
        }
        .into_any()
    }
}

#[component]
fn Lists(search: Memo<Search>, facets: Memo<Option<Facets>>) -> impl IntoView {
    let former = move || search.with(|search| search.former_names);
    view! {
        <ValueList search facets filter=Filter::Stars/>
        <ValueList search facets filter=Filter::Groups/>
        {move || {
            let filter = if former() { Filter::FormerProvinces } else { Filter::Provinces };
            view! { <ValueList search facets filter/> }
        }}
        <ValueList search facets filter=Filter::Certificates/>
        <ValueList search facets filter=Filter::Months/>
    }
}

/// One list of values as a group of check boxes. Boxes stay in place while counts change, so the focus does too.
#[component]
fn ValueList(search: Memo<Search>, facets: Memo<Option<Facets>>, filter: Filter) -> impl IntoView {
    let all = RwSignal::new(false);
    let offered = Memo::new(move |_| {
        let chosen = search.with(|search| search.values(filter).to_vec());
        facets
            .with(|facets| offered(filter, facets.as_ref().map_or(&[], |facets| facets.of(filter)), &chosen))
    });
    let shown = move || {
        search.with(|search| {
            let chosen = search.values(filter);
            offered.with(|offered| match filter {
                Filter::Groups => opened(offered, chosen),
                _ => shown(offered, all.get(), chosen),
            })
        })
    };
    let hidden =
        move || filter != Filter::Groups && !all.get() && offered.with(|offered| offered.len() > SHORT_LIST);
    let is_province = matches!(filter, Filter::Provinces | Filter::FormerProvinces);
    view! {
        <Show when=move || is_province || !offered.read().is_empty()>
            <fieldset class="values">
                <legend>{t(title(filter))}</legend>
                {is_province.then(|| view! { <EraSwitch search/> })}
                <For each=shown key=|value| value.value.clone() children=move |value| {
                    view! { <Value search facets filter value/> }
                }/>
                <Show when=hidden>
                    <button class="button-quiet" on:click=move |_| all.set(true)>
                        {t(words::SHOW_ALL_VALUES)}" "{move || offered.read().len()}
                    </button>
                </Show>
            </fieldset>
        </Show>
    }
}

#[component]
fn Value(
    search: Memo<Search>,
    facets: Memo<Option<Facets>>,
    filter: Filter,
    value: FacetValue,
) -> impl IntoView {
    let navigate = use_navigate();
    let names = expect_context::<Asked<Names>>();
    let label = {
        let (code, label) = (value.value.clone(), label(filter, &value));
        move || names::name(names, filter, &code).unwrap_or_else(|| label.clone())
    };
    let indent = format!("value value-level-{}", value.value.matches('.').count());
    let value = StoredValue::new(value.value);
    let count = move || {
        let count = facets.with(|facets| {
            let values = facets.as_ref()?.of(filter);
            Some(values.iter().find(|known| value.with_value(|value| known.value == *value))?.count)
        });
        counts::number(count.unwrap_or_default().into(), language())
    };
    let chosen =
        move || search.with(|search| value.with_value(|value| search.values(filter).contains(value)));
    let toggle = move |_| {
        let next = search.with_untracked(|search| value.with_value(|value| search.toggled(filter, value)));
        navigate(&next.address(), NavigateOptions { scroll: false, ..Default::default() });
    };
    view! {
        <label class=if filter == Filter::Groups { indent } else { "value".to_owned() }>
            <input type="checkbox" prop:checked=chosen on:change=toggle/>
            <span class="value-name">{label}</span>
            <span class="value-count">{count}</span>
        </label>
    }
}

/// Provinces by their names of today or until 30 June 2025.
#[component]
fn EraSwitch(search: Memo<Search>) -> impl IntoView {
    let navigate = use_navigate();
    let choose = move |former_names: bool| {
        let next = Search { former_names, ..search.get_untracked() };
        navigate(&next.address(), NavigateOptions { scroll: false, replace: true, ..Default::default() });
    };
    let former = move || search.with(|search| search.former_names);
    let button = move |name: Text, is_former: bool| {
        let choose = choose.clone();
        view! {
            <button
                class="segment"
                type="button"
                aria-pressed=move || (former() == is_former).to_string()
                on:click=move |_| choose(is_former)
            >
                {t(name)}
            </button>
        }
    };
    view! {
        <div class="segments" role="group" aria-label=t(words::ERA)>
            {button(words::ERA_NEW, false)}
            {button(words::ERA_OLD, true)}
        </div>
    }
}

/// What is filtered by, each with a way to drop it.
#[component]
pub(crate) fn ActiveFilters(search: Memo<Search>, facets: Memo<Option<Facets>>) -> impl IntoView {
    let chips = move || {
        search.with(|search| {
            let mut chips = Vec::new();
            for filter in Filter::ALL {
                for value in search.values(filter) {
                    let known = facets.with(|facets| {
                        let values = facets.as_ref()?.of(filter);
                        values.iter().find(|known| known.value == *value).map(|known| label(filter, known))
                    });
                    let label = known.unwrap_or_else(|| fallback_label(filter, value));
                    chips.push(chip(label, search.toggled(filter, value).address()));
                }
            }
            if search.sold_at.is_some() {
                let without = Search { sold_at: None, ..search.clone() };
                chips.push(chip(t(words::HERE_ONLY).to_owned(), without.address()));
            }
            chips
        })
    };
    view! {
        <Show when=move || search.with(Search::is_filtered)>
            <ul class="chips" aria-label=t(words::ACTIVE_FILTERS)>
                {chips}
                <li>
                    <a class="button-quiet" data-noscroll href=move || search.with(|search| search.without_filters().address())>
                        {t(words::CLEAR_FILTERS)}
                    </a>
                </li>
            </ul>
        </Show>
    }
}

fn chip(label: String, without: String) -> AnyView {
    view! {
        <li>
            <a class="chip" data-noscroll href=without>
                {label}" "<span aria-hidden="true">"✕"</span>
                <span class="for-readers">{t(shell::REMOVE)}</span>
            </a>
        </li>
    }
    .into_any()
}

fn title(filter: Filter) -> Text {
    match filter {
        Filter::Groups => words::GROUPS,
        Filter::Stars => words::STARS,
        Filter::Provinces | Filter::FormerProvinces => words::PROVINCES,
        Filter::Certificates => words::CERTIFICATES,
        Filter::Months => words::MONTHS,
    }
}

fn label(filter: Filter, value: &FacetValue) -> String {
    match filter {
        Filter::Stars | Filter::Months => fallback_label(filter, &value.value),
        Filter::FormerProvinces => format!("{} ({})", value.label, t(words::OLD_PROVINCE)),
        Filter::Groups | Filter::Provinces | Filter::Certificates => value.label.clone(),
    }
}

/// The words for a value of which only the code is known.
pub(crate) fn fallback_label(filter: Filter, value: &str) -> String {
    match filter {
        Filter::Stars => words::stars(value.parse().unwrap_or_default()),
        Filter::Months => words::month(value.parse().unwrap_or_default()),
        Filter::Groups => top_group(value).unwrap_or_else(|| format!("{} {value}", t(title(filter)))),
        Filter::Provinces | Filter::FormerProvinces | Filter::Certificates => {
            format!("{} {value}", t(title(filter)))
        }
    }
}

/// The values that can be chosen: those that leave something, and those chosen already, so that they can be dropped.
fn offered(filter: Filter, values: &[FacetValue], chosen: &[String]) -> Vec<FacetValue> {
    let possible = |value: &&FacetValue| filter != Filter::Stars || value.value != "0";
    let mut offered: Vec<_> = values.iter().filter(possible).cloned().collect();
    for value in chosen {
        if !offered.iter().any(|known| known.value == *value) {
            let label = fallback_label(filter, value);
            offered.push(FacetValue { value: value.clone(), label, count: 0 });
        }
    }
    offered
}

/// The highest groups, and what is right below those that are chosen.
fn opened(offered: &[FacetValue], chosen: &[String]) -> Vec<FacetValue> {
    let is_open = |value: &&FacetValue| match value.value.rsplit_once('.') {
        None => true,
        Some((parent, _)) => {
            let below = |group: &String| group == parent || group.starts_with(&format!("{parent}."));
            chosen.iter().any(below)
        }
    };
    offered.iter().filter(is_open).cloned().collect()
}

/// The first few, and the chosen ones wherever they stand.
fn shown(offered: &[FacetValue], all: bool, chosen: &[String]) -> Vec<FacetValue> {
    let first = |place: usize| all || place < SHORT_LIST;
    let values = offered.iter().enumerate();
    values
        .filter(|(place, value)| first(*place) || chosen.contains(&value.value))
        .map(|(_, value)| value.clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(value: &str) -> FacetValue {
        FacetValue { value: value.into(), label: value.into(), count: 1 }
    }

    #[test]
    fn a_chosen_value_is_offered_even_when_nothing_is_left_of_it() {
        let offered = offered(Filter::Stars, &[value("5"), value("0")], &["3".into()]);

        assert_eq!(offered.iter().map(|value| value.value.as_str()).collect::<Vec<_>>(), ["5", "3"]);
    }

    #[test]
    fn a_group_opens_when_it_or_one_below_it_is_chosen() {
        let groups = ["I", "I.5", "I.5.a", "I.6", "II", "II.1"].map(value);
        let open = |chosen: &str| {
            let opened = opened(&groups, &[chosen.to_owned()]);
            opened.into_iter().map(|group| group.value).collect::<Vec<_>>()
        };

        assert_eq!(open("I"), ["I", "I.5", "I.6", "II"]);
        assert_eq!(open("I.5"), ["I", "I.5", "I.5.a", "I.6", "II"]);
        assert_eq!(open("V"), ["I", "II"]);
    }

    #[test]
    fn a_long_list_is_cut_but_keeps_what_is_chosen() {
        let many: Vec<_> = (0..20).map(|number| value(&number.to_string())).collect();

        let shown_values = shown(&many, false, &["19".into()]);

        assert_eq!(shown_values.len(), SHORT_LIST + 1);
        assert_eq!(shown(&many, true, &[]).len(), 20);
    }
}
