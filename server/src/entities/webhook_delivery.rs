//! Table `webhook_delivery`: what other programs are told, and how far it has come.

use sea_orm::entity::prelude::*;
use shared::{WebhookDeliveryId, WebhookId, WebhookKind, WebhookProblem};

/// One row of `webhook_delivery`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "webhook_delivery")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: WebhookDeliveryId,
    pub webhook_id: WebhookId,
    pub kind: WebhookKind,
    pub body: String,
    pub attempts: i32,
    pub due_at: Option<DateTimeUtc>,
    pub delivered_at: Option<DateTimeUtc>,
    pub given_up_at: Option<DateTimeUtc>,
    pub last_status: Option<i32>,
    pub last_problem: Option<WebhookProblem>,
    pub created_at: DateTimeUtc,
    #[sea_orm(belongs_to, from = "webhook_id", to = "id")]
    pub webhook: HasOne<super::webhook::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
