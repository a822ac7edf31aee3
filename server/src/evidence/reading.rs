//! Gathering the agreements of a product, and what is known of their buyers.

use std::{
    collections::{BTreeMap, HashSet},
    ops::RangeInclusive,
    sync::Arc,
};

use chrono::NaiveDate;
use futures::future::BoxFuture;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use shared::{AgreementKind, AgreementStatus, OrganisationId, ProductId, Quantity, SalePointKind};

use super::{
    demands::{self, Markets},
    types::{Evidence, EvidenceAgreement, EvidenceAmount},
};
use crate::{
    accounts::SignedIn,
    app::App,
    calendar,
    catalogue::{self, types::OwnProduct},
    deliveries::followed::{self, Followed},
    entities::{agreement, agreement_line, organisation, sale_point, star_decision},
    error::Result,
    graphql::date::Date,
    labels::Labels,
    numbers::int,
    products::stars::rating,
};

/// Where trade centres and supermarkets are, as the criteria of points call it; markets are there, too.
const TRADE_CENTRES: &str = "L3";

/// The markets of a product within some days, for people of its producer and its staff.
pub(super) fn evidence<'a>(
    app: &'a Arc<App>,
    somebody: &'a SignedIn,
    id: ProductId,
    days: RangeInclusive<NaiveDate>,
) -> BoxFuture<'a, Result<Gathered>> {
    Box::pin(gather(app, somebody, id, days))
}

/// The markets with what the document names beside them.
pub(super) struct Gathered {
    pub(super) evidence: Evidence,
    /// The name of the product.
    pub(super) product: String,
    /// The name of its producer.
    pub(super) producer: String,
    /// The agreements, in the order of the evidence.
    pub(super) held: Vec<Followed>,
}

async fn gather(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: ProductId,
    days: RangeInclusive<NaiveDate>,
) -> Result<Gathered> {
    let (rows, labels) = (app.database.read(), app.labels());
    let (product, producer) = catalogue::require_visible(rows, somebody, id).await?;
    let decisions = star_decision::Entity::find().filter(star_decision::Column::ProductId.eq(id)).all(rows);
    let stars = rating(&decisions.await?, calendar::today()).stars;
    let mut held = signed_with(rows, id).await?;
    held.retain(|one| holds_within(one, &days).is_some());
    held.sort_by_key(|one| (one.agreement.signed_on, one.agreement.id));
    let agreements: Vec<EvidenceAgreement> = held.iter().map(|one| shown(one, id, &days, &labels)).collect();

    let has_delivered = |(_, shown): &(&Followed, &EvidenceAgreement)| !shown.confirmed.is_empty();
    let delivered = || held.iter().zip(&agreements).filter(has_delivered).map(|(one, _)| one);
    let buyers: HashSet<OrganisationId> = delivered().filter_map(|one| one.agreement.retailer_id).collect();
    let all: HashSet<OrganisationId> = held.iter().filter_map(|one| one.agreement.retailer_id).collect();
    let modern = modern_trade(rows, &all).await?;
    let contracts: HashSet<OrganisationId> = delivered()
        .filter(|one| one.agreement.kind == AgreementKind::Contract)
        .filter_map(|one| one.agreement.retailer_id)
        .filter(|buyer| modern.contains(buyer))
        .collect();
    let markets = Markets {
        buyers: buyers.len(),
        beyond_the_commune: beyond_the_commune(rows, &producer, &buyers).await?,
        modern_trade: contracts.len(),
    };
    let (product_name, producer_name) = (product.name.clone(), producer.name);
    let evidence = Evidence {
        product: OwnProduct::new(product),
        from: Date(*days.start()),
        until: Date(*days.end()),
        agreements,
        buyers: int(buyers.len()),
        modern_trade_buyers: int(modern.len()),
        stars: stars.map(i32::from),
        next: vec![demands::next(stars, markets)],
    };
    Ok(Gathered { evidence, product: product_name, producer: producer_name, held })
}

