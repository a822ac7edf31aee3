//! Numbers of agreements: made by a pattern that staff set, of a sequence for each kind and year without gap or double.

use std::{collections::BTreeMap, sync::Arc};

use async_graphql::{InputObject, SimpleObject};
use chrono::{Datelike, NaiveDate};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter, QuerySelect, Set,
    sea_query::OnConflict,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use shared::{AgreementKind, Problem, limits};

use crate::{
    accounts::SignedIn,
    app::App,
    changes::{Line, Write},
    entities::{agreement, setting},
    error::Result,
    forms::Form,
};

const KEY: &str = "agreement_numbering";
/// Advisory lock of PostgreSQL under which numbers are allotted; SQLite has one writer anyway.
const LOCK: i64 = 0x6f63_6f71;
/// What a pattern must name, so that no two agreements have one number.
const PLACES: [&str; 3] = ["{number}", "{year}", "{kind}"];

/// How numbers of agreements are made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbering {
    pattern: String,
    /// What `{kind}` is.
    signs: BTreeMap<AgreementKind, String>,
}

/// How numbers of agreements are made: `{number}`, `{year}` and `{kind}` are filled in.
#[derive(SimpleObject, Clone, Debug)]
pub struct AgreementNumbering {
    /// `{number}/{year}/{kind}` unless staff set another.
    pattern: String,
    /// What `{kind}` is.
    kinds: Vec<AgreementNumberKind>,
}

/// What stands for a kind of agreement in its number.
#[derive(SimpleObject, Clone, Debug)]
pub struct AgreementNumberKind {
    /// The kind.
    kind: AgreementKind,
    /// What stands for it.
    sign: String,
}

/// What is to stand for a kind of agreement in its number.
#[derive(InputObject, Clone, Debug)]
pub struct AgreementNumberKindInput {
    /// The kind.
    kind: AgreementKind,
    /// What stands for it: at most 20 characters.
    sign: String,
}

/// Signs as the city writes them.
impl Default for Numbering {
    fn default() -> Self {
        let sign = |kind: &AgreementKind| match kind {
            AgreementKind::Mou => "BBGNHT",
            AgreementKind::Minutes => "BBGT",
            AgreementKind::Contract => "HĐ",
            AgreementKind::Programme => "CTHT",
            AgreementKind::Framework => "TTK",
        };
        let signs = AgreementKind::ALL.iter().map(|kind| (*kind, sign(kind).to_owned())).collect();
        Self { pattern: PLACES.join("/"), signs }
    }
}

impl From<Numbering> for AgreementNumbering {
    fn from(numbering: Numbering) -> Self {
        let kind = |(kind, sign)| AgreementNumberKind { kind, sign };
        Self { pattern: numbering.pattern, kinds: numbering.signs.into_iter().map(kind).collect() }
    }
}

impl Numbering {
    /// What is set, or what we begin with.
    pub(super) async fn read(connection: &impl ConnectionTrait) -> Result<Self> {
        let row = setting::Entity::find_by_id(KEY).one(connection).await?;
        let mut numbering: Self =
            row.and_then(|row| serde_json::from_str(&row.value).ok()).unwrap_or_default();
        // A kind that came later has the sign we begin with.
        for (kind, sign) in Self::default().signs {
            numbering.signs.entry(kind).or_insert(sign);
        }
        Ok(numbering)
    }

    fn number(&self, kind: AgreementKind, year: i32, sequence: i32) -> String {
        let sign = self.signs.get(&kind).map(String::as_str).unwrap_or_default();
        let [number_place, year_place, kind_place] = PLACES;
        self.pattern
            .replace(number_place, &format!("{sequence:02}"))
            .replace(year_place, &year.to_string())
            .replace(kind_place, sign)
    }
}

/// Sets how numbers are made from now on; those that are allotted stay.
pub(super) async fn set(
    app: &Arc<App>,
    somebody: &SignedIn,
    pattern: &str,
    kinds: Vec<AgreementNumberKindInput>,
) -> Result<Numbering> {
    const SIGN_CHARS: usize = 20;
    let mut form = Form::default();
    let pattern = form.line("pattern", pattern, limits::AGREEMENT_NUMBER_CHARS);
    if PLACES.iter().any(|place| pattern.matches(place).count() != 1) {
        form.wrong("pattern", Problem::NotOffered);
    }
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let before = Numbering::read(write.rows()).await?;
    let mut numbering = Numbering { pattern, ..before.clone() };
    for (place, input) in kinds.into_iter().enumerate() {
        let sign = form.line(&format!("kinds.{place}.sign"), &input.sign, SIGN_CHARS);
        numbering.signs.insert(input.kind, sign);
    }
    let mut signs: Vec<&String> = numbering.signs.values().collect();
    signs.sort();
    signs.dedup();
    if signs.len() != numbering.signs.len() {
        form.wrong("kinds", Problem::Taken);
    }
    form.finish()?;
    let value = serde_json::to_string(&numbering).map_err(anyhow::Error::new)?;
    let row = setting::ActiveModel { key: Set(KEY.to_owned()), value: Set(value) };
    let replace = OnConflict::column(setting::Column::Key).update_column(setting::Column::Value).to_owned();
    setting::Entity::insert(row).on_conflict(replace).exec_without_returning(write.rows()).await?;
    write.record(Line::of("setting", KEY, "updated").with(Some(json!(before)), Some(json!(numbering))));
    write.commit().await?;
    Ok(numbering)
}

/// Gives an agreement the next number of its kind in the year of a day. Whoever allots another waits until this is
/// committed or undone, so none is left out.
pub(super) async fn allot(
    connection: &impl ConnectionTrait,
    row: agreement::Model,
    signed_on: NaiveDate,
) -> Result<agreement::Model> {
    if connection.get_database_backend() == DbBackend::Postgres {
        connection.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({LOCK})")).await?;
    }
    let year = signed_on.year();
    let last: Option<Option<i32>> = agreement::Entity::find()
        .select_only()
        .column_as(agreement::Column::NumberSequence.max(), "last")
        .filter(agreement::Column::Kind.eq(row.kind))
        .filter(agreement::Column::NumberYear.eq(year))
        .into_tuple()
        .one(connection)
        .await?;
    let sequence = last.flatten().unwrap_or_default() + 1;
    let number = Numbering::read(connection).await?.number(row.kind, year, sequence);
    Ok(agreement::Model {
        number: Some(number),
        number_year: Some(year),
        number_sequence: Some(sequence),
        ..row
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_its_place_in_the_year_and_the_sign_of_its_kind() {
        let numbering = Numbering::default();

        assert_eq!(numbering.number(AgreementKind::Mou, 2026, 7), "07/2026/BBGNHT");
        assert_eq!(numbering.number(AgreementKind::Contract, 2027, 123), "123/2027/HĐ");
    }
}
