//! The whole load against a SQLite file.

use std::fs;

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder,
};
use shared::{AccountId, CoordPrecision, LegalForm, PartialDate, SalePointStatus, StarDecisionId};
use tempfile::TempDir;
use tokio::sync::OnceCell;

use super::{Files, Loaded, load, load_from, read};
use crate::{
    changes::{self, Line, Write},
    database::Database,
    entities::{change, event, fact_source, organisation, plan, product, sale_point, source, star_decision},
    places::Gazetteer,
    reference,
};

/// A database with the reference data; loaded once for all tests.
async fn with_reference() -> (Database, TempDir) {
    static FILE: OnceCell<Vec<u8>> = OnceCell::const_new();
    let file = FILE.get_or_init(async || {
        let (database, folder) = empty().await;
        reference::load(&database).await.unwrap();
        bytes(&database, &folder).await
    });
    copy_of(file.await).await
}

/// A database with the public facts too; loaded once for all tests.
async fn with_facts() -> (Database, TempDir) {
    static FILE: OnceCell<Vec<u8>> = OnceCell::const_new();
    let file = FILE.get_or_init(async || {
        let (database, folder) = with_reference().await;
        load(&database).await.unwrap();
        bytes(&database, &folder).await
    });
    copy_of(file.await).await
}

async fn empty() -> (Database, TempDir) {
    let (database, folder) = copy_of(&[]).await;
    database.migrate().await.unwrap();
    (database, folder)
}

async fn copy_of(bytes: &[u8]) -> (Database, TempDir) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("ocop.sqlite");
    fs::write(&path, bytes).unwrap();
    (Database::open(&format!("sqlite:{}", path.display())).await.unwrap(), folder)
}

async fn bytes(database: &Database, folder: &TempDir) -> Vec<u8> {
    let path = folder.path().join("copy.sqlite");
    let copy = format!("VACUUM INTO '{}'", path.display());
    database.read().execute_unprepared(&copy).await.unwrap();
    fs::read(path).unwrap()
}

fn counts(loaded: &Loaded) -> Vec<(&str, usize, usize, usize, usize)> {
    loaded.sets.iter().map(|set| (set.entity, set.added, set.updated, set.unchanged, set.kept)).collect()
}

async fn product(database: &Database, name: &str) -> product::Model {
    let named = product::Column::Name.eq(name);
    product::Entity::find().filter(named).one(database.read()).await.unwrap().unwrap()
}

async fn rating(database: &Database, product: &product::Model) -> Option<(i32, Option<PartialDate>)> {
    let of_product = star_decision::Column::ProductId.eq(product.id);
    let row = star_decision::Entity::find().filter(of_product).one(database.read()).await.unwrap();
    row.map(|row| (row.stars.unwrap(), row.signed_on))
}

async fn lines(database: &Database) -> u64 {
    change::Entity::find().count(database.read()).await.unwrap()
}

#[tokio::test]
async fn the_public_facts_are_loaded_once() {
    let (database, _folder) = with_reference().await;

    let first = load(&database).await.unwrap();
    let logged = lines(&database).await;
    let second = load(&database).await.unwrap();

    let expected = [("organisation", 601), ("product", 939), ("sale_point", 45), ("event", 84), ("plan", 13)];
    assert_eq!(counts(&first), expected.map(|(entity, rows)| (entity, rows, 0, 0, 0)));
    assert_eq!(counts(&second), expected.map(|(entity, rows)| (entity, 0, 0, rows, 0)));
    // Five lists of reference data, and a line for each row.
    assert_eq!((logged, lines(&database).await), (5 + 1_682, 5 + 1_682));
    assert_eq!(first.problems, second.problems);
    assert_eq!(first.problems.len(), 30, "{first}");
    assert_eq!(star_decision::Entity::find().count(database.read()).await.unwrap(), 710);
    assert_eq!(source::Entity::find().count(database.read()).await.unwrap(), 300);
}

#[tokio::test]
async fn rows_say_what_the_files_state_and_no_more() {
    let (database, _folder) = with_facts().await;

    let water = product(&database, "Nước khoáng thiên nhiên SM").await;
    assert_eq!((water.group_code.as_str(), water.published_at.is_some()), ("II", true));
    assert_eq!(rating(&database, &water).await, Some((3, Some(PartialDate::Year(2021)))));
    let producer = organisation::Entity::find_by_id(water.producer_id);
    let producer = producer.one(database.read()).await.unwrap().unwrap();
    assert_eq!(producer.legal_form, Some(LegalForm::Company));
    assert_eq!(producer.address.as_deref(), Some("An Hảo, Tịnh Biên, An Giang"));

    let unknown = organisation::Column::LegalForm.is_null();
    assert_eq!(
        organisation::Entity::find().filter(unknown).count(database.read()).await.unwrap(),
        3,
        "other forms"
    );
    let mega = sale_point::Column::Name.eq("MM Mega Market Thăng Long");
    let mega = sale_point::Entity::find().filter(mega).one(database.read()).await.unwrap().unwrap();
    assert_eq!((mega.province_id, mega.lat, mega.status_as_of), (None, None, None));
    assert_eq!(mega.status, Some(SalePointStatus::Operating));
    let operated = sale_point::Column::OperatorId.is_not_null();
    assert_eq!(sale_point::Entity::find().filter(operated).count(database.read()).await.unwrap(), 3);
    let by_year = event::Column::StartsOn.eq("2020");
    assert_eq!(event::Entity::find().filter(by_year).count(database.read()).await.unwrap(), 1);
    let plan_of_2021 = plan::Column::Year.eq(2021);
    let plan = plan::Entity::find().filter(plan_of_2021).one(database.read()).await.unwrap().unwrap();
    assert_eq!((plan.target_min, plan.target_max, plan.min_per_district), (Some(30), Some(40), Some(2)));

    let of_plan = fact_source::Column::EntityId.eq(plan.id.0);
    assert_eq!(fact_source::Entity::find().filter(of_plan).count(database.read()).await.unwrap(), 2);
    let no_address = source::Column::Url.is_null();
    assert_eq!(source::Entity::find().filter(no_address).count(database.read()).await.unwrap(), 4);
}

