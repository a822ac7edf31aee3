//! What is signed on paper, and what departments agree on.

use axum::{body::Body, http::Request};
use serde_json::json;
use shared::StaffRole;
use tests::TestApp;

use super::*;

/// The smallest PDF there is.
const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

async fn scan(person: &Person, name: &str) -> Value {
    let bytes = [PDF, name.as_bytes()].concat();
    let request = Request::post("/uploads?kind=document")
        .header("authorization", person.actor.authorization())
        .header("x-file-name", "ban-ky.pdf");
    let answer = person.actor.send(request.body(Body::from(bytes)).unwrap()).await;
    assert!(answer.status.is_success(), "{}", answer.text);
    answer.json["id"].clone()
}

async fn fetch(person: &Person, id: &Value) -> u16 {
    let path = format!("/uploads/{}", id.as_str().unwrap());
    let request = Request::get(path).header("authorization", person.actor.authorization());
    person.actor.send(request.body(Body::empty()).unwrap()).await.status.as_u16()
}

async fn record(person: &Person, it: &Value, signed_on: &str, number: Value, scan: &Value) -> Answer {
    let values = json!({ "id": it["id"], "v": it["rowVersion"], "d": signed_on, "n": number, "s": scan });
    let operation = "recordPaperSigning(id: $id, rowVersion: $v, signedOn: $d, number: $n, scan: $s)";
    run(person, operation, "$id: ID!, $v: Int!, $d: Date!, $n: String, $s: ID!", values).await
}

#[tokio::test]
async fn staff_record_what_both_signed_and_both_may_have_the_scan() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let (city, stranger) = (app.staff(StaffRole::CityStaff, &[]).await, app.person("Người Lạ").await);
    let it = proposed(&sides).await;
    let paper = scan(&city, "one").await;
    let of_other = scan(&sides.buyer, "other").await;

    let by_side = record(&sides.buyer, &it, "2026-01-05", json!(null), &of_other).await;
    let to_come = record(&city, &it, "2126-01-05", json!(null), &paper).await;
    let foreign = record(&city, &it, "2026-01-05", json!(null), &of_other).await;
    let done = record(&city, &it, "2026-01-05", json!("15/BBGT-SCT"), &paper).await;

    assert_eq!(by_side.codes(), ["FORBIDDEN"]);
    assert_eq!(to_come.problems(), ["signedOn: WRONG_ORDER"]);
    assert_eq!(foreign.problems(), ["scan: NOT_OFFERED"]);
    let it = done.data("/it");
    assert_eq!((&it["status"], &it["isPaper"]), (&json!("SIGNED"), &json!(true)));
    assert_eq!((&it["number"], &it["signedOn"]), (&json!("15/BBGT-SCT"), &json!("2026-01-05")));
    assert_eq!(row(&app, &it["id"]).await.number_sequence, None);
    for (person, status) in [(&sides.buyer, 200), (&sides.maker, 200), (&city, 200), (&stranger, 404)] {
        assert_eq!(fetch(person, &paper).await, status);
    }
    assert_eq!(actions(&app, &it["id"]).await.last().unwrap(), "paper_signed");
}

#[tokio::test]
async fn what_departments_agree_on_is_recorded_by_the_city_only() {
    let app = TestApp::start().await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let officer = app.staff(StaffRole::UnitStaff, &[tests::people::WARD]).await;
    let framework = json!({ "terms": { "kind": "FRAMEWORK", "lines": [],
        "retailer": { "name": "Sở Công Thương Hà Nội (mẫu)" }, "producer": { "name": "Sở Công Thương X (mẫu)" } } });
    let mut minutes = framework.clone();
    minutes["terms"]["kind"] = json!("MINUTES");

    let by_officer = create(&officer, framework.clone()).await;
    let no_sides = create(&city, minutes).await;
    let it = create(&city, framework).await.data("/it").clone();
    let sent = propose(&city, &it).await;
    let paper = scan(&city, "framework").await;
    let done = record(&city, &it, "2026-02-01", json!(null), &paper).await;

    assert_eq!(by_officer.codes(), ["FORBIDDEN"]);
    assert_eq!(no_sides.problems(), ["input.retailer: MISSING", "input.producer: MISSING"]);
    assert_eq!(it["actions"], json!(["EDIT", "WITHDRAW", "RECORD_PAPER"]));
    assert_eq!(sent.problems(), ["id: NOT_POSSIBLE_NOW"]);
    assert_eq!(done.data("/it/number"), "01/2026/TTK");
    assert_eq!(one(&officer, &it["id"]).await.codes(), ["NOT_FOUND"]);
}

#[tokio::test]
async fn nothing_is_sent_to_a_side_for_whom_nobody_acts() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let it = drafted(&sides, &sides.buyer).await;
    server::entities::membership::Entity::delete_by_id((sides.maker.account, sides.makes))
        .exec(app.app.database.write())
        .await
        .unwrap();

    let answer = propose(&sides.buyer, &it).await;

    assert_eq!(answer.problems(), ["id: NOBODY_THERE"]);
}
