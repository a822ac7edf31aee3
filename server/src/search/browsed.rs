//! Counts of what people browse without a text, counted once for each filter and snapshot.

use std::collections::HashMap;
use std::sync::Arc;

use parking_lot::Mutex;

use super::facets::Tally;
use super::filter::Filter;

/// Filters remembered at once; when there are more, all are forgotten.
const FILTERS_MAX: usize = 500;

/// What one filter lets through.
pub(super) struct Counts {
    pub(super) total: usize,
    pub(super) tally: Tally,
}

/// The counts of the filters used since the last commit.
#[derive(Default)]
pub(super) struct Browsed {
    counts: Mutex<HashMap<Filter, Arc<Counts>>>,
}

impl Browsed {
    /// The counts of a filter; counted outside the lock, so that nobody waits for another's counting.
    pub(super) fn counts(&self, filter: &Filter, count: impl FnOnce() -> Counts) -> Arc<Counts> {
        if let Some(counts) = self.counts.lock().get(filter) {
            return Arc::clone(counts);
        }
        let counts = Arc::new(count());
        let mut known = self.counts.lock();
        if known.len() >= FILTERS_MAX {
            known.clear();
        }
        known.insert(filter.clone(), Arc::clone(&counts));
        counts
    }
}
