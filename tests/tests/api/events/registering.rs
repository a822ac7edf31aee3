//! Registering for an event: who may, who decides, who waits, and what of it others see.

use serde_json::{Value, json};
use shared::OrganisationId;
use tests::{Person, TestApp};

use super::{Fair, withdraw};

/// Verified retailers.
async fn shops(app: &TestApp, names: &[&str]) -> Vec<(Person, OrganisationId)> {
    let mut shops = Vec::new();
    for name in names {
        let person = app.person(name).await;
        let sells = json!({ "name": format!("{name} (mẫu)"), "isProducer": false, "isRetailer": true });
        let id = app.verified(&person, sells).await;
        shops.push((person, id));
    }
    shops
}

async fn told(person: &Person) -> Vec<String> {
    let answer =
        person.run("{ notifications(first: 20) { nodes { kind event { name } } } }", json!({})).await;
    answer.texts("/notifications/nodes", "kind")
}

#[tokio::test]
async fn an_organisation_asks_and_staff_decide() {
    let fair = Fair::ahead(Some(5)).await;
    let [(person, shop)] = &shops(&fair.app, &["Cửa hàng A"]).await[..] else { panic!("one shop") };

    let asked = fair.register(person, *shop, "RETAILER").await;
    let participant = asked.data("/it");
    assert_eq!((&participant["status"], &participant["code"]), (&json!("ASKED"), &Value::Null));
    assert_eq!(fair.register(person, *shop, "RETAILER").await.problems(), ["organisation: NOT_POSSIBLE_NOW"]);

    let decided = fair.decide(&[&participant["id"]], None).await;
    assert_eq!(decided.data("/it/sides/0/approved"), 1);
    let own = fair.seen_by(person).await.data("/it/own/0").clone();
    assert_eq!(own["status"], "APPROVED");
    assert_eq!(own["code"].as_str().map(str::len), Some(8));
    assert_eq!(told(person).await, ["EVENT_APPROVED"]);
    let badge =
        "query($id: ID!) { event(id: $id) { own { badge { size path text } } } ownEvents { event { id } } }";
    let badge = person.run(badge, json!({ "id": fair.event })).await;
    let text = badge.data("/event/own/0/badge/text").as_str().unwrap();
    assert!(text.ends_with(&format!("/diem-danh?ma={}", own["code"].as_str().unwrap())), "{text}");
    assert!(badge.data("/event/own/0/badge/path").as_str().unwrap().starts_with("M0 0h7"));
    assert_eq!(badge.data("/ownEvents/0/event/id"), &fair.event);
}

#[tokio::test]
async fn who_finds_no_place_waits_and_comes_in_when_one_is_free() {
    let fair = Fair::ahead(Some(1)).await;
    let shops = shops(&fair.app, &["Cửa hàng A", "Cửa hàng B", "Cửa hàng C"]).await;
    let mut asked = Vec::new();
    for (person, shop) in &shops {
        asked.push(fair.register(person, *shop, "RETAILER").await.data("/it/id").clone());
    }

    // In the order in which they asked, whatever order staff name them in.
    let decided = fair.decide(&[&asked[2], &asked[1], &asked[0]], None).await;
    assert_eq!(
        decided.data("/it/sides/0"),
        &json!({ "side": "RETAILER", "places": 1, "approved": 1, "waiting": 2, "asked": 0, "arrived": 0 })
    );
    let place = async |of: usize| {
        let own = fair.seen_by(&shops[of].0).await.data("/it/own/0").clone();
        (own["status"].clone(), own["queuePlace"].clone())
    };
    assert_eq!(place(0).await, (json!("APPROVED"), Value::Null));
    assert_eq!(place(1).await, (json!("WAITING"), json!(1)));
    assert_eq!(place(2).await, (json!("WAITING"), json!(2)));
    assert_eq!(told(&shops[2].0).await, ["EVENT_QUEUED"]);

    assert_eq!(withdraw(&shops[0].0, &asked[0]).await.data("/it/status"), "WITHDRAWN");
    assert_eq!(place(1).await, (json!("APPROVED"), Value::Null));
    assert_eq!(place(2).await, (json!("WAITING"), json!(1)));
    assert_eq!(told(&shops[1].0).await, ["EVENT_APPROVED", "EVENT_QUEUED"]);

    // More places let in who waits.
    let update = "mutation($id: ID!, $v: Int!, $i: EventInput!) { updateEvent(id: $id, version: $v, input: $i) { id } }";
    let event = fair.read().await;
    let input = json!({ "name": event["name"], "kind": "TRADE_CONFERENCE", "startsOn": event["startsOn"], "retailerPlaces": 2 });
    fair.staff
        .run(update, json!({ "id": fair.event, "v": event["version"], "i": input }))
        .await
        .data("/updateEvent/id");
    assert_eq!(place(2).await, (json!("APPROVED"), Value::Null));

    // Who withdrew can ask again, from the end.
    let again = fair.register(&shops[0].0, shops[0].1, "RETAILER").await;
    assert_eq!(again.data("/it/status"), "ASKED");
}

