//! Who proposes to whom, and what the other side sees of it.

use futures::future;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use serde_json::{Value, json};
use server::{entities::introduction, statements::counted};
use shared::{IntroductionId, StaffRole};
use tests::{TestApp, people::OTHER_WARD, sides::INTRODUCE};

use super::{LIST, ONE, list, one, rows};

#[tokio::test]
async fn a_retailer_proposes_and_the_producer_is_asked() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let stranger = app.person("Ai Đó").await;
    app.verified(&stranger, json!({ "name": "Người ngoài (mẫu)" })).await;

    let id = sides.proposed(&sides.buyer).await;

    let seen = one(&sides.maker, &id).await;
    let seen = seen.data("/introduction");
    assert_eq!(seen["status"], "WAITS_FOR_PRODUCER");
    assert_eq!((&seen["proposedBy"], &seen["viewerParty"]), (&json!("RETAILER"), &json!("PRODUCER")));
    assert_eq!(
        (&seen["needName"], &seen["need"]["name"]),
        (&json!("Miến cho quầy đặc sản"), &json!("Miến cho quầy đặc sản"))
    );
    assert_eq!(
        (&seen["productName"], &seen["product"]["name"]),
        (&json!("Miến dong (mẫu)"), &json!("Miến dong (mẫu)"))
    );
    assert_eq!(
        (&seen["retailer"]["name"], &seen["producer"]["name"]),
        (&json!("Siêu thị Thử (mẫu)"), &json!("HTX Thử (mẫu)"))
    );
    assert_eq!((&seen["note"], &seen["settledAt"]), (&json!("Mời xem hàng"), &Value::Null));
    assert_eq!(one(&sides.buyer, &id).await.data("/introduction/viewerParty"), "RETAILER");
    for side in [&sides.buyer, &sides.maker] {
        assert_eq!(list(side, json!({})).await["totalCount"], 1);
    }
    assert_eq!(one(&stranger, &id).await.codes(), ["NOT_FOUND"]);
    assert_eq!(list(&stranger, json!({})).await["totalCount"], 0);
    assert_eq!(app.guest().run(ONE, json!({ "id": id })).await.codes(), ["UNAUTHENTICATED"]);
    assert_eq!(app.guest().run(LIST, json!({})).await.codes(), ["UNAUTHENTICATED"]);
}

#[tokio::test]
async fn a_producer_proposes_for_a_need_it_may_read() {
    let app = TestApp::start().await;
    let sides = app.sides().await;

    let id = sides.proposed(&sides.maker).await;

    assert_eq!(one(&sides.buyer, &id).await.data("/introduction/status"), "WAITS_FOR_RETAILER");
    assert_eq!(list(&sides.buyer, json!({ "waitsForMe": true })).await["totalCount"], 1);
    assert_eq!(list(&sides.maker, json!({ "waitsForMe": true })).await["totalCount"], 0);
}

#[tokio::test]
async fn staff_who_look_after_a_side_ask_both() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let elsewhere = app.staff(StaffRole::UnitStaff, &[OTHER_WARD]).await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;

    let refused = sides.introduce(&elsewhere).await;
    let id = sides.proposed(&city).await;

    assert_eq!(refused.codes(), ["NOT_FOUND"], "the need is not theirs to read");
    let seen = one(&city, &id).await;
    assert_eq!(seen.data("/introduction/status"), "WAITS_FOR_BOTH");
    assert_eq!(
        (seen.data("/introduction/viewerParty"), seen.data("/introduction/messages")),
        (&json!("STAFF"), &Value::Null)
    );
    for side in [&sides.buyer, &sides.maker] {
        assert_eq!(list(side, json!({ "waitsForMe": true })).await["totalCount"], 1);
    }
    assert_eq!(one(&elsewhere, &id).await.codes(), ["NOT_FOUND"]);
}

#[tokio::test]
async fn without_a_need_the_retailer_is_named_and_the_pair_is_another() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let propose = async |input: Value| sides.maker.run(INTRODUCE, json!({ "i": input })).await;
    sides.proposed(&sides.maker).await;

    let unnamed = propose(json!({ "product": sides.product })).await;
    let a_producer = propose(json!({ "product": sides.product, "retailer": sides.makes })).await;
    let another =
        propose(json!({ "product": sides.product, "need": sides.need, "retailer": sides.makes })).await;
    let named = propose(json!({ "product": sides.product, "retailer": sides.shop, "need": null })).await;
    let twice = propose(json!({ "product": sides.product, "retailer": sides.shop })).await;

    assert_eq!(unnamed.problems(), ["input.retailer: MISSING"]);
    assert_eq!(a_producer.codes(), ["NOT_FOUND"]);
    assert_eq!(another.problems(), ["input.retailer: NOT_OFFERED", "input.product: TAKEN"]);
    let id = named.data("/introduce/id");
    let seen = one(&sides.buyer, id).await;
    assert_eq!(
        (seen.data("/introduction/need"), seen.data("/introduction/needName")),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(twice.problems(), ["input.product: TAKEN"]);
}

