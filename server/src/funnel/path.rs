//! How far a row came, and when: pure, so that it can be tried on every history there may be.

use chrono::NaiveDate;
use shared::{AgreementStatus, FunnelStep};

/// An introduction as the funnel sees it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Met {
    pub(super) on: NaiveDate,
    /// It was declined, taken back or not answered.
    pub(super) has_stopped: bool,
}

/// An agreement that was sent or signed, as the funnel sees it.
#[derive(Clone, Debug)]
pub(super) struct Agreed {
    pub(super) status: AgreementStatus,
    /// When it was sent to the other side; nothing for what staff recorded from paper.
    pub(super) proposed_on: Option<NaiveDate>,
    pub(super) signed_on: Option<NaiveDate>,
    pub(super) is_renewal: bool,
    /// The last days of the times of which both sides confirm that something was delivered, the earliest first.
    pub(super) delivered_on: Vec<NaiveDate>,
    /// Whether somebody may still say that something was delivered.
    pub(super) is_followed: bool,
}

/// How far a row came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Path {
    /// `Introduced` to `Repeated`: all steps before it were made, too.
    pub(super) furthest: FunnelStep,
    pub(super) has_lapsed: bool,
    /// The day of each step that was made, where it is known.
    pub(super) introduced: Option<NaiveDate>,
    pub(super) proposed: Option<NaiveDate>,
    pub(super) signed: Option<NaiveDate>,
    pub(super) delivered: Option<NaiveDate>,
    pub(super) repeated: Option<NaiveDate>,
}

impl Path {
    /// The path of an introduction and its agreements.
    pub(super) fn of(met: Option<Met>, agreed: &[Agreed]) -> Self {
        let signed: Vec<&Agreed> = agreed.iter().filter(|one| one.status.was_signed()).collect();
        let mut delivered: Vec<NaiveDate> =
            signed.iter().flat_map(|one| one.delivered_on.iter().copied()).collect();
        delivered.sort_unstable();
        let first = delivered.first().copied();
        let renewed = signed.iter().filter(|one| one.is_renewal).filter_map(|one| one.signed_on).min();
        // A renewal of what was never delivered repeats nothing.
        let repeated = first.and_then(|first| {
            let again = delivered.get(1).copied().into_iter().chain(renewed).min()?;
            Some(again.max(first))
        });
        let furthest = match (repeated, first) {
            (Some(_), _) => FunnelStep::Repeated,
            (None, Some(_)) => FunnelStep::Delivered,
            (None, None) if !signed.is_empty() => FunnelStep::Signed,
            (None, None) if !agreed.is_empty() => FunnelStep::Proposed,
            (None, None) => FunnelStep::Introduced,
        };
        Self {
            furthest,
            has_lapsed: has_lapsed(met, agreed, first.is_some()),
            introduced: met.map(|met| met.on),
            proposed: agreed.iter().filter_map(|one| one.proposed_on).min(),
            signed: signed.iter().filter_map(|one| one.signed_on).min(),
            delivered: first,
            repeated,
        }
    }

    /// Whether a step counts it.
    pub(super) fn has_reached(&self, step: FunnelStep) -> bool {
        if step == FunnelStep::Lapsed { self.has_lapsed } else { step <= self.furthest }
    }

    /// Where it stands: lapsed, or the furthest step.
    pub(super) fn stands_at(&self) -> FunnelStep {
        if self.has_lapsed { FunnelStep::Lapsed } else { self.furthest }
    }
}

