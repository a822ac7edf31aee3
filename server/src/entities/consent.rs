//! Table `consent`: what somebody agreed to, when, in which words.

use sea_orm::entity::prelude::*;
use shared::{AccountId, ConsentPurpose, OrganisationId};

/// One row of `consent`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "consent")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub purpose: ConsentPurpose,
    pub text_version: String,
    pub given_by: AccountId,
    pub organisation_id: Option<OrganisationId>,
    pub given_at: DateTimeUtc,
    pub withdrawn_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
