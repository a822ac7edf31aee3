//! What keeps somebody from proposing that two sides meet: asked for many pairs at once where they are listed, and for the
//! one that is proposed.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Duration, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect, QueryTrait,
};
use shared::{
    IntroductionHindrance, IntroductionStatus, NeedId, NeedStatus, OrganisationId, ProductId, TradeParty,
    limits,
};

use super::standing::{is_any_of, is_running, waiting};
use crate::{
    accounts::{SignedIn, Viewer},
    calendar,
    entities::{account, introduction, membership, need, organisation, product},
    error::Result,
};

/// What a pair is known by: with a need it is the need that counts, else the retailer.
type Key = (Option<NeedId>, OrganisationId, ProductId);

/// Two sides, and what they would meet about.
#[derive(Clone, Copy)]
pub(super) struct Proposal<'a> {
    pub(super) need: Option<&'a need::Model>,
    pub(super) product: &'a product::Model,
    pub(super) retailer: &'a organisation::Model,
    pub(super) producer: &'a organisation::Model,
}

impl Proposal<'_> {
    /// As what somebody would propose it.
    pub(super) fn party(&self, somebody: &SignedIn) -> TradeParty {
        if somebody.role_in(self.retailer.id).is_some() {
            TradeParty::Retailer
        } else if somebody.role_in(self.producer.id).is_some() {
            TradeParty::Producer
        } else if somebody.is_staff_for(self.retailer) || somebody.is_staff_for(self.producer) {
            TradeParty::Staff
        } else {
            TradeParty::Other
        }
    }

    fn key(&self) -> Key {
        (self.need.map(|need| need.id), self.retailer.id, self.product.id)
    }
}

/// What keeps a viewer from proposing each of some pairs of a need and a product, with as many statements for one pair as
/// for a hundred. A pair that is not there is left out.
pub async fn of_pairs(
    connection: &impl ConnectionTrait,
    viewer: &Viewer,
    pairs: &[(NeedId, ProductId)],
) -> Result<HashMap<(NeedId, ProductId), Vec<IntroductionHindrance>>> {
    let Ok(somebody) = viewer.signed_in() else {
        return Ok(pairs.iter().map(|pair| (*pair, vec![IntroductionHindrance::NotASide])).collect());
    };
    let known = Known::read(connection, pairs).await?;
    let proposal = |pair: &(NeedId, ProductId)| Some((*pair, known.proposal(*pair)?));
    let proposals: HashMap<_, _> = pairs.iter().filter_map(proposal).collect();
    let facts = Facts::gather(connection, somebody, proposals.values().copied().collect()).await?;
    Ok(proposals.iter().map(|(pair, proposal)| (*pair, facts.hindrances(somebody, proposal))).collect())
}

/// The needs and products of some pairs, with their sides.
pub(super) struct Known {
    needs: HashMap<NeedId, need::Model>,
    products: HashMap<ProductId, product::Model>,
    sides: HashMap<OrganisationId, organisation::Model>,
}

impl Known {
    /// Reads them.
    pub(super) async fn read(
        connection: &impl ConnectionTrait,
        pairs: &[(NeedId, ProductId)],
    ) -> Result<Self> {
        let needs = need::Entity::find().filter(need::Column::Id.is_in(pairs.iter().map(|(need, _)| *need)));
        let needs = needs.all(connection).await?;
        let products = product::Entity::find();
        let products = products.filter(product::Column::Id.is_in(pairs.iter().map(|(_, product)| *product)));
        let products = products.all(connection).await?;
        let sides = needs.iter().map(|need| need.organisation_id);
        let sides = sides.chain(products.iter().map(|product| product.producer_id));
        let sides = organisation::Entity::find().filter(organisation::Column::Id.is_in(sides));
        let sides = sides.all(connection).await?;
        Ok(Self {
            needs: needs.into_iter().map(|row| (row.id, row)).collect(),
            products: products.into_iter().map(|row| (row.id, row)).collect(),
            sides: sides.into_iter().map(|row| (row.id, row)).collect(),
        })
    }

