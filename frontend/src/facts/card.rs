//! A product as one row of a list: its mark, its name with the words that matched, stars, maker, province.

use leptos::prelude::*;

use super::province_in_words;
use crate::api::{HighlightField, StarState, schema};
use crate::text::{Language, language, product, search, t};
use crate::ui::Stars;

/// What a card shows.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Product")]
pub(crate) struct Card {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) stars: Option<i32>,
    pub(crate) star_state: Option<StarState>,
    pub(crate) province: Option<String>,
    pub(crate) former_province: Option<String>,
    pub(crate) group: Group,
    pub(crate) producer: Maker,
}

/// The group of a product.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "ProductGroup")]
pub(crate) struct Group {
    pub(crate) code: String,
    pub(crate) name_vi: String,
    pub(crate) name_en: String,
}

/// Who makes a product.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Producer")]
pub(crate) struct Maker {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
}

/// Where the search matched.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
pub(crate) struct Highlight {
    pub(crate) field: HighlightField,
    pub(crate) parts: Vec<TextPart>,
}

/// A piece of a text that matched, or one between.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
pub(crate) struct TextPart {
    pub(crate) text: String,
    pub(crate) hit: bool,
}

impl Group {
    /// Its name in the language of the page.
    pub(crate) fn name(&self) -> &str {
        match language() {
            Language::Vietnamese => &self.name_vi,
            Language::English => &self.name_en,
        }
    }

    /// The address, in the document, of the mark drawn for it: there is one for each of the six highest groups.
    pub(crate) fn mark(&self) -> String {
        format!("#mark-{}", self.code.split('.').next().unwrap_or_default())
    }
}

/// The card.
#[component]
pub(crate) fn ProductCard(
    /// The product.
    card: Card,
    /// Where the search matched it.
    #[prop(optional)]
    highlights: Vec<Highlight>,
) -> impl IntoView {
    let name = highlighted(&highlights, HighlightField::Name, &card.name);
    let maker = highlighted(&highlights, HighlightField::Producer, &card.producer.name);
    let province = province_in_words(card.province.as_deref(), card.former_province.as_deref());
    view! {
        <article class="card">
            <svg class="mark" aria-hidden="true"><use href=card.group.mark()></use></svg>
            <div>
                <h3><a class="card-link" href=format!("/san-pham/{}", card.id.inner())>{name}</a></h3>
                <p class="quiet small">{stars_in_list(card.stars, card.star_state)}" · "{card.group.name().to_owned()}</p>
                <p class="small">
                    <a class="card-second-link" href=format!("/chu-the/{}", card.producer.id.inner())>{maker}</a>
                    {province.map(|province| format!(" · {province}"))}
                </p>
            </div>
        </article>
    }
}

/// Stars where they hold; otherwise what is known of them, in words.
pub(crate) fn stars_in_list(stars: Option<i32>, state: Option<StarState>) -> AnyView {
    if let Some(count) = stars {
        return view! { <Stars count words=search::stars(count)/> }.into_any();
    }
    let words = match state {
        Some(StarState::Expired | StarState::Superseded) => product::RATING_EXPIRED,
        Some(StarState::Withdrawn) => product::RATING_WITHDRAWN,
        Some(_) => product::RATING_UNCERTAIN,
        None => product::NO_RATING,
    };
    t(words).into_any()
}

fn highlighted(highlights: &[Highlight], field: HighlightField, plain: &str) -> AnyView {
    match highlights.iter().find(|highlight| highlight.field == field) {
        Some(highlight) => hit_parts(&highlight.parts),
        None => plain.to_owned().into_any(),
    }
}

/// A text with its matched pieces marked.
pub(crate) fn hit_parts(parts: &[TextPart]) -> AnyView {
    let parts = parts.iter().map(|part| match part.hit {
        true => view! { <mark>{part.text.clone()}</mark> }.into_any(),
        false => part.text.clone().into_any(),
    });
    parts.collect_view().into_any()
}
