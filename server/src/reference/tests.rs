//! The whole load against a SQLite file.

use std::fs;

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter,
};
use shared::{AdminLevel, AdminUnitId, CoordPrecision, Era};
use tempfile::TempDir;
use tokio::sync::OnceCell;

use super::{Files, Loaded, load, load_from};
use crate::{
    changes::{self, Line, Write},
    database::Database,
    entities::{
        admin_unit, admin_unit_successor, certificate_kind, product_group, requirement,
        requirement_certificate, unit,
    },
};

async fn empty() -> (Database, TempDir) {
    let (database, folder) = copy_of(&[]).await;
    database.migrate().await.unwrap();
    (database, folder)
}

/// A database with the embedded files; loaded once for all tests.
async fn loaded() -> (Database, TempDir) {
    static FILE: OnceCell<Vec<u8>> = OnceCell::const_new();
    let file = FILE.get_or_init(async || {
        let (database, folder) = empty().await;
        load(&database).await.unwrap();
        let path = folder.path().join("copy.sqlite");
        let copy = format!("VACUUM INTO '{}'", path.display());
        database.read().execute_unprepared(&copy).await.unwrap();
        fs::read(path).unwrap()
    });
    copy_of(file.await).await
}

async fn copy_of(file: &[u8]) -> (Database, TempDir) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("ocop.sqlite");
    fs::write(&path, file).unwrap();
    (Database::open(&format!("sqlite:{}", path.display())).await.unwrap(), folder)
}

fn counts(loaded: &Loaded, entity: &str) -> (usize, usize, usize, usize) {
    let set = loaded.set(entity).unwrap();
    (set.added, set.updated, set.unchanged, set.kept)
}

async fn unit(database: &Database, era: Era, level: AdminLevel, code: &str) -> admin_unit::Model {
    let id = AdminUnitId::new(era, level, code);
    admin_unit::Entity::find_by_id(id).one(database.read()).await.unwrap().unwrap()
}

#[tokio::test]
async fn loading_again_changes_nothing() {
    let (database, _folder) = empty().await;

    let first = load(&database).await.unwrap();
    let seq = changes::last_seq(database.read()).await.unwrap();
    let second = load(&database).await.unwrap();

    assert_eq!(counts(&first, "admin_unit"), (14_149, 0, 0, 0));
    assert_eq!(counts(&first, "product_group"), (39, 0, 0, 0));
    assert_eq!(counts(&first, "certificate_kind"), (52, 0, 0, 0));
    assert!(second.sets.iter().all(|set| set.same_file));
    assert_eq!(counts(&first, "requirement"), (38, 0, 0, 0));
    assert_eq!(counts(&first, "unit"), (71, 0, 0, 0));
    assert_eq!((seq, changes::last_seq(database.read()).await.unwrap()), (5, 5));
}

#[tokio::test]
async fn units_have_names_parents_successors_and_only_points_that_are_right() {
    let (database, _folder) = loaded().await;

    let ward = unit(&database, Era::Legacy, AdminLevel::Ward, "00004").await;
    assert_eq!((ward.name.as_str(), ward.short_name.as_str()), ("Phường Trúc Bạch", "Trúc Bạch"));
    assert_eq!(ward.parent_id, Some(AdminUnitId::new(Era::Legacy, AdminLevel::District, "001")));
    assert_eq!(ward.coord_source.as_deref(), Some("successors"));
    let of_ward = admin_unit_successor::Column::UnitId.eq(ward.id);
    let successors = admin_unit_successor::Entity::find().filter(of_ward).all(database.read()).await.unwrap();
    assert_eq!(successors[0].successor_id.0, "current.ward.00004");

    let district = unit(&database, Era::Legacy, AdminLevel::District, "001").await;
    assert_eq!((district.lat, district.coord_source.as_deref()), (Some(21.033), Some("schematic")));
    assert_eq!(district.coord_precision, Some(CoordPrecision::District));
    for (era, level, code) in [
        (Era::Current, AdminLevel::Ward, "06757"),
        (Era::Current, AdminLevel::Ward, "22366"),
        (Era::Legacy, AdminLevel::District, "568"),
    ] {
        let unit = unit(&database, era, level, code).await;
        let point = (unit.lat, unit.lon, unit.coord_precision, unit.coord_source);
        assert_eq!(point, (None, None, None, None), "{}", unit.name);
    }
}

#[tokio::test]
async fn a_newer_file_adds_and_updates_and_never_deletes() {
    let (database, _folder) = loaded().await;
    let mut files = Files::embedded();
    let newer = files.admin_units.replacen("Phường Ba Đình,Phường", "Phường Ba Đình Mới,Phường", 1);
    let without: Vec<&str> = newer.lines().filter(|line| !line.starts_with("legacy,ward,00006,")).collect();
    let added = "current,ward,99999,Xã Thử,Xã,01,2027-01-01,,,,21.0,105.8,bando,1.5,";
    files.admin_units = format!("{}\n{added}\n", without.join("\n")).into();

    let loaded = load_from(&database, &files).await.unwrap();

    assert_eq!(counts(&loaded, "admin_unit"), (1, 1, 14_147, 0));
    assert_eq!(unit(&database, Era::Legacy, AdminLevel::Ward, "00006").await.short_name, "Vĩnh Phúc");
    assert_eq!(unit(&database, Era::Current, AdminLevel::Ward, "00004").await.short_name, "Ba Đình Mới");
    let log = changes::of(database.read(), "admin_unit", "*").await.unwrap();
    let after = log[0].after.clone().unwrap();
    assert_eq!((log.len(), log[0].action.as_str()), (2, "loaded"));
    assert_eq!((&after["rows"], &after["added"], &after["updated"]), (&14_149.into(), &1.into(), &1.into()));
}

