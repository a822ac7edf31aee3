//! What a round is asked, as it is written down: in the JSON of `ocop allocate` by the same names.

use serde::{Deserialize, Deserializer};

/// The greatest score of a pair; the least is 0.
pub const MAX_SCORE: i64 = 10_000;
/// The greatest cap, which is as good as none.
pub const MAX_CAP: i64 = 1_000_000_000;

/// A round before it is checked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// What buyers look for.
    pub needs: Vec<Need>,
    /// Who makes the products.
    pub producers: Vec<Producer>,
    /// What may be proposed.
    pub products: Vec<Product>,
    /// The pairs that may be planned, each once.
    pub edges: Vec<Edge>,
    /// Pairs that must be planned; each needs its edge.
    #[serde(default, deserialize_with = "none_or_several")]
    pub pins: Vec<Pair>,
    /// Pairs that must not be planned, with or without an edge.
    #[serde(default, deserialize_with = "none_or_several")]
    pub forbids: Vec<Pair>,
}

/// What a buyer looks for.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Unique among needs.
    pub id: String,
    /// At most so many suppliers.
    pub cap: i64,
}

/// Who makes products.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Producer {
    /// Unique among producers.
    pub id: String,
    /// At most so many pairs with all its products together.
    pub cap: i64,
}

/// What may be proposed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// Unique among products.
    pub id: String,
    /// The id of who makes it.
    pub producer: String,
    /// At most so many needs.
    pub cap: i64,
}

/// A pair that may be planned.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edge {
    /// The id of the need.
    pub need: String,
    /// The id of the product.
    pub product: String,
    /// From 0 to [`MAX_SCORE`].
    pub score: i64,
}

/// A need and a product.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// The id of the need.
    pub need: String,
    /// The id of the product.
    pub product: String,
}

/// Some programs write `null` for a list they leave out.
fn none_or_several<'de, D: Deserializer<'de>>(list: D) -> Result<Vec<Pair>, D::Error> {
    Ok(Option::deserialize(list)?.unwrap_or_default())
}
