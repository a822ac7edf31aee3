//! Proposing that a retailer and a producer meet: either side does, or staff who look after one of them.

use std::sync::Arc;

use chrono::{Duration, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect,
    sea_query::{LockType, OnConflict},
};
use serde_json::json;
use shared::{
    AccountId, IntroductionHindrance, IntroductionId, IntroductionStatus, NeedId, NotificationKind,
    OrganisationId, Problem, ProductId, TradeParty, limits,
};

use super::{
    hindrances::{Facts, Proposal},
    inputs::NewIntroduction,
    lapsing,
};
use crate::{
    accounts::Viewer,
    app::App,
    changes::{Line, Write},
    entities::{introduction, need, organisation, product},
    error::{Error, Result},
    forms::{self, Form},
    needs,
    notifications::{self, About, News},
    organisations,
};

/// Proposes it.
pub(super) async fn introduce(
    app: &Arc<App>,
    viewer: &Viewer,
    input: NewIntroduction,
) -> Result<introduction::Model> {
    let somebody = viewer.signed_in()?;
    let mut form = Form::default();
    let (note, days) = words(&mut form, "input.", input.note.as_deref(), input.answer_days);
    // One that has lapsed must not stand in the way of the next.
    lapsing::write_all_down(app).await?;
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let pair = Pair::find(write.rows(), viewer, &input, &mut form).await?;
    let proposal = pair.proposal();
    let party = proposal.party(somebody);
    let Some(status) = IntroductionStatus::proposed_by(party) else { return Err(Error::Forbidden) };
    pair.lock_proposer(write.rows(), party).await?;
    let facts = Facts::gather(write.rows(), somebody, vec![proposal]).await?;
    for hindrance in facts.hindrances(somebody, &proposal) {
        let (field, problem) = problem(hindrance);
        form.wrong(field, problem);
    }
    form.finish()?;
    let row = fresh(&proposal, (party, somebody.account_id, status), note, days);
    add(&write, &row).await?;
    write.record(Line::of("introduction", row.id, "proposed").with(None, Some(logged(&row))));
    let news = News {
        about: About::Introduction(&row),
        kind: NotificationKind::Proposed,
        by: Some((somebody.account_id, party)),
    };
    notifications::tell(app, &write, &[news]).await?;
    write.commit().await?;
    Ok(row)
}

/// The words that go with a proposal, and how many days there are to answer it.
pub(super) fn words(
    form: &mut Form,
    within: &str,
    note: Option<&str>,
    days: Option<i32>,
) -> (Option<String>, i32) {
    let note = form.optional_text(&format!("{within}note"), note, limits::NOTE_CHARS);
    let days = days.unwrap_or(limits::ANSWER_DAYS);
    if !(1..=limits::ANSWER_DAYS_MAX).contains(&days) {
        form.wrong(format!("{within}answerDays"), Problem::OutOfRange);
    }
    (note, days)
}

/// What begins when somebody proposes it.
pub(super) fn fresh(
    proposal: &Proposal<'_>,
    (proposed_by, proposer_id, status): (TradeParty, AccountId, IntroductionStatus),
    note: Option<String>,
    days: i32,
) -> introduction::Model {
    let now = Utc::now();
    introduction::Model {
        id: IntroductionId::new(),
        need_id: proposal.need.map(|need| need.id),
        product_id: proposal.product.id,
        retailer_id: proposal.retailer.id,
        producer_id: proposal.producer.id,
        need_name: proposal.need.map(|need| need.name.clone()),
        product_name: proposal.product.name.clone(),
        proposed_by,
        proposer_id,
        status,
        note,
        answer_by: now + Duration::days(days.into()),
        retailer_answered_at: None,
        producer_answered_at: None,
        declined_by: None,
        declined_because: None,
        settled_at: None,
        moved_at: now,
        messages: 0,
        created_at: now,
    }
}

/// Writes the row, unless somebody else has proposed the same pair meanwhile.
async fn add(write: &Write, row: &introduction::Model) -> Result<()> {
    let insert = introduction::Entity::insert(row.clone().into_active_model())
        .on_conflict(OnConflict::new().do_nothing().to_owned());
    if insert.exec_without_returning(write.rows()).await? == 0 {
        let (field, problem) = problem(IntroductionHindrance::Running);
        return Err(forms::wrong(field, problem));
    }
    Ok(())
}

