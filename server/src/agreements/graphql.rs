//! Agreements in the API.

use async_graphql::{Context, ID, InputObject, Object, connection::Connection};
use shared::{AgreementFollows, AgreementId, AgreementKind, AgreementStatus, IntroductionId, limits};

use super::{
    case::Case,
    drafting, editing,
    ending::{self, Ending},
    following,
    inputs::{AgreementTermsInput, NewAgreement},
    listing::{Key, Wanted},
    numbering::{self, AgreementNumberKindInput, AgreementNumbering, Numbering},
    sending,
    signing::{self, Paper},
    stated::Stated,
    types::Agreement,
};
use crate::{
    admin_units::graphql::within_limit,
    error::{Error, Result},
    graphql::{
        context::{Ask, city_staff, parse_id, signed_in, staff},
        date::Date,
        page::{self, Page},
    },
};

/// Which agreements.
#[derive(InputObject, Default)]
pub struct AgreementFilter {
    /// In which this organisation is a side.
    organisation: Option<ID>,
    /// Any of these; all unless said.
    statuses: Option<Vec<AgreementStatus>>,
    /// Any of these; all unless said.
    kinds: Option<Vec<AgreementKind>>,
    /// That this introduction has led to.
    introduction: Option<ID>,
    /// Agreed at this event.
    event: Option<ID>,
    /// With this product among the goods.
    product: Option<ID>,
    /// Signed in any of these years.
    years: Option<Vec<i32>>,
    /// Only those in which a confirmation or an answer about a delivery is waited for from the viewer's organisations.
    waits_for_me: Option<bool>,
    /// Words of the number, of product names and of the names of sides; accents may be left out.
    search: Option<String>,
}

impl AgreementFilter {
    fn wanted(self) -> Result<Wanted> {
        within_limit("filter.search", self.search.as_deref().unwrap_or_default())?;
        if self.years.as_ref().is_some_and(|years| years.len() > limits::FILTER_VALUES) {
            return Err(Error::bad_input(
                "filter.years",
                format!("must be at most {}", limits::FILTER_VALUES),
            ));
        }
        Ok(Wanted {
            organisation: self.organisation.map(|id| parse_id(&id, "organisation")).transpose()?,
            introduction: self.introduction.map(|id| parse_id(&id, "introduction")).transpose()?,
            event: self.event.map(|id| parse_id(&id, "event")).transpose()?,
            product: self.product.map(|id| parse_id(&id, "product")).transpose()?,
            statuses: self.statuses.unwrap_or_default(),
            kinds: self.kinds.unwrap_or_default(),
            years: self.years.unwrap_or_default(),
            waits_for_reader: self.waits_for_me.unwrap_or_default(),
            search: self.search.filter(|text| !text.trim().is_empty()),
        })
    }
}

/// Queries for agreements.
#[derive(Default)]
pub struct AgreementQueries;

/// Queries for agreements.
#[Object]
impl AgreementQueries {
    /// Agreements of the viewer's organisations, or that staff look after, the latest word first.
    #[graphql(
        guard = "signed_in()",
        complexity = "20 + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity"
    )]
    async fn agreements(
        &self,
        ctx: &Context<'_>,
        filter: Option<AgreementFilter>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, Agreement, AgreementTotal>> {
        const LIST: &str = "agreements";
        let rows = page::rows(first)?;
        let place: Option<Key> = page::key(LIST, after.as_deref())?;
        let wanted = filter.unwrap_or_default().wanted()?;
        let found = wanted.list(&ctx.app().database, ctx.signed_in()?, place, rows + 1).await?;
        let page = Page::cut(LIST, found, rows, |stated| (stated.row.moved_at, stated.row.id));
        Ok(page.map(Agreement::from).into_connection(after.as_deref(), AgreementTotal(wanted)))
    }

    /// One agreement.
    #[graphql(guard = "signed_in()")]
    async fn agreement(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Agreement>> {
        let id: AgreementId = parse_id(&id, "agreement")?;
        let case = Case::find(ctx.app().database.read(), ctx.signed_in()?, id).await?;
        Ok(Some(Agreement::from(Stated { row: case.row, version: case.version })))
    }

    /// How numbers of agreements are made.
    #[graphql(guard = "staff()")]
    async fn agreement_numbering(&self, ctx: &Context<'_>) -> Result<AgreementNumbering> {
        Numbering::read(ctx.app().database.read()).await.map(AgreementNumbering::from)
    }
}

/// What the list of agreements says beside its edges.
pub struct AgreementTotal(Wanted);

/// What the list of agreements says beside its edges.
#[Object]
impl AgreementTotal {
    /// Agreements of the whole list.
    async fn total_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let count = self.0.count(&ctx.app().database, ctx.signed_in()?).await?;
        Ok(i32::try_from(count).unwrap_or(i32::MAX))
    }
}

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
