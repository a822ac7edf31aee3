//! What this is, where its data come from, and the plans of the city.

mod query;

use leptos::prelude::*;
use leptos::task::spawn_local;

use self::query::{About, Plan};
use crate::api;
use crate::settings::{self, MapLayers};
use crate::text::{Text, about as words, language, product, shell, t, words as counts};
use crate::ui::{Heading, TextSkeleton, faces};

const OPEN_DATA: [(Text, &[(&str, &str)]); 2] = [
    (
        words::OPEN_POINTS,
        &[
            ("GeoJSON", "/open/sale-points.geojson"),
            ("CSV", "/open/sale-points.csv"),
            ("JSON", "/open/sale-points.json"),
        ],
    ),
    (words::OPEN_PRODUCTS, &[("CSV", "/open/products.csv"), ("JSON", "/open/products.json")]),
];

/// The page.
#[component]
pub(crate) fn AboutPage() -> impl IntoView {
    let asked = api::ask(|| Some(query::question()));
    let layers = RwSignal::new(None::<MapLayers>);
    spawn_local(async move {
        layers.try_set(Some(settings::find().await.map_layers));
    });
    let about_layers = move || layers.get().map(|layers| map_layers(&layers));
    view! {
        <div class="prose">
            <Heading text=t(shell::ABOUT)/>
            <h2>{t(words::WHAT)}</h2>
            <p>{t(words::WHAT_1)}</p>
            <p>{t(words::WHAT_2)}</p>
            <h2>{t(words::STARS)}</h2>
            <p>{t(words::STARS_1)}</p>
            <h2>{t(words::STATE)}</h2>
            <p>{t(words::STATE_1)}</p>
            <p>{t(words::STATE_2)}</p>
            <h2>{t(words::OPEN)}</h2>
            <p>{t(words::OPEN_1)}</p>
            <ul>
                {OPEN_DATA.map(|(name, files)| {
                    let files = files.iter().map(|(kind, address)| {
                        view! { " "<a href=*address rel="external" download="">{*kind}</a> }
                    });
                    view! { <li>{t(name)}":"{files.collect_view()}</li> }
                })}
            </ul>
            <h2>{t(words::MAP)}</h2>
            <p>{t(words::MAP_1)}</p>
            {about_layers}
        </div>
        {faces(asked, || view! { <TextSkeleton/> }.into_any(), |about| full(&about))}
    }
}

/// What is to be said of the shapes on the map, once it is known whose they are.
fn map_layers(layers: &MapLayers) -> AnyView {
    let schematic = layers.schematic.then(|| view! { <p>{t(words::MAP_SCHEMATIC)}</p> });
    let attribution = layers.attribution.clone();
    let attribution = attribution.map(|text| view! { <p>{t(words::MAP_LAYERS)}": "{text}</p> });
    view! { {schematic} {attribution} }.into_any()
}

fn full(about: &About) -> AnyView {
    use counts::Counted;

    let counted = [
        (about.products.total_count, Counted::Products),
        (about.producers.total_count, Counted::Producers),
        (about.sale_points.total_count, Counted::SalePoints),
        (about.events.total_count, Counted::Events),
    ]
    .map(|(total, counted)| counts::count(total, counted, language()))
    .join(" · ");
    view! {
        <p class="lead">{counted}</p>
        <section>
            <h2 id="plans">{t(words::PLANS)}</h2>
            <p class="quiet">{t(words::PLANS_1)}</p>
            {plans(&about.plans)}
        </section>
    }
    .into_any()
}

/// The plans as a table, whose rows become cards on a small screen.
fn plans(plans: &[Plan]) -> AnyView {
    const HEADS: [Text; 6] =
        [words::YEAR, words::DECISION, words::ISSUED, words::TARGET, words::PER_DISTRICT, words::CENTRES];

    let rows = plans.iter().map(|plan| {
        let unpublished = || t(product::NOT_PUBLISHED).to_owned();
        let number = |value: Option<i32>| value.map_or("–".to_owned(), |value| value.to_string());
        let sources = plan.sources.iter().filter_map(|source| source.url.clone());
        let sources: Vec<_> = sources.collect();
        let count = sources.len();
        let links = sources.into_iter().enumerate().map(|(place, url)| {
            let name = if count == 1 { t(product::SOURCES).to_owned() } else { format!("{} {}", t(product::SOURCES), place + 1) };
            view! { " "<a class="small" href=url rel="external noopener">{name}</a> }
        });
        view! {
            <tr>
                <th scope="row">{plan.year}</th>
                <td data-name=t(words::DECISION)>{plan.decision_number.clone().unwrap_or_else(unpublished)}{links.collect_view()}</td>
                <td data-name=t(words::ISSUED)>{plan.issued_on.map_or_else(unpublished, |date| date.in_words())}</td>
                <td data-name=t(words::TARGET)>{target(plan.target_min, plan.target_max)}</td>
                <td data-name=t(words::PER_DISTRICT)>{number(plan.min_per_district)}</td>
                <td data-name=t(words::CENTRES)>{number(plan.centres_target)}</td>
            </tr>
        }
    });
    view! {
        <table class="table" aria-labelledby="plans">
            <thead><tr>{HEADS.map(|head| view! { <th scope="col">{t(head)}</th> })}</tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// `30–40`, `5`, `–`
fn target(min: Option<i32>, max: Option<i32>) -> String {
    match (min, max) {
        (Some(min), Some(max)) if min != max => format!("{min}–{max}"),
        (Some(only), _) | (None, Some(only)) => only.to_string(),
        (None, None) => "–".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_a_range_or_a_number_or_nothing() {
        assert_eq!(target(Some(30), Some(40)), "30–40");
        assert_eq!(target(Some(30), Some(30)), "30");
        assert_eq!(target(Some(5), None), "5");
        assert_eq!(target(None, None), "–");
    }
}
