//! Sale points in the API.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, InputObject, Object, connection::Connection};
use chrono::{DateTime, Utc};
use futures::future;
use shared::{
    AdminLevel, AdminUnitId, Era, PartialDate, ProductId, SalePointId, SalePointKind, SalePointStatus,
    WardBasis, limits, limits::SEARCH_COST, text,
};

use super::{
    Coordinates, Point,
    listing::{Filter, Key, Order},
};
use crate::{
    accounts::SignedIn,
    admin_units::{
        self,
        graphql::{AdminUnit, Location, search_text, unit},
    },
    app::App,
    entities::stock,
    error::{Error, Result},
    graphql::{
        context::{Ask, parse_id},
        loaders::CardOf,
        page::{self, Page, Total},
    },
    producers::graphql::Producer,
    products::{graphql::Product, inputs::shortened},
    sources::{self, Source},
};

/// A place that shows and sells OCOP goods.
#[derive(Clone, Debug)]
pub struct SalePoint {
    point: Arc<Point>,
    distance_m: Option<f64>,
}

impl From<Arc<Point>> for SalePoint {
    fn from(point: Arc<Point>) -> Self {
        Self { point, distance_m: None }
    }
}

/// A place that shows and sells OCOP goods.
#[Object]
impl SalePoint {
    /// Its id.
    async fn id(&self) -> ID {
        self.point.row.id.into()
    }
    /// Its name.
    async fn name(&self) -> &str {
        &self.point.row.name
    }
    /// What it looks like to visitors.
    async fn kind(&self) -> SalePointKind {
        self.point.row.kind
    }
    /// Where it stands in its life; null when no source says.
    async fn status(&self) -> Option<SalePointStatus> {
        self.point.row.status
    }
    /// When a source last stated the status.
    async fn status_as_of(&self) -> Option<PartialDate> {
        self.point.row.status_as_of
    }
    /// Address as the source writes it.
    async fn address(&self) -> Option<&str> {
        self.point.row.address.as_deref()
    }
    /// Ward or commune of today; see `wardBasis` for how it is known.
    async fn ward(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<AdminUnit>> {
        unit(ctx, &self.point.row.ward_id).await
    }
    /// How the ward is known.
    async fn ward_basis(&self) -> Option<WardBasis> {
        self.point.row.ward_basis
    }
    /// The district until 30 June 2025.
    async fn former_district(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<AdminUnit>> {
        unit(ctx, &self.point.row.district_id).await
    }
    /// The province or city of today.
    async fn province(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<AdminUnit>> {
        unit(ctx, &self.point.row.province_id).await
    }
    /// A point on the map; null when nothing is known.
    async fn location(&self) -> Option<Location> {
        let row = &self.point.row;
        Location::of(row.lat, row.lon, row.coord_precision, row.coord_source.clone())
    }
    /// Name of the operator as the source writes it.
    async fn operator_name(&self) -> Option<&str> {
        self.point.row.operator_name.as_deref()
    }
    /// The operator, where it is a producer of the register.
    async fn operator(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Producer>> {
        let Some(id) = self.point.row.operator_id else { return Ok(None) };
        let row = ctx.load(id).await?.filter(|row| row.is_producer && row.listed_at.is_some());
        Ok(row.map(|row| Producer::named(id, Some(&row.name))))
    }
    /// Id of the organisation that runs it, where it is one of those here.
    async fn operator_id(&self) -> Option<ID> {
        self.point.row.operator_id.map(ID::from)
    }
    /// When the city published it.
    async fn published_on(&self) -> Option<PartialDate> {
        self.point.row.published_on
    }
    /// First day of selling.
    async fn opened_on(&self) -> Option<PartialDate> {
        self.point.row.opened_on
    }
    /// End of the point.
    async fn stopped_on(&self) -> Option<PartialDate> {
        self.point.row.stopped_on
    }
    /// Whether the viewer says what is sold there: people of the operator.
    async fn viewer_may_keep(&self, ctx: &Context<'_>) -> bool {
        let operator = self.point.row.operator_id;
        ctx.signed_in().is_ok_and(|somebody| operator.is_some_and(|id| somebody.role_in(id).is_some()))
    }
    /// Whether the viewer says who runs it: staff who look after it.
    async fn viewer_may_assign(&self, ctx: &Context<'_>) -> bool {
        let row = &self.point.row;
        let theirs =
            |somebody: &SignedIn| somebody.require_staff_of(row.ward_id.as_ref(), row.province_id.as_ref());
        ctx.signed_in().and_then(theirs).is_ok()
    }
    /// Metres from `near`, when it was given and the place is known.
    async fn distance_m(&self) -> Option<f64> {
        self.distance_m
    }
    /// What it says it sells, latest confirmed first; at most 100, and only published products.
    #[graphql(complexity = "20 * child_complexity")]
    async fn stock(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Stock>> {
        let items = &self.point.stock;
        let cards = future::join_all(items.iter().map(|item| ctx.load(CardOf(item.product_id)))).await;
        let mut published = Vec::new();
        for (item, card) in items.iter().zip(cards) {
            if card?.is_some() && published.len() < limits::PAGE_ROWS {
                published.push(Stock { row: item.clone(), point: self.point.clone() });
            }
        }
        Ok(published)
    }
    /// Where it was read.
    #[graphql(complexity = "5 * child_complexity")]
    async fn sources(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Source>> {
        sources::of(ctx, self.point.row.id).await
    }
    /// When the entry was last changed.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.point.row.updated_at
    }
}

/// A product a sale point says it sells.
#[derive(Clone, Debug)]
pub struct Stock {
    row: stock::Model,
    point: Arc<Point>,
}

impl Stock {
    /// What points say they sell of one product.
    pub(crate) fn of_product(points: &[Arc<Point>], product: ProductId) -> Vec<Self> {
        let items = points.iter().flat_map(|point| {
            let sold = point.stock.iter().filter(move |item| item.product_id == product);
            sold.map(|item| Self { row: item.clone(), point: point.clone() })
        });
        items.take(limits::PAGE_ROWS).collect()
    }
}

/// A product a sale point says it sells.
#[Object]
impl Stock {
    /// Its id.
    async fn id(&self) -> ID {
        self.row.id.into()
    }
    /// Where.
    async fn sale_point(&self) -> SalePoint {
        self.point.clone().into()
    }
    /// What.
    async fn product(&self, ctx: &Context<'_>) -> async_graphql::Result<Product> {
        Product::require(ctx, self.row.product_id).await
    }
    /// When somebody last said so.
    async fn confirmed_at(&self) -> Option<DateTime<Utc>> {
        self.row.confirmed_at
    }
    /// Who said so.
    async fn confirmed_by(&self) -> Option<&str> {
        self.row.confirmed_by.as_deref()
    }
}

/// A place to look around.
#[derive(InputObject, Clone, Copy, Debug)]
pub struct Near {
    /// Degrees north, WGS 84.
    pub lat: f64,
    /// Degrees east, WGS 84.
    pub lon: f64,
    /// Metres around it, at most 200,000; without it there is no bound.
    pub radius_m: Option<f64>,
}

impl Near {
    /// The centre and the radius, checked.
    pub(crate) fn checked(self, field: &str) -> Result<(Coordinates, Option<f64>)> {
        let centre = Coordinates::new(self.lat, self.lon)
            .ok_or_else(|| Error::bad_input(field, "latitude -90 to 90, longitude -180 to 180"))?;
        let too_wide = self.radius_m.is_some_and(|metres| !(0.0..=limits::NEAR_METRES).contains(&metres));
        if too_wide {
            return Err(Error::bad_input(format!("{field}.radiusM"), "0 to 200,000 metres"));
        }
        Ok((centre, self.radius_m))
    }
}

/// Which sale points.
#[derive(InputObject, Default)]
pub struct SalePointFilter {
    /// Any of these kinds.
    kinds: Option<Vec<SalePointKind>>,
    /// Any of these states; without it, all but the stopped ones.
    statuses: Option<Vec<SalePointStatus>>,
    /// Codes of wards of today.
    wards: Option<Vec<String>>,
    /// Codes of districts until 30 June 2025.
    former_districts: Option<Vec<String>>,
    /// Sells this product.
    product: Option<ID>,
}

impl SalePointFilter {
    /// Checks every value; an unknown one is refused by name, never ignored.
    pub(crate) async fn checked(self, app: &App) -> Result<Filter> {
        let units = |codes: Option<Vec<String>>, era, level, field: &str| {
            let codes = codes.unwrap_or_default();
            if codes.len() > limits::FILTER_VALUES {
                return Err(Error::bad_input(field, format!("at most {} codes", limits::FILTER_VALUES)));
            }
            Ok(codes.iter().map(|code| AdminUnitId::new(era, level, code)).collect())
        };
        let (wards_field, districts_field) = ("filter.wards", "filter.formerDistricts");
        let wards: Vec<AdminUnitId> = units(self.wards, Era::Current, AdminLevel::Ward, wards_field)?;
        let former_districts: Vec<AdminUnitId> =
            units(self.former_districts, Era::Legacy, AdminLevel::District, districts_field)?;
        let asked = [wards.as_slice(), &former_districts].concat();
        if let Some(unknown) = admin_units::first_unknown(&app.database, &asked).await? {
            let field = if wards.contains(&unknown) { wards_field } else { districts_field };
            return Err(Error::bad_input(field, format!("unknown code {:?}", shortened(unknown.code()))));
        }
        let product = self.product.map(|id| id.parse::<ProductId>()).transpose();
        Ok(Filter {
            kinds: self.kinds.unwrap_or_default(),
            statuses: self.statuses.unwrap_or_default(),
            wards,
            former_districts,
            product: product.map_err(|_| Error::bad_input("filter.product", "no such id"))?,
            ..Filter::default()
        })
    }
}

/// Order of sale points.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
pub enum SalePointOrder {
    /// By name, as Vietnamese sorts.
    Name,
    /// Nearest first; needs `near`. The default when `near` is given.
    Distance,
    /// Latest opened first.
    Newest,
}

/// Queries for sale points.
#[derive(Default)]
pub struct SalePointQueries;

/// Queries for sale points.
#[Object]
impl SalePointQueries {
    /// Sale points that may be seen; `search` looks at names, addresses, operators and the units they lie in.
    #[expect(clippy::too_many_arguments, reason = "the promised arguments of the field")]
    #[graphql(complexity = "SEARCH_COST + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity")]
    async fn sale_points(
        &self,
        ctx: &Context<'_>,
        search: Option<String>,
        filter: Option<SalePointFilter>,
        order: Option<SalePointOrder>,
        near: Option<Near>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, SalePoint, Total>> {
        let rows = page::rows(first)?;
        let mut filter = filter.unwrap_or_default().checked(ctx.app()).await?;
        if let Some(search) = search.as_deref().map(search_text).transpose()? {
            filter.words = text::tokens(search).into_iter().map(|token| token.plain).collect();
        }
        let near = near.map(|near| near.checked("near")).transpose()?;
        filter.within = near.and_then(|(centre, metres)| Some((centre, metres?)));
        let (list, order) = match (order, near) {
            (Some(SalePointOrder::Newest), _) => ("salePoints.newest", Order::Newest),
            (Some(SalePointOrder::Name), _) | (None, None) => ("salePoints.name", Order::Name),
            (_, Some((centre, _))) => ("salePoints.distance", Order::Distance(centre)),
            (Some(SalePointOrder::Distance), None) => {
                return Err(Error::bad_input("near", "an order by distance needs a place to start from"));
            }
        };
        let after_key: Option<Key> = page::key(list, after.as_deref())?;
        let all = ctx.app().register().list(&filter, order);
        let total = all.len();
        let rest = all.into_iter().filter(|(key, _)| after_key.as_ref().is_none_or(|after| key > after));
        let page = Page::cut(list, rest.take(rows + 1).collect(), rows, |(key, _)| key.clone());
        let with_distance = |point: Arc<Point>| SalePoint {
            distance_m: near.and_then(|(centre, _)| Some(point.coordinates()?.distance_m(centre))),
            point,
        };
        Ok(page.map(|(_, point)| with_distance(point)).into_connection(after.as_deref(), Total::from(total)))
    }

    /// One sale point.
    async fn sale_point(&self, ctx: &Context<'_>, id: ID) -> Result<Option<SalePoint>> {
        let id: SalePointId = parse_id(&id, "sale point")?;
        let point = ctx.app().register().find(id).cloned().ok_or(Error::NotFound("sale point"))?;
        Ok(Some(point.into()))
    }
}
