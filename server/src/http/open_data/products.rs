//! The columns of the open data of products.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use chrono::NaiveDate;
use futures::{Stream, stream};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::{Value, json};
use shared::{AdminUnitId, OrganisationId, PartialDate, ProductId};

use super::{Row, addresses, citations, unit_names};
use crate::{
    app::App,
    calendar,
    entities::{admin_unit, organisation, product, source, star_decision},
    error::Result,
    labels::Labels,
    products::stars::{self, Rating},
    sources,
};

/// Products read at once.
const ROWS: u64 = 2_000;

/// What is told of one product.
struct Told<'a> {
    row: &'a product::Model,
    producer: &'a str,
    rating: Rating,
    /// The rating that `rating` speaks of, whether or not it still holds.
    decision: Option<&'a star_decision::Model>,
    sources: &'a [source::Model],
    units: &'a HashMap<AdminUnitId, String>,
    labels: &'a Labels,
}

impl Told<'_> {
    fn province(&self, id: &Option<AdminUnitId>) -> Option<&admin_unit::Model> {
        self.labels.province_of(id.as_ref()?)
    }

    fn signed_on(&self) -> Option<PartialDate> {
        self.decision?.signed_on
    }
}

type Column = (&'static str, fn(&Told<'_>) -> Value);

/// `stars` is the star that certainly holds; `recognised_stars` is what the latest decision gave, and only
/// `star_state` says whether it still counts.
const COLUMNS: [Column; 22] = [
    ("id", |told| json!(told.row.id)),
    ("name", |told| json!(told.row.name)),
    ("producer_id", |told| json!(told.row.producer_id)),
    ("producer", |told| json!(told.producer)),
    ("group", |told| json!(told.row.group_code)),
    ("stars", |told| json!(told.rating.stars)),
    ("star_state", |told| json!(told.rating.state)),
    ("province", |told| json!(told.province(&told.row.province_id).map(|unit| &unit.short_name))),
    ("former_province", |told| {
        json!(told.province(&told.row.former_province_id).map(|unit| &unit.short_name))
    }),
    ("months", |told| json!(told.row.months.map(months))),
    ("sources", |told| json!(citations(told.sources))),
    ("recognised_stars", |told| json!(told.decision.and_then(|decision| decision.stars))),
    ("recognised_on", |told| json!(told.signed_on())),
    ("recognised_on_precision", |told| json!(told.signed_on().map(precision))),
    ("decision_number", |told| json!(told.decision.and_then(|decision| decision.number.as_deref()))),
    ("decision_issuer", |told| json!(told.decision.and_then(|decision| decision.issuer.as_deref()))),
    ("former_district", |told| json!(told.row.district_id.as_ref().and_then(|id| told.units.get(id)))),
    ("former_district_code", |told| json!(told.row.district_id.as_ref().map(AdminUnitId::code))),
    ("province_code", |told| json!(told.row.province_id.as_ref().map(AdminUnitId::code))),
    ("former_province_code", |told| json!(told.row.former_province_id.as_ref().map(AdminUnitId::code))),
    ("source_urls", |told| json!(addresses(told.sources))),
    ("updated_at", |told| json!(told.row.updated_at)),
];

/// The names of the columns.
pub(super) fn names() -> Vec<&'static str> {
    COLUMNS.iter().map(|(name, _)| *name).collect()
}

/// All published products, some thousand at a time, each time with six statements.
pub(super) fn rows(app: Arc<App>) -> impl Stream<Item = Result<Vec<Row>>> + Send + 'static {
    stream::try_unfold(None::<ProductId>, move |last| {
        let app = app.clone();
        async move {
            let mut query = product::Entity::find().filter(product::Column::PublishedAt.is_not_null());
            if let Some(last) = last {
                query = query.filter(product::Column::Id.gt(last));
            }
            let some = query.order_by_asc(product::Column::Id).limit(ROWS).all(app.database.read()).await?;
            let Some(newest) = some.last().map(|row| row.id) else { return Ok(None) };
            Ok(Some((told(&app, &some, calendar::today()).await?, Some(newest))))
        }
    })
}

async fn told(app: &App, rows: &[product::Model], today: NaiveDate) -> Result<Vec<Row>> {
    let connection = app.database.read();
    let producers: HashSet<OrganisationId> = rows.iter().map(|row| row.producer_id).collect();
    let producers: Vec<(OrganisationId, String)> = organisation::Entity::find()
        .select_only()
        .columns([organisation::Column::Id, organisation::Column::Name])
        .filter(organisation::Column::Id.is_in(producers))
        .into_tuple()
        .all(connection)
        .await?;
    let producers: HashMap<OrganisationId, String> = producers.into_iter().collect();
    let ratings = star_decision::Entity::find()
        .filter(star_decision::Column::ProductId.is_in(rows.iter().map(|row| row.id)))
        .all(connection)
        .await?;
    let mut ratings_of: HashMap<ProductId, Vec<star_decision::Model>> = HashMap::new();
    for rating in ratings {
        ratings_of.entry(rating.product_id).or_default().push(rating);
    }
    let districts: HashSet<AdminUnitId> = rows.iter().filter_map(|row| row.district_id.clone()).collect();
    let units = unit_names(&app.database, districts).await?;
    let sources = sources::of_rows(&app.database, "product", rows.iter().map(|row| row.id.0)).await?;
    let labels = app.labels();
    let row = |row: &product::Model| {
        let ratings = ratings_of.get(&row.id).map(Vec::as_slice).unwrap_or_default();
        let told = Told {
            row,
            producer: producers.get(&row.producer_id).map(String::as_str).unwrap_or_default(),
            rating: stars::rating(ratings, today),
            decision: stars::latest(ratings, today),
            sources: sources.get(&row.id.0).map(Vec::as_slice).unwrap_or_default(),
            units: &units,
            labels: &labels,
        };
        COLUMNS.iter().map(|(_, value)| value(&told)).collect()
    };
    Ok(rows.iter().map(row).collect())
}

/// `1 2 12`
fn months(bits: i32) -> String {
    let months = shared::months::of_bits(bits);
    months.iter().map(i32::to_string).collect::<Vec<_>>().join(" ")
}

fn precision(date: PartialDate) -> &'static str {
    match date {
        PartialDate::Year(_) => "year",
        PartialDate::Month(..) => "month",
        PartialDate::Day(_) => "day",
    }
}
