//! Counting searches that found nothing.

use chrono::{Datelike, Months, NaiveDate};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set,
    sea_query::{Expr, OnConflict},
};
use shared::text;

use crate::{
    changes::Write,
    database::Database,
    entities::unanswered_search::{ActiveModel, Column, Entity},
    error::Result,
};

/// Times that words must have come before anybody reads them.
const SHOWN_FROM: i64 = 3;
/// Months that are kept and shown.
const MONTHS: u32 = 12;
/// Different words counted in a month; beyond them somebody is making words up.
const A_MONTH: u64 = 20_000;
/// Characters of what is taken; goods have short names.
const CHARS: usize = 60;
/// Digits in a row of words that make them a number of a person rather than a pack size.
const DIGITS: usize = 6;

/// A search, as it is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Looked {
    pub(super) typed: String,
    /// Codes; empty for none.
    pub(super) group: String,
    pub(super) province: String,
}

/// Words that came back, with how often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Missed {
    pub(super) looked: Looked,
    pub(super) times: i64,
    pub(super) last_on: NaiveDate,
}

/// Whether words may be kept: they are short, and neither an address nor the number of a person.
pub(super) fn may_be_kept(typed: &str) -> bool {
    let letters = typed.chars().filter(|letter| letter.is_alphabetic()).count();
    let digits = typed.chars().filter(char::is_ascii_digit).count();
    let is_address = typed.contains('@') || typed.contains("://") || text::fold(typed).contains("www.");
    (2..=CHARS).contains(&letters) && typed.chars().count() <= CHARS && digits < DIGITS && !is_address
}

/// Counts a search once. It is no fact that the log keeps.
pub(super) async fn count(database: &Database, looked: &Looked, today: NaiveDate) -> Result<()> {
    let month = today.with_day(1).unwrap_or(today);
    let of_month = Entity::find().filter(Column::Month.eq(month));
    if of_month.count(database.read()).await? >= A_MONTH {
        return Ok(());
    }
    let row = ActiveModel {
        month: Set(month),
        words: Set(text::fold(&looked.typed)),
        group_code: Set(looked.group.clone()),
        province_code: Set(looked.province.clone()),
        typed: Set(looked.typed.clone()),
        times: Set(1),
        last_on: Set(today),
    };
    let again = OnConflict::columns([Column::Month, Column::Words, Column::GroupCode, Column::ProvinceCode])
        .value(Column::Times, Expr::col((Entity, Column::Times)).add(1))
        .update_column(Column::LastOn)
        .to_owned();
    Entity::insert(row).on_conflict(again).exec_without_returning(database.write()).await?;
    Ok(())
}

/// What was looked for most in the last months, of those words that came often enough.
pub(super) async fn most_missed(database: &Database, today: NaiveDate, rows: usize) -> Result<Vec<Missed>> {
    let times = || Expr::col((Entity, Column::Times)).sum().cast_as("bigint");
    let found: Vec<(String, String, String, i64, NaiveDate)> = Entity::find()
        .select_only()
        .column_as(Column::Typed.min(), "typed")
        .column(Column::GroupCode)
        .column(Column::ProvinceCode)
        .column_as(times(), "all_times")
        .column_as(Column::LastOn.max(), "last_on")
        .filter(Column::Month.gt(oldest(today)))
        .group_by(Column::Words)
        .group_by(Column::GroupCode)
        .group_by(Column::ProvinceCode)
        .having(times().gte(SHOWN_FROM))
        .order_by_desc(times())
        .order_by_asc(Column::Words)
        .limit(rows as u64)
        .into_tuple()
        .all(database.read())
        .await?;
    let missed = |(typed, group, province, times, last_on)| Missed {
        looked: Looked { typed, group, province },
        times,
        last_on,
    };
    Ok(found.into_iter().map(missed).collect())
}

/// Forgets what is too old, and how many lines that was.
pub(crate) async fn forget_old(write: &Write, today: NaiveDate) -> Result<u64> {
    let old = Entity::delete_many().filter(Column::Month.lte(oldest(today)));
    Ok(old.exec(write.rows()).await?.rows_affected)
}

fn oldest(today: NaiveDate) -> NaiveDate {
    today.checked_sub_months(Months::new(MONTHS)).unwrap_or(today)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goods_are_counted_and_people_are_not() {
        for goods in ["mật ong rừng", "trà 100g", "cà phê", "nước mắm 40 độ đạm", "gà đồi 1,5 kg"]
        {
            assert!(may_be_kept(goods), "{goods}");
        }
        for other in [
            "",
            "a",
            "12345",
            "0912345678",
            "anh Ba 0912 345 678",
            "ba@htx.example",
            "https://htx.example",
            "www.htx.example",
        ] {
            assert!(!may_be_kept(other), "{other}");
        }
        assert!(!may_be_kept(&"mật ong ".repeat(20)));
    }
}
