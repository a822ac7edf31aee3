//! Changing what an organisation says of itself, and its consent to show the public contact.

use std::sync::Arc;

use async_graphql::MaybeUndefined;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use serde_json::json;
use shared::{ConsentPurpose, OrganisationId, Problem, VerificationKind, limits};

use super::{
    details, inputs::OrganisationChanges, inputs::check_sides, inputs::tax_code, logged, place, require,
    verifying,
};
use crate::{
    accounts::SignedIn,
    app::App,
    changes::{Line, Write},
    consents,
    entities::{organisation, organisation_details},
    error::{Error, Result},
    forms::{self, Form},
    sort_key::sort_key,
};

/// Changes an organisation; `version` is the one that was read. What staff verified by (name, legal form, tax code)
/// asks for a new verification when it changes.
pub(super) async fn update(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: OrganisationId,
    version: i32,
    changes: OrganisationChanges,
) -> Result<organisation::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let mut row = require(write.rows(), id).await?;
    somebody.require_member(id)?;
    if row.version != version {
        return Err(Error::Conflict("organisation"));
    }
    let mut details = details(write.rows(), id).await?;
    let before = logged(&row, &details);
    let identity_before = (row.name.clone(), row.legal_form, details.tax_code.clone());
    change(&write, &mut row, &mut details, changes).await?;
    let identity = (row.name.clone(), row.legal_form, details.tax_code.clone());
    let is_verified_anew = row.verified_at.is_some() && identity != identity_before;
    if is_verified_anew {
        row.verified_at = None;
    }
    row.touch();
    save(&write, &row, &details).await?;
    let line = Line::of("organisation", id, "updated");
    write.record(line.with(Some(before), Some(logged(&row, &details))));
    if is_verified_anew {
        verifying::ask(&mut write, somebody, id, VerificationKind::Registration, None).await?;
    }
    app.commit(write).await?;
    Ok(row)
}

async fn change(
    write: &Write,
    row: &mut organisation::Model,
    details: &mut organisation_details::Model,
    changes: OrganisationChanges,
) -> Result<()> {
    let mut form = Form::default();
    if let Some(name) = &changes.name {
        row.name = form.line("changes.name", name, limits::NAME_CHARS);
        row.sort_key = sort_key(&row.name);
    }
    if let Some(address) = &changes.address {
        row.address = Some(form.line("changes.address", address, limits::LINE_CHARS));
    }
    row.legal_form = changes.legal_form.or(row.legal_form);
    row.is_producer = changes.is_producer.unwrap_or(row.is_producer);
    row.is_retailer = changes.is_retailer.unwrap_or(row.is_retailer);
    check_sides(&mut form, "changes.isProducer", row.is_producer, row.is_retailer);
    // A legal form may change under a tax code that it can't have.
    let code = match changes.tax_code {
        MaybeUndefined::Undefined => details.tax_code.take().unwrap_or_default(),
        MaybeUndefined::Null => String::new(),
        MaybeUndefined::Value(code) => code,
    };
    details.tax_code = tax_code(&mut form, "changes.taxCode", &code, row.legal_form);
    let (lat, lon) = (changes.lat.value().copied(), changes.lon.value().copied());
    let door = place::point(&mut form, ["changes.lat", "changes.lon"], lat, lon);
    let door_changes = !(changes.lat.is_undefined() && changes.lon.is_undefined());
    let ward = match (&changes.ward, &row.ward_id) {
        (Some(code), _) => Some(code.clone()),
        // A door that is moved within the ward, or taken away.
        (None, Some(ward)) if door_changes => Some(ward.code().to_owned()),
        (None, _) => None,
    };
    if let Some(code) = ward {
        match place::of_ward(write.rows(), &code, door).await? {
            Some(place) => place::put(row, place),
            None => form.wrong("changes.ward", Problem::NotOffered),
        }
    } else if door.is_some() {
        form.wrong("changes.ward", Problem::Missing);
    }
    if let Some(contact) = &changes.contact {
        contact.check(&mut form, "changes.contact").into_contact(details);
    }
    if let Some(contact) = changes.public_contact.as_opt_ref() {
        let contact = contact.cloned().unwrap_or_default();
        contact.check(&mut form, "changes.publicContact").into_public(details);
    }
    form.finish()
}

async fn save(write: &Write, row: &organisation::Model, details: &organisation_details::Model) -> Result<()> {
    let all = row.clone().into_active_model().reset_all();
    organisation::Entity::update(all).exec(write.rows()).await?;
    organisation_details::Entity::delete_by_id(row.id).exec(write.rows()).await?;
    organisation_details::Entity::insert(details.clone().into_active_model())
        .exec_without_returning(write.rows())
        .await?;
    Ok(())
}

/// Agrees to the text of today for an organisation, or takes that back.
pub(super) async fn set_consent(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: OrganisationId,
    purpose: ConsentPurpose,
    agreed_to: Option<&str>,
) -> Result<organisation::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let row = require(write.rows(), id).await?;
    somebody.require_owner(id)?;
    if purpose == ConsentPurpose::Account {
        return Err(forms::wrong("purpose", Problem::NotOffered));
    }
    if agreed_to.is_some_and(|version| version != consents::current_version(purpose)) {
        return Err(forms::wrong("textVersion", Problem::NotAgreed));
    }
    let standing = consents::standing(write.rows(), id, purpose).await?;
    let action = match (agreed_to, standing) {
        (Some(version), Some(given)) if given.text_version == version => return Ok(row),
        (Some(_), earlier) => {
            if let Some(earlier) = earlier {
                consents::withdraw(&write, earlier).await?;
            }
            consents::record(&write, somebody.account_id, purpose, Some(id)).await?;
            "consented"
        }
        (None, Some(given)) => {
            consents::withdraw(&write, given).await?;
            "consent_withdrawn"
        }
        (None, None) => return Ok(row),
    };
    let what = json!({ "purpose": purpose, "text_version": agreed_to });
    write.record(Line::of("organisation", id, action).with(None, Some(what)));
    app.commit(write).await?;
    Ok(row)
}
