//! Table `delivery_check`: when both sides of an agreement are asked what was delivered.

use sea_orm::entity::prelude::*;
use shared::{AgreementId, DeliveryCheckId, DeliveryCheckKind, DeliveryCheckState};

/// One row of `delivery_check`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery_check")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DeliveryCheckId,
    pub agreement_id: AgreementId,
    pub kind: DeliveryCheckKind,
    pub state: DeliveryCheckState,
    pub begins_on: Date,
    pub ends_on: Date,
    pub asked_on: Date,
    pub closes_on: Date,
    pub settled_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
