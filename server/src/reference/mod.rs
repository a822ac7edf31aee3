//! Reference data: administrative units of both eras, product groups, kinds of certificates, what buyers ask for, units
//! of measure.
//!
//! They come with the program and seed tables that staff may edit. Loading again changes nothing; a newer file
//! adds and updates rows and never deletes one, since other rows may point to it; a row a person has edited
//! here is left alone. Each set is one transaction and one line in the log.

mod admin_units;
pub(crate) mod csv_file;
pub(crate) mod files;
mod lists;
mod loaded;
mod measures;
mod merge;
mod requirements;
#[cfg(test)]
mod tests;
mod unit_points;

use anyhow::Context;
use sea_orm::{ActiveValue::Set, EntityTrait, sea_query::OnConflict};
use serde_json::json;

use crate::{
    changes::{Line, Write},
    database::Database,
    entities::setting,
    error::Result,
};
pub(crate) use admin_units::Units;
use csv_file::Problems;
pub use files::Files;
pub use loaded::{Loaded, SetLoaded};
use requirements::Requirements;

/// Who the log says has written: the command.
pub(crate) const ACTOR: &str = "seed";

/// Loads the files this program was built with.
pub async fn load(database: &Database) -> anyhow::Result<Loaded> {
    load_from(database, &Files::embedded()).await
}

/// Loads the given files. Nothing is written if any row of any of them can't be used; the error then names
/// file, line and value.
pub async fn load_from(database: &Database, files: &Files) -> anyhow::Result<Loaded> {
    let Files { admin_units, faulty_points, hanoi_districts, product_groups, certificate_kinds, .. } = files;
    let unit_digest = files::digest(&[admin_units, faulty_points, hanoi_districts]);
    let units = News::find(database, "admin_unit", unit_digest).await?;
    let groups = News::find(database, "product_group", files::digest(&[product_groups])).await?;
    let kinds = News::find(database, "certificate_kind", files::digest(&[certificate_kinds])).await?;
    let asked = files::digest(&[&files.requirements, &files.requirement_certificates]);
    let asked = News::find(database, "requirement", asked).await?;
    let measures = News::find(database, "unit", files::digest(&[&files.units])).await?;

    let mut problems = Problems::default();
    let unit_rows = units.digest.is_some().then(|| Units::read(files, &mut problems)).transpose()?;
    let group_rows = groups.digest.is_some().then(|| lists::product_groups(product_groups, &mut problems));
    let kind_rows =
        kinds.digest.is_some().then(|| lists::certificate_kinds(certificate_kinds, &mut problems));
    let asked_rows = asked.digest.is_some().then(|| Requirements::read(files, &mut problems));
    let measure_rows = measures.digest.is_some().then(|| measures::units(&files.units, &mut problems));
    problems.none()?;

    let sets = vec![
        units.write(database, unit_rows, merge::units).await?,
        groups.write(database, group_rows, async |write, rows| merge::list(write, rows).await).await?,
        kinds.write(database, kind_rows, async |write, rows| merge::list(write, rows).await).await?,
        asked.write(database, asked_rows, merge::requirements).await?,
        measures.write(database, measure_rows, async |write, rows| merge::list(write, rows).await).await?,
    ];
    Ok(Loaded { sets, problems: Vec::new() })
}

/// A data set, and the digest of its files where they are not the ones loaded last.
struct News {
    entity: &'static str,
    digest: Option<String>,
}

impl News {
    async fn find(database: &Database, entity: &'static str, digest: String) -> Result<Self> {
        let stored = setting::Entity::find_by_id(setting_key(entity)).one(database.read()).await?;
        let is_new = stored.is_none_or(|row| row.value != digest);
        Ok(Self { entity, digest: is_new.then_some(digest) })
    }

    /// Writes the rows in one transaction with the digest and a line in the log.
    async fn write<T>(
        self,
        database: &Database,
        rows: Option<T>,
        merge: impl AsyncFnOnce(&Write, T) -> Result<SetLoaded>,
    ) -> anyhow::Result<SetLoaded> {
        let entity = self.entity;
        let (Some(digest), Some(rows)) = (self.digest, rows) else {
            return Ok(SetLoaded { same_file: true, ..SetLoaded::new(entity) });
        };
        let mut write = Write::begin(database, ACTOR).await?;
        let set = merge(&write, rows).await.with_context(|| format!("loading {entity}"))?;
        remember(&write, entity, &digest).await?;
        let SetLoaded { added, updated, .. } = set;
        write.record(Line {
            entity,
            entity_id: "*".to_owned(),
            action: "loaded",
            before: None,
            after: Some(json!({ "rows": set.rows(), "added": added, "updated": updated, "sha256": digest })),
        });
        write.commit().await?;
        Ok(set)
    }
}

async fn remember(write: &Write, entity: &str, digest: &str) -> Result<()> {
    let row = setting::ActiveModel { key: Set(setting_key(entity)), value: Set(digest.to_owned()) };
    let replace = OnConflict::column(setting::Column::Key).update_column(setting::Column::Value).to_owned();
    setting::Entity::insert(row).on_conflict(replace).exec_without_returning(write.rows()).await?;
    Ok(())
}

fn setting_key(entity: &str) -> String {
    format!("digest.reference.{entity}s")
}
