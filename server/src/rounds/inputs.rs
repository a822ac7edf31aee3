//! What staff fill in about a round.

use async_graphql::{ID, InputObject};
use matchmaking::scoring::Weights;
use sea_orm::ConnectionTrait;
use shared::{Era, EventId, Problem, limits};

use super::stored::{Scope, StoredWeights};
use crate::{
    entities::round,
    error::{Error, Result},
    events,
    forms::Form,
    graphql::date::Date,
    labels::Labels,
    matches::graphql::MatchWeightsInput,
};

/// What staff choose for a round.
#[derive(InputObject)]
pub struct RoundInput {
    /// What it is called, at most 200 characters.
    pub name: String,
    /// The event it prepares.
    pub event: Option<ID>,
    /// Suppliers of a need at most, 0 to 100, unless it has a cap of its own.
    pub need_cap: i32,
    /// Needs of a product at most, likewise.
    pub product_cap: i32,
    /// Pairs of all products of a producer together at most, likewise.
    pub producer_cap: i32,
    /// Only products of these groups or those below them; all unless said.
    pub groups: Option<Vec<String>>,
    /// Only products from these provinces of today, by code; all unless said.
    pub provinces: Option<Vec<String>>,
    /// Only products with so many stars that certainly hold, 3 to 5.
    pub min_stars: Option<i32>,
    /// Only products of producers that are approved for its event.
    pub of_participants: Option<bool>,
    /// Products of a need that are weighed at most, the best of those that pass, 1 to 200.
    pub candidates_per_need: i32,
    /// How much each part of a score counts; as it is set for all unless said.
    pub weights: Option<MatchWeightsInput>,
}

/// Which open needs.
#[derive(Debug, Default, InputObject)]
pub struct RoundNeedFilter {
    /// About any of these groups, or groups above or below them.
    pub groups: Option<Vec<String>>,
    /// Opened on this day or later.
    pub opened_since: Option<Date>,
    /// With a last day on this day or earlier.
    pub deadline_until: Option<Date>,
    /// Only of retailers that are approved for the event of the round.
    pub of_participants: Option<bool>,
}

/// Writes what was filled in into a row; all problems are told at once.
pub(super) async fn fill(
    rows: &impl ConnectionTrait,
    labels: &Labels,
    set: Weights,
    input: RoundInput,
    round: round::Model,
) -> Result<round::Model> {
    let mut form = Form::default();
    let name = form.line("input.name", &input.name, limits::NAME_CHARS);
    let event = input.event.map(|id| id.parse::<EventId>());
    let event = event.transpose().map_err(|_| Error::NotFound("event"))?;
    if let Some(event) = event
        && !events::is_there(rows, event).await?
    {
        form.wrong("input.event", Problem::NotOffered);
    }
    let mut within = |field: &str, number: i32, least: i32, most: i32| {
        if !(least..=most).contains(&number) {
            form.wrong(field, Problem::OutOfRange);
        }
        number
    };
    let need_cap = within("input.needCap", input.need_cap, 0, limits::ROUND_CAP);
    let product_cap = within("input.productCap", input.product_cap, 0, limits::ROUND_CAP);
    let producer_cap = within("input.producerCap", input.producer_cap, 0, limits::ROUND_CAP);
    let most = limits::ROUND_CANDIDATES;
    let candidates = within("input.candidatesPerNeed", input.candidates_per_need, 1, most);
    let stars = input.min_stars.map(|stars| within("input.minStars", stars, 3, 5));
    let (groups, provinces) = (input.groups.unwrap_or_default(), input.provinces.unwrap_or_default());
    let is_listed = |all: &[String], is_one: &dyn Fn(&str) -> bool| {
        all.len() <= limits::FILTER_VALUES && all.iter().all(|code| is_one(code))
    };
    if !is_listed(&groups, &|code| labels.group(code).is_some()) {
        form.wrong("input.groups", Problem::NotOffered);
    }
    if !is_listed(&provinces, &|code| labels.province(Era::Current, code).is_some()) {
        form.wrong("input.provinces", Problem::NotOffered);
    }
    let weights = input.weights.map(Weights::try_from).transpose()?.unwrap_or(set);
    if !weights.can_be_set() {
        form.wrong("input.weights", Problem::OutOfRange);
    }
    let of_participants = input.of_participants.unwrap_or_default();
    if of_participants && event.is_none() {
        form.wrong("input.ofParticipants", Problem::NotPossibleNow);
    }
    form.finish()?;
    let scope = Scope {
        groups,
        provinces,
        min_stars: stars.and_then(|stars| u8::try_from(stars).ok()),
        of_participants,
    };
    Ok(round::Model {
        name,
        event_id: event,
        need_cap,
        product_cap,
        producer_cap,
        candidates,
        scope,
        weights: StoredWeights(weights),
        ..round
    })
}
