//! A round that can be solved: every id leads somewhere, every number is in its limits, the pins fit under the caps.

use std::collections::HashMap;

use super::draft::{Draft, Edge, MAX_CAP, MAX_SCORE, Pair, Product};
use super::problem::{Item, ItemKind, PairList, Problem};

/// A checked round. Its things are in order of id, so that the order of the draft is forgotten here.
#[derive(Clone, Debug)]
pub struct Instance {
    pub(super) needs: Vec<Capped>,
    pub(super) products: Vec<Capped>,
    pub(super) producers: Vec<Capped>,
    /// The place in `producers` of who makes each product.
    pub(super) makers: Vec<usize>,
    /// In order of need, then product.
    pub(super) edges: Vec<Candidate>,
}

/// A need, a product or a producer.
#[derive(Clone, Debug)]
pub(super) struct Capped {
    pub(super) id: String,
    pub(super) cap: u32,
    /// How much of the cap the pins take.
    pub(super) pinned: u32,
}

impl Capped {
    /// What the pins leave of the cap.
    pub(super) fn room(&self) -> u32 {
        self.cap - self.pinned
    }
}

/// An edge, by the places of its ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) need: usize,
    pub(super) product: usize,
    pub(super) score: u32,
    pub(super) fate: Fate,
}

/// What staff decided about a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Free,
    Pinned,
    Forbidden,
}

impl Instance {
    /// Checks a draft, and tells the first thing that is wrong with it.
    pub fn new(draft: Draft) -> Result<Instance, Problem> {
        let Draft { needs, producers, products, edges, pins, forbids } = draft;
        let size = needs.len() + producers.len() + products.len() + edges.len();
        if u32::try_from(size).is_err() {
            return Err(Problem::TooLarge(size));
        }
        let needs = checked(ItemKind::Need, needs.into_iter().map(|need| (need.id, need.cap)))?;
        let producers = checked(ItemKind::Producer, producers.into_iter().map(|it| (it.id, it.cap)))?;
        let mut products = products;
        products.sort_by(|one, other| one.id.cmp(&other.id));
        let makers = makers(&products, &producers)?;
        let products = checked(ItemKind::Product, products.into_iter().map(|it| (it.id, it.cap)))?;
        let edges = Ends::of(&needs, &products).candidates(edges)?;
        let mut instance = Instance { needs, products, producers, makers, edges };
        instance.pin(&pins)?;
        instance.forbid(&forbids)?;
        instance.count_pins()?;
        Ok(instance)
    }

    fn pin(&mut self, pins: &[Pair]) -> Result<(), Problem> {
        let ends = Ends::of(&self.needs, &self.products);
        for pin in pins {
            let (need, product) = ends.find(PairList::Pins, pin)?;
            let edge = find(&mut self.edges, need, product);
            let edge = edge.ok_or_else(|| Problem::PinWithoutEdge(pin.clone()))?;
            if edge.fate == Fate::Pinned {
                return Err(Problem::DuplicatePair { list: PairList::Pins, pair: pin.clone() });
            }
            edge.fate = Fate::Pinned;
        }
        Ok(())
    }

    /// To forbid a pair twice, or one that has no edge, changes nothing.
    fn forbid(&mut self, forbids: &[Pair]) -> Result<(), Problem> {
        let ends = Ends::of(&self.needs, &self.products);
        for pair in forbids {
            let (need, product) = ends.find(PairList::Forbids, pair)?;
            let Some(edge) = find(&mut self.edges, need, product) else { continue };
            if edge.fate == Fate::Pinned {
                return Err(Problem::PinnedAndForbidden(pair.clone()));
            }
            edge.fate = Fate::Forbidden;
        }
        Ok(())
    }

    fn count_pins(&mut self) -> Result<(), Problem> {
        let pins: Vec<Candidate> =
            self.edges.iter().filter(|edge| edge.fate == Fate::Pinned).copied().collect();
        for pin in &pins {
            self.needs[pin.need].pinned += 1;
            self.products[pin.product].pinned += 1;
            self.producers[self.makers[pin.product]].pinned += 1;
        }
        let over = |kind, items: &[Capped], end: &dyn Fn(&Candidate) -> usize| {
            let Some(place) = items.iter().position(|item| item.pinned > item.cap) else { return Ok(()) };
            let pins = pins.iter().filter(|pin| end(pin) == place);
            Err(Problem::PinsOverCap {
                item: Item { kind, id: items[place].id.clone() },
                cap: items[place].cap,
                pins: pins.map(|pin| pair(&self.needs, &self.products, pin)).collect(),
            })
        };
        over(ItemKind::Need, &self.needs, &|pin| pin.need)?;
        over(ItemKind::Product, &self.products, &|pin| pin.product)?;
        over(ItemKind::Producer, &self.producers, &|pin| self.makers[pin.product])
    }
}

