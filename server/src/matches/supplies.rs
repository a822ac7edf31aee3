//! Products as the rules of matching see them, read with a fixed number of statements for any number of products.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use matchmaking::{
    amounts::Amount,
    place::Point,
    supply::{Answer, Pack, Paper, Star, Supply, Terms},
    words,
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shared::{AdminUnitId, OrganisationId, ProductId, Quantity, StarState};

use super::demands::by;
use crate::{
    calendar,
    catalogue::papers::Entered,
    database::Database,
    entities::{
        admin_unit, certificate, organisation, organisation_details, product, product_answer, product_fact,
        product_terms, star_decision, variant,
    },
    error::Result,
    labels::Labels,
    products::stars::{decision_among, latest},
};

/// The published ones of some products; the caller keeps the number of ids within a few thousand.
pub(super) async fn of(database: &Database, labels: &Labels, ids: &[ProductId]) -> Result<Vec<Supply>> {
    let query = product::Entity::find()
        .filter(product::Column::Id.is_in(ids.iter().copied()))
        .filter(product::Column::PublishedAt.is_not_null());
    let products = query.all(database.read()).await?;
    if products.is_empty() {
        return Ok(Vec::new());
    }
    let beside = Beside::read(database, labels, &products).await?;
    Ok(products.into_iter().filter_map(|row| beside.supply(row, labels)).collect())
}

/// What the rows of other tables say about some products.
struct Beside {
    producers: HashMap<OrganisationId, organisation::Model>,
    with_tax_code: HashSet<OrganisationId>,
    points: HashMap<OrganisationId, Point>,
    terms: HashMap<ProductId, product_terms::Model>,
    packs: HashMap<ProductId, Vec<variant::Model>>,
    decisions: HashMap<ProductId, Vec<star_decision::Model>>,
    /// Of one product each.
    product_papers: HashMap<Option<ProductId>, Vec<certificate::Model>>,
    /// Of all that one producer makes.
    producer_papers: HashMap<Option<OrganisationId>, Vec<certificate::Model>>,
    answers: HashMap<ProductId, Vec<product_answer::Model>>,
    facts: HashMap<ProductId, Vec<product_fact::Model>>,
    today: NaiveDate,
}

impl Beside {
    async fn read(database: &Database, labels: &Labels, products: &[product::Model]) -> Result<Self> {
        let rows = database.read();
        let ids = || products.iter().map(|row| row.id);
        let makers: HashSet<OrganisationId> = products.iter().map(|row| row.producer_id).collect();
        let producers =
            organisation::Entity::find().filter(organisation::Column::Id.is_in(makers.iter().copied()));
        let producers = producers.all(rows).await?;
        let with_tax_code = organisation_details::Entity::find()
            .select_only()
            .column(organisation_details::Column::OrganisationId)
            .filter(organisation_details::Column::OrganisationId.is_in(makers.iter().copied()))
            .filter(organisation_details::Column::TaxCode.is_not_null());
        let with_tax_code: Vec<OrganisationId> = with_tax_code.into_tuple().all(rows).await?;
        let terms = product_terms::Entity::find().filter(product_terms::Column::ProductId.is_in(ids()));
        let packs = variant::Entity::find()
            .filter(variant::Column::ProductId.is_in(ids()))
            .order_by_asc(variant::Column::Position);
        let decisions = star_decision::Entity::find().filter(star_decision::Column::ProductId.is_in(ids()));
        let owned = Condition::any()
            .add(certificate::Column::ProductId.is_in(ids()))
            .add(certificate::Column::OrganisationId.is_in(makers));
        let papers =
            certificate::Entity::find().filter(owned).filter(certificate::Column::RefusedAt.is_null());
        let (of_products, of_producers): (Vec<_>, Vec<_>) =
            papers.all(rows).await?.into_iter().partition(|paper| paper.product_id.is_some());
        let answers = product_answer::Entity::find().filter(product_answer::Column::ProductId.is_in(ids()));
        let facts = product_fact::Entity::find().filter(product_fact::Column::ProductId.is_in(ids()));
        Ok(Self {
            points: points_of(database, labels, &producers).await?,
            producers: producers.into_iter().map(|row| (row.id, row)).collect(),
            with_tax_code: with_tax_code.into_iter().collect(),
            terms: terms.all(rows).await?.into_iter().map(|row| (row.product_id, row)).collect(),
            packs: by(packs.all(rows).await?, |row| (row.product_id, row)),
            decisions: by(decisions.all(rows).await?, |row| (row.product_id, row)),
            product_papers: by(of_products, |row| (row.product_id, row)),
            producer_papers: by(of_producers, |row| (row.organisation_id, row)),
            answers: by(answers.all(rows).await?, |row| (row.product_id, row)),
            facts: by(facts.all(rows).await?, |row| (row.product_id, row)),
            today: calendar::today(),
        })
    }

