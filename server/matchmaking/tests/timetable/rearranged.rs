//! Late changes.

use std::collections::{HashMap, HashSet};
use std::num::NonZeroU32;

use matchmaking::timetable::{
    Change, Limits, Meeting, Move, Placed, Planned, Rearranged, arrange, rearrange,
};
use proptest::prelude::*;

use crate::events::{any_event, any_meetings, cases, is_possible, meeting, slots, sorted};

/// An event that runs, and what changes.
#[derive(Clone, Debug)]
struct Late {
    plan: Vec<Planned>,
    removed: Vec<u32>,
    added: Vec<Meeting>,
    first_free_slot: u32,
    limits: Limits,
}

impl Late {
    fn rearranged(&self) -> Rearranged {
        let Late { plan, removed, added, first_free_slot, limits } = self;
        rearrange(plan, &Change { removed, added, first_free_slot: *first_free_slot }, *limits).unwrap()
    }

    fn kept(&self) -> impl Iterator<Item = &Planned> {
        self.plan.iter().filter(|one| !self.removed.contains(&one.meeting.id))
    }

    fn is_past(&self, slot: u32) -> bool {
        slot < self.first_free_slot
    }

    /// Where the kept meetings are that are not past.
    fn to_come(&self) -> Vec<Placed> {
        let placed = self.kept().filter_map(|one| Some(Placed { meeting: one.meeting, slot: one.slot? }));
        placed.filter(|one| !self.is_past(one.slot)).collect()
    }

    /// The slots in use.
    fn slots(&self) -> std::ops::Range<u32> {
        let last = self.to_come().iter().map(|one| one.slot).max();
        self.first_free_slot..last.map_or(self.first_free_slot, |last| last + 1)
    }
}

/// Up to so many meetings in the plan and new ones; some slots may be in reserve, and some meetings have none.
fn any_change(most: usize, most_added: usize, fixed: f64) -> impl Strategy<Value = Late> {
    let fates = prop::collection::vec((prop::bool::weighted(fixed), prop::bool::weighted(0.15)), most);
    (any_event(most), any_meetings(1_000, most_added), fates, 0..3_u32, 0..3_u32, 0..2_u32).prop_map(
        |((meetings, tables), added, fates, first_free_slot, reserve, missing)| {
            let needed = arrange(&meetings, Limits { slots: None, tables }).unwrap().slots();
            let fewer = Limits { slots: Some(needed.saturating_sub(missing)), tables };
            let timetable = arrange(&meetings, fewer).unwrap();
            let limits = Limits { slots: fewer.slots.map(|slots| slots + reserve), tables };
            let placed = timetable.placed.iter().map(|one| (one.meeting, Some(one.slot)));
            let all = placed.chain(timetable.unplaced.iter().map(|meeting| (*meeting, None)));
            let with_fates = || all.clone().zip(&fates);
            let plan = with_fates().map(|((meeting, slot), (is_fixed, _))| Planned {
                meeting,
                slot,
                is_fixed: *is_fixed,
            });
            let removed = with_fates().filter(|(_, (_, is_removed))| *is_removed);
            let removed = removed.map(|((meeting, _), _)| meeting.id).collect();
            Late { plan: plan.collect(), removed, added, first_free_slot, limits }
        },
    )
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn a_change_leaves_alone_what_is_past_or_fixed_and_drops_nobody(late in any_change(40, 6, 0.2)) {
        let Rearranged { timetable, moved } = late.rearranged();

        prop_assert!(is_possible(&timetable.placed, late.limits), "{:?}", timetable);
        let all = timetable.placed.iter().map(|one| one.meeting).chain(timetable.unplaced.iter().copied());
        prop_assert_eq!(sorted(all), sorted(late.kept().map(|one| one.meeting).chain(late.added.clone())));
        let after: HashMap<u32, u32> = timetable.placed.iter().map(|one| (one.meeting.id, one.slot)).collect();
        let mut seen_to_move = Vec::new();
        for Planned { meeting, slot: before, is_fixed } in late.kept() {
            let Some(from) = *before else { continue };
            prop_assert!(after.contains_key(&meeting.id), "{:?} was dropped", meeting);
            let to = after[&meeting.id];
            if from != to {
                prop_assert!(!is_fixed && !late.is_past(from), "{:?} must not move", meeting);
                seen_to_move.push(Move { meeting: *meeting, from, to });
            }
        }
        seen_to_move.sort_by_key(|it| (it.meeting.retailer, it.meeting.producer, it.meeting.id));
        prop_assert_eq!(moved, seen_to_move);
        let old: HashMap<u32, Option<u32>> = late.kept().map(|one| (one.meeting.id, one.slot)).collect();
        for one in timetable.placed.iter().filter(|one| late.is_past(one.slot)) {
            prop_assert_eq!(old.get(&one.meeting.id), Some(&Some(one.slot)), "nothing comes into the past");
        }
    }

    #[test]
    fn a_free_slot_is_taken_as_it_is(mut late in any_change(30, 1, 0.2)) {
        late.plan.retain(|one| one.slot.is_some());
        late.removed.retain(|id| late.plan.iter().any(|one| one.meeting.id == *id));
        let with = |slot| {
            let one = late.added.first().map(|meeting| Placed { meeting: *meeting, slot });
            late.to_come().into_iter().chain(one).collect::<Vec<Placed>>()
        };
        let earliest = late.slots().find(|slot| is_possible(&with(*slot), late.limits));
        let Some((earliest, new)) = earliest.zip(late.added.first()) else { return Ok(()) };

        let Rearranged { timetable, moved } = late.rearranged();

        prop_assert_eq!(moved, []);
        let placed = Placed { meeting: *new, slot: earliest };
        prop_assert!(timetable.placed.contains(&placed));
    }

    #[test]
    fn no_exchange_between_two_slots_moves_fewer(mut late in any_change(14, 1, 0.15)) {
        late.plan.retain(|one| one.slot.is_some());
        late.removed.retain(|id| late.plan.iter().any(|one| one.meeting.id == *id));
        let Some(fewest) = fewest_by_two_slots(&late) else { return Ok(()) };

        let Rearranged { timetable, moved } = late.rearranged();

        prop_assert!(moved.len() <= fewest, "{:?} instead of {}", moved, fewest);
        prop_assert!(timetable.unplaced.is_empty());
        prop_assert!(timetable.placed.iter().all(|one| late.is_past(one.slot) || late.slots().contains(&one.slot)));
    }

    #[test]
    fn where_nothing_is_fixed_only_the_busy_and_the_tables_leave_a_meeting_out(late in any_change(40, 6, 0.0)) {
        let Rearranged { timetable, .. } = late.rearranged();

        let slots = late.first_free_slot..late.limits.slots.unwrap_or(u32::MAX);
        let to_come = || timetable.placed.iter().filter(|one| !late.is_past(one.slot));
        let seats = late.limits.tables.map_or(usize::MAX, |tables| slots.len() * tables.get() as usize);
        for left in &timetable.unplaced {
            let of_retailer = to_come().filter(|one| one.meeting.retailer == left.retailer).count();
            let of_producer = to_come().filter(|one| one.meeting.producer == left.producer).count();
            let is_busy = of_retailer.max(of_producer) == slots.len();
            prop_assert!(is_busy || to_come().count() == seats, "{:?} would fit", left);
        }
    }

    #[test]
    fn the_order_of_a_change_changes_nothing(
        (late, plan, added) in any_change(30, 6, 0.2).prop_flat_map(|late| {
            let (plan, added) = (late.plan.clone(), late.added.clone());
            (Just(late), Just(plan).prop_shuffle(), Just(added).prop_shuffle())
        })
    ) {
        let shuffled = Late { plan, added, ..late.clone() };

        prop_assert_eq!(late.rearranged(), shuffled.rearranged());
    }
}

