//! A copy of all that is kept about a person, in a form that programs read.

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    prelude::Json,
};
use serde_json::json;
use shared::{AccountId, LegalForm, OrganisationId};

use crate::{
    database::Database,
    entities::{
        account, agreement, agreement_version, certificate, change, consent, data_request, delivery_answer,
        introduction, membership, message, notification, organisation, session, star_decision, upload,
        verification,
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
    let versions = agreement_version::Entity::find().filter(
        Condition::any()
            .add(agreement_version::Column::AuthorId.eq(id))
            .add(agreement_version::Column::RetailerSignerId.eq(id))
            .add(agreement_version::Column::ProducerSignerId.eq(id)),
    );
    let versions = versions.order_by_asc(agreement_version::Column::CreatedAt).all(rows).await?;
    let sides = sides_of_households(rows, &organisations).await?;
    let answers = delivery_answer::Entity::find().filter(delivery_answer::Column::AccountId.eq(id));
    let answers = answers.order_by_asc(delivery_answer::Column::AnsweredAt).all(rows).await?;
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
        // What a side is called there is the side's, not the person's, but where the side is a household.
        "agreements_written_and_confirmed": versions.iter().map(|row| json!({
            "agreement_id": row.agreement_id, "version": row.number, "at": row.created_at,
            "written": row.author_id == id, "note": row.note.as_ref().filter(|_| row.author_id == id),
            "confirmed_for_retailer_at": row.retailer_signed_at.filter(|_| row.retailer_signer_id == Some(id)),
            "confirmed_for_producer_at": row.producer_signed_at.filter(|_| row.producer_signer_id == Some(id)),
        })).collect::<Vec<_>>(),
        "households_in_agreements": sides,
        "deliveries_answered": answers.iter().map(|row| json!({
            "check_id": row.check_id, "party": row.party, "outcome": row.outcome, "problem": row.problem,
            "note": row.note, "at": row.answered_at,
        })).collect::<Vec<_>>(),
        "notifications": told.iter().map(|row| json!({
            "introduction_id": row.introduction_id, "agreement_id": row.agreement_id, "event_id": row.event_id,
            "kind": row.kind, "at": row.created_at, "read_at": row.read_at,
        })).collect::<Vec<_>>(),
        "changes_made": done.iter().map(|row| json!({
            "at": row.at, "entity": row.entity, "entity_id": row.entity_id, "action": row.action,
        })).collect::<Vec<_>>(),
    }))
}

/// How households of the person stand in the agreements that they are a side of.
async fn sides_of_households(
    rows: &impl ConnectionTrait,
    organisations: &[organisation::Model],
) -> Result<Vec<Json>> {
    use agreement::Column::{ProducerId, RetailerId};
    let households = organisations.iter().filter(|row| row.legal_form == Some(LegalForm::Household));
    let households: Vec<OrganisationId> = households.map(|row| row.id).collect();
    if households.is_empty() {
        return Ok(Vec::new());
    }
    let is_side = |side: agreement::Column| side.is_in(households.iter().copied());
    let theirs = agreement::Entity::find().filter(is_side(RetailerId).or(is_side(ProducerId)));
    let theirs = theirs.all(rows).await?;
    let versions = agreement_version::Entity::find()
        .filter(agreement_version::Column::AgreementId.is_in(theirs.iter().map(|row| row.id)))
        .order_by_asc(agreement_version::Column::CreatedAt)
        .all(rows)
        .await?;
    let own = |id: Option<OrganisationId>| id.is_some_and(|id| households.contains(&id));
    let side = |version: &agreement_version::Model| {
        let row = theirs.iter().find(|row| row.id == version.agreement_id)?;
        let retailer = own(row.retailer_id).then_some(&version.retailer);
        let producer = own(row.producer_id).then_some(&version.producer);
        Some(json!({
            "agreement_id": row.id, "version": version.number, "as_retailer": retailer, "as_producer": producer,
        }))
    };
    Ok(versions.iter().filter_map(side).collect())
}
