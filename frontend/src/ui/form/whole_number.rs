//! Whole numbers as they are typed.

use std::ops::RangeInclusive;

use shared::Problem;

/// A whole number within limits, or what is wrong with what was typed.
pub(crate) fn whole_number(typed: &str, within: RangeInclusive<i32>) -> Result<i32, Problem> {
    match typed.trim() {
        "" => Err(Problem::Missing),
        typed => match typed.parse() {
            Ok(number) if within.contains(&number) => Ok(number),
            Ok(_) => Err(Problem::OutOfRange),
            Err(_) => Err(Problem::NoNumber),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_within_its_limits() {
        let read = |typed| whole_number(typed, 1..=50);

        assert_eq!([read(" 3 "), read("50")], [Ok(3), Ok(50)]);
        assert_eq!(
            [read("51"), read("x"), read("2,5")],
            [Err(Problem::OutOfRange), Err(Problem::NoNumber), Err(Problem::NoNumber),]
        );
        assert_eq!(read(" "), Err(Problem::Missing));
    }
}
