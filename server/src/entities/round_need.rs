//! Table `round_need`: needs taken in by rounds.

use sea_orm::entity::prelude::*;
use shared::{NeedId, RoundId, UnservedReason};

/// One row of `round_need`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "round_need")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub round_id: RoundId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub need_id: NeedId,
    pub number: i32,
    pub planned: i32,
    pub unserved: Option<UnservedReason>,
    pub full_products: i32,
    pub full_producers: i32,
}

impl ActiveModelBehavior for ActiveModel {}
