//! Answering with one tap from a mail.

use chrono::{Duration, Utc};
use sea_orm::{ActiveModelTrait, Set, Unchanged};
use serde_json::{Value, json};
use server::{accounts, changes, entities::answer_link};
use shared::{MemberRole, StaffRole};
use tests::{Actor, Answer, TestApp};

use super::{one, pass, row};

const LOOK: &str = "query($t: String!) { answerLink(token: $t) { party needName needDescription productName retailerName \
    producerName terms { vi en } note answerBy status isOpen } }";
const TAP: &str = "mutation($t: String!, $a: Boolean!, $r: String) { answerByLink(token: $t, accept: $a, reason: $r) { \
    status isOpen party } }";

async fn look(who: &Actor, token: &str) -> Answer {
    who.run(LOOK, json!({ "t": token })).await
}

async fn tap(who: &Actor, token: &str, accept: bool, reason: Option<&str>) -> Answer {
    who.run(TAP, json!({ "t": token, "a": accept, "r": reason })).await
}

#[tokio::test]
async fn the_link_of_a_mail_shows_what_is_asked_and_answers_once() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let id = sides.proposed(&sides.buyer).await;
    let (guest, token) = (app.guest(), app.mailed_token(&sides.maker.email).await);

    let opened = look(&guest, &token).await;
    let opened_again = look(&guest, &token).await;
    let tapped = tap(&guest, &token, true, None).await;
    let twice = tap(&guest, &token, false, Some("Thôi")).await;
    let afterwards = look(&guest, &token).await;

    let shown = opened.data("/answerLink");
    assert_eq!((&shown["party"], &shown["status"]), (&json!("PRODUCER"), &json!("WAITS_FOR_PRODUCER")));
    assert_eq!(
        (&shown["needName"], &shown["needDescription"]),
        (&json!("Miến cho quầy đặc sản"), &json!("Cho quầy đặc sản"))
    );
    assert_eq!(
        (&shown["retailerName"], &shown["producerName"]),
        (&json!("Siêu thị Thử (mẫu)"), &json!("HTX Thử (mẫu)"))
    );
    assert_eq!((&shown["productName"], &shown["note"]), (&json!("Miến dong (mẫu)"), &json!("Mời xem hàng")));
    assert_eq!(opened_again.data("/answerLink"), shown, "to look changes nothing");
    assert_eq!(shown["isOpen"], true);
    let accepted = json!({ "status": "ACCEPTED", "isOpen": false, "party": "PRODUCER" });
    assert_eq!(tapped.data("/answerByLink"), &accepted);
    assert_eq!(twice.problems(), ["token: NOT_POSSIBLE_NOW"]);
    assert_eq!(afterwards.data("/answerLink/isOpen"), false);
    assert_eq!(one(&sides.buyer, &id).await.data("/introduction/status"), "ACCEPTED");
    // It is the person who has answered.
    let lines = changes::of(app.app.database.read(), "introduction", id.as_str().unwrap()).await.unwrap();
    assert_eq!((lines[0].action.as_str(), &lines[0].actor), ("accepted", &sides.maker.account.to_string()));
    assert!(row(&app, &id).await.producer_answered_at.is_some());
}

#[tokio::test]
async fn after_somebody_has_answered_the_links_of_all_others_show_it() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let colleague = app.person("Đồng Nghiệp").await;
    app.joined(&colleague, sides.makes, MemberRole::Member).await;
    sides.proposed(&sides.buyer).await;
    let own = app.mailed_token(&sides.maker.email).await;
    let of_colleague = app.mailed_token(&colleague.email).await;

    let unfounded = tap(&app.guest(), &of_colleague, false, None).await;
    let declined = tap(&app.guest(), &of_colleague, false, Some("Hết hàng")).await;
    let seen = look(&app.guest(), &own).await;
    let too_late = tap(&app.guest(), &own, true, None).await;

    assert_ne!(own, of_colleague);
    assert_eq!(unfounded.problems(), ["reason: MISSING"]);
    assert_eq!(declined.data("/answerByLink/status"), "DECLINED");
    assert_eq!(
        (seen.data("/answerLink/status"), seen.data("/answerLink/isOpen")),
        (&json!("DECLINED"), &json!(false))
    );
    assert_eq!(too_late.problems(), ["token: NOT_POSSIBLE_NOW"]);
}

