//! Arrivals that were noted here: those that wait to be sent, in order, and those that the server did not take.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use shared::limits;

use crate::api::ArrivalProblem;

/// An arrival, or that it is taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Arrival {
    pub(super) code: String,
    pub(super) at: DateTime<Utc>,
    pub(super) is_undone: bool,
}

/// An arrival that the server did not take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Refusal {
    pub(super) arrival: Arrival,
    pub(super) problem: ArrivalProblem,
}

/// What the server said of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) code: String,
    /// When the participant came, as the server knows it now; nothing of a code that nobody has.
    pub(super) came: Option<Option<DateTime<Utc>>>,
    pub(super) problem: Option<ArrivalProblem>,
}

/// All of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Queue {
    pub(super) waiting: Vec<Arrival>,
    pub(super) refused: Vec<Refusal>,
}

impl Queue {
    /// Adds one at the end. What was said of the code before no longer matters.
    pub(super) fn note(&mut self, arrival: Arrival) {
        self.refused.retain(|refusal| refusal.arrival.code != arrival.code);
        self.waiting.push(arrival);
    }

    /// What is to be sent next: the oldest, as many as are taken at once.
    pub(super) fn batch(&self) -> Vec<Arrival> {
        self.waiting.iter().take(limits::ARRIVALS).cloned().collect()
    }

    /// The server has answered to what was sent: that waits no longer, and what it did not take is kept to be shown.
    /// What was noted meanwhile stays.
    pub(super) fn settle(&mut self, sent: &[Arrival], told: &[Told]) {
        for arrival in sent {
            // Another window may have sent it too.
            if let Some(place) = self.waiting.iter().position(|waiting| waiting == arrival) {
                self.waiting.remove(place);
            }
        }
        for told in told {
            let Some(problem) = told.problem else { continue };
            let arrival = sent.iter().rfind(|arrival| arrival.code == told.code);
            let is_listed = self.refused.iter().any(|refusal| refusal.arrival.code == told.code);
            let waits = self.waiting.iter().any(|arrival| arrival.code == told.code);
            if let Some(arrival) = arrival.filter(|_| !is_listed && !waits) {
                self.refused.push(Refusal { arrival: arrival.clone(), problem });
            }
        }
    }

    /// It was seen that one was not taken.
    pub(super) fn dismiss(&mut self, code: &str) {
        self.refused.retain(|refusal| refusal.arrival.code != code);
    }

    /// What waits of a code: the last word on it.
    pub(super) fn waiting_of(&self, code: &str) -> Option<&Arrival> {
        self.waiting.iter().rfind(|arrival| arrival.code == code)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in super::super) fn at(minute: u32) -> DateTime<Utc> {
        format!("2026-12-10T01:{minute:02}:00Z").parse().unwrap()
    }

    pub(in super::super) fn arrival(code: &str, minute: u32) -> Arrival {
        Arrival { code: code.to_owned(), at: at(minute), is_undone: false }
    }

    fn told(code: &str, problem: Option<ArrivalProblem>) -> Told {
        Told { code: code.to_owned(), came: None, problem }
    }

    fn codes(queue: &Queue) -> Vec<&str> {
        queue.waiting.iter().map(|arrival| arrival.code.as_str()).collect()
    }

    #[test]
    fn what_was_noted_while_others_were_sent_still_waits() {
        let mut queue = Queue::default();
        queue.note(arrival("A", 1));
        queue.note(arrival("B", 2));
        let sent = queue.batch();
        queue.note(arrival("C", 3));
        queue.note(Arrival { is_undone: true, ..arrival("A", 4) });

        queue.settle(&sent, &[told("A", None), told("B", None)]);

        assert_eq!(codes(&queue), ["C", "A"]);
        assert!(queue.waiting_of("A").unwrap().is_undone);
        assert!(queue.refused.is_empty() && queue.waiting_of("B").is_none());
    }

    #[test]
    fn what_the_server_did_not_take_is_kept_once_and_can_be_dismissed() {
        let mut queue = Queue::default();
        queue.note(arrival("A", 1));
        queue.note(arrival("A", 2));
        queue.note(arrival("B", 3));
        let unknown = Some(ArrivalProblem::UnknownCode);

        let sent = queue.batch();
        queue.settle(&sent, &[told("A", unknown), told("A", unknown), told("B", None)]);

        assert!(queue.waiting.is_empty());
        assert_eq!(queue.refused.len(), 1);
        assert_eq!(queue.refused[0].arrival, arrival("A", 2));
        queue.dismiss("A");
        assert!(queue.refused.is_empty());
    }

    #[test]
    fn trying_once_more_takes_the_refusal_away() {
        let refusal = Refusal { arrival: arrival("A", 1), problem: ArrivalProblem::NotApproved };
        let mut queue = Queue { refused: vec![refusal], ..Queue::default() };

        queue.note(arrival("A", 2));

        assert!(queue.refused.is_empty());
        // The answer to the first attempt comes late.
        queue.settle(&[arrival("A", 1)], &[told("A", Some(ArrivalProblem::NotApproved))]);
        assert!(queue.refused.is_empty());
        assert_eq!(codes(&queue), ["A"]);
    }

    #[test]
    fn many_are_sent_in_parts_and_in_order() {
        let mut queue = Queue::default();
        for number in 0..limits::ARRIVALS + 2 {
            queue.note(arrival(&number.to_string(), 1));
        }

        let first = queue.batch();
        queue.settle(&first, &[]);

        assert_eq!((first.len(), first[0].code.as_str()), (limits::ARRIVALS, "0"));
        assert_eq!(codes(&queue), ["500", "501"]);
    }

    #[test]
    fn a_queue_is_read_back_from_the_device() {
        let mut queue = Queue::default();
        queue.note(arrival("A", 1));
        queue.refused.push(Refusal { arrival: arrival("B", 2), problem: ArrivalProblem::BadTime });

        let kept = serde_json::to_string(&queue).unwrap();

        assert_eq!(serde_json::from_str::<Queue>(&kept).unwrap(), queue);
        assert_eq!(serde_json::from_str::<Queue>("{}").unwrap(), Queue::default());
    }
}
