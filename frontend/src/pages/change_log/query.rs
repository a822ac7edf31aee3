//! What the history of a thing asks for: its lines, what the thing is called, and the names of what the lines have as
//! codes. Each is asked on its own: who may read the lines may not always read the thing, and a thing may be gone.

use chrono::{DateTime, Utc};
use cynic::QueryBuilder;

use super::Thing;
use super::thing::Which;
use crate::api::{self, Question, schema};
use crate::facts::{Group, Measure};
use crate::pages::organisations::CodedUnit;

#[derive(cynic::QueryVariables)]
pub(crate) struct ChangesVariables {
    entity: String,
    id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "ChangesVariables")]
pub(crate) struct Changes {
    #[arguments(entity: $entity, id: $id)]
    pub(crate) changes: Vec<Change>,
}

/// One line of the log.
#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct Change {
    pub(crate) at: DateTime<Utc>,
    pub(crate) actor: String,
    pub(crate) actor_name: String,
    pub(crate) action: String,
    pub(crate) before: Option<serde_json::Value>,
    pub(crate) after: Option<serde_json::Value>,
}

/// The question for the lines about a thing.
pub(crate) fn changes(which: &Which) -> Question<Changes> {
    let (entity, id) = (which.thing.name().to_owned(), cynic::Id::new(which.id.clone()));
    api::question(Changes::build(ChangesVariables { entity, id }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct CalledVariables {
    id: cynic::Id,
    organisation: bool,
    product: bool,
    need: bool,
    introduction: bool,
    agreement: bool,
    point: bool,
    round: bool,
    event: bool,
    meeting: bool,
}

/// One of these, the one that was asked for.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "CalledVariables")]
pub(crate) struct Called {
    #[arguments(id: $id)]
    #[directives(include(if: $organisation))]
    pub(crate) organisation: Option<CalledOrganisation>,
    #[arguments(id: $id)]
    #[directives(include(if: $product))]
    pub(crate) own_product: Option<CalledProduct>,
    #[arguments(id: $id)]
    #[directives(include(if: $need))]
    pub(crate) need: Option<CalledNeed>,
    #[arguments(id: $id)]
    #[directives(include(if: $introduction))]
    pub(crate) introduction: Option<CalledIntroduction>,
    #[arguments(id: $id)]
    #[directives(include(if: $agreement))]
    pub(crate) agreement: Option<CalledAgreement>,
    #[arguments(id: $id)]
    #[directives(include(if: $point))]
    pub(crate) sale_point: Option<CalledPoint>,
    #[arguments(id: $id)]
    #[directives(include(if: $round))]
    pub(crate) round: Option<CalledRound>,
    #[arguments(id: $id)]
    #[directives(include(if: $event))]
    pub(crate) event: Option<CalledEvent>,
    #[arguments(id: $id)]
    #[directives(include(if: $meeting))]
    pub(crate) meeting: Option<CalledMeeting>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Organisation")]
pub(crate) struct CalledOrganisation {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "OwnProduct")]
pub(crate) struct CalledProduct {
    pub(crate) name: String,
    pub(crate) producer: CalledOrganisation,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Need")]
pub(crate) struct CalledNeed {
    pub(crate) name: String,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Introduction")]
pub(crate) struct CalledIntroduction {
    pub(crate) product_name: String,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Agreement")]
pub(crate) struct CalledAgreement {
    pub(crate) number: Option<String>,
    pub(crate) retailer_name: String,
    pub(crate) producer_name: String,
}

impl CalledAgreement {
    /// Its number and the two sides.
    pub(super) fn name(&self) -> String {
        let sides = format!("{} – {}", self.retailer_name, self.producer_name);
        self.number.as_ref().map_or_else(|| sides.clone(), |number| format!("{number}, {sides}"))
    }
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "SalePoint")]
pub(crate) struct CalledPoint {
    pub(crate) name: String,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Round")]
pub(crate) struct CalledRound {
    pub(crate) name: String,
}

/// An event by its name.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Event")]
pub(crate) struct CalledEvent {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Meeting")]
pub(crate) struct CalledMeeting {
    pub(crate) event: CalledEvent,
    pub(crate) product_name: String,
}

/// The question for what a thing is called; accounts and registrations are never asked for by their ids.
pub(crate) fn called(which: &Which) -> Option<Question<Called>> {
    let is = |thing| which.thing == thing;
    (!is(Thing::Account) && !is(Thing::Participant)).then(|| {
        api::question(Called::build(CalledVariables {
            id: cynic::Id::new(which.id.clone()),
            organisation: is(Thing::Organisation),
            product: is(Thing::Product),
            need: is(Thing::Need),
            introduction: is(Thing::Introduction),
            agreement: is(Thing::Agreement),
            point: is(Thing::SalePoint),
            round: is(Thing::Round),
            event: is(Thing::Event) || is(Thing::Timetable),
            meeting: is(Thing::Meeting),
        }))
    })
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query")]
pub(crate) struct Codes {
    pub(crate) product_groups: Vec<Group>,
    pub(crate) units: Vec<Measure>,
    pub(crate) certificate_kinds: Vec<PaperKind>,
    pub(crate) requirements: Vec<Requirement>,
    #[cynic(alias, rename = "adminUnits")]
    #[arguments(level: "PROVINCE", era: "CURRENT")]
    pub(crate) provinces: Vec<CodedUnit>,
    #[cynic(alias, rename = "adminUnits")]
    #[arguments(level: "PROVINCE", era: "LEGACY")]
    pub(crate) former_provinces: Vec<CodedUnit>,
    // Those of Hanoi; an organisation elsewhere is shown with the code of its ward.
    #[cynic(alias, rename = "adminUnits")]
    #[arguments(level: "WARD", era: "CURRENT", parent: "01")]
    pub(crate) wards: Vec<CodedUnit>,
    #[cynic(alias, rename = "adminUnits")]
    #[arguments(level: "DISTRICT", era: "LEGACY", parent: "01")]
    pub(crate) former_districts: Vec<CodedUnit>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "CertificateKind")]
pub(crate) struct PaperKind {
    pub(crate) code: String,
    pub(crate) name_vi: String,
    pub(crate) name_en: String,
}

#[derive(cynic::QueryFragment)]
pub(crate) struct Requirement {
    pub(crate) code: String,
    pub(crate) name_vi: String,
    pub(crate) name_en: String,
}

/// The question for the names of all that has a code.
pub(crate) fn codes() -> Question<Codes> {
    api::question(Codes::build(()))
}
