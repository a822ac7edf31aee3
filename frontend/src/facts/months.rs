//! The months in which a product can be had, as a strip of twelve cells that also reads as words.

use leptos::prelude::*;

use crate::text::{product, search, t};

/// Twelve cells, or "not known".
#[component]
pub(crate) fn MonthStrip(
    /// Months from 1 to 12; `None` when unknown.
    months: Option<Vec<i32>>,
) -> impl IntoView {
    let Some(months) = months else {
        return view! { <span class="quiet">{t(product::NOT_KNOWN)}</span> }.into_any();
    };
    let words = months.iter().map(|month| search::month(*month)).collect::<Vec<_>>().join(", ");
    let cells = (1..=12)
        .map(|month| {
            let class = if months.contains(&month) { "month month-yes" } else { "month" };
            view! { <span class=class>{month}</span> }
        })
        .collect_view();
    view! { <span class="months" role="img" aria-label=words>{cells}</span> }.into_any()
}
