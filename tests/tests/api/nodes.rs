//! Several nodes on one database: each follows what the others write, in the order in which it was committed.

use std::time::Duration;

use sea_orm::{ConnectionTrait, DbBackend, Statement, TransactionTrait};
use serde_json::json;
use server::{
    changes::{ORDER_LOCK, listener},
    follower,
};
use tests::TestApp;

use crate::following::{TOTAL, first_product, rename};

#[tokio::test]
async fn another_node_follows_what_this_one_writes() {
    let app = TestApp::start().await;
    let (neighbour, guest) = app.another_node().await;
    let id = first_product(&app).await;

    rename(&app, id, "Xyzzy plugh").await;
    follower::catch_up(&neighbour).await.unwrap();

    let answer = guest.run(TOTAL, json!({ "s": "xyzzy" })).await;
    assert_eq!(answer.data("/products/totalCount"), 1);
}

/// SQLite has one process and so nobody to tell.
#[tokio::test]
async fn on_postgres_another_node_hears_at_once_that_something_was_written() {
    let app = TestApp::start().await;
    if app.app.database.backend() != DbBackend::Postgres {
        return;
    }
    let (neighbour, _) = app.another_node().await;
    let mut heard = neighbour.database.last_change().subscribe();
    let hearing = {
        let (url, database) = (neighbour.config.database_url.clone(), neighbour.database.clone());
        tokio::spawn(async move { listener::hear(&url, &database).await })
    };
    heard.changed().await.unwrap();
    let id = first_product(&app).await;

    rename(&app, id, "Xyzzy plugh").await;

    let told = tokio::time::timeout(Duration::from_secs(20), heard.changed()).await;
    assert!(told.is_ok(), "nobody told the other node");
    hearing.abort();
}

/// On SQLite the one writing connection keeps the order.
#[tokio::test]
async fn on_postgres_a_writer_waits_for_the_one_that_takes_its_numbers() {
    let app = TestApp::start().await;
    let connection = app.app.database.write();
    if app.app.database.backend() != DbBackend::Postgres {
        return;
    }
    let id = first_product(&app).await;
    let earlier = connection.begin().await.unwrap();
    earlier.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({ORDER_LOCK})")).await.unwrap();

    let mut later = std::pin::pin!(rename(&app, id, "Xyzzy plugh"));
    let somebody_waits = async {
        let waiting = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = \
                       (SELECT oid FROM pg_database WHERE datname = current_database())";
        let waiting = Statement::from_string(DbBackend::Postgres, waiting);
        while connection.query_one_raw(waiting.clone()).await.unwrap().is_none() {}
    };
    tokio::select! {
        seq = &mut later => panic!("change {seq} was numbered while another transaction held the numbers"),
        () = somebody_waits => {}
    }
    earlier.commit().await.unwrap();

    assert!(later.await > 0);
}
