//! Rounds that are made up, always the same for the same shape.

use std::collections::BTreeSet;

use matchmaking::allocation::{Draft, Edge, Need, Producer, Product};

/// What a round is like.
pub(crate) struct Shape {
    pub(crate) name: &'static str,
    needs: u64,
    products: u64,
    producers: u64,
    edges_of_need: u64,
    /// Caps are drawn from 1 to twice these less one.
    caps: Caps,
    /// How much of a score is the product's alone, in per mille: with much of it all needs want the same ones.
    agreement: u64,
}

struct Caps {
    need: u64,
    product: u64,
    producer: u64,
}

/// The size of the bar, easy and as hard as we could make it, and a tenth of it.
pub(crate) const SHAPES: [Shape; 5] = [
    Shape { name: "usual", needs: 200, products: 2_000, producers: 400, edges_of_need: 40, ..USUAL },
    USUAL,
    Shape {
        name: "few producers",
        producers: 200,
        caps: Caps { need: 5, product: 3, producer: 50 },
        ..USUAL
    },
    Shape { name: "scarce", caps: SCARCE, ..USUAL },
    Shape { name: "scarce, all want the same", caps: SCARCE, agreement: 950, ..USUAL },
];

const USUAL: Shape = Shape {
    name: "usual",
    needs: 2_000,
    products: 20_000,
    producers: 4_000,
    edges_of_need: 50,
    caps: Caps { need: 5, product: 3, producer: 5 },
    agreement: 500,
};

const SCARCE: Caps = Caps { need: 10, product: 1, producer: 2 };

pub(crate) fn round(shape: &Shape) -> Draft {
    let mut dice = Dice(shape.edges_of_need);
    let mut draft = Draft::default();
    for place in 0..shape.needs {
        draft.needs.push(Need { id: format!("need-{place}"), cap: dice.cap(shape.caps.need) });
    }
    for place in 0..shape.producers {
        draft
            .producers
            .push(Producer { id: format!("producer-{place}"), cap: dice.cap(shape.caps.producer) });
    }
    let mut qualities = Vec::new();
    for place in 0..shape.products {
        let producer = format!("producer-{}", dice.below(shape.producers));
        draft.products.push(Product {
            id: format!("product-{place}"),
            producer,
            cap: dice.cap(shape.caps.product),
        });
        qualities.push(dice.below(10_001));
    }
    for need in 0..shape.needs {
        let mut own = BTreeSet::new();
        while (own.len() as u64) < shape.edges_of_need {
            own.insert(dice.below(shape.products));
        }
        for product in own {
            let fit = dice.below(10_001);
            let quality = qualities[product as usize];
            let score = (quality * shape.agreement + fit * (1000 - shape.agreement)) / 1000;
            let (need, product) = (format!("need-{need}"), format!("product-{product}"));
            draft.edges.push(Edge { need, product, score: score as i64 });
        }
    }
    draft
}

/// Steele, Lea and Flood's SplitMix64.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % end
    }

    fn cap(&mut self, middle: u64) -> i64 {
        1 + self.below(2 * middle - 1) as i64
    }
}
