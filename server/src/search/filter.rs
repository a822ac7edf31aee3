//! Which documents a filter lets through, and which facet stopped the others.

use std::hash::Hash;

use super::facets::{BYTE_SIZE, Dictionary, Packed, STARS_SIZE, Tally, Values};

/// What a product must be. Values of one list are alternatives; lists, and certificates among themselves, must all
/// be met. An empty list asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// Codes of groups at any level: `I` has all below it.
    pub groups: Vec<String>,
    /// Stars that hold.
    pub stars: Vec<u8>,
    /// At least so many stars that hold.
    pub min_stars: Option<u8>,
    /// Codes of provinces of today.
    pub provinces: Vec<String>,
    /// Codes of provinces until 30 June 2025.
    pub former_provinces: Vec<String>,
    /// Codes of kinds of certificates, all of which must be valid.
    pub certificates: Vec<String>,
    /// To be had in one of these months, bit 0 for January; 0 asks for nothing.
    pub months: u16,
}

/// One bit for each facet that stops a document.
type Stops = u8;
const STARS: Stops = 1;
const GROUP: Stops = 2;
const PROVINCE: Stops = 4;
const FORMER_PROVINCE: Stops = 8;
const MONTHS: Stops = 16;
const CERTIFICATES: Stops = 32;

/// A filter looked up in a dictionary: for each number of each facet the bit that stops it, or 0.
pub(super) struct Gate {
    open: bool,
    stars: [Stops; STARS_SIZE],
    groups: [Stops; BYTE_SIZE],
    provinces: [Stops; BYTE_SIZE],
    former_provinces: [Stops; BYTE_SIZE],
    months: Vec<Stops>,
    certificates: Vec<Stops>,
}

impl Gate {
    pub(super) fn new(filter: &Filter, dictionary: &Dictionary) -> Self {
        let no_stars = filter.stars.is_empty() && filter.min_stars.is_none();
        let star = |stars: u8| {
            let listed = filter.stars.is_empty() || filter.stars.contains(&stars);
            no_stars || (listed && stars >= filter.min_stars.unwrap_or(0))
        };
        let in_group = |code: &String| {
            let below = |group: &String| {
                code.strip_prefix(group.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            };
            filter.groups.iter().any(below)
        };
        let has_all = |set: &Vec<String>| filter.certificates.iter().all(|code| set.contains(code));
        let none = filter == &Filter::default();
        Self {
            open: none,
            stars: std::array::from_fn(|stars| if star(stars as u8) { 0 } else { STARS }),
            groups: byte_stops(GROUP, filter.groups.is_empty(), &dictionary.groups, in_group),
            provinces: byte_stops(PROVINCE, filter.provinces.is_empty(), &dictionary.provinces, |unit| {
                filter.provinces.contains(&unit.code)
            }),
            former_provinces: byte_stops(
                FORMER_PROVINCE,
                filter.former_provinces.is_empty(),
                &dictionary.former_provinces,
                |unit| filter.former_provinces.contains(&unit.code),
            ),
            months: stops(MONTHS, filter.months == 0, &dictionary.months, |months| {
                months & filter.months != 0
            }),
            certificates: stops(
                CERTIFICATES,
                filter.certificates.is_empty(),
                &dictionary.certificates,
                has_all,
            ),
        }
    }

    /// Whether it lets everything through.
    pub(super) const fn is_open(&self) -> bool {
        self.open
    }

    /// Whether documents with so many stars may pass.
    pub(super) fn lets_stars(&self, stars: usize) -> bool {
        self.stars[stars] == 0
    }

    /// Whether a document passes. It is counted for every facet if it does, and if exactly one facet stops it, for
    /// that one: a facet's own filter does not shrink it.
    #[inline]
    pub(super) fn pass(&self, packed: Packed, tally: Option<&mut Tally>) -> bool {
        let stops = if self.open { 0 } else { self.stops(packed) };
        if let Some(tally) = tally {
            match stops {
                0 => tally.count(packed),
                STARS => tally.stars[packed.stars()] += 1,
                GROUP => tally.groups[usize::from(packed.group())] += 1,
                PROVINCE => tally.provinces[usize::from(packed.province())] += 1,
                FORMER_PROVINCE => tally.former_provinces[usize::from(packed.former_province())] += 1,
                MONTHS => tally.months[packed.months()] += 1,
                CERTIFICATES => tally.certificates[packed.certificates()] += 1,
                _ => {}
            }
        }
        stops == 0
    }

    #[inline]
    fn stops(&self, packed: Packed) -> Stops {
        self.stars[packed.stars()]
            | self.groups[usize::from(packed.group())]
            | self.provinces[usize::from(packed.province())]
            | self.former_provinces[usize::from(packed.former_province())]
            | self.months[packed.months()]
            | self.certificates[packed.certificates()]
    }
}

fn stops<T: Clone + Eq + Hash>(
    stop: Stops,
    unasked: bool,
    values: &Values<T>,
    passes: impl Fn(&T) -> bool,
) -> Vec<Stops> {
    if unasked {
        return vec![0; values.size()];
    }
    let mut stops = vec![stop; values.size()];
    for (number, value) in values.iter() {
        if passes(value) {
            stops[number] = 0;
        }
    }
    stops
}

/// The same for a facet of eight bits.
fn byte_stops<T: Clone + Eq + Hash>(
    stop: Stops,
    unasked: bool,
    values: &Values<T>,
    passes: impl Fn(&T) -> bool,
) -> [Stops; BYTE_SIZE] {
    if unasked {
        return [0; BYTE_SIZE];
    }
    let stops = stops(stop, unasked, values, passes);
    std::array::from_fn(|number| stops.get(number).copied().unwrap_or(stop))
}