    /// What would be proposed about a pair, if all of it is there.
    pub(super) fn proposal(&self, (need, product): (NeedId, ProductId)) -> Option<Proposal<'_>> {
        let (need, product) = (self.needs.get(&need)?, self.products.get(&product)?);
        let retailer = self.sides.get(&need.organisation_id)?;
        let producer = self.sides.get(&product.producer_id)?;
        Some(Proposal { need: Some(need), product, retailer, producer })
    }
}

/// What the hindrances of some proposals rest on.
pub(super) struct Facts {
    /// Organisations for which somebody could answer.
    peopled: HashSet<OrganisationId>,
    running: HashSet<Key>,
    resting: HashSet<Key>,
    /// Own organisations that may propose no more for now.
    full: HashSet<OrganisationId>,
}

impl Facts {
    /// Reads them, for somebody who would propose.
    pub(super) async fn gather(
        connection: &impl ConnectionTrait,
        somebody: &SignedIn,
        mut proposals: Vec<Proposal<'_>>,
    ) -> Result<Self> {
        // Of those of others nothing is told.
        proposals.retain(|proposal| proposal.party(somebody) != TradeParty::Other);
        let now = Utc::now();
        let (running, resting) = earlier(connection, &proposals, now).await?;
        let sides = proposals.iter().flat_map(|proposal| [proposal.retailer.id, proposal.producer.id]);
        Ok(Self {
            peopled: peopled(connection, sides.collect()).await?,
            running,
            resting,
            full: full(connection, somebody, now).await?,
        })
    }

    /// What keeps somebody from one of them.
    pub(super) fn hindrances(
        &self,
        somebody: &SignedIn,
        proposal: &Proposal<'_>,
    ) -> Vec<IntroductionHindrance> {
        self.hindrances_as(proposal.party(somebody), proposal)
    }

