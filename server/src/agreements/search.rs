//! Looking for agreements by words. They are few beside products and change often, so their words are read when somebody
//! looks and are kept in no index.

use std::collections::{HashMap, HashSet};

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select};
use shared::{AgreementId, text};

use super::stated::is_latest;
use crate::{
    database::Database,
    entities::{
        agreement::{Column, Entity},
        agreement_line, agreement_version,
    },
    error::Result,
};

/// Agreements whose words are read; of more only the latest.
const READ: u64 = 10_000;
/// Agreements that are found, so that a statement can name them all.
const FOUND: usize = 5_000;

/// Which of some agreements have all words of a text in their number, the names of the sides or of the goods. Accents
/// may be left out, and the last word may be unfinished.
pub(super) async fn matching(
    database: &Database,
    among: Select<Entity>,
    text: &str,
) -> Result<Vec<AgreementId>> {
    let rows = database.read();
    let latest = among.order_by_desc(Column::MovedAt).limit(READ);
    let found: Vec<(AgreementId, Option<String>)> =
        latest.clone().select_only().columns([Column::Id, Column::Number]).into_tuple().all(rows).await?;
    let ids = || latest.clone().select_only().column(Column::Id).into_query();
    let versions = agreement_version::Entity::find()
        .filter(agreement_version::Column::AgreementId.in_subquery(ids()))
        .filter(is_latest())
        .all(rows)
        .await?;
    let numbers: HashMap<AgreementId, i32> =
        versions.iter().map(|version| (version.agreement_id, version.number)).collect();
    let lines = agreement_line::Entity::find()
        .filter(agreement_line::Column::AgreementId.in_subquery(ids()))
        .all(rows)
        .await?;
    let mut words: HashMap<AgreementId, Words> =
        found.into_iter().map(|(id, number)| (id, Words::of(number.as_deref()))).collect();
    for version in &versions {
        if let Some(words) = words.get_mut(&version.agreement_id) {
            words.add(&version.retailer.name);
            words.add(&version.producer.name);
        }
    }
    for line in lines.iter().filter(|line| numbers.get(&line.agreement_id) == Some(&line.version_number)) {
        if let Some(words) = words.get_mut(&line.agreement_id) {
            words.add(&line.product_name);
        }
    }
    let asked = text::tokens(text);
    Ok(words.into_iter().filter(|(_, words)| words.have(&asked)).map(|(id, _)| id).take(FOUND).collect())
}

/// The words of an agreement.
#[derive(Debug, Default)]
struct Words {
    accented: HashSet<String>,
    plain: HashSet<String>,
}

impl Words {
    fn of(number: Option<&str>) -> Self {
        let mut words = Self::default();
        words.add(number.unwrap_or_default());
        words
    }

    fn add(&mut self, said: &str) {
        for token in text::tokens(said) {
            self.plain.insert(token.beginning());
            self.accented.insert(token.accented);
        }
    }

    fn have(&self, asked: &[text::Token]) -> bool {
        let Some((last, others)) = asked.split_last() else { return false };
        let has = |token: &text::Token| match token.has_marks() {
            true => self.accented.contains(&token.accented),
            false => self.plain.contains(&token.beginning()),
        };
        let begins = match last.has_marks() {
            true => self.accented.iter().any(|word| word.starts_with(&last.accented)),
            false => self.plain.iter().any(|word| word.starts_with(&last.beginning())),
        };
        begins && others.iter().all(has)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_without_accents_and_before_they_are_finished() {
        let mut words = Words::of(Some("07/2026/BBGT"));
        words.add("Hợp tác xã Ba Vì");

        for (asked, found) in [
            ("ba vi", true),
            ("Vì", true),
            ("07/2026", true),
            ("bbg", true),
            ("hợp ta", true),
            ("hop chợ", false),
            ("bá", false),
            ("?", false),
        ] {
            assert_eq!(words.have(&text::tokens(asked)), found, "{asked}");
        }
    }
}