#[tokio::test]
async fn every_place_is_as_exact_as_it_is_known() {
    let (database, _folder) = with_facts().await;

    let points = sale_point::Entity::find().all(database.read()).await.unwrap();
    let placed = points.iter().filter(|point| {
        let is_in_hanoi = point.province_id.as_ref().is_some_and(|id| id.0 == "current.province.01");
        is_in_hanoi && point.district_id.is_some() && point.lat.is_some() && point.coord_precision.is_some()
    });
    assert_eq!((placed.count(), points.len()), (44, 45));
    let products = product::Entity::find().all(database.read()).await.unwrap();
    assert!(products.iter().all(|row| row.province_id.is_some() && row.former_province_id.is_some()));

    let producers = organisation::Entity::find().all(database.read()).await.unwrap();
    let of = |precision| producers.iter().filter(|row| row.coord_precision == Some(precision)).count();
    let exact = [CoordPrecision::Ward, CoordPrecision::District, CoordPrecision::Province].map(of);
    assert_eq!(exact, [251, 195, 155]);
    assert_eq!(points.iter().filter(|row| row.ward_id.is_some()).count(), 26);
    let events = event::Entity::find().all(database.read()).await.unwrap();
    assert_eq!(events.iter().filter(|row| row.ward_id.is_some()).count(), 26);
    assert_eq!(events.iter().filter(|row| row.province_id.is_some()).count(), 83);
}

#[tokio::test]
async fn a_changed_row_is_updated_and_the_log_says_how() {
    let (database, _folder) = with_facts().await;
    let before = product(&database, "Nước khoáng thiên nhiên SM").await;
    let mut files = Files::embedded();
    files.products = files
        .products
        .replacen(
            "Tịnh Biên,beverage,3,2021,https://baoangiang",
            "Tịnh Biên,food,4,2024,Báo An Giang ; https://baoangiang",
            1,
        )
        .into();

    let loaded = load_from(&database, &files).await.unwrap();

    assert_eq!(counts(&loaded)[1], ("product", 0, 1, 938, 0));
    let after = product(&database, "Nước khoáng thiên nhiên SM").await;
    assert_eq!((after.id, after.version, after.published_at), (before.id, 1, before.published_at));
    assert_eq!(after.group_code, "I");
    assert_eq!(rating(&database, &after).await, Some((4, Some(PartialDate::Year(2024)))));
    assert_eq!(star_decision::Entity::find().count(database.read()).await.unwrap(), 710);
    let log = changes::of(database.read(), "product", &after.id.to_string()).await.unwrap();
    assert_eq!(log[0].action, "updated");
    let (was, is) = (log[0].before.clone().unwrap(), log[0].after.clone().unwrap());
    assert_eq!((&was["group_code"], &is["group_code"]), (&"II".into(), &"I".into()));
    assert_eq!((&was["stars"], &is["stars"]), (&3.into(), &4.into()));
    assert_eq!(is["sources"][0], "Báo An Giang");
    assert_eq!(is.as_object().unwrap().len(), 4);

    let again = load_from(&database, &files).await.unwrap();
    assert_eq!(counts(&again)[1], ("product", 0, 0, 939, 0));
}

#[tokio::test]
async fn a_row_edited_by_a_person_is_left_alone() {
    let (database, _folder) = with_facts().await;
    let row = product(&database, "Nước khoáng thiên nhiên SM").await;
    let mut write = Write::begin(&database, "staff").await.unwrap();
    let mut edited = row.clone().into_active_model();
    edited.description = Set(Some("Nước khoáng".to_owned()));
    edited.version = Set(2);
    edited.update(write.rows()).await.unwrap();
    let entity_id = row.id.to_string();
    write.record(Line { entity: "product", entity_id, action: "updated", before: None, after: None });
    write.commit().await.unwrap();
    let mut files = Files::embedded();
    files.products = files.products.replacen("Tịnh Biên,beverage,3,", "Tịnh Biên,food,,", 1).into();
    let logged = lines(&database).await;

    let same = load(&database).await.unwrap();
    let newer = load_from(&database, &files).await.unwrap();

    assert_eq!(counts(&same)[1], ("product", 0, 0, 939, 0));
    assert_eq!(counts(&newer)[1], ("product", 0, 0, 938, 1));
    assert_eq!(product(&database, &row.name).await.group_code, "II");
    assert_eq!(rating(&database, &row).await, Some((3, Some(PartialDate::Year(2021)))));
    assert_eq!(lines(&database).await, logged);
}

