//! When both sides are asked, set down once an agreement is signed. The times that are asked about follow each other without
//! a gap and are the whole term together, so that nothing that is delivered is asked about twice or not at all.

use std::ops::RangeInclusive;

use chrono::{Days, Duration, NaiveDate, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};
use shared::{AgreementId, DeliveryCheckId, DeliveryCheckKind, DeliveryCheckState, limits};

use crate::{
    bulk, calendar,
    entities::{
        agreement, agreement_version,
        delivery_check::{Column, Entity, Model},
    },
    error::Result,
};

/// Sets down when the two sides of an agreement that was signed are asked. A side that is a department has nobody who could
/// answer; an agreement without a term is over no time that could be asked about.
pub(crate) async fn schedule(
    rows: &impl ConnectionTrait,
    agreement: &agreement::Model,
    version: &agreement_version::Model,
) -> Result<()> {
    let has_people = agreement.retailer_id.is_some() && agreement.producer_id.is_some();
    let (true, Some(first), Some(last)) = (has_people, version.starts_on, version.ends_on) else {
        return Ok(());
    };
    let today = calendar::today();
    let check = |span: Span| {
        // What was recorded late is asked about late.
        let asked_on = span.asked_on.max(today);
        Model {
            id: DeliveryCheckId::new(),
            agreement_id: agreement.id,
            kind: span.kind,
            state: DeliveryCheckState::Upcoming,
            begins_on: *span.days.start(),
            ends_on: *span.days.end(),
            asked_on,
            closes_on: asked_on + Days::new(limits::CHECK_DAYS - 1),
            settled_at: None,
        }
    };
    bulk::insert::<Entity>(rows, spans(first..=last, today).into_iter().map(check).collect()).await
}

/// Asks no more about an agreement that was ended or replaced before its term was over.
pub(crate) async fn cancel(rows: &impl ConnectionTrait, id: AgreementId) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(DeliveryCheckState::Cancelled))
        .col_expr(Column::SettledAt, Expr::value(Some(Utc::now())))
        .filter(Column::AgreementId.eq(id))
        .filter(Column::State.is_in([DeliveryCheckState::Upcoming, DeliveryCheckState::Asked]))
        // What has closed has come to something already, written down or not.
        .filter(Column::ClosesOn.gte(calendar::today()))
        .exec(rows)
        .await?;
    Ok(())
}

/// A time that is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Span {
    kind: DeliveryCheckKind,
    days: RangeInclusive<NaiveDate>,
    asked_on: NaiveDate,
}

/// The times of a term. All that was over when it was recorded is asked about at once.
fn spans(term: RangeInclusive<NaiveDate>, recorded_on: NaiveDate) -> Vec<Span> {
    let (first, last) = term.into_inner();
    let asked = |kind: &DeliveryCheckKind| {
        let asked_on = match kind.days() {
            Some(days) => first.checked_add_signed(Duration::days(days)).filter(|day| *day < last)?,
            None => last.succ_opt()?,
        };
        Some((*kind, asked_on))
    };
    let asked: Vec<(DeliveryCheckKind, NaiveDate)> =
        DeliveryCheckKind::ALL.iter().filter_map(asked).collect();
    let mut spans = Vec::with_capacity(asked.len());
    let mut begin = first;
    for (at, (kind, asked_on)) in asked.iter().enumerate() {
        let is_over_with_the_next = asked.get(at + 1).is_some_and(|(_, next)| *next <= recorded_on);
        let Some(end) = asked_on.pred_opt().filter(|end| begin <= *end && !is_over_with_the_next) else {
            continue;
        };
        spans.push(Span { kind: *kind, days: begin..=end, asked_on: *asked_on });
        begin = *asked_on;
    }
    spans
}

#[cfg(test)]
mod tests {
    use DeliveryCheckKind::{End, FirstMonth, SixthMonth, ThirdMonth};
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn kinds(term: (&str, &str), recorded_on: &str) -> Vec<DeliveryCheckKind> {
        let spans = spans(day(term.0)..=day(term.1), day(recorded_on));
        spans.into_iter().map(|span| span.kind).collect()
    }

    #[test]
    fn a_year_is_asked_about_four_times_and_a_month_once() {
        assert_eq!(
            kinds(("2026-01-01", "2026-12-31"), "2025-12-20"),
            [FirstMonth, ThirdMonth, SixthMonth, End]
        );
        assert_eq!(kinds(("2026-01-01", "2026-01-31"), "2025-12-20"), [End]);
        assert_eq!(kinds(("2026-01-01", "2026-02-01"), "2025-12-20"), [FirstMonth, End]);
        assert_eq!(kinds(("2026-01-02", "2026-01-01"), "2025-12-20"), []);
    }

    #[test]
    fn what_is_recorded_late_is_asked_about_once() {
        let year = ("2026-01-01", "2026-12-31");

        assert_eq!(kinds(year, "2026-04-30"), [ThirdMonth, SixthMonth, End]);
        assert_eq!(kinds(year, "2027-06-01"), [End]);
        assert_eq!(spans(day(year.0)..=day(year.1), day("2027-06-01"))[0].days, day(year.0)..=day(year.1));
    }

    proptest! {
        #[test]
        fn the_times_follow_each_other_and_are_the_term(
            from in 0_i64..4_000, length in 0_i64..2_000, recorded in -100_i64..2_200,
        ) {
            let first = day("2020-01-01") + Duration::days(from);
            let last = first + Duration::days(length);

            let spans = spans(first..=last, first + Duration::days(recorded));

            let mut next = first;
            for span in &spans {
                prop_assert_eq!(*span.days.start(), next);
                prop_assert!(span.days.start() <= span.days.end());
                prop_assert_eq!(span.asked_on, *span.days.end() + Duration::days(1));
                next = span.asked_on;
            }
            prop_assert_eq!(next, last + Duration::days(1));
            prop_assert_eq!(spans.last().map(|span| span.kind), Some(End));
        }
    }
}
