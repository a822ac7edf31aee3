//! The facets of a document packed into one word, so that filtering and counting walk one array.
//!
//! Values are numbers of a dictionary that only grows. Sets (months, certificates) are values too: a set is counted
//! once per document and taken apart once per answer.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use super::stored::{Stored, Unit};

/// Numbers for values, 0 for none. When a facet's bits are used up, further values count as none.
#[derive(Clone, Debug)]
pub(super) struct Values<T> {
    values: Vec<T>,
    numbers: HashMap<T, u32>,
}

impl<T> Default for Values<T> {
    fn default() -> Self {
        Self { values: Vec::new(), numbers: HashMap::new() }
    }
}

impl<T: Clone + Eq + Hash> Values<T> {
    fn number(&mut self, value: T, largest: u64) -> u64 {
        if let Some(number) = self.numbers.get(&value) {
            return u64::from(*number);
        }
        let number = self.values.len() as u64 + 1;
        if number > largest {
            return 0;
        }
        self.values.push(value.clone());
        self.numbers.insert(value, number as u32);
        number
    }

    /// Numbers in use, with 0.
    pub(super) fn size(&self) -> usize {
        self.values.len() + 1
    }

    /// Every value with its number.
    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, &T)> {
        self.values.iter().enumerate().map(|(at, value)| (at + 1, value))
    }
}

/// What the numbers in packed facets mean.
#[derive(Clone, Debug, Default)]
pub(super) struct Dictionary {
    pub(super) groups: Values<String>,
    pub(super) provinces: Values<Unit>,
    pub(super) former_provinces: Values<Unit>,
    /// Sets of solar months, bit 0 for January; unknown is none.
    pub(super) months: Values<u16>,
    /// Sets of codes, in order.
    pub(super) certificates: Values<Vec<String>>,
    /// Groups at every level, by code: `I` has the numbers of `I`, `I.3` and `I.3.d`.
    pub(super) group_levels: Vec<Shown>,
    /// Kinds of certificates with the numbers of the sets they are in.
    pub(super) certificate_kinds: Vec<Shown>,
}

/// What a facet shows, with the numbers that count for it.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    pub(super) value: String,
    numbers: Vec<usize>,
}

impl Shown {
    pub(super) fn count(&self, counts: &[u32]) -> u32 {
        self.numbers.iter().filter_map(|number| counts.get(*number)).sum()
    }

    fn all<'a>(pairs: impl Iterator<Item = (&'a str, usize)>) -> Vec<Self> {
        let mut shown = BTreeMap::<&str, Vec<usize>>::new();
        pairs.for_each(|(value, number)| shown.entry(value).or_default().push(number));
        shown.into_iter().map(|(value, numbers)| Self { value: value.to_owned(), numbers }).collect()
    }
}

impl Dictionary {
    /// Works out what is shown of the values known by now; once for a snapshot, so that an answer only adds up.
    pub(super) fn complete(&mut self) {
        let levels = self.groups.iter().flat_map(|(number, code)| {
            let ends = code.match_indices('.').map(|(at, _)| at).chain([code.len()]);
            ends.map(move |end| (&code[..end], number))
        });
        let kinds = self
            .certificates
            .iter()
            .flat_map(|(number, set)| set.iter().map(move |kind| (kind.as_str(), number)));
        (self.group_levels, self.certificate_kinds) = (Shown::all(levels), Shown::all(kinds));
    }
}

/// Where a facet's number stands in the packed word.
#[derive(Clone, Copy)]
struct Bits {
    from: u32,
    width: u32,
}

impl Bits {
    const fn after(before: Self, width: u32) -> Self {
        Self { from: before.from + before.width, width }
    }

    const fn largest(self) -> u64 {
        (1 << self.width) - 1
    }

    const fn of(self, packed: u64) -> usize {
        ((packed >> self.from) & self.largest()) as usize
    }

    /// The number in a facet of at most eight bits: it needs no check in an array of that size.
    const fn byte_of(self, packed: u64) -> u8 {
        (packed >> self.from) as u8
    }
}

const STARS_BITS: u32 = 3;
const NAME_WORDS: Bits = Bits { from: 0, width: 5 };
const STARS: Bits = Bits::after(NAME_WORDS, STARS_BITS);
const GROUP: Bits = Bits::after(STARS, 8);
const PROVINCE: Bits = Bits::after(GROUP, 8);
const FORMER_PROVINCE: Bits = Bits::after(PROVINCE, 8);
const MONTHS: Bits = Bits::after(FORMER_PROVINCE, 12);
const CERTIFICATES: Bits = Bits::after(MONTHS, 20);

