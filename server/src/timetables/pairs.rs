//! Which pairs are to meet at an event: those that its accepted rounds introduced and neither side has turned down, and, if
//! staff wish it, those that have accepted another introduction. Who did not answer has not said no.

use std::collections::{BTreeMap, HashMap};

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::SelectStatement,
};
use shared::{
    EventId, IntroductionId, IntroductionStatus, LeftOutReason, OrganisationId, ParticipantId,
    ParticipantStatus, RoundStatus, TradeParty, limits,
};

use crate::{
    entities::{event_participant, introduction, round, round_pair},
    error::Result,
    participants::approved,
};

/// Two who are to meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) introduction: IntroductionId,
    pub(super) retailer: ParticipantId,
    pub(super) producer: ParticipantId,
}

/// All pairs of an event.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// Those whose two sides are approved, in the order in which they were introduced.
    pub(super) meet: Vec<Pair>,
    /// How many pairs can't meet because of whom.
    pub(super) left_out: BTreeMap<(OrganisationId, LeftOutReason), usize>,
}

impl Pairs {
    /// Reads them.
    pub(super) async fn of(
        rows: &impl ConnectionTrait,
        event: EventId,
        with_introduced: bool,
    ) -> Result<Self> {
        use introduction::Column;
        let turned_down = [IntroductionStatus::Declined, IntroductionStatus::Withdrawn];
        let of_rounds = Condition::all()
            .add(Column::Id.in_subquery(introduced_by_rounds(event)))
            .add(Column::Status.is_not_in(turned_down));
        let mut which = Condition::any().add(of_rounds);
        if with_introduced {
            which = which.add(
                Condition::all()
                    .add(Column::Status.eq(IntroductionStatus::Accepted))
                    .add(Column::RetailerId.in_subquery(approved(event, TradeParty::Retailer)))
                    .add(Column::ProducerId.in_subquery(approved(event, TradeParty::Producer))),
            );
        }
        let introduced: Vec<(IntroductionId, OrganisationId, OrganisationId)> = introduction::Entity::find()
            .select_only()
            .columns([Column::Id, Column::RetailerId, Column::ProducerId])
            .filter(which)
            .order_by_asc(Column::Id)
            .limit(limits::EVENT_MEETINGS as u64 + 1)
            .into_tuple()
            .all(rows)
            .await?;
        let registered = event_participant::Entity::find()
            .filter(event_participant::Column::EventId.eq(event))
            .all(rows)
            .await?;
        Ok(Self::among(&introduced, &registered))
    }

    fn among(
        introduced: &[(IntroductionId, OrganisationId, OrganisationId)],
        registered: &[event_participant::Model],
    ) -> Self {
        let registered: HashMap<OrganisationId, &event_participant::Model> =
            registered.iter().map(|row| (row.organisation_id, row)).collect();
        let find = |organisation, side| match registered.get(&organisation) {
            None => Err((organisation, LeftOutReason::NotRegistered)),
            Some(row) if row.side != side => Err((organisation, LeftOutReason::OtherSide)),
            Some(row) if row.status != ParticipantStatus::Approved => {
                Err((organisation, LeftOutReason::NotApproved))
            }
            Some(row) => Ok(row.id),
        };
        let mut pairs = Self::default();
        for (introduction, retailer, producer) in introduced {
            match (find(*retailer, TradeParty::Retailer), find(*producer, TradeParty::Producer)) {
                (Ok(retailer), Ok(producer)) => {
                    pairs.meet.push(Pair { introduction: *introduction, retailer, producer });
                }
                (retailer, producer) => {
                    for missing in [retailer.err(), producer.err()].into_iter().flatten() {
                        *pairs.left_out.entry(missing).or_default() += 1;
                    }
                }
            }
        }
        pairs
    }
}

fn introduced_by_rounds(event: EventId) -> SelectStatement {
    let accepted = round::Entity::find()
        .select_only()
        .column(round::Column::Id)
        .filter(round::Column::EventId.eq(event))
        .filter(round::Column::Status.eq(RoundStatus::Accepted))
        .into_query();
    round_pair::Entity::find()
        .select_only()
        .column(round_pair::Column::IntroductionId)
        .filter(round_pair::Column::RoundId.in_subquery(accepted))
        .filter(round_pair::Column::IntroductionId.is_not_null())
        .into_query()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::participants::samples::participant;

    #[test]
    fn only_pairs_of_two_approved_sides_meet_and_the_others_are_counted() {
        use ParticipantStatus::{Approved, Asked};
        use TradeParty::{Producer, Retailer};
        let [buyer, maker, late, turncoat, stranger] = [(); 5].map(|()| OrganisationId::new());
        let rows = [
            participant(buyer, Retailer, Approved),
            participant(maker, Producer, Approved),
            participant(late, Producer, Asked),
            participant(turncoat, Retailer, Approved),
        ];
        let introduced =
            [maker, late, turncoat, stranger, stranger].map(|other| (IntroductionId::new(), buyer, other));

        let pairs = Pairs::among(&introduced, &rows);

        let meets = Pair { introduction: introduced[0].0, retailer: rows[0].id, producer: rows[1].id };
        assert_eq!(pairs.meet, [meets]);
        let left_out = BTreeMap::from([
            ((late, LeftOutReason::NotApproved), 1),
            ((turncoat, LeftOutReason::OtherSide), 1),
            ((stranger, LeftOutReason::NotRegistered), 2),
        ]);
        assert_eq!(pairs.left_out, left_out);
    }
}
