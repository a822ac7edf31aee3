//! Which sale points, and in which order.

use std::{cmp::Reverse, sync::Arc};

use serde::{Deserialize, Serialize};
use shared::{AdminUnitId, ProductId, SalePointId, SalePointKind, SalePointStatus};

use super::{Coordinates, Point, Register};

/// Conditions on sale points; an empty list asks for nothing.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Any of these kinds.
    pub kinds: Vec<SalePointKind>,
    /// Any of these states; without it, all but the stopped ones.
    pub statuses: Vec<SalePointStatus>,
    /// In any of these wards of today.
    pub wards: Vec<AdminUnitId>,
    /// In any of these former districts.
    pub former_districts: Vec<AdminUnitId>,
    /// Sells this product.
    pub product: Option<ProductId>,
    /// Folded words of name, address, operator or units; the last may be unfinished.
    pub words: Vec<String>,
    /// Within so many metres of a point.
    pub within: Option<(Coordinates, f64)>,
}

impl Filter {
    /// Whether a point meets every condition.
    pub fn accepts(&self, point: &Point) -> bool {
        let row = &point.row;
        let among = |wanted: &[AdminUnitId], unit: &Option<AdminUnitId>| {
            wanted.is_empty() || unit.as_ref().is_some_and(|unit| wanted.contains(unit))
        };
        let status = match (self.statuses.is_empty(), row.status) {
            (true, _) => point.is_current(),
            (false, status) => status.is_some_and(|status| self.statuses.contains(&status)),
        };
        status
            && (self.kinds.is_empty() || self.kinds.contains(&row.kind))
            && among(&self.wards, &row.ward_id)
            && among(&self.former_districts, &row.district_id)
            && self.product.is_none_or(|product| point.stock.iter().any(|item| item.product_id == product))
            && self.within.is_none_or(|(centre, metres)| {
                point.coordinates().is_some_and(|at| at.distance_m(centre) <= metres)
            })
            && point.holds(&self.words)
    }
}

/// Orders of a list of sale points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Order {
    /// By name, as Vietnamese sorts.
    Name,
    /// Nearest first; places that are not known come last.
    Distance(Coordinates),
    /// Latest opened first; unknown days come last.
    Newest,
}

/// Place of a point in an order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Key {
    /// Sort key and id.
    Name(String, SalePointId),
    /// Millimetres and id.
    Distance(u64, SalePointId),
    /// Day as text and id.
    Newest(Reverse<String>, SalePointId),
}

impl Order {
    /// Where a point stands in this order.
    pub fn key(self, point: &Point) -> Key {
        let row = &point.row;
        match self {
            Self::Name => Key::Name(row.sort_key.clone(), row.id),
            Self::Distance(centre) => {
                let millimetres = point.coordinates().map(|at| (at.distance_m(centre) * 1000.0) as u64);
                Key::Distance(millimetres.unwrap_or(u64::MAX), row.id)
            }
            Self::Newest => {
                let day = row.opened_on.map(|day| day.to_string()).unwrap_or_default();
                Key::Newest(Reverse(day), row.id)
            }
        }
    }
}

impl Register {
    /// Points a filter accepts, in order.
    pub fn list(&self, filter: &Filter, order: Order) -> Vec<(Key, Arc<Point>)> {
        let accepted = self.all().iter().filter(|point| filter.accepts(point));
        let mut points: Vec<_> = accepted.map(|point| (order.key(point), point.clone())).collect();
        points.sort_by(|(a, _), (b, _)| a.cmp(b));
        points
    }
}