#[tokio::test]
async fn a_row_edited_by_a_person_is_left_alone() {
    let (database, _folder) = loaded().await;
    let group = product_group::Entity::find_by_id("I").one(database.read()).await.unwrap().unwrap();
    let mut write = Write::begin(&database, "staff").await.unwrap();
    let mut edited = group.into_active_model();
    edited.name_en = Set("Foods".to_owned());
    edited.update(write.rows()).await.unwrap();
    let entity_id = "I".to_owned();
    write.record(Line { entity: "product_group", entity_id, action: "updated", before: None, after: None });
    write.commit().await.unwrap();
    let mut files = Files::embedded();
    files.product_groups = files.product_groups.replacen("Food,yes", "Food stuffs,yes", 1).into();
    files.product_groups =
        files.product_groups.replacen("Fresh food,yes", "Food in its fresh state,yes", 1).into();

    let loaded = load_from(&database, &files).await.unwrap();

    assert_eq!(counts(&loaded, "product_group"), (0, 1, 37, 1));
    let group = product_group::Entity::find_by_id("I").one(database.read()).await.unwrap().unwrap();
    assert_eq!(group.name_en, "Foods");
}

/// The papers that meet a requirement, by code.
async fn papers(database: &Database, requirement: &str) -> Vec<String> {
    let of_requirement = requirement_certificate::Column::RequirementCode.eq(requirement);
    let rows = requirement_certificate::Entity::find().filter(of_requirement).all(database.read()).await;
    let mut codes: Vec<String> = rows.unwrap().into_iter().map(|row| row.certificate_code).collect();
    codes.sort();
    codes
}

#[tokio::test]
async fn a_newer_list_replaces_the_papers_that_meet_a_requirement_unless_a_person_edited_it() {
    let (database, _folder) = loaded().await;
    let edited = "product_declaration";
    let (before, kept) = (papers(&database, "business_registration").await, papers(&database, edited).await);
    let mut write = Write::begin(&database, "staff").await.unwrap();
    let (entity, entity_id) = ("requirement", edited.to_owned());
    write.record(Line { entity, entity_id, action: "updated", before: None, after: None });
    write.commit().await.unwrap();
    let mut files = Files::embedded();
    files.requirement_certificates =
        "requirement_code,certificate_code\nbusiness_registration,gmp\nproduct_declaration,gmp\n".into();

    load_from(&database, &files).await.unwrap();

    assert_eq!(before, ["business_registration"]);
    assert_eq!(papers(&database, "business_registration").await, ["gmp"]);
    assert_eq!(papers(&database, "food_safety_certificate").await, Vec::<String>::new());
    assert_eq!(papers(&database, edited).await, kept);
    assert!(!kept.is_empty());
    assert_eq!(requirement::Entity::find().all(database.read()).await.unwrap().len(), 38);
}

#[tokio::test]
async fn units_know_what_they_are_in_base_units() {
    let (database, _folder) = loaded().await;

    let rows = unit::Entity::find().all(database.read()).await.unwrap();

    let factor = |code: &str| rows.iter().find(|row| row.code == code).unwrap().base_factor;
    let shown = |code| factor(code).map(shared::Quantity::shown);
    assert_eq!(
        [shown("mg"), shown("lang"), shown("tan"), shown("dozen"), shown("box")],
        [Some("0,001".into()), Some("100".into()), Some("1.000.000".into()), Some("12".into()), None]
    );
}

#[tokio::test]
async fn bad_rows_of_requirements_and_units_are_named() {
    let (database, _folder) = empty().await;
    let mut files = Files::embedded();
    files.requirements = files.requirements.replacen(",boolean,all chains", ",perhaps,all chains", 1).into();
    files.requirement_certificates = format!("{}plastic_free,gmp\n", files.requirement_certificates).into();
    files.units =
        files.units.replacen("mass,0.001", "mass,0", 1).replacen("mass,100\n", "mass,0.0001\n", 1).into();

    let error = load_from(&database, &files).await.unwrap_err().to_string();

    for problem in [
        "reference/requirements.csv line 3: ",
        "reference/requirement_certificates.csv line 29: \"plastic_free\" is no requirement that papers meet",
        "reference/units.csv line 2: base_factor is 0",
        "reference/units.csv line 4: ",
    ] {
        assert!(error.contains(problem), "{problem} in {error}");
    }
    assert!(unit::Entity::find().one(database.read()).await.unwrap().is_none());
}

#[tokio::test]
async fn a_bad_row_is_named_and_nothing_is_written() {
    let (database, _folder) = empty().await;
    let mut files = Files::embedded();
    files.certificate_kinds = files.certificate_kinds.replacen(",60,producer", ",sixty,producer", 1).into();
    files.admin_units = files
        .admin_units
        .replacen(
            "legacy,ward,00001,Phường Phúc Xá,Phường,001",
            "legacy,ward,00001,Phường Phúc Xá,Phường,0x1",
            1,
        )
        .into();

    let error = load_from(&database, &files).await.unwrap_err().to_string();

    assert!(
        error.contains("reference/certificate_kinds.csv line 6: typical_validity_months = \"sixty\""),
        "{error}"
    );
    assert!(error.contains("there is no unit legacy.district.0x1"), "{error}");
    assert!(error.contains("geo/admin_units.csv line "), "{error}");
    assert!(admin_unit::Entity::find().one(database.read()).await.unwrap().is_none());
    assert!(certificate_kind::Entity::find().one(database.read()).await.unwrap().is_none());
}
