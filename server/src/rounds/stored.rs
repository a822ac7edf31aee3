//! What a round keeps in single columns.

use chrono::{DateTime, Utc};
use matchmaking::{said, scoring::Weights};
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};
use shared::CapKind;
use uuid::Uuid;

/// Which products are taken in. All that is empty asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Scope {
    /// Codes of groups; any of them, or of one below.
    pub groups: Vec<String>,
    /// Codes of provinces of today; any of them.
    pub provinces: Vec<String>,
    /// The fewest stars that certainly hold.
    pub min_stars: Option<u8>,
    /// Only of producers that are approved for the event of the round.
    #[serde(default)]
    pub of_participants: bool,
}

/// How much each part of a score counts in this round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct StoredWeights(pub Weights);

/// A sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct StoredSaid {
    /// In Vietnamese.
    pub vi: String,
    /// In English.
    pub en: String,
}

impl From<said::Said> for StoredSaid {
    fn from(said: said::Said) -> Self {
        Self { vi: said.vi, en: said.en }
    }
}

/// What is known of a plan beside its pairs. Scores are in hundredths of a point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Outcome {
    /// When it was found.
    pub solved_at: DateTime<Utc>,
    /// How long that took.
    pub took_ms: u64,
    /// The total score.
    pub objective: u64,
    /// What no plan exceeds.
    pub bound: u64,
    /// Pairs of the plan.
    pub pairs: usize,
    /// Needs with a pair.
    pub served: usize,
    /// Needs without one.
    pub unserved: usize,
    /// Pairs that were weighed.
    pub candidates: usize,
    /// Pairs that pass and were not weighed, because their need had better ones enough.
    pub left_out: usize,
    /// Pairs that pass and are introduced already.
    pub introduced: usize,
    /// Producers of what was weighed.
    pub producers: usize,
    /// The reached caps that cost the most.
    pub full_caps: Vec<FullCap>,
    /// How many caps are reached.
    pub full_cap_count: usize,
}

/// A cap that is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FullCap {
    /// Whose.
    pub kind: CapKind,
    /// Of which need, product or producer.
    pub item: Uuid,
    /// The cap.
    pub cap: u32,
    /// What one more place would add to the total score.
    pub gain: u32,
}
