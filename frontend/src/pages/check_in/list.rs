//! Those who take part, as the device keeps them: no more than the door needs. Who has come follows from what the server
//! knew and what waits to be sent.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use shared::text::fold;

use super::queue::{Queue, Told};
use crate::api::TradeParty;

/// After so many minutes the list is read anew, however many have come: a name or a number of people may be another one.
const GOOD_FOR: TimeDelta = TimeDelta::minutes(10);

/// Somebody who takes part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Guest {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) side: TradeParty,
    pub(super) code: String,
    pub(super) people: i32,
    /// When they came, as the server knows it.
    pub(super) came: Option<DateTime<Utc>>,
}

/// All of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct List {
    /// What the event is called.
    pub(super) event: String,
    /// When it was read from the server.
    pub(super) read_at: DateTime<Utc>,
    /// The account that read it; without a network it opens for this one only.
    #[serde(default)]
    pub(super) read_by: String,
    pub(super) guests: Vec<Guest>,
}

/// How many of a side have come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) side: TradeParty,
    pub(crate) arrived: usize,
    pub(crate) all: usize,
}

impl Guest {
    /// When they came; what waits to be sent is the last word.
    pub(super) fn arrived(&self, queue: &Queue) -> Option<DateTime<Utc>> {
        match queue.waiting_of(&self.code) {
            Some(waiting) if waiting.is_undone => None,
            Some(waiting) => Some(self.came.map_or(waiting.at, |came| came.min(waiting.at))),
            None => self.came,
        }
    }
}

impl List {
    /// Who has a code.
    pub(super) fn of_code(&self, code: &str) -> Option<&Guest> {
        self.guests.iter().find(|guest| guest.code == code)
    }

    /// Takes over what the server said.
    pub(super) fn take(&mut self, told: &[Told]) {
        for told in told {
            let guest = self.guests.iter_mut().find(|guest| guest.code == told.code);
            if let Some((guest, came)) = guest.zip(told.came) {
                guest.came = came;
            }
        }
    }

    /// Whether it is what the server knows now, as far as that can be told without reading it: as many are to come and have
    /// come. What waits to be sent is not the server's.
    pub(super) fn is_right(&self, sides: &[Count], now: DateTime<Utc>) -> bool {
        let is_fresh = now - self.read_at < GOOD_FOR;
        is_fresh && self.counts(&Queue::default()).iter().all(|count| sides.contains(count))
    }

    /// How many have come, the retailers first.
    pub(super) fn counts(&self, queue: &Queue) -> [Count; 2] {
        [TradeParty::Retailer, TradeParty::Producer].map(|side| {
            let of_side = || self.guests.iter().filter(move |guest| guest.side == side);
            let arrived = of_side().filter(|guest| guest.arrived(queue).is_some()).count();
            Count { side, arrived, all: of_side().count() }
        })
    }

    /// Those whose names have the text in them, however it is accented; or whose code it is.
    pub(super) fn found(&self, text: &str) -> Vec<Guest> {
        let wanted = fold(text.trim());
        let code = shared::events::badge::read(text);
        let is_wanted =
            |guest: &&Guest| fold(&guest.name).contains(&wanted) || code.as_ref() == Some(&guest.code);
        self.guests.iter().filter(is_wanted).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::queue::Arrival;
    use super::super::queue::tests::{arrival, at};
    use super::*;

    fn guest(name: &str, side: TradeParty, code: &str, came: Option<u32>) -> Guest {
        let came = came.map(at);
        Guest { id: code.to_owned(), name: name.to_owned(), side, code: code.to_owned(), people: 2, came }
    }

    fn list() -> List {
        let guests = vec![
            guest("Siêu thị Mẫu", TradeParty::Retailer, "AAAA2222", None),
            guest("HTX Chè Ba Trại", TradeParty::Producer, "BBBB2222", Some(10)),
            guest("Mộc Châu", TradeParty::Producer, "CCCC2222", None),
        ];
        List { event: "Hội nghị".to_owned(), read_at: at(0), read_by: String::new(), guests }
    }

    #[test]
    fn who_waits_to_be_sent_has_come_and_who_was_taken_back_has_not() {
        let mut queue = Queue::default();
        let counted = |queue: &Queue| list().counts(queue).map(|count| (count.arrived, count.all));

        assert_eq!(counted(&queue), [(0, 1), (1, 2)]);
        queue.note(arrival("AAAA2222", 20));
        queue.note(arrival("CCCC2222", 21));
        assert_eq!(counted(&queue), [(1, 1), (2, 2)]);
        queue.note(Arrival { is_undone: true, ..arrival("BBBB2222", 22) });
        assert_eq!(counted(&queue), [(1, 1), (1, 2)]);
    }

    #[test]
    fn the_earliest_time_counts() {
        let mut queue = Queue::default();
        queue.note(arrival("BBBB2222", 20));
        queue.note(arrival("AAAA2222", 20));

        let arrived = |code| list().of_code(code).unwrap().arrived(&queue);

        assert_eq!(arrived("BBBB2222"), Some(at(10)));
        assert_eq!(arrived("AAAA2222"), Some(at(20)));
    }

    #[test]
    fn what_the_server_says_is_taken_over() {
        let mut list = list();
        let told = |code: &str, came| Told { code: code.to_owned(), came, problem: None };

        list.take(&[
            told("AAAA2222", Some(Some(at(5)))),
            told("BBBB2222", Some(None)),
            told("CCCC2222", None),
            told("ZZZZ2222", None),
        ]);

        let came: Vec<_> = list.guests.iter().map(|guest| guest.came).collect();
        assert_eq!(came, [Some(at(5)), None, None]);
    }

    #[test]
    fn it_is_right_while_as_many_have_come_as_it_says_and_for_ten_minutes() {
        let list = list();
        let sides = |retailers, producers| {
            let retailers = Count { side: TradeParty::Retailer, arrived: retailers, all: 1 };
            [retailers, Count { side: TradeParty::Producer, arrived: producers, all: 2 }]
        };

        assert!(list.is_right(&sides(0, 1), at(9)));
        assert!(!list.is_right(&sides(1, 1), at(9)));
        assert!(!list.is_right(&sides(0, 2), at(9)));
        assert!(!list.is_right(&sides(0, 1), at(10)));
        assert!(!list.is_right(&[], at(9)));
    }

    #[test]
    fn a_list_that_was_kept_before_it_said_who_read_it_is_nobodys() {
        let kept = r#"{"event":"Hội nghị","read_at":"2026-12-10T01:00:00Z","guests":[]}"#;

        assert_eq!(serde_json::from_str::<List>(kept).unwrap().read_by, "");
    }

    #[test]
    fn a_guest_is_found_by_name_without_accents_or_by_code() {
        let list = list();
        let names = |text: &str| list.found(text).into_iter().map(|guest| guest.name).collect::<Vec<_>>();

        assert_eq!(names("che ba"), ["HTX Chè Ba Trại"]);
        assert_eq!(names(" cccc-2222 "), ["Mộc Châu"]);
        assert_eq!(names("").len(), 3);
        assert_eq!(names("không có"), [""; 0]);
    }
}
