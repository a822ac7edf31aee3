//! Deliveries in the API.

use async_graphql::{Context, ID, Object};
use shared::DeliveryCheckId;

use super::{
    answering, case::Case, inputs::DeliveryAnswerInput, link_type::DeliveryLink, types::DeliveryCheck,
};
use crate::{
    error::{Error, Result},
    graphql::context::{Ask, parse_id, signed_in},
};

/// Queries for deliveries.
#[derive(Default)]
pub struct DeliveryQueries;

/// Queries for deliveries.
#[Object]
impl DeliveryQueries {
    /// One check, for the two sides and the staff who look after them.
    #[graphql(guard = "signed_in()")]
    async fn delivery_check(&self, ctx: &Context<'_>, id: ID) -> Result<Option<DeliveryCheck>> {
        let id: DeliveryCheckId = parse_id(&id, "delivery check")?;
        let case = Case::find(ctx.app().database.read(), ctx.signed_in()?, id).await?;
        Ok(Some(case.into()))
    }

    /// What a link of a mail asks; null when it holds no more. It answers nothing: programs that look for bad mails open
    /// links, too.
    async fn delivery_link(&self, ctx: &Context<'_>, token: String) -> Result<Option<DeliveryLink>> {
        ctx.app().throttle.link(ctx.caller().address)?;
        DeliveryLink::of(ctx.app(), &token).await
    }
}

/// What the two sides say was delivered.
#[derive(Default)]
pub struct DeliveryMutations;

/// What the two sides say was delivered.
#[Object]
impl DeliveryMutations {
    /// Says for an own organisation what was delivered; it may be changed until both say the same or the check closes. Who
    /// belongs to both sides says by `asProducer` for which; unless said, for the one that has not answered.
    #[graphql(guard = "signed_in()")]
    async fn confirm_delivery(
        &self,
        ctx: &Context<'_>,
        check: ID,
        answer: DeliveryAnswerInput,
        as_producer: Option<bool>,
    ) -> Result<DeliveryCheck> {
        let id: DeliveryCheckId = parse_id(&check, "delivery check")?;
        let somebody = ctx.signed_in()?;
        answering::answer(ctx.app(), somebody, id, &answer, as_producer).await.map(DeliveryCheck::from)
    }

    /// The same by the link of a mail, without signing in.
    async fn confirm_delivery_by_link(
        &self,
        ctx: &Context<'_>,
        token: String,
        answer: DeliveryAnswerInput,
    ) -> Result<DeliveryLink> {
        answering::answer_by_link(ctx.app(), ctx.caller(), &token, &answer).await?;
        DeliveryLink::of(ctx.app(), &token).await?.ok_or(Error::NotFound("link"))
    }
}
