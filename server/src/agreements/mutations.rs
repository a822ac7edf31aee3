//! What is done about agreements, in the API.

use async_graphql::{Context, ID, Object};
use shared::{AgreementFollows, AgreementId, IntroductionId};

use super::{
    drafting, editing,
    ending::{self, Ending},
    following,
    inputs::{AgreementTermsInput, NewAgreement},
    numbering::{self, AgreementNumberKindInput, AgreementNumbering},
    sending,
    signing::{self, Paper},
    types::Agreement,
};
use crate::{
    error::Result,
    graphql::{
        context::{Ask, city_staff, parse_id, signed_in, staff},
        date::Date,
    },
};

/// What retailers, producers and staff do about agreements. Who belongs to both sides says by `asProducer` for which they
/// act; unless said, for the first that can.
#[derive(Default)]
pub struct AgreementMutations;

/// What retailers, producers and staff do about agreements. Who belongs to both sides says by `asProducer` for which they
/// act; unless said, for the first that can.
#[Object]
impl AgreementMutations {
    /// Drafts an agreement from an introduction that both sides accepted, filled with what they have said already. Who
    /// asks again gets the one that they have begun.
    #[graphql(guard = "signed_in()")]
    async fn draft_agreement(
        &self,
        ctx: &Context<'_>,
        introduction: ID,
        as_producer: Option<bool>,
    ) -> Result<Agreement> {
        let id: IntroductionId = parse_id(&introduction, "introduction")?;
        let somebody = ctx.signed_in()?;
        Box::pin(drafting::from_introduction(ctx.app(), somebody, id, as_producer)).await.map(Agreement::from)
    }

    /// Begins an agreement that no introduction led to: as staff, or for a verified side that knows the other.
    #[graphql(guard = "signed_in()")]
    async fn create_agreement(
        &self,
        ctx: &Context<'_>,
        input: NewAgreement,
        as_producer: Option<bool>,
    ) -> Result<Agreement> {
        let somebody = ctx.signed_in()?;
        Box::pin(drafting::create(ctx.app(), somebody, input, as_producer)).await.map(Agreement::from)
    }

    /// Changes a draft.
    #[graphql(guard = "signed_in()")]
    async fn update_agreement(
        &self,
        ctx: &Context<'_>,
        id: ID,
        row_version: i32,
        terms: AgreementTermsInput,
    ) -> Result<Agreement> {
        let id: AgreementId = parse_id(&id, "agreement")?;
        let somebody = ctx.signed_in()?;
        Box::pin(editing::update(ctx.app(), somebody, id, row_version, terms)).await.map(Agreement::from)
    }

    /// Sends a draft to be confirmed within some days, 30 unless said and 90 at most; a side that sends it stands by it.
    #[graphql(guard = "signed_in()")]
    async fn propose_agreement(
        &self,
        ctx: &Context<'_>,
        id: ID,
        row_version: i32,
        note: Option<String>,
        answer_days: Option<i32>,
    ) -> Result<Agreement> {
        let id: AgreementId = parse_id(&id, "agreement")?;
        let somebody = ctx.signed_in()?;
        let sent = sending::propose(ctx.app(), somebody, id, row_version, note.as_deref(), answer_days);
        Box::pin(sent).await.map(Agreement::from)
    }

    /// Sends the next version instead of the latest one.
    #[graphql(guard = "signed_in()")]
    async fn counter_agreement(
        &self,
        ctx: &Context<'_>,
        id: ID,
        row_version: i32,
        terms: AgreementTermsInput,
        note: Option<String>,
        as_producer: Option<bool>,
    ) -> Result<Agreement> {
        let id: AgreementId = parse_id(&id, "agreement")?;
        let somebody = ctx.signed_in()?;
        let sent =
            sending::counter(ctx.app(), somebody, (id, row_version), terms, note.as_deref(), as_producer);
        Box::pin(sent).await.map(Agreement::from)
    }

    /// Confirms the latest version for an own organisation; `version` is the number of the one that was read.
    #[graphql(guard = "signed_in()")]
    async fn sign_agreement(
        &self,
        ctx: &Context<'_>,
        id: ID,
        version: i32,
        as_producer: Option<bool>,
    ) -> Result<Agreement> {
        let id: AgreementId = parse_id(&id, "agreement")?;
        let somebody = ctx.signed_in()?;
        Box::pin(signing::sign(ctx.app(), somebody, id, version, as_producer)).await.map(Agreement::from)
    }

