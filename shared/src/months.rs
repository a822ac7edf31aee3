//! Months of the solar calendar as twelve bits: January is the lowest.

/// All of them.
pub const WHOLE_YEAR: i32 = 0xfff;

/// The months (1-12) whose bits are set, in their order.
pub fn of_bits(bits: i32) -> Vec<i32> {
    (1..=12).filter(|month| bits & (1 << (month - 1)) != 0).collect()
}

/// The bits of some months; what is no month has none.
pub fn bits_of(months: impl IntoIterator<Item = i32>) -> i32 {
    months.into_iter().filter(|month| (1..=12).contains(month)).fold(0, |bits, month| bits | 1 << (month - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_go_into_bits_and_come_back_in_order() {
        assert_eq!(of_bits(bits_of([12, 1, 6])), [1, 6, 12]);
        assert_eq!(bits_of(1..=12), WHOLE_YEAR);
        assert_eq!(bits_of([0, 13, -1]), 0);
        assert_eq!(of_bits(0), [0; 0]);
    }
}
