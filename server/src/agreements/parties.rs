//! A side as it is known here: what of it can be put into a document that is begun.

use sea_orm::ConnectionTrait;
use shared::{ConsentPurpose, OrganisationId};

use super::stored::PartyDetails;
use crate::{consents, entities::organisation, error::Result, organisations};

/// What is known of an organisation. Who represents it and how staff reach it is put in by its own people only; others
/// know of its telephone what everybody may.
pub(super) async fn known(
    connection: &impl ConnectionTrait,
    side: Option<&organisation::Model>,
    is_own: bool,
) -> Result<PartyDetails> {
    let Some(side) = side else { return Ok(PartyDetails::default()) };
    let details = organisations::details(connection, side.id).await?;
    let phone = match is_own {
        true => details.contact_phone.or(details.public_phone),
        false => public_phone(connection, side.id, details.public_phone).await?,
    };
    Ok(PartyDetails {
        name: side.name.clone(),
        address: side.address.clone(),
        tax_code: details.tax_code,
        phone,
        bank_account: None,
        representative: details.contact_name.filter(|_| is_own),
        position: None,
    })
}

async fn public_phone(
    connection: &impl ConnectionTrait,
    id: OrganisationId,
    phone: Option<String>,
) -> Result<Option<String>> {
    let consent = consents::standing(connection, id, ConsentPurpose::PublicContact).await?;
    Ok(phone.filter(|_| consent.is_some()))
}
