//! Public facts gathered from the press and official pages: producers, products and their stars, points of
//! sale, trade events, the city's plans, each with its sources.
//!
//! A load is one transaction, and writes nothing if any row can't be used. Loading again changes nothing; a
//! newer file adds rows and updates those nobody has edited here. A row that is no longer in a file stays:
//! that a source was dropped does not mean that the thing is gone. Organisations that do not exist are not
//! made here; samples have their own place.

mod compare;
mod events;
mod facts;
mod files;
mod plans;
mod points;
mod producers;
mod products;
mod ratings;
mod reading;
mod sources;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use anyhow::ensure;
use chrono::Utc;
use sea_orm::{EntityTrait, IntoActiveModel};
use shared::OrganisationId;
use uuid::Uuid;

pub use crate::reference::{Loaded, SetLoaded};
use crate::{
    changes::Write,
    database::Database,
    entities::{event, organisation, plan, product, sale_point},
    error::Result,
    places::Gazetteer,
    reference::{ACTOR, csv_file::Problems},
};
use compare::{News, compare};
use facts::{Extra, Fact, Known, Wanted};
pub use files::Files;
use files::Rows;
use reading::Reading;

/// Loads the files this program was built with. The reference data must be there.
pub async fn load(database: &Database) -> anyhow::Result<Loaded> {
    load_from(database, &Files::embedded()).await
}

/// Loads the given files. Nothing is written if any row of any of them can't be used; the error then names
/// file, line and value.
pub async fn load_from(database: &Database, files: &Files) -> anyhow::Result<Loaded> {
    let gazetteer = Gazetteer::read(database.read()).await?;
    ensure!(!gazetteer.is_empty(), "there are no administrative units: load the reference data first");
    let (facts, open) = read(files, &gazetteer)?;
    let mut write = Write::begin(database, ACTOR).await?;
    let sets = write_all(&mut write, facts).await?;
    write.commit().await?;
    Ok(Loaded { sets, problems: open })
}

/// What the files say.
struct Facts {
    producers: Vec<Wanted<organisation::Model>>,
    products: Vec<Wanted<product::Model>>,
    points: Vec<Wanted<sale_point::Model>>,
    events: Vec<Wanted<event::Model>>,
    plans: Vec<Wanted<plan::Model>>,
}

/// Reads all files, with what stays open.
fn read(files: &Files, gazetteer: &Gazetteer) -> anyhow::Result<(Facts, Vec<String>)> {
    let mut problems = Problems::default();
    let rows = Rows::read(files, &mut problems);
    let mut reading = Reading::new(gazetteer, Utc::now(), problems);
    let producers = producers::read(&mut reading, &rows.producers);
    let by_name: HashMap<&str, OrganisationId> =
        producers.iter().map(|fact| (fact.row.name.as_str(), fact.row.id)).collect();
    let products = products::read(&mut reading, &rows.products, &by_name);
    let points = points::read(&mut reading, &rows.points, &by_name);
    let events = events::read(&mut reading, &rows.events);
    let plans = plans::read(&mut reading, &rows.plans);
    reading.problems.none()?;
    Ok((Facts { producers, products, points, events, plans }, reading.open))
}

/// Writes what is new, producers before what refers to them.
async fn write_all(write: &mut Write, facts: Facts) -> Result<Vec<SetLoaded>> {
    let Facts { producers, mut products, mut points, events, plans } = facts;
    let known = known_of(write, &producers).await?;
    let producers = write_news(write, compare(producers, known)).await?;
    // Producers that were there before keep their ids.
    let id_of = |id: OrganisationId| producers.ids.get(&id.0).map_or(id, |id| OrganisationId(*id));
    for product in &mut products {
        product.row.producer_id = id_of(product.row.producer_id);
    }
    for point in &mut points {
        point.row.operator_id = point.row.operator_id.map(id_of);
    }
    let products = write_products(write, products).await?;
    let known = known_of(write, &points).await?;
    let points = write_news(write, compare(points, known)).await?;
    let known = known_of(write, &events).await?;
    let events = write_news(write, compare(events, known)).await?;
    let known = known_of(write, &plans).await?;
    let plans = write_news(write, compare(plans, known)).await?;
    Ok(vec![producers.set, products.set, points.set, events.set, plans.set])
}

/// Products go with their ratings; one that has other ratings than ours was worked on by a person.
async fn write_products(
    write: &mut Write,
    products: Vec<Wanted<product::Model>>,
) -> Result<News<product::Model>> {
    let mut known = known_of(write, &products).await?;
    let ids: Vec<_> = known.values().map(|known| known.row.id).collect();
    let decisions = ratings::of_products(write, &ids).await?;
    for known in known.values_mut() {
        let of_product = decisions.get(&known.row.id).map_or(&[][..], Vec::as_slice);
        known.extra.rating = ratings::loaded(of_product);
        known.has_more = known.extra.rating.is_none() && !of_product.is_empty();
    }
    let news = write_news(write, compare(products, known)).await?;
    ratings::write(write, &news, &decisions).await?;
    Ok(news)
}

/// What the database has of these facts, by origin key.
async fn known_of<M>(write: &Write, facts: &[Wanted<M>]) -> Result<HashMap<String, Known<M>>>
where
    M: Fact,
    M::Entity: EntityTrait<Model = M>,
{
    let rows = facts::find(write.rows(), facts).await?;
    let ids: Vec<Uuid> = rows.iter().map(Fact::id).collect();
    let mut sources = sources::of_rows(write, M::ENTITY, &ids).await?;
    let known = rows.into_iter().filter_map(|row| {
        let sources = sources.remove(&row.id()).unwrap_or_default();
        let key = row.origin_key()?.to_owned();
        Some((key, Known { row, extra: Extra { sources, rating: None }, has_more: false }))
    });
    Ok(known.collect())
}

async fn write_news<M>(write: &mut Write, mut news: News<M>) -> Result<News<M>>
where
    M: Fact + IntoActiveModel<<M::Entity as EntityTrait>::ActiveModel>,
    M::Entity: EntityTrait<Model = M>,
{
    news.write(write).await?;
    sources::link(write, &news).await?;
    Ok(news)
}