#[tokio::test]
async fn both_sides_get_links_from_staff_and_the_second_another_when_the_first_has_accepted() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let id = sides.proposed(&city).await;
    let (of_buyer, first) =
        (app.mailed_token(&sides.buyer.email).await, app.mailed_token(&sides.maker.email).await);

    let half = tap(&app.guest(), &of_buyer, true, None).await;
    let second = app.mailed_token(&sides.maker.email).await;
    let other_side = look(&app.guest(), &first).await;
    let whole = tap(&app.guest(), &second, true, None).await;

    assert_eq!(
        half.data("/answerByLink"),
        &json!({ "status": "WAITS_FOR_PRODUCER", "isOpen": false, "party": "RETAILER" })
    );
    assert_ne!(first, second);
    assert_eq!(other_side.data("/answerLink/isOpen"), true, "the earlier mail may be answered, too");
    assert_eq!(whole.data("/answerByLink/status"), "ACCEPTED");
    assert_eq!(one(&city, &id).await.data("/introduction/status"), "ACCEPTED");
}

#[tokio::test]
async fn a_link_holds_no_more_for_those_who_left_are_locked_out_or_come_too_late() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let (left, locked) = (app.person("Người Đi").await, app.person("Người Bị Khóa").await);
    app.joined(&left, sides.makes, MemberRole::Member).await;
    app.joined(&locked, sides.makes, MemberRole::Member).await;
    let administrator = app.staff(StaffRole::Administrator, &[]).await;
    let id = sides.proposed(&sides.buyer).await;
    let tokens = [
        app.mailed_token(&left.email).await,
        app.mailed_token(&locked.email).await,
        app.mailed_token(&sides.maker.email).await,
        "x".to_owned(),
    ];

    let leave =
        "mutation($o: ID!, $a: ID!) { changeMember(organisation: $o, account: $a, role: null) { id } }";
    sides.maker.run(leave, json!({ "o": sides.makes, "a": left.account })).await.data("/changeMember");
    let disable = "mutation($a: ID!) { disableAccount(account: $a, disabled: true) { id } }";
    administrator.run(disable, json!({ "a": locked.account })).await.data("/disableAccount");
    let in_time = look(&app.guest(), &tokens[2]).await;
    pass(&app, &id).await;
    let expired = answer_link::ActiveModel {
        token_hash: Unchanged(accounts::digest_of(&tokens[2])),
        expires_at: Set(Utc::now() - Duration::hours(1)),
        ..Default::default()
    };
    expired.update(app.app.database.write()).await.unwrap();

    assert_eq!(in_time.data("/answerLink/isOpen"), true);
    for token in &tokens {
        assert_eq!(look(&app.guest(), token).await.data("/answerLink"), &Value::Null, "{token}");
        assert_eq!(tap(&app.guest(), token, true, None).await.problems(), ["token: LINK_INVALID"], "{token}");
    }
}

#[tokio::test]
async fn what_a_need_asks_stands_there_in_both_languages() {
    let app = TestApp::start().await;
    let mut sides = app.sides().await;
    let details = json!({ "minStars": 3, "quantityPerMonth": 1500.5, "unit": "kg", "months": [1, 11, 12],
        "priceCeiling": 90000, "deadline": "2099-12-31" });
    sides.need = app.open_need(&sides.buyer, sides.shop, "Miến", details).await;
    sides.proposed(&sides.buyer).await;

    let shown = look(&app.guest(), &app.mailed_token(&sides.maker.email).await).await;

    assert_eq!(
        shown.texts("/answerLink/terms", "vi"),
        [
            "Từ 3 sao OCOP trở lên.",
            "Cần 1.500,5 kg mỗi tháng.",
            "Cần hàng vào tháng 1, 11, 12.",
            "Giá không quá 90.000\u{a0}₫ một kg.",
            "Nhận chào hàng đến hết ngày 31/12/2099.",
        ]
    );
    assert_eq!(
        shown.texts("/answerLink/terms", "en"),
        [
            "At least 3 OCOP stars.",
            "Wanted: 1,500.5 kilogram a month.",
            "Wanted in months 1, 11, 12.",
            "At most 90,000\u{a0}₫ for one kilogram.",
            "Offers are welcome until 31/12/2099.",
        ]
    );
}

#[tokio::test]
async fn who_tries_links_is_stopped() {
    let app = TestApp::start().await;
    let guesser = app.guest().from([203, 0, 113, 9]);
    let mut allowed = 0;

    while look(&guesser, &format!("x{allowed}")).await.codes().is_empty() {
        allowed += 1;
        assert!(allowed < 100, "nobody stops it");
    }

    let tapped = tap(&guesser, "x", true, None).await;
    assert!(allowed >= 30, "{allowed}");
    assert_eq!(tapped.codes(), ["TOO_MANY_ATTEMPTS"]);
    assert_eq!(look(&app.guest(), "x").await.data("/answerLink"), &Value::Null, "others go on");
}
