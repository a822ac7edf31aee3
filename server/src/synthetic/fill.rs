//! Puts the made-up catalogue into an empty database.

use std::collections::HashSet;

use anyhow::{Context, ensure};
use chrono::{Datelike, Utc};
use sea_orm::{EntityTrait, PaginatorTrait};
use shared::{AdminUnitId, CertificateId, OrganisationId, PartialDate, ProductId, StarDecisionId};
use uuid::Uuid;

use super::{
    catalogue::{self, Dice, SyntheticProduct},
    trade::{self, Terms},
};
use crate::{
    bulk, calendar,
    changes::{Line, Write},
    database::Database,
    entities::{certificate, organisation, product, star_decision},
    places::Gazetteer,
    sort_key::sort_key,
};

/// The same catalogue every time.
const SEED: u64 = 2026;
/// Products written in one transaction.
const PRODUCTS_AT_ONCE: usize = 5_000;

/// Writes so many made-up products with their producers, stars and papers. Refuses a database that has products.
pub async fn fill(database: &Database, size: usize) -> anyhow::Result<()> {
    let present = product::Entity::find().count(database.read()).await?;
    ensure!(
        present == 0,
        "the database has {present} products already; a synthetic catalogue needs an empty one"
    );
    let places = Gazetteer::read(database.read()).await?;
    let mut producers = HashSet::new();
    let mut catalogue = catalogue::products(SEED, size)?.peekable();
    let mut count = 0;
    while catalogue.peek().is_some() {
        let mut rows = Rows { count, ..Rows::default() };
        for item in catalogue.by_ref().take(PRODUCTS_AT_ONCE) {
            rows.add(item, &places, &mut producers)?;
        }
        count = rows.count;
        rows.write(database).await?;
    }
    trade::write_needs(database, catalogue::products(SEED + 1, size)?).await
}

#[derive(Default)]
struct Rows {
    producers: Vec<organisation::Model>,
    products: Vec<product::Model>,
    decisions: Vec<star_decision::Model>,
    certificates: Vec<certificate::Model>,
    terms: Terms,
    /// Products so far, in all.
    count: u64,
}

/// The same made-up producer has the same id every time.
fn producer_id(number: usize) -> OrganisationId {
    OrganisationId(Uuid::from_u128(SEED as u128 | (0x7000_8000 << 64) | ((number as u128) << 96)))
}

impl Rows {
    fn add(
        &mut self,
        item: SyntheticProduct,
        places: &Gazetteer,
        producers: &mut HashSet<usize>,
    ) -> anyhow::Result<()> {
        let now = Utc::now();
        let located = places.of_row(&item.legacy_province, item.legacy_district.as_deref(), None);
        let place = located.with_context(|| format!("no province {}", item.legacy_province))?.place;
        let producer = producer_id(item.producer);
        if producers.insert(item.producer) {
            self.producers.push(organisation::Model {
                id: producer,
                sort_key: sort_key(&item.producer_name),
                name: item.producer_name,
                legal_form: None,
                is_producer: true,
                is_retailer: false,
                verified_at: None,
                listed_at: Some(now),
                address: None,
                ward_id: None,
                ward_basis: None,
                district_id: place.district_id.clone(),
                province_id: place.province_id.clone(),
                former_province_id: place.former_province_id.clone(),
                lat: place.lat,
                lon: place.lon,
                coord_precision: place.coord_precision,
                coord_source: place.coord_source,
                origin_key: None,
                origin_digest: None,
                created_at: now,
                updated_at: now,
                version: 1,
            });
        }
        let id = ProductId::new();
        let units: [Option<AdminUnitId>; 3] =
            [place.district_id, place.province_id, place.former_province_id];
        let [district_id, province_id, former_province_id] = units;
        self.terms.add(id, Dice::new(SEED, self.count, 2));
        self.count += 1;
        self.decisions.extend(item.stars.map(|stars| decision(id, stars)));
        self.certificates.extend(item.certificates.iter().map(|kind| paper(id, kind)));
        self.products.push(product::Model {
            id,
            producer_id: producer,
            name: item.name,
            group_code: item.group_code.to_owned(),
            description: None,
            months: item.months.map(i32::from),
            district_id,
            province_id,
            former_province_id,
            published_at: Some(now),
            origin_key: None,
            origin_digest: None,
            created_at: now,
            updated_at: now,
            version: 1,
        });
        Ok(())
    }

    async fn write(self, database: &Database) -> anyhow::Result<()> {
        let mut write = Write::begin(database, "generate").await?;
        let line = |entity, entity_id: String| Line {
            entity,
            entity_id,
            action: "generated",
            before: None,
            after: None,
        };
        let producers = self.producers.iter().map(|row| line("organisation", row.id.to_string()));
        let products = self.products.iter().map(|row| line("product", row.id.to_string()));
        let lines: Vec<Line> = producers.chain(products).collect();
        lines.into_iter().for_each(|line| write.record(line));
        bulk::insert::<organisation::Entity>(write.rows(), self.producers).await?;
        bulk::insert::<product::Entity>(write.rows(), self.products).await?;
        bulk::insert::<star_decision::Entity>(write.rows(), self.decisions).await?;
        bulk::insert::<certificate::Entity>(write.rows(), self.certificates).await?;
        self.terms.write(&write).await?;
        write.commit().await?;
        Ok(())
    }
}

/// A rating of this year, so that it holds while it is measured.
fn decision(product_id: ProductId, stars: u8) -> star_decision::Model {
    let signed_on = PartialDate::Year(calendar::today().year());
    star_decision::Model::reported(StarDecisionId::new(), product_id, i32::from(stars), Some(signed_on))
}

fn paper(product_id: ProductId, kind: &str) -> certificate::Model {
    certificate::Model {
        id: CertificateId::new(),
        kind_code: kind.to_owned(),
        product_id: Some(product_id),
        organisation_id: None,
        number: None,
        issuer: None,
        issued_on: None,
        valid_until: None,
        file_id: None,
        entered_by: None,
        confirmed_by: None,
        confirmed_at: None,
        entered_at: None,
        refused_at: None,
        refused_because: None,
        version: 1,
    }
}
