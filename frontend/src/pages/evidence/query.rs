//! What the page of evidence asks for, and the document that is made of it.

use chrono::NaiveDate;
use cynic::QueryBuilder;
use shared::Quantity;
use shared::documents::{Demand, EvidenceDocument, Market, Words};

use crate::api::{self, AgreementStatus, Question, schema};
use crate::pages::agreement_print::{UnitName, status_of};

#[derive(cynic::QueryVariables)]
pub(super) struct Variables {
    product: cynic::Id,
    from: NaiveDate,
    until: NaiveDate,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "Variables")]
pub(super) struct EvidenceAnswer {
    #[arguments(product: $product, from: $from, until: $until)]
    pub(super) evidence: Evidence,
}

/// The markets of a product within some time.
#[derive(cynic::QueryFragment)]
pub(super) struct Evidence {
    product: OwnProduct,
    pub(super) from: NaiveDate,
    pub(super) until: NaiveDate,
    agreements: Vec<EvidenceAgreement>,
    buyers: i32,
    modern_trade_buyers: i32,
    stars: Option<i32>,
    pub(super) next: Vec<EvidenceDemand>,
}

#[derive(cynic::QueryFragment)]
struct OwnProduct {
    name: String,
    producer: Organisation,
}

#[derive(cynic::QueryFragment)]
struct Organisation {
    name: String,
}

#[derive(cynic::QueryFragment)]
struct EvidenceAgreement {
    agreement: Agreement,
    promised: Vec<EvidenceAmount>,
    confirmed: Vec<EvidenceAmount>,
}

#[derive(cynic::QueryFragment)]
struct Agreement {
    status: AgreementStatus,
    number: Option<String>,
    signed_on: Option<NaiveDate>,
    retailer_name: String,
    version: AgreementVersion,
}

#[derive(cynic::QueryFragment)]
struct AgreementVersion {
    starts_on: Option<NaiveDate>,
    ends_on: Option<NaiveDate>,
}

#[derive(cynic::QueryFragment)]
struct EvidenceAmount {
    quantity: Quantity,
    unit: UnitName,
}

/// What the next rank asks of the market.
#[derive(cynic::QueryFragment)]
pub(super) struct EvidenceDemand {
    pub(super) vi: String,
    pub(super) en: String,
    pub(super) has: i32,
    pub(super) needs: i32,
    pub(super) is_met: bool,
}

/// The question for the markets of a product.
pub(super) fn evidence(product: String, from: NaiveDate, until: NaiveDate) -> Question<EvidenceAnswer> {
    api::question(EvidenceAnswer::build(Variables { product: cynic::Id::new(product), from, until }))
}

/// The document.
pub(super) fn document(evidence: &Evidence) -> EvidenceDocument {
    let amounts = |amounts: &[EvidenceAmount]| {
        amounts.iter().map(|amount| (amount.quantity, Words::from(amount.unit.clone()))).collect()
    };
    let markets = evidence.agreements.iter().map(|of| Market {
        buyer: of.agreement.retailer_name.clone(),
        number: of.agreement.number.clone(),
        signed_on: of.agreement.signed_on,
        status: status_of(of.agreement.status),
        term: (of.agreement.version.starts_on, of.agreement.version.ends_on),
        promised: amounts(&of.promised),
        confirmed: amounts(&of.confirmed),
    });
    let demands = evidence.next.iter().map(|demand| Demand {
        words: Words { vi: demand.vi.clone(), en: Some(demand.en.clone()) },
        has: demand.has,
        needs: demand.needs,
        is_met: demand.is_met,
    });
    EvidenceDocument {
        product: evidence.product.name.clone(),
        producer: evidence.product.producer.name.clone(),
        from: evidence.from,
        until: evidence.until,
        stars: evidence.stars,
        markets: markets.collect(),
        buyers: evidence.buyers,
        modern_trade_buyers: evidence.modern_trade_buyers,
        demands: demands.collect(),
    }
}
