//! Mails that tell of something at once. Whoever is told of many things by one change gets one mail that lists them, such
//! as a producer whom a round introduces to ten retailers. Of the messages of a conversation one mail tells each person,
//! until they have read it.

use std::collections::HashSet;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set, sea_query::OnConflict};
use shared::{AccountId, IntroductionId, NotificationKind, TradeParty};

use super::{
    About, ROWS_AT_ONCE,
    people::{People, Told},
};
use crate::{
    app::App,
    changes::Write,
    config::Config,
    entities::{answer_link, conversation_reader, introduction},
    error::Result,
    introductions::links,
    mail::{
        self,
        news::{Link, at_once},
    },
};

/// Who was told of a conversation by a mail and has not read it since.
pub(super) struct Mailed(HashSet<(IntroductionId, AccountId)>);

impl Mailed {
    pub(super) async fn read(rows: &impl ConnectionTrait, told: &[Told<'_>]) -> Result<Self> {
        use conversation_reader::Column;
        let messages = || told.iter().filter_map(|one| Some((one.news.as_message()?.id, one.account.id)));
        if messages().next().is_none() {
            return Ok(Self(HashSet::new()));
        }
        let readers = conversation_reader::Entity::find()
            .filter(Column::IntroductionId.is_in(messages().map(|(conversation, _)| conversation)))
            .filter(Column::AccountId.is_in(messages().map(|(_, account)| account)))
            .all(rows)
            .await?;
        let behind = readers.into_iter().filter(|reader| reader.mailed_upto > reader.read_upto);
        Ok(Self(behind.map(|reader| (reader.introduction_id, reader.account_id)).collect()))
    }

    /// Whether somebody is to be told by a mail, now or later.
    pub(super) fn is_due(&self, one: &Told<'_>) -> bool {
        let message = one.news.as_message();
        message.is_none_or(|conversation| !self.0.contains(&(conversation.id, one.account.id)))
    }
}

/// Writes the mails, one for each person.
pub(super) async fn send<'a>(
    app: &App,
    write: &Write,
    people: &People,
    told: impl Iterator<Item = &'a Told<'a>>,
) -> Result<()> {
    let (mut letters, mut answers, mut mailed) = (Vec::new(), Vec::new(), Vec::new());
    let mut told: Vec<&Told<'_>> = told.collect();
    told.sort_by_key(|one| one.account.id);
    for of_one in told.chunk_by(|one, next| one.account.id == next.account.id) {
        let mut all = Vec::with_capacity(of_one.len());
        for Told { news, account, side } in of_one {
            let link = link(&app.config, news.kind, &news.about, (account.id, *side), &mut answers);
            all.push((people.names().words(news.kind, &news.about), link));
            mailed.extend(news.as_message().map(|conversation| (conversation, account.id)));
        }
        letters.extend(of_one.first().map(|one| (one.account.email.clone(), at_once(&all))));
    }
    mail::post_all(write, letters).await?;
    links::keep(write, answers).await?;
    note_mailed(write, mailed).await
}

/// Where a mail leads: whoever is asked answers there, all others look at it. New links to answer by are put aside, to be
/// written with the mails.
pub(super) fn link(
    config: &Config,
    kind: NotificationKind,
    about: &About<'_>,
    (account, side): (AccountId, Option<TradeParty>),
    answers: &mut Vec<answer_link::ActiveModel>,
) -> Link {
    match about {
        About::Introduction(row) => match side.filter(|side| kind.asks() && row.status.waits_for(*side)) {
            Some(side) => {
                let (made, address) = links::make(config, row, account, side);
                answers.push(made);
                Link::Answers(address, row.answer_by)
            }
            None => Link::Shows(links::address(config, row.id)),
        },
        About::Event(of) => Link::Shows(config.address_of(&format!("/su-kien/{}", of.event.id))),
        About::Agreement(of) => {
            let own = of.leads_to.zip(side).and_then(|(leads_to, side)| leads_to(account, side));
            own.unwrap_or_else(|| Link::Shows(config.address_of(&format!("/thoa-thuan/{}", of.agreement.id))))
        }
    }
}

/// Notes up to which message a mail has told people.
pub(super) async fn note_mailed(write: &Write, mailed: Vec<(&introduction::Model, AccountId)>) -> Result<()> {
    use conversation_reader::Column;
    let again = OnConflict::columns([Column::IntroductionId, Column::AccountId])
        .update_column(Column::MailedUpto)
        .to_owned();
    for some in mailed.chunks(ROWS_AT_ONCE) {
        let rows = some.iter().map(|(introduction, account)| conversation_reader::ActiveModel {
            introduction_id: Set(introduction.id),
            account_id: Set(*account),
            read_upto: Set(0),
            mailed_upto: Set(introduction.messages),
        });
        conversation_reader::Entity::insert_many(rows)
            .on_conflict(again.clone())
            .exec_without_returning(write.rows())
            .await?;
    }
    Ok(())
}
