//! Why a need gets nothing.

use super::instance::{Fate, Instance};
use super::solution::Taken;

/// A need without any pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unserved {
    /// Its id.
    pub need: String,
    /// What stood in its way.
    pub why: WhyUnserved,
}

/// What stood in the way of a need; the first that applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyUnserved {
    /// Its own cap is 0.
    CapIsZero,
    /// No product may be proposed to it.
    NoEdges,
    /// Every product that might be proposed is forbidden.
    AllForbidden,
    /// Every product that is not forbidden has the score 0.
    AllWorthless,
    /// Every product that is worth something is full, or its producer is.
    AllFull {
        /// Products that are at their own cap.
        products: usize,
        /// Products that have room but whose producer is at its cap.
        producers: usize,
    },
}

pub(super) fn find(instance: &Instance, taken: &Taken) -> Vec<Unserved> {
    let mut edges = instance.edges.as_slice();
    let mut unserved = Vec::new();
    for (place, need) in instance.needs.iter().enumerate() {
        let (own, others) = edges.split_at(edges.partition_point(|edge| edge.need == place));
        edges = others;
        if taken.needs[place] > 0 {
            continue;
        }
        let mut allowed = own.iter().filter(|edge| edge.fate != Fate::Forbidden).peekable();
        let why = if need.cap == 0 {
            WhyUnserved::CapIsZero
        } else if own.is_empty() {
            WhyUnserved::NoEdges
        } else if allowed.peek().is_none() {
            WhyUnserved::AllForbidden
        } else {
            let worthy: Vec<_> = allowed.filter(|edge| edge.score > 0).collect();
            let is_full = |product: usize| taken.products[product] == instance.products[product].cap;
            let products = worthy.iter().filter(|edge| is_full(edge.product)).count();
            match worthy.len() {
                0 => WhyUnserved::AllWorthless,
                all => WhyUnserved::AllFull { products, producers: all - products },
            }
        };
        unserved.push(Unserved { need: need.id.clone(), why });
    }
    unserved
}