#[tokio::test]
async fn every_wrong_field_of_a_proposal_is_told_at_once() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let propose = async |more: Value| {
        let mut input = json!({ "need": sides.need, "product": sides.product });
        input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        sides.buyer.run(INTRODUCE, json!({ "i": input })).await
    };

    let wrong = propose(json!({ "note": "x".repeat(1_001), "answerDays": 31 })).await;
    let never = propose(json!({ "answerDays": 0 })).await;
    let unknown = propose(json!({ "product": "x" })).await;
    let month = propose(json!({ "note": null, "answerDays": 30 })).await;

    assert_eq!(wrong.problems(), ["input.note: TOO_LONG", "input.answerDays: OUT_OF_RANGE"]);
    assert_eq!(never.problems(), ["input.answerDays: OUT_OF_RANGE"]);
    assert_eq!(unknown.codes(), ["NOT_FOUND"]);
    assert_eq!(month.data("/introduce/status"), "WAITS_FOR_PRODUCER");
    let row = &rows(&app).await[0];
    assert_eq!((row.answer_by - row.created_at).num_days(), 30);
}

#[tokio::test]
async fn two_requests_at_once_make_one_introduction() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;

    let answers = future::join_all([
        sides.introduce(&sides.buyer),
        sides.introduce(&sides.maker),
        sides.introduce(&city),
        sides.introduce(&sides.buyer),
    ])
    .await;

    let refused: Vec<_> = answers.iter().flat_map(tests::Answer::problems).collect();
    assert_eq!(refused, ["input.product: TAKEN"; 3]);
    let made = rows(&app).await;
    assert_eq!(made.len(), 1);
    // Nor would the table take another, whoever writes it.
    let again = introduction::Model { id: IntroductionId::new(), ..made[0].clone() };
    let again = again.into_active_model().insert(app.app.database.write()).await;
    assert!(again.is_err(), "{again:?}");
}

#[tokio::test]
async fn a_list_needs_as_many_statements_for_many_as_for_few_and_goes_on_where_it_stopped() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    for n in 0..6 {
        let product = app.published_product(&sides.maker, sides.makes, &format!("Miến {n} (mẫu)")).await;
        let input = json!({ "need": sides.need, "product": product });
        let id = sides.buyer.run(INTRODUCE, json!({ "i": input })).await.data("/introduce/id").clone();
        sides.maker.answer(&id, true, None).await.data("/answerIntroduction");
        sides.maker.say(&id, "Xin chào").await.data("/sendMessage");
    }
    let query = "query($n: Int, $a: String) { introductions(first: $n, after: $a) { totalCount pageInfo { endCursor hasNextPage } \
        nodes { productName status viewerParty unread need { name } product { name } retailer { name } producer { name } \
        messages(first: 3) { totalCount nodes { text author isOwn attachments { url } } } } } }";

    let (few, first) = counted(sides.buyer.run(query, json!({ "n": 2 }))).await;
    let (many, all) = counted(sides.buyer.run(query, json!({ "n": 6 }))).await;
    let cursor = first.data("/introductions/pageInfo/endCursor");
    let rest = sides.buyer.run(query, json!({ "n": 10, "a": cursor })).await;

    assert_eq!(few, many);
    assert_eq!(all.data("/introductions/nodes/5/messages/nodes/0/text"), "Xin chào");
    assert_eq!(all.data("/introductions/nodes/5/unread"), 1);
    let names = |answer: &tests::Answer| answer.texts("/introductions/nodes", "productName");
    assert_eq!(names(&first), ["Miến 5 (mẫu)", "Miến 4 (mẫu)"]);
    assert_eq!(names(&rest), ["Miến 3 (mẫu)", "Miến 2 (mẫu)", "Miến 1 (mẫu)", "Miến 0 (mẫu)"]);
    assert_eq!(rest.data("/introductions/pageInfo/hasNextPage"), false);
}
