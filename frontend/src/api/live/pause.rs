//! How long to wait before a connection is opened again. Each failure doubles it, and chance spreads it: when the server
//! was restarted not all pages come back in the same moment.

use std::time::Duration;

const SHORTEST_MS: u32 = 1_000;
const LONGEST_MS: u32 = 60_000;

/// The pause after so many failures in a row; `chance` is from 0 to 1.
pub(super) fn pause(failures: u32, chance: f64) -> Duration {
    let doubled = SHORTEST_MS.saturating_mul(2_u32.saturating_pow(failures.saturating_sub(1)));
    let whole = f64::from(doubled.min(LONGEST_MS));
    Duration::from_secs_f64(whole * (0.5 + chance.clamp(0.0, 1.0) / 2.0) / 1_000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_up_to_a_minute() {
        let longest = [1, 2, 3, 6, 7, 1_000].map(|failures| pause(failures, 1.0).as_secs());

        assert_eq!(longest, [1, 2, 4, 32, 60, 60]);
    }

    #[test]
    fn chance_takes_away_up_to_half_of_a_pause() {
        assert_eq!(pause(3, 0.0), Duration::from_secs(2));
        assert_eq!(pause(3, 0.5), Duration::from_secs(3));
        assert_eq!(pause(3, 7.0), Duration::from_secs(4));
    }
}
