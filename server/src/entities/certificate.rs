//! Table `certificate`: papers of products and producers.

use sea_orm::entity::prelude::*;
use shared::{AccountId, CertificateId, OrganisationId, PartialDate, ProductId, UploadId};

/// One row of `certificate`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "certificate")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CertificateId,
    pub kind_code: String,
    pub product_id: Option<ProductId>,
    pub organisation_id: Option<OrganisationId>,
    pub number: Option<String>,
    pub issuer: Option<String>,
    pub issued_on: Option<PartialDate>,
    pub valid_until: Option<Date>,
    pub file_id: Option<UploadId>,
    pub entered_by: Option<AccountId>,
    pub confirmed_by: Option<AccountId>,
    pub confirmed_at: Option<DateTimeUtc>,
    pub entered_at: Option<DateTimeUtc>,
    pub refused_at: Option<DateTimeUtc>,
    pub refused_because: Option<String>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
