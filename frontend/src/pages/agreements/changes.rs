//! What people do about agreements. What is shown is asked for anew afterwards, so the answers are short.

use chrono::NaiveDate;
use cynic::MutationBuilder;

use super::actions::Possible;
use crate::api::{
    self, AgreementStatus, DeliveryCheckState, DeliveryOutcome, DeliveryProblem, Question, edited, schema,
};

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Agreement")]
pub(crate) struct Changed {
    pub(crate) id: cynic::Id,
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) status: AgreementStatus,
}

/// Deeds that look alike on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    Decline,
    Terminate,
    Renew,
    Amend,
}

edited! {
    /// All that a version says.
    Terms(AgreementTermsInput)
}

#[derive(cynic::QueryVariables)]
pub(crate) struct DraftVariables {
    introduction: cynic::Id,
    as_producer: Option<bool>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "DraftVariables")]
pub(crate) struct Draft {
    #[arguments(introduction: $introduction, asProducer: $as_producer)]
    pub(crate) draft_agreement: Changed,
}

/// Drafts an agreement from an introduction.
pub(crate) fn draft(introduction: cynic::Id, as_producer: Option<bool>) -> Question<Draft> {
    api::question(Draft::build(DraftVariables { introduction, as_producer }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct UpdateVariables {
    id: cynic::Id,
    row_version: i32,
    terms: Terms,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "UpdateVariables")]
pub(crate) struct Update {
    #[arguments(id: $id, rowVersion: $row_version, terms: $terms)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) update_agreement: Changed,
}

/// Changes a draft.
pub(crate) fn update(id: cynic::Id, row_version: i32, terms: Terms) -> Question<Update> {
    api::question(Update::build(UpdateVariables { id, row_version, terms }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct CounterVariables {
    id: cynic::Id,
    row_version: i32,
    terms: Terms,
    note: Option<String>,
    as_producer: Option<bool>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "CounterVariables")]
pub(crate) struct Counter {
    #[arguments(id: $id, rowVersion: $row_version, terms: $terms, note: $note, asProducer: $as_producer)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) counter_agreement: Changed,
}

/// Sends the next version to the other side.
pub(crate) fn counter(
    now: &Possible,
    row_version: i32,
    terms: Terms,
    note: Option<String>,
) -> Question<Counter> {
    let variables =
        CounterVariables { id: now.id.clone(), row_version, terms, note, as_producer: now.as_producer() };
    api::question(Counter::build(variables))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct ProposeVariables {
    id: cynic::Id,
    row_version: i32,
    note: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "ProposeVariables")]
pub(crate) struct Propose {
    #[arguments(id: $id, rowVersion: $row_version, note: $note)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) propose_agreement: Changed,
}

/// Sends a draft.
pub(crate) fn propose(id: cynic::Id, row_version: i32, note: Option<String>) -> Question<Propose> {
    api::question(Propose::build(ProposeVariables { id, row_version, note }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct SignVariables {
    id: cynic::Id,
    version: i32,
    as_producer: Option<bool>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "SignVariables")]
pub(crate) struct Sign {
    #[arguments(id: $id, version: $version, asProducer: $as_producer)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) sign_agreement: Changed,
}

/// Confirms the version that was read.
pub(crate) fn sign(now: &Possible) -> Question<Sign> {
    let variables =
        SignVariables { id: now.id.clone(), version: now.version, as_producer: now.as_producer() };
    api::question(Sign::build(variables))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct ReasonVariables {
    id: cynic::Id,
    reason: String,
    as_producer: Option<bool>,
}

impl ReasonVariables {
    fn of(now: &Possible, reason: String) -> Self {
        Self { id: now.id.clone(), reason, as_producer: now.as_producer() }
    }
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "ReasonVariables")]
pub(crate) struct Decline {
    #[arguments(id: $id, reason: $reason, asProducer: $as_producer)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) decline_agreement: Changed,
}

/// Does not agree.
pub(crate) fn decline(now: &Possible, reason: String) -> Question<Decline> {
    api::question(Decline::build(ReasonVariables::of(now, reason)))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "ReasonVariables")]
pub(crate) struct Terminate {
    #[arguments(id: $id, reason: $reason, asProducer: $as_producer)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) terminate_agreement: Changed,
}

/// Ends one that holds.
pub(crate) fn terminate(now: &Possible, reason: String) -> Question<Terminate> {
    api::question(Terminate::build(ReasonVariables::of(now, reason)))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct IdVariables {
    id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "IdVariables")]
pub(crate) struct Withdraw {
    #[arguments(id: $id)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) withdraw_agreement: Changed,
}

/// Takes back a draft or what was sent.
pub(crate) fn withdraw(id: cynic::Id) -> Question<Withdraw> {
    api::question(Withdraw::build(IdVariables { id }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct FollowVariables {
    id: cynic::Id,
    as_producer: Option<bool>,
    is_renewal: bool,
    is_amendment: bool,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "FollowVariables")]
pub(crate) struct Followed {
    #[arguments(id: $id, asProducer: $as_producer)]
    #[directives(include(if: $is_renewal))]
    renew_agreement: Option<Changed>,
    #[arguments(id: $id, asProducer: $as_producer)]
    #[directives(include(if: $is_amendment))]
    amend_agreement: Option<Changed>,
}

impl Followed {
    /// The draft that was made.
    pub(crate) fn made(&self) -> &Changed {
        let made = self.renew_agreement.as_ref().or(self.amend_agreement.as_ref());
        made.expect("one of the two was asked for")
    }
}

/// Drafts another one after this one, or instead of it.
pub(crate) fn follow(now: &Possible, deed: Deed) -> Question<Followed> {
    let is_renewal = deed == Deed::Renew;
    let (id, as_producer) = (now.id.clone(), now.as_producer());
    api::question(Followed::build(FollowVariables { id, as_producer, is_renewal, is_amendment: !is_renewal }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct PaperVariables {
    id: cynic::Id,
    row_version: i32,
    signed_on: NaiveDate,
    number: Option<String>,
    scan: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "PaperVariables")]
pub(crate) struct RecordPaper {
    #[arguments(id: $id, rowVersion: $row_version, signedOn: $signed_on, number: $number, scan: $scan)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) record_paper_signing: Changed,
}

/// Records what was signed on paper.
pub(crate) fn record_paper(
    id: cynic::Id,
    row_version: i32,
    signed_on: NaiveDate,
    number: Option<String>,
    scan: String,
) -> Question<RecordPaper> {
    let scan = cynic::Id::new(scan);
    api::question(RecordPaper::build(PaperVariables { id, row_version, signed_on, number, scan }))
}

/// What a side says was delivered.
#[derive(cynic::InputObject, Clone)]
#[cynic(graphql_type = "DeliveryAnswerInput")]
pub(crate) struct DeliveryAnswer {
    pub(crate) outcome: DeliveryOutcome,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) amounts: Option<Vec<DeliveryAmount>>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) problem: Option<DeliveryProblem>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) note: Option<String>,
}

/// How much of some goods.
#[derive(cynic::InputObject, Clone)]
#[cynic(graphql_type = "DeliveryAmountInput")]
pub(crate) struct DeliveryAmount {
    pub(crate) line: cynic::Id,
    pub(crate) quantity: shared::Quantity,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "DeliveryCheck")]
pub(crate) struct Checked {
    pub(crate) state: DeliveryCheckState,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct ConfirmVariables {
    check: cynic::Id,
    answer: DeliveryAnswer,
    as_producer: Option<bool>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "ConfirmVariables")]
pub(crate) struct ConfirmDelivery {
    #[arguments(check: $check, answer: $answer, asProducer: $as_producer)]
    pub(crate) confirm_delivery: Checked,
}

/// Says what was delivered.
pub(crate) fn confirm(
    check: cynic::Id,
    answer: DeliveryAnswer,
    as_producer: bool,
) -> Question<ConfirmDelivery> {
    let as_producer = Some(as_producer);
    api::question(ConfirmDelivery::build(ConfirmVariables { check, answer, as_producer }))
}
