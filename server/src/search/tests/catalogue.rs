//! The public products as documents, straight from the files.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use shared::{OrganisationId, ProductId};
use uuid::Uuid;

use crate::search::{
    Page, Position, ProductCard, ProductDocument, ProductIndex, ProductQuery, Synonyms, UnitName,
};

#[derive(Clone, Debug, Deserialize)]
pub(super) struct PublicProduct {
    pub(super) name: String,
    pub(super) producer: String,
    pub(super) province: String,
    pub(super) district: String,
    pub(super) group: String,
    pub(super) stars: Option<u8>,
}

#[derive(Deserialize)]
struct Unit {
    era: String,
    level: String,
    code: String,
    name: String,
    successor_code: String,
}

/// A province of the 63 and the one it lies in now.
#[derive(Clone, Debug)]
pub(super) struct Provinces {
    pub(super) former: UnitName,
    pub(super) current: UnitName,
}

pub(super) fn project_file(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

pub(super) fn rows<T: serde::de::DeserializeOwned>(path: &str) -> Vec<T> {
    let mut reader = csv::Reader::from_path(project_file(path)).unwrap();
    reader.deserialize().map(|row| row.unwrap()).collect()
}

pub(super) fn products() -> Vec<PublicProduct> {
    rows("data/public/products.csv")
}

/// By the name a source uses: without `Tỉnh`, and with `Thành phố` only for Hồ Chí Minh.
pub(super) fn provinces() -> HashMap<String, Provinces> {
    let units: Vec<Unit> = rows("data/geo/admin_units.csv");
    let provinces = |era: &str| {
        let mut units: Vec<&Unit> =
            units.iter().filter(|unit| unit.level == "province" && unit.era == era).collect();
        units.sort_by(|a, b| a.code.cmp(&b.code));
        units
    };
    let name = |unit: &Unit| UnitName { code: unit.code.clone(), name: unit.name.clone() };
    let (former, current) = (provinces("legacy"), provinces("current"));
    let pair = |unit: &&Unit| {
        let successor = current.iter().find(|other| other.code == unit.successor_code).unwrap();
        let short = unit.name.trim_start_matches("Tỉnh ").trim_start_matches("Thành phố ").to_owned();
        let short = if short == "Hồ Chí Minh" { unit.name.clone() } else { short };
        (short, Provinces { former: name(unit), current: name(successor) })
    };
    former.iter().map(pair).collect()
}

pub(super) fn documents() -> Vec<ProductDocument> {
    let provinces = provinces();
    let producers: Vec<String> = products().into_iter().map(|product| product.producer).collect();
    let producer = |name: &str| producers.iter().position(|other| other == name).unwrap() as u128;
    let document = |(number, product): (usize, PublicProduct)| {
        let unit = provinces.get(&product.province);
        let places = unit.iter().flat_map(|unit| [unit.former.name.clone(), unit.current.name.clone()]);
        ProductDocument {
            places: places.chain([product.district.clone()]).collect(),
            card: ProductCard {
                id: product_id(number),
                producer_id: OrganisationId(Uuid::from_u128(producer(&product.producer))),
                group_code: group_code(&product.group).to_owned(),
                stars: product.stars,
                star_state: None,
                province: unit.map(|unit| unit.current.clone()),
                former_province: unit.map(|unit| unit.former.clone()),
                months: None,
                certificates: Vec::new(),
                added_at_ms: number as i64,
                name: product.name,
                producer_name: product.producer,
            },
            groups: vec!["Thực phẩm".to_owned()],
            description: None,
        }
    };
    products().into_iter().enumerate().map(document).collect()
}

pub(super) fn product_id(number: usize) -> ProductId {
    ProductId(Uuid::from_u128(number as u128))
}

fn group_code(word: &str) -> &'static str {
    match word {
        "beverage" => "II",
        "herbal" => "III",
        "handicraft" => "IV",
        "ornamental" => "V",
        "tourism" => "VI",
        _ => "I",
    }
}

pub(super) fn position(seq: i64) -> Position {
    Position { database: Uuid::nil(), seq, as_of: "2026-11-23".parse().unwrap() }
}

/// An index of the public products, in a folder that goes with it.
pub(super) struct Catalogue {
    pub(super) index: ProductIndex,
    _folder: tempfile::TempDir,
}

impl Catalogue {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let index = ProductIndex::open(folder.path(), Synonyms::bundled().unwrap()).unwrap();
        index.rebuild(documents().into_iter().map(Ok), &position(1)).unwrap();
        Self { index, _folder: folder }
    }

    pub(super) fn page(&self, text: &str, first: usize) -> Page<ProductCard> {
        let query = ProductQuery { text: text.to_owned(), first, facets: true, ..ProductQuery::default() };
        self.index.search(&query).unwrap()
    }

    pub(super) fn names(&self, text: &str, first: usize) -> Vec<String> {
        self.page(text, first).hits.into_iter().map(|(card, _)| card.name).collect()
    }
}
