//! One mail a day with all that somebody was told and has not seen, for those who wish it so. It is due at seven in the
//! morning in Vietnam, before people begin to work.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
    time::Duration,
};

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};
use shared::{AccountId, IntroductionId, NotificationKind, OrganisationId, TradeParty};

use super::{
    mailing::{happening, link, note_mailed},
    people::Names,
};
use crate::{
    app::App,
    calendar,
    changes::{Line, Write},
    entities::{account, introduction, membership, notification},
    error::Result,
    introductions::{as_of, links},
    mail::{self, introductions::digest},
};

/// When it is sent, on the clocks of Vietnam.
pub(super) const DIGEST_HOUR: u32 = 7;
/// How often it is looked whether one is due.
const LOOK_EVERY: Duration = Duration::from_secs(60);
/// People who are written to at once.
const AT_ONCE: u64 = 50;

/// Looks for as long as the program runs.
pub async fn keep_sending(app: Arc<App>) {
    let mut clock = tokio::time::interval(LOOK_EVERY);
    loop {
        clock.tick().await;
        if let Err(error) = send_due(&app, Utc::now()).await {
            tracing::error!(%error, "the mails of the day could not be written; trying again");
        }
    }
}

/// Writes the mails that are due at an instant; how many.
pub async fn send_due(app: &App, now: DateTime<Utc>) -> Result<usize> {
    let mut written = 0;
    loop {
        let people: Vec<AccountId> = notification::Entity::find()
            .select_only()
            .column(notification::Column::AccountId)
            .distinct()
            .filter(notification::Column::DigestDueAt.lte(now))
            .order_by_asc(notification::Column::AccountId)
            .limit(AT_ONCE)
            .into_tuple()
            .all(app.database.read())
            .await?;
        if people.is_empty() {
            return Ok(written);
        }
        written += write_to(app, people, now).await?;
    }
}

/// Writes to some people. Another node that does so at the same time waits for this one, and then finds that nothing of
/// theirs is due any more.
async fn write_to(app: &App, people: Vec<AccountId>, now: DateTime<Utc>) -> Result<usize> {
    use notification::{Column, Entity};
    let mut write = Write::begin(&app.database, "digests").await?;
    let rows = write.rows();
    let are_due = || Column::AccountId.is_in(people.iter().copied()).and(Column::DigestDueAt.lte(now));
    let due = Entity::find().filter(are_due()).order_by_asc(Column::Id).lock_exclusive().all(rows).await?;
    Entity::update_many()
        .col_expr(Column::DigestDueAt, Expr::value(None::<DateTime<Utc>>))
        .filter(are_due())
        .exec(rows)
        .await?;
    let unseen: Vec<notification::Model> = due.into_iter().filter(|row| row.read_at.is_none()).collect();
    let known = Known::of(rows, &unseen).await?;
    let (mut letters, mut answers, mut mailed) = (Vec::new(), Vec::new(), Vec::new());
    for account in &known.accounts {
        let mut all = Vec::new();
        for row in unseen.iter().filter(|row| row.account_id == account.id) {
            let about = row.introduction_id.and_then(|id| known.introductions.get(&id));
            let Some(introduction) = about else { continue };
            let Some(side) = known.side(account, introduction) else { continue };
            // What is not asked any more was answered by somebody, of which another line tells.
            let asks = matches!(row.kind, NotificationKind::Proposed | NotificationKind::HalfAccepted);
            if asks && !introduction.status.is_waiting() {
                continue;
            }
            let what = happening(row.kind, introduction, &known.names);
            let link = link(&app.config, &what, account.id, side, &mut answers);
            all.push((what, link));
            if row.kind == NotificationKind::Message {
                mailed.push((introduction, account.id));
            }
        }
        if !all.is_empty() {
            letters.push((account.email.clone(), digest(&all)));
        }
    }
    let written = letters.len();
    mail::post_all(&write, letters).await?;
    links::keep(&write, answers).await?;
    note_mailed(&write, mailed).await?;
    write.record(Line::of("digest", calendar::today(), "sent"));
    write.commit().await?;
    Ok(written)
}

/// What some notifications speak of.
struct Known {
    accounts: Vec<account::Model>,
    introductions: HashMap<IntroductionId, introduction::Model>,
    names: Names,
    memberships: HashSet<(AccountId, OrganisationId)>,
}

impl Known {
    async fn of(rows: &impl ConnectionTrait, unseen: &[notification::Model]) -> Result<Self> {
        let ids: HashSet<IntroductionId> = unseen.iter().filter_map(|row| row.introduction_id).collect();
        let introductions = introduction::Entity::find().filter(introduction::Column::Id.is_in(ids));
        let (introductions, now) = (introductions.all(rows).await?, Utc::now());
        let people: HashSet<AccountId> = unseen.iter().map(|row| row.account_id).collect();
        let accounts = account::Entity::find()
            .filter(account::Column::Id.is_in(people.iter().copied()))
            .filter(account::Column::DisabledAt.is_null())
            .order_by_asc(account::Column::Id);
        let memberships = membership::Entity::find();
        let memberships = memberships.filter(membership::Column::AccountId.is_in(people)).all(rows).await?;
        Ok(Self {
            names: Names::of(rows, introductions.iter()).await?,
            accounts: accounts.all(rows).await?,
            introductions: introductions.into_iter().map(|row| (row.id, as_of(row, now))).collect(),
            memberships: memberships.into_iter().map(|row| (row.account_id, row.organisation_id)).collect(),
        })
    }

    /// For which side somebody is told, `Some(None)` for the staff who proposed it; nothing for those who have left.
    fn side(
        &self,
        account: &account::Model,
        introduction: &introduction::Model,
    ) -> Option<Option<TradeParty>> {
        let is_of = |side| self.memberships.contains(&(account.id, side));
        let (of_retailer, of_producer) = (is_of(introduction.retailer_id), is_of(introduction.producer_id));
        let is_asked = |side| introduction.status.waits_for(side);
        if of_producer && (!of_retailer || !is_asked(TradeParty::Retailer)) {
            return Some(Some(TradeParty::Producer));
        }
        if of_retailer {
            return Some(Some(TradeParty::Retailer));
        }
        let has_proposed = introduction.proposed_by == TradeParty::Staff
            && introduction.proposer_id == account.id
            && account.staff_role.is_some();
        has_proposed.then_some(None)
    }
}
