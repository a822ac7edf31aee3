//! Names of groups and papers in English: the counts of the filters carry them in Vietnamese only.

use super::search::Filter;
use crate::api::{self, Asked, schema};
use crate::text::{Language, kinds, language, t};

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query")]
pub(crate) struct Names {
    product_groups: Vec<GroupName>,
    certificate_kinds: Vec<CertificateName>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "ProductGroup")]
struct GroupName {
    code: String,
    name_en: String,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "CertificateKind")]
struct CertificateName {
    code: String,
    name_en: String,
}

/// Asks for the names where they are needed.
pub(crate) fn ask() -> Asked<Names> {
    use cynic::QueryBuilder;

    api::ask(|| (language() == Language::English).then(|| api::question(Names::build(()))))
}

/// A better name for a value than the one that came with its count.
pub(crate) fn name(names: Asked<Names>, filter: Filter, code: &str) -> Option<String> {
    let known = || names.get();
    match filter {
        Filter::Groups => top_group(code).or_else(|| {
            let names = known()?;
            names.product_groups.iter().find(|group| group.code == code).map(|group| group.name_en.clone())
        }),
        Filter::Certificates => {
            let names = known()?;
            names.certificate_kinds.iter().find(|kind| kind.code == code).map(|kind| kind.name_en.clone())
        }
        Filter::Stars | Filter::Provinces | Filter::FormerProvinces | Filter::Months => None,
    }
}

/// The six highest groups have short names of ours.
pub(crate) fn top_group(code: &str) -> Option<String> {
    let group = kinds::TOP_GROUPS.iter().find(|(known, _)| *known == code);
    group.map(|(_, name)| t(*name).to_owned())
}
