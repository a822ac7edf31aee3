//! What the page of one sale point asks for.

use chrono::{DateTime, Utc};
use cynic::QueryBuilder;
use shared::PartialDate;

use crate::api::{self, Question, SalePointKind, SalePointStatus, WardBasis, schema};
use crate::facts::{Card, Source, Unit};
use crate::map::{Location, MapPoint};

#[derive(cynic::QueryVariables)]
pub(crate) struct PointVariables {
    id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "PointVariables")]
pub(crate) struct PointById {
    #[arguments(id: $id)]
    pub(crate) sale_point: Option<Point>,
}

/// All that is known of a point.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "SalePoint")]
pub(crate) struct Point {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) kind: SalePointKind,
    pub(crate) status: Option<SalePointStatus>,
    pub(crate) status_as_of: Option<PartialDate>,
    pub(crate) address: Option<String>,
    pub(crate) ward: Option<Unit>,
    pub(crate) ward_basis: Option<WardBasis>,
    pub(crate) former_district: Option<Unit>,
    pub(crate) province: Option<Unit>,
    pub(crate) location: Option<Location>,
    pub(crate) operator_name: Option<String>,
    pub(crate) operator: Option<Operator>,
    pub(crate) viewer_may_keep: bool,
    pub(crate) viewer_may_assign: bool,
    pub(crate) published_on: Option<PartialDate>,
    pub(crate) opened_on: Option<PartialDate>,
    pub(crate) stopped_on: Option<PartialDate>,
    pub(crate) stock: Vec<OnSale>,
    pub(crate) sources: Vec<Source>,
}

/// The organisation that runs it, when it is in the register.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Producer")]
pub(crate) struct Operator {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
}

/// A product that is on sale there.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Stock")]
pub(crate) struct OnSale {
    pub(crate) product: Card,
    pub(crate) confirmed_at: Option<DateTime<Utc>>,
    pub(crate) confirmed_by: Option<String>,
}

impl Point {
    /// The same point as the map knows it.
    pub(crate) fn on_map(&self) -> MapPoint {
        MapPoint {
            id: self.id.clone(),
            name: self.name.clone(),
            kind: self.kind,
            status: self.status,
            address: self.address.clone(),
            ward: self.ward.clone(),
            former_district: self.former_district.clone(),
            location: self.location.clone(),
        }
    }
}

/// The question for one point.
pub(crate) fn question(id: String) -> Question<PointById> {
    api::question(PointById::build(PointVariables { id: cynic::Id::new(id) }))
}
