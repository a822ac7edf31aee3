//! What can be wrong with a draft; every message names the thing.

use std::fmt;

use super::draft::{MAX_CAP, MAX_SCORE, Pair};

/// What kind of thing a cap belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemKind {
    /// A need.
    Need,
    /// A product.
    Product,
    /// A producer.
    Producer,
}

/// A thing with a cap.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Item {
    /// What it is.
    pub kind: ItemKind,
    /// Its id.
    pub id: String,
}

/// Where a pair was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PairList {
    /// Among the edges.
    Edges,
    /// Among the pins.
    Pins,
    /// Among the forbidden pairs.
    Forbids,
}

/// Why a draft can't be a round.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Two of a kind have the same id.
    #[error("{0} stands there twice")]
    DuplicateId(Item),
    /// A cap is negative or too large.
    #[error("{item}: the cap must be a whole number from 0 to {MAX_CAP}, not {cap}")]
    CapOutOfRange {
        /// Whose cap.
        item: Item,
        /// As it was given.
        cap: i64,
    },
    /// A product is of nobody.
    #[error("product {product:?}: there is no producer {producer:?}")]
    UnknownProducer {
        /// The product.
        product: String,
        /// The id that leads nowhere.
        producer: String,
    },
    /// One side of a pair does not exist.
    #[error("{list} {pair}: there is no {missing}")]
    UnknownItem {
        /// Where.
        list: PairList,
        /// The pair.
        pair: Pair,
        /// The side that is missing.
        missing: Item,
    },
    /// A score is negative or too large.
    #[error("edge {pair}: the score must be a whole number from 0 to {MAX_SCORE}, not {score}")]
    ScoreOutOfRange {
        /// The pair.
        pair: Pair,
        /// As it was given.
        score: i64,
    },
    /// A pair is an edge or a pin twice.
    #[error("{list} {pair} stands there twice")]
    DuplicatePair {
        /// Where.
        list: PairList,
        /// The pair.
        pair: Pair,
    },
    /// A pair is pinned that may not be planned at all.
    #[error("pin {0} has no edge")]
    PinWithoutEdge(Pair),
    /// A pair is pinned and forbidden.
    #[error("{0} is both pinned and forbidden")]
    PinnedAndForbidden(Pair),
    /// More pairs are pinned than a cap allows.
    #[error("{item} has the cap {cap}, but these pins: {}", told(pins))]
    PinsOverCap {
        /// Whose cap.
        item: Item,
        /// The cap.
        cap: u32,
        /// The pins that count against it.
        pins: Vec<Pair>,
    },
    /// More than can be counted.
    #[error("too many needs, products, producers and edges: {0}")]
    TooLarge(usize),
}

impl Problem {
    /// The message for people who read Vietnamese.
    pub fn in_vietnamese(&self) -> String {
        match self {
            Self::DuplicateId(item) => format!("{} bị lặp lại", vietnamese(item)),
            Self::CapOutOfRange { item, cap } => {
                format!(
                    "{}: giới hạn phải là số nguyên từ 0 đến {MAX_CAP}, không phải {cap}",
                    vietnamese(item)
                )
            }
            Self::UnknownProducer { product, producer } => {
                format!("sản phẩm {product:?}: không có chủ thể {producer:?}")
            }
            Self::UnknownItem { list, pair, missing } => {
                format!("{} {pair}: không có {}", listed(*list), vietnamese(missing))
            }
            Self::ScoreOutOfRange { pair, score } => {
                format!("cặp {pair}: điểm phải là số nguyên từ 0 đến {MAX_SCORE}, không phải {score}")
            }
            Self::DuplicatePair { list, pair } => format!("{} {pair} bị lặp lại", listed(*list)),
            Self::PinWithoutEdge(pair) => {
                format!("cặp được ghim {pair} không có trong danh sách cặp (edges)")
            }
            Self::PinnedAndForbidden(pair) => format!("cặp {pair} vừa được ghim vừa bị cấm"),
            Self::PinsOverCap { item, cap, pins } => {
                format!("{} có giới hạn {cap} nhưng có các cặp được ghim: {}", vietnamese(item), told(pins))
            }
            Self::TooLarge(count) => format!("quá nhiều nhu cầu, sản phẩm, chủ thể và cặp: {count}"),
        }
    }
}

impl fmt::Display for Item {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.kind {
            ItemKind::Need => "need",
            ItemKind::Product => "product",
            ItemKind::Producer => "producer",
        };
        write!(formatter, "{kind} {:?}", self.id)
    }
}

impl fmt::Display for PairList {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Edges => "edge",
            Self::Pins => "pin",
            Self::Forbids => "forbid",
        })
    }
}

impl fmt::Display for Pair {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?} – {:?}", self.need, self.product)
    }
}

fn told(pairs: &[Pair]) -> String {
    pairs.iter().map(Pair::to_string).collect::<Vec<_>>().join(", ")
}

fn vietnamese(item: &Item) -> String {
    let kind = match item.kind {
        ItemKind::Need => "nhu cầu",
        ItemKind::Product => "sản phẩm",
        ItemKind::Producer => "chủ thể",
    };
    format!("{kind} {:?}", item.id)
}

fn listed(list: PairList) -> &'static str {
    match list {
        PairList::Edges => "cặp",
        PairList::Pins => "cặp được ghim",
        PairList::Forbids => "cặp bị cấm",
    }
}
