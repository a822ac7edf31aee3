//! What a caller may ask of products, checked before anything looks for it.

use std::collections::HashSet;

use async_graphql::{Enum, ID, InputObject};
use shared::{Era, OrganisationId, ProductId, SalePointId, limits};

use crate::{
    app::App,
    error::{Error, Result},
    labels::Labels,
    sale_points::graphql::Near,
    search::{Filter, Order, ProductQuery},
};

/// Which products.
#[derive(InputObject, Default)]
pub struct ProductFilter {
    /// Codes of groups; `I` holds all below it.
    pub groups: Option<Vec<String>>,
    /// Stars that certainly hold: 3, 4, 5; 0 means none.
    pub stars: Option<Vec<i32>>,
    /// At least so many stars that certainly hold.
    pub min_stars: Option<i32>,
    /// Codes of provinces of today.
    pub provinces: Option<Vec<String>>,
    /// Codes of provinces until 30 June 2025.
    pub former_provinces: Option<Vec<String>>,
    /// Codes of kinds of certificates, all of which must be valid.
    pub certificates: Option<Vec<String>>,
    /// Solar months (1-12), in any of which it can be had.
    pub months: Option<Vec<i32>>,
    /// Made by this producer.
    pub producer: Option<ID>,
    /// On sale at this point.
    pub sold_at: Option<ID>,
    /// On sale at a point near here.
    pub sold_near: Option<Near>,
}

/// Order of products.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Order")]
pub enum ProductOrder {
    /// Best match first; without a text, most stars first.
    Relevance,
    /// By name, as Vietnamese sorts.
    Name,
    /// Most valid stars first.
    Stars,
    /// Latest entered first.
    Newest,
}

/// A filter that was checked.
#[derive(Debug, Default)]
pub struct Checked {
    /// What the index filters by its facets.
    pub filter: Filter,
    /// Only this producer's.
    pub producer: Option<OrganisationId>,
    /// Only these products, found by where they are sold.
    pub ids: Option<Vec<ProductId>>,
}

impl Checked {
    /// The search for a text among what passes.
    pub(super) fn query(self, text: String) -> ProductQuery {
        let Self { filter, producer, ids } = self;
        ProductQuery { text, filter, producer, ids, ..ProductQuery::default() }
    }
}

impl ProductFilter {
    /// Checks every value; an unknown one is refused by name, never ignored.
    pub fn checked(self, app: &App) -> Result<Checked> {
        let labels = app.labels();
        let groups = known(self.groups, "filter.groups", |code| labels.group(code).is_some())?;
        let certificates =
            known(self.certificates, "filter.certificates", |code| labels.certificate_kind(code).is_some())?;
        let stars = numbers(self.stars, "filter.stars", &[0, 3, 4, 5])?;
        let min_stars = numbers(self.min_stars.map(|stars| vec![stars]), "filter.minStars", &[3, 4, 5])?;
        let months = numbers(self.months, "filter.months", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])?;
        let producer = self.producer.map(|id| id.parse()).transpose();
        let producer = producer.map_err(|_| Error::bad_input("filter.producer", "no such id"))?;
        let filter = Filter {
            groups,
            stars,
            min_stars: min_stars.first().copied(),
            provinces: known_provinces(&labels, self.provinces, Era::Current, "filter.provinces")?,
            former_provinces: known_provinces(
                &labels,
                self.former_provinces,
                Era::Legacy,
                "filter.formerProvinces",
            )?,
            certificates,
            months: months.iter().fold(0, |bits, month| bits | 1 << (month - 1)),
        };
        Ok(Checked { filter, producer, ids: sold(app, self.sold_at, self.sold_near)? })
    }
}

/// Products on sale at a point, or at any point near a place.
fn sold(app: &App, at: Option<ID>, near: Option<Near>) -> Result<Option<Vec<ProductId>>> {
    if at.is_none() && near.is_none() {
        return Ok(None);
    }
    let register = app.register();
    let at = match at {
        None => None,
        Some(id) => {
            let id: Option<SalePointId> = id.parse().ok();
            let known = id.filter(|id| register.find(*id).is_some());
            Some(known.ok_or_else(|| Error::bad_input("filter.soldAt", "no such sale point"))?)
        }
    };
    let near = near.map(|near| near.checked("filter.soldNear")).transpose()?;
    let around = near.map(|(centre, metres)| (centre, metres.unwrap_or(limits::NEAR_METRES)));
    let products = register.products_sold(|point| {
        at.is_none_or(|id| point.row.id == id)
            && around.is_none_or(|(centre, metres)| {
                point.coordinates().is_some_and(|place| place.distance_m(centre) <= metres)
            })
    });
    let unique: HashSet<ProductId> = products.collect();
    Ok(Some(unique.into_iter().collect()))
}

/// Codes of provinces that exist in an era.
pub(crate) fn known_provinces(
    labels: &Labels,
    codes: Option<Vec<String>>,
    era: Era,
    field: &str,
) -> Result<Vec<String>> {
    known(codes, field, |code| labels.province(era, code).is_some())
}

fn known(codes: Option<Vec<String>>, field: &str, exists: impl Fn(&str) -> bool) -> Result<Vec<String>> {
    let codes = codes.unwrap_or_default();
    if codes.len() > limits::FILTER_VALUES {
        return Err(Error::bad_input(field, format!("at most {} values", limits::FILTER_VALUES)));
    }
    match codes.iter().find(|code| !exists(code)) {
        Some(unknown) => Err(Error::bad_input(field, format!("unknown code {:?}", shortened(unknown)))),
        None => Ok(codes),
    }
}

/// Enough of a wrong value to recognise it.
pub(crate) fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}

fn numbers(values: Option<Vec<i32>>, field: &str, allowed: &[i32]) -> Result<Vec<u8>> {
    let values = values.unwrap_or_default();
    if values.len() > limits::FILTER_VALUES || values.iter().any(|value| !allowed.contains(value)) {
        return Err(Error::bad_input(field, format!("values among {allowed:?}")));
    }
    Ok(values.iter().filter_map(|value| u8::try_from(*value).ok()).collect())
}
