//! What people are told of: something happens to an introduction, an agreement or at an event, and everybody of the side it concerns
//! finds it in their list and, as they wish, in a mail at once, in one mail a day, or in none. Rows and mails are written in the transaction
//! of what they tell of.

pub(crate) mod about;
pub mod digests;
pub mod graphql;
mod mailing;
mod names;
mod people;
pub(crate) mod reading;
pub mod types;

use chrono::Utc;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use shared::{MailChoice, NotificationId, NotificationKind};

pub(crate) use self::{
    about::{About, News, OfEvent},
    reading::{mark_agreement_seen, mark_seen},
};
use self::{
    digests::DIGEST_HOUR,
    mailing::Mailed,
    people::{People, Told},
};
use crate::{app::App, calendar, changes::Write, entities::notification, error::Result, webhooks};

/// Rows of one INSERT; nine values each, below the limit of both databases.
const ROWS_AT_ONCE: usize = 1_000;

/// Tells all of them whom they concern, with as many statements for one piece of news as for fifty.
pub(crate) async fn tell(app: &App, write: &Write, news: &[News<'_>]) -> Result<()> {
    webhooks::tell(write, news).await?;
    let people = People::of(write.rows(), news).await?;
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
        introduction_id: Set(one.news.about.as_introduction().map(|row| row.id)),
        agreement_id: Set(one.news.about.as_agreement().map(|row| row.id)),
        event_id: Set(one.news.about.as_event().map(|row| row.id)),
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
    let messages = || told.iter().filter_map(|one| Some((one.news.as_message()?.id, one.account.id)));
    if messages().next().is_none() {
        return Ok(());
    }
    notification::Entity::delete_many()
        .filter(notification::Column::Kind.eq(NotificationKind::Message))
        .filter(notification::Column::ReadAt.is_null())
        .filter(notification::Column::IntroductionId.is_in(messages().map(|(conversation, _)| conversation)))
        .filter(notification::Column::AccountId.is_in(messages().map(|(_, account)| account)))
        .exec(write.rows())
        .await?;
    Ok(())
}
