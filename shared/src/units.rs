//! Units of measure and what follows from them: one quantity in another unit, and prices that can be compared. The list
//! of units is data (`units.csv`); here is only what is true of all of them. All of it is whole numbers and fractions.

use std::{cmp::Ordering, str::FromStr};

use crate::{Dong, Problem, Quantity, kinds::kind};

kind! {
    /// What a unit measures. Only units that measure the same can be turned into each other.
    Dimension {
        /// Mass; the base is the gram.
        Mass = "mass",
        /// Volume; the base is the millilitre.
        Volume = "volume",
        /// Length; the base is the millimetre.
        Length = "length",
        /// Pieces, and packs of any size; the base is one piece.
        Count = "count",
        /// Uses of a service. A ticket, a night and an hour are no parts of each other.
        Service = "service",
    }
}

/// How many base units one unit has, in thousandths of the base: a kilogram has 1,000 g, a milligram 0.001 g.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BaseFactor(i64);

/// A decimal number with a dot, as the list writes it: `1000`, `0.001`.
impl FromStr for BaseFactor {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let number: f64 = text.parse().map_err(|_| Problem::NoNumber)?;
        Self::try_from(Quantity::try_from(number)?)
    }
}

impl TryFrom<Quantity> for BaseFactor {
    type Error = Problem;

    fn try_from(factor: Quantity) -> Result<Self, Problem> {
        if factor.thousandths() > 0 { Ok(Self(factor.thousandths())) } else { Err(Problem::OutOfRange) }
    }
}

impl From<BaseFactor> for Quantity {
    fn from(factor: BaseFactor) -> Self {
        Self::from_thousandths(factor.0).unwrap_or_default()
    }
}

/// A unit of the list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Unit {
    /// Its code in the list.
    pub code: String,
    /// What it measures.
    pub dimension: Dimension,
    /// What one of it is in base units; `None` for a pack, whose content differs from product to product.
    pub factor: Option<BaseFactor>,
}

impl Unit {
    /// A quantity of this unit in another one, rounded to a thousandth. `None` if they measure different things, one of
    /// them is a pack, or it would be too much to be written down.
    pub fn convert(&self, quantity: Quantity, to: &Self) -> Option<Quantity> {
        if self == to {
            return Some(quantity);
        }
        let (from, into) = self.factors(to)?;
        let thousandths =
            rounded(i128::from(quantity.thousandths()) * i128::from(from.0), i128::from(into.0));
        Quantity::from_thousandths(i64::try_from(thousandths).ok()?).ok()
    }

    /// Which of two quantities is more, exactly. `None` if they can't be compared.
    pub fn compare(&self, quantity: Quantity, other: Quantity, of: &Self) -> Option<Ordering> {
        if self == of {
            return Some(quantity.cmp(&other));
        }
        let (one, two) = self.factors(of)?;
        let base = |quantity: Quantity, factor: BaseFactor| {
            i128::from(quantity.thousandths()) * i128::from(factor.0)
        };
        Some(base(quantity, one).cmp(&base(other, two)))
    }

    fn factors(&self, other: &Self) -> Option<(BaseFactor, BaseFactor)> {
        let measures_parts = self.dimension == other.dimension && self.dimension != Dimension::Service;
        if measures_parts { self.factor.zip(other.factor) } else { None }
    }
}

/// The price of a base unit, as a fraction, so that a price by the kilogram is compared with one by the 250 g pack.
#[derive(Clone, Copy, Debug)]
pub struct UnitPrice {
    /// What the price is for.
    pub dimension: Dimension,
    /// Đồng for that many base units.
    dong: Dong,
    /// Millionths of the base unit.
    base: i128,
}

