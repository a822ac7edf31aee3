//! Table `round`: rounds of matching.

use sea_orm::entity::prelude::*;
use shared::{AccountId, EventId, RoundId, RoundStatus};

use crate::rounds::stored::{Outcome, Scope, StoredSaid, StoredWeights};

/// One row of `round`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "round")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RoundId,
    pub name: String,
    pub event_id: Option<EventId>,
    pub status: RoundStatus,
    pub need_cap: i32,
    pub product_cap: i32,
    pub producer_cap: i32,
    pub candidates: i32,
    pub scope: Scope,
    pub weights: StoredWeights,
    pub problem: Option<StoredSaid>,
    pub outcome: Option<Outcome>,
    pub run_id: Option<Uuid>,
    pub run_percent: i32,
    pub run_seen_at: Option<DateTimeUtc>,
    pub accepted_at: Option<DateTimeUtc>,
    pub created_by: AccountId,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
