//! Who is told of what.

use chrono::{Duration, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde_json::{Value, json};
use server::{
    entities::introduction::{Column, Entity},
    introductions::lapsing,
    statements::counted,
};
use shared::{IntroductionStatus, StaffRole};
use tests::{TestApp, sides::INTRODUCE};

use super::{create, hook, receiver::Receiver, rows, run, send, start, told};

#[tokio::test]
async fn a_proposal_arrives_with_ids_and_a_signature() {
    let app = start().await;
    let (sides, receiver) = (app.sides().await, Receiver::start().await);
    let own = hook(&sides.maker, sides.makes, &receiver.url()).await;
    let other = hook(&sides.buyer, sides.shop, "http://127.0.0.1:9/").await;

    let id = sides.proposed(&sides.buyer).await;
    let waiting = told(&sides.maker, &own).await;
    send(&app).await;

    let came = receiver.next().await;
    assert!(came.is_signed_by(&own) && !came.is_signed_by(&other));
    assert_eq!((came.path(), came.header("content-type")), ("/hook", "application/json"));
    let body = came.json();
    let row = Entity::find().one(app.app.database.read()).await.unwrap().unwrap();
    let told_now = told(&sides.maker, &own).await;
    let expected = json!({
        "id": waiting[0]["id"],
        "kind": "PROPOSED",
        "at": body["at"],
        "introduction": {
            "id": id,
            "status": "WAITS_FOR_PRODUCER",
            "need": sides.need,
            "product": sides.product,
            "retailer": sides.shop,
            "producer": sides.makes,
            "proposedBy": "RETAILER",
            "answerBy": row.answer_by.to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
        },
    });
    assert_eq!(body, expected);
    assert_eq!(came.header("webhook-id"), body["id"].as_str().unwrap());
    assert_eq!((&waiting[0]["state"], &waiting[0]["attempts"]), (&json!("WAITING"), &json!(0)));
    assert_eq!((&told_now[0]["state"], &told_now[0]["lastStatus"]), (&json!("DELIVERED"), &json!(200)));
    assert!(told_now[0]["deliveredAt"].is_string() && told_now[0]["dueAt"].is_null());
    let text = body.to_string();
    assert!(!text.contains("Mời xem hàng") && !text.contains("Thử"), "{text}");
    assert!(!came.saying(&text.replace("PROPOSED", "ACCEPTED")).is_signed_by(&own));
}

#[tokio::test]
async fn both_sides_and_the_city_are_told_of_what_they_have_chosen() {
    let app = start().await;
    let sides = app.sides().await;
    let administrator = app.staff(StaffRole::Administrator, &[]).await;
    let receivers = [Receiver::start().await, Receiver::start().await, Receiver::start().await];
    let [shop, maker, city] = &receivers;
    hook(&sides.buyer, sides.shop, &shop.url()).await;
    hook(&administrator, None, &city.url()).await;
    let chosen = json!({ "organisation": sides.makes, "url": maker.url(), "kinds": ["MESSAGE", "ACCEPTED"] });
    create(&sides.maker, chosen).await.data("/createWebhook");

    let id = sides.met().await;
    sides.buyer.say(&id, "Giá bao nhiêu?").await.data("/sendMessage");
    send(&app).await;

    let mut kinds = Vec::new();
    let mut texts = String::new();
    for receiver in receivers.iter() {
        let all = receiver.all().await;
        texts.extend(all.iter().map(|one| one.json().to_string()));
        let mut of_one: Vec<String> = all.iter().map(|one| one.kind()).collect();
        of_one.sort();
        kinds.push(of_one.join(" "));
    }
    assert_eq!(kinds, ["ACCEPTED MESSAGE PROPOSED", "ACCEPTED MESSAGE", "ACCEPTED PROPOSED"]);
    assert!(!texts.contains("bao nhi"), "{texts}");
}

#[tokio::test]
async fn others_are_told_nothing_and_neither_is_what_is_paused() {
    let app = start().await;
    let sides = app.sides().await;
    let stranger = app.person("Người Khác").await;
    let theirs = app.verified(&stranger, json!({ "name": "HTX Khác (mẫu)", "taxCode": null })).await;
    hook(&stranger, theirs, "http://127.0.0.1:9/").await;
    let paused = hook(&sides.maker, sides.makes, "http://127.0.0.1:9/").await;
    run(&sides.maker, "pauseWebhook", &paused.id).await.data("/pauseWebhook");

    sides.proposed(&sides.buyer).await;

    assert_eq!(rows(&app).await.len(), 0);
}

#[tokio::test]
async fn a_proposal_that_fails_tells_nobody() {
    let app = start().await;
    let sides = app.sides().await;
    hook(&sides.maker, sides.makes, "http://127.0.0.1:9/").await;
    sides.proposed(&sides.buyer).await;
    let before = rows(&app).await.len();

    let again = sides.introduce(&sides.buyer).await;

    assert!(!again.codes().is_empty(), "{}", again.text);
    assert_eq!((before, rows(&app).await.len()), (1, 1));
}

/// Lets introductions lapse anew; how many statements that needs.
async fn statements_of_lapsing(app: &TestApp, ids: &[Value]) -> usize {
    let ids = ids.iter().map(|id| id.as_str().unwrap().parse::<shared::IntroductionId>().unwrap());
    Entity::update_many()
        .col_expr(Column::Status, Expr::value(IntroductionStatus::WaitsForProducer))
        .col_expr(Column::AnswerBy, Expr::value(Utc::now() - Duration::hours(1)))
        .filter(Column::Id.is_in(ids.clone()))
        .exec(app.app.database.write())
        .await
        .unwrap();
    let (statements, lapsed) = counted(lapsing::write_all_down(&app.app)).await;
    assert_eq!(lapsed.unwrap(), ids.count());
    statements
}

#[tokio::test]
async fn telling_of_many_needs_as_many_statements_as_telling_of_one() {
    let app = start().await;
    let sides = app.sides().await;
    hook(&sides.maker, sides.makes, "http://127.0.0.1:9/").await;
    hook(&sides.buyer, sides.shop, "http://127.0.0.1:9/").await;
    let mut ids = vec![sides.proposed(&sides.buyer).await];
    for number in 0..6 {
        let product = app.published_product(&sides.maker, sides.makes, &format!("Miến {number} (mẫu)")).await;
        let input = json!({ "need": sides.need, "product": product });
        let proposed = sides.buyer.run(INTRODUCE, json!({ "i": input })).await;
        ids.push(proposed.data("/introduce/id").clone());
    }

    let one = statements_of_lapsing(&app, &ids[..1]).await;
    let many = statements_of_lapsing(&app, &ids).await;

    assert!(one > 0);
    assert_eq!(one, many);
    assert_eq!(rows(&app).await.len(), ids.len() + 2 * (1 + ids.len()) + ids.len());
}
