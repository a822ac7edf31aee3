//! Table `need_requirement`: what a need asks of producers.

use sea_orm::entity::prelude::*;
use shared::{NeedId, Quantity};

/// One row of `need_requirement`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "need_requirement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub need_id: NeedId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub requirement_code: String,
    pub number: Option<Quantity>,
}

impl ActiveModelBehavior for ActiveModel {}
