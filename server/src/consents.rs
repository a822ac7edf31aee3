//! What people agreed to, on record with the version of the text and the time (DOMAIN §14): free, informed, explicit,
//! and taken back as easily as given.

use chrono::Utc;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    Set,
};
use shared::{AccountId, ConsentPurpose, OrganisationId, consent as texts};
use uuid::Uuid;

use crate::{changes::Write, entities::consent, error::Result};

/// The version of the text that is shown today.
pub fn current_version(purpose: ConsentPurpose) -> &'static str {
    match purpose {
        ConsentPurpose::Account => texts::ACCOUNT_TERMS,
        ConsentPurpose::PublicContact => texts::PUBLIC_CONTACT_TERMS,
    }
}

/// Records that somebody agreed to the text of today, for themselves or for an organisation.
pub(crate) async fn record(
    write: &Write,
    given_by: AccountId,
    purpose: ConsentPurpose,
    organisation: Option<OrganisationId>,
) -> Result<()> {
    let row = consent::ActiveModel {
        id: Set(Uuid::now_v7()),
        purpose: Set(purpose),
        text_version: Set(current_version(purpose).to_owned()),
        given_by: Set(given_by),
        organisation_id: Set(organisation),
        given_at: Set(Utc::now()),
        withdrawn_at: Set(None),
    };
    consent::Entity::insert(row).exec_without_returning(write.rows()).await?;
    Ok(())
}

/// The consent of an organisation that stands, if any.
pub(crate) async fn standing(
    connection: &impl ConnectionTrait,
    organisation: OrganisationId,
    purpose: ConsentPurpose,
) -> Result<Option<consent::Model>> {
    let query = consent::Entity::find()
        .filter(consent::Column::OrganisationId.eq(organisation))
        .filter(consent::Column::Purpose.eq(purpose))
        .filter(consent::Column::WithdrawnAt.is_null())
        .order_by_desc(consent::Column::Id);
    Ok(query.one(connection).await?)
}

/// Takes back a consent that stands.
pub(crate) async fn withdraw(write: &Write, given: consent::Model) -> Result<()> {
    let mut row = given.into_active_model();
    row.withdrawn_at = Set(Some(Utc::now()));
    row.update(write.rows()).await?;
    Ok(())
}