impl UnitPrice {
    /// The price of a base unit of what costs `price` per `unit`. What is in one of the unit, if it is known, counts more
    /// than the unit: a piece of 200 g has a price by mass. `None` if nothing is known of a pack but that it is one.
    pub fn of(price: Dong, unit: &Unit, net_content: Option<(Quantity, &Unit)>) -> Option<Self> {
        let one = Quantity::from_thousandths(1_000).ok()?;
        let (quantity, measure) = net_content.unwrap_or((one, unit));
        let base = i128::from(quantity.thousandths()) * i128::from(measure.factor?.0);
        let is_comparable = base > 0 && measure.dimension != Dimension::Service;
        is_comparable.then_some(Self { dimension: measure.dimension, dong: price, base })
    }

    /// What one of a unit costs at this price, rounded to a đồng: the price by the kilogram of a 250 g pack.
    pub fn per(&self, unit: &Unit) -> Option<Dong> {
        if unit.dimension != self.dimension {
            return None;
        }
        let millionths = i128::from(unit.factor?.0) * 1_000;
        Dong::new(i64::try_from(rounded(i128::from(self.dong.amount()) * millionths, self.base)).ok()?).ok()
    }
}

/// Which is cheaper; prices for different things have no order.
impl PartialOrd for UnitPrice {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        let crosswise = |one: &Self, two: &Self| i128::from(one.dong.amount()).checked_mul(two.base);
        if self.dimension != other.dimension {
            return None;
        }
        Some(crosswise(self, other)?.cmp(&crosswise(other, self)?))
    }
}

impl PartialEq for UnitPrice {
    fn eq(&self, other: &Self) -> bool {
        self.partial_cmp(other) == Some(Ordering::Equal)
    }
}

