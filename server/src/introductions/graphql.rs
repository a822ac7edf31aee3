//! Introductions in the API.

use async_graphql::{Context, ID, InputObject, Object, connection::Connection};
use shared::{IntroductionId, IntroductionStatus};

use super::{
    answering::{self, Reply},
    case::Case,
    conversation,
    inputs::NewIntroduction,
    link_type::AnswerLink,
    listing::{Key, Wanted},
    message_type::{Message, Messages, messages},
    proposing,
    types::Introduction,
    withdrawing,
};
use crate::{
    error::{Error, Result},
    graphql::{
        context::{Ask, parse_id, signed_in, staff},
        page::{self, Page},
    },
    numbers::int,
};

/// Which introductions.
#[derive(InputObject, Default)]
pub struct IntroductionFilter {
    /// In which this organisation is a side.
    organisation: Option<ID>,
    /// About this need.
    need: Option<ID>,
    /// About this product.
    product: Option<ID>,
    /// Any of these; all unless said.
    statuses: Option<Vec<IntroductionStatus>>,
    /// Only those that wait for an answer of the viewer's organisations, or have messages the viewer has not read.
    waits_for_me: Option<bool>,
}

impl IntroductionFilter {
    fn wanted(self) -> Result<Wanted> {
        Ok(Wanted {
            organisation: self.organisation.map(|id| parse_id(&id, "organisation")).transpose()?,
            need: self.need.map(|id| parse_id(&id, "need")).transpose()?,
            product: self.product.map(|id| parse_id(&id, "product")).transpose()?,
            statuses: self.statuses.unwrap_or_default(),
            waits_for_reader: self.waits_for_me.unwrap_or_default(),
        })
    }
}

/// Queries for introductions.
#[derive(Default)]
pub struct IntroductionQueries;

/// Queries for introductions.
#[Object]
impl IntroductionQueries {
    /// Introductions of the viewer's organisations, or that staff look after, the latest word first.
    #[graphql(
        guard = "signed_in()",
        complexity = "20 + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity"
    )]
    async fn introductions(
        &self,
        ctx: &Context<'_>,
        filter: Option<IntroductionFilter>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, Introduction, IntroductionTotal>> {
        const LIST: &str = "introductions";
        let rows = page::rows(first)?;
        let place: Option<Key> = page::key(LIST, after.as_deref())?;
        let wanted = filter.unwrap_or_default().wanted()?;
        let found = wanted.list(&ctx.app().database, ctx.signed_in()?, place, rows + 1).await?;
        let page = Page::cut(LIST, found, rows, |row| (row.moved_at, row.id));
        Ok(page.map(Introduction::from).into_connection(after.as_deref(), IntroductionTotal(wanted)))
    }

    /// One introduction.
    #[graphql(guard = "signed_in()")]
    async fn introduction(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Introduction>> {
        let id: IntroductionId = parse_id(&id, "introduction")?;
        let case = Case::find(ctx.app().database.read(), ctx.signed_in()?, id).await?;
        Ok(Some(case.row.into()))
    }

    /// What a link of a mail asks; null when it holds no more. It answers nothing: programs that look for bad mails open
    /// links, too.
    async fn answer_link(&self, ctx: &Context<'_>, token: String) -> Result<Option<AnswerLink>> {
        ctx.app().throttle.link(ctx.caller().address)?;
        AnswerLink::of(ctx.app(), &token).await
    }
}

/// What the list of introductions says beside its edges.
pub struct IntroductionTotal(Wanted);

/// What the list of introductions says beside its edges.
#[Object]
impl IntroductionTotal {
    /// Introductions of the whole list.
    async fn total_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let count = self.0.count(&ctx.app().database, ctx.signed_in()?).await?;
        Ok(int(count))
    }
}

/// What retailers, producers and staff do about introductions.
#[derive(Default)]
pub struct IntroductionMutations;

/// What retailers, producers and staff do about introductions.
#[Object]
impl IntroductionMutations {
    /// Proposes that a retailer and a producer meet about a product: by either side or by staff.
    #[graphql(guard = "signed_in()")]
    async fn introduce(&self, ctx: &Context<'_>, input: NewIntroduction) -> Result<Introduction> {
        proposing::introduce(ctx.app(), ctx.viewer(), input).await.map(Introduction::from)
    }

    /// Accepts or declines what was proposed to an own organisation; declining says why. Who belongs to both sides says by
    /// `asProducer` for which; unless said, for the one whose answer is waited for.
    #[graphql(guard = "signed_in()")]
    async fn answer_introduction(
        &self,
        ctx: &Context<'_>,
        id: ID,
        accept: bool,
        reason: Option<String>,
        as_producer: Option<bool>,
    ) -> Result<Introduction> {
        let id: IntroductionId = parse_id(&id, "introduction")?;
        let reply = Reply::read(accept, reason.as_deref())?;
        let somebody = ctx.signed_in()?;
        answering::answer(ctx.app(), somebody, id, reply, as_producer).await.map(Introduction::from)
    }

    /// Takes back what was proposed and not answered yet.
    #[graphql(guard = "signed_in()")]
    async fn withdraw_introduction(&self, ctx: &Context<'_>, id: ID) -> Result<Introduction> {
        let id: IntroductionId = parse_id(&id, "introduction")?;
        withdrawing::withdraw(ctx.app(), ctx.signed_in()?, id).await.map(Introduction::from)
    }

    /// Says something in a conversation: a text of at most 4,000 characters, at most 5 own uploads, or both.
    #[graphql(guard = "signed_in()")]
    async fn send_message(
        &self,
        ctx: &Context<'_>,
        introduction: ID,
        text: Option<String>,
        attachments: Option<Vec<ID>>,
    ) -> Result<Message> {
        let id: IntroductionId = parse_id(&introduction, "introduction")?;
        let files = attachments.unwrap_or_default();
        conversation::send(ctx.app(), ctx.signed_in()?, id, text.as_deref(), &files).await.map(Message)
    }

    /// Reads a conversation as staff; that it was read, by whom and why, stands in the history of the introduction.
    #[graphql(
        guard = "staff()",
        complexity = "20 + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity"
    )]
    async fn read_conversation(
        &self,
        ctx: &Context<'_>,
        introduction: ID,
        reason: String,
        first: Option<i32>,
        after: Option<String>,
    ) -> async_graphql::Result<Messages> {
        let id: IntroductionId = parse_id(&introduction, "introduction")?;
        let row = conversation::open_to_staff(ctx.app(), ctx.signed_in()?, id, &reason).await?;
        messages(ctx, &row, first, after).await
    }

    /// Notes that the viewer has read a conversation up to now, and seen what they were told of the introduction.
    #[graphql(guard = "signed_in()")]
    async fn mark_read(&self, ctx: &Context<'_>, introduction: ID) -> Result<Introduction> {
        let id: IntroductionId = parse_id(&introduction, "introduction")?;
        conversation::mark_read(ctx.app(), ctx.signed_in()?, id).await.map(Introduction::from)
    }

    /// Answers by the link of a mail, without signing in; once.
    async fn answer_by_link(
        &self,
        ctx: &Context<'_>,
        token: String,
        accept: bool,
        reason: Option<String>,
    ) -> Result<AnswerLink> {
        let reply = Reply::read(accept, reason.as_deref())?;
        answering::answer_by_link(ctx.app(), ctx.caller(), &token, reply).await?;
        AnswerLink::of(ctx.app(), &token).await?.ok_or(Error::NotFound("link"))
    }
}
