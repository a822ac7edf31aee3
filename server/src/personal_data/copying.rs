//! A copy of all that is kept about a person, in a form that programs read.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::Json};
use serde_json::json;
use shared::AccountId;

use crate::{
    database::Database,
    entities::{
        account, certificate, change, consent, data_request, introduction, membership, message, notification,
        organisation, session, star_decision, upload, verification,
    },
    error::{Error, Result},
};

/// Lines of the log that are copied, the latest of what the person did.
const LINES: u64 = 5_000;

/// Everything about an account.
pub(super) async fn copy(database: &Database, id: AccountId) -> Result<Json> {
    let rows = database.read();
    let account = account::Entity::find_by_id(id).one(rows).await?.ok_or(Error::NotFound("account"))?;
    let sessions = session::Entity::find().filter(session::Column::AccountId.eq(id)).all(rows).await?;
    let consents = consent::Entity::find().filter(consent::Column::GivenBy.eq(id)).all(rows).await?;
    let memberships =
        membership::Entity::find().filter(membership::Column::AccountId.eq(id)).all(rows).await?;
    let organisations = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(memberships.iter().map(|row| row.organisation_id)))
        .all(rows)
        .await?;
    let asked = verification::Entity::find().filter(verification::Column::AskedBy.eq(id)).all(rows).await?;
    let requests =
        data_request::Entity::find().filter(data_request::Column::AccountId.eq(id)).all(rows).await?;
    let uploads =
        upload::Entity::find().filter(upload::Column::CreatedBy.eq(id.to_string())).all(rows).await?;
    let papers = certificate::Entity::find().filter(certificate::Column::EnteredBy.eq(id)).all(rows).await?;
    let stars =
        star_decision::Entity::find().filter(star_decision::Column::EnteredBy.eq(id)).all(rows).await?;
    let proposed =
        introduction::Entity::find().filter(introduction::Column::ProposerId.eq(id)).all(rows).await?;
    let written = message::Entity::find().filter(message::Column::AuthorId.eq(id));
    let written = written.order_by_asc(message::Column::Id).all(rows).await?;
    let told = notification::Entity::find().filter(notification::Column::AccountId.eq(id));
    let told = told.order_by_asc(notification::Column::Id).all(rows).await?;
    let done = change::Entity::find()
        .filter(change::Column::Actor.eq(id.to_string()))
        .order_by_desc(change::Column::Seq)
        .limit(LINES)
        .all(rows)
        .await?;
    let name_of = |id| organisations.iter().find(|row| row.id == id).map(|row| row.name.clone());
    Ok(json!({
        "account": {
            "id": account.id,
            "name": account.name,
            "email": account.email,
            "phone": account.phone,
            "staff_role": account.staff_role,
            "mail_choice": account.mail_choice,
            "created_at": account.created_at,
            "confirmed_at": account.confirmed_at,
        },
        "sessions": sessions.iter().map(|row| json!({
            "device": row.device, "signed_in_at": row.signed_in_at, "last_used_at": row.last_used_at,
        })).collect::<Vec<_>>(),
        "consents": consents.iter().map(|row| json!({
            "purpose": row.purpose, "text_version": row.text_version, "given_at": row.given_at,
            "withdrawn_at": row.withdrawn_at, "organisation_id": row.organisation_id,
        })).collect::<Vec<_>>(),
        "memberships": memberships.iter().map(|row| json!({
            "organisation_id": row.organisation_id, "organisation": name_of(row.organisation_id), "role": row.role,
            "since": row.since,
        })).collect::<Vec<_>>(),
        "verifications_asked": asked.iter().map(|row| json!({
            "organisation_id": row.organisation_id, "kind": row.kind, "status": row.status, "asked_at": row.asked_at,
            "message": row.message, "reason": row.reason,
        })).collect::<Vec<_>>(),
        "data_requests": requests.iter().map(|row| json!({
            "kind": row.kind, "status": row.status, "asked_at": row.asked_at, "due_on": row.due_on,
            "message": row.message, "note": row.note,
        })).collect::<Vec<_>>(),
        "uploads": uploads.iter().map(|row| json!({
            "id": row.id, "kind": row.kind, "name": row.name, "created_at": row.created_at,
        })).collect::<Vec<_>>(),
        "certificates_entered": papers.iter().map(|row| json!({
            "id": row.id, "kind": row.kind_code, "number": row.number, "entered_at": row.entered_at,
            "confirmed_at": row.confirmed_at, "refused_at": row.refused_at, "refused_because": row.refused_because,
        })).collect::<Vec<_>>(),
        "star_decisions_entered": stars.iter().map(|row| json!({
            "id": row.id, "number": row.number, "entered_at": row.entered_at, "confirmed_at": row.confirmed_at,
            "refused_at": row.refused_at, "refused_because": row.refused_because,
        })).collect::<Vec<_>>(),
        "introductions_proposed": proposed.iter().map(|row| json!({
            "id": row.id, "product": row.product_name, "need": row.need_name, "note": row.note,
            "created_at": row.created_at,
        })).collect::<Vec<_>>(),
        "messages_written": written.iter().map(|row| json!({
            "introduction_id": row.introduction_id, "text": row.text, "at": row.created_at,
        })).collect::<Vec<_>>(),
        "notifications": told.iter().map(|row| json!({
            "introduction_id": row.introduction_id, "agreement_id": row.agreement_id, "event_id": row.event_id, "kind": row.kind, "at": row.created_at, "read_at": row.read_at,
        })).collect::<Vec<_>>(),
        "changes_made": done.iter().map(|row| json!({
            "at": row.at, "entity": row.entity, "entity_id": row.entity_id, "action": row.action,
        })).collect::<Vec<_>>(),
    }))
}