/// The fewest moves that make room for the first new meeting in one of two slots in use, by trying everything.
fn fewest_by_two_slots(late: &Late) -> Option<usize> {
    let new = late.added.first()?;
    let fixed: HashSet<u32> = late.kept().filter(|it| it.is_fixed).map(|it| it.meeting.id).collect();
    let pairs = late.slots().flat_map(|one| late.slots().map(move |other| (one, other)));
    let try_pair = |(one, other): (u32, u32)| {
        let to_come = late.to_come();
        let (inside, outside): (Vec<Placed>, Vec<Placed>) =
            to_come.into_iter().partition(|it| [one, other].contains(&it.slot));
        let try_moving = |which: u32| {
            let mut tried = outside.clone();
            tried.push(Placed { meeting: *new, slot: one });
            for (place, Placed { meeting, slot }) in inside.iter().enumerate() {
                let is_moved = which >> place & 1 == 1;
                if is_moved && fixed.contains(&meeting.id) {
                    return None;
                }
                let slot = if is_moved { one + other - slot } else { *slot };
                tried.push(Placed { meeting: *meeting, slot });
            }
            is_possible(&tried, late.limits).then(|| which.count_ones() as usize)
        };
        (0..1_u32 << inside.len()).filter_map(try_moving).min()
    };
    pairs.filter_map(try_pair).min()
}

fn planned(id: u32, retailer: u32, producer: u32, slot: u32) -> Planned {
    Planned { meeting: meeting(id, retailer, producer), slot: Some(slot), is_fixed: false }
}

/// Retailer 1 is free in slot 0 and producer 1 in slot 1, but not both at once.
fn crossed() -> Vec<Planned> {
    vec![planned(1, 2, 1, 0), planned(2, 1, 2, 1), planned(3, 3, 3, 0), planned(4, 3, 4, 1)]
}

fn with_new(plan: &[Planned], first_free_slot: u32, limits: Limits) -> Rearranged {
    rearrange(plan, &Change { added: &[meeting(9, 1, 1)], first_free_slot, ..Change::default() }, limits)
        .unwrap()
}

