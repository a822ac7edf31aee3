//! Who has come: noted at the door, perhaps without a network, and sent later, perhaps twice.

use chrono::{Duration, Utc};
use serde_json::{Value, json};
use tests::{Answer, sides::Sides};

use super::Fair;

async fn send(fair: &Fair, arrivals: Value) -> Answer {
    let query = "mutation($e: ID!, $a: [ArrivalInput!]!) { \
        it: checkIn(event: $e, arrivals: $a) { code problem participant { name checkedInAt } } }";
    fair.staff.run(query, json!({ "e": fair.event, "a": arrivals })).await
}

async fn open_door() -> (Fair, Sides, Value, Value) {
    let fair = Fair::ahead(None).await;
    let sides = fair.app.sides().await;
    let shop = fair.approved(sides.shop, "RETAILER").await;
    let maker = fair.approved(sides.makes, "PRODUCER").await;
    (fair, sides, shop, maker)
}

#[tokio::test]
async fn arrivals_may_be_sent_again_and_the_earliest_time_counts() {
    let (fair, _, shop, maker) = open_door().await;
    let now = Utc::now();
    let (early, late) = (now + Duration::seconds(1), now + Duration::seconds(60));
    let both = json!([
        { "code": shop["code"], "at": late },
        { "code": maker["code"].as_str().unwrap().to_lowercase(), "at": early },
        { "code": shop["code"], "at": early },
    ]);

    for _ in 0..2 {
        let answer = send(&fair, both.clone()).await;
        assert_eq!(answer.texts("/it", "problem"), ["null", "null", "null"]);
        let came =
            answer.data("/it/0/participant/checkedInAt").as_str().unwrap().parse::<chrono::DateTime<Utc>>();
        assert_eq!(came.unwrap().timestamp_millis(), early.timestamp_millis());
    }
    let sides = &fair.read().await["sides"];
    assert_eq!((&sides[0]["arrived"], &sides[1]["arrived"]), (&json!(1), &json!(1)));

    send(&fair, json!([{ "code": shop["code"], "at": late, "isUndone": true }])).await.data("/it");
    assert_eq!(fair.read().await["sides"][0]["arrived"], 0);
}

#[tokio::test]
async fn what_is_wrong_with_one_arrival_keeps_no_other_away() {
    let (fair, sides, shop, maker) = open_door().await;
    super::withdraw(&sides.maker, &maker["id"]).await.data("/it");
    let now = Utc::now();
    let arrivals = json!([
        { "code": "ZZZZ9999", "at": now },
        { "code": maker["code"], "at": now },
        { "code": shop["code"], "at": now + Duration::days(1) },
        { "code": shop["code"], "at": now },
    ]);

    let answer = send(&fair, arrivals).await;

    assert_eq!(answer.texts("/it", "problem"), ["UNKNOWN_CODE", "NOT_APPROVED", "BAD_TIME", "null"]);
    assert_eq!(answer.data("/it/0/participant"), &Value::Null);
    assert!(answer.data("/it/3/participant/checkedInAt").is_string());
}

#[tokio::test]
async fn nobody_comes_to_what_is_cancelled() {
    let (fair, _, shop, _) = open_door().await;
    fair.moved("CANCEL").await.data("/it");

    let answer = send(&fair, json!([{ "code": shop["code"], "at": Utc::now() }])).await;

    assert_eq!(answer.problems(), ["event: NOT_POSSIBLE_NOW"]);
}
