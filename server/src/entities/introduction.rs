//! Table `introduction`: retailers and producers who were proposed to each other.

use sea_orm::entity::prelude::*;
use shared::{AccountId, IntroductionId, IntroductionStatus, NeedId, OrganisationId, ProductId, TradeParty};

/// One row of `introduction`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "introduction")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: IntroductionId,
    pub need_id: Option<NeedId>,
    pub product_id: ProductId,
    pub retailer_id: OrganisationId,
    pub producer_id: OrganisationId,
    pub need_name: Option<String>,
    pub product_name: String,
    pub proposed_by: TradeParty,
    pub proposer_id: AccountId,
    pub status: IntroductionStatus,
    pub note: Option<String>,
    pub answer_by: DateTimeUtc,
    pub retailer_answered_at: Option<DateTimeUtc>,
    pub producer_answered_at: Option<DateTimeUtc>,
    pub declined_by: Option<TradeParty>,
    pub declined_because: Option<String>,
    pub settled_at: Option<DateTimeUtc>,
    pub moved_at: DateTimeUtc,
    pub messages: i32,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
