//! The list of results with its four faces.

use leptos::prelude::*;

use super::nothing::Nothing;
use super::query::Found;
use super::search::Search;
use crate::api::Pages;
use crate::facts::ProductCard;
use crate::text::{language, search as words, t};
use crate::ui::{CardSkeleton, faces, paged_list};

/// The results, or why there are none.
pub(crate) fn results(found: Pages<Found>, search: Memo<Search>) -> AnyView {
    faces(
        found.first,
        || view! { <CardSkeleton count=6/> }.into_any(),
        move |first| {
            if first.products.edges.is_empty() {
                return view! { <Nothing search=search.get_untracked()/> }.into_any();
            }
            let typed = search.with_untracked(|search| search.text.trim().to_owned());
            let products = &first.products;
            let reading = words::reading(products.reading, &typed, products.read_as.as_deref(), language());
            view! {
                {reading.map(|told| view! { <p class="reading">{told}</p> })}
                <h2 class="for-readers">{t(words::RESULTS)}</h2>
                {paged_list("plain-list cards", &*first, found, rows)}
            }
            .into_any()
        },
    )
}

fn rows(page: &Found) -> AnyView {
    let cards = page.products.edges.iter().map(|edge| {
        let (card, highlights) = (edge.node.clone(), edge.highlights.clone());
        view! { <li><ProductCard card highlights/></li> }
    });
    cards.collect_view().into_any()
}
