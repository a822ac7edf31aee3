//! How long agreements hold that were signed: the estimate of Kaplan and Meier. One that was terminated ended early; one that
//! holds, whose term is over or that another one took the place of was watched until then, and nothing is known of what
//! would have become of it.

/// One agreement from its signature on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Life {
    /// How many days it was watched.
    pub(super) days: u32,
    /// Whether it was terminated then.
    pub(super) was_terminated: bool,
}

/// What of all agreements holds so many months after they were signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) month: u32,
    /// Agreements that were watched that long.
    pub(super) watched: usize,
    /// Thousandths of one.
    pub(super) share: u32,
}

/// The longest time that is shown, in months: the longest term there may be.
const MONTHS: u32 = 120;

/// Days of some months: 365.25 a year.
const fn days_of(months: u32) -> u32 {
    (months * 1_461).div_ceil(48)
}

/// The share that holds, month by month, as long as one was watched; nothing when there are none.
pub(super) fn curve(mut lives: Vec<Life>) -> Vec<Point> {
    lives.sort_unstable_by_key(|life| (life.days, !life.was_terminated));
    let (mut share, mut at) = (1.0_f64, 0);
    let mut points = Vec::new();
    for month in 0..=MONTHS {
        let until = days_of(month);
        // Those who end on the same day are at risk together.
        while let Some(life) = lives.get(at).filter(|life| life.days <= until) {
            let at_risk = (lives.len() - at) as f64;
            let of_the_day = lives[at..].iter().take_while(|other| other.days == life.days);
            let (count, ended) = of_the_day.fold((0, 0.0), |(count, ended), one| {
                (count + 1, ended + f64::from(u8::from(one.was_terminated)))
            });
            share *= 1.0 - ended / at_risk;
            at += count;
        }
        let watched = lives.partition_point(|life| life.days < until);
        let watched = lives.len() - watched;
        if watched == 0 {
            break;
        }
        points.push(Point { month, watched, share: (share * 1_000.0).round() as u32 });
    }
    points
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn life(days: u32, was_terminated: bool) -> Life {
        Life { days, was_terminated }
    }

    #[test]
    fn what_was_watched_to_its_end_counts_until_then() {
        let lives = vec![life(20, true), life(45, false), life(70, true), life(400, false)];

        let curve = curve(lives);

        let shown: Vec<_> =
            curve.iter().take(4).map(|point| (point.month, point.watched, point.share)).collect();
        // A quarter ends in the first month; then half of the two that are still watched.
        assert_eq!(shown, [(0, 4, 1_000), (1, 3, 750), (2, 2, 750), (3, 1, 375)]);
        assert_eq!(curve.last().map(|point| point.month), Some(13));
        assert!(super::curve(Vec::new()).is_empty());
    }

    proptest! {
        #[test]
        fn it_never_rises_and_is_the_plain_share_where_all_were_watched(
            ended in prop::collection::vec(1_u32..360, 0..20), kept in 1_usize..20,
        ) {
            let all = ended.iter().map(|days| life(*days, true));
            let lives: Vec<Life> = all.chain((0..kept).map(|_| life(400, false))).collect();
            let count = lives.len();

            let curve = curve(lives);

            prop_assert!(curve.is_sorted_by(|before, after| before.share >= after.share));
            prop_assert!(curve.is_sorted_by(|before, after| before.watched >= after.watched));
            for point in curve {
                let gone = ended.iter().filter(|days| **days <= days_of(point.month)).count();
                let plain = ((count - gone) as f64 / count as f64 * 1_000.0).round() as u32;
                prop_assert!(point.share.abs_diff(plain) <= 1, "{} {}", point.share, plain);
            }
        }
    }
}
