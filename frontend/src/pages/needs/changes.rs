//! What retailers do about their needs. What is shown is asked for anew afterwards, so the answers are short.

use cynic::MutationBuilder;

use crate::api::{self, Question, edited, schema};

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Need")]
pub(crate) struct Changed {
    pub(crate) id: cynic::Id,
}

edited! {
    /// Changes of a need.
    Edited(NeedChanges)
}

#[derive(cynic::InputObject)]
pub(crate) struct NewNeed {
    pub(crate) organisation: cynic::Id,
    pub(crate) name: String,
    pub(crate) details: Option<Edited>,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct NewVariables {
    input: NewNeed,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "NewVariables")]
pub(crate) struct CreateNeed {
    #[arguments(input: $input)]
    pub(crate) create_need: Changed,
}

/// Enters a need, as a draft.
pub(crate) fn create(input: NewNeed) -> Question<CreateNeed> {
    api::question(CreateNeed::build(NewVariables { input }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct UpdateVariables {
    id: cynic::Id,
    version: i32,
    changes: Edited,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "UpdateVariables")]
pub(crate) struct UpdateNeed {
    #[arguments(id: $id, version: $version, changes: $changes)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) update_need: Changed,
}

/// Changes a need that was read in a version.
pub(crate) fn update(id: cynic::Id, version: i32, changes: Edited) -> Question<UpdateNeed> {
    api::question(UpdateNeed::build(UpdateVariables { id, version, changes }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct IdVariables {
    id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "IdVariables")]
pub(crate) struct OpenNeed {
    #[arguments(id: $id)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) open_need: Changed,
}

/// Shows a need to those for whom it is.
pub(crate) fn open(id: cynic::Id) -> Question<OpenNeed> {
    api::question(OpenNeed::build(IdVariables { id }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "IdVariables")]
pub(crate) struct CopyNeed {
    #[arguments(id: $id)]
    pub(crate) copy_need: Changed,
}

/// Enters a draft that says the same.
pub(crate) fn copy(id: cynic::Id) -> Question<CopyNeed> {
    api::question(CopyNeed::build(IdVariables { id }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct CloseVariables {
    id: cynic::Id,
    reason: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "CloseVariables")]
pub(crate) struct CloseNeed {
    #[arguments(id: $id, reason: $reason)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) close_need: Changed,
}

/// Takes a need away from those who read it.
pub(crate) fn close(id: cynic::Id, reason: Option<String>) -> Question<CloseNeed> {
    api::question(CloseNeed::build(CloseVariables { id, reason }))
}
