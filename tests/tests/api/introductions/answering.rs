//! Accepting, declining and withdrawing.

use futures::future;
use serde_json::{Value, json};
use server::changes;
use shared::{MemberRole, StaffRole};
use tests::{TestApp, sides::ANSWER};

use super::{list, one, row};

const WITHDRAW: &str = "mutation($id: ID!) { withdrawIntroduction(id: $id) { status settledAt } }";

#[tokio::test]
async fn who_is_asked_accepts_and_how_long_it_took_is_kept() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let id = sides.proposed(&sides.buyer).await;

    let own = sides.buyer.answer(&id, true, None).await;
    let accepted = sides.maker.answer(&id, true, None).await;
    let again = sides.maker.answer(&id, false, Some("Thôi")).await;

    assert_eq!(own.problems(), ["id: NOT_POSSIBLE_NOW"]);
    assert_eq!(accepted.data("/answerIntroduction/status"), "ACCEPTED");
    assert_eq!(again.problems(), ["id: NOT_POSSIBLE_NOW"]);
    let row = row(&app, &id).await;
    assert!(row.producer_answered_at.is_some_and(|at| at > row.created_at), "{row:?}");
    assert_eq!((row.retailer_answered_at, row.settled_at), (None, row.producer_answered_at));
}

#[tokio::test]
async fn who_declines_says_why_and_the_log_does_not_repeat_it() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let id = sides.proposed(&sides.maker).await;

    let unfounded = sides.buyer.answer(&id, false, Some(" ")).await;
    let declined = sides.buyer.answer(&id, false, Some("Chị Hoa nói đã đủ hàng")).await;

    assert_eq!(unfounded.problems(), ["reason: MISSING"]);
    let expected = json!({ "status": "DECLINED", "declinedBy": "RETAILER", "declinedBecause": "Chị Hoa nói đã đủ hàng" });
    assert_eq!(declined.data("/answerIntroduction"), &expected);
    assert_eq!(one(&sides.maker, &id).await.data("/introduction/declinedBecause"), "Chị Hoa nói đã đủ hàng");
    let lines = changes::of(app.app.database.read(), "introduction", id.as_str().unwrap()).await.unwrap();
    let actions: Vec<&str> = lines.iter().map(|line| line.action.as_str()).collect();
    assert_eq!(actions, ["declined", "proposed"]);
    let told = format!("{lines:?}");
    assert!(!told.contains("Hoa") && !told.contains("Mời xem hàng"), "{told}");
}

#[tokio::test]
async fn what_staff_propose_needs_both_sides() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let id = sides.proposed(&city).await;

    let by_staff = city.answer(&id, true, None).await;
    let half = sides.buyer.answer(&id, true, None).await;
    let twice = sides.buyer.answer(&id, true, None).await;
    let whole = sides.maker.answer(&id, true, None).await;

    assert_eq!(by_staff.codes(), ["FORBIDDEN"]);
    assert_eq!(half.data("/answerIntroduction/status"), "WAITS_FOR_PRODUCER");
    assert_eq!(twice.problems(), ["id: NOT_POSSIBLE_NOW"]);
    assert_eq!(whole.data("/answerIntroduction/status"), "ACCEPTED");
    let row = row(&app, &id).await;
    assert!(row.retailer_answered_at < row.producer_answered_at, "{row:?}");
    let lines = changes::of(app.app.database.read(), "introduction", id.as_str().unwrap()).await.unwrap();
    let actions: Vec<&str> = lines.iter().map(|line| line.action.as_str()).collect();
    assert_eq!(actions, ["accepted", "half_accepted", "proposed"]);
}

