//! The two short lists: product groups and kinds of certificates. The order of the file is the order shown.

use std::collections::HashSet;

use serde::Deserialize;

use super::csv_file::{self, Problems};
use crate::entities::{certificate_kind, product_group};

const GROUPS: &str = "reference/product_groups.csv";
const KINDS: &str = "reference/certificate_kinds.csv";

#[derive(Deserialize)]
struct GroupRow {
    code: String,
    parent_code: Option<String>,
    name_vi: String,
    name_en: String,
    confirmed: YesOrNo,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum YesOrNo {
    Yes,
    No,
}

/// The official classification, each group after the one it belongs to.
pub(super) fn product_groups(text: &str, problems: &mut Problems) -> Vec<product_group::Model> {
    let columns = ["code", "parent_code", "name_vi", "name_en", "confirmed"];
    let lines = csv_file::read::<GroupRow>(GROUPS, text, &columns, problems);
    let mut codes = HashSet::new();
    let mut groups = Vec::new();
    for (line, position) in lines.into_iter().zip(0..) {
        let GroupRow { code, parent_code, name_vi, name_en, confirmed } = line.row;
        if let Some(parent) = parent_code.as_ref().filter(|parent| !codes.contains(*parent)) {
            problems.add(GROUPS, line.number, format_args!("parent_code {parent:?} does not stand above it"));
        }
        if !codes.insert(code.clone()) {
            problems.add(GROUPS, line.number, format_args!("code {code:?} is there twice"));
        }
        let confirmed = matches!(confirmed, YesOrNo::Yes);
        groups.push(product_group::Model { code, parent_code, name_vi, name_en, confirmed, position });
    }
    groups
}

#[derive(Deserialize)]
struct KindRow {
    code: String,
    name_vi: String,
    name_en: String,
    typical_validity_months: Option<i32>,
    applies_to: AppliesTo,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum AppliesTo {
    Producer,
    Product,
    Point,
}

/// The kinds of papers.
pub(super) fn certificate_kinds(text: &str, problems: &mut Problems) -> Vec<certificate_kind::Model> {
    let columns = ["code", "name_vi", "name_en", "typical_validity_months", "applies_to"];
    let lines = csv_file::read::<KindRow>(KINDS, text, &columns, problems);
    let mut codes = HashSet::new();
    let mut kinds = Vec::new();
    for (line, position) in lines.into_iter().zip(0..) {
        let KindRow { code, name_vi, name_en, typical_validity_months, applies_to } = line.row;
        if !codes.insert(code.clone()) {
            problems.add(KINDS, line.number, format_args!("code {code:?} is there twice"));
        }
        let applies_to = match applies_to {
            AppliesTo::Producer => "producer",
            AppliesTo::Product => "product",
            AppliesTo::Point => "point",
        };
        let applies_to = applies_to.to_owned();
        kinds.push(certificate_kind::Model {
            code,
            name_vi,
            name_en,
            typical_validity_months,
            applies_to,
            position,
        });
    }
    kinds
}
