//! Rounds in the API; for staff of the city only.

use async_graphql::{Context, ID, Object, connection::Connection};
use shared::{CapKind, EventId, NeedId, ProductId, RoundId, RoundRuleKind};
use uuid::Uuid;

use super::{
    accepting, caps,
    choosing::{self, NeedChanges},
    find,
    inputs::{RoundInput, RoundNeedFilter},
    listing, solving,
    types::Round,
    writing,
};
use crate::{
    calendar,
    error::{Error, Result},
    graphql::{
        context::{Ask, city_staff, parse_id},
        page::{self, Page, Total},
    },
    introductions::by_staff::Words,
};

fn round_id(id: &ID) -> Result<RoundId> {
    parse_id(id, "round")
}

/// Queries for rounds.
#[derive(Default)]
pub struct RoundQueries;

/// Queries for rounds.
#[Object]
impl RoundQueries {
    /// All rounds of matching, the latest changed first, or those of an event; for staff of the city.
    #[graphql(
        guard = "city_staff()",
        complexity = "20 + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity"
    )]
    async fn rounds(
        &self,
        ctx: &Context<'_>,
        event: Option<ID>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, Round, Total>> {
        const LIST: &str = "rounds";
        let rows = page::rows(first)?;
        let event = event.map(|event| parse_id::<EventId>(&event, "event")).transpose()?;
        let place = page::key(LIST, after.as_deref())?;
        let listed = listing::rounds(&ctx.app().database, event, place, rows + 1).await?;
        let page = Page::cut(LIST, listed.rows, rows, |row| (row.updated_at, row.id));
        Ok(page.map(Round::from).into_connection(after.as_deref(), Total::from(listed.total)))
    }

    /// One round; for staff of the city.
    #[graphql(guard = "city_staff()")]
    async fn round(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Round>> {
        match find(ctx.app().database.read(), round_id(&id)?).await {
            Ok(round) => Ok(Some(round.into())),
            Err(Error::NotFound(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// What staff do about rounds.
#[derive(Default)]
pub struct RoundMutations;

/// What staff do about rounds.
#[Object]
impl RoundMutations {
    /// Begins a round.
    #[graphql(guard = "city_staff()")]
    async fn create_round(&self, ctx: &Context<'_>, input: RoundInput) -> Result<Round> {
        writing::create(ctx.app(), ctx.signed_in()?, input).await.map(Round::from)
    }

    /// Changes what is chosen; the plan that was found then counts no more, but can still be seen. `version` is the one that
    /// was read; `CONFLICT` when somebody else was quicker, and nothing is changed.
    #[graphql(guard = "city_staff()")]
    async fn update_round(
        &self,
        ctx: &Context<'_>,
        id: ID,
        version: i32,
        input: RoundInput,
    ) -> Result<Round> {
        let id = round_id(&id)?;
        writing::update(ctx.app(), ctx.signed_in()?, id, version, input).await.map(Round::from)
    }

    /// Takes needs in and out: `add` named open ones and all open ones that fit `addMatching`, `remove` named ones; at most
    /// 2,000 in all.
    #[graphql(guard = "city_staff()")]
    async fn change_round_needs(
        &self,
        ctx: &Context<'_>,
        round: ID,
        add: Option<Vec<ID>>,
        add_matching: Option<RoundNeedFilter>,
        remove: Option<Vec<ID>>,
    ) -> Result<Round> {
        let changes =
            NeedChanges { add: add.unwrap_or_default(), add_matching, remove: remove.unwrap_or_default() };
        let (id, today) = (round_id(&round)?, calendar::today());
        choosing::change_needs(ctx.app(), ctx.signed_in()?, id, changes, today).await.map(Round::from)
    }

    /// Gives one need, product or producer a cap of its own, 0 to 100; null takes it away.
    #[graphql(guard = "city_staff()")]
    async fn set_round_cap(
        &self,
        ctx: &Context<'_>,
        round: ID,
        kind: CapKind,
        item: ID,
        cap: Option<i32>,
    ) -> Result<Round> {
        let (id, item) = (round_id(&round)?, parse_id::<Uuid>(&item, "item")?);
        caps::set_cap(ctx.app(), ctx.signed_in()?, id, (kind, item), cap).await.map(Round::from)
    }

    /// Pins or forbids a pair; null lets it be free again.
    #[graphql(guard = "city_staff()")]
    async fn set_round_rule(
        &self,
        ctx: &Context<'_>,
        round: ID,
        need: ID,
        product: ID,
        kind: Option<RoundRuleKind>,
    ) -> Result<Round> {
        let pair: (NeedId, ProductId) = (parse_id(&need, "need")?, parse_id(&product, "product")?);
        caps::set_rule(ctx.app(), ctx.signed_in()?, round_id(&round)?, pair, kind).await.map(Round::from)
    }

    /// Begins to find the best plan. Answers at once; `solving` tells how far it is.
    #[graphql(guard = "city_staff()")]
    async fn solve_round(&self, ctx: &Context<'_>, id: ID) -> Result<Round> {
        solving::begin(ctx.app(), ctx.signed_in()?, round_id(&id)?).await.map(Round::from)
    }

    /// Breaks off what is being solved; the round stays as it was before.
    #[graphql(guard = "city_staff()")]
    async fn cancel_round(&self, ctx: &Context<'_>, id: ID) -> Result<Round> {
        solving::cancel(ctx.app(), ctx.signed_in()?, round_id(&id)?).await.map(Round::from)
    }

    /// Introduces the pairs of the plan to each other, as staff, and closes the round. Pairs that something keeps apart are
    /// left out and say what. `version` is the one that was read.
    #[graphql(guard = "city_staff()")]
    async fn accept_round(
        &self,
        ctx: &Context<'_>,
        id: ID,
        version: i32,
        note: Option<String>,
        answer_days: Option<i32>,
    ) -> Result<Round> {
        let words = Words::read(note.as_deref(), answer_days)?;
        let id = round_id(&id)?;
        accepting::accept(ctx.app(), ctx.signed_in()?, id, version, &words).await.map(Round::from)
    }

    /// Deletes a round that is not accepted.
    #[graphql(guard = "city_staff()")]
    async fn delete_round(&self, ctx: &Context<'_>, id: ID) -> Result<ID> {
        writing::delete(ctx.app(), ctx.signed_in()?, round_id(&id)?).await?;
        Ok(id)
    }
}
