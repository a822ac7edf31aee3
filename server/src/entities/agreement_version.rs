//! Table `agreement_version`: what an agreement says, version by version.

use sea_orm::entity::prelude::*;
use shared::{AccountId, AgreementId, TradeParty};

use crate::agreements::stored::PartyDetails;

/// One row of `agreement_version`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "agreement_version")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub agreement_id: AgreementId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub written_by: TradeParty,
    pub author_id: AccountId,
    pub note: Option<String>,
    pub starts_on: Option<Date>,
    pub ends_on: Option<Date>,
    pub place: Option<String>,
    pub delivery_terms: Option<String>,
    pub payment_terms: Option<String>,
    pub quality_terms: Option<String>,
    pub other_terms: Option<String>,
    pub retailer: PartyDetails,
    pub producer: PartyDetails,
    pub retailer_signed_at: Option<DateTimeUtc>,
    pub retailer_signer_id: Option<AccountId>,
    pub producer_signed_at: Option<DateTimeUtc>,
    pub producer_signer_id: Option<AccountId>,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
