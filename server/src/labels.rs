//! The short lists whose names stand beside every result: product groups, provinces of both eras, kinds of
//! certificates, units of measure, what buyers ask. Each node keeps them in memory and reads them anew when the change
//! log speaks of them.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::Arc,
};

use matchmaking::{amounts::Measure, demand};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::{AdminLevel, AdminUnitId, Era, Unit, units::BaseFactor};

use crate::{
    database::Database,
    entities::{admin_unit, certificate_kind, product_group, requirement, requirement_certificate, unit},
    error::Result,
};

/// Names by code.
#[derive(Debug, Default)]
pub struct Labels {
    groups: Vec<product_group::Model>,
    group_position: HashMap<String, usize>,
    current_provinces: HashMap<String, admin_unit::Model>,
    former_provinces: HashMap<String, admin_unit::Model>,
    certificate_kinds: BTreeMap<String, certificate_kind::Model>,
    units: HashMap<String, unit::Model>,
    requirements: Vec<requirement::Model>,
    papers_for: HashMap<String, Vec<String>>,
    /// Codes and keys as many products in memory share them.
    group_codes: HashSet<Arc<str>>,
    province_keys: HashSet<Arc<AdminUnitId>>,
    measures: HashMap<String, Arc<Measure>>,
    asked: HashMap<String, Arc<demand::Requirement>>,
}

impl Labels {
    /// Reads the lists.
    pub async fn read(database: &Database) -> Result<Self> {
        let connection = database.read();
        let groups = product_group::Entity::find()
            .order_by_asc(product_group::Column::Position)
            .all(connection)
            .await?;
        let provinces = admin_unit::Entity::find()
            .filter(admin_unit::Column::Level.eq(AdminLevel::Province))
            .all(connection)
            .await?;
        let (current, former): (Vec<_>, Vec<_>) =
            provinces.into_iter().partition(|unit| unit.era == Era::Current);
        let by_code =
            |units: Vec<admin_unit::Model>| units.into_iter().map(|unit| (unit.code.clone(), unit)).collect();
        let kinds = certificate_kind::Entity::find().all(connection).await?;
        let units = unit::Entity::find().all(connection).await?;
        let requirements = requirement::Entity::find().order_by_asc(requirement::Column::Position);
        let requirements = requirements.all(connection).await?;
        let links = requirement_certificate::Entity::find()
            .order_by_asc(requirement_certificate::Column::CertificateCode)
            .all(connection)
            .await?;
        let mut papers_for: HashMap<String, Vec<String>> = HashMap::new();
        for link in links {
            papers_for.entry(link.requirement_code).or_default().push(link.certificate_code);
        }
        let measures = units.iter().map(|unit| (unit.code.clone(), Arc::new(measure(unit)))).collect();
        let line = |row: &requirement::Model| {
            let papers = papers_for.get(&row.code).cloned().unwrap_or_default();
            (row.code.clone(), Arc::new(asked(row, papers)))
        };
        let provinces = current.iter().chain(&former).map(|unit| unit.id.clone());
        Ok(Self {
            measures,
            asked: requirements.iter().map(line).collect(),
            group_codes: groups.iter().map(|group| Arc::from(group.code.as_str())).collect(),
            province_keys: provinces.map(Arc::new).collect(),
            requirements,
            papers_for,
            group_position: groups.iter().enumerate().map(|(n, group)| (group.code.clone(), n)).collect(),
            groups,
            current_provinces: by_code(current),
            former_provinces: by_code(former),
            units: units.into_iter().map(|unit| (unit.code.clone(), unit)).collect(),
            certificate_kinds: kinds.into_iter().map(|kind| (kind.code.clone(), kind)).collect(),
        })
    }

    /// All groups, in the order of the official list.
    pub fn groups(&self) -> &[product_group::Model] {
        &self.groups
    }

    /// The group of a code.
    pub fn group(&self, code: &str) -> Option<&product_group::Model> {
        self.groups.get(*self.group_position.get(code)?)
    }

    /// A group and those above it, the finest first.
    pub fn group_and_above<'a>(&'a self, code: &str) -> impl Iterator<Item = &'a product_group::Model> {
        std::iter::successors(self.group(code), |group| self.group(group.parent_code.as_deref()?))
    }

    /// Groups that are one of some or below it, in the order of the official list.
    pub fn groups_in<'a>(&'a self, codes: &'a [String]) -> impl Iterator<Item = &'a product_group::Model> {
        let is_in = |code: &str| self.group_and_above(code).any(|above| codes.contains(&above.code));
        self.groups.iter().filter(move |group| is_in(&group.code))
    }

    /// A province of an era.
    pub fn province(&self, era: Era, code: &str) -> Option<&admin_unit::Model> {
        match era {
            Era::Current => self.current_provinces.get(code),
            Era::Legacy => self.former_provinces.get(code),
        }
    }

    /// A province by its key.
    pub fn province_of(&self, id: &AdminUnitId) -> Option<&admin_unit::Model> {
        match id.parts()? {
            (era, AdminLevel::Province, code) => self.province(era, code),
            _ => None,
        }
    }

    /// The unit of measure of a code.
    pub fn unit(&self, code: &str) -> Option<&unit::Model> {
        self.units.get(code)
    }

    /// The code of a group, once for all that are kept in memory.
    pub(crate) fn group_code(&self, code: &str) -> Arc<str> {
        self.group_codes.get(code).cloned().unwrap_or_else(|| code.into())
    }

    /// The key of a province, once for all that are kept in memory.
    pub(crate) fn province_key(&self, id: AdminUnitId) -> Arc<AdminUnitId> {
        self.province_keys.get(&id).cloned().unwrap_or_else(|| id.into())
    }

    /// The unit of measure of a code as the rules of matching see it.
    pub fn measure(&self, code: &str) -> Option<Arc<Measure>> {
        self.measures.get(code).cloned()
    }

    /// What buyers ask for by a code, as the rules of matching see it.
    pub fn asked(&self, code: &str) -> Option<Arc<demand::Requirement>> {
        self.asked.get(code).cloned()
    }

    /// What buyers ask for, in the order of the list.
    pub fn requirements(&self) -> &[requirement::Model] {
        &self.requirements
    }

    /// What buyers ask for by a code.
    pub fn requirement(&self, code: &str) -> Option<&requirement::Model> {
        self.requirements.iter().find(|requirement| requirement.code == code)
    }

    /// Kinds of papers that meet a requirement, any one of them, by code.
    pub fn papers_for(&self, requirement: &str) -> &[String] {
        self.papers_for.get(requirement).map(Vec::as_slice).unwrap_or_default()
    }

    /// The kind of certificate of a code.
    pub fn certificate_kind(&self, code: &str) -> Option<&certificate_kind::Model> {
        self.certificate_kinds.get(code)
    }

    /// All kinds of certificates, by code.
    pub fn certificate_kinds(&self) -> impl Iterator<Item = &certificate_kind::Model> {
        self.certificate_kinds.values()
    }
}

fn measure(row: &unit::Model) -> Measure {
    let factor = row.base_factor.and_then(|factor| BaseFactor::try_from(factor).ok());
    let unit = Unit { code: row.code.clone(), dimension: row.dimension, factor };
    Measure { unit, name_vi: row.name_vi.clone(), name_en: row.name_en.clone() }
}

fn asked(row: &requirement::Model, papers: Vec<String>) -> demand::Requirement {
    demand::Requirement {
        code: row.code.clone(),
        name_vi: row.name_vi.clone(),
        name_en: row.name_en.clone(),
        kind: row.kind,
        papers,
    }
}
