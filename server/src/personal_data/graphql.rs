//! Personal data in the API.

use async_graphql::{Context, ID, Json, Object, connection::Connection};
use chrono::{DateTime, Utc};
use shared::{DataRequestId, DataRequestKind, DataRequestStatus};

use super::{copying, requests};
use crate::{
    calendar,
    changes::{Line, Write},
    entities::data_request,
    error::Result,
    graphql::{
        context::{Ask, city_staff, parse_id, signed_in},
        date::Date,
        page::{self, Page},
    },
    numbers::int,
    organisations::types::Contact,
};

/// What somebody asked about their personal data.
pub struct DataRequest(data_request::Model);

/// What somebody asked about their personal data.
#[Object]
impl DataRequest {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.into()
    }
    /// What is asked for.
    async fn kind(&self) -> DataRequestKind {
        self.0.kind
    }
    /// How far it has come.
    async fn status(&self) -> DataRequestStatus {
        self.0.status
    }
    /// Who asks, and how to reach them.
    async fn asked_by(&self, ctx: &Context<'_>) -> async_graphql::Result<Contact> {
        let account = ctx.load(self.0.account_id).await?;
        Ok(account.map_or_else(Contact::default, |account| Contact::of_person(&account)))
    }
    /// In their words.
    async fn message(&self) -> Option<&str> {
        self.0.message.as_deref()
    }
    /// When.
    async fn asked_at(&self) -> DateTime<Utc> {
        self.0.asked_at
    }
    /// The last day for an answer: two working days later.
    async fn due_on(&self) -> Date {
        Date(self.0.due_on)
    }
    /// Whether that day has passed without an answer.
    async fn is_late(&self) -> bool {
        self.0.status == DataRequestStatus::Waiting && self.0.due_on < calendar::today()
    }
    /// When it was answered or taken back.
    async fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.0.decided_at
    }
    /// What was answered.
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }
}

/// Queries for personal data.
#[derive(Default)]
pub struct PersonalDataQueries;

/// Queries for personal data.
#[Object]
impl PersonalDataQueries {
    /// What the viewer has asked about their data, the latest first.
    #[graphql(guard = "signed_in()", complexity = "10 * child_complexity")]
    async fn my_data_requests(&self, ctx: &Context<'_>) -> Result<Vec<DataRequest>> {
        let asked = requests::of(&ctx.app().database, ctx.signed_in()?.account_id).await?;
        Ok(asked.into_iter().map(DataRequest).collect())
    }

    /// What people have asked about their data, the one that is due first at the top; `WAITING` unless said. For staff of
    /// the city.
    #[graphql(
        guard = "city_staff()",
        complexity = "20 + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity"
    )]
    async fn data_requests(
        &self,
        ctx: &Context<'_>,
        status: Option<DataRequestStatus>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, DataRequest, DataRequestTotal>> {
        const LIST: &str = "dataRequests";
        let rows = page::rows(first)?;
        let status = status.unwrap_or(DataRequestStatus::Waiting);
        let after_id: Option<DataRequestId> = page::key(LIST, after.as_deref())?;
        let found = requests::list(&ctx.app().database, status, after_id, rows + 1).await?;
        let page = Page::cut(LIST, found, rows, |row| row.id);
        Ok(page.map(DataRequest).into_connection(after.as_deref(), DataRequestTotal(status)))
    }
}

/// What the list says beside its edges.
pub struct DataRequestTotal(DataRequestStatus);

/// What the list says beside its edges.
#[Object]
impl DataRequestTotal {
    /// Requests of the whole list.
    async fn total_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let count = requests::count(&ctx.app().database, self.0).await?;
        Ok(int(count))
    }
}

/// What is done about personal data.
#[derive(Default)]
pub struct PersonalDataMutations;

/// What is done about personal data.
#[Object]
impl PersonalDataMutations {
    /// A copy of all that is kept about the viewer, as JSON. That it was made is on record.
    #[graphql(guard = "signed_in()", complexity = 500)]
    async fn copy_my_data(&self, ctx: &Context<'_>) -> Result<Json<serde_json::Value>> {
        let (app, somebody) = (ctx.app(), ctx.signed_in()?);
        let copy = copying::copy(&app.database, somebody.account_id).await?;
        let mut write = Write::begin(&app.database, somebody.actor()).await?;
        write.record(Line::of("account", somebody.account_id, "data_copied"));
        write.commit().await?;
        Ok(Json(copy))
    }

    /// Asks for the own data to be deleted, or corrected where one can't do it oneself. Answered within two working days.
    #[graphql(guard = "signed_in()")]
    async fn request_about_data(
        &self,
        ctx: &Context<'_>,
        kind: DataRequestKind,
        message: Option<String>,
    ) -> Result<DataRequest> {
        requests::ask(ctx.app(), ctx.signed_in()?, kind, message.as_deref()).await.map(DataRequest)
    }

    /// Takes back an own request that waits.
    #[graphql(guard = "signed_in()")]
    async fn withdraw_data_request(&self, ctx: &Context<'_>, id: ID) -> Result<DataRequest> {
        let id: DataRequestId = parse_id(&id, "request")?;
        requests::withdraw(ctx.app(), ctx.signed_in()?, id).await.map(DataRequest)
    }

    /// Answers a request that waits: it is done, or the note says why not. A deletion that is done deletes at once. For
    /// staff of the city, and not by the person themselves.
    #[graphql(guard = "city_staff()")]
    async fn answer_data_request(
        &self,
        ctx: &Context<'_>,
        id: ID,
        done: bool,
        note: Option<String>,
    ) -> Result<DataRequest> {
        let id: DataRequestId = parse_id(&id, "request")?;
        requests::answer(ctx.app(), ctx.signed_in()?, id, done, note.as_deref()).await.map(DataRequest)
    }
}
