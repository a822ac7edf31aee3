//! The register of sale points: what everybody sees of it, and what operators say is on sale.
//!
//! There are some hundred points in the city, and every visitor asks for them (list, map, nearest), so each
//! node keeps those that may be seen in memory and reads them anew when the change log speaks of one.

pub mod graphql;
pub mod listing;
pub mod mutations;
pub mod nearby;
mod stocking;

use std::{collections::HashMap, sync::Arc};

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};
use shared::{ProductId, SalePointId, SalePointStatus, text};

use crate::{
    admin_units::place_names::PlaceNames,
    database::Database,
    entities::{sale_point, stock},
    error::Result,
};

pub use nearby::Coordinates;

/// A sale point that may be seen, with what it says it sells.
#[derive(Clone, Debug)]
pub struct Point {
    /// The row of the register.
    pub row: sale_point::Model,
    /// What is on sale there, latest confirmed first.
    pub stock: Vec<stock::Model>,
    /// Names of the units it lies in, and of those they were made of.
    pub place_names: Vec<String>,
    /// Folded words of name, address, operator and the units it lies in.
    words: Vec<String>,
    /// Folded words of each ward that its ward was made of; it lies in one of them.
    former_wards: Vec<Vec<String>>,
}

impl Point {
    fn new(row: sale_point::Model, stock: Vec<stock::Model>, names: &PlaceNames) -> Self {
        let words = |text: &str| text::tokens(text).into_iter().map(|token| token.plain);
        let texts = [Some(row.name.as_str()), row.address.as_deref(), row.operator_name.as_deref()];
        let units = [&row.ward_id, &row.district_id, &row.province_id].map(|unit| names.name(unit));
        let former: Vec<&str> = names.names_before(&row.ward_id).collect();
        Self {
            words: texts.into_iter().chain(units).flatten().flat_map(words).collect(),
            former_wards: former.iter().map(|ward| words(ward).collect()).collect(),
            place_names: units.into_iter().flatten().chain(former).map(str::to_owned).collect(),
            row,
            stock,
        }
    }

    /// Where it is, if that is known.
    pub fn coordinates(&self) -> Option<Coordinates> {
        Some(Coordinates { lat: self.row.lat?, lon: self.row.lon? })
    }

    /// Whether it is shown when nobody asks for a status: all but the stopped ones.
    pub fn is_current(&self) -> bool {
        self.row.status != Some(SalePointStatus::Stopped)
    }

    /// Whether every word is one of its words; the last may be the beginning of one. Words of one former ward may be
    /// among them, but not of several: it lay in one.
    fn holds(&self, wanted: &[String]) -> bool {
        let Some((last, others)) = wanted.split_last() else { return true };
        let holds = |ward: &[String]| {
            let mut words = self.words.iter().chain(ward);
            others.iter().all(|word| self.words.contains(word) || ward.contains(word))
                && words.any(|word| word.starts_with(last))
        };
        holds(&[]) || self.former_wards.iter().any(|ward| holds(ward))
    }
}

/// All sale points that may be seen, by name.
#[derive(Debug, Default)]
pub struct Register {
    points: Vec<Arc<Point>>,
    by_id: HashMap<SalePointId, Arc<Point>>,
    by_product: HashMap<ProductId, Vec<Arc<Point>>>,
}

impl Register {
    /// Reads the points that the city published or a public source names, and their stock.
    pub async fn read(database: &Database) -> Result<Self> {
        let seen = Condition::any()
            .add(sale_point::Column::PubliclyKnown.eq(true))
            .add(sale_point::Column::PublishedOn.is_not_null());
        let rows = sale_point::Entity::find()
            .filter(seen)
            .order_by_asc(sale_point::Column::SortKey)
            .order_by_asc(sale_point::Column::Id)
            .all(database.read())
            .await?;
        let all_stock = stock::Entity::find()
            .order_by_desc(stock::Column::ConfirmedAt)
            .order_by_asc(stock::Column::Id)
            .all(database.read())
            .await?;
        let mut stock_of: HashMap<SalePointId, Vec<stock::Model>> = HashMap::new();
        for item in all_stock {
            stock_of.entry(item.sale_point_id).or_default().push(item);
        }
        let units = rows.iter().flat_map(|row| [&row.ward_id, &row.district_id, &row.province_id]);
        let names = PlaceNames::of(database, units).await?;
        let mut register = Self::default();
        for row in rows {
            let stock = stock_of.remove(&row.id).unwrap_or_default();
            let point = Arc::new(Point::new(row.clone(), stock, &names));
            for item in &point.stock {
                register.by_product.entry(item.product_id).or_default().push(point.clone());
            }
            register.by_id.insert(row.id, point.clone());
            register.points.push(point);
        }
        Ok(register)
    }

    /// The point of an id.
    pub fn find(&self, id: SalePointId) -> Option<&Arc<Point>> {
        self.by_id.get(&id)
    }

    /// Every point, by name.
    pub fn all(&self) -> &[Arc<Point>] {
        &self.points
    }

    /// Points that say they sell a product.
    pub fn selling(&self, product: ProductId) -> &[Arc<Point>] {
        self.by_product.get(&product).map_or(&[], Vec::as_slice)
    }

    /// Products on sale at the points that a test accepts.
    pub fn products_sold(&self, at: impl Fn(&Point) -> bool) -> impl Iterator<Item = ProductId> {
        self.points
            .iter()
            .filter(move |point| at(point))
            .flat_map(|point| point.stock.iter().map(|item| item.product_id))
    }
}
