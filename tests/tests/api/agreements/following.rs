//! Renewals and amendments.

use serde_json::json;
use tests::TestApp;

use super::*;

#[tokio::test]
async fn an_amendment_stands_instead_of_what_it_amends_and_changes_nothing_of_it() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let first = signed(&sides).await;
    let (said, goods) = (versions(&app, &first["id"]).await, lines(&app, &first["id"]).await);
    let it = amend(&sides.maker, &first["id"]).await.data("/it").clone();
    let again = amend(&sides.maker, &first["id"]).await;
    let mut more = terms(&sides.product);
    more["lines"][0]["quantityPerMonth"] = json!(200);

    let it = update(&sides.maker, &it, more).await.data("/it").clone();
    let it = propose(&sides.maker, &it).await.data("/it").clone();
    let meanwhile = one(&sides.buyer, &first["id"]).await;
    let it = sign(&sides.buyer, &it["id"], 1).await.data("/it").clone();
    let after = one(&sides.buyer, &first["id"]).await;

    assert_eq!(again.data("/it/id"), &it["id"]);
    assert_eq!((&it["followsAs"], &it["follows"]["id"]), (&json!("AMENDMENT"), &first["id"]));
    assert_eq!(meanwhile.data("/it/status"), "SIGNED");
    assert_eq!(it["status"], "SIGNED");
    assert_eq!(after.data("/it/status"), "SUPERSEDED");
    assert_eq!(after.data("/it/followedBy"), &json!([{ "id": it["id"] }]));
    assert_eq!(versions(&app, &first["id"]).await, said);
    assert_eq!(lines(&app, &first["id"]).await, goods);
    assert_eq!(it["version"]["lines"][0]["quantityPerMonth"], 200.0);
}

#[tokio::test]
async fn what_is_signed_can_be_neither_edited_nor_sent_again() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let it = signed(&sides).await;
    let (said, goods) = (versions(&app, &it["id"]).await, lines(&app, &it["id"]).await);

    let answers = [
        update(&sides.buyer, &it, terms(&sides.product)).await,
        propose(&sides.buyer, &it).await,
        counter(&sides.maker, &it, terms(&sides.product)).await,
        withdraw(&sides.buyer, &it["id"]).await,
        decline(&sides.maker, &it["id"], "Thôi").await,
    ];

    for answer in &answers {
        assert_eq!(answer.problems(), ["id: NOT_POSSIBLE_NOW"], "{}", answer.text);
    }
    assert_eq!(versions(&app, &it["id"]).await, said);
    assert_eq!(lines(&app, &it["id"]).await, goods);
}

#[tokio::test]
async fn a_renewal_is_for_the_time_after() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let first = signed(&sides).await;

    let it = renew(&sides.buyer, &first["id"]).await.data("/it").clone();
    let within = update(&sides.buyer, &it, terms(&sides.product)).await.data("/it").clone();
    let refused = propose(&sides.buyer, &within).await;
    let mut later = terms(&sides.product);
    (later["startsOn"], later["endsOn"]) = (json!("2041-01-01"), json!("2041-06-30"));
    let later = update(&sides.buyer, &within, later).await.data("/it").clone();
    let sent = propose(&sides.buyer, &later).await;

    let term = (&it["version"]["startsOn"], &it["version"]["endsOn"]);
    assert_eq!(term, (&json!("2041-01-01"), &json!("2041-12-31")));
    assert_eq!(it["version"]["lines"][0]["quantityPerMonth"], 120.0);
    assert_eq!(refused.problems(), ["terms.startsOn: WRONG_ORDER"]);
    assert_eq!(sent.data("/it/status"), "WAITS_FOR_PRODUCER");
    assert_eq!(one(&sides.buyer, &first["id"]).await.data("/it/status"), "SIGNED");
}

#[tokio::test]
async fn what_was_ended_meanwhile_is_not_amended() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let first = signed(&sides).await;
    let it = amend(&sides.buyer, &first["id"]).await.data("/it").clone();
    let it = propose(&sides.buyer, &it).await.data("/it").clone();
    terminate(&sides.buyer, &first["id"], "Thôi").await.data("/it");

    let answer = sign(&sides.maker, &it["id"], 1).await;

    assert_eq!(answer.problems(), ["id: NOT_POSSIBLE_NOW"]);
    assert_eq!(one(&sides.maker, &it["id"]).await.data("/it/status"), "WAITS_FOR_PRODUCER");
}
