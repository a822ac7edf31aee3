//! Why meetings have no slot, as far as the numbers tell.

/// What a timetable has room for, and what has to find room in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Numbers {
    pub(super) meetings: i32,
    pub(super) unplaced: i32,
    pub(super) slots: i32,
    pub(super) reserve: i32,
    pub(super) tables: i32,
    pub(super) fewest: i32,
}

/// Why some have no slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// Somebody has more meetings than there are slots.
    OneHasTooMany {
        /// Meetings of who has most.
        most: i32,
        /// Slots there are.
        slots: i32,
    },
    /// There are fewer places than meetings.
    TooFewPlaces {
        /// Slots times tables.
        places: i32,
        /// All meetings.
        meetings: i32,
    },
    /// They came after it was made, or were put back.
    Behind,
}

impl Numbers {
    /// Why some have no slot; nothing when all have one.
    pub(super) fn why(self) -> Option<Why> {
        if self.unplaced == 0 {
            return None;
        }
        let slots = (self.slots - self.reserve).max(0);
        let places = slots.saturating_mul(self.tables);
        Some(if self.fewest > slots {
            Why::OneHasTooMany { most: self.fewest, slots }
        } else if self.meetings > places {
            Why::TooFewPlaces { places, meetings: self.meetings }
        } else {
            Why::Behind
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn why_meetings_have_no_slot_follows_from_the_numbers() {
        let room = Numbers { meetings: 100, unplaced: 4, slots: 11, reserve: 1, tables: 10, fewest: 8 };

        assert_eq!(Numbers { unplaced: 0, ..room }.why(), None);
        assert_eq!(room.why(), Some(Why::Behind));
        assert_eq!(Numbers { fewest: 11, ..room }.why(), Some(Why::OneHasTooMany { most: 11, slots: 10 }));
        let full = Numbers { meetings: 104, ..room };
        assert_eq!(full.why(), Some(Why::TooFewPlaces { places: 100, meetings: 104 }));
    }
}
