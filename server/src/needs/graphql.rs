//! Needs in the API.

use async_graphql::{Context, ID, InputObject, Object, connection::Connection};
use shared::{NeedId, NeedStatus, OrganisationId};

use super::{
    inputs::{NeedChanges, NewNeed},
    listing::{Reader, Wanted, groups_meant, groups_touched},
    require_readable,
    types::Need,
    writing,
};
use crate::{
    calendar,
    error::Result,
    graphql::{
        context::{Ask, parse_id, signed_in},
        page::{self, Page},
    },
    numbers::int,
};

/// Which needs.
#[derive(InputObject, Default)]
pub struct NeedFilter {
    /// Of this retailer.
    organisation: Option<ID>,
    /// Of any of these statuses; open ones unless said. Drafts and closed ones are for the own people.
    statuses: Option<Vec<NeedStatus>>,
    /// About any of these groups, or groups above or below them.
    groups: Option<Vec<String>>,
    /// About the groups of what this producer makes.
    touching: Option<ID>,
}

/// Queries for needs.
#[derive(Default)]
pub struct NeedQueries;

/// Queries for needs.
#[Object]
impl NeedQueries {
    /// Needs that the viewer may read, the newest first. Guests read what retailers show to everybody, people of
    /// verified producers all open ones, retailers their own too.
    #[graphql(complexity = "20 + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity")]
    async fn needs(
        &self,
        ctx: &Context<'_>,
        filter: Option<NeedFilter>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, Need, NeedTotal>> {
        const LIST: &str = "needs";
        let rows = page::rows(first)?;
        let after_id: Option<NeedId> = page::key(LIST, after.as_deref())?;
        let wanted = wanted(ctx, filter.unwrap_or_default()).await?;
        let found = wanted.list(&ctx.app().database, &reader(ctx), after_id, rows + 1).await?;
        let page = Page::cut(LIST, found, rows, |row| row.id);
        Ok(page.map(Need).into_connection(after.as_deref(), NeedTotal(wanted)))
    }

    /// One need.
    async fn need(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Need>> {
        let id: NeedId = parse_id(&id, "need")?;
        Ok(Some(Need(require_readable(ctx.app().database.read(), ctx.viewer(), id).await?)))
    }
}

fn reader<'a>(ctx: &'a Context<'_>) -> Reader<'a> {
    Reader { viewer: ctx.viewer(), today: calendar::today() }
}

async fn wanted(ctx: &Context<'_>, filter: NeedFilter) -> Result<Wanted> {
    let labels = ctx.app().labels();
    let id = |id: &ID| parse_id::<OrganisationId>(id, "organisation");
    let mut groups = None;
    if let Some(codes) = &filter.groups {
        groups = Some(groups_meant(&labels, codes, "filter.groups")?);
    }
    if let Some(producer) = &filter.touching {
        let touched = groups_touched(&ctx.app().database, &labels, id(producer)?).await?;
        groups = Some(match groups {
            Some(asked) => asked.into_iter().filter(|code| touched.contains(code)).collect(),
            None => touched,
        });
    }
    Ok(Wanted {
        organisation: filter.organisation.as_ref().map(id).transpose()?,
        statuses: filter.statuses.unwrap_or_default(),
        groups,
    })
}

/// What the list of needs says beside its edges.
pub struct NeedTotal(Wanted);

/// What the list of needs says beside its edges.
#[Object]
impl NeedTotal {
    /// Needs of the whole list.
    async fn total_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let count = self.0.count(&ctx.app().database, &reader(ctx)).await?;
        Ok(int(count))
    }
}

/// What retailers do about their needs.
#[derive(Default)]
pub struct NeedMutations;

/// What retailers do about their needs.
#[Object]
impl NeedMutations {
    /// Enters a need of an own retailer, as a draft.
    #[graphql(guard = "signed_in()")]
    async fn create_need(&self, ctx: &Context<'_>, input: NewNeed) -> Result<Need> {
        writing::create(ctx.app(), ctx.signed_in()?, input).await.map(Need)
    }

    /// Changes an own need that is not closed. `version` is the one that was read; `CONFLICT` when somebody else was
    /// quicker, and nothing is changed.
    #[graphql(guard = "signed_in()")]
    async fn update_need(
        &self,
        ctx: &Context<'_>,
        id: ID,
        version: i32,
        changes: NeedChanges,
    ) -> Result<Need> {
        let id: NeedId = parse_id(&id, "need")?;
        writing::update(ctx.app(), ctx.signed_in()?, id, version, changes).await.map(Need)
    }

    /// Shows an own need to producers; not while `hindrances` keep it from that.
    #[graphql(guard = "signed_in()")]
    async fn open_need(&self, ctx: &Context<'_>, id: ID) -> Result<Need> {
        let id: NeedId = parse_id(&id, "need")?;
        writing::open(ctx.app(), ctx.signed_in()?, id).await.map(Need)
    }

    /// Closes an open need: its retailer, or the staff who look after it and say why.
    #[graphql(guard = "signed_in()")]
    async fn close_need(&self, ctx: &Context<'_>, id: ID, reason: Option<String>) -> Result<Need> {
        let id: NeedId = parse_id(&id, "need")?;
        writing::close(ctx.app(), ctx.signed_in()?, id, reason.as_deref()).await.map(Need)
    }

    /// Enters a draft with all that an own need says but its deadline.
    #[graphql(guard = "signed_in()")]
    async fn copy_need(&self, ctx: &Context<'_>, id: ID) -> Result<Need> {
        let id: NeedId = parse_id(&id, "need")?;
        writing::copy(ctx.app(), ctx.signed_in()?, id).await.map(Need)
    }
}
