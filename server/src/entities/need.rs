//! Table `need`: what retailers look for.

use sea_orm::entity::prelude::*;
use shared::{Dong, NeedId, NeedStatus, NeedVisibility, OrganisationId, Quantity};

/// One row of `need`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "need")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: NeedId,
    pub organisation_id: OrganisationId,
    pub name: String,
    pub description: Option<String>,
    pub min_stars: Option<i32>,
    pub quantity_per_month: Option<Quantity>,
    pub unit_code: Option<String>,
    pub months: Option<i32>,
    pub price_ceiling: Option<Dong>,
    pub deadline: Option<Date>,
    pub visibility: NeedVisibility,
    pub status: NeedStatus,
    pub closed_because: Option<String>,
    pub opened_at: Option<DateTimeUtc>,
    pub closed_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