#[tokio::test]
async fn a_rating_that_its_producer_entered_is_no_matter_of_the_files() {
    let (database, _folder) = with_facts().await;
    let row = product(&database, "Nước khoáng thiên nhiên SM").await;
    let entered = star_decision::ActiveModel {
        id: Set(StarDecisionId::new()),
        product_id: Set(row.id),
        stars: Set(Some(5)),
        potential_five_star: Set(false),
        signed_on: Set(Some(PartialDate::Year(2026))),
        entered_by: Set(Some(AccountId::new())),
        version: Set(1),
        ..Default::default()
    };
    entered.insert(database.write()).await.unwrap();
    let mut files = Files::embedded();
    files.products =
        files.products.replacen("Tịnh Biên,beverage,3,2021,", "Tịnh Biên,beverage,4,2024,", 1).into();

    let loaded = load_from(&database, &files).await.unwrap();

    assert_eq!(counts(&loaded)[1], ("product", 0, 1, 938, 0));
    let of_product = star_decision::Entity::find().filter(star_decision::Column::ProductId.eq(row.id));
    let stars = of_product.order_by_asc(star_decision::Column::Stars).all(database.read()).await.unwrap();
    assert_eq!(stars.iter().map(|rating| rating.stars).collect::<Vec<_>>(), [Some(4), Some(5)]);
}

#[tokio::test]
async fn a_product_that_lost_its_stars_in_the_file_loses_the_rating_and_one_no_longer_listed_stays() {
    let (database, _folder) = with_facts().await;
    let row = product(&database, "Nước khoáng thiên nhiên SM").await;
    let mut files = Files::embedded();
    files.products =
        files.products.replacen("Tịnh Biên,beverage,3,2021,", "Tịnh Biên,beverage,,2021,", 1).into();
    let without = files.products.lines().filter(|line| !line.starts_with("Lạp xưởng cá thát lát,"));
    files.products = without.collect::<Vec<_>>().join("\n").into();

    let loaded = load_from(&database, &files).await.unwrap();

    assert_eq!(counts(&loaded)[1], ("product", 0, 1, 937, 0));
    assert_eq!(rating(&database, &row).await, None);
    product(&database, "Lạp xưởng cá thát lát").await;
}

#[tokio::test]
async fn a_bad_file_names_its_line_and_changes_nothing() {
    let (database, _folder) = with_reference().await;
    let gazetteer = Gazetteer::read(database.read()).await.unwrap();
    let logged = lines(&database).await;
    for (from, to, complaint) in [
        (
            "Tịnh Biên,beverage,3,2021",
            "Tịnh Biên,drink,3,2021",
            "public/products.csv line 2: unknown variant `drink`",
        ),
        ("Tịnh Biên,beverage,3,2021", "Tịnh Biên,beverage,6,2021", "public/products.csv line 2: stars = "),
        ("Tịnh Biên,beverage,3,2021", "Tịnh Biên,beverage,3,1021", "line 2: 1021 can't be the year"),
        ("Tịnh Biên,beverage,3,2021", "Tịnh Biên,beverage,ba,2021", "line 2: stars = \"ba\""),
        (
            "An Giang,Tịnh Biên,beverage",
            "Nam Kỳ,Tịnh Biên,beverage",
            "line 2: there was no province \"Nam Kỳ\"",
        ),
        ("khoáng SM,An Giang", "khoáng MS,An Giang", "line 2: there is no producer"),
        ("group,stars", "nhóm,stars", "public/products.csv line 1: there is no column `group`"),
    ] {
        let mut files = Files::embedded();
        assert!(files.products.contains(from), "{from}");
        files.products = files.products.replacen(from, to, 1).into();

        let error = read(&files, &gazetteer).err().unwrap().to_string();

        assert!(error.contains(complaint), "{error}");
    }
    let mut files = Files::embedded();
    let twice = files.points.lines().nth(1).unwrap().to_owned();
    files.points = format!("{}{twice}\n", files.points).into();
    let error = load_from(&database, &files).await.unwrap_err().to_string();
    assert_eq!(error, "public/points.csv line 47: \"Phúc Hậu Mart\" stands on line 2 too");
    assert_eq!(lines(&database).await, logged);
    assert_eq!(organisation::Entity::find().count(database.read()).await.unwrap(), 0);
}

#[tokio::test]
async fn without_reference_data_it_says_what_to_do() {
    let (database, _folder) = empty().await;

    let error = load(&database).await.unwrap_err().to_string();

    assert_eq!(error, "there are no administrative units: load the reference data first");
}
