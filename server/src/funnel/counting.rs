//! Counting rows: pure, and the same for a figure and for the rows that it opens.

use std::{collections::BTreeMap, sync::Arc};

use chrono::NaiveDate;
use shared::{AgreementId, Dong, EventId, FunnelStep, OrganisationId, ProductId};
use uuid::Uuid;

use super::{
    path::Path,
    survival::Life,
    types::{FunnelCounts, FunnelMedians},
};
use crate::{entities::introduction, numbers::int};

/// An introduction with its agreements, or agreements without one.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Of the introduction, or of the first agreement.
    pub(super) id: Uuid,
    pub(super) introduction: Option<Arc<introduction::Model>>,
    /// The one that counts most: the latest that was signed, or else the latest that was sent.
    pub(super) agreement: Option<AgreementId>,
    pub(super) retailer: OrganisationId,
    pub(super) producer: OrganisationId,
    pub(super) product: Option<ProductId>,
    pub(super) product_name: Option<String>,
    pub(super) event: Option<EventId>,
    pub(super) began_on: NaiveDate,
    pub(super) path: Path,
    /// What its signed agreements promise; nothing when no line has a price.
    pub(super) promised: Option<Dong>,
    pub(super) confirmed: Option<Dong>,
    pub(super) lines_without_price: usize,
    /// Of its signed agreements.
    pub(super) lives: Vec<Life>,
}

/// Counts some rows.
pub(super) fn count<'a>(rows: impl Iterator<Item = &'a Row> + Clone) -> FunnelCounts {
    let at = |step| int(rows.clone().filter(|row| row.path.has_reached(step)).count());
    FunnelCounts {
        introduced: at(FunnelStep::Introduced),
        proposed: at(FunnelStep::Proposed),
        signed: at(FunnelStep::Signed),
        delivered: at(FunnelStep::Delivered),
        repeated: at(FunnelStep::Repeated),
        lapsed: at(FunnelStep::Lapsed),
        promised_value: rows.clone().filter_map(|row| row.promised).sum(),
        confirmed_value: rows.clone().filter_map(|row| row.confirmed).sum(),
        lines_without_price: int(rows.map(|row| row.lines_without_price).sum::<usize>()),
    }
}

/// Rows by key; each stands under one.
pub(super) fn buckets(rows: &[Row], key: impl Fn(&Row) -> String) -> BTreeMap<String, Vec<&Row>> {
    let mut buckets: BTreeMap<String, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        buckets.entry(key(row)).or_default().push(row);
    }
    buckets
}

/// Medians of days between steps, of the rows that made both on days that are known.
pub(super) fn medians(rows: &[Row]) -> FunnelMedians {
    let between = |days: fn(&Path) -> Option<(NaiveDate, NaiveDate)>| {
        let days = rows.iter().filter_map(|row| days(&row.path));
        median(days.map(|(from, until)| (until - from).num_days().max(0)).collect())
    };
    FunnelMedians {
        introduced_to_proposed: between(|path| path.introduced.zip(path.proposed)),
        proposed_to_signed: between(|path| path.proposed.zip(path.signed)),
        signed_to_delivered: between(|path| path.signed.zip(path.delivered)),
        delivered_to_repeated: between(|path| path.delivered.zip(path.repeated)),
    }
}

/// The one in the middle; of two the mean, rounded down.
fn median(mut days: Vec<i64>) -> Option<i32> {
    days.sort_unstable();
    let upper = *days.get(days.len() / 2)?;
    let lower = days[(days.len() - 1) / 2];
    i32::try_from(i64::midpoint(lower, upper)).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::path::tests::path, *};

    prop_compose! {
        fn row()(
            path in path(), promised in prop::option::of(0_i64..1_000_000_000),
            confirmed in 0_i64..1_000_000_000, lines_without_price in 0_usize..3, organisation in 0_u128..4,
        ) -> Row {
            let organisation = OrganisationId(Uuid::from_u128(organisation));
            Row {
                id: Uuid::nil(),
                introduction: None,
                agreement: None,
                retailer: organisation,
                producer: organisation,
                product: None,
                product_name: None,
                event: None,
                began_on: NaiveDate::default(),
                path,
                promised: promised.and_then(|amount| Dong::new(amount).ok()),
                confirmed: promised.and(Dong::new(confirmed).ok()),
                lines_without_price,
                lives: Vec::new(),
            }
        }
    }

    fn figures(counts: &FunnelCounts) -> [i64; 9] {
        let FunnelCounts { introduced, proposed, signed, delivered, repeated, lapsed, .. } = *counts;
        let counted = [introduced, proposed, signed, delivered, repeated, lapsed].map(i64::from);
        let [a, b, c, d, e, f] = counted;
        let values = [counts.promised_value.amount(), counts.confirmed_value.amount()];
        [a, b, c, d, e, f, values[0], values[1], counts.lines_without_price.into()]
    }

    #[test]
    fn the_median_of_two_is_between_them() {
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![9]), Some(9));
        assert_eq!(median(vec![4, 1]), Some(2));
        assert_eq!(median(vec![7, 1, 3]), Some(3));
    }

    proptest! {
        #[test]
        fn buckets_add_up_to_the_total(rows in prop::collection::vec(row(), 0..40)) {
            let total = count(rows.iter());
            let buckets = buckets(&rows, |row| row.retailer.to_string());

            let mut sum = [0; 9];
            for rows in buckets.values() {
                for (sum, figure) in sum.iter_mut().zip(figures(&count(rows.iter().copied()))) {
                    *sum += figure;
                }
            }

            prop_assert_eq!(sum, figures(&total));
            prop_assert!(figures(&total)[..5].is_sorted_by(|before, after| before >= after));
        }
    }
}
