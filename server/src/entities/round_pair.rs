//! Table `round_pair`: the plans of rounds.

use sea_orm::entity::prelude::*;
use shared::{IntroductionId, NeedId, OrganisationId, ProductId, RoundId};

/// One row of `round_pair`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "round_pair")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub round_id: RoundId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub need_id: NeedId,
    pub product_id: ProductId,
    pub producer_id: OrganisationId,
    pub retailer_id: OrganisationId,
    pub product_name: String,
    pub score: i32,
    pub is_pinned: bool,
    pub is_newcomer: bool,
    pub not_met: i32,
    pub unknown: i32,
    pub introduction_id: Option<IntroductionId>,
    pub skipped: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
