//! Searches without an answer in the API.

use async_graphql::{Context, Object, SimpleObject};
use shared::Era;
use unicode_normalization::UnicodeNormalization;

use super::counting::{self, Looked, Missed};
use crate::{
    admin_units::graphql::{AdminUnit, search_text},
    calendar,
    error::Result,
    graphql::{
        context::{Ask, city_staff},
        date::Date,
        page,
    },
    labels::Labels,
    numbers::int,
    products::{groups::ProductGroup, inputs::ProductFilter, listing},
};

/// Words that were looked for and found nothing.
#[derive(SimpleObject)]
pub struct UnansweredSearch {
    /// The words, in one of their spellings.
    text: String,
    /// The group that was filtered by.
    group: Option<ProductGroup>,
    /// The province of today that was filtered by.
    province: Option<AdminUnit>,
    /// How often within a year.
    times: i32,
    /// The last day.
    last_on: Date,
}

impl UnansweredSearch {
    fn new(missed: Missed, labels: &Labels) -> Self {
        let Missed { looked, times, last_on } = missed;
        Self {
            text: looked.typed,
            group: labels.group(&looked.group).map(ProductGroup::from),
            province: labels.province(Era::Current, &looked.province).cloned().map(AdminUnit),
            times: int(times),
            last_on: Date(last_on),
        }
    }
}

/// Queries for what is looked for in vain.
#[derive(Default)]
pub struct UnansweredQueries;

/// Queries for what is looked for in vain.
#[Object]
impl UnansweredQueries {
    /// What people looked for within a year and did not find, the most often first, of words that came three times or more;
    /// for staff of the city.
    #[graphql(
        guard = "city_staff()",
        complexity = "20 + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity"
    )]
    async fn unanswered_searches(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
    ) -> Result<Vec<UnansweredSearch>> {
        let (rows, labels) = (page::rows(first)?, ctx.app().labels());
        let missed = counting::most_missed(&ctx.app().database, calendar::today(), rows).await?;
        Ok(missed.into_iter().map(|missed| UnansweredSearch::new(missed, &labels)).collect())
    }
}

/// What is noted of searches.
#[derive(Default)]
pub struct UnansweredMutations;

/// What is noted of searches.
#[Object]
impl UnansweredMutations {
    /// Notes that a search for products found nothing, so that staff learn what is missing: its words with the group and
    /// the province it was filtered by, and nothing of who searched. False when it is not noted: something is found after
    /// all, or the words are no name of goods.
    #[graphql(complexity = "shared::limits::SEARCH_COST")]
    async fn note_unanswered_search(
        &self,
        ctx: &Context<'_>,
        search: String,
        filter: Option<ProductFilter>,
    ) -> Result<bool> {
        let app = ctx.app();
        app.throttle.note(ctx.caller().address)?;
        let words = search_text(&search)?.split_whitespace().collect::<Vec<_>>().join(" ");
        if !counting::may_be_kept(&words) {
            return Ok(false);
        }
        let filter = filter.unwrap_or_default();
        let first = |codes: &Option<Vec<String>>| codes.iter().flatten().next().cloned().unwrap_or_default();
        let (group, province) = (first(&filter.groups), first(&filter.provinces));
        // Nothing is taken on trust, and a code that is none is refused here, too.
        if listing::finds(app, &words, filter)? {
            return Ok(false);
        }
        let looked = Looked { typed: words.nfc().collect(), group, province };
        counting::count(&app.database, &looked, calendar::today()).await?;
        Ok(true)
    }
}
