//! Table `invitation`: mails that ask somebody to join an organisation.

use sea_orm::entity::prelude::*;
use shared::{AccountId, InvitationId, MemberRole, OrganisationId};

/// One row of `invitation`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invitation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InvitationId,
    pub organisation_id: OrganisationId,
    pub email: String,
    pub role: MemberRole,
    pub token_hash: String,
    pub invited_by: AccountId,
    pub invited_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
