//! What the API shows of agreements, to those who may know of them.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use shared::{
    AgreementAction, AgreementFollows, AgreementKind, AgreementStatus, Dong, OrganisationId, TradeParty,
};

use super::{
    case::{is_staff_for, knows, needs_both, parties},
    loaders::{FollowedBy, LinesOf, VersionsOf},
    stated::Stated,
    version_type::{AgreementVersion, promised_by},
};
use crate::{
    catalogue::parts::PaperFile,
    deliveries::{loaders::FollowedOf, types::DeliveryCheck},
    entities::{agreement_line, agreement_version, organisation},
    error::Error,
    events::types::Event,
    graphql::{context::Ask, date::Date},
    introductions::types::Introduction,
    producers::graphql::Producer,
    retailers::Retailer,
};

/// An agreement of two sides.
pub struct Agreement(Arc<Stated>);

/// For whoever may know of it.
impl From<Arc<Stated>> for Agreement {
    fn from(stated: Arc<Stated>) -> Self {
        Self(stated)
    }
}

/// For whoever may know of it.
impl From<Stated> for Agreement {
    fn from(stated: Stated) -> Self {
        Self(Arc::new(stated))
    }
}

impl Agreement {
    /// What it says, and where it stands.
    pub(crate) fn stated(&self) -> &Arc<Stated> {
        &self.0
    }
}

async fn organisation(
    ctx: &Context<'_>,
    id: Option<OrganisationId>,
) -> async_graphql::Result<Option<Arc<organisation::Model>>> {
    let Some(id) = id else { return Ok(None) };
    Ok(Some(ctx.load(id).await?.ok_or(Error::NotFound("organisation"))?))
}

/// As what the viewer can act in an agreement, sides first.
async fn parties_of(ctx: &Context<'_>, stated: &Stated) -> async_graphql::Result<Vec<TradeParty>> {
    let Ok(somebody) = ctx.signed_in() else { return Ok(Vec::new()) };
    let is_staff = if somebody.staff.is_some() {
        let retailer = organisation(ctx, stated.row.retailer_id).await?;
        let producer = organisation(ctx, stated.row.producer_id).await?;
        is_staff_for(somebody, [retailer.as_deref(), producer.as_deref()])
    } else {
        false
    };
    Ok(parties(somebody, &stated.row, is_staff))
}

/// Those of some agreements that the viewer may know of.
pub(crate) async fn known_of(
    ctx: &Context<'_>,
    some: Vec<Arc<Stated>>,
) -> async_graphql::Result<Vec<Agreement>> {
    let known = futures::future::try_join_all(some.into_iter().map(|stated| known(ctx, stated)));
    Ok(known.await?.into_iter().flatten().collect())
}

async fn known(ctx: &Context<'_>, stated: Arc<Stated>) -> async_graphql::Result<Option<Agreement>> {
    let own = parties_of(ctx, &stated).await?;
    let is_known = knows(&own, stated.is_private(), stated.version.written_by);
    Ok(is_known.then_some(Agreement(stated)))
}

/// The lines of a version.
pub(super) async fn lines_of(
    ctx: &Context<'_>,
    version: &agreement_version::Model,
) -> async_graphql::Result<Vec<Arc<agreement_line::Model>>> {
    let mut lines = ctx.load(LinesOf(version.agreement_id)).await?.unwrap_or_default();
    lines.retain(|line| line.version_number == version.number);
    Ok(lines)
}

