//! Organisations that may be the same as another one, for staff who verify: the same tax code anywhere, or in the same
//! province a name that is nearly the same when the words of the legal form are left out.

use std::collections::{HashMap, HashSet};

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shared::{AdminUnitId, OrganisationId, text::fold};

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

/// For each of some organisations those that may be the same.
pub(super) async fn of(
    database: &Database,
    ids: &[OrganisationId],
) -> Result<HashMap<OrganisationId, Vec<organisation::Model>>> {
    let asked = organisation::Entity::find().filter(organisation::Column::Id.is_in(ids.iter().copied()));
    let asked = asked.all(database.read()).await?;
    let codes = organisation_details::Entity::find()
        .filter(organisation_details::Column::OrganisationId.is_in(ids.iter().copied()))
        .all(database.read())
        .await?;
    let codes: HashMap<OrganisationId, String> =
        codes.into_iter().filter_map(|row| Some((row.organisation_id, row.tax_code?))).collect();
    let same = organisation_details::Entity::find()
        .filter(organisation_details::Column::TaxCode.is_in(codes.values().cloned()))
        .find_also_related(organisation::Entity)
        .all(database.read())
        .await?;
    let provinces: HashSet<AdminUnitId> = asked.iter().filter_map(|row| row.province_id.clone()).collect();
    let near = organisation::Entity::find()
        .filter(organisation::Column::ProvinceId.is_in(provinces))
        .all(database.read())
        .await?;
    let cores: Vec<String> = near.iter().map(|row| core(&row.name)).collect();

    let mut found = HashMap::new();
    for row in asked {
        let code = codes.get(&row.id);
        let mut others: Vec<organisation::Model> = same
            .iter()
            .filter(|(details, _)| code.is_some() && details.tax_code.as_ref() == code)
            .filter_map(|(_, other)| other.clone())
            .collect();
        others.extend(nearly_named(&row, &near, &cores));
        let mut seen = HashSet::from([row.id]);
        others.retain(|other| seen.insert(other.id));
        others.truncate(SHOWN);
        found.insert(row.id, others);
    }
    Ok(found)
}

/// Others of the same province whose name is nearly the same, the most alike first.
fn nearly_named(
    row: &organisation::Model,
    near: &[organisation::Model],
    cores: &[String],
) -> Vec<organisation::Model> {
    let name = core(&row.name);
    let scored = near.iter().zip(cores).filter(|(other, _)| other.province_id == row.province_id);
    let scored = scored.map(|(other, core)| (strsim::normalized_damerau_levenshtein(&name, core), other));
    let mut alike: Vec<_> = scored.filter(|(alike, _)| *alike >= ALIKE).collect();
    alike.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    alike.into_iter().map(|(_, other)| other.clone()).collect()
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
