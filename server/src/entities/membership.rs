//! Table `membership`: who acts for which organisation.

use sea_orm::entity::prelude::*;
use shared::{AccountId, MemberRole, OrganisationId};

/// One row of `membership`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "membership")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    pub role: MemberRole,
    pub since: DateTimeUtc,
    #[sea_orm(belongs_to, from = "organisation_id", to = "id")]
    pub organisation: HasOne<super::organisation::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
