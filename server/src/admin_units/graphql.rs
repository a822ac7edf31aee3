//! Administrative units in the API.

use async_graphql::{Context, Object, SimpleObject};

use shared::{AdminLevel, AdminUnitId, CoordPrecision, Era, limits};

use crate::{
    entities::admin_unit,
    error::{Error, Result},
    graphql::{context::Ask, date::Date, loaders::SuccessorsOf},
};

/// A point on the map and how it is known.
#[derive(SimpleObject, Clone, Debug, PartialEq)]
pub struct Location {
    /// Degrees north, WGS 84.
    pub lat: f64,
    /// Degrees east, WGS 84.
    pub lon: f64,
    /// What the point is the point of.
    pub precision: CoordPrecision,
    /// Where it was published.
    pub source: Option<String>,
}

impl Location {
    /// A location of columns that are set together or not at all.
    pub fn of(
        lat: Option<f64>,
        lon: Option<f64>,
        precision: Option<CoordPrecision>,
        source: Option<String>,
    ) -> Option<Self> {
        Some(Self { lat: lat?, lon: lon?, precision: precision?, source })
    }
}

/// An administrative unit; its key is (era, level, code), since codes were used again by the reform of 2025.
#[derive(Clone, Debug)]
pub struct AdminUnit(pub admin_unit::Model);

/// An administrative unit; its key is (era, level, code), since codes were used again by the reform of 2025.
#[Object]
impl AdminUnit {
    /// Before or since 1 July 2025.
    async fn era(&self) -> Era {
        self.0.era
    }
    /// Province, district or ward.
    async fn level(&self) -> AdminLevel {
        self.0.level
    }
    /// The official code, unique within era and level.
    async fn code(&self) -> &str {
        &self.0.code
    }
    /// With its type: `Phường Ba Đình`.
    async fn name(&self) -> &str {
        &self.0.name
    }
    /// Without its type: `Ba Đình`.
    async fn short_name(&self) -> &str {
        &self.0.short_name
    }
    /// Phường, Xã, Quận, Huyện, Tỉnh, …
    async fn r#type(&self) -> &str {
        &self.0.kind
    }
    /// The unit it belongs to, of the same era.
    async fn parent(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<AdminUnit>> {
        unit(ctx, &self.0.parent_id).await
    }
    /// First day of the unit, where it is known.
    async fn valid_from(&self) -> Option<Date> {
        self.0.valid_from.map(Date)
    }
    /// Last day of the unit; null for units of today.
    async fn valid_to(&self) -> Option<Date> {
        self.0.valid_to.map(Date)
    }
    /// Units of today that took over its land, the largest part first; empty for units of today and for
    /// districts.
    #[graphql(complexity = "10 * child_complexity")]
    async fn successors(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<AdminUnit>> {
        let units = ctx.load(SuccessorsOf(self.0.id.clone())).await?.unwrap_or_default();
        Ok(units.into_iter().map(AdminUnit).collect())
    }
    /// A point of the unit, where one is published and found right.
    async fn location(&self) -> Option<Location> {
        let unit = &self.0;
        Location::of(unit.lat, unit.lon, unit.coord_precision, unit.coord_source.clone())
    }
}

/// The unit of a column, if it is set.
pub(crate) async fn unit(
    ctx: &Context<'_>,
    id: &Option<AdminUnitId>,
) -> async_graphql::Result<Option<AdminUnit>> {
    match id {
        Some(id) => Ok(ctx.load(id.clone()).await?.map(AdminUnit)),
        None => Ok(None),
    }
}

/// Queries for administrative units.
#[derive(Default)]
pub struct AdminUnitQueries;

/// Queries for administrative units.
#[Object]
impl AdminUnitQueries {
    /// Units of one level and era (`CURRENT` unless said), by code; all of them, those below a unit (a code of the same era), those whose
    /// name holds a text, accents aside.
    #[graphql(complexity = "100 * child_complexity")]
    async fn admin_units(
        &self,
        ctx: &Context<'_>,
        era: Option<Era>,
        level: AdminLevel,
        parent: Option<String>,
        search: Option<String>,
    ) -> Result<Vec<AdminUnit>> {
        let all_wards = level == AdminLevel::Ward && parent.is_none() && search.is_none();
        if all_wards {
            return Err(Error::bad_input("parent", "name a parent or a search text to list wards"));
        }
        let search = search.as_deref().map(search_text).transpose()?;
        let (database, era) = (&ctx.app().database, era.unwrap_or(Era::Current));
        let mut units = super::list(database, era, level, parent.as_deref()).await?;
        if let Some(code) = parent.as_deref().filter(|_| units.is_empty())
            && !super::is_code(database, era, code).await?
        {
            return Err(Error::bad_input("parent", "no unit of this era has this code"));
        }
        if let Some(text) = search {
            let folded = shared::text::fold(text.trim());
            units.retain(|unit| super::is_named(unit, &folded));
            if parent.is_none() && level == AdminLevel::Ward {
                units.truncate(limits::PAGE_ROWS);
            }
        }
        Ok(units.into_iter().map(AdminUnit).collect())
    }
}

/// A search text within its limit.
pub(crate) fn search_text(text: &str) -> Result<&str> {
    within_limit("search", text)
}

/// The text of an argument within the limit of search texts.
pub(crate) fn within_limit<'a>(argument: &str, text: &'a str) -> Result<&'a str> {
    let characters = text.chars().take(limits::SEARCH_CHARS + 1).count();
    if characters > limits::SEARCH_CHARS {
        return Err(Error::bad_input(argument, format!("at most {} characters", limits::SEARCH_CHARS)));
    }
    Ok(text)
}
