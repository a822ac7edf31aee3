//! A made-up catalogue of any size, for measuring. Names are put together from parts of real ones so that they
//! have the words and frequencies of real ones; every producer's name ends in "(mẫu)", so that nobody takes one for
//! a real business. The same seed gives the same catalogue everywhere, and its beginning does not depend on its size.

use anyhow::Context as _;
use serde::Deserialize;

/// Products of one producer, on average.
const PRODUCTS_A_PRODUCER: usize = 3;
/// Leaf groups of the six groups of the public data, the first more often.
const LEAVES: [(&str, &[&str]); 6] = [
    (
        "food",
        &["I.3.c", "I.3.d", "I.2.a", "I.5.a", "I.1.a", "I.4.a", "I.3.b", "I.2.b", "I.6", "I.3.a", "I.1.b"],
    ),
    ("beverage", &["II.1.a", "II.2.b", "II.1.b", "II.2.a"]),
    ("herbal", &["III.1", "III.3", "III.2"]),
    ("handicraft", &["IV.1", "IV.2"]),
    ("ornamental", &["V.2", "V.1", "V.3"]),
    ("tourism", &["VI.1"]),
];
const FORMS: [&str; 5] = ["Hợp tác xã", "HTX", "Công ty TNHH", "Cơ sở", "Hộ kinh doanh"];
const CERTIFICATES: [&str; 8] =
    ["self_declaration", "vietgap", "haccp", "iso_22000", "organic_vn", "globalgap", "halal", "gmp"];

/// A made-up product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntheticProduct {
    /// Its name.
    pub name: String,
    /// Which producer makes it, counted from 0; producers come in no order.
    pub producer: usize,
    /// The producer's name; it ends in "(mẫu)".
    pub producer_name: String,
    /// A leaf of the product groups.
    pub group_code: &'static str,
    /// A star, as if it held.
    pub stars: Option<u8>,
    /// The producer's province until 30 June 2025, named as in the public data.
    pub legacy_province: String,
    /// Its district in that province, if the public data name one.
    pub legacy_district: Option<String>,
    /// Months it is to be had, bit 0 for January; `None` is unknown.
    pub months: Option<u16>,
    /// Codes of kinds of certificates.
    pub certificates: Vec<&'static str>,
}

/// Makes products one after the other.
#[derive(Clone, Debug)]
pub struct Synthesis {
    seed: u64,
    size: usize,
    next: usize,
    names: Vec<NameParts>,
    producers: Vec<ProducerParts>,
}

#[derive(Clone, Debug)]
struct NameParts {
    group: usize,
    head: String,
    tail: String,
}

#[derive(Clone, Debug)]
struct ProducerParts {
    brand: String,
    province: String,
    district: Option<String>,
}

#[derive(Deserialize)]
struct PublicProduct {
    name: String,
    producer: String,
    province: String,
    district: String,
    group: String,
}

/// So many made-up products, made of the parts of the public ones (`products.csv`).
pub fn products(seed: u64, size: usize) -> anyhow::Result<Synthesis> {
    let public = include_bytes!("../../data/public/products.csv");
    let mut synthesis = Synthesis { seed, size, next: 0, names: Vec::new(), producers: Vec::new() };
    for row in csv::Reader::from_reader(public.as_slice()).into_deserialize() {
        let row: PublicProduct = row.context("reading the public products")?;
        let group = LEAVES.iter().position(|(group, _)| *group == row.group);
        let group = group.with_context(|| format!("no such group: {}", row.group))?;
        let words: Vec<&str> = row.name.split(' ').collect();
        let (head, tail) = words.split_at(words.len().min(2));
        synthesis.names.push(NameParts { group, head: head.join(" "), tail: tail.join(" ") });
        let brand: Vec<&str> = row.producer.split(' ').rev().take(2).collect();
        synthesis.producers.push(ProducerParts {
            brand: brand.into_iter().rev().collect::<Vec<_>>().join(" "),
            province: row.province,
            district: Some(row.district).filter(|district| !district.is_empty()),
        });
    }
    Ok(synthesis)
}

impl Iterator for Synthesis {
    type Item = SyntheticProduct;

    fn next(&mut self) -> Option<SyntheticProduct> {
        if self.next == self.size {
            return None;
        }
        let number = self.next;
        self.next += 1;
        Some(self.make(number))
    }
}

impl Synthesis {
    fn make(&self, number: usize) -> SyntheticProduct {
        let mut dice = Dice::new(self.seed, number as u64, 0);
        // Any producer among those that a catalogue of this length so far would have.
        let producer = dice.below(number / PRODUCTS_A_PRODUCER + 1);
        let (producer_name, home) = self.producer(producer);
        let head = dice.pick(&self.names);
        let mut name = head.head.clone();
        for _ in 0..=dice.below(2) {
            let other = dice.pick(&self.names);
            if other.group == head.group && !other.tail.is_empty() && !name.contains(&other.tail) {
                name = format!("{name} {}", other.tail);
            }
        }
        if dice.below(3) > 0 {
            name = format!("{name} {}", dice.pick(&self.producers).brand);
        }
        let leaves = LEAVES[head.group].1;
        let first_month = dice.below(12);
        let season =
            (0..3 + dice.below(6)).fold(0_u16, |months, month| months | 1 << ((first_month + month) % 12));
        SyntheticProduct {
            name,
            producer,
            producer_name,
            group_code: leaves[dice.below(leaves.len()).min(dice.below(leaves.len()))],
            stars: [None, Some(3), Some(3), Some(3), Some(4), Some(4), Some(4), Some(5)][dice.below(8)],
            legacy_province: home.province.clone(),
            legacy_district: home.district.clone(),
            months: [None, None, Some(season), Some(0xfff)][dice.below(4)],
            certificates: CERTIFICATES.into_iter().filter(|_| dice.below(6) == 0).collect(),
        }
    }

    fn producer(&self, number: usize) -> (String, &ProducerParts) {
        let mut dice = Dice::new(self.seed, number as u64, 1);
        let home = dice.pick(&self.producers);
        let form = dice.pick(&FORMS);
        let (first, second) = (&dice.pick(&self.producers).brand, &dice.pick(&self.producers).brand);
        (format!("{form} {first} {second} (mẫu)"), home)
    }
}

/// Even numbers from a seed, a subject and its number (SplitMix64).
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64, number: u64, subject: u64) -> Self {
        let mut dice = Self(seed ^ number.wrapping_mul(0x2545_f491_4f6c_dd1d) ^ (subject << 61));
        dice.below(1);
        dice
    }

    pub(super) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end as u64) as usize
    }

    fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_catalogue_whatever_its_size() {
        let short: Vec<_> = products(7, 50).unwrap().collect();
        let long: Vec<_> = products(7, 5000).unwrap().take(50).collect();

        assert_eq!(short, long);
        assert_ne!(short, products(8, 50).unwrap().collect::<Vec<_>>());
    }

    #[test]
    fn nobody_takes_a_producer_for_a_real_one_and_each_has_one_home() {
        let mut homes = std::collections::HashMap::new();
        for product in products(7, 2000).unwrap() {
            assert!(product.producer_name.ends_with("(mẫu)"));
            let home = (product.producer_name, product.legacy_province, product.legacy_district);
            assert_eq!(*homes.entry(product.producer).or_insert_with(|| home.clone()), home);
        }
    }
}