/// Puts things in order of id.
fn checked(kind: ItemKind, items: impl Iterator<Item = (String, i64)>) -> Result<Vec<Capped>, Problem> {
    let mut checked = Vec::new();
    for (id, cap) in items {
        match u32::try_from(cap) {
            Ok(within) if cap <= MAX_CAP => checked.push(Capped { id, cap: within, pinned: 0 }),
            _ => return Err(Problem::CapOutOfRange { item: Item { kind, id }, cap }),
        }
    }
    checked.sort_by(|one, other| one.id.cmp(&other.id));
    match checked.windows(2).find(|two| two[0].id == two[1].id) {
        Some(two) => Err(Problem::DuplicateId(Item { kind, id: two[0].id.clone() })),
        None => Ok(checked),
    }
}

fn makers(products: &[Product], producers: &[Capped]) -> Result<Vec<usize>, Problem> {
    let places = places(producers);
    let maker = |product: &Product| {
        let place = places.get(product.producer.as_str()).copied();
        place.ok_or_else(|| {
            let Product { id, producer, .. } = product.clone();
            Problem::UnknownProducer { product: id, producer }
        })
    };
    products.iter().map(maker).collect()
}

fn places(items: &[Capped]) -> HashMap<&str, usize> {
    items.iter().enumerate().map(|(place, item)| (item.id.as_str(), place)).collect()
}

fn find(edges: &mut [Candidate], need: usize, product: usize) -> Option<&mut Candidate> {
    let place = edges.binary_search_by_key(&(need, product), |edge| (edge.need, edge.product));
    place.ok().map(|place| &mut edges[place])
}

/// Finds the ends of pairs by their ids.
struct Ends<'a> {
    needs: &'a [Capped],
    products: &'a [Capped],
    need_places: HashMap<&'a str, usize>,
    product_places: HashMap<&'a str, usize>,
}

impl<'a> Ends<'a> {
    fn of(needs: &'a [Capped], products: &'a [Capped]) -> Ends<'a> {
        Ends { needs, products, need_places: places(needs), product_places: places(products) }
    }

    fn find(&self, list: PairList, pair: &Pair) -> Result<(usize, usize), Problem> {
        let find = |places: &HashMap<&str, usize>, kind, id: &str| {
            let missing = || Item { kind, id: id.to_owned() };
            let place = places.get(id).copied();
            place.ok_or_else(|| Problem::UnknownItem { list, pair: pair.clone(), missing: missing() })
        };
        let need = find(&self.need_places, ItemKind::Need, &pair.need)?;
        Ok((need, find(&self.product_places, ItemKind::Product, &pair.product)?))
    }

    fn candidates(&self, edges: Vec<Edge>) -> Result<Vec<Candidate>, Problem> {
        let mut candidates = Vec::with_capacity(edges.len());
        for Edge { need, product, score } in edges {
            let pair = Pair { need, product };
            let (need, product) = self.find(PairList::Edges, &pair)?;
            match u32::try_from(score) {
                Ok(within) if score <= MAX_SCORE => {
                    candidates.push(Candidate { need, product, score: within, fate: Fate::Free });
                }
                _ => return Err(Problem::ScoreOutOfRange { pair, score }),
            }
        }
        let ends = |edge: &Candidate| (edge.need, edge.product);
        candidates.sort_unstable_by_key(ends);
        match candidates.windows(2).find(|two| ends(&two[0]) == ends(&two[1])) {
            Some(two) => {
                let pair = pair(self.needs, self.products, &two[0]);
                Err(Problem::DuplicatePair { list: PairList::Edges, pair })
            }
            None => Ok(candidates),
        }
    }
}

fn pair(needs: &[Capped], products: &[Capped], edge: &Candidate) -> Pair {
    Pair { need: needs[edge.need].id.clone(), product: products[edge.product].id.clone() }
}
