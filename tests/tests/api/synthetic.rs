//! The made-up catalogue that measurements rest on can be made.

use sea_orm::{EntityTrait, PaginatorTrait};
use server::{database::Database, entities, reference, synthetic};
use tests::EmptyDatabase;

#[tokio::test]
async fn a_catalogue_has_its_products_and_needs_and_is_made_once() {
    let empty = EmptyDatabase::create().await.unwrap();
    let database = Database::open(&empty.url).await.unwrap();
    database.migrate().await.unwrap();
    reference::load(&database).await.unwrap();

    synthetic::fill(&database, 60).await.unwrap();
    let again = synthetic::fill(&database, 60).await;

    assert_eq!(entities::product::Entity::find().count(database.read()).await.unwrap(), 60);
    assert!(entities::need::Entity::find().count(database.read()).await.unwrap() > 0);
    assert!(again.unwrap_err().to_string().contains("60 products"));
}
