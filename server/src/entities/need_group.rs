//! Table `need_group`: the groups of goods a need is about.

use sea_orm::entity::prelude::*;
use shared::NeedId;

/// One row of `need_group`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "need_group")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub need_id: NeedId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub group_code: String,
}

impl ActiveModelBehavior for ActiveModel {}