/// Most words of a name that count for ranking.
pub(super) const NAME_WORDS_MAX: usize = NAME_WORDS.largest() as usize;

/// All facets of one document, and how many words its name has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Packed(u64);

impl Packed {
    pub(super) fn new(stored: &Stored, dictionary: &mut Dictionary) -> Self {
        let mut certificates = stored.certificates.clone();
        certificates.sort_unstable();
        certificates.dedup();
        let put = |bits: Bits, number: u64| number.min(bits.largest()) << bits.from;
        let unit = |values: &mut Values<Unit>, unit: &Option<Unit>, bits: Bits| {
            unit.as_ref().map_or(0, |unit| values.number(unit.clone(), bits.largest()))
        };
        let group = dictionary.groups.number(stored.group.clone(), GROUP.largest());
        let province = unit(&mut dictionary.provinces, &stored.province, PROVINCE);
        let former = unit(&mut dictionary.former_provinces, &stored.former_province, FORMER_PROVINCE);
        let months = stored.months.map_or(0, |months| dictionary.months.number(months, MONTHS.largest()));
        let certificates = match certificates.is_empty() {
            true => 0,
            false => dictionary.certificates.number(certificates, CERTIFICATES.largest()),
        };
        Self(
            put(NAME_WORDS, stored.name.len() as u64)
                | put(STARS, u64::from(stored.stars))
                | put(GROUP, group)
                | put(PROVINCE, province)
                | put(FORMER_PROVINCE, former)
                | put(MONTHS, months)
                | put(CERTIFICATES, certificates),
        )
    }

    pub(super) const fn name_words(self) -> usize {
        NAME_WORDS.of(self.0)
    }

    pub(super) const fn stars(self) -> usize {
        STARS.of(self.0)
    }

    pub(super) const fn group(self) -> u8 {
        GROUP.byte_of(self.0)
    }

    pub(super) const fn province(self) -> u8 {
        PROVINCE.byte_of(self.0)
    }

    pub(super) const fn former_province(self) -> u8 {
        FORMER_PROVINCE.byte_of(self.0)
    }

    pub(super) const fn months(self) -> usize {
        MONTHS.of(self.0)
    }

    pub(super) const fn certificates(self) -> usize {
        CERTIFICATES.of(self.0)
    }
}

/// Stars are small numbers, not values of a dictionary. No function is called for the size of an array: an optimising
/// build would want to see that function's code, and for that all closures, while it still asks whether a resolver that
/// holds the array can be sent, which the compiler calls a cycle (E0391).
pub(super) const STARS_SIZE: usize = 1 << STARS_BITS;
/// Numbers of a facet of eight bits.
pub(super) const BYTE_SIZE: usize = 1 << 8;

/// How many documents have each number of each facet.
#[derive(Clone, Debug)]
pub(super) struct Tally {
    pub(super) stars: [u32; STARS_SIZE],
    pub(super) groups: [u32; BYTE_SIZE],
    pub(super) provinces: [u32; BYTE_SIZE],
    pub(super) former_provinces: [u32; BYTE_SIZE],
    pub(super) months: Vec<u32>,
    pub(super) certificates: Vec<u32>,
}

impl Tally {
    pub(super) fn new(dictionary: &Dictionary) -> Self {
        Self {
            stars: [0; STARS_SIZE],
            groups: [0; BYTE_SIZE],
            provinces: [0; BYTE_SIZE],
            former_provinces: [0; BYTE_SIZE],
            months: vec![0; dictionary.months.size()],
            certificates: vec![0; dictionary.certificates.size()],
        }
    }

    /// Counts a document that passes every filter.
    #[inline]
    pub(super) fn count(&mut self, packed: Packed) {
        self.stars[packed.stars()] += 1;
        self.groups[usize::from(packed.group())] += 1;
        self.provinces[usize::from(packed.province())] += 1;
        self.former_provinces[usize::from(packed.former_province())] += 1;
        self.months[packed.months()] += 1;
        self.certificates[packed.certificates()] += 1;
    }

    /// Adds another count, made with the same dictionary or an earlier state of it.
    pub(super) fn add(&mut self, other: &Self) {
        let add = |sum: &mut [u32], other: &[u32]| sum.iter_mut().zip(other).for_each(|(sum, n)| *sum += n);
        add(&mut self.stars, &other.stars);
        add(&mut self.groups, &other.groups);
        add(&mut self.provinces, &other.provinces);
        add(&mut self.former_provinces, &other.former_provinces);
        add(&mut self.months, &other.months);
        add(&mut self.certificates, &other.certificates);
    }
}
