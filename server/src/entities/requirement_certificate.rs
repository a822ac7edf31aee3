//! Table `requirement_certificate`: papers, any one of which meets a requirement.

use sea_orm::entity::prelude::*;

/// One row of `requirement_certificate`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "requirement_certificate")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub requirement_code: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub certificate_code: String,
}

impl ActiveModelBehavior for ActiveModel {}
