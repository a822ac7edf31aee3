//! Papers that people enter about their products or their organisation. Everybody sees that a paper was entered by its
//! owner; the search counts it only once staff have confirmed it.

use std::sync::Arc;

use chrono::{NaiveDate, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, Set, prelude::Json,
};
use serde_json::json;
use shared::{CertificateId, OrganisationId, Problem, ProductId, UploadId, UploadKind, limits};

use super::{
    inputs::{CertificateInput, NewCertificate},
    require_own,
};
use crate::{
    accounts::SignedIn,
    app::App,
    calendar,
    changes::{Line, Write},
    entities::{certificate, organisation, product, upload},
    error::{Error, Result},
    forms::{self, Form},
    organisations,
};

/// Whose paper it is.
enum Owner {
    Product(product::Model),
    Organisation(organisation::Model),
}

impl Owner {
    /// The owner of a paper, for somebody who may change it.
    async fn of(
        connection: &impl ConnectionTrait,
        somebody: &SignedIn,
        paper: &certificate::Model,
    ) -> Result<Self> {
        match (paper.product_id, paper.organisation_id) {
            (Some(id), _) => Ok(Self::Product(require_own(connection, somebody, id).await?.0)),
            (None, Some(id)) => {
                somebody.require_member(id)?;
                Ok(Self::Organisation(organisations::require(connection, id).await?))
            }
            (None, None) => Err(Error::NotFound("certificate")),
        }
    }

    /// A line of the owner: papers are parts of it.
    fn line(&self, action: &'static str) -> Line {
        match self {
            Self::Product(product) => Line::of("product", product.id, action),
            Self::Organisation(organisation) => Line::of("organisation", organisation.id, action),
        }
    }

    /// An edit of the paper is one of its owner, so that a newer public file leaves both alone.
    async fn touch(&self, write: &Write) -> Result<()> {
        match self {
            Self::Product(product) => {
                let mut row = product.clone().into_active_model();
                row.touch();
                row.update(write.rows()).await?;
            }
            Self::Organisation(organisation) => {
                let mut row = organisation.clone().into_active_model();
                row.touch();
                row.update(write.rows()).await?;
            }
        }
        Ok(())
    }
}

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
        version: 1,
    };
    let owner = Owner::of(write.rows(), somebody, &paper).await?;
    let mut siblings = certificate::Entity::find();
    siblings = match &owner {
        Owner::Product(product) => siblings.filter(certificate::Column::ProductId.eq(product.id)),
        Owner::Organisation(organisation) => {
            siblings.filter(certificate::Column::OrganisationId.eq(organisation.id))
        }
    };
    if siblings.count(write.rows()).await? >= limits::CERTIFICATES as u64 {
        return Err(forms::wrong("input.certificate", Problem::NotPossibleNow));
    }
    fill(app, &write, somebody, &mut paper, "input.certificate", input.certificate).await?;
    certificate::Entity::insert(paper.clone().into_active_model())
        .exec_without_returning(write.rows())
        .await?;
    owner.touch(&write).await?;
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
    let owner = Owner::of(write.rows(), somebody, &paper).await?;
    if paper.version != version {
        return Err(Error::Conflict("certificate"));
    }
    let before = logged(&paper);
    fill(app, &write, somebody, &mut paper, "input", input).await?;
    paper.entered_by = Some(somebody.account_id);
    paper.confirmed_by = None;
    paper.confirmed_at = None;
    paper.version += 1;
    certificate::Entity::update(paper.clone().into_active_model().reset_all()).exec(write.rows()).await?;
    owner.touch(&write).await?;
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
    let owner = Owner::of(write.rows(), somebody, &paper).await?;
    certificate::Entity::delete_by_id(id).exec(write.rows()).await?;
    owner.touch(&write).await?;
    write.record(owner.line("paper_removed").with(Some(logged(&paper)), None));
    app.commit(write).await?;
    Ok(paper.product_id)
}

/// Says as staff that a paper is what it says.
pub(super) async fn confirm(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: CertificateId,
) -> Result<certificate::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let paper = require(write.rows(), id).await?;
    let producer = match (paper.product_id, paper.organisation_id) {
        (Some(product), _) => super::find(write.rows(), product).await?.1,
        (None, Some(id)) => organisations::require(write.rows(), id).await?,
        (None, None) => return Err(Error::NotFound("certificate")),
    };
    somebody.require_staff_for(&producer)?;
    if somebody.role_in(producer.id).is_some() {
        return Err(Error::Forbidden);
    }
    let line = match paper.product_id {
        Some(product) => Line::of("product", product, "paper_confirmed"),
        None => Line::of("organisation", producer.id, "paper_confirmed"),
    };
    let what = json!({ "certificate": id });
    let mut row = paper.into_active_model();
    row.confirmed_by = Set(Some(somebody.account_id));
    row.confirmed_at = Set(Some(Utc::now()));
    let paper = row.update(write.rows()).await?;
    write.record(line.with(None, Some(what)));
    app.commit(write).await?;
    Ok(paper)
}

async fn require(connection: &impl ConnectionTrait, id: CertificateId) -> Result<certificate::Model> {
    certificate::Entity::find_by_id(id).one(connection).await?.ok_or(Error::NotFound("certificate"))
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
    let today: NaiveDate = calendar::today();
    if paper.issued_on.is_some_and(|day| day.earliest() > today) {
        form.wrong(of("issuedOn"), Problem::WrongOrder);
    }
    if paper.issued_on.zip(paper.valid_until).is_some_and(|(from, until)| until < from.earliest()) {
        form.wrong(of("validUntil"), Problem::WrongOrder);
    }
    let file: Option<UploadId> = match &input.file {
        None => None,
        Some(id) => {
            let id: Option<UploadId> = id.parse().ok();
            let own = match id {
                Some(id) if paper.file_id == Some(id) => Some(id),
                Some(id) => own_document(write.rows(), somebody, id).await?,
                None => None,
            };
            if own.is_none() {
                form.wrong(of("file"), Problem::NotOffered);
            }
            own
        }
    };
    paper.file_id = file;
    form.finish()
}

/// A document that somebody has put here themselves.
async fn own_document(
    connection: &impl ConnectionTrait,
    somebody: &SignedIn,
    id: UploadId,
) -> Result<Option<UploadId>> {
    let found = upload::Entity::find_by_id(id)
        .filter(upload::Column::Kind.eq(UploadKind::Document))
        .filter(upload::Column::CreatedBy.eq(somebody.actor()))
        .one(connection)
        .await?;
    Ok(found.map(|upload| upload.id))
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
