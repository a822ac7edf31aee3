//! Table `verification`: what staff are asked to verify, and what they decided.

use sea_orm::entity::prelude::*;
use shared::{AccountId, OrganisationId, VerificationId, VerificationKind, VerificationStatus};

/// One row of `verification`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "verification")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: VerificationId,
    pub organisation_id: OrganisationId,
    pub kind: VerificationKind,
    pub status: VerificationStatus,
    pub asked_by: AccountId,
    pub asked_at: DateTimeUtc,
    pub message: Option<String>,
    pub decided_by: Option<AccountId>,
    pub decided_at: Option<DateTimeUtc>,
    pub reason: Option<String>,
    #[sea_orm(belongs_to, from = "organisation_id", to = "id")]
    pub organisation: HasOne<super::organisation::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
