//! How much an agreement promises within a time. A line promises an amount a calendar month; of a month of which only some
//! days are meant, that share of it. Parts always add up to the whole: what is promised within a time is the difference of
//! what was promised until its end and until its beginning.

use std::ops::RangeInclusive;

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::{Dong, Quantity};

/// What one line promises over a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// How much in a calendar month.
    pub per_month: Quantity,
    /// Solar months in which it is delivered, as bits (`months`); all when nothing is said.
    pub months: Option<i32>,
    /// First and last day of the term.
    pub term: RangeInclusive<NaiveDate>,
}

impl Promise {
    /// Thousandths that are promised from the first day of the term to the end of a day.
    fn until(&self, day: NaiveDate) -> i64 {
        let (first, last) = (*self.term.start(), day.min(*self.term.end()));
        let mut sum = 0_i64;
        let mut month = first.with_day(1);
        while let Some(begin) = month.filter(|begin| *begin <= last) {
            let Some(next) = begin.checked_add_months(Months::new(1)) else { break };
            let (from, until) = (begin.max(first), next.pred_opt().unwrap_or(next).min(last));
            let is_meant = self.months.is_none_or(|bits| bits & (1 << begin.month0()) != 0);
            if is_meant && from <= until {
                let days = (until - from).num_days() + 1;
                let whole = i128::from(self.per_month.thousandths()) * i128::from(days);
                let share = whole / i128::from((next - begin).num_days());
                sum = sum.saturating_add(i64::try_from(share).unwrap_or(i64::MAX));
            }
            month = Some(next);
        }
        sum
    }

    /// How much is promised within some days; what lies outside the term promises nothing.
    pub fn within(&self, days: &RangeInclusive<NaiveDate>) -> Quantity {
        let before = days.start().checked_sub_days(Days::new(1)).map_or(0, |day| self.until(day));
        let thousandths = self.until(*days.end()).saturating_sub(before).max(0);
        Quantity::from_thousandths(thousandths).unwrap_or_else(|_| Quantity::largest())
    }

    /// How much is promised over the whole term.
    pub fn whole(&self) -> Quantity {
        self.within(&self.term)
    }
}

/// What an amount is worth at a price of one unit, rounded down to whole đồng; `None` beyond every amount that can be kept.
pub fn worth(amount: Quantity, price: Dong) -> Option<Dong> {
    let thousandths = i128::from(amount.thousandths()) * i128::from(price.amount());
    Dong::new(i64::try_from(thousandths / 1_000).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::months;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn promise(per_month: i64, months: Option<i32>, term: (&str, &str)) -> Promise {
        let per_month = Quantity::from_thousandths(per_month).unwrap();
        Promise { per_month, months, term: day(term.0)..=day(term.1) }
    }

    #[test]
    fn whole_months_promise_whole_amounts() {
        let whole = promise(120_000, None, ("2026-01-01", "2026-12-31"));

        assert_eq!(whole.whole().thousandths(), 12 * 120_000);
        assert_eq!(whole.within(&(day("2026-02-01")..=day("2026-02-28"))).thousandths(), 120_000);
        assert_eq!(whole.within(&(day("2025-01-01")..=day("2025-12-31"))).thousandths(), 0);
    }

    #[test]
    fn part_of_a_month_promises_its_share() {
        let january = promise(310_000, None, ("2026-01-22", "2026-01-31"));

        assert_eq!(january.whole().thousandths(), 100_000);
    }

    #[test]
    fn months_that_are_not_meant_promise_nothing() {
        let autumn = promise(30_000, Some(months::bits_of([9, 10])), ("2026-01-01", "2026-12-31"));

        assert_eq!(autumn.whole().thousandths(), 60_000);
    }

    #[test]
    fn half_a_kilogram_at_a_price_is_half_the_price() {
        let half = Quantity::from_thousandths(500).unwrap();

        assert_eq!(worth(half, Dong::new(125_001).unwrap()), Dong::new(62_500).ok());
    }

    proptest! {
        #[test]
        fn parts_add_up_to_the_whole(
            per_month in 0_i64..1_000_000_000,
            bits in 1_i32..=months::WHOLE_YEAR,
            from in 0_u64..4_000,
            length in 0_u64..1_500,
            cuts in proptest::collection::vec(0_u64..1_500, 0..6),
        ) {
            let first = day("2020-01-01") + Days::new(from);
            let last = first + Days::new(length);
            let per_month = Quantity::from_thousandths(per_month).unwrap();
            let promise = Promise { per_month, months: Some(bits), term: first..=last };
            let mut ends: Vec<NaiveDate> = cuts.iter().map(|cut| first + Days::new(*cut)).collect();
            ends.retain(|end| *end < last);
            ends.push(last);
            ends.sort_unstable();
            ends.dedup();

            let mut begin = first;
            let mut sum = 0;
            for end in ends {
                sum += promise.within(&(begin..=end)).thousandths();
                begin = end + Days::new(1);
            }

            prop_assert_eq!(sum, promise.whole().thousandths());
        }
    }
}
