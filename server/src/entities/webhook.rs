//! Table `webhook`: addresses of other programs that are told of what happens to introductions and agreements.

use sea_orm::entity::prelude::*;
use shared::{AccountId, OrganisationId, WebhookId};

/// One row of `webhook`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "webhook")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: WebhookId,
    pub organisation_id: Option<OrganisationId>,
    pub url: String,
    pub secret: String,
    pub kinds: Option<String>,
    pub note: Option<String>,
    pub created_by: AccountId,
    pub paused_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i32,
    #[sea_orm(has_many)]
    pub deliveries: HasMany<super::webhook_delivery::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
