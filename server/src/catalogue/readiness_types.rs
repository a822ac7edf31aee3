//! What the API shows of readiness.

use async_graphql::{Enum, Object, SimpleObject};
use shared::Mend;

use crate::{numbers::int, requirements::Requirement};

/// What buyers ask, against what is known.
pub struct Readiness {
    items: Vec<ReadinessItem>,
}

impl Readiness {
    pub(super) fn new(items: Vec<ReadinessItem>) -> Self {
        Self { items }
    }

    fn count(&self, state: ReadinessState) -> i32 {
        let count = self.items.iter().filter(|item| item.state == state).count();
        int(count)
    }
}

/// What buyers ask, against what is known.
#[Object]
impl Readiness {
    /// How much of it is met.
    async fn met(&self) -> i32 {
        self.count(ReadinessState::Met)
    }
    /// How much is not.
    async fn unmet(&self) -> i32 {
        self.count(ReadinessState::Unmet)
    }
    /// Of how much nothing is known.
    async fn unknown(&self) -> i32 {
        self.count(ReadinessState::Unknown)
    }
    /// All of it, in the order of the list.
    async fn items(&self) -> &[ReadinessItem] {
        &self.items
    }
}

/// One thing that buyers ask.
#[derive(SimpleObject)]
pub struct ReadinessItem {
    /// What they ask.
    pub(super) requirement: Requirement,
    /// Whether it is met.
    pub(super) state: ReadinessState,
    /// What that rests on, as data: a number, a date, the number of a paper; null when nothing is known.
    pub(super) rests: Option<String>,
    /// Where it can be mended; null when it is met.
    pub(super) mend: Option<Mend>,
}

/// Whether something that is asked is met.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadinessState {
    /// It is.
    Met,
    /// It is not.
    Unmet,
    /// Nothing is known.
    Unknown,
}
