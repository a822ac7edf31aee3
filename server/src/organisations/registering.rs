//! A new organisation: its people enter it, staff are asked to verify it, and until then only both see it.

use std::sync::Arc;

use chrono::Utc;
use sea_orm::{EntityTrait, IntoActiveModel};
use shared::{MemberRole, OrganisationId, Problem, VerificationKind, limits};

use super::{
    inputs::{NewOrganisation, check_sides, tax_code},
    logged, members, no_details, place, verifying,
};
use crate::{
    accounts::SignedIn,
    app::App,
    changes::{Line, Write},
    entities::{organisation, organisation_details},
    error::Result,
    forms::{self, Form},
    places::Place,
    sort_key::sort_key,
};

/// Registers an organisation; whoever does becomes its owner.
pub(super) async fn register(
    app: &Arc<App>,
    somebody: &SignedIn,
    input: NewOrganisation,
) -> Result<organisation::Model> {
    if somebody.memberships.len() >= limits::MEMBERSHIPS {
        return Err(forms::wrong("input", Problem::NotPossibleNow));
    }
    let mut form = Form::default();
    let name = form.line("input.name", &input.name, limits::NAME_CHARS);
    let address = form.line("input.address", &input.address, limits::LINE_CHARS);
    check_sides(&mut form, "input.isProducer", input.is_producer, input.is_retailer);
    let code = input.tax_code.as_deref().unwrap_or_default();
    let tax_code = tax_code(&mut form, "input.taxCode", code, Some(input.legal_form));
    let door = place::point(&mut form, ["input.lat", "input.lon"], input.lat, input.lon);
    let place = place::of_ward(app.database.read(), &input.ward, door).await?;
    if place.is_none() {
        let problem = if input.ward.trim().is_empty() { Problem::Missing } else { Problem::NotOffered };
        form.wrong("input.ward", problem);
    }
    let contact = input.contact.check(&mut form, "input.contact");
    if contact.is_unreachable() {
        form.wrong("input.contact.phone", Problem::Missing);
    }
    let public = input.public_contact.as_ref().map(|contact| contact.check(&mut form, "input.publicContact"));
    let message = form.optional_text("input.message", input.message.as_deref(), limits::TEXT_CHARS);
    form.finish()?;

    let row = new_row(&input, name, address, place.unwrap_or_default());
    let mut details = organisation_details::Model { tax_code, ..no_details(row.id) };
    contact.into_contact(&mut details);
    public.unwrap_or_default().into_public(&mut details);

    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    organisation::Entity::insert(row.clone().into_active_model())
        .exec_without_returning(write.rows())
        .await?;
    organisation_details::Entity::insert(details.clone().into_active_model())
        .exec_without_returning(write.rows())
        .await?;
    members::add(&write, somebody.account_id, row.id, MemberRole::Owner).await?;
    let line = Line::of("organisation", row.id, "registered");
    write.record(line.with(None, Some(logged(&row, &details))));
    verifying::ask(&mut write, somebody, row.id, VerificationKind::Registration, message).await?;
    app.commit(write).await?;
    Ok(row)
}

fn new_row(input: &NewOrganisation, name: String, address: String, place: Place) -> organisation::Model {
    let now = Utc::now();
    let mut row = organisation::Model {
        id: OrganisationId::new(),
        sort_key: sort_key(&name),
        name,
        legal_form: Some(input.legal_form),
        is_producer: input.is_producer,
        is_retailer: input.is_retailer,
        verified_at: None,
        listed_at: None,
        address: Some(address),
        ward_id: None,
        ward_basis: None,
        district_id: None,
        province_id: None,
        former_province_id: None,
        lat: None,
        lon: None,
        coord_precision: None,
        coord_source: None,
        origin_key: None,
        origin_digest: None,
        created_at: now,
        updated_at: now,
        version: 1,
    };
    place::put(&mut row, place);
    row
}