/// All agreements that were signed with a line of a product.
async fn signed_with(rows: &impl ConnectionTrait, product: ProductId) -> Result<Vec<Followed>> {
    let with_product = agreement_line::Entity::find()
        .select_only()
        .column(agreement_line::Column::AgreementId)
        .filter(agreement_line::Column::ProductId.eq(product))
        .into_query();
    let signed = AgreementStatus::ALL.iter().copied().filter(|status| status.was_signed());
    let agreements = agreement::Entity::find()
        .filter(agreement::Column::Status.is_in(signed))
        .filter(agreement::Column::Id.in_subquery(with_product))
        .all(rows)
        .await?;
    let mut all = followed::of(rows, agreements).await?;
    // An earlier version may have had it, and the signed one has not.
    all.retain(|one| one.lines.iter().any(|line| line.product_id == Some(product)));
    Ok(all)
}

/// The days of a time on which an agreement held; one without a term holds on the day of its signature.
fn holds_within(one: &Followed, days: &RangeInclusive<NaiveDate>) -> Option<RangeInclusive<NaiveDate>> {
    let row = &one.agreement;
    let (first, last) = one.term.clone().or(row.signed_on.map(|day| day..=day))?.into_inner();
    let ended_early = matches!(row.status, AgreementStatus::Terminated | AgreementStatus::Superseded);
    let settled_on = row.settled_at.filter(|_| ended_early).map(calendar::day_of);
    let last = settled_on.map_or(last, |day| day.min(last));
    let (from, until) = (first.max(*days.start()), last.min(*days.end()));
    (from <= until).then_some(from..=until)
}

fn shown(
    one: &Followed,
    product: ProductId,
    days: &RangeInclusive<NaiveDate>,
    labels: &Labels,
) -> EvidenceAgreement {
    let lines = || one.lines.iter().filter(|line| line.product_id == Some(product));
    let held = holds_within(one, days);
    let promised = lines().map(|line| {
        let amount = held.as_ref().map(|held| one.promised(line, held)).unwrap_or_default();
        (line.unit_code.as_str(), amount)
    });
    let checks = || one.checks.iter().filter(|check| days.contains(&check.row.ends_on));
    let confirmed = lines().map(|line| {
        let amount = checks().filter_map(|check| check.confirmed(line.id)).sum();
        (line.unit_code.as_str(), amount)
    });
    EvidenceAgreement {
        id: one.agreement.id,
        promised: by_unit(promised, labels),
        confirmed: by_unit(confirmed, labels),
    }
}

/// What there is of each unit; units that nothing is counted in are left out.
fn by_unit<'a>(amounts: impl Iterator<Item = (&'a str, Quantity)>, labels: &Labels) -> Vec<EvidenceAmount> {
    let mut units: BTreeMap<&str, Vec<Quantity>> = BTreeMap::new();
    for (unit, amount) in amounts.filter(|(_, amount)| *amount > Quantity::default()) {
        units.entry(unit).or_default().push(amount);
    }
    let of_unit = |(unit, amounts): (&str, Vec<Quantity>)| {
        let unit = labels.unit(unit)?.clone().into();
        Some(EvidenceAmount { quantity: amounts.into_iter().sum(), unit })
    };
    units.into_iter().filter_map(of_unit).collect()
}

/// Buyers that run a supermarket, or a point in one.
async fn modern_trade(
    rows: &impl ConnectionTrait,
    buyers: &HashSet<OrganisationId>,
) -> Result<HashSet<OrganisationId>> {
    use sale_point::Column;
    let in_centre = Condition::all()
        .add(Column::LocationType.eq(TRADE_CENTRES))
        .add(Column::Kind.ne(SalePointKind::Market));
    let modern = Condition::any().add(Column::Kind.eq(SalePointKind::Supermarket)).add(in_centre);
    let operators: Vec<OrganisationId> = sale_point::Entity::find()
        .select_only()
        .column(Column::OperatorId)
        .distinct()
        .filter(Column::OperatorId.is_in(buyers.iter().copied()))
        .filter(modern)
        .into_tuple()
        .all(rows)
        .await?;
    Ok(operators.into_iter().collect())
}

/// How many buyers are in another commune than the producer; of whom that is not known counts as none.
async fn beyond_the_commune(
    rows: &impl ConnectionTrait,
    producer: &organisation::Model,
    buyers: &HashSet<OrganisationId>,
) -> Result<usize> {
    let Some(own) = &producer.ward_id else { return Ok(0) };
    let buyers = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(buyers.iter().copied()))
        .filter(organisation::Column::WardId.ne(own.clone()))
        .all(rows)
        .await?;
    Ok(buyers.len())
}
