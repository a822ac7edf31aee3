//! Each side answers for itself, on the page.

use serde_json::{Value, json};
use server::changes;
use shared::{DeliveryCheckKind, DeliveryCheckState, NotificationKind, StaffRole};
use tests::TestApp;

use super::{CONFIRM, confirm, one, row, told, world::deal};

#[tokio::test]
async fn both_say_that_all_was_delivered_with_one_tap() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let signed = deal(&sides).sign(&app).await;
    let id = signed.asked(&app).await;

    let asked = one(&sides.maker, id).await;
    let first = confirm(&sides.maker, id, json!({ "outcome": "AS_AGREED" })).await;
    let second = confirm(&sides.buyer, id, json!({ "outcome": "AS_AGREED" })).await;
    let again = confirm(&sides.buyer, id, json!({ "outcome": "NOTHING" })).await;

    let check = asked.data("/deliveryCheck");
    assert_eq!((&check["state"], &check["viewerAnswersAs"]), (&json!("ASKED"), &json!("PRODUCER")));
    assert_eq!(check["agreement"]["id"], json!(signed.id));
    assert_eq!(first.data("/confirmDelivery/state"), "ASKED");
    assert_eq!(first.data("/confirmDelivery/lines/0/confirmed"), &Value::Null);
    assert_eq!(second.data("/confirmDelivery/state"), "CONFIRMED");
    let line = second.data("/confirmDelivery/lines/0");
    assert_eq!(line["confirmed"], line["promised"]);
    assert!(line["promised"].as_f64().unwrap() > 250.0, "{line}");
    assert_eq!(again.problems(), ["check: NOT_POSSIBLE_NOW"], "what both confirm stays");
    assert!(row(&app, id).await.settled_at.is_some());
    let lines = changes::of(app.app.database.read(), "agreement", &signed.id.to_string()).await.unwrap();
    let actions: Vec<&str> = lines.iter().map(|line| line.action.as_str()).collect();
    assert_eq!(actions, ["delivery_confirmed", "delivery_answered", "signed"]);
    assert_eq!(told(&app, NotificationKind::DeliverySettled).await, 1, "who has just said so knows");
}

#[tokio::test]
async fn what_the_other_side_says_is_seen_once_the_own_answer_is_given() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let signed = deal(&sides).sign(&app).await;
    let id = signed.asked(&app).await;
    let partly = json!({ "outcome": "PARTLY", "problem": "SUPPLY", "note": "Mất mùa",
        "amounts": [{ "line": signed.line, "quantity": 100 }] });

    confirm(&sides.maker, id, partly).await.data("/confirmDelivery");
    let before = one(&sides.buyer, id).await;
    let by_staff = one(&city, id).await;
    let differs = confirm(&sides.buyer, id, json!({ "outcome": "NOTHING", "problem": "LATE" })).await;
    let after = one(&sides.buyer, id).await;

    assert_eq!(before.data("/deliveryCheck/answers"), &json!([]));
    assert_eq!(before.data("/deliveryCheck/lines/0/bySideProducer"), &Value::Null);
    assert_eq!(by_staff.data("/deliveryCheck/answers/0/note"), "Mất mùa");
    assert_eq!(by_staff.data("/deliveryCheck/viewerAnswersAs"), &Value::Null);
    assert_eq!(differs.data("/confirmDelivery/state"), "DISPUTED");
    let line = after.data("/deliveryCheck/lines/0");
    assert_eq!((&line["bySideProducer"], &line["bySideRetailer"]), (&json!(100), &json!(0)));
    assert_eq!(line["confirmed"], Value::Null);
    assert_eq!(after.texts("/deliveryCheck/answers", "problem"), ["SUPPLY", "LATE"]);
    assert_eq!(told(&app, NotificationKind::DeliveryDisputed).await, 1);
}

#[tokio::test]
async fn a_difference_is_settled_when_one_of_them_changes_its_answer() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let signed = deal(&sides).sign(&app).await;
    let id = signed.asked(&app).await;
    let partly = |quantity: f64| json!({ "outcome": "PARTLY", "amounts": [{ "line": signed.line, "quantity": quantity }] });

    confirm(&sides.maker, id, json!({ "outcome": "AS_AGREED" })).await.data("/confirmDelivery");
    let differs = confirm(&sides.buyer, id, partly(95.5)).await;
    let settled = confirm(&sides.maker, id, partly(100.0)).await;

    assert_eq!(differs.data("/confirmDelivery/state"), "DISPUTED");
    assert_eq!(settled.data("/confirmDelivery/state"), "CONFIRMED", "a tenth is the same delivery");
    assert_eq!(settled.data("/confirmDelivery/lines/0/confirmed"), 95.5, "the smaller of the two");
}

#[tokio::test]
async fn nobody_answers_for_the_other_side_or_when_it_is_not_open() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let signed = deal(&sides).sign(&app).await;
    let id = signed.asked(&app).await;
    let later = (0, 29);
    let early = signed.check(&app, DeliveryCheckKind::ThirdMonth, DeliveryCheckState::Upcoming, later).await;
    let past = deal(&sides).sign(&app).await;
    let past = past.check(&app, DeliveryCheckKind::FirstMonth, DeliveryCheckState::Asked, (-60, -20)).await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let stranger = app.person("Người Lạ").await;
    let all = json!({ "outcome": "AS_AGREED" });

    let for_other = sides.buyer.run(CONFIRM, json!({ "id": id, "a": all, "p": true })).await;

    assert_eq!(for_other.codes(), ["FORBIDDEN"]);
    assert_eq!(confirm(&city, id, all.clone()).await.codes(), ["FORBIDDEN"]);
    assert_eq!(confirm(&stranger, id, all.clone()).await.codes(), ["NOT_FOUND"]);
    assert_eq!(one(&stranger, id).await.codes(), ["NOT_FOUND"]);
    for closed in [early, past] {
        assert_eq!(confirm(&sides.buyer, closed, all.clone()).await.problems(), ["check: NOT_POSSIBLE_NOW"]);
    }
}

#[tokio::test]
async fn amounts_are_of_the_lines_of_the_agreement() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let signed = deal(&sides).sign(&app).await;
    let id = signed.asked(&app).await;
    let amount = |line: Value| json!({ "line": line, "quantity": 1 });

    for (amounts, problem) in [
        (Value::Null, "answer.amounts: MISSING"),
        (json!([]), "answer.amounts: MISSING"),
        (json!([amount(json!("x"))]), "answer.amounts.0.line: NOT_OFFERED"),
        (json!([amount(json!(signed.id))]), "answer.amounts.0.line: NOT_OFFERED"),
        (
            json!([amount(json!(signed.line)), amount(json!(signed.line))]),
            "answer.amounts.1.line: NOT_OFFERED",
        ),
    ] {
        let answer = json!({ "outcome": "PARTLY", "amounts": amounts });
        assert_eq!(confirm(&sides.buyer, id, answer).await.problems(), [problem]);
    }
    let long = json!({ "outcome": "NOTHING", "note": "x".repeat(1_001) });
    assert_eq!(confirm(&sides.buyer, id, long).await.problems(), ["answer.note: TOO_LONG"]);
}
