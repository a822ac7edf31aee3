//! Rounds to try: any small one with pins and forbids, and one written by hand.

use std::collections::HashMap;

use matchmaking::allocation::{Draft, Edge, Instance, Need, Pair, Plan, Producer, Product, solve};
use proptest::prelude::*;
use proptest::sample::Index;

/// How large rounds get.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    pub(crate) needs: usize,
    pub(crate) products: usize,
    pub(crate) producers: usize,
}

pub(crate) const SMALL: Size = Size { needs: 8, products: 12, producers: 5 };
pub(crate) const TINY: Size = Size { needs: 3, products: 4, producers: 2 };

/// Any valid round up to a size. Caps are small, so that they bind; scores are often equal, so that there are ties.
pub(crate) fn any_round(size: Size) -> impl Strategy<Value = Draft> {
    let needs = prop::collection::vec(cap(), 0..=size.needs);
    let producers = prop::collection::vec(cap(), 1..=size.producers);
    let products = prop::collection::vec((cap(), any::<Index>()), 0..=size.products);
    let parts = (needs, producers, products, any_pairs(size.needs * size.products));
    parts.prop_map(|(needs, producers, products, pairs)| {
        let name = |kind: &str, place: usize| format!("{kind}{place}");
        let mut draft = Draft::default();
        for (place, cap) in producers.iter().enumerate() {
            draft.producers.push(Producer { id: name("r", place), cap: *cap });
        }
        for (place, (cap, maker)) in products.iter().enumerate() {
            let producer = name("r", maker.index(producers.len()));
            draft.products.push(Product { id: name("p", place), producer, cap: *cap });
        }
        for (place, cap) in needs.iter().enumerate() {
            draft.needs.push(Need { id: name("n", place), cap: *cap });
        }
        let ends = (0..needs.len()).flat_map(|need| (0..products.len()).map(move |product| (need, product)));
        for ((need, product), (score, wish)) in ends.zip(pairs) {
            let pair = Pair { need: name("n", need), product: name("p", product) };
            if let Some(score) = score {
                draft.edges.push(edge(&pair, score));
            }
            match wish {
                Wish::Pin if score.is_some() => draft.pins.push(pair),
                Wish::Forbid => draft.forbids.push(pair),
                _ => {}
            }
        }
        let fitting = fitting(&draft);
        draft.pins = fitting;
        draft
    })
}

#[derive(Clone, Copy, Debug)]
enum Wish {
    None,
    Pin,
    Forbid,
}

fn cap() -> impl Strategy<Value = i64> {
    prop_oneof![1 => Just(0), 8 => 1..4_i64, 1 => Just(1_000_000_000)]
}

fn any_pairs(count: usize) -> impl Strategy<Value = Vec<(Option<i64>, Wish)>> {
    let score = prop_oneof![3 => 0..=10_000_i64, 2 => (0..=4_i64).prop_map(|level| level * 2_500)];
    let wish = prop_oneof![18 => Just(Wish::None), 1 => Just(Wish::Pin), 1 => Just(Wish::Forbid)];
    prop::collection::vec((prop::option::weighted(0.6, score), wish), count)
}

/// The pins that fit under the caps together, the first ones first.
fn fitting(draft: &Draft) -> Vec<Pair> {
    let mut room: HashMap<&str, i64> = HashMap::new();
    room.extend(draft.needs.iter().map(|it| (it.id.as_str(), it.cap)));
    room.extend(draft.products.iter().map(|it| (it.id.as_str(), it.cap)));
    room.extend(draft.producers.iter().map(|it| (it.id.as_str(), it.cap)));
    let mut fitting = Vec::new();
    for pin in &draft.pins {
        let ends = [pin.need.as_str(), pin.product.as_str(), maker(draft, &pin.product)];
        if ends.iter().all(|end| room[end] > 0) {
            ends.iter().for_each(|end| *room.entry(end).or_default() -= 1);
            fitting.push(pin.clone());
        }
    }
    fitting
}

pub(crate) fn maker<'a>(draft: &'a Draft, product: &str) -> &'a str {
    &draft.products.iter().find(|it| it.id == product).unwrap().producer
}

pub(crate) fn edge(pair: &Pair, score: i64) -> Edge {
    Edge { need: pair.need.clone(), product: pair.product.clone(), score }
}

pub(crate) fn pair(need: &str, product: &str) -> Pair {
    Pair { need: need.to_owned(), product: product.to_owned() }
}

pub(crate) fn instance(draft: &Draft) -> Instance {
    Instance::new(draft.clone()).unwrap()
}

pub(crate) fn plan(draft: &Draft) -> Plan {
    solve(&instance(draft)).plan()
}

/// Two needs and two products of two producers, every cap 1.
pub(crate) fn two_by_two() -> Draft {
    let need = |id: &str| Need { id: id.to_owned(), cap: 1 };
    let producer = |id: &str| Producer { id: id.to_owned(), cap: 1 };
    let product =
        |id: &str, producer: &str| Product { id: id.to_owned(), producer: producer.to_owned(), cap: 1 };
    Draft {
        needs: vec![need("mứt"), need("trà")],
        producers: vec![producer("An"), producer("Bình")],
        products: vec![product("sen", "An"), product("dâu", "Bình")],
        edges: vec![
            edge(&pair("trà", "sen"), 9_000),
            edge(&pair("trà", "dâu"), 8_000),
            edge(&pair("mứt", "sen"), 7_000),
        ],
        pins: Vec::new(),
        forbids: Vec::new(),
    }
}
