//! Certificates that people enter. A change is to be confirmed again.

use std::sync::Arc;

use chrono::Utc;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QuerySelect, prelude::Json,
};
use serde_json::json;
use shared::{CertificateId, OrganisationId, Problem, ProductId, limits};

use super::{
    inputs::{CertificateInput, NewCertificate},
    owner::Owner,
    scan,
};
use crate::{
    accounts::SignedIn,
    app::App,
    calendar,
    changes::Write,
    entities::certificate,
    error::{Error, Result},
    forms::{self, Form},
};

/// Enters a paper.
pub(super) async fn add(
    app: &Arc<App>,
    somebody: &SignedIn,
    input: NewCertificate,
) -> Result<certificate::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let (product_id, organisation_id) = match (&input.product, &input.organisation) {
        (Some(product), None) => {
            let id: ProductId = product.parse().map_err(|_| Error::NotFound("product"))?;
            (Some(id), None)
        }
        (None, Some(organisation)) => {
            let id: OrganisationId = organisation.parse().map_err(|_| Error::NotFound("organisation"))?;
            (None, Some(id))
        }
        _ => return Err(forms::wrong("input.product", Problem::Missing)),
    };
    let mut paper = certificate::Model {
        id: CertificateId::new(),
        kind_code: String::new(),
        product_id,
        organisation_id,
        number: None,
        issuer: None,
        issued_on: None,
        valid_until: None,
        file_id: None,
        entered_by: Some(somebody.account_id),
        confirmed_by: None,
        confirmed_at: None,
        entered_at: Some(Utc::now()),
        refused_at: None,
        refused_because: None,
        version: 1,
    };
    let owner = Owner::own(write.rows(), somebody, product_id, organisation_id).await?;
    let mut siblings = certificate::Entity::find();
    siblings = match &owner.product {
        Some(product) => siblings.filter(certificate::Column::ProductId.eq(product.id)),
        None => siblings.filter(certificate::Column::OrganisationId.eq(owner.organisation.id)),
    };
    if siblings.count(write.rows()).await? >= limits::CERTIFICATES as u64 {
        return Err(forms::wrong("input.certificate", Problem::NotPossibleNow));
    }
    fill(app, &write, somebody, &mut paper, "input.certificate", input.certificate).await?;
    certificate::Entity::insert(paper.clone().into_active_model())
        .exec_without_returning(write.rows())
        .await?;
    owner.date(&write).await?;
    write.record(owner.line("paper_added").with(None, Some(logged(&paper))));
    app.commit(write).await?;
    Ok(paper)
}

/// Changes a paper; one that staff had confirmed is to be confirmed again.
pub(super) async fn update(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: CertificateId,
    version: i32,
    input: CertificateInput,
) -> Result<certificate::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let mut paper = require(write.rows(), id).await?;
    let owner = Owner::own(write.rows(), somebody, paper.product_id, paper.organisation_id).await?;
    if paper.version != version {
        return Err(Error::Conflict("certificate"));
    }
    let before = logged(&paper);
    fill(app, &write, somebody, &mut paper, "input", input).await?;
    paper.entered_by = Some(somebody.account_id);
    paper.confirmed_by = None;
    paper.confirmed_at = None;
    paper.entered_at = Some(Utc::now());
    paper.refused_at = None;
    paper.refused_because = None;
    paper.version += 1;
    certificate::Entity::update(paper.clone().into_active_model().reset_all()).exec(write.rows()).await?;
    owner.date(&write).await?;
    write.record(owner.line("paper_updated").with(Some(before), Some(logged(&paper))));
    app.commit(write).await?;
    Ok(paper)
}

/// Takes a paper away; gives the product it was of.
pub(super) async fn remove(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: CertificateId,
) -> Result<Option<ProductId>> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let paper = require(write.rows(), id).await?;
    let owner = Owner::own(write.rows(), somebody, paper.product_id, paper.organisation_id).await?;
    certificate::Entity::delete_by_id(id).exec(write.rows()).await?;
    owner.date(&write).await?;
    write.record(owner.line("paper_removed").with(Some(logged(&paper)), None));
    app.commit(write).await?;
    Ok(paper.product_id)
}

pub(super) async fn require(
    connection: &impl ConnectionTrait,
    id: CertificateId,
) -> Result<certificate::Model> {
    // Nobody changes it or decides on it meanwhile; SQLite has one writer anyway.
    let locked = certificate::Entity::find_by_id(id).lock_exclusive();
    locked.one(connection).await?.ok_or(Error::NotFound("certificate"))
}

async fn fill(
    app: &App,
    write: &Write,
    somebody: &SignedIn,
    paper: &mut certificate::Model,
    field: &str,
    input: CertificateInput,
) -> Result<()> {
    let of = |name: &str| format!("{field}.{name}");
    let mut form = Form::default();
    if app.labels().certificate_kind(&input.kind).is_none() {
        let problem = if input.kind.is_empty() { Problem::Missing } else { Problem::NotOffered };
        form.wrong(of("kind"), problem);
    }
    paper.kind_code = input.kind;
    paper.number = form.optional_line(&of("number"), input.number.as_deref(), limits::NAME_CHARS);
    paper.issuer = form.optional_line(&of("issuer"), input.issuer.as_deref(), limits::NAME_CHARS);
    paper.issued_on = input.issued_on;
    paper.valid_until = input.valid_until.map(|day| day.0);
    if paper.issued_on.is_some_and(|day| day.earliest() > calendar::today()) {
        form.wrong(of("issuedOn"), Problem::WrongOrder);
    }
    if paper.issued_on.zip(paper.valid_until).is_some_and(|(from, until)| until < from.earliest()) {
        form.wrong(of("validUntil"), Problem::WrongOrder);
    }
    let present = paper.file_id;
    paper.file_id =
        scan(write.rows(), somebody, &mut form, &of("file"), input.file.as_ref(), present).await?;
    form.finish()
}

fn logged(paper: &certificate::Model) -> Json {
    json!({
        "certificate": paper.id,
        "kind": paper.kind_code,
        "number": paper.number,
        "issuer": paper.issuer,
        "issued_on": paper.issued_on,
        "valid_until": paper.valid_until,
        "file": paper.file_id,
    })
}
