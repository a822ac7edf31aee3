//! Tables after a late change: whoever keeps the time keeps the table, and who comes anew sits where the retailer sits
//! anyway, if that table is free.

use std::collections::{BTreeMap, HashMap, HashSet};

use shared::ParticipantId;

/// A meeting that has a slot.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seated {
    pub(super) slot: u32,
    pub(super) retailer: ParticipantId,
    /// The table it keeps, from 1.
    pub(super) kept: Option<u32>,
}

/// The table of each, in the order they came in; tables count from 1. There must be a table for every meeting of a slot.
pub(super) fn tables(meetings: &[Seated]) -> Vec<u32> {
    let mut taken: HashSet<(u32, u32)> = HashSet::new();
    let mut usual: HashMap<ParticipantId, BTreeMap<u32, usize>> = HashMap::new();
    for (meeting, table) in meetings.iter().filter_map(|meeting| Some((meeting, meeting.kept?))) {
        taken.insert((meeting.slot, table));
        *usual.entry(meeting.retailer).or_default().entry(table).or_default() += 1;
    }
    let mut table = |meeting: &Seated| {
        if let Some(kept) = meeting.kept {
            return kept;
        }
        let mut own: Vec<(u32, usize)> = usual
            .get(&meeting.retailer)
            .into_iter()
            .flatten()
            .map(|(table, times)| (*table, *times))
            .collect();
        own.sort_by_key(|(table, times)| (std::cmp::Reverse(*times), *table));
        let own = own.into_iter().map(|(table, _)| table);
        let table = own.chain(1..).find(|table| taken.insert((meeting.slot, *table)));
        table.unwrap_or(1)
    };
    meetings.iter().map(&mut table).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_comes_anew_sits_where_the_retailer_sits_or_else_where_it_is_free() {
        let [one, other, third] = [(); 3].map(|()| ParticipantId::new());
        let seated = |slot, retailer, kept| Seated { slot, retailer, kept };
        let meetings = [
            seated(0, one, Some(4)),
            seated(0, other, Some(1)),
            // Where it sits anyway.
            seated(1, one, None),
            // Its table is taken by somebody who keeps it.
            seated(2, third, Some(4)),
            seated(2, one, None),
            // Its own table is taken: the first that is free.
            seated(0, third, None),
        ];

        assert_eq!(tables(&meetings), [4, 1, 4, 4, 1, 2]);
    }
}