#[tokio::test]
async fn who_is_declined_reads_why_and_gives_the_place_to_the_next() {
    let fair = Fair::ahead(Some(1)).await;
    let shops = shops(&fair.app, &["Cửa hàng A", "Cửa hàng B"]).await;
    let first = fair.approved(shops[0].1, "RETAILER").await;
    let second = fair.register(&fair.staff, shops[1].1, "RETAILER").await;
    assert_eq!(second.data("/it/status"), "WAITING");

    assert_eq!(fair.decide(&[&first["id"]], Some(" ")).await.problems(), ["reason: MISSING"]);
    fair.decide(&[&first["id"]], Some("Chưa đủ hồ sơ")).await.data("/it");

    let own = fair.seen_by(&shops[0].0).await.data("/it/own/0").clone();
    assert_eq!((&own["status"], &own["reason"]), (&json!("DECLINED"), &json!("Chưa đủ hồ sơ")));
    assert_eq!(fair.seen_by(&shops[1].0).await.data("/it/own/0/status"), "APPROVED");
}

#[tokio::test]
async fn only_verified_organisations_register_and_only_as_what_they_are() {
    let fair = Fair::ahead(None).await;
    let [(person, shop)] = &shops(&fair.app, &["Cửa hàng A"]).await[..] else { panic!("one shop") };
    let stranger = fair.app.person("Người Lạ").await;
    let unverified =
        fair.app.registered(&stranger, json!({ "name": "Cửa hàng mới (mẫu)", "isRetailer": true })).await;

    assert_eq!(fair.register(person, *shop, "PRODUCER").await.problems(), ["side: NOT_OFFERED"]);
    assert_eq!(fair.register(person, *shop, "STAFF").await.problems(), ["side: NOT_OFFERED"]);
    assert_eq!(fair.register(&stranger, *shop, "RETAILER").await.codes(), ["FORBIDDEN"]);
    assert_eq!(
        fair.register(&stranger, unverified, "RETAILER").await.problems(),
        ["organisation: NOT_VERIFIED"]
    );
    fair.moved("CLOSE").await;
    assert_eq!(fair.register(person, *shop, "RETAILER").await.problems(), ["event: NOT_POSSIBLE_NOW"]);
    // Staff still can: somebody telephones.
    fair.approved(*shop, "RETAILER").await;
}

#[tokio::test]
async fn the_world_sees_who_comes_and_nothing_else_of_them() {
    let fair = Fair::ahead(None).await;
    let shops = shops(&fair.app, &["Cửa hàng A", "Cửa hàng B"]).await;
    fair.approved(shops[0].1, "RETAILER").await;
    fair.register(&shops[1].0, shops[1].1, "RETAILER").await.data("/it");
    let stranger = fair.app.person("Người Lạ").await;

    let seen = fair.participants(&stranger).await;
    assert_eq!(seen["totalCount"], 1);
    let one = &seen["nodes"][0];
    assert_eq!((&one["name"], &one["status"]), (&json!("Cửa hàng A (mẫu)"), &json!("APPROVED")));
    for hidden in ["note", "code", "checkedInAt", "meetingCount", "reason"] {
        assert_eq!(one[hidden], Value::Null, "{hidden}");
    }
    let all = fair.participants(&fair.staff).await;
    assert_eq!(all["totalCount"], 2);
    assert_eq!(all["nodes"][1]["note"], "Mang hàng mẫu");
    assert_eq!(withdraw(&stranger, &all["nodes"][0]["id"]).await.codes(), ["NOT_FOUND"]);

    let origins = "query($id: ID!) { event(id: $id) { origins { province { code } retailers producers } \
        participants(search: \"cua hang a\", side: RETAILER) { totalCount } none: participants(province: \"99\") { totalCount } } }";
    let origins = fair.app.guest().run(origins, json!({ "id": fair.event })).await;
    assert_eq!(origins.data("/event/origins/0/retailers"), 1);
    assert_eq!(origins.data("/event/participants/totalCount"), 1);
    assert_eq!(origins.data("/event/none/totalCount"), 0);
}

#[tokio::test]
async fn participants_hear_that_an_event_does_not_take_place() {
    let fair = Fair::ahead(None).await;
    let shops = shops(&fair.app, &["Cửa hàng A"]).await;
    fair.register(&shops[0].0, shops[0].1, "RETAILER").await.data("/it");

    assert_eq!(fair.moved("CANCEL").await.data("/it/status"), "CANCELLED");

    assert_eq!(told(&shops[0].0).await, ["EVENT_CANCELLED"]);
    let mails = fair.app.mails_to(&shops[0].0.email).await;
    assert!(mails.iter().any(|mail| mail.contains("đã bị huỷ")), "{mails:?}");
}
