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
use shared::{
    AccountId, AgreementId, EventId, IntroductionId, NotificationKind, OrganisationId, ParticipantStatus,
    TradeParty,
};

use super::{
    About, OfEvent,
    mailing::{link, note_mailed},
    names::Names,
};
use crate::{
    agreements::stated,
    app::App,
    calendar,
    changes::{Line, Write},
    entities::{account, agreement, event, event_participant, introduction, membership, notification},
    error::Result,
    introductions::{as_of, links},
    mail::{self, news::digest},
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
            let Some(about) = known.about(row) else { continue };
            let Some(side) = known.side(account, &about) else { continue };
            // What is not asked any more was answered by somebody, of which another line tells.
            if row.kind.asks() && !about.is_waiting() {
                continue;
            }
            let link = link(&app.config, row.kind, &about, (account.id, side), &mut answers);
            all.push((known.names.words(row.kind, &about), link));
            let message = about.as_introduction().filter(|_| row.kind == NotificationKind::Message);
            mailed.extend(message.map(|conversation| (conversation, account.id)));
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
    agreements: HashMap<AgreementId, agreement::Model>,
    events: HashMap<EventId, event::Model>,
    registrations: Vec<event_participant::Model>,
    names: Names,
    memberships: HashSet<(AccountId, OrganisationId)>,
}

impl Known {
    async fn of(rows: &impl ConnectionTrait, unseen: &[notification::Model]) -> Result<Self> {
        let now = Utc::now();
        let ids: HashSet<IntroductionId> = unseen.iter().filter_map(|row| row.introduction_id).collect();
        let introductions = introduction::Entity::find().filter(introduction::Column::Id.is_in(ids));
        let introductions: HashMap<_, _> =
            introductions.all(rows).await?.into_iter().map(|row| (row.id, as_of(row, now))).collect();
        let ids: HashSet<AgreementId> = unseen.iter().filter_map(|row| row.agreement_id).collect();
        let agreements = agreement::Entity::find().filter(agreement::Column::Id.is_in(ids));
        let agreements: HashMap<_, _> = agreements
            .all(rows)
            .await?
            .into_iter()
            .map(|row| (row.id, stated::as_of(row, None, now)))
            .collect();
        let people: HashSet<AccountId> = unseen.iter().map(|row| row.account_id).collect();
        let accounts = account::Entity::find()
            .filter(account::Column::Id.is_in(people.iter().copied()))
            .filter(account::Column::DisabledAt.is_null())
            .order_by_asc(account::Column::Id);
        let memberships = membership::Entity::find();
        let memberships = memberships.filter(membership::Column::AccountId.is_in(people)).all(rows).await?;
        let ids: HashSet<EventId> = unseen.iter().filter_map(|row| row.event_id).collect();
        let registrations = event_participant::Entity::find()
            .filter(event_participant::Column::EventId.is_in(ids.iter().copied()))
            .filter(
                event_participant::Column::OrganisationId
                    .is_in(memberships.iter().map(|row| row.organisation_id)),
            )
            .all(rows)
            .await?;
        let events = event::Entity::find().filter(event::Column::Id.is_in(ids)).all(rows).await?;
        let events: HashMap<EventId, event::Model> = events.into_iter().map(|row| (row.id, row)).collect();
        let of_events = registrations.iter().filter_map(|participant| {
            Some(About::Event(OfEvent { event: events.get(&participant.event_id)?, participant }))
        });
        let about: Vec<About<'_>> = introductions
            .values()
            .map(About::Introduction)
            .chain(agreements.values().map(|row| About::agreement(row, &[])))
            .chain(of_events)
            .collect();
        Ok(Self {
            names: Names::of(rows, about.into_iter()).await?,
            accounts: accounts.all(rows).await?,
            introductions,
            agreements,
            events,
            registrations,
            memberships: memberships.into_iter().map(|row| (row.account_id, row.organisation_id)).collect(),
        })
    }

    fn about(&self, row: &notification::Model) -> Option<About<'_>> {
        if let Some(id) = row.event_id {
            let is_theirs = |one: &&event_participant::Model| {
                one.event_id == id && self.memberships.contains(&(row.account_id, one.organisation_id))
            };
            // Of several organisations of a person, the one that it fits.
            let own = || self.registrations.iter().filter(is_theirs);
            let participant = own().find(|one| suits(row.kind, one.status)).or_else(|| own().next())?;
            return Some(About::Event(OfEvent { event: self.events.get(&id)?, participant }));
        }
        if let Some(id) = row.introduction_id {
            return self.introductions.get(&id).map(About::Introduction);
        }
        Some(About::agreement(self.agreements.get(&row.agreement_id?)?, &[]))
    }

    /// For which side somebody is told, `Some(None)` for the staff who began it; nothing for those who have left.
    fn side(&self, account: &account::Model, about: &About<'_>) -> Option<Option<TradeParty>> {
        let own = about
            .sides()
            .map(|(side, id)| id.filter(|id| self.memberships.contains(&(account.id, *id))).map(|_| side));
        match own {
            // Of both the one that is asked.
            [Some(_), Some(producer)]
                if about.waits_for(producer) && !about.waits_for(TradeParty::Retailer) =>
            {
                Some(Some(producer))
            }
            [Some(retailer), _] => Some(Some(retailer)),
            [None, Some(producer)] => Some(Some(producer)),
            [None, None] => {
                let is_theirs = self.names.staff(about) == Some(account.id) && account.staff_role.is_some();
                is_theirs.then_some(None)
            }
        }
    }
}

/// Whether a registration stands where somebody was told it does.
fn suits(kind: NotificationKind, status: ParticipantStatus) -> bool {
    match kind {
        NotificationKind::EventQueued => status == ParticipantStatus::Waiting,
        NotificationKind::EventDeclined => status == ParticipantStatus::Declined,
        _ => status == ParticipantStatus::Approved,
    }
}
