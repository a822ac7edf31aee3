//! Sending, changing, confirming, declining, withdrawing and ending.

use futures::future;
use serde_json::json;
use server::changes;
use shared::{MemberRole, StaffRole};
use tests::TestApp;

use super::*;

#[tokio::test]
async fn a_side_that_sends_it_stands_by_it_and_the_other_confirms() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let it = proposed(&sides).await;

    let own = sign(&sides.buyer, &it["id"], 1).await;
    let signed = sign(&sides.maker, &it["id"], 1).await;
    let again = sign(&sides.maker, &it["id"], 1).await;

    assert_eq!((&it["status"], &it["version"]["note"]), (&json!("WAITS_FOR_PRODUCER"), &json!("Mời xem")));
    assert!(it["version"]["retailerSignedAt"].is_string() && it["version"]["producerSignedAt"].is_null());
    assert_eq!(own.problems(), ["id: NOT_POSSIBLE_NOW"]);
    let it = signed.data("/it");
    assert_eq!(it["status"], "SIGNED");
    assert!(it["version"]["producerSignedAt"].is_string(), "{it}");
    assert!(it["number"].as_str().unwrap().ends_with("/BBGT") && it["signedOn"].is_string(), "{it}");
    assert_eq!(it["actions"], json!(["TERMINATE", "RENEW", "AMEND"]));
    assert_eq!(again.problems(), ["id: NOT_POSSIBLE_NOW"]);
    assert_eq!(actions(&app, &it["id"]).await, ["drafted", "updated", "proposed", "signed"]);
}

#[tokio::test]
async fn nobody_confirms_for_the_other_side() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let (city, stranger) = (app.staff(StaffRole::CityStaff, &[]).await, app.person("Người Lạ").await);
    let it = proposed(&sides).await;
    let as_producer = json!({ "id": it["id"], "v": 1, "p": true });

    let by_staff = sign(&city, &it["id"], 1).await;
    let declined = decline(&city, &it["id"], "Không").await;
    let by_stranger = sign(&stranger, &it["id"], 1).await;
    let operation = "signAgreement(id: $id, version: $v, asProducer: $p)";
    let for_other = run(&sides.buyer, operation, "$id: ID!, $v: Int!, $p: Boolean", as_producer).await;
    let query = "mutation($id: ID!) { signAgreement(id: $id, version: 1) { id } }";
    let by_guest = app.guest().run(query, json!({ "id": it["id"] })).await;

    assert_eq!((by_staff.codes(), declined.codes()), (vec!["FORBIDDEN"], vec!["FORBIDDEN"]));
    assert_eq!(by_stranger.codes(), ["NOT_FOUND"]);
    assert_eq!(for_other.codes(), ["FORBIDDEN"]);
    assert_eq!(by_guest.codes(), ["UNAUTHENTICATED"]);
    assert_eq!(one(&sides.maker, &it["id"]).await.data("/it/status"), "WAITS_FOR_PRODUCER");
}

#[tokio::test]
async fn who_belongs_to_both_sides_says_for_which_they_confirm() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let both = app.person("Người Hai Bên").await;
    app.joined(&both, sides.shop, MemberRole::Member).await;
    app.joined(&both, sides.makes, MemberRole::Member).await;
    let it = proposed(&sides).await;

    let party = one(&both, &it["id"]).await.data("/it/viewerParty").clone();
    let signed = sign(&both, &it["id"], 1).await;

    assert_eq!(party, "PRODUCER");
    assert_eq!(signed.data("/it/status"), "SIGNED");
}

#[tokio::test]
async fn nobody_confirms_a_version_they_have_not_read() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let it = proposed(&sides).await;
    let mut dearer = terms(&sides.product);
    dearer["lines"][0]["price"] = json!(60_000);

    let countered = counter(&sides.maker, &it, dearer).await;
    let stale = sign(&sides.buyer, &it["id"], 1).await;
    let to_come = sign(&sides.buyer, &it["id"], 3).await;
    let signed = sign(&sides.buyer, &it["id"], 2).await;

    let it = countered.data("/it");
    assert_eq!((&it["status"], &it["version"]["number"]), (&json!("WAITS_FOR_RETAILER"), &json!(2)));
    assert_eq!(
        it["versions"],
        json!([{ "number": 1, "writtenBy": "RETAILER" }, { "number": 2, "writtenBy": "PRODUCER" }])
    );
    assert_eq!((stale.codes(), to_come.codes()), (vec!["CONFLICT"], vec!["CONFLICT"]));
    let it = signed.data("/it");
    assert_eq!(it["version"]["lines"][0]["price"], 60_000);
    assert!(it["version"]["producerSignedAt"].is_string() && it["version"]["retailerSignedAt"].is_string());
    assert_eq!(actions(&app, &it["id"]).await, ["drafted", "updated", "proposed", "countered", "signed"]);
}