    /// What keeps a party from one of them.
    pub(super) fn hindrances_as(
        &self,
        party: TradeParty,
        proposal: &Proposal<'_>,
    ) -> Vec<IntroductionHindrance> {
        use IntroductionHindrance::{
            NobodyThere, NotASide, NotOpen, NotPublished, NotVerified, Resting, Running, TooMany,
        };
        let (retailer, producer) = (proposal.retailer, proposal.producer);
        let is_peopled = |side: &organisation::Model| self.peopled.contains(&side.id);
        let (own, is_answered) = match party {
            TradeParty::Retailer => (Some(retailer), is_peopled(producer)),
            TradeParty::Producer => (Some(producer), is_peopled(retailer)),
            TradeParty::Staff => (None, is_peopled(producer) && is_peopled(retailer)),
            TradeParty::Other => return vec![NotASide],
        };
        let is_past = |need: &need::Model| need.deadline.is_some_and(|day| day < calendar::today());
        let is_open = |need: &need::Model| need.status == NeedStatus::Open && !is_past(need);
        // Nobody meets themselves.
        let is_one = retailer.id == producer.id;
        [
            own.is_some_and(|own| own.verified_at.is_none()).then_some(NotVerified),
            (is_one || !is_answered).then_some(NobodyThere),
            proposal.need.is_some_and(|need| !is_open(need)).then_some(NotOpen),
            proposal.product.published_at.is_none().then_some(NotPublished),
            self.running.contains(&proposal.key()).then_some(Running),
            self.resting.contains(&proposal.key()).then_some(Resting),
            own.is_some_and(|own| self.full.contains(&own.id)).then_some(TooMany),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// The pairs among some that have an introduction that runs, and those that were declined a short while ago.
async fn earlier(
    connection: &impl ConnectionTrait,
    proposals: &[Proposal<'_>],
    now: DateTime<Utc>,
) -> Result<(HashSet<Key>, HashSet<Key>)> {
    use introduction::Column;
    let declined = Condition::all()
        .add(Column::Status.eq(IntroductionStatus::Declined))
        .add(Column::SettledAt.gt(now - Duration::days(limits::REST_DAYS)));
    let needs = proposals.iter().filter_map(|proposal| proposal.need.map(|need| need.id));
    let freely = proposals.iter().filter(|proposal| proposal.need.is_none());
    let freely = freely.map(|proposal| proposal.retailer.id);
    let about = Condition::any()
        .add(Column::NeedId.is_in(needs))
        .add(Condition::all().add(Column::NeedId.is_null()).add(Column::RetailerId.is_in(freely)));
    let found: Vec<(Option<NeedId>, OrganisationId, ProductId, IntroductionStatus)> =
        introduction::Entity::find()
            .select_only()
            .columns([Column::NeedId, Column::RetailerId, Column::ProductId, Column::Status])
            .filter(Column::ProductId.is_in(proposals.iter().map(|proposal| proposal.product.id)))
            .filter(about)
            .filter(Condition::any().add(is_running(now)).add(declined))
            .into_tuple()
            .all(connection)
            .await?;
    let (mut running, mut resting) = (HashSet::new(), HashSet::new());
    for (need, retailer, product, status) in found {
        let pairs = if status == IntroductionStatus::Declined { &mut resting } else { &mut running };
        pairs.insert((need, retailer, product));
    }
    Ok((running, resting))
}

/// The pairs about some needs that are introduced to each other: whose answer is waited for, or who talk.
pub(crate) async fn running_about(
    rows: &impl ConnectionTrait,
    needs: impl IntoIterator<Item = NeedId>,
) -> Result<HashSet<(NeedId, ProductId)>> {
    use introduction::Column;
    let found: Vec<(NeedId, ProductId)> = introduction::Entity::find()
        .select_only()
        .columns([Column::NeedId, Column::ProductId])
        .filter(Column::NeedId.is_in(needs))
        .filter(is_running(Utc::now()))
        .into_tuple()
        .all(rows)
        .await?;
    Ok(found.into_iter().collect())
}

/// The organisations among some that have somebody who can sign in.
async fn peopled(
    connection: &impl ConnectionTrait,
    organisations: HashSet<OrganisationId>,
) -> Result<HashSet<OrganisationId>> {
    let enabled = account::Entity::find()
        .select_only()
        .column(account::Column::Id)
        .filter(account::Column::DisabledAt.is_null())
        .into_query();
    let found: Vec<OrganisationId> = membership::Entity::find()
        .select_only()
        .column(membership::Column::OrganisationId)
        .distinct()
        .filter(membership::Column::OrganisationId.is_in(organisations))
        .filter(membership::Column::AccountId.in_subquery(enabled))
        .into_tuple()
        .all(connection)
        .await?;
    Ok(found.into_iter().collect())
}

/// The organisations of somebody that have made so many proposals that they make no more for now.
async fn full(
    connection: &impl ConnectionTrait,
    somebody: &SignedIn,
    now: DateTime<Utc>,
) -> Result<HashSet<OrganisationId>> {
    use introduction::Column;
    let a_day_ago = now - Duration::days(1);
    let by = |party: TradeParty, side: Column| {
        Column::ProposedBy.eq(party).and(side.is_in(somebody.organisations()))
    };
    let own = Condition::any()
        .add(by(TradeParty::Retailer, Column::RetailerId))
        .add(by(TradeParty::Producer, Column::ProducerId));
    let counted = Condition::any().add(is_any_of(waiting(), now)).add(Column::CreatedAt.gt(a_day_ago));
    // The limits themselves keep these few.
    let made: Vec<introduction::Model> =
        introduction::Entity::find().filter(own).filter(counted).all(connection).await?;
    let mut counts: HashMap<OrganisationId, (usize, usize)> = HashMap::new();
    for row in made {
        let by_retailer = row.proposed_by == TradeParty::Retailer;
        let (waiting, new) =
            counts.entry(if by_retailer { row.retailer_id } else { row.producer_id }).or_default();
        *waiting += usize::from(row.status.is_waiting() && row.answer_by > now);
        *new += usize::from(row.created_at > a_day_ago);
    }
    let is_full = |(waiting, new): (usize, usize)| {
        waiting >= limits::WAITING_PROPOSALS || new >= limits::PROPOSALS_A_DAY
    };
    Ok(counts.into_iter().filter(|(_, counts)| is_full(*counts)).map(|(id, _)| id).collect())
}