/// An agreement, for its two sides and the staff who look after them. One that was never sent is known only to those who
/// write it.
#[Object]
impl Agreement {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.row.id.into()
    }
    /// What kind of agreement.
    async fn kind(&self) -> AgreementKind {
        self.0.row.kind
    }
    /// Where it stands.
    async fn status(&self) -> AgreementStatus {
        self.0.row.status
    }
    /// As it stands on the document; null before it is signed.
    async fn number(&self) -> Option<&str> {
        self.0.row.number.as_deref()
    }
    /// Who buys; null where that side is a department.
    async fn retailer(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Retailer>> {
        Ok(organisation(ctx, self.0.row.retailer_id).await?.map(Retailer))
    }
    /// Who delivers; null where that side is a department.
    async fn producer(&self) -> Option<Producer> {
        self.0.row.producer_id.map(|id| Producer::named(id, None))
    }
    /// Name of the buying side as it stands in the latest version.
    async fn retailer_name(&self) -> &str {
        &self.0.version.retailer.name
    }
    /// Name of the delivering side as it stands in the latest version.
    async fn producer_name(&self) -> &str {
        &self.0.version.producer.name
    }
    /// The introduction that led to it.
    async fn introduction(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Introduction>> {
        let Some(id) = self.0.row.introduction_id else { return Ok(None) };
        Ok(ctx.load(id).await?.map(Introduction::from))
    }
    /// The event it was agreed at.
    async fn event(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Event>> {
        let Some(id) = self.0.row.event_id else { return Ok(None) };
        Ok(Event::seen(ctx, id).await?)
    }
    /// The agreement of the same sides that it goes on from or stands instead of.
    async fn follows(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Agreement>> {
        let Some(id) = self.0.row.follows_id else { return Ok(None) };
        let earlier = ctx.load(id).await?;
        Ok(known_of(ctx, earlier.into_iter().collect()).await?.pop())
    }
    /// How it follows that one.
    async fn follows_as(&self) -> Option<AgreementFollows> {
        self.0.row.follows_as
    }
    /// Renewals and amendments of it that the viewer may know of, the oldest first.
    #[graphql(complexity = "5 * child_complexity")]
    async fn followed_by(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Agreement>> {
        let later = ctx.load(FollowedBy(self.0.row.id)).await?;
        known_of(ctx, later.unwrap_or_default()).await
    }
    /// The latest version; once signed, the signed one.
    async fn version(&self) -> AgreementVersion {
        AgreementVersion::new(self.0.clone(), self.0.version.clone())
    }
    /// All of them, the oldest first.
    #[graphql(complexity = "5 * child_complexity")]
    async fn versions(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<AgreementVersion>> {
        let versions = ctx.load(VersionsOf(self.0.row.id)).await?.unwrap_or_default();
        Ok(versions.into_iter().map(|version| AgreementVersion::new(self.0.clone(), version)).collect())
    }
    /// Products of the latest version, each once, for a line in a list.
    async fn product_names(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<String>> {
        let mut names: Vec<String> = Vec::new();
        for line in lines_of(ctx, &self.0.version).await? {
            if !names.contains(&line.product_name) {
                names.push(line.product_name.clone());
            }
        }
        Ok(names)
    }
    /// What all lines with a price promise over the term together, in whole đồng; null when there are none, or no term.
    async fn promised_value(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Dong>> {
        let version = &self.0.version;
        let lines = lines_of(ctx, version).await?;
        let values = lines.iter().filter_map(|line| promised_by(version, line)?.1);
        let sum = values
            .map(Dong::amount)
            .try_fold(None::<i64>, |sum, value| sum.unwrap_or_default().checked_add(value).map(Some));
        Ok(sum.flatten().and_then(|sum| Dong::new(sum).ok()))
    }
    /// What both sides confirm was delivered of the lines with a price, in whole đồng; null when none has one.
    async fn confirmed_value(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Dong>> {
        let followed = ctx.load(FollowedOf(self.0.row.id)).await?;
        Ok(followed.and_then(|followed| followed.confirmed_value()))
    }
    /// What the viewer is to it; for people of both sides the one whose confirmation is waited for.
    async fn viewer_party(&self, ctx: &Context<'_>) -> async_graphql::Result<TradeParty> {
        let own = parties_of(ctx, &self.0).await?;
        let (status, written_by) = (self.0.row.status, self.0.version.written_by);
        let writes = Some(written_by).filter(|party| self.0.is_private() && own.contains(party));
        let is_asked = own.iter().find(|party| status.waits_for(**party));
        Ok(writes.or(is_asked.copied()).or(own.first().copied()).unwrap_or(TradeParty::Other))
    }
    /// What the viewer can do now.
    async fn actions(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<AgreementAction>> {
        let own = parties_of(ctx, &self.0).await?;
        let (status, written_by) = (self.0.row.status, self.0.version.written_by);
        let is_for_both = self.0.row.retailer_id.is_some() && self.0.row.producer_id.is_some();
        let can = |action: &AgreementAction| {
            let is_possible = own.iter().any(|party| status.after(*action, *party, written_by).is_some());
            is_possible && (is_for_both || !needs_both(*action))
        };
        Ok(AgreementAction::ALL.iter().copied().filter(can).collect())
    }
    /// When it was first sent to be confirmed.
    async fn proposed_at(&self) -> Option<DateTime<Utc>> {
        self.0.row.proposed_at
    }
    /// Until when a confirmation is waited for.
    async fn answer_by(&self) -> Option<DateTime<Utc>> {
        self.0.row.answer_by
    }
    /// When both had confirmed it, or the paper was recorded.
    async fn signed_at(&self) -> Option<DateTime<Utc>> {
        self.0.row.signed_at
    }
    /// The day on the paper, or in Vietnam when both had confirmed.
    async fn signed_on(&self) -> Option<Date> {
        self.0.row.signed_on.map(Date)
    }
    /// Whether it was signed on paper and staff recorded that.
    async fn is_paper(&self) -> bool {
        self.0.row.is_paper
    }
    /// The scan of the paper.
    async fn scan(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<PaperFile>> {
        let Some(id) = self.0.row.scan_id else { return Ok(None) };
        Ok(ctx.load(id).await?.map(PaperFile::from))
    }
    /// When it was declined, withdrawn, ended or replaced, or its time was over.
    async fn settled_at(&self) -> Option<DateTime<Utc>> {
        self.0.row.settled_at
    }
    /// Who declined, withdrew or ended it; null where time did.
    async fn settled_by(&self) -> Option<TradeParty> {
        self.0.row.settled_by
    }
    /// Why.
    async fn settled_because(&self) -> Option<&str> {
        self.0.row.settled_because.as_deref()
    }
    /// When something was last done about it.
    async fn moved_at(&self) -> DateTime<Utc> {
        self.0.row.moved_at
    }
    /// Of the row; a change says which it was made from.
    async fn row_version(&self) -> i32 {
        self.0.row.version
    }
    /// When both sides are asked what was delivered, the earliest first; empty before it is signed.
    #[graphql(complexity = "4 * child_complexity")]
    async fn checks(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<DeliveryCheck>> {
        let followed = ctx.load(FollowedOf(self.0.row.id)).await?;
        Ok(followed.map(|followed| DeliveryCheck::all(&followed)).unwrap_or_default())
    }
}
