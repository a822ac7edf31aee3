//! Meetings of several pages by their slots: a slot has one heading, wherever a page ends.

use crate::pages::own_meetings::{Meeting, Slot};

/// The meetings of a slot, or those that have none.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    pub(super) slot: Option<Slot>,
    pub(super) meetings: Vec<Meeting>,
}

impl Group {
    /// What tells it from others and from itself when more of it is known.
    pub(super) fn key(&self) -> (i32, usize) {
        (self.slot.as_ref().map_or(-1, |slot| slot.number), self.meetings.len())
    }
}

/// Meetings in the order of the list that follow each other and have the same slot.
pub(super) fn by_slot(meetings: &[Meeting]) -> Vec<Group> {
    let number = |meeting: &Meeting| meeting.slot.as_ref().map(|slot| slot.number);
    let groups = meetings.chunk_by(|one, next| number(one) == number(next));
    let group = |meetings: &[Meeting]| {
        let slot = meetings.first().and_then(|meeting| meeting.slot.clone());
        Group { slot, meetings: meetings.to_vec() }
    };
    groups.map(group).collect()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn meeting(slot: Option<i32>) -> Meeting {
        let slot = slot.map(|number| Slot { number, day: NaiveDate::MIN, from_minute: 0, to_minute: 20 });
        Meeting::planned("A", "B", slot)
    }

    #[test]
    fn a_slot_has_one_group_and_those_without_come_last() {
        let meetings = [Some(0), Some(0), Some(2), Some(2), Some(2), None].map(meeting);

        let keys: Vec<_> = by_slot(&meetings).iter().map(Group::key).collect();

        assert_eq!(keys, [(0, 2), (2, 3), (-1, 1)]);
        assert!(by_slot(&[]).is_empty());
    }
}