    /// Does not agree to the latest version, for an own organisation that is asked, and says why.
    #[graphql(guard = "signed_in()")]
    async fn decline_agreement(
        &self,
        ctx: &Context<'_>,
        id: ID,
        reason: String,
        as_producer: Option<bool>,
    ) -> Result<Agreement> {
        let id: AgreementId = parse_id(&id, "agreement")?;
        let (somebody, ending) = (ctx.signed_in()?, Ending::decline(&reason)?);
        Box::pin(ending::end(ctx.app(), somebody, id, ending, as_producer)).await.map(Agreement::from)
    }

    /// Takes back a draft, or what was sent and not confirmed yet.
    #[graphql(guard = "signed_in()")]
    async fn withdraw_agreement(&self, ctx: &Context<'_>, id: ID) -> Result<Agreement> {
        let id: AgreementId = parse_id(&id, "agreement")?;
        let somebody = ctx.signed_in()?;
        Box::pin(ending::end(ctx.app(), somebody, id, Ending::Withdraw, None)).await.map(Agreement::from)
    }

    /// Records what both sides have signed on paper, on a day that is not to come; `scan` is an own upload. Without a
    /// number of its own one is allotted.
    #[graphql(guard = "staff()")]
    async fn record_paper_signing(
        &self,
        ctx: &Context<'_>,
        id: ID,
        row_version: i32,
        signed_on: Date,
        number: Option<String>,
        scan: ID,
    ) -> Result<Agreement> {
        let id: AgreementId = parse_id(&id, "agreement")?;
        let somebody = ctx.signed_in()?;
        let paper = Paper { signed_on, number: number.as_deref(), scan: &scan };
        let recorded = signing::record_paper(ctx.app(), somebody, (id, row_version), paper);
        Box::pin(recorded).await.map(Agreement::from)
    }

    /// Ends a signed agreement before its term is over, and says why.
    #[graphql(guard = "signed_in()")]
    async fn terminate_agreement(
        &self,
        ctx: &Context<'_>,
        id: ID,
        reason: String,
        as_producer: Option<bool>,
    ) -> Result<Agreement> {
        let id: AgreementId = parse_id(&id, "agreement")?;
        let (somebody, ending) = (ctx.signed_in()?, Ending::terminate(&reason)?);
        Box::pin(ending::end(ctx.app(), somebody, id, ending, as_producer)).await.map(Agreement::from)
    }

    /// Drafts another agreement for the twelve months after this one. Who asks again gets the draft that they have begun.
    #[graphql(guard = "signed_in()")]
    async fn renew_agreement(
        &self,
        ctx: &Context<'_>,
        id: ID,
        as_producer: Option<bool>,
    ) -> Result<Agreement> {
        follow(ctx, &id, AgreementFollows::Renewal, as_producer).await
    }

    /// Drafts another agreement instead of this one, which holds until both have confirmed the other.
    #[graphql(guard = "signed_in()")]
    async fn amend_agreement(
        &self,
        ctx: &Context<'_>,
        id: ID,
        as_producer: Option<bool>,
    ) -> Result<Agreement> {
        follow(ctx, &id, AgreementFollows::Amendment, as_producer).await
    }

    /// Sets how numbers of agreements are made from now on. The pattern names `{number}`, `{year}` and `{kind}` once each;
    /// kinds that are left out keep their signs.
    #[graphql(guard = "city_staff()")]
    async fn set_agreement_numbering(
        &self,
        ctx: &Context<'_>,
        pattern: String,
        kinds: Vec<AgreementNumberKindInput>,
    ) -> Result<AgreementNumbering> {
        let somebody = ctx.signed_in()?;
        Box::pin(numbering::set(ctx.app(), somebody, &pattern, kinds)).await.map(AgreementNumbering::from)
    }
}

async fn follow(
    ctx: &Context<'_>,
    id: &ID,
    how: AgreementFollows,
    as_producer: Option<bool>,
) -> Result<Agreement> {
    let id: AgreementId = parse_id(id, "agreement")?;
    let somebody = ctx.signed_in()?;
    Box::pin(following::follow(ctx.app(), somebody, id, how, as_producer)).await.map(Agreement::from)
}
