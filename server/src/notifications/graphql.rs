//! Notifications in the API.

use async_graphql::{Context, ID, Object, connection::Connection};
use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set, Unchanged, sea_query::Expr};
use serde_json::json;
use shared::{MailChoice, NotificationId, limits};

use super::{reading, types::Notification};
use crate::{
    accounts::{SignedIn, types::ViewerAccount},
    app::App,
    changes::{Line, Write},
    entities::{account, notification},
    error::{Error, Result},
    graphql::{
        context::{Ask, parse_id, signed_in},
        page::{self, Page},
    },
    numbers::int,
};

/// Queries for notifications.
#[derive(Default)]
pub struct NotificationQueries;

/// Queries for notifications.
#[Object]
impl NotificationQueries {
    /// What the viewer was told of, the newest first.
    #[graphql(
        guard = "signed_in()",
        complexity = "20 + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity"
    )]
    async fn notifications(
        &self,
        ctx: &Context<'_>,
        unread_only: Option<bool>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, Notification, NotificationTotal>> {
        const LIST: &str = "notifications";
        let rows = page::rows(first)?;
        let after_id: Option<NotificationId> = page::key(LIST, after.as_deref())?;
        let unread_only = unread_only.unwrap_or_default();
        let account = ctx.signed_in()?.account_id;
        let found = reading::list(&ctx.app().database, account, unread_only, after_id, rows + 1).await?;
        let page = Page::cut(LIST, found, rows, |row| row.id);
        Ok(page.map(Notification).into_connection(after.as_deref(), NotificationTotal { unread_only }))
    }
}

/// What the list of notifications says beside its edges.
pub struct NotificationTotal {
    unread_only: bool,
}

/// What the list of notifications says beside its edges.
#[Object]
impl NotificationTotal {
    /// Notifications of the whole list.
    async fn total_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let account = ctx.signed_in()?.account_id;
        let count = reading::count(&ctx.app().database, account, self.unread_only).await?;
        Ok(int(count))
    }
}

/// What people do about what they are told.
#[derive(Default)]
pub struct NotificationMutations;

/// What people do about what they are told.
#[Object]
impl NotificationMutations {
    /// Notes that the viewer has seen some notifications, at most 100, or all.
    #[graphql(guard = "signed_in()")]
    async fn mark_notifications_read(
        &self,
        ctx: &Context<'_>,
        ids: Option<Vec<ID>>,
    ) -> Result<ViewerAccount> {
        if ids.as_ref().is_some_and(|ids| ids.len() > limits::PAGE_ROWS) {
            return Err(Error::bad_input("ids", format!("must be at most {}", limits::PAGE_ROWS)));
        }
        let parse = |ids: Vec<ID>| ids.iter().map(|id| parse_id(id, "notification")).collect::<Result<_>>();
        let ids = ids.map(parse).transpose()?;
        let somebody = ctx.signed_in()?;
        reading::mark_read(&ctx.app().database, somebody.account_id, ids).await?;
        Ok(somebody.into())
    }

    /// How the viewer wants to be told of introductions by mail.
    #[graphql(guard = "signed_in()")]
    async fn change_mail_choice(&self, ctx: &Context<'_>, choice: MailChoice) -> Result<ViewerAccount> {
        let somebody = ctx.signed_in()?;
        change(ctx.app(), somebody, choice).await?;
        Ok(somebody.into())
    }
}

/// Changes how somebody is told. The version of the account stays: who edits the name now is not disturbed by it.
async fn change(app: &App, somebody: &SignedIn, choice: MailChoice) -> Result<()> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let row = account::ActiveModel {
        id: Unchanged(somebody.account_id),
        mail_choice: Set(choice),
        updated_at: Set(Utc::now()),
        ..Default::default()
    };
    row.update(write.rows()).await?;
    if choice == MailChoice::Off {
        notification::Entity::update_many()
            .col_expr(notification::Column::DigestDueAt, Expr::value(None::<DateTime<Utc>>))
            .filter(notification::Column::AccountId.eq(somebody.account_id))
            .exec(write.rows())
            .await?;
    }
    let what = json!({ "mail_choice": choice });
    write.record(Line::of("account", somebody.account_id, "updated").with(None, Some(what)));
    write.commit().await.map(drop)
}
