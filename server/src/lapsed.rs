//! Products that read differently by the passing of days alone: a rating ends or comes near its end, a paper ends.
//!
//! When a rating changes is decided in `shared::stars`. Here the database is asked the same, so that of a million
//! ratings only those of the days that have passed are read; a test holds the two together. A product too many does
//! no harm, it is only written again.

use std::{collections::HashSet, ops::RangeInclusive};

use chrono::{Datelike, Days, Months, NaiveDate};
use sea_orm::{ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QuerySelect, RelationDef};
use shared::{
    PartialDate, ProductId,
    stars::{EXPIRING_DAYS, VALID_MONTHS},
};

use crate::{
    database::Database,
    entities::{certificate, product, star_decision},
    error::Result,
};

type Range = RangeInclusive<NaiveDate>;

/// Products whose star or papers changed after one day and up to another, with three statements.
pub async fn products(database: &Database, since: NaiveDate, today: NaiveDate) -> Result<HashSet<ProductId>> {
    let connection = database.read();
    let ended = certificate::Column::ValidUntil.between(since, today - Days::new(1));
    let rated = star_decision::Entity::find()
        .select_only()
        .column(star_decision::Column::ProductId)
        .filter(rating_changed(since, today));
    let with_papers = certificate::Entity::find()
        .select_only()
        .column(certificate::Column::ProductId)
        .filter(certificate::Column::ProductId.is_not_null())
        .filter(ended.clone());
    let of_producers_with_papers = product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .join(JoinType::InnerJoin, papers_of_the_producer())
        .filter(ended);
    let mut products: HashSet<ProductId> = rated.into_tuple().all(connection).await?.into_iter().collect();
    products.extend(with_papers.into_tuple::<ProductId>().all(connection).await?);
    products.extend(of_producers_with_papers.into_tuple::<ProductId>().all(connection).await?);
    Ok(products)
}

fn papers_of_the_producer() -> RelationDef {
    product::Entity::belongs_to(certificate::Entity)
        .from(product::Column::ProducerId)
        .to(certificate::Column::OrganisationId)
        .into()
}

/// What `StarDecision::changes_after` says of each day, as a condition on the columns.
fn rating_changed(since: NaiveDate, today: NaiveDate) -> Condition {
    use star_decision::Column;

    // An end shows on the day after it.
    let ended = since..=today - Days::new(1);
    let opens = Days::new(EXPIRING_DAYS.unsigned_abs());
    let expiring = since + opens + Days::new(1)..=today + opens;
    let is_among = |column: Column, days: &Range| column.between(*days.start(), *days.end());
    let signed_among =
        |days: &Range| Column::SignedOn.between(coarsest(*days.start()), PartialDate::Day(*days.end()));
    let (signed_ended, signed_expiring) = (signed_for(&ended), signed_for(&expiring));
    let said = Condition::any()
        .add(is_among(Column::ValidUntil, &ended))
        .add(is_among(Column::ValidUntil, &expiring));
    let follows = Condition::any()
        .add(signed_among(&signed_ended))
        .add(signed_among(&signed_expiring))
        .add(Column::SignedOn.is_in(closing(&signed_ended)));
    Condition::any()
        .add(said)
        .add(Condition::all().add(Column::ValidUntil.is_null()).add(follows))
        .add(is_among(Column::ExtendedUntil, &ended))
        .add(is_among(Column::WithdrawnOn, &(since + Days::new(1)..=today)))
}

/// The days on which a rating was signed that ends on some days. One day more, because the 29th of February ends
/// with the 28th.
fn signed_for(ends: &Range) -> Range {
    let back = |day: NaiveDate| day - Months::new(VALID_MONTHS);
    back(*ends.start())..=back(*ends.end()) + Days::new(1)
}

/// The first of the dates, in the order of their texts, that begin on a day: a year stands before its months and
/// these before their days, so that the dates that begin within some days lie next to each other.
fn coarsest(day: NaiveDate) -> PartialDate {
    match (day.month(), day.day()) {
        (1, 1) => PartialDate::Year(day.year()),
        (month, 1) => PartialDate::Month(day.year(), month),
        _ => PartialDate::Day(day),
    }
}

/// The months and years that close on one of some days.
fn closing(days: &Range) -> Vec<PartialDate> {
    let all = days.start().iter_days().take_while(|day| day <= days.end());
    let closes = |first_after: NaiveDate| first_after.day() == 1;
    all.filter(|day| day.succ_opt().is_some_and(closes))
        .flat_map(|day| {
            let year = (day.month() == 12).then_some(PartialDate::Year(day.year()));
            [Some(PartialDate::Month(day.year(), day.month())), year]
        })
        .flatten()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn dates_that_begin_or_close_within_some_days_are_found_whatever_their_precision() {
        let days = day("2023-12-31")..=day("2024-02-01");

        let closing: Vec<String> = closing(&days).iter().map(PartialDate::to_string).collect();

        assert_eq!(closing, ["2023-12", "2023", "2024-01"]);
        let begin = ["2023-12-31", "2024-01-01", "2024-02-01"].map(|text| coarsest(day(text)).to_string());
        assert_eq!(begin, ["2023-12-31", "2024", "2024-02"]);
    }
}
