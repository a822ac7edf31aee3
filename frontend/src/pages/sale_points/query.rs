//! What the list of sale points asks for. The rows hold what the map tells of a point, so that both say the same.

use cynic::QueryBuilder;

use super::choice::Choice;
use crate::api::{
    self, AdminLevel, CoordPrecision, Era, Question, SalePointKind, SalePointOrder, SalePointStatus, schema,
};
use crate::facts::Unit;
use crate::map::{Location, MapPoint, SalePointFilter};
use crate::pages::products::PageInfo;
use shared::PartialDate;

/// Rows of one page.
const ROWS: i32 = 50;
/// The province of the city, in both eras.
const HANOI: &str = "01";

#[derive(cynic::QueryVariables)]
pub(crate) struct ListVariables {
    search: Option<String>,
    filter: SalePointFilter,
    order: SalePointOrder,
    near: Option<Near>,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::InputObject, Clone, PartialEq)]
pub(crate) struct Near {
    lat: f64,
    lon: f64,
}

/// One page of the list.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "ListVariables")]
pub(crate) struct PointList {
    #[arguments(search: $search, filter: $filter, order: $order, near: $near, first: $first, after: $after)]
    pub(crate) sale_points: Points,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "SalePointConnection")]
pub(crate) struct Points {
    pub(crate) total_count: i32,
    pub(crate) nodes: Vec<PointRow>,
    pub(crate) page_info: PageInfo,
}

/// One row.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "SalePoint")]
pub(crate) struct PointRow {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) kind: SalePointKind,
    pub(crate) status: Option<SalePointStatus>,
    pub(crate) status_as_of: Option<PartialDate>,
    pub(crate) address: Option<String>,
    pub(crate) ward: Option<Unit>,
    pub(crate) former_district: Option<Unit>,
    pub(crate) location: Option<Location>,
    #[cynic(rename = "distanceM")]
    pub(crate) distance_m: Option<f64>,
}

impl PointRow {
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

    /// How exactly its place is known.
    pub(crate) fn precision(&self) -> Option<CoordPrecision> {
        self.location.as_ref().map(|location| location.precision)
    }
}

/// The question for a page of the list.
pub(crate) fn list(choice: &Choice, here: Option<(f64, f64)>, after: Option<String>) -> Question<PointList> {
    let here = here.filter(|_| choice.near);
    api::question(PointList::build(ListVariables {
        search: Some(choice.text.trim().to_owned()).filter(|text| !text.is_empty()),
        filter: choice.filter(),
        order: choice.order(here.is_some()),
        near: here.map(|(lat, lon)| Near { lat, lon }),
        first: ROWS,
        after,
    }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct UnitVariables {
    today: Era,
    former: Era,
    ward: AdminLevel,
    district: AdminLevel,
    parent: String,
}

/// The units by which the list can be filtered.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "UnitVariables")]
pub(crate) struct Units {
    #[cynic(alias, rename = "adminUnits")]
    #[arguments(era: $today, level: $ward, parent: $parent)]
    pub(crate) wards: Vec<CodedUnit>,
    #[cynic(alias, rename = "adminUnits")]
    #[arguments(era: $former, level: $district, parent: $parent)]
    pub(crate) districts: Vec<CodedUnit>,
}

/// A unit with its code.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "AdminUnit")]
pub(crate) struct CodedUnit {
    pub(crate) code: String,
    pub(crate) name: String,
}

/// The question for wards of today and districts of before.
pub(crate) fn units() -> Question<Units> {
    api::question(Units::build(UnitVariables {
        today: Era::Current,
        former: Era::Legacy,
        ward: AdminLevel::Ward,
        district: AdminLevel::District,
        parent: HANOI.to_owned(),
    }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct ProductVariables {
    id: cynic::Id,
}

/// The product by which the list is filtered.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "ProductVariables")]
pub(crate) struct ProductName {
    #[arguments(id: $id)]
    pub(crate) product: Option<NamedProduct>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Product")]
pub(crate) struct NamedProduct {
    pub(crate) name: String,
}

/// The question for its name.
pub(crate) fn product(id: &str) -> Question<ProductName> {
    api::question(ProductName::build(ProductVariables { id: cynic::Id::new(id) }))
}
