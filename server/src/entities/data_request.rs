//! Table `data_request`: what people ask about their personal data.

use sea_orm::entity::prelude::*;
use shared::{AccountId, DataRequestId, DataRequestKind, DataRequestStatus};

/// One row of `data_request`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "data_request")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DataRequestId,
    pub account_id: AccountId,
    pub kind: DataRequestKind,
    pub status: DataRequestStatus,
    pub message: Option<String>,
    pub asked_at: DateTimeUtc,
    pub due_on: Date,
    pub decided_by: Option<AccountId>,
    pub decided_at: Option<DateTimeUtc>,
    pub note: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
