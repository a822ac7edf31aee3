//! Organisations that may be the same as another one, for staff who verify: the same tax code anywhere, or in the same
//! province a name that is nearly the same when the words of the legal form are left out.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shared::text::fold;

use super::details;
use crate::{
    database::Database,
    entities::{organisation, organisation_details},
    error::Result,
};

/// How alike two names must be, 0 to 1 (Damerau-Levenshtein over their length).
const ALIKE: f64 = 0.82;
/// Shown at most, the most alike first.
const SHOWN: usize = 10;
/// Words that say what an organisation is in law or in general, longest first.
const LEGAL_WORDS: [&str; 16] = [
    "cong ty trach nhiem huu han",
    "trach nhiem huu han",
    "cong ty co phan",
    "hop tac xa",
    "to hop tac",
    "ho kinh doanh",
    "ho san xuat",
    "co so san xuat",
    "mot thanh vien",
    "cong ty",
    "dich vu",
    "tnhh",
    "mtv",
    "htx",
    "tht",
    "hkd",
];

/// The organisations that may be the same as this one.
pub(super) async fn of(database: &Database, row: &organisation::Model) -> Result<Vec<organisation::Model>> {
    let mut found = same_tax_code(database, row).await?;
    let name = core(&row.name);
    let mut near = Vec::new();
    if let Some(province) = &row.province_id {
        let others = organisation::Entity::find()
            .filter(organisation::Column::ProvinceId.eq(province.clone()))
            .filter(organisation::Column::Id.ne(row.id))
            .all(database.read())
            .await?;
        let scored = others
            .into_iter()
            .map(|other| (strsim::normalized_damerau_levenshtein(&name, &core(&other.name)), other));
        near = scored.filter(|(alike, _)| *alike >= ALIKE).collect();
    }
    near.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    found.extend(near.into_iter().map(|(_, other)| other));
    let mut seen = std::collections::HashSet::new();
    found.retain(|other| seen.insert(other.id));
    found.truncate(SHOWN);
    Ok(found)
}

async fn same_tax_code(database: &Database, row: &organisation::Model) -> Result<Vec<organisation::Model>> {
    let Some(code) = details(database.read(), row.id).await?.tax_code else { return Ok(Vec::new()) };
    let pairs = organisation_details::Entity::find()
        .filter(organisation_details::Column::TaxCode.eq(code))
        .filter(organisation_details::Column::OrganisationId.ne(row.id))
        .find_also_related(organisation::Entity)
        .all(database.read())
        .await?;
    Ok(pairs.into_iter().filter_map(|(_, organisation)| organisation).collect())
}

/// A name without marks and without the words that many share.
fn core(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut text = format!(" {} ", words.collect::<Vec<_>>().join(" "));
    for legal in LEGAL_WORDS {
        text = text.replace(&format!(" {legal} "), " ");
    }
    let core = text.trim();
    if core.is_empty() { folded } else { core.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_legal_form_do_not_make_names_alike() {
        let alike = |one: &str, other: &str| {
            strsim::normalized_damerau_levenshtein(&core(one), &core(other)) >= ALIKE
        };

        assert!(alike("HTX Nông nghiệp Văn Đức", "Hợp tác xã nông nghiệp Văn Đức"));
        assert!(alike("Công ty TNHH Chè Ba Trại", "Công ty Trách nhiệm hữu hạn Chè Ba Trai"));
        assert!(!alike("Hợp tác xã Văn Đức", "Hợp tác xã Đông Cao"));
        assert!(!alike("Công ty TNHH An Phú", "Công ty TNHH Hòa Bình"));
        assert_eq!(core("HTX"), "htx");
    }
}
