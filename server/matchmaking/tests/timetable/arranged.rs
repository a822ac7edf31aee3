//! Timetables from nothing.

use std::num::NonZeroU32;

use matchmaking::timetable::{Limits, Meeting, arrange};
use microlp::{ComparisonOp, OptimizationDirection, Problem, SolutionStatus, SolveOutcome};
use proptest::prelude::*;

use crate::events::{any_event, busiest, cases, is_possible, meeting, sizes, slots, sorted, tables};

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn all_meet_in_the_fewest_slots((meetings, tables) in any_event(60)) {
        let limits = Limits { slots: None, tables };

        let timetable = arrange(&meetings, limits).unwrap();

        let by_tables = tables.map_or(0, |tables| meetings.len().div_ceil(tables.get() as usize));
        prop_assert!(is_possible(&timetable.placed, limits), "{:?}", timetable);
        prop_assert_eq!(sorted(timetable.placed.iter().map(|one| one.meeting)), sorted(meetings.clone()));
        prop_assert_eq!(timetable.slots() as usize, busiest(&meetings).max(by_tables));
        prop_assert!(timetable.unplaced.is_empty());
    }

    #[test]
    fn early_slots_have_more_meetings_than_late_ones((meetings, tables) in any_event(60)) {
        let timetable = arrange(&meetings, Limits { slots: None, tables }).unwrap();

        let sizes: Vec<usize> = sizes(&timetable.placed).into_values().collect();
        prop_assert!(sizes.is_sorted_by(|one, next| one >= next), "{:?}", sizes);
    }

    #[test]
    fn the_order_of_meetings_changes_nothing(
        (meetings, shuffled, tables, slots) in (any_event(40), prop::option::of(0..9_u32)).prop_flat_map(
            |((meetings, tables), slots)| {
                (Just(meetings.clone()), Just(meetings).prop_shuffle(), Just(tables), Just(slots))
            }
        )
    ) {
        let limits = Limits { slots, tables };

        prop_assert_eq!(arrange(&meetings, limits), arrange(&shuffled, limits));
    }

    #[test]
    fn of_too_many_the_most_that_fit_are_placed((meetings, tables) in any_event(40), slots in 0..8_u32) {
        let limits = Limits { slots: Some(slots), tables };

        let timetable = arrange(&meetings, limits).unwrap();

        let placed: Vec<Meeting> = timetable.placed.iter().map(|one| one.meeting).collect();
        prop_assert!(is_possible(&timetable.placed, limits), "{:?}", timetable);
        prop_assert_eq!(sorted(placed.iter().chain(&timetable.unplaced).copied()), sorted(meetings.clone()));
        let seats = tables.map_or(usize::MAX, |tables| (slots * tables.get()) as usize);
        prop_assert_eq!(placed.len(), most(&meetings, slots).min(seats));
        let by_tables = tables.map_or(0, |tables| placed.len().div_ceil(tables.get() as usize));
        prop_assert_eq!(timetable.slots() as usize, busiest(&placed).max(by_tables));
    }
}

/// The most meetings with at most so many for each participant, by a solver of linear programmes.
fn most(meetings: &[Meeting], each: u32) -> usize {
    let mut problem = Problem::new(OptimizationDirection::Maximize);
    let variables: Vec<_> = meetings.iter().map(|_| problem.add_var(1.0, (0.0, 1.0))).collect();
    let mut at_most = |belongs: &dyn Fn(&Meeting) -> bool| {
        let own = meetings.iter().zip(&variables).filter(|(meeting, _)| belongs(meeting));
        let own: Vec<_> = own.map(|(_, variable)| (*variable, 1.0)).collect();
        problem.add_constraint(own.as_slice(), ComparisonOp::Le, f64::from(each));
    };
    for one in meetings {
        at_most(&|other| other.retailer == one.retailer);
        at_most(&|other| other.producer == one.producer);
    }
    let SolveOutcome::Solution(solution) = problem.solve().unwrap() else { panic!("it was interrupted") };
    assert_eq!(solution.status(), SolutionStatus::Optimal);
    solution.objective().round() as usize
}

#[test]
fn numbers_may_be_of_any_size() {
    let largest = meeting(u32::MAX, u32::MAX, u32::MAX);
    let meetings = [largest, meeting(0, 0, u32::MAX), meeting(7, u32::MAX, 0)];

    let timetable =
        arrange(&meetings, Limits { slots: Some(u32::MAX), tables: Some(NonZeroU32::MAX) }).unwrap();

    assert_eq!(timetable.slots(), 2);
    assert_eq!(timetable.placed.len(), 3);
}

#[test]
fn a_retailer_and_a_producer_of_the_same_number_are_two() {
    let timetable = arrange(&[meeting(1, 4, 5), meeting(2, 5, 4)], tables(2)).unwrap();

    assert_eq!(timetable.slots(), 1);
}

#[test]
fn one_table_makes_one_meeting_after_the_other() {
    let meetings: Vec<Meeting> = (0..5).map(|number| meeting(number, number, number)).collect();

    assert_eq!(arrange(&meetings, tables(1)).unwrap().slots(), 5);
    assert_eq!(arrange(&meetings, tables(2)).unwrap().slots(), 3);
    assert_eq!(arrange(&meetings, tables(5)).unwrap().slots(), 1);
}

#[test]
fn nobody_needs_no_slots() {
    let timetable = arrange(&[], tables(3)).unwrap();

    assert_eq!(timetable.slots(), 0);
    assert_eq!(arrange(&[meeting(1, 1, 1)], slots(0)).unwrap().unplaced, [meeting(1, 1, 1)]);
}

#[test]
fn what_is_left_out_falls_on_the_busiest() {
    let busy = [meeting(1, 1, 1), meeting(2, 1, 2), meeting(3, 1, 3)];
    let meetings = [busy.as_slice(), &[meeting(4, 2, 1), meeting(5, 3, 4)]].concat();

    let by_slots = arrange(&meetings, slots(2)).unwrap();
    let by_tables = arrange(&meetings, Limits { slots: Some(3), tables: NonZeroU32::new(1) }).unwrap();

    assert_eq!(by_slots.unplaced, [meeting(1, 1, 1)]);
    assert_eq!(by_tables.unplaced, [meeting(1, 1, 1), meeting(3, 1, 3)]);
}

#[test]
fn one_who_has_a_place_gives_way_where_more_fit_so() {
    // Retailer 2 and producer 1 have the fewest meetings and are tried first; better they meet others.
    let pairs = [(2, 1), (1, 1), (2, 2), (1, 3), (1, 4), (3, 3), (4, 4), (5, 2), (6, 2), (5, 5), (6, 6)];
    let meetings = pairs.map(|(retailer, producer)| meeting(retailer * 10 + producer, retailer, producer));

    let timetable = arrange(&meetings, slots(1)).unwrap();

    let placed: Vec<u32> = timetable.placed.iter().map(|one| one.meeting.id).collect();
    assert_eq!(placed, [11, 22, 33, 44, 55, 66]);
}

#[test]
fn a_large_event_takes_the_fewest_slots_too() {
    let meetings: Vec<Meeting> =
        (0..5_000).map(|id| meeting(id, id * id % 151, id * 7_919 % 353 % 350)).collect();

    let narrow = arrange(&meetings, tables(60)).unwrap();
    let wide = arrange(&meetings, tables(150)).unwrap();

    assert_eq!(wide.slots() as usize, busiest(&meetings));
    assert_eq!(narrow.slots(), 5_000_u32.div_ceil(60).max(wide.slots()));
    assert!(is_possible(&narrow.placed, tables(60)) && is_possible(&wide.placed, tables(150)));
}
