//! Questions that make no sense.

use std::num::NonZeroU32;

use matchmaking::timetable::{Change, Limits, Placed, Planned, Problem, arrange, rearrange, seats};

use crate::events::{meeting, slots, tables};

const NO_LIMITS: Limits = Limits { slots: None, tables: None };

fn planned(id: u32, retailer: u32, producer: u32, slot: u32) -> Planned {
    Planned { meeting: meeting(id, retailer, producer), slot: Some(slot), is_fixed: false }
}

fn refused(plan: &[Planned], change: &Change<'_>, limits: Limits) -> Problem {
    rearrange(plan, change, limits).unwrap_err()
}

#[test]
fn an_id_that_stands_there_twice_is_refused() {
    let two = [meeting(7, 1, 1), meeting(7, 2, 2)];
    let placed = two.map(|meeting| Placed { meeting, slot: meeting.retailer });
    let plan = [planned(7, 1, 1, 0)];

    assert_eq!(arrange(&two, NO_LIMITS), Err(Problem::DuplicateMeeting(7)));
    assert_eq!(seats(&placed, None), Err(Problem::DuplicateMeeting(7)));
    let twice = refused(&[planned(7, 1, 1, 0), planned(7, 2, 2, 0)], &Change::default(), NO_LIMITS);
    assert_eq!(twice, Problem::DuplicateMeeting(7));
    let added = Change { added: &[meeting(7, 2, 2)], ..Change::default() };
    assert_eq!(refused(&plan, &added, NO_LIMITS), Problem::DuplicateMeeting(7));
    let replaced = Change { removed: &[7], ..added };
    assert!(rearrange(&plan, &replaced, NO_LIMITS).is_ok(), "one that leaves makes place for its id");
}

#[test]
fn what_is_not_there_cannot_be_removed() {
    let change = Change { removed: &[8], ..Change::default() };

    assert_eq!(refused(&[planned(7, 1, 1, 0)], &change, NO_LIMITS), Problem::UnknownMeeting(8));
}

#[test]
fn a_plan_that_breaks_the_limits_is_refused_unless_it_is_past() {
    let same_retailer = [planned(1, 1, 1, 3), planned(2, 1, 2, 3)];
    let same_producer = [planned(1, 1, 1, 3), planned(2, 2, 1, 3)];
    let apart = [planned(1, 1, 1, 3), planned(2, 2, 2, 3)];
    let now = Change { first_free_slot: 3, ..Change::default() };
    let later = Change { first_free_slot: 4, ..Change::default() };
    let two_at_once = Problem::TwoAtOnce { slot: 3, meetings: [1, 2] };
    let too_few_tables = Problem::TooFewTables { slot: 3, meetings: 2, tables: 1 };
    let no_such_slot = Problem::NoSuchSlot { meeting: 1, slot: 3, slots: 3 };

    for (plan, limits, problem) in [
        (same_retailer, NO_LIMITS, two_at_once.clone()),
        (same_producer, NO_LIMITS, two_at_once),
        (apart, tables(1), too_few_tables),
        (apart, slots(3), no_such_slot),
    ] {
        assert_eq!(refused(&plan, &now, limits), problem);
        assert!(rearrange(&plan, &later, limits).is_ok(), "{problem}");
    }
    assert!(rearrange(&apart, &now, Limits { slots: Some(4), tables: NonZeroU32::new(2) }).is_ok());
}

#[test]
fn two_at_once_and_too_few_tables_get_no_seats() {
    let at = |id, retailer, producer| Placed { meeting: meeting(id, retailer, producer), slot: 3 };
    let two_at_once = Problem::TwoAtOnce { slot: 3, meetings: [1, 2] };

    assert_eq!(seats(&[at(1, 1, 1), at(2, 1, 2)], None), Err(two_at_once.clone()));
    assert_eq!(seats(&[at(1, 1, 1), at(2, 2, 1)], None), Err(two_at_once));
    let one = NonZeroU32::new(1);
    let too_few_tables = Problem::TooFewTables { slot: 3, meetings: 2, tables: 1 };
    assert_eq!(seats(&[at(1, 1, 1), at(2, 2, 2)], one), Err(too_few_tables));
}

#[test]
fn slots_of_any_number_are_understood() {
    let last = u32::MAX - 1;
    let plan = [planned(1, 1, 1, last)];
    let change = Change { added: &[meeting(2, 1, 2)], ..Change::default() };

    let rearranged = rearrange(&plan, &change, NO_LIMITS).unwrap();

    assert_eq!(rearranged.timetable.slots(), u32::MAX);
    assert_eq!(rearranged.timetable.placed[0], Placed { meeting: meeting(2, 1, 2), slot: 0 });
    let beyond = refused(&[planned(1, 1, 1, u32::MAX)], &Change::default(), NO_LIMITS);
    assert_eq!(beyond, Problem::NoSuchSlot { meeting: 1, slot: u32::MAX, slots: u32::MAX });
}
