//! Where facts were read, and when.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::api::schema;
use crate::text::{product, t, words};

/// One source.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
pub(crate) struct Source {
    pub(crate) citation: String,
    pub(crate) url: Option<String>,
    pub(crate) read_on: Option<NaiveDate>,
}

/// All sources of a thing; one without an address is text.
#[component]
pub(crate) fn Sources(sources: Vec<Source>) -> impl IntoView {
    if sources.is_empty() {
        return view! { <p class="quiet small">{t(product::NO_SOURCE)}</p> }.into_any();
    }
    let rows = sources
        .into_iter()
        .map(|source| {
            let name = shown_name(&source.citation);
            let name = match source.url {
                Some(url) => view! { <a href=url rel="external noopener">{name}</a> }.into_any(),
                None => name.into_any(),
            };
            let read = source.read_on.map(|day| format!(", {} {}", t(product::READ_ON), words::date(day)));
            view! { <li>{name}{read}</li> }
        })
        .collect_view();
    view! {
        <section class="sources">
            <h2>{t(product::SOURCES)}</h2>
            <ul>{rows}</ul>
        </section>
    }
    .into_any()
}

/// An address is long and says little: its host and the end of its path stay.
fn shown_name(citation: &str) -> String {
    const LONG: usize = 60;
    let Some(address) = citation.strip_prefix("https://").or_else(|| citation.strip_prefix("http://")) else {
        return citation.to_owned();
    };
    let address = address.trim_start_matches("www.");
    if address.chars().count() <= LONG {
        return address.to_owned();
    }
    let begin: String = address.chars().take(LONG).collect();
    format!("{begin}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_shortened_and_a_citation_is_not() {
        assert_eq!(shown_name("https://www.hanoi.gov.vn/a"), "hanoi.gov.vn/a");
        assert_eq!(shown_name("Bản lưu báo chí"), "Bản lưu báo chí");
        assert_eq!(shown_name(&format!("https://a.vn/{}", "x".repeat(100))).chars().count(), 61);
    }
}