/// Nothing comes of it any more, and nothing was delivered.
fn has_lapsed(met: Option<Met>, agreed: &[Agreed], has_delivered: bool) -> bool {
    let goes_on = |one: &Agreed| {
        let holds = one.status == AgreementStatus::Signed || one.status.is_waiting();
        holds || one.is_followed
    };
    match agreed {
        [] => met.is_some_and(|met| met.has_stopped),
        some => !has_delivered && !some.iter().any(goes_on),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(day: i64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Duration::days(day)
    }

    prop_compose! {
        fn agreed()(
            status in prop::sample::select(AgreementStatus::ALL.to_vec()),
            proposed in prop::option::of(0_i64..100), signed in 100_i64..200, is_renewal in any::<bool>(),
            delivered in prop::collection::vec(200_i64..500, 0..4), is_followed in any::<bool>(),
        ) -> Agreed {
            let was_signed = status.was_signed();
            Agreed {
                status,
                proposed_on: proposed.map(day),
                signed_on: was_signed.then(|| day(signed)),
                is_renewal,
                delivered_on: delivered.into_iter().filter(|_| was_signed).map(day).collect(),
                is_followed: is_followed && was_signed,
            }
        }
    }

    prop_compose! {
        pub(in crate::funnel) fn path()(
            met in prop::option::of((0_i64..50, any::<bool>())), agreed in prop::collection::vec(agreed(), 0..4),
        ) -> Path {
            let met = met.map(|(on, has_stopped)| Met { on: day(on), has_stopped });
            Path::of(met, &agreed)
        }
    }

    fn signed(delivered: &[i64], is_renewal: bool, status: AgreementStatus) -> Agreed {
        Agreed {
            status,
            proposed_on: Some(day(1)),
            signed_on: Some(day(5)),
            is_renewal,
            delivered_on: delivered.iter().copied().map(day).collect(),
            is_followed: false,
        }
    }

    #[test]
    fn a_row_stands_where_its_history_has_led_it() {
        use AgreementStatus::{Declined, Ended, Signed, WaitsForProducer};
        let met = |has_stopped| Some(Met { on: day(0), has_stopped });
        let unsigned = |status| Agreed { signed_on: None, ..signed(&[], false, status) };

        for (met, agreed, stands_at) in [
            (met(false), vec![], FunnelStep::Introduced),
            (met(true), vec![], FunnelStep::Lapsed),
            (met(false), vec![unsigned(WaitsForProducer)], FunnelStep::Proposed),
            (met(false), vec![unsigned(Declined)], FunnelStep::Lapsed),
            (met(false), vec![unsigned(Declined), unsigned(WaitsForProducer)], FunnelStep::Proposed),
            (None, vec![signed(&[], false, Signed)], FunnelStep::Signed),
            (None, vec![signed(&[], false, Ended)], FunnelStep::Lapsed),
            (None, vec![Agreed { is_followed: true, ..signed(&[], false, Ended) }], FunnelStep::Signed),
            (None, vec![signed(&[35], false, Ended)], FunnelStep::Delivered),
            (None, vec![signed(&[35, 95], false, Signed)], FunnelStep::Repeated),
            (None, vec![signed(&[35], false, Ended), signed(&[], true, Signed)], FunnelStep::Repeated),
            (None, vec![signed(&[], false, Ended), signed(&[], true, Signed)], FunnelStep::Signed),
        ] {
            assert_eq!(Path::of(met, &agreed).stands_at(), stands_at, "{met:?} {agreed:?}");
        }
    }

    proptest! {
        #[test]
        fn whoever_reaches_a_step_has_reached_those_before_it(path in path()) {
            use FunnelStep::{Delivered, Introduced, Proposed, Repeated, Signed};
            let steps = [Introduced, Proposed, Signed, Delivered, Repeated].map(|step| path.has_reached(step));

            prop_assert!(steps[0] && steps.is_sorted_by(|before, after| before >= after), "{path:?}");
            prop_assert!(!(path.has_lapsed && path.has_reached(Delivered)));
            prop_assert_eq!(path.delivered.is_some(), path.has_reached(Delivered));
            prop_assert_eq!(path.repeated.is_some(), path.has_reached(Repeated));
            prop_assert!(path.repeated >= path.delivered.filter(|_| path.repeated.is_some()));
        }
    }
}
