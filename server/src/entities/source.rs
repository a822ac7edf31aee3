//! Table `source`: where facts were read.

use sea_orm::entity::prelude::*;
use shared::SourceId;

/// One row of `source`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "source")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SourceId,
    pub citation: String,
    pub url: Option<String>,
    pub read_on: Option<Date>,
}

impl ActiveModelBehavior for ActiveModel {}
