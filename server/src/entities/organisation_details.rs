//! Table `organisation_details`: what an organisation tells us and not everybody.

use sea_orm::entity::prelude::*;
use shared::OrganisationId;

/// One row of `organisation_details`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation_details")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    pub tax_code: Option<String>,
    pub contact_name: Option<String>,
    pub contact_phone: Option<String>,
    pub contact_email: Option<String>,
    pub contact_website: Option<String>,
    pub public_name: Option<String>,
    pub public_phone: Option<String>,
    pub public_email: Option<String>,
    pub public_website: Option<String>,
    #[sea_orm(belongs_to, from = "organisation_id", to = "id")]
    pub organisation: HasOne<super::organisation::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
