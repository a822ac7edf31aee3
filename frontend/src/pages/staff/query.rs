//! What the pages of staff ask for, and what they change.

use chrono::{DateTime, Utc};
use cynic::{MutationBuilder, QueryBuilder};

use crate::api::{
    self, LegalForm, Question, StaffRole, VerificationKind, VerificationStatus, WardBasis, schema,
};
use crate::facts::Unit;
use crate::map::Location;
use crate::pages::organisations::{CodedUnit, Contact};
use crate::pages::products::PageInfo;

/// Requests of one page; each brings all that a decision needs.
const REQUESTS: i32 = 10;
/// Accounts of one page.
const ACCOUNTS: i32 = 20;

#[derive(cynic::QueryVariables)]
pub(crate) struct QueueVariables {
    status: Option<VerificationStatus>,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "QueueVariables")]
pub(crate) struct Queue {
    #[arguments(status: $status, first: $first, after: $after)]
    pub(crate) verifications: Requests,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "VerificationConnection")]
pub(crate) struct Requests {
    pub(crate) total_count: i32,
    pub(crate) nodes: Vec<Request>,
    pub(crate) page_info: PageInfo,
}

/// A request with what it is about.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Verification")]
pub(crate) struct Request {
    pub(crate) id: cynic::Id,
    pub(crate) kind: VerificationKind,
    pub(crate) status: VerificationStatus,
    /// Always there for who may see the request.
    pub(crate) organisation: Option<Organisation>,
    pub(crate) asked_by: String,
    pub(crate) asked_at: DateTime<Utc>,
    pub(crate) message: Option<String>,
    pub(crate) decided_at: Option<DateTime<Utc>>,
    pub(crate) reason: Option<String>,
}

#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct Organisation {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) legal_form: Option<LegalForm>,
    pub(crate) is_producer: bool,
    pub(crate) is_retailer: bool,
    pub(crate) tax_code: Option<String>,
    pub(crate) address: Option<String>,
    pub(crate) ward: Option<Unit>,
    pub(crate) ward_basis: Option<WardBasis>,
    pub(crate) province: Option<Unit>,
    pub(crate) location: Option<Location>,
    pub(crate) contact: Contact,
    pub(crate) alike: Vec<Alike>,
}

/// An organisation that may be the same.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Organisation")]
pub(crate) struct Alike {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) is_producer: bool,
    pub(crate) tax_code: Option<String>,
    pub(crate) address: Option<String>,
    pub(crate) province: Option<Unit>,
    pub(crate) verified_at: Option<DateTime<Utc>>,
}

/// The question for a page of the queue.
pub(crate) fn queue(status: VerificationStatus, after: Option<String>) -> Question<Queue> {
    api::question(Queue::build(QueueVariables { status: Some(status), first: REQUESTS, after }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query")]
pub(crate) struct Waiting {
    #[arguments(first: 1)]
    pub(crate) verifications: Count,
    #[arguments(first: 1)]
    pub(crate) waiting_certificates: PaperCount,
    #[arguments(first: 1)]
    pub(crate) waiting_star_decisions: RatingCount,
    #[arguments(filter: { statuses: ["WAITS_FOR_BOTH", "WAITS_FOR_PRODUCER", "WAITS_FOR_RETAILER"] }, first: 1)]
    pub(crate) introductions: IntroductionCount,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "VerificationConnection")]
pub(crate) struct Count {
    pub(crate) total_count: i32,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "WaitingCertificateConnection")]
pub(crate) struct PaperCount {
    pub(crate) total_count: i32,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "WaitingStarDecisionConnection")]
pub(crate) struct RatingCount {
    pub(crate) total_count: i32,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "IntroductionConnection")]
pub(crate) struct IntroductionCount {
    pub(crate) total_count: i32,
}

/// The question for how many wait.
pub(crate) fn waiting() -> Question<Waiting> {
    api::question(Waiting::build(()))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct DecisionVariables {
    verification: cynic::Id,
    approve: bool,
    reason: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "DecisionVariables")]
pub(crate) struct VerifyOrganisation {
    #[arguments(verification: $verification, approve: $approve, reason: $reason)]
    #[expect(dead_code, reason = "the queue is asked for anew")]
    pub(crate) verify_organisation: Decided,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Verification")]
pub(crate) struct Decided {
    #[expect(dead_code, reason = "a mutation must ask for something")]
    pub(crate) id: cynic::Id,
}

/// Decides a request.
pub(crate) fn decide(
    verification: cynic::Id,
    approve: bool,
    reason: Option<String>,
) -> Question<VerifyOrganisation> {
    api::question(VerifyOrganisation::build(DecisionVariables { verification, approve, reason }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct AccountsVariables {
    search: Option<String>,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "AccountsVariables")]
pub(crate) struct AccountList {
    #[arguments(search: $search, first: $first, after: $after)]
    pub(crate) accounts: Accounts,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "AccountConnection")]
pub(crate) struct Accounts {
    pub(crate) total_count: i32,
    pub(crate) nodes: Vec<Account>,
    pub(crate) page_info: PageInfo,
}

#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct Account {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) staff_role: Option<StaffRole>,
    pub(crate) units: Vec<CodedUnit>,
    pub(crate) memberships: Vec<Membership>,
    pub(crate) disabled_at: Option<DateTime<Utc>>,
}

#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct Membership {
    pub(crate) organisation: OrganisationName,
}

#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Organisation")]
pub(crate) struct OrganisationName {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
}

/// The question for a page of accounts.
pub(crate) fn accounts(text: &str, after: Option<String>) -> Question<AccountList> {
    let search = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    api::question(AccountList::build(AccountsVariables { search, first: ACCOUNTS, after }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Account")]
pub(crate) struct AccountId {
    #[expect(dead_code, reason = "a mutation must ask for something")]
    pub(crate) id: cynic::Id,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct RoleVariables {
    account: cynic::Id,
    role: Option<StaffRole>,
    units: Option<Vec<String>>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "RoleVariables")]
pub(crate) struct SetStaffRole {
    #[arguments(account: $account, role: $role, units: $units)]
    #[expect(dead_code, reason = "the list is asked for anew")]
    pub(crate) set_staff_role: AccountId,
}

/// Gives an account a role, or none.
pub(crate) fn set_staff_role(
    account: cynic::Id,
    role: Option<StaffRole>,
    units: Vec<String>,
) -> Question<SetStaffRole> {
    let units = Some(units).filter(|_| role == Some(StaffRole::UnitStaff));
    api::question(SetStaffRole::build(RoleVariables { account, role, units }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct DisableVariables {
    account: cynic::Id,
    disabled: bool,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "DisableVariables")]
pub(crate) struct DisableAccount {
    #[arguments(account: $account, disabled: $disabled)]
    #[expect(dead_code, reason = "the list is asked for anew")]
    pub(crate) disable_account: AccountId,
}

/// Disables an account, or enables it again.
pub(crate) fn disable(account: cynic::Id, disabled: bool) -> Question<DisableAccount> {
    api::question(DisableAccount::build(DisableVariables { account, disabled }))
}
