//! What the two sides say to each other once both have accepted. Messages are numbered, so that how far somebody has read
//! is one number. The log of changes says that something was written, never what.

use std::sync::Arc;

use async_graphql::ID;
use chrono::Utc;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set, sea_query::OnConflict};
use serde_json::json;
use shared::{IntroductionAction, IntroductionId, MessageId, NotificationKind, Problem, TradeParty, limits};

use super::{attachments, case::Case};
use crate::{
    accounts::SignedIn,
    app::App,
    changes::{Line, Write},
    entities::{conversation_reader, introduction, message},
    error::{Error, Result},
    forms::{self, Form},
    notifications::{self, About, News},
};

/// Says something: a text, files, or both.
pub(super) async fn send(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: IntroductionId,
    text: Option<&str>,
    files: &[ID],
) -> Result<message::Model> {
    let mut form = Form::default();
    let text = form.optional_text("text", text, limits::TEXT_CHARS);
    if text.is_none() && files.is_empty() {
        form.wrong("text", Problem::Missing);
    }
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let case = Case::lock(write.rows(), somebody, id).await?;
    let party = case.party(somebody);
    if case.row.status.after(IntroductionAction::Write, party, case.row.proposed_by).is_none() {
        return Err(forms::wrong("introduction", Problem::NotPossibleNow));
    }
    let files = attachments::own(&write, somebody, &mut form, files).await?;
    form.finish()?;
    let said = message::Model {
        id: MessageId::new(),
        introduction_id: id,
        number: case.row.messages + 1,
        author_id: somebody.account_id,
        party,
        text,
        created_at: Utc::now(),
    };
    message::Entity::insert(said.clone().into_active_model()).exec_without_returning(write.rows()).await?;
    attachments::attach(&write, said.id, &files).await?;
    let moved = introduction::Model { messages: said.number, moved_at: said.created_at, ..case.row };
    introduction::Entity::update(moved.clone().into_active_model().reset_all()).exec(write.rows()).await?;
    write.record(Line::of("introduction", id, "message"));
    let by = Some((somebody.account_id, party));
    let news = News { about: About::Introduction(&moved), kind: NotificationKind::Message, by };
    notifications::tell(app, &write, &[news]).await?;
    write.commit().await?;
    Ok(said)
}

/// Notes that somebody has read all that is there. What people read is no matter of the log of changes.
pub(super) async fn mark_read(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: IntroductionId,
) -> Result<introduction::Model> {
    use conversation_reader::Column;
    let rows = app.database.begin().await?;
    let case = Case::lock(&rows, somebody, id).await?;
    if case.party(somebody) == TradeParty::Staff {
        return Err(Error::Forbidden);
    }
    let reader = conversation_reader::ActiveModel {
        introduction_id: Set(id),
        account_id: Set(somebody.account_id),
        read_upto: Set(case.row.messages),
        mailed_upto: Set(0),
    };
    let again = OnConflict::columns([Column::IntroductionId, Column::AccountId])
        .update_column(Column::ReadUpto)
        .to_owned();
    conversation_reader::Entity::insert(reader).on_conflict(again).exec_without_returning(&rows).await?;
    notifications::mark_seen(&rows, somebody.account_id, id).await?;
    rows.commit().await?;
    Ok(case.row)
}

/// Lets staff read a conversation; that they did, and why, stands in the log before they see it.
pub(super) async fn open_to_staff(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: IntroductionId,
    reason: &str,
) -> Result<introduction::Model> {
    let mut form = Form::default();
    let reason = form.optional_text("reason", Some(reason), limits::TEXT_CHARS);
    if reason.is_none() {
        form.wrong("reason", Problem::Missing);
    }
    form.finish()?;
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let case = Case::find(write.rows(), somebody, id).await?;
    if !somebody.is_staff_for(&case.retailer) && !somebody.is_staff_for(&case.producer) {
        return Err(Error::Forbidden);
    }
    let why = json!({ "reason": reason });
    write.record(Line::of("introduction", id, "conversation_read").with(None, Some(why)));
    write.commit().await?;
    Ok(case.row)
}
