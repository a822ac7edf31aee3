//! What time does to agreements.

use chrono::Duration;
use serde_json::json;
use server::agreements::lapsing;
use tests::TestApp;

use super::*;

#[tokio::test]
async fn what_nobody_confirmed_in_time_has_lapsed_at_once() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let it = proposed(&sides).await;
    let row = row(&app, &it["id"]).await;
    put(&app, agreement::Model { answer_by: Some(Utc::now() - Duration::hours(1)), ..row }).await;

    let read = one(&sides.maker, &it["id"]).await;
    let found = list(&sides.maker, json!({ "statuses": ["LAPSED"] })).await;
    let late = sign(&sides.maker, &it["id"], 1).await;
    let written = lapsing::write_all_down(&app.app).await.unwrap();
    let again = lapsing::write_all_down(&app.app).await.unwrap();

    assert_eq!(read.data("/it/status"), "LAPSED");
    assert_eq!(found["nodes"][0]["id"], it["id"]);
    assert_eq!(late.problems(), ["id: NOT_POSSIBLE_NOW"]);
    assert_eq!((written, again), (1, 0));
    assert_eq!(super::row(&app, &it["id"]).await.status.as_str(), "lapsed");
    assert_eq!(actions(&app, &it["id"]).await.last().unwrap(), "lapsed");
}

#[tokio::test]
async fn one_whose_term_is_over_has_ended_and_can_be_renewed() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let it = signed(&sides).await;
    ends_in(&app, &it["id"], -1).await;

    let read = one(&sides.maker, &it["id"]).await;
    let holding = list(&sides.maker, json!({ "statuses": ["SIGNED"] })).await;
    let ended = list(&sides.maker, json!({ "statuses": ["ENDED"] })).await;
    let written = lapsing::write_all_down(&app.app).await.unwrap();
    let again = lapsing::write_all_down(&app.app).await.unwrap();

    assert_eq!(read.data("/it/status"), "ENDED");
    assert_eq!(read.data("/it/actions"), &json!(["RENEW"]));
    assert_eq!((&holding["totalCount"], &ended["totalCount"]), (&json!(0), &json!(1)));
    assert_eq!((written, again), (1, 0));
    assert_eq!(actions(&app, &it["id"]).await.last().unwrap(), "ended");
}

#[tokio::test]
async fn both_are_told_a_month_before_the_end_once() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let it = signed(&sides).await;

    ends_in(&app, &it["id"], 31).await;
    let early = lapsing::write_all_down(&app.app).await.unwrap();
    let last = ends_in(&app, &it["id"], 30).await;
    let told = lapsing::write_all_down(&app.app).await.unwrap();
    let again = lapsing::write_all_down(&app.app).await.unwrap();

    assert_eq!((early, told, again), (0, 1, 0));
    let mail = app.mails_to(&sides.maker.email).await.pop().unwrap();
    assert!(mail.contains(&format!("Ngày {} là hết hạn", last.format("%d/%m/%Y"))), "{mail}");
    assert_eq!(one(&sides.maker, &it["id"]).await.data("/it/status"), "SIGNED");
}
