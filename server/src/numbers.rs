//! Numbers as tables and the API hold them.

/// A count as a column or an `Int` of the API holds it: what is over 2,147,483,647 is shown as that.
pub(crate) fn int(count: impl TryInto<i32>) -> i32 {
    count.try_into().unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_too_large_is_shown_as_the_largest() {
        assert_eq!((int(3_usize), int(u64::MAX)), (3, i32::MAX));
    }
}