/// What the log keeps; the words that go with it may be personal.
pub(super) fn logged(row: &introduction::Model) -> sea_orm::JsonValue {
    json!({
        "need": row.need_id,
        "product": row.product_id,
        "retailer": row.retailer_id,
        "producer": row.producer_id,
        "proposed_by": row.proposed_by,
        "status": row.status,
        "answer_by": row.answer_by,
    })
}

/// What is told of a hindrance, and by which field.
fn problem(hindrance: IntroductionHindrance) -> (&'static str, Problem) {
    match hindrance {
        IntroductionHindrance::NotASide => ("input.product", Problem::NotOffered),
        IntroductionHindrance::NotVerified => ("input.product", Problem::NotVerified),
        IntroductionHindrance::NobodyThere => ("input.product", Problem::NobodyThere),
        IntroductionHindrance::NotOpen => ("input.need", Problem::NotPossibleNow),
        IntroductionHindrance::NotPublished => ("input.product", Problem::NotPossibleNow),
        IntroductionHindrance::Running => ("input.product", Problem::Taken),
        IntroductionHindrance::Resting => ("input.product", Problem::Resting),
        IntroductionHindrance::TooMany => ("input.product", Problem::TooMany),
    }
}

/// What is proposed, as the database has it.
struct Pair {
    need: Option<need::Model>,
    product: product::Model,
    retailer: organisation::Model,
    producer: organisation::Model,
}

impl Pair {
    /// Finds what somebody names, as far as they may know of it.
    async fn find(
        connection: &impl ConnectionTrait,
        viewer: &Viewer,
        input: &NewIntroduction,
        form: &mut Form,
    ) -> Result<Self> {
        let somebody = viewer.signed_in()?;
        let id: ProductId = input.product.parse().map_err(|_| Error::NotFound("product"))?;
        let product = product::Entity::find_by_id(id).one(connection).await?;
        let product = product.ok_or(Error::NotFound("product"))?;
        if product.published_at.is_none() && somebody.role_in(product.producer_id).is_none() {
            return Err(Error::NotFound("product"));
        }
        let producer = organisations::require(connection, product.producer_id).await?;
        let named = input.retailer.as_ref().map(|id| id.parse::<OrganisationId>());
        let named = named.transpose().map_err(|_| Error::NotFound("retailer"))?;
        let Some(need) = &input.need else {
            let named = named.ok_or_else(|| forms::wrong("input.retailer", Problem::Missing))?;
            let retailer = organisation::Entity::find_by_id(named).one(connection).await?;
            let is_known = |row: &organisation::Model| {
                let is_own = somebody.role_in(row.id).is_some() || somebody.is_staff_for(row);
                row.is_retailer && (row.listed_at.is_some() || is_own)
            };
            let retailer = retailer.filter(is_known).ok_or(Error::NotFound("retailer"))?;
            return Ok(Self { need: None, product, retailer, producer });
        };
        let need: NeedId = need.parse().map_err(|_| Error::NotFound("need"))?;
        let (need, retailer) = needs::find(connection, need).await?;
        if !needs::may_read(viewer, &need, &retailer) {
            return Err(Error::NotFound("need"));
        }
        if named.is_some_and(|named| named != retailer.id) {
            form.wrong("input.retailer", Problem::NotOffered);
        }
        Ok(Self { need: Some(need), product, retailer, producer })
    }

    fn proposal(&self) -> Proposal<'_> {
        Proposal {
            need: self.need.as_ref(),
            product: &self.product,
            retailer: &self.retailer,
            producer: &self.producer,
        }
    }

    /// Two proposals of one organisation are counted one after the other.
    async fn lock_proposer(&self, connection: &impl ConnectionTrait, by: TradeParty) -> Result<()> {
        let own = match by {
            TradeParty::Retailer => self.retailer.id,
            TradeParty::Producer => self.producer.id,
            TradeParty::Staff | TradeParty::Other => return Ok(()),
        };
        let row = organisation::Entity::find().select_only().column(organisation::Column::Id);
        let row = row.filter(organisation::Column::Id.eq(own)).lock(LockType::NoKeyUpdate);
        row.into_tuple::<OrganisationId>().one(connection).await?;
        Ok(())
    }
}
