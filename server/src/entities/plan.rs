//! Table `plan`: The city's yearly plans.

use sea_orm::entity::prelude::*;
use shared::{PartialDate, PlanId};

/// One row of `plan`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plan")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PlanId,
    pub year: i32,
    pub decision_number: Option<String>,
    pub issued_on: Option<PartialDate>,
    pub target_min: Option<i32>,
    pub target_max: Option<i32>,
    pub min_per_district: Option<i32>,
    pub centres_target: Option<i32>,
    pub criteria_decision: Option<String>,
    pub origin_key: Option<String>,
    pub origin_digest: Option<String>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
