//! Table `product`: products of producers.

use sea_orm::entity::prelude::*;
use shared::{AdminUnitId, OrganisationId, ProductId};

/// One row of `product`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "product")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ProductId,
    pub producer_id: OrganisationId,
    pub name: String,
    pub group_code: String,
    pub description: Option<String>,
    pub months: Option<i32>,
    pub district_id: Option<AdminUnitId>,
    pub province_id: Option<AdminUnitId>,
    pub former_province_id: Option<AdminUnitId>,
    pub published_at: Option<DateTimeUtc>,
    pub origin_key: Option<String>,
    pub origin_digest: Option<String>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
