//! Matches in the API.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, SimpleObject, connection::Connection};
use futures::{FutureExt, future::BoxFuture};
use matchmaking::scoring::Weights;
use sea_orm::EntityTrait;
use shared::{
    MatchChoice, NeedId, NeedParty, NeedStatus, NeedVisibility, OrganisationId, ProductId, UnmetBy, limits,
};

use super::{
    finding::{Asked, Explained, Found, Mark},
    market::Wanted,
    types::{Fit, Match, Opening, UnmetDemand},
    unmet, weights,
};
use crate::{
    accounts::{SignedIn, Viewer},
    app::App,
    calendar,
    entities::product,
    error::{Error, Result},
    graphql::{
        context::{Ask, administrator, city_staff, parse_id, signed_in, staff},
        page::{self, Page, Total},
    },
    needs, organisations,
};

/// Queries for matches.
#[derive(Default)]
pub struct MatchQueries;

/// Queries for matches.
#[Object]
impl MatchQueries {
    /// Products that fit a need of an own verified retailer, or needs that an own product fits; staff ask for those they
    /// look after. The best first: those that miss less, then the higher score. Exactly one of `needId` and `productId`.
    #[graphql(
        guard = "signed_in()",
        complexity = "limits::SEARCH_COST + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity"
    )]
    async fn matches(
        &self,
        ctx: &Context<'_>,
        need_id: Option<ID>,
        product_id: Option<ID>,
        choice: Option<MatchChoice>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, Match, Total>> {
        let choice = choice.unwrap_or(MatchChoice::Fitting);
        let (rows, today) = (page::rows(first)?, calendar::today());
        let list = format!("matches.{}", choice.as_str());
        let after_place = after.as_deref();
        match (need_id, product_id) {
            (Some(need), None) => {
                let need: NeedId = parse_id(&need, "need")?;
                require_need(ctx, need).await?;
                let asked = Asked { choice, after: page::key(&list, after_place)?, rows: rows + 1, today };
                let found = ctx.app().market.ask(ctx.app(), move |market| market.products_for(need, &asked));
                Ok(connection(&list, found.await?, rows, after_place))
            }
            (None, Some(product)) => {
                let product: ProductId = parse_id(&product, "product")?;
                require_product(ctx, product).await?;
                let asked = Asked { choice, after: page::key(&list, after_place)?, rows: rows + 1, today };
                let may_read = reader(ctx.viewer());
                let found = ctx.app().market.ask(ctx.app(), move |market| {
                    market.needs_for(product, |wanted| may_read(wanted), &asked)
                });
                Ok(connection(&list, found.await?, rows, after_place))
            }
            _ => Err(Error::bad_input("needId", "name either a need or a product")),
        }
    }

    /// One pair, also one that misses much: for people of either side who may read the need, and the staff of either. Null
    /// when the need is closed or the product is not published.
    #[graphql(guard = "signed_in()", complexity = "limits::SEARCH_COST + child_complexity")]
    async fn r#match(&self, ctx: &Context<'_>, need_id: ID, product_id: ID) -> Result<Option<Match>> {
        let (need, product): (NeedId, ProductId) =
            (parse_id(&need_id, "need")?, parse_id(&product_id, "product")?);
        // Of one's own side both ways are open, whichever side that is.
        if require_need(ctx, need).await.is_err() {
            require_product(ctx, product).await?;
            needs::require_readable(ctx.app().database.read(), ctx.viewer(), need).await?;
        }
        let pair =
            ctx.app().market.ask(ctx.app(), move |market| market.pair(need, product, calendar::today()));
        Ok(pair.await?.map(|pair| Fit::new(pair).into()))
    }

    /// What would open the most needs to an own producer, the most first.
    #[graphql(guard = "signed_in()", complexity = "limits::SEARCH_COST + 10 * child_complexity")]
    async fn openings(&self, ctx: &Context<'_>, producer: ID) -> Result<Vec<Opening>> {
        let producer: OrganisationId = parse_id(&producer, "organisation")?;
        let row = organisations::require(ctx.app().database.read(), producer).await?;
        let somebody = ctx.signed_in()?;
        if somebody.role_in(producer).is_none() && !somebody.is_staff_for(&row) {
            return Err(Error::NotFound("organisation"));
        }
        let may_read = reader(ctx.viewer());
        let seen = ctx.app().market.ask(ctx.app(), move |market| {
            market.openings(producer, |wanted| may_read(wanted), calendar::today())
        });
        Ok(seen.await?.into_iter().map(Opening::new).collect())
    }

    /// What keeps producers who are here from open needs, of some groups or of all, the most needs first; for staff of the
    /// city.
    #[graphql(guard = "city_staff()", complexity = "limits::SEARCH_COST + 10 * child_complexity")]
    async fn blockers(&self, ctx: &Context<'_>, groups: Option<Vec<String>>) -> Result<Vec<Opening>> {
        let groups = groups.unwrap_or_default();
        let labels = ctx.app().labels();
        let groups = needs::groups_meant(&labels, &groups, "groups")?;
        let seen = ctx.app().market.ask(ctx.app(), move |market| market.blockers(&groups, calendar::today()));
        Ok(seen.await?.into_iter().map(Opening::new).collect())
    }

    /// Open needs that no product of a producer who is here fits: by their first group, or by each province they are wanted
    /// from; for staff of the city.
    #[graphql(guard = "city_staff()", complexity = "limits::SEARCH_COST + 20 * child_complexity")]
    async fn unmet_demand(&self, ctx: &Context<'_>, by: Option<UnmetBy>) -> Result<Vec<UnmetDemand>> {
        unmet::demand(ctx.app(), by.unwrap_or(UnmetBy::Group)).await
    }

    /// How much each part of a score counts; for staff.
    #[graphql(guard = "staff()")]
    async fn match_weights(&self, ctx: &Context<'_>) -> Result<MatchWeights> {
        weights::read(&ctx.app().database).await.map(MatchWeights::from)
    }
}

