//! The search index follows the database, whenever it was stopped.

use std::collections::HashSet;

use chrono::{Days, NaiveDate};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use serde_json::json;
use server::{
    changes::{Line, Write},
    entities::{product, star_decision},
    lapsed,
    products::stars::decision_among,
};
use shared::{ProductId, StarDecisionId};
use tests::TestApp;

/// How many products a text finds, and the first of them.
pub(crate) const TOTAL: &str =
    "query($s: String) { products(search: $s, first: 1) { totalCount nodes { id name } } }";

/// Gives a product another name, without waiting for the index.
pub(crate) async fn rename(app: &TestApp, id: ProductId, name: &str) -> i64 {
    let row = product::Entity::find_by_id(id).one(app.app.database.read()).await.unwrap().unwrap();
    let mut write = Write::begin(&app.app.database, "test").await.unwrap();
    let mut changed = row.into_active_model();
    changed.name = Set(name.to_owned());
    changed.update(write.rows()).await.unwrap();
    let entity_id = id.to_string();
    write.record(Line { entity: "product", entity_id, action: "updated", before: None, after: None });
    write.commit().await.unwrap().unwrap()
}

/// Takes a product out of what the public sees.
async fn hide(app: &TestApp, id: ProductId) {
    let row = product::Entity::find_by_id(id).one(app.app.database.read()).await.unwrap().unwrap();
    let mut write = Write::begin(&app.app.database, "test").await.unwrap();
    let mut hidden = row.into_active_model();
    hidden.published_at = Set(None);
    hidden.update(write.rows()).await.unwrap();
    let entity_id = id.to_string();
    write.record(Line { entity: "product", entity_id, action: "hidden", before: None, after: None });
    write.commit().await.unwrap();
}

/// Some product.
pub(crate) async fn first_product(app: &TestApp) -> ProductId {
    let answer = app.guest().run(TOTAL, json!({ "s": "Chả bò Hùng Hồng" })).await;
    answer.data("/products/nodes/0/id").as_str().unwrap().parse().unwrap()
}

#[tokio::test]
async fn what_was_written_is_found_after_one_look_at_the_log() {
    let app = TestApp::start().await;
    let id = first_product(&app).await;

    let seq = rename(&app, id, "Xyzzy plugh").await;
    app.follow().await;

    assert!(app.app.wait_for(seq).await);
    let answer = app.guest().run(TOTAL, json!({ "s": "xyzzy" })).await;
    assert_eq!(answer.data("/products/nodes/0/name"), "Xyzzy plugh");
    assert_eq!(answer.data("/products/totalCount"), 1);
}

#[tokio::test]
async fn a_node_that_was_away_catches_up_when_it_starts() {
    let app = TestApp::start().await;
    let id = first_product(&app).await;
    rename(&app, id, "Xyzzy plugh").await;

    let app = app.restart().await;

    let answer = app.guest().run(TOTAL, json!({ "s": "xyzzy" })).await;
    assert_eq!(answer.data("/products/totalCount"), 1);
}

#[tokio::test]
async fn a_product_that_is_hidden_is_found_no_more() {
    let app = TestApp::start().await;
    let id = first_product(&app).await;
    hide(&app, id).await;

    app.follow().await;

    let answer = app.guest().run(TOTAL, json!({})).await;
    assert_eq!(answer.data("/products/totalCount"), 938);
    let answer = app.guest().run("query($id: ID!) { product(id: $id) { name } }", json!({ "id": id })).await;
    assert_eq!(answer.codes(), ["NOT_FOUND"]);
}

#[tokio::test]
async fn an_index_that_is_lost_or_broken_is_made_again() {
    let app = TestApp::start().await;
    let index = app.folder().join("index");
    let keep = app.folder().to_owned();
    std::fs::remove_dir_all(index.join("products")).unwrap();
    for entry in std::fs::read_dir(index.join("names")).unwrap() {
        std::fs::write(entry.unwrap().path(), b"nonsense").unwrap();
    }

    let app = app.restart().await;

    assert!(keep.join("index").exists());
    let answer = app.guest().run(TOTAL, json!({})).await;
    assert_eq!(answer.data("/products/totalCount"), 939);
    let places = app.guest().run("{ suggest(text: \"ba dinh\") { name } }", json!({})).await;
    assert!(places.texts("/suggest", "name").contains(&"Phường Ba Đình".to_owned()));
}

