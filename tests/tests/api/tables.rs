//! The migrations and the entities say the same, and every step can be undone.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, IdenStatic, Iterable, QuerySelect, Statement,
};
use server::{database::Database, entities};
use tests::EmptyDatabase;

async fn migrated() -> (EmptyDatabase, Database) {
    let empty = EmptyDatabase::create().await.unwrap();
    let database = Database::open(&empty.url).await.unwrap();
    database.migrate().await.unwrap();
    (empty, database)
}

/// Table names, without the migrations' own.
async fn tables(database: &Database) -> Vec<String> {
    let query = match database.backend() {
        DbBackend::Postgres => "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
        _ => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    };
    let rows =
        database.read().query_all_raw(Statement::from_string(database.backend(), query)).await.unwrap();
    let mut names: Vec<String> = rows.iter().map(|row| row.try_get("", "name").unwrap()).collect();
    names.retain(|name| name != "seaql_migrations");
    names.sort();
    names
}

/// Columns of a table with whether they must have a value.
async fn columns(database: &Database, table: &str) -> Vec<(String, bool)> {
    let query = match database.backend() {
        DbBackend::Postgres => format!(
            "SELECT column_name AS name, CASE is_nullable WHEN 'NO' THEN 1 ELSE 0 END AS required \
             FROM information_schema.columns WHERE table_name = '{table}'"
        ),
        _ => format!("SELECT name, \"notnull\" AS required FROM pragma_table_info('{table}')"),
    };
    let rows =
        database.read().query_all_raw(Statement::from_string(database.backend(), query)).await.unwrap();
    let column = |row: &sea_orm::QueryResult| {
        (row.try_get("", "name").unwrap(), row.try_get::<i32>("", "required").unwrap() == 1)
    };
    let mut columns: Vec<(String, bool)> = rows.iter().map(column).collect();
    columns.sort();
    columns
}

/// What an entity says of its table; also reads it, so that every type is tried.
async fn entity<E: EntityTrait>(database: &Database) -> (String, Vec<(String, bool)>) {
    E::find().limit(1).all(database.read()).await.unwrap();
    let column = |column: E::Column| (column.as_str().to_owned(), !column.def().is_null());
    let mut columns: Vec<(String, bool)> = E::Column::iter().map(column).collect();
    columns.sort();
    (E::default().table_name().to_owned(), columns)
}

macro_rules! entities {
    ($database:expr, $($name:ident),+ $(,)?) => {
        vec![$(entity::<entities::$name::Entity>($database).await),+]
    };
}

#[tokio::test]
async fn every_table_has_an_entity_with_the_same_columns() {
    let (_empty, database) = migrated().await;

    let told = entities!(
        &database,
        account,
        account_unit,
        admin_unit,
        admin_unit_successor,
        agreement,
        agreement_line,
        agreement_version,
        answer_link,
        certificate,
        certificate_kind,
        change,
        consent,
        conversation_reader,
        data_request,
        delivery_amount,
        delivery_answer,
        delivery_check,
        delivery_link,
        event,
        event_participant,
        event_timetable,
        fact_source,
        introduction,
        invitation,
        meeting,
        membership,
        message,
        message_attachment,
        need,
        need_group,
        need_province,
        need_requirement,
        notification,
        one_time_link,
        organisation,
        organisation_details,
        outgoing_mail,
        plan,
        product,
        product_answer,
        product_fact,
        product_group,
        product_photo,
        product_terms,
        requirement,
        requirement_certificate,
        round,
        round_cap,
        round_need,
        round_pair,
        round_rule,
        sale_point,
        session,
        setting,
        source,
        star_decision,
        stock,
        unanswered_search,
        unit,
        upload,
        variant,
        verification,
        webhook,
        webhook_delivery,
    );

    let names: Vec<&str> = told.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(tables(&database).await, names);
    for (name, told) in &told {
        assert_eq!(&columns(&database, name).await, told, "table {name}");
    }
}

#[tokio::test]
async fn every_migration_can_be_undone_and_done_again() {
    use migrations::{Migrator, MigratorTrait};
    let (_empty, database) = migrated().await;
    let before = tables(&database).await;

    Migrator::down(database.write(), None).await.unwrap();
    let undone = tables(&database).await;
    Migrator::up(database.write(), None).await.unwrap();

    assert!(undone.is_empty(), "{undone:?}");
    assert_eq!(tables(&database).await, before);
}
