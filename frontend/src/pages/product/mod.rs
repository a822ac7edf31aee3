//! One product: its stars and since when, its maker, its months, where it is sold, and where all this was read.

mod photos;
mod query;
mod supply;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use self::query::{Certificate, Product};
use crate::api;
use crate::clock::day_of;
use crate::facts::{MonthStrip, ProductCard, Rating, RatingLine, SoldAt, Sources, province_in_words};
use crate::pages::matches::InviteLink;
use crate::pages::not_found::NotFound;
use crate::text::{Language, language, product as words, t, words as dates};
use crate::ui::{Badge, Heading, TextSkeleton, Tone, faces};

/// The page of one product.
#[component]
pub(crate) fn ProductPage() -> impl IntoView {
    let params = use_params_map();
    let asked = api::ask(move || {
        let id = params.with(|params| params.get("id"))?;
        id.parse::<shared::ProductId>().ok()?;
        Some(query::question(id))
    });
    faces(
        asked,
        || view! { <TextSkeleton/> }.into_any(),
        |answer| match &answer.product {
            Some(product) => full(product),
            None => view! { <NotFound/> }.into_any(),
        },
    )
}

fn full(product: &Product) -> AnyView {
    let province = province_in_words(product.province.as_deref(), product.former_province.as_deref());
    let origin = match (&product.former_district, province) {
        (Some(district), Some(province)) => format!("{}, {province}", district.name),
        (None, Some(province)) => province,
        (Some(district), None) => district.name.clone(),
        (None, None) => t(words::NOT_KNOWN).to_owned(),
    };
    view! {
        <article class="columns columns-even">
            <div class="column-main">
                {photos::all(&product.photos, &product.name)}
                <div class="page-head">
                    <svg class="mark mark-large" aria-hidden="true"><use href=product.group.mark()></use></svg>
                    <div>
                        <Heading text=product.name.clone()/>
                        {standing(product)}
                    </div>
                </div>
                <InviteLink product=product.id.clone() maker=product.producer.id.clone()/>
                {product.description.clone().map(|description| view! { <p class="lead">{description}</p> })}
                <h2 class="for-readers">{t(words::FACTS)}</h2>
                <dl class="facts">
                    <dt>{t(words::MAKER)}</dt>
                    <dd><a href=format!("/chu-the/{}", product.producer.id.inner())>{product.producer.name.clone()}</a></dd>
                    <dt>{t(words::GROUP)}</dt>
                    <dd>{product.group.name().to_owned()}</dd>
                    <dt>{t(words::ORIGIN)}</dt>
                    <dd>{origin}</dd>
                    <dt>{t(words::MONTHS)}</dt>
                    <dd><MonthStrip months=product.months.clone()/></dd>
                    <dt>{t(words::PACKS)}</dt>
                    <dd>{supply::packs(&product.variants)}</dd>
                    <dt>{t(words::CERTIFICATES)}</dt>
                    <dd>{certificates(&product.certificates)}</dd>
                </dl>
                {product.terms.as_ref().map(supply::terms)}
                {ratings(&product.star_decisions)}
            </div>
            <div class="column-second">
                <section>
                    <h2>{t(words::SOLD_AT)}</h2>
                    <SoldAt stock=product.sold_at.clone()/>
                </section>
                <Sources sources=product.sources.clone()/>
            </div>
        </article>
        {similar(product)}
    }
    .into_any()
}

/// The rating that counts: the one whose star is shown, or the latest told as history.
fn standing(product: &Product) -> AnyView {
    let holding = product.star_decisions.iter().find(|rating| rating.state.holds());
    let latest = product.star_decisions.iter().find(|rating| Some(rating.state) == product.star_state);
    let shown = if product.stars.is_some() { holding.or(latest) } else { latest };
    let line = match shown.or(product.star_decisions.first()) {
        Some(rating) => view! { <RatingLine rating=rating.clone()/> }.into_any(),
        None => view! { <Badge tone=Tone::Plain text=t(words::NO_RATING)/> }.into_any(),
    };
    let potential = product
        .potential_five_star
        .then(|| view! { " "<Badge tone=Tone::Good text=t(words::POTENTIAL_FIVE)/> });
    view! { <p>{line}{potential}</p> }.into_any()
}

/// Every rating with its decision; what the source does not say is said to be unpublished.
fn ratings(ratings: &[Rating]) -> AnyView {
    if ratings.is_empty() {
        return ().into_any();
    }
    let unpublished = || t(words::NOT_PUBLISHED).to_owned();
    let rows = ratings.iter().map(|rating| {
        let signed = rating.signed_on.map_or_else(unpublished, |date| date.in_words());
        let number = rating.number.clone().unwrap_or_else(unpublished);
        let issuer = rating.issuer.clone().unwrap_or_else(unpublished);
        let score = rating.score.map(|score| {
            let score = match language() {
                Language::Vietnamese => score.to_string().replace('.', ","),
                Language::English => score.to_string(),
            };
            view! { <span>{t(words::SCORE)}": "{score}</span> }
        });
        view! {
            <li class="row">
                <RatingLine rating=rating.clone()/>
                <span class="quiet small details">
                    <span>{t(words::SIGNED)}": "{signed}</span>
                    <span>{t(words::DECISION)}": "{number}</span>
                    <span>{t(words::ISSUER)}": "{issuer}</span>
                    {score}
                </span>
            </li>
        }
    });
    view! {
        <section>
            <h2>{t(words::EARLIER_RATINGS)}</h2>
            <ul class="plain-list rows">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn certificates(certificates: &[Certificate]) -> AnyView {
    if certificates.is_empty() {
        return view! { <span class="quiet">{t(words::NOT_PUBLISHED)}</span> }.into_any();
    }
    let rows = certificates.iter().map(|certificate| {
        let kind = match language() {
            Language::Vietnamese => certificate.kind.name_vi.clone(),
            Language::English => certificate.kind.name_en.clone(),
        };
        let until =
            certificate.valid_until.map(|day| format!("{} {}", t(words::VALID_UNTIL), dates::date(day)));
        let details = [certificate.number.clone(), certificate.issuer.clone(), until];
        let details: Vec<_> = details.into_iter().flatten().collect();
        view! { <li>{kind}" "<span class="quiet small">{details.join(", ")}</span>" "{standing_of(certificate)}</li> }
    });
    view! { <ul class="plain-list">{rows.collect_view()}</ul> }.into_any()
}

/// Whether somebody has looked at a paper that its owner entered.
fn standing_of(certificate: &Certificate) -> Option<AnyView> {
    let badge = match (certificate.confirmed_at, certificate.entered_here) {
        (Some(at), _) => {
            let text = format!("{} {}", t(words::PAPER_CONFIRMED), dates::date(day_of(at)));
            view! { <Badge tone=Tone::Good text/> }.into_any()
        }
        (None, true) => view! { <Badge tone=Tone::Warn text=t(words::SELF_DECLARED)/> }.into_any(),
        (None, false) => return None,
    };
    Some(badge)
}

fn similar(product: &Product) -> AnyView {
    if product.similar.is_empty() {
        return ().into_any();
    }
    let cards = product.similar.iter().map(|card| view! { <li><ProductCard card=card.clone()/></li> });
    view! {
        <section class="after">
            <h2>{t(words::SIMILAR)}</h2>
            <ul class="plain-list cards cards-grid">{cards.collect_view()}</ul>
        </section>
    }
    .into_any()
}
