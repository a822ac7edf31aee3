//! Table `fact_source`: which source a row rests on.

use sea_orm::entity::prelude::*;
use shared::SourceId;

/// One row of `fact_source`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "fact_source")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub entity: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub entity_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub source_id: SourceId,
    pub position: i32,
}

impl ActiveModelBehavior for ActiveModel {}
