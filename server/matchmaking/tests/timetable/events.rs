//! Events to try, and what is asked of every timetable.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::num::NonZeroU32;

use matchmaking::timetable::{Limits, Meeting, Placed};
use proptest::prelude::*;

/// Meetings of up to 5 retailers and 7 producers, often of the same two, and tables that often are too few.
pub(crate) fn any_event(most: usize) -> impl Strategy<Value = (Vec<Meeting>, Option<NonZeroU32>)> {
    (any_meetings(0, most), prop::option::of(1..=6_u32).prop_map(|tables| tables.and_then(NonZeroU32::new)))
}

/// Their ids begin with this one.
pub(crate) fn any_meetings(first: u32, most: usize) -> impl Strategy<Value = Vec<Meeting>> {
    let pairs = prop::collection::vec((0..5_u32, 0..7_u32), 0..=most);
    let meetings = pairs.prop_map(move |pairs| {
        let meetings = pairs.into_iter().zip(first..);
        meetings.map(|((retailer, producer), id)| meeting(id, retailer, producer)).collect()
    });
    Strategy::prop_shuffle(meetings)
}

pub(crate) fn meeting(id: u32, retailer: u32, producer: u32) -> Meeting {
    Meeting { id, retailer, producer }
}

pub(crate) fn tables(count: u32) -> Limits {
    Limits { slots: None, tables: NonZeroU32::new(count) }
}

pub(crate) fn slots(count: u32) -> Limits {
    Limits { slots: Some(count), tables: None }
}

/// The meetings of the busiest participant.
pub(crate) fn busiest(meetings: &[Meeting]) -> usize {
    let (mut retailers, mut producers) = (HashMap::<u32, usize>::new(), HashMap::<u32, usize>::new());
    for meeting in meetings {
        *retailers.entry(meeting.retailer).or_default() += 1;
        *producers.entry(meeting.producer).or_default() += 1;
    }
    retailers.into_values().chain(producers.into_values()).max().unwrap_or(0)
}

pub(crate) fn sizes(placed: &[Placed]) -> BTreeMap<u32, usize> {
    let mut sizes = BTreeMap::new();
    for one in placed {
        *sizes.entry(one.slot).or_default() += 1;
    }
    sizes
}

/// Nobody is in two places, no slot has more meetings than tables, and no slot is after the last.
pub(crate) fn is_possible(placed: &[Placed], limits: Limits) -> bool {
    let (mut retailers, mut producers) = (HashSet::new(), HashSet::new());
    let nobody_is_in_two_places = placed.iter().all(|Placed { meeting, slot }| {
        retailers.insert((meeting.retailer, slot)) && producers.insert((meeting.producer, slot))
    });
    let tables = limits.tables.map_or(usize::MAX, |tables| tables.get() as usize);
    nobody_is_in_two_places
        && sizes(placed).values().all(|size| *size <= tables)
        && limits.slots.is_none_or(|slots| placed.iter().all(|one| one.slot < slots))
}

pub(crate) fn sorted(meetings: impl IntoIterator<Item = Meeting>) -> Vec<Meeting> {
    let mut meetings: Vec<Meeting> = meetings.into_iter().collect();
    meetings.sort_by_key(|meeting| (meeting.retailer, meeting.producer, meeting.id));
    meetings
}

pub(crate) fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, ..ProptestConfig::default() }
}
