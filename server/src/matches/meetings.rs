//! What has come of introductions so far, as far as it counts for the next match: who refused whom about what, and how many
//! partners a producer has found here.

use std::collections::{BTreeSet, HashMap};

use chrono::{Duration, NaiveDate, Utc};
use matchmaking::scoring::Standing;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use shared::{IntroductionId, IntroductionStatus, NeedId, OrganisationId, ProductId, limits};

use crate::{calendar, database::Database, entities::introduction, error::Result};

/// Introductions that were accepted, and those declined lately.
#[derive(Debug, Default)]
pub(super) struct Meetings {
    refused: HashMap<(NeedId, ProductId), NaiveDate>,
    accepted: HashMap<OrganisationId, BTreeSet<IntroductionId>>,
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

    /// What is known of a producer's trade here. Whether deliveries were made as promised is not recorded yet.
    pub(super) fn standing(&self, producer: OrganisationId) -> Standing {
        let accepted = self.accepted.get(&producer).map_or(0, BTreeSet::len);
        Standing { accepted: u32::try_from(accepted).unwrap_or(u32::MAX), kept: None }
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