/// What is decided about matching.
#[derive(Default)]
pub struct MatchMutations;

/// What is decided about matching.
#[Object]
impl MatchMutations {
    /// Sets how much each part of a score counts, each 0 to 100 and not all 0; for administrators.
    #[graphql(guard = "administrator()")]
    async fn set_match_weights(&self, ctx: &Context<'_>, weights: MatchWeightsInput) -> Result<MatchWeights> {
        let set = weights::set(ctx.app(), ctx.signed_in()?, weights.try_into()?).await?;
        Ok(set.into())
    }
}

fn connection<Id: Copy + serde::Serialize>(
    list: &str,
    found: Found<Id>,
    rows: usize,
    after: Option<&str>,
) -> Connection<String, Match, Total> {
    let Found { rows: pairs, total } = found;
    let page: Page<(Mark<Id>, Explained)> = Page::cut(list, pairs, rows, |(mark, _)| *mark);
    page.map(|(_, pair)| Fit::new(pair).into()).into_connection(after, Total::from(total))
}

/// Fails unless somebody may see what fits a need: people of its verified retailer, who see terms then, and its staff.
async fn require_need(ctx: &Context<'_>, id: NeedId) -> Result<()> {
    let somebody = ctx.signed_in()?;
    let (need, retailer) = needs::find(ctx.app().database.read(), id).await?;
    match needs::party(somebody, &retailer) {
        NeedParty::Retailer if retailer.verified_at.is_some() => Ok(()),
        NeedParty::Retailer => Err(Error::Forbidden),
        NeedParty::Staff if need.status != NeedStatus::Draft => Ok(()),
        NeedParty::Other if needs::may_read(ctx.viewer(), &need, &retailer) => Err(Error::Forbidden),
        NeedParty::Staff | NeedParty::Other => Err(Error::NotFound("need")),
    }
}

/// Fails unless a product is the viewer's own, or one that they look after as staff.
async fn require_product(ctx: &Context<'_>, id: ProductId) -> Result<()> {
    let somebody = ctx.signed_in()?;
    let rows = ctx.app().database.read();
    let product = product::Entity::find_by_id(id).one(rows).await?.ok_or(Error::NotFound("product"))?;
    let producer = organisations::require(rows, product.producer_id).await?;
    let is_theirs = somebody.role_in(producer.id).is_some() || somebody.is_staff_for(&producer);
    match (is_theirs, product.published_at) {
        (true, _) => Ok(()),
        (false, Some(_)) => Err(Error::Forbidden),
        (false, None) => Err(Error::NotFound("product")),
    }
}

/// Which open needs somebody may read beside a product. Officers of some units see those for everybody: the others may be of
/// retailers elsewhere, whose needs they read nowhere.
fn reader(viewer: &Viewer) -> impl Fn(&Wanted) -> bool + Send + Sync + 'static + use<> {
    let reads_all = viewer
        .signed_in()
        .is_ok_and(|somebody: &SignedIn| somebody.is_verified_producer() || somebody.looks_after_the_city());
    move |wanted| reads_all || wanted.visibility == NeedVisibility::Public
}

macro_rules! weights {
    ($($(#[$doc:meta])* $part:ident),+ $(,)?) => {
        /// How much each part of a score counts among the others.
        #[derive(SimpleObject)]
        pub struct MatchWeights { $($(#[$doc])* $part: i32,)+ }

        /// How much each part of a score shall count, 0 to 100.
        #[derive(InputObject)]
        pub struct MatchWeightsInput { $($(#[$doc])* $part: i32,)+ }

        impl From<Weights> for MatchWeights {
            fn from(weights: Weights) -> Self {
                Self { $($part: i32::from(weights.$part),)+ }
            }
        }

        impl TryFrom<MatchWeightsInput> for Weights {
            type Error = Error;

            fn try_from(input: MatchWeightsInput) -> Result<Self> {
                Ok(Self { $($part: u16::try_from(input.$part)
                    .map_err(|_| Error::bad_input(concat!("weights.", stringify!($part)), "must be 0 to 100"))?,)+ })
            }
        }
    };
}

weights! {
    /// Being what is looked for, by kind and words.
    relevance,
    /// Stars.
    stars,
    /// A low price.
    price,
    /// Enough to deliver.
    capacity,
    /// The wanted months.
    season,
    /// Being near.
    distance,
    /// Deliveries made as promised.
    kept_promises,
    /// Facts confirmed lately.
    freshness,
    /// Having few buyers here yet.
    newcomer,
}

/// How far a pair fits, for features that show it beside their own things. In a box, for else the compiler looks through all of
/// it again wherever an introduction is shown, which takes it minutes.
pub(crate) fn fit(app: &Arc<App>, need: NeedId, product: ProductId) -> BoxFuture<'_, Result<Option<Fit>>> {
    let pair = app.market.ask(app, move |market| market.pair(need, product, calendar::today()));
    async move { Ok(pair.await?.map(Fit::new)) }.boxed()
}