    fn supply(&self, row: product::Model, labels: &Labels) -> Option<Supply> {
        let producer = self.producers.get(&row.producer_id)?;
        let papers = [self.product_papers.get(&Some(row.id)), self.producer_papers.get(&Some(producer.id))];
        let papers = papers.into_iter().flatten().flatten().map(|paper| Paper {
            kind: paper.kind_code.as_str().into(),
            until: paper.valid_until,
            counts: paper.counts(),
        });
        let answers = self.answers.get(&row.id).into_iter().flatten().map(|answer| Answer {
            requirement: answer.requirement_code.as_str().into(),
            yes: answer.yes,
            number: answer.number,
        });
        let facts = self.facts.get(&row.id).into_iter().flatten();
        let packs = self.packs.get(&row.id).into_iter().flatten();
        Some(Supply {
            id: row.id,
            producer: producer.id,
            words: words::of(&row.name),
            group: labels.group_code(&row.group_code),
            star: self.star(row.id),
            months: row.months.and_then(|months| u16::try_from(months).ok()),
            province: row.province_id.map(|id| labels.province_key(id)),
            former_province: row.former_province_id.map(|id| labels.province_key(id)),
            point: self.points.get(&producer.id).copied(),
            is_verified: producer.verified_at.is_some(),
            has_tax_code: self.with_tax_code.contains(&producer.id),
            terms: self.terms.get(&row.id).map(|row| Box::new(terms(row, labels))),
            packs: packs.map(|row| pack(row, labels)).collect(),
            papers: papers.collect(),
            answers: answers.collect(),
            facts: facts.map(|fact| (fact.kind, calendar::day_of(fact.as_of))).collect(),
        })
    }

    /// The star of the rating that counts, where it holds or may hold.
    fn star(&self, id: ProductId) -> Option<Star> {
        let all = self.decisions.get(&id)?;
        let decision = latest(all, self.today)?;
        let rule = decision_among(decision, all);
        let state = rule.state_on(self.today);
        let ends = rule.ends_between().map(|(first, last)| if state.holds() { first } else { last });
        let until = if state == StarState::Extended { rule.extended_until } else { ends };
        let may_hold = state.holds() || state == StarState::Uncertain;
        let stars = decision.stars.and_then(|stars| u8::try_from(stars).ok())?;
        may_hold.then_some(Star { stars, is_certain: state.holds(), until })
    }
}

fn terms(row: &product_terms::Model, labels: &Labels) -> Terms {
    let unit = row.unit_code.as_deref();
    Terms {
        capacity: amount(row.capacity_per_month, unit, labels),
        minimum_order: amount(row.minimum_order, unit, labels),
        lead_time_days: row.lead_time_days,
        shelf_life_days: row.shelf_life_days,
        credit_days: row.credit_days,
        accepts_consignment: row.accepts_consignment,
        delivers_to_hanoi: row.delivers_to_hanoi,
        vat_invoice: row.vat_invoice,
        is_traceable: row.traceability_url.is_some(),
    }
}

fn pack(row: &variant::Model, labels: &Labels) -> Pack {
    Pack {
        unit: row.pack_unit.as_deref().and_then(|code| labels.measure(code)),
        net_content: amount(row.net_content, row.net_unit.as_deref(), labels),
        wholesale_price: row.wholesale_price,
        retail_price: row.retail_price,
        has_barcode: row.gtin.is_some(),
    }
}

fn amount(quantity: Option<Quantity>, unit: Option<&str>, labels: &Labels) -> Option<Amount> {
    Some(Amount { quantity: quantity?, measure: labels.measure(unit?)? })
}

/// Where organisations are: at their own point, or that of their ward, or that of their province.
pub(super) async fn points_of(
    database: &Database,
    labels: &Labels,
    organisations: &[organisation::Model],
) -> Result<HashMap<OrganisationId, Point>> {
    let without: HashSet<&AdminUnitId> = organisations
        .iter()
        .filter(|row| row.lat.zip(row.lon).is_none())
        .filter_map(|row| row.ward_id.as_ref())
        .collect();
    let wards: Vec<(AdminUnitId, Option<f64>, Option<f64>)> = if without.is_empty() {
        Vec::new()
    } else {
        let query = admin_unit::Entity::find()
            .select_only()
            .columns([admin_unit::Column::Id, admin_unit::Column::Lat, admin_unit::Column::Lon])
            .filter(admin_unit::Column::Id.is_in(without.into_iter().cloned()));
        query.into_tuple().all(database.read()).await?
    };
    let wards: HashMap<AdminUnitId, Option<Point>> =
        wards.into_iter().map(|(id, lat, lon)| (id, point(lat, lon))).collect();
    let of = |row: &organisation::Model| {
        let ward = || *wards.get(row.ward_id.as_ref()?)?;
        let province = || {
            let unit = labels.province_of(row.province_id.as_ref()?)?;
            point(unit.lat, unit.lon)
        };
        point(row.lat, row.lon).or_else(ward).or_else(province)
    };
    Ok(organisations.iter().filter_map(|row| Some((row.id, of(row)?))).collect())
}

fn point(lat: Option<f64>, lon: Option<f64>) -> Option<Point> {
    lat.zip(lon).map(|(lat, lon)| Point { lat, lon })
}
