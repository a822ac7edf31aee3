//! The last answers, so that going back shows at once what was there, at the same height. They are forgotten when
//! something was changed, and when another account sees another site.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::sync::Arc;

/// Answers kept.
const ROOM: usize = 60;
/// Milliseconds an answer is good for.
const FRESH_MS: f64 = 120_000.0;

struct Remembered {
    question: String,
    answer: Arc<str>,
    at_ms: f64,
}

thread_local! {
    static ANSWERS: RefCell<VecDeque<Remembered>> = const { RefCell::new(VecDeque::new()) };
    static TIMES_FORGOTTEN: Cell<u32> = const { Cell::new(0) };
}

/// A time between two forgettings: what was asked in one must not be remembered in the next.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Age(u32);

/// The age it is now.
pub(crate) fn age() -> Age {
    Age(TIMES_FORGOTTEN.get())
}

/// Forgets all answers, also those still on their way.
pub(crate) fn forget() {
    TIMES_FORGOTTEN.set(TIMES_FORGOTTEN.get().wrapping_add(1));
    ANSWERS.with_borrow_mut(VecDeque::clear);
}

/// The answer given a short while ago to the same question.
pub(crate) fn recall(question: &str, now_ms: f64) -> Option<Arc<str>> {
    ANSWERS.with_borrow(|answers| {
        let known = answers.iter().find(|known| known.question == question)?;
        (now_ms - known.at_ms < FRESH_MS).then(|| known.answer.clone())
    })
}

/// Keeps an answer, forgetting the oldest when there are too many. An answer to what was asked in another age is not
/// kept.
pub(crate) fn remember(question: &str, answer: Arc<str>, asked_in: Age, now_ms: f64) {
    if asked_in != age() {
        return;
    }
    ANSWERS.with_borrow_mut(|answers| {
        answers.retain(|known| known.question != question);
        if answers.len() == ROOM {
            answers.pop_front();
        }
        answers.push_back(Remembered { question: question.to_owned(), answer, at_ms: now_ms });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_recalled_while_it_is_fresh() {
        remember("fresh?", "yes".into(), age(), 0.0);

        assert_eq!(recall("fresh?", FRESH_MS - 1.0).as_deref(), Some("yes"));
        assert_eq!(recall("fresh?", FRESH_MS), None);
        assert_eq!(recall("other?", 0.0), None);
    }

    #[test]
    fn the_oldest_answer_is_forgotten_first() {
        for number in 0..=ROOM {
            remember(&number.to_string(), "".into(), age(), 0.0);
        }

        assert!(recall("0", 0.0).is_none());
        assert!(recall("1", 0.0).is_some());
    }

    #[test]
    fn nothing_is_remembered_across_a_forgetting() {
        let before = age();
        remember("mine?", "yes".into(), before, 0.0);

        forget();
        remember("late?", "yes".into(), before, 0.0);

        assert!(recall("mine?", 0.0).is_none() && recall("late?", 0.0).is_none());
    }
}
