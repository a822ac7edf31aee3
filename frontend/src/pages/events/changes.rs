//! What people of organisations and staff do with events and registrations. What is shown is asked for anew afterwards,
//! so the answers are short.

use chrono::NaiveDate;
use cynic::MutationBuilder;

use crate::api::{self, EventAction, EventKind, ParticipantStatus, Question, TradeParty, schema};

/// An event after a change.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Event")]
pub(crate) struct Changed {
    pub(crate) id: cynic::Id,
}

/// A registration after a change.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "EventParticipant")]
pub(crate) struct Registered {
    pub(crate) name: String,
    pub(crate) status: ParticipantStatus,
}

#[derive(cynic::QueryVariables, Clone)]
pub(crate) struct Registering {
    pub(crate) event: cynic::Id,
    pub(crate) organisation: cynic::Id,
    pub(crate) side: TradeParty,
    pub(crate) people: i32,
    pub(crate) note: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "Registering")]
pub(crate) struct RegisterForEvent {
    #[arguments(event: $event, organisation: $organisation, side: $side, people: $people, note: $note)]
    pub(crate) register_for_event: Registered,
}

/// Registers an organisation.
pub(crate) fn register(registering: Registering) -> Question<RegisterForEvent> {
    api::question(RegisterForEvent::build(registering))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct WithdrawVariables {
    participant: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "WithdrawVariables")]
pub(crate) struct WithdrawFromEvent {
    #[arguments(participant: $participant)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) withdraw_from_event: Registered,
}

/// Withdraws a registration.
pub(crate) fn withdraw(participant: cynic::Id) -> Question<WithdrawFromEvent> {
    api::question(WithdrawFromEvent::build(WithdrawVariables { participant }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct DecideVariables {
    event: cynic::Id,
    participants: Vec<cynic::Id>,
    approve: bool,
    reason: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "DecideVariables")]
pub(crate) struct DecideParticipants {
    #[arguments(event: $event, participants: $participants, approve: $approve, reason: $reason)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) decide_participants: Changed,
}

/// Approves registrations, or declines them with a reason.
pub(crate) fn decide(
    event: cynic::Id,
    participants: Vec<cynic::Id>,
    approve: bool,
    reason: Option<String>,
) -> Question<DecideParticipants> {
    api::question(DecideParticipants::build(DecideVariables { event, participants, approve, reason }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct MoveVariables {
    id: cynic::Id,
    action: EventAction,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "MoveVariables")]
pub(crate) struct MoveEvent {
    #[arguments(id: $id, action: $action)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) move_event: Changed,
}

/// Takes an event to its next step.
pub(crate) fn move_on(id: cynic::Id, action: EventAction) -> Question<MoveEvent> {
    api::question(MoveEvent::build(MoveVariables { id, action }))
}

/// What staff say about an event; what is left out is not known or has no limit.
#[derive(cynic::InputObject, Clone, Debug, PartialEq)]
pub(crate) struct EventInput {
    pub(crate) name: String,
    pub(crate) kind: EventKind,
    pub(crate) description: Option<String>,
    pub(crate) organiser: Option<String>,
    pub(crate) place: Option<String>,
    pub(crate) province: Option<String>,
    pub(crate) starts_on: NaiveDate,
    pub(crate) ends_on: Option<NaiveDate>,
    pub(crate) registration_until: Option<NaiveDate>,
    pub(crate) retailer_places: Option<i32>,
    pub(crate) producer_places: Option<i32>,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct NewVariables {
    input: EventInput,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "NewVariables")]
pub(crate) struct CreateEvent {
    #[arguments(input: $input)]
    pub(crate) create_event: Changed,
}

/// Begins an event.
pub(crate) fn create(input: EventInput) -> Question<CreateEvent> {
    api::question(CreateEvent::build(NewVariables { input }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct UpdateVariables {
    id: cynic::Id,
    version: i32,
    input: EventInput,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "UpdateVariables")]
pub(crate) struct UpdateEvent {
    #[arguments(id: $id, version: $version, input: $input)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) update_event: Changed,
}

/// Says something else about it, unless somebody else has since a version.
pub(crate) fn update(id: cynic::Id, version: i32, input: EventInput) -> Question<UpdateEvent> {
    api::question(UpdateEvent::build(UpdateVariables { id, version, input }))
}
