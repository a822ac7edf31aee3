//! Answering with one tap from a mail.

use chrono::{Duration, Utc};
use sea_orm::{ActiveModelTrait, Set, Unchanged};
use serde_json::{Value, json};
use server::{accounts, changes, deliveries::asking, entities::delivery_link};
use shared::{DeliveryCheckId, DeliveryCheckKind, DeliveryCheckState, MemberRole};
use tests::{Actor, Answer, Sides, TestApp};

use super::{
    confirm, row,
    world::{Signed, day, deal},
};

const LOOK: &str = "query($t: String!) { deliveryLink(token: $t) { party isOpen check { kind state agreementNumber otherName \
    ownName beginsOn endsOn closesOn lines { id productName unit { code } promised said } answer { outcome note } } } }";
const TAP: &str = "mutation($t: String!, $a: DeliveryAnswerInput!) { confirmDeliveryByLink(token: $t, answer: $a) { \
    isOpen check { state answer { outcome } lines { promised said } } } }";

async fn look(who: &Actor, token: &str) -> Answer {
    who.run(LOOK, json!({ "t": token })).await
}

async fn tap(who: &Actor, token: &str, answer: Value) -> Answer {
    who.run(TAP, json!({ "t": token, "a": answer })).await
}

/// A check of which both sides have a mail.
async fn mailed(app: &TestApp, sides: &Sides) -> (Signed, DeliveryCheckId) {
    let signed = deal(sides).sign(app).await;
    let upcoming = DeliveryCheckState::Upcoming;
    let id = signed.check(app, DeliveryCheckKind::FirstMonth, upcoming, (-30, -1)).await;
    assert_eq!(asking::ask_all(&app.app, day(0)).await.unwrap(), 1);
    (signed, id)
}

#[tokio::test]
async fn the_link_of_a_mail_answers_for_its_side_and_may_change_it() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let (signed, id) = mailed(&app, &sides).await;
    let (guest, token) = (app.guest(), app.mailed_token(&sides.buyer.email).await);

    let opened = look(&guest, &token).await;
    let opened_again = look(&guest, &token).await;
    let tapped = tap(&guest, &token, json!({ "outcome": "NOTHING", "problem": "PAYMENT" })).await;
    let changed = tap(&guest, &token, json!({ "outcome": "AS_AGREED" })).await;
    confirm(&sides.maker, id, json!({ "outcome": "AS_AGREED" })).await.data("/confirmDelivery");
    let afterwards = look(&guest, &token).await;
    let too_late = tap(&guest, &token, json!({ "outcome": "NOTHING" })).await;

    let shown = opened.data("/deliveryLink");
    assert_eq!(opened_again.data("/deliveryLink"), shown, "to look changes nothing");
    assert_eq!((&shown["party"], &shown["isOpen"]), (&json!("RETAILER"), &json!(true)));
    let check = &shown["check"];
    assert_eq!(
        (&check["ownName"], &check["otherName"]),
        (&json!("Siêu thị Thử (mẫu)"), &json!("HTX Thử (mẫu)"))
    );
    assert_eq!((&check["state"], &check["answer"]), (&json!("ASKED"), &Value::Null));
    assert_eq!(check["lines"][0]["id"], json!(signed.line));
    assert_eq!(tapped.data("/confirmDeliveryByLink/check/lines/0/said"), 0);
    let line = changed.data("/confirmDeliveryByLink/check/lines/0");
    assert_eq!(line["said"], line["promised"]);
    assert_eq!(afterwards.data("/deliveryLink/check/state"), "CONFIRMED");
    assert_eq!(afterwards.data("/deliveryLink/isOpen"), false);
    assert_eq!(too_late.problems(), ["token: NOT_POSSIBLE_NOW"]);
    // It is the person who has answered.
    let lines = changes::of(app.app.database.read(), "agreement", &signed.id.to_string()).await.unwrap();
    assert_eq!(lines[1].actor, sides.buyer.account.to_string());
}

#[tokio::test]
async fn a_difference_brings_both_sides_a_link_to_settle_it() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let (_, id) = mailed(&app, &sides).await;
    let first = app.mailed_token(&sides.maker.email).await;
    let of_buyer = app.mailed_token(&sides.buyer.email).await;

    tap(&app.guest(), &first, json!({ "outcome": "AS_AGREED" })).await.data("/confirmDeliveryByLink");
    let differs = tap(&app.guest(), &of_buyer, json!({ "outcome": "NOTHING" })).await;
    let second = app.mailed_token(&sides.maker.email).await;
    let settled = tap(&app.guest(), &second, json!({ "outcome": "NOTHING" })).await;

    assert_eq!(differs.data("/confirmDeliveryByLink/check/state"), "DISPUTED");
    assert_ne!(first, second);
    assert_eq!(settled.data("/confirmDeliveryByLink/check/state"), "CONFIRMED");
    assert_eq!(row(&app, id).await.state, DeliveryCheckState::Confirmed);
}

#[tokio::test]
async fn a_link_holds_no_more_for_those_who_left_or_come_too_late() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let left = app.person("Người Đi").await;
    app.joined(&left, sides.makes, MemberRole::Member).await;
    mailed(&app, &sides).await;
    let tokens =
        [app.mailed_token(&left.email).await, app.mailed_token(&sides.maker.email).await, "x".to_owned()];
    let in_time = look(&app.guest(), &tokens[1]).await;

    let leave =
        "mutation($o: ID!, $a: ID!) { changeMember(organisation: $o, account: $a, role: null) { id } }";
    sides.maker.run(leave, json!({ "o": sides.makes, "a": left.account })).await.data("/changeMember");
    let expired = delivery_link::ActiveModel {
        token_hash: Unchanged(accounts::digest_of(&tokens[1])),
        expires_at: Set(Utc::now() - Duration::hours(1)),
        ..Default::default()
    };
    expired.update(app.app.database.write()).await.unwrap();

    assert_eq!(in_time.data("/deliveryLink/isOpen"), true);
    for token in &tokens {
        assert_eq!(look(&app.guest(), token).await.data("/deliveryLink"), &Value::Null, "{token}");
        let tapped = tap(&app.guest(), token, json!({ "outcome": "NOTHING" })).await;
        assert_eq!(tapped.problems(), ["token: LINK_INVALID"], "{token}");
    }
}

#[tokio::test]
async fn who_tries_links_is_stopped() {
    let app = TestApp::start().await;
    let guesser = app.guest().from([203, 0, 113, 10]);
    let mut allowed = 0;

    while look(&guesser, &format!("x{allowed}")).await.codes().is_empty() {
        allowed += 1;
        assert!(allowed < 100, "nobody stops it");
    }

    let tapped = tap(&guesser, "x", json!({ "outcome": "NOTHING" })).await;
    assert!(allowed >= 30, "{allowed}");
    assert_eq!(tapped.codes(), ["TOO_MANY_ATTEMPTS"]);
}
