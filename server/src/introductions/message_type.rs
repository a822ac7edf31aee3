//! What the API shows of conversations.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, connection::Connection};
use chrono::{DateTime, Utc};
use shared::TradeParty;

use super::loaders::{AttachmentsOf, MessagesOf};
use crate::{
    catalogue::parts::PaperFile,
    entities::{introduction, message},
    graphql::{
        context::Ask,
        page::{self, Page, Total},
    },
    numbers::int,
};

/// A page of a conversation.
pub(super) type Messages = Connection<String, Message, Total>;

/// The messages of a conversation, the latest first. Whether the viewer may read them was decided before.
pub(super) async fn messages(
    ctx: &Context<'_>,
    row: &introduction::Model,
    first: Option<i32>,
    after: Option<String>,
) -> async_graphql::Result<Messages> {
    const LIST: &str = "messages";
    let rows = int(page::rows(first)?);
    let number: Option<i32> = page::key(LIST, after.as_deref())?;
    let below = number.unwrap_or(i32::MAX).min(row.messages.saturating_add(1));
    let from = below.saturating_sub(rows).max(1);
    let found = if from < below {
        ctx.load(MessagesOf { introduction: row.id, from, below }).await?.unwrap_or_default()
    } else {
        Vec::new()
    };
    let of = |message: message::Model| (page::cursor(LIST, &message.number), Message(message));
    let page = Page { rows: found.into_iter().map(of).collect(), has_next: from > 1 };
    Ok(page.into_connection(after.as_deref(), Total { total_count: row.messages }))
}

/// Something said in a conversation.
pub struct Message(pub(super) message::Model);

/// Something said in a conversation.
#[Object]
impl Message {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.into()
    }
    /// Who said it: the name of the person.
    async fn author(&self, ctx: &Context<'_>) -> async_graphql::Result<String> {
        let account: Option<Arc<_>> = ctx.load(self.0.author_id).await?;
        Ok(account
            .map(|account: Arc<crate::entities::account::Model>| account.name.clone())
            .unwrap_or_default())
    }
    /// For which side.
    async fn party(&self) -> TradeParty {
        self.0.party
    }
    /// Whether the viewer said it.
    async fn is_own(&self, ctx: &Context<'_>) -> bool {
        ctx.signed_in().is_ok_and(|somebody| somebody.account_id == self.0.author_id)
    }
    /// What was said; null when only files were sent.
    async fn text(&self) -> Option<&str> {
        self.0.text.as_deref()
    }
    /// Files that were sent with it; people of the two sides may open them.
    #[graphql(complexity = "5 * child_complexity")]
    async fn attachments(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<PaperFile>> {
        let files = ctx.load(AttachmentsOf(self.0.id)).await?.unwrap_or_default();
        Ok(files.into_iter().map(PaperFile::from).collect())
    }
    /// When.
    async fn at(&self) -> DateTime<Utc> {
        self.0.created_at
    }
}
