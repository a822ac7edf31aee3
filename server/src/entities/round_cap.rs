//! Table `round_cap`: caps that single items have in rounds.

use sea_orm::entity::prelude::*;
use shared::{CapKind, RoundId};

/// One row of `round_cap`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "round_cap")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub round_id: RoundId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: CapKind,
    #[sea_orm(primary_key, auto_increment = false)]
    pub item_id: Uuid,
    pub cap: i32,
}

impl ActiveModelBehavior for ActiveModel {}
