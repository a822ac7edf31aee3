//! What the printed agreement is made from.

use chrono::NaiveDate;
use cynic::QueryBuilder;
use shared::documents::{AgreementDocument, Goods, Side, Template, Words};
use shared::{Dong, Quantity, months};

use crate::api::{self, AgreementKind, AgreementStatus, Question, schema};

#[derive(cynic::QueryVariables)]
pub(super) struct IdVariables {
    id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "IdVariables")]
pub(super) struct ToPrint {
    #[arguments(id: $id)]
    agreement: Option<Agreement>,
    agreement_templates: Vec<AgreementTemplate>,
}

#[derive(cynic::QueryFragment)]
struct Agreement {
    id: cynic::Id,
    kind: AgreementKind,
    status: AgreementStatus,
    number: Option<String>,
    is_paper: bool,
    signed_on: Option<NaiveDate>,
    event: Option<Event>,
    version: AgreementVersion,
}

#[derive(cynic::QueryFragment)]
struct Event {
    name: String,
}

#[derive(cynic::QueryFragment)]
struct AgreementVersion {
    starts_on: Option<NaiveDate>,
    ends_on: Option<NaiveDate>,
    place: Option<String>,
    delivery_terms: Option<String>,
    payment_terms: Option<String>,
    quality_terms: Option<String>,
    other_terms: Option<String>,
    retailer: AgreementSide,
    producer: AgreementSide,
    lines: Vec<AgreementLine>,
}

#[derive(cynic::QueryFragment)]
struct AgreementSide {
    name: String,
    address: Option<String>,
    tax_code: Option<String>,
    phone: Option<String>,
    bank_account: Option<String>,
    representative: Option<String>,
    position: Option<String>,
}

#[derive(cynic::QueryFragment)]
struct AgreementLine {
    product_name: String,
    variant_name: Option<String>,
    quantity_per_month: Quantity,
    unit: UnitName,
    price: Option<Dong>,
    months: Option<Vec<i32>>,
}

/// A unit of measure by its names.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Unit")]
pub(crate) struct UnitName {
    pub(crate) name_vi: String,
    pub(crate) name_en: String,
}

impl From<UnitName> for Words {
    fn from(unit: UnitName) -> Self {
        Self { vi: unit.name_vi, en: Some(unit.name_en) }
    }
}

/// The texts of a kind of agreement.
#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct AgreementTemplate {
    pub(crate) kind: AgreementKind,
    pub(crate) vi: AgreementTemplateText,
    pub(crate) en: AgreementTemplateText,
    pub(crate) is_changed: bool,
}

/// The same in one language.
#[derive(cynic::QueryFragment, Clone, Default)]
pub(crate) struct AgreementTemplateText {
    pub(crate) title: String,
    pub(crate) legal_bases: String,
    pub(crate) closing: String,
}

/// The question for an agreement and the texts of its kind.
pub(super) fn to_print(id: String) -> Question<ToPrint> {
    api::question(ToPrint::build(IdVariables { id: cynic::Id::new(id) }))
}

/// The id of the agreement, and its document.
pub(super) fn document(answer: &ToPrint) -> Option<(String, AgreementDocument)> {
    let agreement = answer.agreement.as_ref()?;
    let version = &agreement.version;
    let template = answer.agreement_templates.iter().find(|template| template.kind == agreement.kind);
    let text = |of: fn(&AgreementTemplate) -> &AgreementTemplateText| {
        template.map(of).cloned().unwrap_or_default().into()
    };
    let document = AgreementDocument {
        kind: kind_of(agreement.kind),
        status: status_of(agreement.status),
        number: agreement.number.clone(),
        is_paper: agreement.is_paper,
        signed_on: agreement.signed_on,
        event: agreement.event.as_ref().map(|event| event.name.clone()),
        starts_on: version.starts_on,
        ends_on: version.ends_on,
        place: version.place.clone(),
        delivery: version.delivery_terms.clone(),
        payment: version.payment_terms.clone(),
        quality: version.quality_terms.clone(),
        other: version.other_terms.clone(),
        buyer: side(&version.retailer),
        seller: side(&version.producer),
        goods: version.lines.iter().map(goods).collect(),
        vi: text(|template| &template.vi),
        en: text(|template| &template.en),
    };
    Some((agreement.id.inner().to_owned(), document))
}

/// The kind as documents know it.
pub(crate) fn kind_of(kind: AgreementKind) -> shared::AgreementKind {
    match kind {
        AgreementKind::Mou => shared::AgreementKind::Mou,
        AgreementKind::Minutes => shared::AgreementKind::Minutes,
        AgreementKind::Contract => shared::AgreementKind::Contract,
        AgreementKind::Programme => shared::AgreementKind::Programme,
        AgreementKind::Framework => shared::AgreementKind::Framework,
    }
}

/// Where an agreement stands, as documents know it.
pub(crate) fn status_of(status: AgreementStatus) -> shared::AgreementStatus {
    use shared::AgreementStatus as Status;
    match status {
        AgreementStatus::Draft => Status::Draft,
        AgreementStatus::WaitsForBoth => Status::WaitsForBoth,
        AgreementStatus::WaitsForRetailer => Status::WaitsForRetailer,
        AgreementStatus::WaitsForProducer => Status::WaitsForProducer,
        AgreementStatus::Signed => Status::Signed,
        AgreementStatus::Ended => Status::Ended,
        AgreementStatus::Terminated => Status::Terminated,
        AgreementStatus::Superseded => Status::Superseded,
        AgreementStatus::Declined => Status::Declined,
        AgreementStatus::Withdrawn => Status::Withdrawn,
        AgreementStatus::Lapsed => Status::Lapsed,
    }
}

fn side(side: &AgreementSide) -> Side {
    Side {
        name: side.name.clone(),
        address: side.address.clone(),
        tax_code: side.tax_code.clone(),
        phone: side.phone.clone(),
        bank_account: side.bank_account.clone(),
        representative: side.representative.clone(),
        position: side.position.clone(),
    }
}

fn goods(line: &AgreementLine) -> Goods {
    Goods {
        name: line.product_name.clone(),
        pack: line.variant_name.clone(),
        per_month: line.quantity_per_month,
        unit: line.unit.clone().into(),
        price: line.price,
        months: line.months.as_ref().map(|listed| months::bits_of(listed.iter().copied())),
    }
}

impl From<AgreementTemplateText> for Template {
    fn from(text: AgreementTemplateText) -> Self {
        let AgreementTemplateText { title, legal_bases, closing } = text;
        Self { title, legal_bases, closing }
    }
}