/// The whole number nearest to a fraction of numbers that are not negative, half upwards.
fn rounded(numerator: i128, denominator: i128) -> i128 {
    (numerator + denominator / 2) / denominator
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn unit(code: &str, dimension: Dimension, factor: &str) -> Unit {
        Unit {
            code: code.to_owned(),
            dimension,
            factor: (!factor.is_empty()).then(|| factor.parse().unwrap()),
        }
    }

    fn mass(code: &str, factor: &str) -> Unit {
        unit(code, Dimension::Mass, factor)
    }

    fn quantity(text: &str) -> Quantity {
        text.parse().unwrap()
    }

    fn dong(amount: i64) -> Dong {
        Dong::new(amount).unwrap()
    }

    #[test]
    fn units_of_one_dimension_turn_into_each_other() {
        let (mg, g, kg) = (mass("mg", "0.001"), mass("g", "1"), mass("kg", "1000"));
        let (lang, yen, ta, tan) =
            (mass("lang", "100"), mass("yen", "10000"), mass("ta", "100000"), mass("tan", "1000000"));

        for (from, text, to, expected) in [
            (&lang, "5", &kg, "0,5"),
            (&ta, "1,5", &kg, "150"),
            (&yen, "3", &ta, "0,3"),
            (&tan, "2,125", &kg, "2.125"),
            (&mg, "250", &g, "0,25"),
            (&kg, "0,001", &mg, "1.000"),
            (&kg, "1", &kg, "1"),
            (&g, "1", &tan, "0"),
            (&g, "500", &tan, "0,001"),
        ] {
            let converted = from.convert(quantity(text), to);
            assert_eq!(converted, Some(quantity(expected)), "{text} {} in {}", from.code, to.code);
        }
    }

    #[test]
    fn what_measures_something_else_does_not() {
        let (kg, litre) = (mass("kg", "1000"), unit("litre", Dimension::Volume, "1000"));
        let (piece, pack) = (unit("cai", Dimension::Count, "1"), unit("box", Dimension::Count, ""));
        let (night, hour) = (unit("night", Dimension::Service, "1"), unit("hour", Dimension::Service, "1"));

        for (from, to) in [(&kg, &litre), (&pack, &piece), (&piece, &pack), (&night, &hour)] {
            assert_eq!(from.convert(quantity("1"), to), None, "{} in {}", from.code, to.code);
            assert_eq!(from.compare(quantity("1"), quantity("1"), to), None);
        }
        assert_eq!(pack.convert(quantity("3"), &pack), Some(quantity("3")));
        assert_eq!(night.compare(quantity("3"), quantity("2"), &night), Some(Ordering::Greater));
    }

    #[test]
    fn quantities_compare_exactly_where_a_conversion_rounds() {
        let (g, tan) = (mass("g", "1"), mass("tan", "1000000"));

        assert_eq!(g.compare(quantity("1000001"), quantity("1"), &tan), Some(Ordering::Greater));
        assert_eq!(g.convert(quantity("1000001"), &tan), Some(quantity("1")));
    }

    #[test]
    fn a_price_by_the_pack_compares_with_one_by_the_kilogram() {
        let (g, kg) = (mass("g", "1"), mass("kg", "1000"));
        let pack = unit("packet", Dimension::Count, "");

        let by_kilogram = UnitPrice::of(dong(100_000), &kg, None).unwrap();
        let by_pack = UnitPrice::of(dong(27_500), &pack, Some((quantity("250"), &g))).unwrap();
        let same = UnitPrice::of(dong(25_000), &pack, Some((quantity("0,25"), &kg))).unwrap();

        assert!(by_pack > by_kilogram);
        assert_eq!(same, by_kilogram);
        assert_eq!(by_pack.per(&kg), Some(dong(110_000)));
        assert_eq!(by_kilogram.per(&mass("lang", "100")), Some(dong(10_000)));
        let third = UnitPrice::of(dong(10_000), &pack, Some((quantity("300"), &g))).unwrap();
        assert_eq!(third.per(&kg), Some(dong(33_333)));
    }

    #[test]
    fn a_price_is_not_compared_with_what_it_is_not_for() {
        let (kg, litre) = (mass("kg", "1000"), unit("litre", Dimension::Volume, "1000"));
        let (pack, dozen) = (unit("box", Dimension::Count, ""), unit("dozen", Dimension::Count, "12"));
        let night = unit("night", Dimension::Service, "1");

        assert!(UnitPrice::of(dong(1_000), &pack, None).is_none(), "nothing is known of the pack");
        assert!(UnitPrice::of(dong(1_000), &pack, Some((quantity("3"), &pack))).is_none(), "packs in packs");
        assert!(UnitPrice::of(dong(1_000), &pack, Some((quantity("0"), &kg))).is_none(), "an empty pack");
        assert!(UnitPrice::of(dong(1_000), &night, None).is_none());
        let (by_mass, by_volume) = (
            UnitPrice::of(dong(1_000), &kg, None).unwrap(),
            UnitPrice::of(dong(1_000), &litre, None).unwrap(),
        );
        assert_eq!(by_mass.partial_cmp(&by_volume), None);
        assert_eq!((by_mass.per(&litre), by_mass.per(&pack)), (None, None));
        let eggs = UnitPrice::of(dong(36_000), &dozen, None).unwrap();
        assert_eq!(eggs.per(&unit("fruit", Dimension::Count, "1")), Some(dong(3_000)));
    }

    #[test]
    fn a_factor_is_a_positive_decimal() {
        for text in ["", "0", "-1", "x", "0.0001", "NaN", "inf"] {
            assert!(text.parse::<BaseFactor>().is_err(), "{text}");
        }
        assert_eq!("0.001".parse(), Ok(BaseFactor(1)));
        assert_eq!("1000000".parse(), Ok(BaseFactor(1_000_000_000)));
    }

    proptest! {
        #[test]
        fn there_and_back_is_the_same(thousandths in 0_i64..1_000_000_000_000) {
            let quantity = Quantity::from_thousandths(thousandths).unwrap();
            let (ta, kg) = (mass("ta", "100000"), mass("kg", "1000"));

            let there = ta.convert(quantity, &kg).unwrap();

            prop_assert_eq!(kg.convert(there, &ta), Some(quantity));
            prop_assert_eq!(ta.compare(quantity, there, &kg), Some(Ordering::Equal));
        }
    }
}
