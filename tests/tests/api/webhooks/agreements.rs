//! Programs are told what becomes of agreements, and of what is delivered under them.

use serde_json::{Value, json};
use server::{
    agreements::lapsing,
    deliveries::{asking, closing},
};
use shared::{AgreementStatus, StaffRole};
use tests::{Person, Sides, TestApp};

use super::{create, hook, rows, start};
use crate::{
    agreements::{decline, draft, one, propose, terms, update, withdraw},
    deliveries::{
        confirm,
        world::{Deal, day, deal},
    },
};

/// A webhook of each side and of the city, which are told everything; who is told what, in the order of time.
struct Listening {
    app: TestApp,
    sides: Sides,
    city: Person,
    /// Of the retailer, the producer and the city.
    hooks: [Value; 3],
}

impl Listening {
    async fn start() -> Self {
        let app = start().await;
        let sides = app.sides().await;
        let city = app.staff(StaffRole::Administrator, &[]).await;
        let url = "http://127.0.0.1:9/";
        let hooks = [
            hook(&sides.buyer, sides.shop, url).await.id,
            hook(&sides.maker, sides.makes, url).await.id,
            hook(&city, None, url).await.id,
        ];
        Self { app, sides, city, hooks }
    }

    /// What each was told of agreements, by kind and state.
    async fn told(&self) -> [Vec<String>; 3] {
        let rows = rows(&self.app).await;
        self.hooks.each_ref().map(|hook| {
            let own = rows.iter().filter(|row| json!(row.webhook_id) == *hook);
            let bodies = own.map(|row| serde_json::from_str::<Value>(&row.body).unwrap());
            let of_agreements = bodies.filter(|body| !body["agreement"].is_null());
            of_agreements.map(|body| in_short(&body)).collect()
        })
    }
}

/// `AGREEMENT_DRAFTED DRAFT`, or with the state of the check.
fn in_short(body: &Value) -> String {
    let state = body["deliveryCheck"]["state"].as_str().or(body["agreement"]["status"].as_str()).unwrap();
    format!("{} {state}", body["kind"].as_str().unwrap())
}

/// What somebody has drafted with whole terms.
async fn drafted(sides: &Sides, by: &Person) -> Value {
    let it = draft(by, &sides.met().await).await.data("/it").clone();
    update(by, &it, terms(&sides.product)).await.data("/it").clone()
}

#[tokio::test]
async fn a_draft_is_told_to_its_own_side_and_what_was_sent_to_both_and_the_city() {
    let world = Listening::start().await;
    let sides = &world.sides;

    let it = drafted(sides, &sides.buyer).await;
    let of_draft = world.told().await;
    propose(&sides.buyer, &it).await.data("/it");
    decline(&sides.maker, &it["id"], "Giá thấp").await.data("/it");

    assert_eq!(of_draft, [vec!["AGREEMENT_DRAFTED DRAFT".to_owned()], vec![], vec![]]);
    let sent = ["AGREEMENT_PROPOSED WAITS_FOR_PRODUCER", "AGREEMENT_DECLINED DECLINED"];
    let [shop, maker, city] = world.told().await;
    assert_eq!(shop[1..], sent);
    assert_eq!((maker, city), (sent.map(str::to_owned).to_vec(), sent.map(str::to_owned).to_vec()));
}

#[tokio::test]
async fn a_draft_that_is_taken_back_is_told_to_its_own_side_alone() {
    let world = Listening::start().await;
    let sides = &world.sides;

    let it = drafted(sides, &sides.maker).await;
    withdraw(&sides.maker, &it["id"]).await.data("/it");
    let introduction = &it["introduction"]["id"];
    draft(&world.city, introduction).await.data("/it");

    let own = ["AGREEMENT_DRAFTED DRAFT", "AGREEMENT_WITHDRAWN WITHDRAWN"].map(str::to_owned).to_vec();
    let of_staff = vec!["AGREEMENT_DRAFTED DRAFT".to_owned()];
    assert_eq!(world.told().await, [vec![], own, of_staff]);
}

#[tokio::test]
async fn what_is_told_has_ids_and_states_and_no_words() {
    let world = Listening::start().await;
    let sides = &world.sides;
    let it = propose(&sides.buyer, &drafted(sides, &sides.buyer).await).await.data("/it").clone();

    let rows = rows(&world.app).await;
    let sent = rows.iter().find(|row| row.kind.as_str() == "agreement_proposed").unwrap();
    let body: Value = serde_json::from_str(&sent.body).unwrap();
    let answer_by = "query($id: ID!) { agreement(id: $id) { answerBy } }";
    let read = sides.buyer.run(answer_by, json!({ "id": it["id"] })).await;
    let instant = |value: &Value| value.as_str().unwrap().parse::<chrono::DateTime<chrono::Utc>>().unwrap();

    let expected = json!({
        "id": sent.id,
        "kind": "AGREEMENT_PROPOSED",
        "at": body["at"],
        "introduction": null,
        "agreement": {
            "id": it["id"],
            "kind": it["kind"],
            "status": "WAITS_FOR_PRODUCER",
            "version": 1,
            "retailer": sides.shop,
            "producer": sides.makes,
            "introduction": it["introduction"]["id"],
            "follows": null,
            "answerBy": body["agreement"]["answerBy"],
        },
    });
    assert_eq!(body, expected);
    let told = instant(&body["agreement"]["answerBy"]);
    assert!((told - instant(read.data("/agreement/answerBy"))).num_seconds().abs() < 1);
    for row in &rows {
        assert!(!row.body.contains("Thử") && !row.body.contains("Mời"), "{}", row.body);
    }
    assert_eq!(one(&sides.maker, &it["id"]).await.data("/it/status"), "WAITS_FOR_PRODUCER");
}