#[test]
fn one_meeting_moves_where_no_slot_is_free_for_both() {
    let Rearranged { timetable, moved } = with_new(&crossed(), 0, slots(3));

    assert_eq!(moved, [Move { meeting: meeting(1, 2, 1), from: 0, to: 1 }]);
    assert!(timetable.placed.contains(&Placed { meeting: meeting(9, 1, 1), slot: 0 }));
    assert_eq!(timetable.slots(), 2);
}

#[test]
fn the_other_one_moves_where_the_first_is_fixed() {
    let mut plan = crossed();
    plan[0].is_fixed = true;

    let Rearranged { timetable, moved } = with_new(&plan, 0, slots(2));

    assert_eq!(moved, [Move { meeting: meeting(2, 1, 2), from: 1, to: 0 }]);
    assert!(timetable.placed.contains(&Placed { meeting: meeting(9, 1, 1), slot: 1 }));
}

#[test]
fn where_nothing_can_move_a_slot_in_reserve_is_taken_and_else_none() {
    let mut plan = crossed();
    plan[0].is_fixed = true;
    plan[1].is_fixed = true;

    let reserve = with_new(&plan, 0, slots(3));
    let none = with_new(&plan, 0, slots(2));

    assert!(reserve.timetable.placed.contains(&Placed { meeting: meeting(9, 1, 1), slot: 2 }));
    assert_eq!(none.timetable.unplaced, [meeting(9, 1, 1)]);
    assert_eq!((reserve.moved, none.moved), (vec![], vec![]));
}

#[test]
fn what_has_no_slot_yet_cannot_be_fixed() {
    // It gets slot 0 first, and gives it to the new one.
    let waiting = Planned { slot: None, is_fixed: true, ..planned(1, 2, 1, 0) };
    let fixed =
        |id, retailer, producer, slot| Planned { is_fixed: true, ..planned(id, retailer, producer, slot) };
    let plan = [waiting, fixed(2, 1, 2, 1), fixed(3, 3, 3, 0)];

    let Rearranged { timetable, moved } = with_new(&plan, 0, slots(2));

    assert_eq!(timetable.unplaced, []);
    assert_eq!(moved, []);
}

#[test]
fn nothing_is_exchanged_with_the_past() {
    let one_is_past = with_new(&crossed(), 1, slots(2));
    let all_is_past = with_new(&crossed(), 2, slots(3));

    assert_eq!(one_is_past.timetable.unplaced, [meeting(9, 1, 1)]);
    assert!(all_is_past.timetable.placed.contains(&Placed { meeting: meeting(9, 1, 1), slot: 2 }));
    assert_eq!((one_is_past.moved, all_is_past.moved), (vec![], vec![]));
}

#[test]
fn a_table_is_freed_by_moving_others() {
    // Both are free in slot 0 only, where both tables are taken.
    let plan = [
        planned(1, 2, 2, 0),
        planned(2, 3, 3, 0),
        planned(3, 1, 4, 1),
        planned(4, 4, 1, 2),
        planned(5, 2, 5, 1),
        planned(6, 3, 6, 2),
    ];
    let limits = Limits { slots: Some(3), tables: NonZeroU32::new(3) };

    let wide = with_new(&plan, 0, limits);
    let tight = with_new(&plan[..5], 0, Limits { tables: NonZeroU32::new(2), ..limits });

    assert_eq!(wide.moved, []);
    assert_eq!(tight.moved, [Move { meeting: meeting(1, 2, 2), from: 0, to: 2 }]);
    assert!(tight.timetable.placed.contains(&Placed { meeting: meeting(9, 1, 1), slot: 0 }));
}

#[test]
fn a_table_is_freed_where_it_moves_the_fewest() {
    let fixed = |planned| Planned { is_fixed: true, ..planned };
    // From slot 0 to slot 1 leads a chain of three meetings, to slot 2 one of a single meeting.
    let plan = [
        planned(1, 2, 2, 0),
        planned(2, 3, 3, 0),
        fixed(planned(3, 4, 4, 0)),
        planned(4, 2, 3, 1),
        fixed(planned(5, 1, 5, 1)),
        planned(6, 2, 6, 2),
        fixed(planned(7, 5, 1, 2)),
    ];
    let limits = Limits { slots: Some(3), tables: NonZeroU32::new(3) };

    assert_eq!(with_new(&plan, 0, limits).moved, [Move { meeting: meeting(2, 3, 3), from: 0, to: 2 }]);
    let two_slots = Limits { slots: Some(2), ..limits };
    assert_eq!(with_new(&plan[..5], 0, two_slots).moved.len(), 3);
}

#[test]
fn who_waited_comes_before_who_is_new() {
    let waiting = Planned { slot: None, ..planned(8, 7, 7, 0) };
    let change = Change { added: &[meeting(9, 1, 7)], removed: &[1], ..Change::default() };

    let rearranged = rearrange(&[planned(1, 2, 7, 0), waiting], &change, slots(1)).unwrap();

    assert_eq!(rearranged.timetable.placed, [Placed { meeting: meeting(8, 7, 7), slot: 0 }]);
    assert_eq!(rearranged.timetable.unplaced, [meeting(9, 1, 7)]);
}