#[tokio::test]
async fn who_belongs_to_both_sides_says_for_which_they_answer() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let both = app.person("Người Hai Bên").await;
    app.joined(&both, sides.shop, MemberRole::Member).await;
    app.joined(&both, sides.makes, MemberRole::Member).await;
    let id = sides.proposed(&city).await;
    let answer =
        async |as_producer: Value| both.run(ANSWER, json!({ "id": id, "a": true, "p": as_producer })).await;

    let for_producer = answer(json!(true)).await;
    let party = one(&both, &id).await.data("/introduction/viewerParty").clone();
    let for_other = answer(Value::Null).await;
    let as_stranger = sides.maker.run(ANSWER, json!({ "id": id, "a": true, "p": false })).await;

    assert_eq!(for_producer.data("/answerIntroduction/status"), "WAITS_FOR_RETAILER");
    assert_eq!(party, "RETAILER");
    assert_eq!(for_other.data("/answerIntroduction/status"), "ACCEPTED");
    assert_eq!(as_stranger.codes(), ["FORBIDDEN"]);
}

#[tokio::test]
async fn of_two_who_answer_at_once_one_is_heard() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let colleague = app.person("Đồng Nghiệp").await;
    app.joined(&colleague, sides.makes, MemberRole::Member).await;
    let id = sides.proposed(&sides.buyer).await;

    let (accepted, declined) =
        future::join(sides.maker.answer(&id, true, None), colleague.answer(&id, false, Some("Hết hàng")))
            .await;

    let heard = [&accepted, &declined].iter().filter(|answer| answer.codes().is_empty()).count();
    assert_eq!(heard, 1, "{} {}", accepted.text, declined.text);
    let refused = if accepted.codes().is_empty() { declined } else { accepted };
    assert_eq!(refused.problems(), ["id: NOT_POSSIBLE_NOW"]);
    let lines = changes::of(app.app.database.read(), "introduction", id.as_str().unwrap()).await.unwrap();
    assert_eq!(lines.len(), 2, "{lines:?}");
}

#[tokio::test]
async fn both_sides_may_accept_at_the_same_moment() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let id = sides.proposed(&city).await;

    let (one_side, other_side) =
        future::join(sides.buyer.answer(&id, true, None), sides.maker.answer(&id, true, None)).await;

    assert!(
        one_side.codes().is_empty() && other_side.codes().is_empty(),
        "{} {}",
        one_side.text,
        other_side.text
    );
    let accepted = one(&sides.buyer, &id).await;
    assert_eq!(accepted.data("/introduction/status"), "ACCEPTED");
}

#[tokio::test]
async fn what_was_proposed_is_withdrawn_by_its_side_or_staff_until_it_is_answered() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let (colleague, city) = (app.person("Đồng Nghiệp").await, app.staff(StaffRole::CityStaff, &[]).await);
    app.joined(&colleague, sides.shop, MemberRole::Member).await;
    let withdraw = async |person: &tests::Person, id: &Value| person.run(WITHDRAW, json!({ "id": id })).await;
    let id = sides.proposed(&sides.buyer).await;

    let by_other = withdraw(&sides.maker, &id).await;
    let by_own = withdraw(&colleague, &id).await;
    let late = sides.maker.answer(&id, true, None).await;
    let next = sides.proposed(&sides.maker).await;
    let by_staff = withdraw(&city, &next).await;
    let met = sides.met().await;
    let too_late = withdraw(&sides.buyer, &met).await;

    assert_eq!(by_other.problems(), ["id: NOT_POSSIBLE_NOW"]);
    assert_eq!(by_own.data("/withdrawIntroduction/status"), "WITHDRAWN");
    assert!(by_own.data("/withdrawIntroduction/settledAt").is_string());
    assert_eq!(late.problems(), ["id: NOT_POSSIBLE_NOW"]);
    assert_eq!(by_staff.data("/withdrawIntroduction/status"), "WITHDRAWN");
    assert_eq!(too_late.problems(), ["id: NOT_POSSIBLE_NOW"]);
    let withdrawn = list(&sides.buyer, json!({ "statuses": ["WITHDRAWN"] })).await;
    assert_eq!(withdrawn["totalCount"], 2);
}