#[tokio::test]
async fn a_program_is_told_when_a_side_answers_and_when_the_two_differ() {
    let world = Listening::start().await;
    let sides = &world.sides;
    let signed = deal(sides).sign(&world.app).await;
    let id = signed.asked(&world.app).await;

    confirm(&sides.maker, id, json!({ "outcome": "AS_AGREED" })).await.data("/confirmDelivery");
    let nothing = json!({ "outcome": "NOTHING", "problem": "LATE", "note": "Chưa thấy hàng" });
    confirm(&sides.buyer, id, nothing).await.data("/confirmDelivery");
    confirm(&sides.buyer, id, json!({ "outcome": "AS_AGREED" })).await.data("/confirmDelivery");

    let all = ["DELIVERY_ANSWERED ASKED", "DELIVERY_DISPUTED DISPUTED", "DELIVERY_SETTLED CONFIRMED"];
    let all = all.map(str::to_owned).to_vec();
    assert_eq!(world.told().await, [all.clone(), all.clone(), all]);
    for row in rows(&world.app).await {
        let body: Value = serde_json::from_str(&row.body).unwrap();
        assert_eq!(body["deliveryCheck"]["id"], json!(id));
        assert_eq!(body["deliveryCheck"]["kind"], "FIRST_MONTH");
        assert_eq!(body["agreement"]["id"], json!(signed.id));
        assert!(
            !row.body.contains("NOTHING") && !row.body.contains("hàng"),
            "what they say is theirs: {}",
            row.body
        );
    }
}

#[tokio::test]
async fn what_time_does_is_told_too() {
    let world = Listening::start().await;
    let over = Deal { term: (-60, -1), ..deal(&world.sides) };
    over.sign(&world.app).await;
    let waiting = Deal { status: AgreementStatus::WaitsForProducer, signed: -40, ..deal(&world.sides) };
    waiting.sign(&world.app).await;
    let upcoming = shared::DeliveryCheckState::Upcoming;
    let asked = deal(&world.sides).sign(&world.app).await;
    asked.check(&world.app, shared::DeliveryCheckKind::FirstMonth, upcoming, (-30, -1)).await;

    lapsing::write_all_down(&world.app.app).await.unwrap();
    asking::ask_all(&world.app.app, day(0)).await.unwrap();
    closing::close_all(&world.app.app, day(14)).await.unwrap();

    let all = [
        "AGREEMENT_LAPSED LAPSED",
        "AGREEMENT_ENDED ENDED",
        "DELIVERY_ASKED ASKED",
        "DELIVERY_SILENT SILENT",
    ];
    let all = all.map(str::to_owned).to_vec();
    assert_eq!(world.told().await, [all.clone(), all.clone(), all]);
}

#[tokio::test]
async fn who_has_chosen_kinds_is_told_those_and_nothing_new() {
    let app = start().await;
    let sides = app.sides().await;
    let url = "http://127.0.0.1:9/";
    let old = json!(["PROPOSED", "HALF_ACCEPTED", "ACCEPTED", "DECLINED", "WITHDRAWN", "LAPSED", "MESSAGE"]);
    let old = create(&sides.buyer, json!({ "organisation": sides.shop, "url": url, "kinds": old })).await;
    let signed = json!({ "organisation": sides.makes, "url": url, "kinds": ["AGREEMENT_DECLINED"] });
    let chosen = create(&sides.maker, signed).await;
    let it = propose(&sides.buyer, &drafted(&sides, &sides.buyer).await).await.data("/it").clone();
    decline(&sides.maker, &it["id"], "Giá thấp").await.data("/it");

    let kinds_of = async |created: &tests::Answer| -> Vec<&'static str> {
        let id = created.data("/createWebhook/webhook/id").clone();
        let rows = rows(&app).await;
        rows.iter().filter(|row| json!(row.webhook_id) == id).map(|row| row.kind.as_str()).collect()
    };

    assert_eq!(kinds_of(&old).await, ["proposed", "accepted"]);
    assert_eq!(kinds_of(&chosen).await, ["agreement_declined"]);
}
