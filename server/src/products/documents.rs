//! Published products as search keeps them, made of the rows of the database with a fixed number of
//! statements for any number of products.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shared::{AdminUnitId, OrganisationId, ProductId};

use super::stars::rating;
use crate::{
    calendar,
    database::Database,
    entities::{admin_unit, certificate, organisation, product, star_decision},
    error::Result,
    labels::Labels,
    search::{ProductCard, ProductDocument, UnitName},
};

/// The published ones of some products; the caller keeps the number of ids within a few thousand.
pub async fn of(database: &Database, labels: &Labels, ids: &[ProductId]) -> Result<Vec<ProductDocument>> {
    let query = product::Entity::find()
        .filter(product::Column::Id.is_in(ids.iter().copied()))
        .filter(product::Column::PublishedAt.is_not_null());
    documents(database, labels, query.all(database.read()).await?).await
}

/// All published products, alike ones beside each other. An index made in this order is read faster: what a text finds
/// lies close together in it, and the rest is passed over.
pub async fn published(database: &Database) -> Result<Vec<ProductId>> {
    let query = product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .filter(product::Column::PublishedAt.is_not_null())
        .order_by_asc(product::Column::GroupCode)
        .order_by_asc(product::Column::Name)
        .order_by_asc(product::Column::Id);
    Ok(query.into_tuple().all(database.read()).await?)
}

/// What the rows of other tables say about some products.
struct Beside {
    producers: HashMap<OrganisationId, organisation::Model>,
    decisions: HashMap<ProductId, Vec<star_decision::Model>>,
    product_papers: HashMap<ProductId, Vec<certificate::Model>>,
    producer_papers: HashMap<OrganisationId, Vec<certificate::Model>>,
    units: HashMap<AdminUnitId, String>,
}

async fn documents(
    database: &Database,
    labels: &Labels,
    rows: Vec<product::Model>,
) -> Result<Vec<ProductDocument>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let connection = database.read();
    let ids: Vec<ProductId> = rows.iter().map(|row| row.id).collect();
    let producer_ids: HashSet<OrganisationId> = rows.iter().map(|row| row.producer_id).collect();
    let producers = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(producer_ids.iter().copied()))
        .all(connection)
        .await?;
    let decisions = star_decision::Entity::find()
        .filter(star_decision::Column::ProductId.is_in(ids.iter().copied()))
        .all(connection)
        .await?;
    let of_these = Condition::any()
        .add(certificate::Column::ProductId.is_in(ids))
        .add(certificate::Column::OrganisationId.is_in(producer_ids));
    // What a producer says of its own papers counts once staff have confirmed it.
    let counted = Condition::any()
        .add(certificate::Column::EnteredBy.is_null())
        .add(certificate::Column::ConfirmedAt.is_not_null());
    let certificates = certificate::Entity::find().filter(of_these).filter(counted).all(connection).await?;
    let units_named: HashSet<AdminUnitId> = rows
        .iter()
        .filter_map(|row| row.district_id.clone())
        .chain(producers.iter().flat_map(|row| [row.ward_id.clone(), row.district_id.clone()]).flatten())
        .collect();
    let units: Vec<(AdminUnitId, String)> = admin_unit::Entity::find()
        .select_only()
        .columns([admin_unit::Column::Id, admin_unit::Column::ShortName])
        .filter(admin_unit::Column::Id.is_in(units_named))
        .into_tuple()
        .all(connection)
        .await?;
    let mut beside = Beside {
        producers: producers.into_iter().map(|row| (row.id, row)).collect(),
        decisions: HashMap::new(),
        product_papers: HashMap::new(),
        producer_papers: HashMap::new(),
        units: units.into_iter().collect(),
    };
    for decision in decisions {
        beside.decisions.entry(decision.product_id).or_default().push(decision);
    }
    for paper in certificates {
        if let Some(product) = paper.product_id {
            beside.product_papers.entry(product).or_default().push(paper);
        } else if let Some(producer) = paper.organisation_id {
            beside.producer_papers.entry(producer).or_default().push(paper);
        }
    }
    let today = calendar::today();
    Ok(rows.into_iter().filter_map(|row| document(row, &beside, labels, today)).collect())
}

fn document(
    row: product::Model,
    beside: &Beside,
    labels: &Labels,
    today: NaiveDate,
) -> Option<ProductDocument> {
    let producer = beside.producers.get(&row.producer_id)?;
    let decisions = beside.decisions.get(&row.id).map_or(&[][..], Vec::as_slice);
    let rating = rating(decisions, today);
    let province = |id: &Option<AdminUnitId>| {
        let unit = labels.province_of(id.as_ref()?)?;
        Some(UnitName { code: unit.code.clone(), name: unit.short_name.clone() })
    };
    let (now, former) = (province(&row.province_id), province(&row.former_province_id));
    let units = [&row.district_id, &producer.district_id, &producer.ward_id];
    let unit_names = units.into_iter().filter_map(|id| beside.units.get(id.as_ref()?).cloned());
    let places = [&now, &former].into_iter().flatten().map(|unit| unit.name.clone());
    let places = places.chain(unit_names).chain(producer.address.clone()).collect();
    let groups = labels.group_and_above(&row.group_code).map(|group| group.name_vi.clone()).collect();
    Some(ProductDocument {
        card: ProductCard {
            id: row.id,
            name: row.name,
            producer_id: producer.id,
            producer_name: producer.name.clone(),
            group_code: row.group_code,
            stars: rating.stars,
            star_state: rating.state,
            province: now,
            former_province: former,
            months: row.months.and_then(|months| u16::try_from(months).ok()),
            certificates: valid_certificates(beside, row.id, producer.id, today),
            added_at_ms: row.created_at.timestamp_millis(),
        },
        places,
        groups,
        description: row.description,
    })
}

/// Kinds of the papers of a product or its producer that have not ended.
fn valid_certificates(
    beside: &Beside,
    product: ProductId,
    producer: OrganisationId,
    today: NaiveDate,
) -> Vec<String> {
    let owned = [beside.product_papers.get(&product), beside.producer_papers.get(&producer)];
    let owned = owned.into_iter().flatten().flatten();
    let valid = owned.filter(|paper| paper.valid_until.is_none_or(|day| today <= day));
    let mut kinds: Vec<String> = valid.map(|paper| paper.kind_code.clone()).collect();
    kinds.sort();
    kinds.dedup();
    kinds
}
