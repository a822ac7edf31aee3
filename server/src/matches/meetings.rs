//! What has come of introductions so far, as far as it counts for the next match: who refused whom about what, how many
//! partners a producer has found here, and how often each side has kept what it promised.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{Duration, NaiveDate, Utc};
use matchmaking::scoring::Standing;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use shared::{
    DeliveryCheckId, IntroductionId, IntroductionStatus, NeedId, OrganisationId, ProductId, limits,
};

use crate::{
    calendar, database::Database, deliveries::records::Record, entities::introduction, error::Result,
};

/// Introductions that were accepted, and those declined lately.
#[derive(Debug, Default)]
pub(super) struct Meetings {
    refused: HashMap<(NeedId, ProductId), NaiveDate>,
    accepted: HashMap<OrganisationId, BTreeSet<IntroductionId>>,
    /// Of producers and of retailers.
    delivered: HashMap<OrganisationId, Promises>,
    bought: HashMap<OrganisationId, Promises>,
}

/// Checks that both sides have confirmed: those that speak for one of them, and all.
#[derive(Debug, Default)]
struct Promises {
    kept: u32,
    known: HashSet<DeliveryCheckId>,
}

impl Promises {
    /// Takes in a check; one that is confirmed does not change any more.
    fn put(&mut self, check: DeliveryCheckId, is_kept: bool) {
        self.kept += u32::from(self.known.insert(check) && is_kept);
    }

    fn kept_of_all(&self) -> (u32, u32) {
        (self.kept, u32::try_from(self.known.len()).unwrap_or(u32::MAX))
    }
}

impl Meetings {
    /// Takes in how some introductions stand now.
    pub(super) fn put(&mut self, rows: Vec<introduction::Model>) {
        for row in rows {
            match (row.status, row.need_id, row.settled_at) {
                (IntroductionStatus::Accepted, ..) => {
                    self.accepted.entry(row.producer_id).or_default().insert(row.id);
                }
                (IntroductionStatus::Declined, Some(need), Some(at)) => {
                    self.refused.insert((need, row.product_id), calendar::day_of(at));
                }
                _ => {}
            }
        }
    }

    /// When one of the two last refused the other.
    pub(super) fn refused_on(&self, need: NeedId, product: ProductId) -> Option<NaiveDate> {
        self.refused.get(&(need, product)).copied()
    }

    /// Takes in what the two sides have confirmed of deliveries.
    pub(super) fn put_delivered(&mut self, records: Vec<Record>) {
        for record in records {
            self.delivered.entry(record.producer).or_default().put(record.check, record.producer_kept);
            self.bought.entry(record.retailer).or_default().put(record.check, record.retailer_kept);
        }
    }

    /// Introductions of a producer that both sides accepted.
    pub(super) fn accepted(&self, producer: OrganisationId) -> u32 {
        let accepted = self.accepted.get(&producer).map_or(0, BTreeSet::len);
        u32::try_from(accepted).unwrap_or(u32::MAX)
    }

    /// What is known of the trade of the two sides of a pair here.
    pub(super) fn standing(&self, producer: OrganisationId, retailer: OrganisationId) -> Standing {
        Standing {
            accepted: self.accepted(producer),
            kept: self.delivered.get(&producer).map(Promises::kept_of_all),
            retailer_kept: self.bought.get(&retailer).map(Promises::kept_of_all),
        }
    }
}

/// Some introductions.
pub(super) async fn of(
    database: &Database,
    ids: impl IntoIterator<Item = IntroductionId>,
) -> Result<Vec<introduction::Model>> {
    let query = introduction::Entity::find().filter(introduction::Column::Id.is_in(ids));
    Ok(query.all(database.read()).await?)
}

/// All that count.
pub(super) async fn all(database: &Database) -> Result<Vec<introduction::Model>> {
    use introduction::Column;
    let lately = Utc::now() - Duration::days(limits::REST_DAYS + 1);
    let declined = Condition::all()
        .add(Column::Status.eq(IntroductionStatus::Declined))
        .add(Column::SettledAt.gt(lately));
    let counted = Condition::any().add(Column::Status.eq(IntroductionStatus::Accepted)).add(declined);
    Ok(introduction::Entity::find().filter(counted).all(database.read()).await?)
}
