//! Table `need_province`: where the goods of a need should come from.

use sea_orm::entity::prelude::*;
use shared::{AdminUnitId, NeedId};

/// One row of `need_province`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "need_province")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub need_id: NeedId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub unit_id: AdminUnitId,
}

impl ActiveModelBehavior for ActiveModel {}
