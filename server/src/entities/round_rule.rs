//! Table `round_rule`: pairs that staff have pinned or forbidden in rounds.

use sea_orm::entity::prelude::*;
use shared::{NeedId, ProductId, RoundId, RoundRuleKind};

/// One row of `round_rule`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "round_rule")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub round_id: RoundId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub need_id: NeedId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub product_id: ProductId,
    pub kind: RoundRuleKind,
}

impl ActiveModelBehavior for ActiveModel {}