#[tokio::test]
async fn writers_at_the_same_time_lose_nothing() {
    let app = TestApp::start().await;
    let answer = app.guest().run("{ products(first: 20, order: NAME) { nodes { id } } }", json!({})).await;
    let ids: Vec<ProductId> =
        answer.texts("/products/nodes", "id").into_iter().map(|id| id.parse().unwrap()).collect();

    let writes = ids.iter().enumerate().map(|(n, id)| {
        let app = &app;
        async move { rename(app, *id, &format!("Xyzzy plugh {n}")).await }
    });
    let seqs = futures::future::join_all(writes).await;
    app.follow().await;

    let mut unique = seqs.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), 20, "every write has a number of its own");
    let answer = app.guest().run(TOTAL, json!({ "s": "xyzzy plugh" })).await;
    assert_eq!(answer.data("/products/totalCount"), 20);
}

#[tokio::test]
async fn a_point_tells_only_of_published_products() {
    let app = TestApp::start().await;
    let id = first_product(&app).await;
    let points = app.guest().run("{ salePoints(first: 1) { nodes { id } } }", json!({})).await;
    let point = points.data("/salePoints/nodes/0/id").clone();
    app.stocked(point.as_str().unwrap().parse().unwrap(), id).await;
    let query = "query($id: ID!) { salePoint(id: $id) { stock { product { name } } } }";
    let before = app.guest().run(query, json!({ "id": point })).await;

    hide(&app, id).await;
    app.follow().await;

    let after = app.guest().run(query, json!({ "id": point })).await;
    assert_eq!(before.texts("/salePoint/stock", "product").len(), 1);
    assert_eq!(after.data("/salePoint/stock"), &json!([]));
}

/// Ratings of every form a source gives them in, on products of their own.
async fn rate_in_every_form(app: &TestApp) {
    let products = product::Entity::find().all(app.app.database.read()).await.unwrap();
    let day = |text: &str| (!text.is_empty()).then(|| text.parse().unwrap());
    let forms = [
        // signed on, valid until, extended until, withdrawn on
        ("2022", "", "", ""),
        ("2021-12", "", "", ""),
        ("2022-02", "", "", ""),
        ("2022-01-01", "", "", ""),
        ("2024-02-29", "", "", ""),
        ("2024-02-28", "", "2027-06-30", ""),
        ("2023-12-31", "2026-05-31", "", ""),
        ("2023-01-01", "", "", "2026-03-01"),
        ("", "2026-12-31", "", ""),
        ("", "", "", ""),
    ];
    let mut write = Write::begin(&app.app.database, "test").await.unwrap();
    for (product, (signed_on, valid_until, extended_until, withdrawn_on)) in products.iter().zip(forms) {
        let row = star_decision::ActiveModel {
            id: Set(StarDecisionId::new()),
            product_id: Set(product.id),
            stars: Set(Some(4)),
            potential_five_star: Set(false),
            signed_on: Set((!signed_on.is_empty()).then(|| signed_on.parse().unwrap())),
            valid_until: Set(day(valid_until)),
            extended_until: Set(day(extended_until)),
            withdrawn_on: Set(day(withdrawn_on)),
            ..Default::default()
        };
        row.insert(write.rows()).await.unwrap();
        let entity_id = product.id.to_string();
        write.record(Line { entity: "product", entity_id, action: "updated", before: None, after: None });
    }
    write.commit().await.unwrap();
}

#[tokio::test]
async fn a_rating_that_changes_with_the_day_is_read_on_that_day_and_no_other() {
    let app = TestApp::start().await;
    rate_in_every_form(&app).await;
    let ratings = star_decision::Entity::find().all(app.app.database.read()).await.unwrap();
    let changed = |since: NaiveDate, today: NaiveDate| -> HashSet<ProductId> {
        let changes = |rating: &&star_decision::Model| {
            let rule = decision_among(rating, std::slice::from_ref(*rating));
            rule.changes_after(since).is_some_and(|day| day <= today)
        };
        ratings.iter().filter(changes).map(|rating| rating.product_id).collect()
    };
    let first: NaiveDate = "2024-06-01".parse().unwrap();
    let mut days_with_a_change = 0;

    for since in first.iter_days().take(3 * 366).step_by(3) {
        let today = since + Days::new(3);
        let found = lapsed::products(&app.app.database, since, today).await.unwrap();

        let certain = changed(since, today);
        // A day more where the 29th of February is in play.
        let likely = changed(since - Days::new(1), today + Days::new(1));
        assert!(certain.is_subset(&found), "{since}: {:?}", certain.difference(&found));
        assert!(found.is_subset(&likely), "{since}: {:?}", found.difference(&likely));
        days_with_a_change += usize::from(!certain.is_empty());
    }

    assert!(days_with_a_change > 10, "{days_with_a_change}");
}
