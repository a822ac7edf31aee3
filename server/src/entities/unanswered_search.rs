//! Table `unanswered_search`: what people looked for and did not find.

use sea_orm::entity::prelude::*;

/// One row of `unanswered_search`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "unanswered_search")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub month: Date,
    #[sea_orm(primary_key, auto_increment = false)]
    pub words: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub group_code: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub province_code: String,
    pub typed: String,
    pub times: i32,
    pub last_on: Date,
}

impl ActiveModelBehavior for ActiveModel {}
