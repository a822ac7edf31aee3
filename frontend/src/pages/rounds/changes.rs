//! What staff do with rounds. What is shown is asked for anew afterwards, so the answers are short.

use chrono::NaiveDate;
use cynic::MutationBuilder;

use super::query::Solving;
use crate::api::{self, CapKind, Question, RoundRuleKind, schema};

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Round")]
pub(crate) struct Changed {
    pub(crate) id: cynic::Id,
}

#[derive(cynic::InputObject, Clone, Debug, PartialEq)]
pub(crate) struct MatchWeightsInput {
    pub(crate) relevance: i32,
    pub(crate) stars: i32,
    pub(crate) price: i32,
    pub(crate) capacity: i32,
    pub(crate) season: i32,
    pub(crate) distance: i32,
    pub(crate) kept_promises: i32,
    pub(crate) freshness: i32,
    pub(crate) newcomer: i32,
}

#[derive(cynic::InputObject, Clone, Debug, PartialEq)]
pub(crate) struct RoundInput {
    pub(crate) name: String,
    pub(crate) event: Option<cynic::Id>,
    pub(crate) need_cap: i32,
    pub(crate) product_cap: i32,
    pub(crate) producer_cap: i32,
    pub(crate) groups: Option<Vec<String>>,
    pub(crate) provinces: Option<Vec<String>>,
    pub(crate) min_stars: Option<i32>,
    pub(crate) candidates_per_need: i32,
    pub(crate) of_participants: Option<bool>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) weights: Option<MatchWeightsInput>,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct NewVariables {
    input: RoundInput,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "NewVariables")]
pub(crate) struct CreateRound {
    #[arguments(input: $input)]
    pub(crate) create_round: Changed,
}

/// Begins a round.
pub(crate) fn create(input: RoundInput) -> Question<CreateRound> {
    api::question(CreateRound::build(NewVariables { input }))
}

/// The version there is after a change.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Round")]
pub(crate) struct Versioned {
    pub(crate) version: i32,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct UpdateVariables {
    id: cynic::Id,
    version: i32,
    input: RoundInput,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "UpdateVariables")]
pub(crate) struct UpdateRound {
    #[arguments(id: $id, version: $version, input: $input)]
    pub(crate) update_round: Versioned,
}

/// Changes what is chosen of a round that was read in a version.
pub(crate) fn update(id: cynic::Id, version: i32, input: RoundInput) -> Question<UpdateRound> {
    api::question(UpdateRound::build(UpdateVariables { id, version, input }))
}

/// Which open needs are taken in.
#[derive(cynic::InputObject, Clone, Debug, Default, PartialEq)]
pub(crate) struct RoundNeedFilter {
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) groups: Option<Vec<String>>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) opened_since: Option<NaiveDate>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) deadline_until: Option<NaiveDate>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) of_participants: Option<bool>,
}

/// Needs that come in and that go out.
#[derive(Default)]
pub(crate) struct NeedsMoved {
    pub(crate) add: Option<Vec<cynic::Id>>,
    pub(crate) add_matching: Option<RoundNeedFilter>,
    pub(crate) remove: Option<Vec<cynic::Id>>,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct NeedsVariables {
    round: cynic::Id,
    add: Option<Vec<cynic::Id>>,
    add_matching: Option<RoundNeedFilter>,
    remove: Option<Vec<cynic::Id>>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Round")]
pub(crate) struct NeedCount {
    pub(crate) need_count: i32,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "NeedsVariables")]
pub(crate) struct ChangeRoundNeeds {
    #[arguments(round: $round, add: $add, addMatching: $add_matching, remove: $remove)]
    pub(crate) change_round_needs: NeedCount,
}

/// Takes needs in and out.
pub(crate) fn move_needs(round: cynic::Id, moved: NeedsMoved) -> Question<ChangeRoundNeeds> {
    let NeedsMoved { add, add_matching, remove } = moved;
    api::question(ChangeRoundNeeds::build(NeedsVariables { round, add, add_matching, remove }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct CapVariables {
    round: cynic::Id,
    kind: CapKind,
    item: cynic::Id,
    cap: Option<i32>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "CapVariables")]
pub(crate) struct SetRoundCap {
    #[arguments(round: $round, kind: $kind, item: $item, cap: $cap)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) set_round_cap: Changed,
}

/// Gives an item a cap of its own, or takes it away.
pub(crate) fn set_cap(
    round: cynic::Id,
    kind: CapKind,
    item: cynic::Id,
    cap: Option<i32>,
) -> Question<SetRoundCap> {
    api::question(SetRoundCap::build(CapVariables { round, kind, item, cap }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct RuleVariables {
    round: cynic::Id,
    need: cynic::Id,
    product: cynic::Id,
    kind: Option<RoundRuleKind>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "RuleVariables")]
pub(crate) struct SetRoundRule {
    #[arguments(round: $round, need: $need, product: $product, kind: $kind)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) set_round_rule: Changed,
}

/// Pins or forbids a pair, or lets it be free again.
pub(crate) fn set_rule(
    round: cynic::Id,
    need: cynic::Id,
    product: cynic::Id,
    kind: Option<RoundRuleKind>,
) -> Question<SetRoundRule> {
    api::question(SetRoundRule::build(RuleVariables { round, need, product, kind }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct IdVariables {
    id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Round")]
pub(crate) struct Begun {
    pub(crate) solving: Option<Solving>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "IdVariables")]
pub(crate) struct SolveRound {
    #[arguments(id: $id)]
    pub(crate) solve_round: Begun,
}

/// Begins to look for the best plan.
pub(crate) fn solve(id: cynic::Id) -> Question<SolveRound> {
    api::question(SolveRound::build(IdVariables { id }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "IdVariables")]
pub(crate) struct CancelRound {
    #[arguments(id: $id)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) cancel_round: Changed,
}

/// Breaks that off.
pub(crate) fn cancel(id: cynic::Id) -> Question<CancelRound> {
    api::question(CancelRound::build(IdVariables { id }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct AcceptVariables {
    id: cynic::Id,
    version: i32,
    note: Option<String>,
    answer_days: Option<i32>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "AcceptVariables")]
pub(crate) struct AcceptRound {
    #[arguments(id: $id, version: $version, note: $note, answerDays: $answer_days)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) accept_round: Changed,
}

/// Introduces the pairs of the plan to each other.
pub(crate) fn accept(
    id: cynic::Id,
    version: i32,
    note: Option<String>,
    answer_days: Option<i32>,
) -> Question<AcceptRound> {
    api::question(AcceptRound::build(AcceptVariables { id, version, note, answer_days }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "IdVariables")]
pub(crate) struct DeleteRound {
    #[arguments(id: $id)]
    #[expect(dead_code, reason = "a mutation must ask for something")]
    pub(crate) delete_round: cynic::Id,
}

/// Deletes a round.
pub(crate) fn delete(id: cynic::Id) -> Question<DeleteRound> {
    api::question(DeleteRound::build(IdVariables { id }))
}
