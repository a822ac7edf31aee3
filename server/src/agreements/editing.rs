//! Changing a draft. What was sent is changed by sending another version, and what holds by an amendment.

use std::sync::Arc;

use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::json;
use shared::{AgreementAction, AgreementId, AgreementKind, Problem, TradeParty};

use super::{
    case::Case,
    inputs::AgreementTermsInput,
    lines,
    stated::Stated,
    terms::{self, Known, Terms},
};
use crate::{
    accounts::SignedIn,
    app::App,
    changes::{Line, Write},
    entities::{agreement, agreement_line, agreement_version},
    error::{Error, Result},
    forms::Form,
};

/// Changes it.
pub(super) async fn update(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: AgreementId,
    row_version: i32,
    input: AgreementTermsInput,
) -> Result<Stated> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let case = Case::lock(write.rows(), somebody, id).await?;
    let (party, _) = case.acting(somebody, AgreementAction::Edit, None)?;
    case.require_row(row_version)?;
    let mut form = Form::default();
    let terms = read(app, write.rows(), &mut form, somebody, &case, party, &input).await?;
    form.finish()?;
    let written = (case.version.written_by, case.version.author_id);
    let number = case.version.number;
    let version = terms.version((id, number), written, case.version.note.clone(), case.version.created_at);
    agreement_version::Entity::update(version.clone().into_active_model().reset_all())
        .exec(write.rows())
        .await?;
    agreement_line::Entity::delete_many()
        .filter(agreement_line::Column::AgreementId.eq(id))
        .filter(agreement_line::Column::VersionNumber.eq(number))
        .exec(write.rows())
        .await?;
    lines::add(write.rows(), (id, number), &terms.goods).await?;
    let before = (case.row.kind, case.row.event_id);
    let mut row = agreement::Model { kind: terms.kind, event_id: terms.event_id, ..case.row };
    row.touch();
    row.moved_at = row.updated_at;
    agreement::Entity::update(row.clone().into_active_model().reset_all()).exec(write.rows()).await?;
    let logged = |(kind, event): (AgreementKind, _)| json!({ "kind": kind, "event": event });
    let line = Line::of("agreement", id, "updated");
    write.record(line.with(Some(logged(before)), Some(logged((row.kind, row.event_id)))));
    write.commit().await?;
    Ok(Stated { row, version })
}

/// Reads what stands instead of the latest version.
pub(super) async fn read(
    app: &App,
    connection: &impl ConnectionTrait,
    form: &mut Form,
    somebody: &SignedIn,
    case: &Case,
    party: TradeParty,
    input: &AgreementTermsInput,
) -> Result<Terms> {
    let is_citys = matches!(input.kind, AgreementKind::Programme | AgreementKind::Framework);
    if is_citys && !(party == TradeParty::Staff && somebody.looks_after_the_city()) {
        return Err(Error::Forbidden);
    }
    if !is_citys && (case.retailer.is_none() || case.producer.is_none()) {
        form.wrong("terms.kind", Problem::NotOffered);
    }
    let named = lines::of(connection, case.row.id, case.version.number).await?;
    let known = Known {
        retailer: case.version.retailer.clone(),
        producer: case.version.producer.clone(),
        producer_id: case.row.producer_id,
        sees_hidden: party == TradeParty::Producer,
        named: named.iter().filter_map(|line| line.product_id).collect(),
    };
    terms::read(connection, &app.labels(), form, "terms", input, &known).await
}
