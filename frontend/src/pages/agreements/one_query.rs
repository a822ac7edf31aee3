//! What the page of one agreement asks for.

use chrono::{DateTime, NaiveDate, Utc};
use cynic::QueryBuilder;
use shared::{Dong, Quantity};

use crate::api::{
    self, AgreementAction, AgreementFollows, AgreementKind, AgreementStatus, DeliveryCheckKind,
    DeliveryCheckState, DeliveryOutcome, DeliveryProblem, Question, TradeParty, schema,
};
use crate::facts::Measure;

/// A side as it stands in the document.
#[derive(cynic::QueryFragment, Clone, Debug, Default, PartialEq)]
#[cynic(graphql_type = "AgreementSide")]
pub(crate) struct Side {
    pub(crate) name: String,
    pub(crate) address: Option<String>,
    pub(crate) tax_code: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) bank_account: Option<String>,
    pub(crate) representative: Option<String>,
    pub(crate) position: Option<String>,
}

/// Goods.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "AgreementLine")]
pub(crate) struct Line {
    pub(crate) id: cynic::Id,
    pub(crate) product_name: String,
    pub(crate) variant_name: Option<String>,
    pub(crate) product_id: Option<cynic::Id>,
    pub(crate) variant_id: Option<cynic::Id>,
    pub(crate) quantity_per_month: Quantity,
    pub(crate) unit: Measure,
    pub(crate) price: Option<Dong>,
    pub(crate) months: Option<Vec<i32>>,
    pub(crate) promised: Option<Quantity>,
    pub(crate) promised_value: Option<Dong>,
}

/// What an agreement says.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "AgreementVersion")]
pub(crate) struct Version {
    pub(crate) number: i32,
    pub(crate) written_by: TradeParty,
    pub(crate) note: Option<String>,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) starts_on: Option<NaiveDate>,
    pub(crate) ends_on: Option<NaiveDate>,
    pub(crate) place: Option<String>,
    pub(crate) delivery_terms: Option<String>,
    pub(crate) payment_terms: Option<String>,
    pub(crate) quality_terms: Option<String>,
    pub(crate) other_terms: Option<String>,
    pub(crate) retailer: Side,
    pub(crate) producer: Side,
    pub(crate) retailer_signed_at: Option<DateTime<Utc>>,
    pub(crate) producer_signed_at: Option<DateTime<Utc>>,
    pub(crate) lines: Vec<Line>,
}

/// What one side says was delivered.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "DeliveryAnswer")]
pub(crate) struct Answer {
    pub(crate) party: TradeParty,
    pub(crate) outcome: DeliveryOutcome,
    pub(crate) problem: Option<DeliveryProblem>,
    pub(crate) note: Option<String>,
    pub(crate) answered_at: DateTime<Utc>,
}

/// Goods by their names.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "AgreementLine")]
pub(crate) struct LineName {
    pub(crate) id: cynic::Id,
    pub(crate) product_name: String,
    pub(crate) variant_name: Option<String>,
    pub(crate) unit: Measure,
}

/// What is promised and what each side says was delivered of some goods.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "DeliveryLine")]
pub(crate) struct Delivered {
    pub(crate) line: LineName,
    pub(crate) promised: Quantity,
    pub(crate) by_side_retailer: Option<Quantity>,
    pub(crate) by_side_producer: Option<Quantity>,
    pub(crate) confirmed: Option<Quantity>,
}

/// One asking of both sides.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "DeliveryCheck")]
pub(crate) struct Check {
    pub(crate) id: cynic::Id,
    pub(crate) kind: DeliveryCheckKind,
    pub(crate) state: DeliveryCheckState,
    pub(crate) begins_on: NaiveDate,
    pub(crate) ends_on: NaiveDate,
    pub(crate) asked_on: NaiveDate,
    pub(crate) closes_on: NaiveDate,
    pub(crate) viewer_answers_as: Option<TradeParty>,
    pub(crate) lines: Vec<Delivered>,
    pub(crate) answers: Vec<Answer>,
}

/// Another agreement that this one follows, or that follows it.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Agreement")]
pub(crate) struct Related {
    pub(crate) id: cynic::Id,
    pub(crate) number: Option<String>,
    pub(crate) status: AgreementStatus,
    pub(crate) follows_as: Option<AgreementFollows>,
}

/// The introduction that led to it.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Introduction")]
pub(crate) struct IntroductionId {
    pub(crate) id: cynic::Id,
}

/// The event where it was signed.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Event")]
pub(crate) struct EventName {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
}

/// A side that has people here.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Producer")]
pub(crate) struct ProducerId {
    pub(crate) id: cynic::Id,
}

/// The scan of the paper.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "PaperFile")]
pub(crate) struct Scan {
    pub(crate) url: String,
    pub(crate) name: String,
}

/// An agreement in full.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
pub(crate) struct Agreement {
    pub(crate) id: cynic::Id,
    pub(crate) kind: AgreementKind,
    pub(crate) status: AgreementStatus,
    pub(crate) number: Option<String>,
    pub(crate) producer: Option<ProducerId>,
    pub(crate) retailer_name: String,
    pub(crate) producer_name: String,
    pub(crate) introduction: Option<IntroductionId>,
    pub(crate) event: Option<EventName>,
    pub(crate) follows: Option<Related>,
    pub(crate) follows_as: Option<AgreementFollows>,
    pub(crate) followed_by: Vec<Related>,
    pub(crate) version: Version,
    pub(crate) versions: Vec<Version>,
    pub(crate) promised_value: Option<Dong>,
    pub(crate) confirmed_value: Option<Dong>,
    pub(crate) viewer_party: TradeParty,
    pub(crate) actions: Vec<AgreementAction>,
    pub(crate) answer_by: Option<DateTime<Utc>>,
    pub(crate) signed_on: Option<NaiveDate>,
    pub(crate) is_paper: bool,
    pub(crate) scan: Option<Scan>,
    pub(crate) settled_at: Option<DateTime<Utc>>,
    pub(crate) settled_by: Option<TradeParty>,
    pub(crate) settled_because: Option<String>,
    pub(crate) row_version: i32,
    pub(crate) checks: Vec<Check>,
}

impl Agreement {
    /// Whether somebody can do that now.
    pub(crate) fn allows(&self, action: AgreementAction) -> bool {
        self.actions.contains(&action)
    }
}

#[derive(cynic::QueryVariables)]
pub(crate) struct IdVariables {
    id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "IdVariables")]
pub(crate) struct AgreementById {
    #[arguments(id: $id)]
    pub(crate) agreement: Option<Agreement>,
}

/// The question for one agreement.
pub(crate) fn agreement(id: String) -> Question<AgreementById> {
    api::question(AgreementById::build(IdVariables { id: cynic::Id::new(id) }))
}
