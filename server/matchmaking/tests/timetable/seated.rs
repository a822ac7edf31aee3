//! Tables.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::num::NonZeroU32;

use matchmaking::timetable::{Limits, Placed, Seat, arrange, seats};
use proptest::prelude::*;

use crate::events::{any_event, cases, meeting};

/// When and where each retailer sits.
fn days(placed: &[Placed], seats: &[Seat]) -> BTreeMap<u32, Vec<(u32, u32)>> {
    let tables: HashMap<u32, u32> = seats.iter().map(|seat| (seat.meeting, seat.table)).collect();
    let mut days = BTreeMap::<u32, Vec<(u32, u32)>>::new();
    for one in placed {
        days.entry(one.meeting.retailer).or_default().push((one.slot, tables[&one.meeting.id]));
    }
    days
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn each_meeting_has_a_table_for_itself((meetings, tables) in any_event(60)) {
        let placed = arrange(&meetings, Limits { slots: None, tables }).unwrap().placed;

        let seats = seats(&placed, tables).unwrap();

        let mut taken = HashSet::new();
        prop_assert_eq!(seats.len(), placed.len());
        for (one, seat) in placed.iter().zip(&seats) {
            prop_assert_eq!(one.meeting.id, seat.meeting, "in order of slot");
            prop_assert!(tables.is_none_or(|tables| seat.table < tables.get()));
            prop_assert!(taken.insert((one.slot, seat.table)), "{:?} shares its table", seat);
        }
    }

    #[test]
    fn each_retailer_has_a_table_of_its_own_where_they_are_enough((meetings, tables) in any_event(60)) {
        let placed = arrange(&meetings, Limits { slots: None, tables }).unwrap().placed;
        let retailers: HashSet<u32> = placed.iter().map(|one| one.meeting.retailer).collect();
        let enough = tables.filter(|tables| tables.get() as usize >= retailers.len());

        let mut own = HashSet::new();
        for day in days(&placed, &seats(&placed, enough).unwrap()).values() {
            let tables: HashSet<u32> = day.iter().map(|(_, table)| *table).collect();
            prop_assert_eq!(tables.len(), 1);
            prop_assert!(own.is_disjoint(&tables), "two have the same table");
            own.extend(tables);
        }
    }

    #[test]
    fn the_busiest_stay_and_others_leave_a_table_only_when_it_is_taken((meetings, tables) in any_event(60)) {
        let placed = arrange(&meetings, Limits { slots: None, tables }).unwrap().placed;

        let days = days(&placed, &seats(&placed, tables).unwrap());

        let taken: HashSet<(u32, u32)> = days.values().flatten().copied().collect();
        let mut leavers = Vec::new();
        for (retailer, day) in &days {
            for two in day.windows(2).filter(|two| two[0].1 != two[1].1) {
                prop_assert!(taken.contains(&(two[1].0, two[0].1)), "{} left a free table", retailer);
                leavers.push(day.len());
            }
        }
        let busier = |day: usize| days.values().filter(|other| other.len() >= day).count();
        let tables = tables.map_or(usize::MAX, |tables| tables.get() as usize);
        prop_assert!(leavers.into_iter().all(|day| busier(day) > tables));
    }
}

/// Sits retailers 1, 2 and so on, who have meetings in these slots.
fn seated(slots: &[&[u32]], tables: u32) -> Vec<Vec<(u32, u32)>> {
    let retailers = slots.iter().zip(1..);
    let placed = retailers.flat_map(|(slots, retailer)| {
        slots.iter().map(move |slot| {
            let id = 100 * slot + retailer;
            Placed { meeting: meeting(id, retailer, id), slot: *slot }
        })
    });
    let mut placed: Vec<Placed> = placed.collect();
    placed.sort_by_key(|one| one.slot);
    let seats = seats(&placed, NonZeroU32::new(tables)).unwrap();
    days(&placed, &seats).into_values().collect()
}

#[test]
fn those_who_are_never_there_together_share_a_table() {
    let days = seated(&[&[0, 1, 2, 3], &[0, 1], &[3]], 2);

    assert_eq!(days[0], [(0, 0), (1, 0), (2, 0), (3, 0)]);
    assert_eq!(days[1], [(0, 1), (1, 1)]);
    assert_eq!(days[2], [(3, 1)]);
}

#[test]
fn who_must_change_goes_where_it_can_stay_the_longest() {
    let days = seated(&[&[1, 4, 6, 8], &[0, 5, 6, 9], &[0, 4, 7, 9], &[0, 1, 5]], 3);

    assert_eq!(days[3], [(0, 0), (1, 2), (5, 2)]);
}

#[test]
fn who_can_stay_at_a_table_comes_before_who_must_change() {
    let days = seated(&[&[1, 3, 5, 6], &[0, 4, 5, 7], &[0, 2, 3], &[2, 7]], 2);

    assert_eq!(days[2], [(0, 0), (2, 1), (3, 1)]);
    assert_eq!(days[3], [(2, 0), (7, 0)]);
}
