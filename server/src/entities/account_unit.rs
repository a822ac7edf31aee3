//! Table `account_unit`: the units an officer is limited to.

use sea_orm::entity::prelude::*;
use shared::{AccountId, AdminUnitId};

/// One row of `account_unit`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_unit")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub unit_id: AdminUnitId,
}

impl ActiveModelBehavior for ActiveModel {}
