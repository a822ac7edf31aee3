//! What people are told of: something happens to an introduction, and everybody of the side it concerns finds it in their
//! list and, as they wish, in a mail at once, in one mail a day, or in none. Rows and mails are written in the transaction
//! of what they tell of.

pub mod digests;
pub mod graphql;
mod mailing;
mod people;
pub(crate) mod reading;
pub mod types;

use chrono::Utc;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use shared::{AccountId, MailChoice, NotificationId, NotificationKind, TradeParty};

pub(crate) use self::reading::mark_seen;
use self::{
    digests::DIGEST_HOUR,
    mailing::Mailed,
    people::{People, Told},
};
use crate::{
    app::App,
    calendar,
    changes::Write,
    entities::{introduction, notification},
    error::Result,
    webhooks,
};

/// Rows of one INSERT; nine values each, below the limit of both databases.
const ROWS_AT_ONCE: usize = 1_000;

/// Something that has happened.
#[derive(Clone, Copy)]
pub(crate) struct News<'a> {
    /// To what, as it is now.
    pub(crate) introduction: &'a introduction::Model,
    pub(crate) kind: NotificationKind,
    /// Who did it, for whom; they know already. Nobody where time did.
    pub(crate) by: Option<(AccountId, TradeParty)>,
}

impl News<'_> {
    /// Whether the people of a side are told.
    fn concerns(&self, side: TradeParty) -> bool {
        match self.kind {
            NotificationKind::Proposed | NotificationKind::HalfAccepted => {
                self.introduction.status.waits_for(side)
            }
            NotificationKind::Message => self.by.is_none_or(|(_, by)| by != side),
            NotificationKind::Accepted
            | NotificationKind::Declined
            | NotificationKind::Withdrawn
            | NotificationKind::Lapsed => true,
        }
    }

    /// Whether the staff who proposed it are told: of all that becomes of it, but not of what is said.
    fn concerns_staff(&self) -> bool {
        let becomes = !matches!(self.kind, NotificationKind::Proposed | NotificationKind::Message);
        becomes && self.introduction.proposed_by == TradeParty::Staff
    }
}

/// Tells all of them whom they concern, with as many statements for one piece of news as for fifty.
pub(crate) async fn tell(app: &App, write: &Write, news: &[News<'_>]) -> Result<()> {
    webhooks::tell(write, news).await?;
    let people = People::of(write.rows(), news.iter().map(|one| one.introduction)).await?;
    let told: Vec<Told<'_>> = news.iter().flat_map(|one| people.told(one)).collect();
    if told.is_empty() {
        return Ok(());
    }
    let mailed = Mailed::read(write.rows(), &told).await?;
    forget_earlier_messages(write, &told).await?;
    let now = Utc::now();
    let digest = calendar::next_hour(now, DIGEST_HOUR);
    let row = |one: &Told<'_>| notification::ActiveModel {
        id: Set(NotificationId::new()),
        account_id: Set(one.account.id),
        introduction_id: Set(Some(one.news.introduction.id)),
        agreement_id: Set(None),
        event_id: Set(None),
        kind: Set(one.news.kind),
        created_at: Set(now),
        read_at: Set(None),
        digest_due_at: Set(
            (mailed.is_due(one) && one.account.mail_choice == MailChoice::Daily).then_some(digest)
        ),
    };
    for some in told.chunks(ROWS_AT_ONCE) {
        let rows = some.iter().map(row);
        notification::Entity::insert_many(rows).exec_without_returning(write.rows()).await?;
    }
    let at_once = |one: &&Told<'_>| mailed.is_due(one) && one.account.mail_choice == MailChoice::AtOnce;
    mailing::send(app, write, &people, told.iter().filter(at_once)).await
}

/// Of the messages of a conversation that somebody has not seen, only the latest stands in their list.
async fn forget_earlier_messages(write: &Write, told: &[Told<'_>]) -> Result<()> {
    let messages = || told.iter().filter(|one| one.news.kind == NotificationKind::Message);
    if messages().next().is_none() {
        return Ok(());
    }
    notification::Entity::delete_many()
        .filter(notification::Column::Kind.eq(NotificationKind::Message))
        .filter(notification::Column::ReadAt.is_null())
        .filter(notification::Column::IntroductionId.is_in(messages().map(|one| one.news.introduction.id)))
        .filter(notification::Column::AccountId.is_in(messages().map(|one| one.account.id)))
        .exec(write.rows())
        .await?;
    Ok(())
}
