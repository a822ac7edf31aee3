//! Table `agreement`: agreements of two sides, and where they stand.

use sea_orm::entity::prelude::*;
use shared::{
    AccountId, AgreementFollows, AgreementId, AgreementKind, AgreementStatus, EventId, IntroductionId,
    OrganisationId, TradeParty, UploadId,
};

/// One row of `agreement`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "agreement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AgreementId,
    pub kind: AgreementKind,
    pub status: AgreementStatus,
    pub number: Option<String>,
    pub number_year: Option<i32>,
    pub number_sequence: Option<i32>,
    pub retailer_id: Option<OrganisationId>,
    pub producer_id: Option<OrganisationId>,
    pub introduction_id: Option<IntroductionId>,
    pub event_id: Option<EventId>,
    pub follows_id: Option<AgreementId>,
    pub follows_as: Option<AgreementFollows>,
    pub author_id: AccountId,
    pub current_version: i32,
    pub proposed_at: Option<DateTimeUtc>,
    pub answer_by: Option<DateTimeUtc>,
    pub signed_at: Option<DateTimeUtc>,
    pub signed_on: Option<Date>,
    pub is_paper: bool,
    pub scan_id: Option<UploadId>,
    pub settled_at: Option<DateTimeUtc>,
    pub settled_by: Option<TradeParty>,
    pub settled_because: Option<String>,
    pub moved_at: DateTimeUtc,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