#[tokio::test]
async fn of_two_who_change_it_at_once_one_is_told_so() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let it = drafted(&sides, &sides.buyer).await;

    let (one, other) = future::join(
        update(&sides.buyer, &it, terms(&sides.product)),
        update(&sides.buyer, &it, terms(&sides.product)),
    )
    .await;

    let mut codes = [one.codes(), other.codes()].concat();
    codes.sort_unstable();
    assert_eq!(codes, ["CONFLICT"]);
}

#[tokio::test]
async fn what_staff_send_needs_both_sides() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let it = propose(&city, &drafted(&sides, &city).await).await.data("/it").clone();

    let half = sign(&sides.maker, &it["id"], 1).await;
    let whole = sign(&sides.buyer, &it["id"], 1).await;

    assert_eq!((&it["status"], &it["viewerParty"]), (&json!("WAITS_FOR_BOTH"), &json!("STAFF")));
    assert_eq!(half.data("/it/status"), "WAITS_FOR_RETAILER");
    assert_eq!(whole.data("/it/status"), "SIGNED");
    let expected = ["drafted", "updated", "proposed", "half_signed", "signed"];
    assert_eq!(actions(&app, &it["id"]).await, expected);
}

#[tokio::test]
async fn who_declines_or_ends_it_says_why_and_the_log_does_not_repeat_it() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let (first, second) = (proposed(&sides).await, app.sides().await);
    let holds = signed(&second).await;

    let unfounded = decline(&sides.maker, &first["id"], " ").await;
    let declined = decline(&sides.maker, &first["id"], "Chị Hoa nói giá thấp").await;
    let terminated = terminate(&second.buyer, &holds["id"], "Anh Bình nghỉ bán").await;

    assert_eq!(unfounded.problems(), ["reason: MISSING"]);
    let it = declined.data("/it");
    assert_eq!((&it["status"], &it["settledBy"]), (&json!("DECLINED"), &json!("PRODUCER")));
    assert_eq!(it["settledBecause"], "Chị Hoa nói giá thấp");
    let it = terminated.data("/it");
    assert_eq!((&it["status"], &it["settledBy"]), (&json!("TERMINATED"), &json!("RETAILER")));
    for (id, name) in [(&first["id"], "Hoa"), (&holds["id"], "Bình")] {
        let log = changes::of(app.app.database.read(), "agreement", id.as_str().unwrap()).await.unwrap();
        let told = format!("{log:?}");
        assert!(!told.contains(name) && !told.contains("kho bên mua") && !told.contains("Mời xem"), "{told}");
    }
}

#[tokio::test]
async fn only_who_sent_it_takes_it_back() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let it = proposed(&sides).await;

    let by_other = withdraw(&sides.maker, &it["id"]).await;
    let by_own = withdraw(&sides.buyer, &it["id"]).await;

    assert_eq!(by_other.problems(), ["id: NOT_POSSIBLE_NOW"]);
    assert_eq!(by_own.data("/it/status"), "WITHDRAWN");
}

#[tokio::test]
async fn what_is_not_whole_is_not_sent() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let it = draft(&sides.buyer, &sides.met().await).await.data("/it").clone();
    let empty = json!({ "kind": "MOU", "lines": [], "producer": { "name": "" } });
    let it = update(&sides.buyer, &it, empty).await.data("/it").clone();

    let sent = propose(&sides.buyer, &it).await;
    let mut backwards = terms(&sides.product);
    backwards["endsOn"] = json!("2039-12-31");
    backwards["lines"][1]["unit"] = json!("không có");
    let wrong = update(&sides.buyer, &it, backwards).await;

    assert_eq!(
        sent.problems(),
        [
            "terms.producer.name: MISSING",
            "terms.lines: MISSING",
            "terms.startsOn: MISSING",
            "terms.endsOn: MISSING"
        ]
    );
    assert_eq!(wrong.problems(), ["terms.endsOn: WRONG_ORDER", "terms.lines.1.unit: NOT_OFFERED"]);
}

#[tokio::test]
async fn what_lines_promise_adds_up() {
    let app = TestApp::start().await;
    let sides = app.sides().await;

    let it = proposed(&sides).await;

    let values = |line: usize| {
        (&it["version"]["lines"][line]["promised"], &it["version"]["lines"][line]["promisedValue"])
    };
    assert_eq!(values(0), (&json!(1_440), &json!(72_000_000)));
    assert_eq!(values(1), (&json!(20), &json!(600_020)));
    assert_eq!(it["promisedValue"], 72_600_020);
    assert_eq!(it["productNames"], json!(["Miến dong (mẫu)", "Bún khô (mẫu)"]));
}
