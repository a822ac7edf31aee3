//! What the pages of organisations ask for.

use chrono::{DateTime, Utc};
use cynic::QueryBuilder;

use super::asked::OwnRequest;
use super::points::Point;
use crate::api::{
    self, LegalForm, MemberRole, Question, VerificationKind, VerificationStatus, WardBasis, schema,
};
use crate::facts::Unit;
use crate::map::Location;

/// A unit by its code.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "AdminUnit")]
pub(crate) struct CodedUnit {
    pub(crate) code: String,
    pub(crate) name: String,
}

/// A ward with the province it lies in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "AdminUnit")]
pub(crate) struct WardUnit {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) parent: Option<CodedUnit>,
}

#[derive(cynic::QueryFragment, Clone, Debug, Default, PartialEq)]
pub(crate) struct Contact {
    pub(crate) name: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) website: Option<String>,
}

#[derive(cynic::QueryFragment, Clone, PartialEq)]
pub(crate) struct Consent {
    pub(crate) text_version: String,
    pub(crate) given_at: DateTime<Utc>,
}

#[derive(cynic::QueryFragment, Clone, PartialEq)]
pub(crate) struct Member {
    pub(crate) account_id: cynic::Id,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) role: MemberRole,
    pub(crate) since: DateTime<Utc>,
}

#[derive(cynic::QueryFragment, Clone, PartialEq)]
pub(crate) struct Invitation {
    pub(crate) id: cynic::Id,
    pub(crate) email: String,
    pub(crate) role: MemberRole,
    pub(crate) expires_at: DateTime<Utc>,
}

/// The latest request to staff.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Verification")]
pub(crate) struct Request {
    pub(crate) id: cynic::Id,
    pub(crate) kind: VerificationKind,
    pub(crate) status: VerificationStatus,
    pub(crate) asked_at: DateTime<Utc>,
    pub(crate) reason: Option<String>,
}

/// All that its members see of an organisation.
#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct Organisation {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) legal_form: Option<LegalForm>,
    pub(crate) is_producer: bool,
    pub(crate) is_retailer: bool,
    pub(crate) tax_code: Option<String>,
    pub(crate) address: Option<String>,
    pub(crate) ward: Option<WardUnit>,
    pub(crate) ward_basis: Option<WardBasis>,
    pub(crate) province: Option<Unit>,
    pub(crate) former_district: Option<Unit>,
    pub(crate) location: Option<Location>,
    pub(crate) contact: Contact,
    pub(crate) public_contact: Contact,
    pub(crate) public_contact_consent: Option<Consent>,
    pub(crate) verified_at: Option<DateTime<Utc>>,
    pub(crate) verification: Option<Request>,
    pub(crate) members: Vec<Member>,
    pub(crate) invitations: Vec<Invitation>,
    pub(crate) sale_points: Vec<Point>,
    pub(crate) version: i32,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct IdVariables {
    id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "IdVariables")]
pub(crate) struct OrganisationById {
    #[arguments(id: $id)]
    pub(crate) organisation: Option<Organisation>,
}

/// The question for one organisation.
pub(crate) fn organisation(id: String) -> Question<OrganisationById> {
    api::question(OrganisationById::build(IdVariables { id: cynic::Id::new(id) }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Viewer")]
pub(crate) struct Belonging {
    pub(crate) memberships: Vec<Membership>,
    pub(crate) verifications: Vec<OwnRequest>,
}

#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct Membership {
    pub(crate) organisation: OrganisationRow,
    pub(crate) role: MemberRole,
}

/// A row of one's own organisations.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Organisation")]
pub(crate) struct OrganisationRow {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) verified_at: Option<DateTime<Utc>>,
    pub(crate) verification: Option<Request>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query")]
pub(crate) struct OwnOrganisations {
    pub(crate) viewer: Option<Belonging>,
}

/// The question for one's own organisations.
pub(crate) fn own_organisations() -> Question<OwnOrganisations> {
    api::question(OwnOrganisations::build(()))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct WardVariables {
    parent: String,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query")]
pub(crate) struct Provinces {
    #[arguments(level: "PROVINCE")]
    pub(crate) admin_units: Vec<CodedUnit>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "WardVariables")]
pub(crate) struct Wards {
    #[arguments(level: "WARD", parent: $parent)]
    pub(crate) admin_units: Vec<CodedUnit>,
}

/// The question for the provinces of today.
pub(crate) fn provinces() -> Question<Provinces> {
    api::question(Provinces::build(()))
}

/// The question for the wards of a province of today.
pub(crate) fn wards(province: String) -> Question<Wards> {
    api::question(Wards::build(WardVariables { parent: province }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct PlaceVariables {
    lat: f64,
    lon: f64,
    first: i32,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "PlaceVariables")]
pub(crate) struct NearestWards {
    #[arguments(lat: $lat, lon: $lon, first: $first)]
    pub(crate) nearest_wards: Vec<NearWard>,
}

#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct NearWard {
    pub(crate) unit: WardUnit,
    pub(crate) distance_m: i32,
    pub(crate) contains: Option<bool>,
}

/// The question for the wards around a place.
pub(crate) fn nearest_wards(lat: f64, lon: f64) -> Question<NearestWards> {
    api::question(NearestWards::build(PlaceVariables { lat, lon, first: 4 }))
}
