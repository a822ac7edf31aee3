//! Organisations as their own people and the city's staff see them: registration, what they tell of themselves, who acts
//! for them, and whether staff have verified them. What everybody sees of a producer is in `producers`.
//!
//! The public row stands in `organisation`, what is not for everybody (tax code, contacts) in `organisation_details`.
//! An organisation is listed in public only once staff have verified it, or because it stands in the public data.

mod alike;
mod editing;
pub mod graphql;
pub mod inputs;
pub(crate) mod loaders;
mod members;
pub mod naming;
mod place;
mod registering;
pub mod request_type;
pub mod types;
pub(crate) mod verifying;
mod wards;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Select, prelude::Json,
};
use serde_json::json;
use shared::{AdminUnitId, Email, LegalForm, OrganisationId, Phone, TaxCode};

use crate::{
    entities::{organisation, organisation_details},
    error::{Error, Result},
};

/// An organisation that must be there.
pub(crate) async fn require(
    connection: &impl ConnectionTrait,
    id: OrganisationId,
) -> Result<organisation::Model> {
    organisation::Entity::find_by_id(id).one(connection).await?.ok_or(Error::NotFound("organisation"))
}

/// The organisations in some units: those an officer of them looks after.
fn in_units(units: &[AdminUnitId]) -> Condition {
    Condition::any()
        .add(organisation::Column::WardId.is_in(units.iter().cloned()))
        .add(organisation::Column::ProvinceId.is_in(units.iter().cloned()))
}

/// The ids of the organisations that staff of some units look after, or of the whole city.
pub(crate) fn looked_after(units: Option<&[AdminUnitId]>) -> Select<organisation::Entity> {
    let all = organisation::Entity::find().select_only().column(organisation::Column::Id);
    match units {
        Some(units) => all.filter(in_units(units)),
        None => all,
    }
}

/// What an organisation tells us and not everybody; nothing yet for one of the public data.
pub(crate) async fn details(
    connection: &impl ConnectionTrait,
    id: OrganisationId,
) -> Result<organisation_details::Model> {
    let known = organisation_details::Entity::find_by_id(id).one(connection).await?;
    Ok(known.unwrap_or_else(|| no_details(id)))
}

fn no_details(id: OrganisationId) -> organisation_details::Model {
    organisation_details::Model {
        organisation_id: id,
        tax_code: None,
        contact_name: None,
        contact_phone: None,
        contact_email: None,
        contact_website: None,
        public_name: None,
        public_phone: None,
        public_email: None,
        public_website: None,
    }
}

/// An organisation as the log of changes keeps it: what is personal is masked.
fn logged(row: &organisation::Model, details: &organisation_details::Model) -> Json {
    let tax_code = details.tax_code.as_deref().map(masked_tax_code);
    let phone =
        |text: &Option<String>| text.as_deref().and_then(|text| Some(text.parse::<Phone>().ok()?.masked()));
    let email =
        |text: &Option<String>| text.as_deref().and_then(|text| Some(text.parse::<Email>().ok()?.masked()));
    let is_personal = row.legal_form == Some(LegalForm::Household);
    json!({
        "name": row.name,
        "legal_form": row.legal_form,
        "is_producer": row.is_producer,
        "is_retailer": row.is_retailer,
        "tax_code": tax_code,
        "address": row.address.as_ref().filter(|_| !is_personal),
        "ward_id": row.ward_id,
        "verified_at": row.verified_at,
        "contact_phone": phone(&details.contact_phone),
        "contact_email": email(&details.contact_email),
        "contact_website": details.contact_website,
        "public_phone": phone(&details.public_phone),
        "public_email": email(&details.public_email),
        "public_website": details.public_website,
    })
}

/// The tax code as people without a right to the personal one see it.
pub(crate) fn masked_tax_code(text: &str) -> String {
    text.parse::<TaxCode>().map_or_else(|_| "***".to_owned(), |code| code.masked())
}
