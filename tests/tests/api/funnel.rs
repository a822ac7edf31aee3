//! How far introductions came, and that every figure opens its rows.

use chrono::Utc;
use sea_orm::EntityTrait;
use serde_json::{Value, json};
use server::{entities::event, statements::counted};
use shared::{AgreementFollows, AgreementStatus, DeliveryCheckKind, DeliveryCheckState, StaffRole};
use tests::{Person, Sides, TestApp};

use crate::deliveries::world::{Deal, Signed, deal};

const COUNTS: &str =
    "introduced proposed signed delivered repeated lapsed promisedValue confirmedValue linesWithoutPrice";
const STEPS: [&str; 6] = ["INTRODUCED", "PROPOSED", "SIGNED", "DELIVERED", "REPEATED", "LAPSED"];
const FIELDS: [&str; 6] = ["introduced", "proposed", "signed", "delivered", "repeated", "lapsed"];
const ALL: [&str; 7] = ["EVENT", "PROVINCE", "FORMER_PROVINCE", "GROUP", "YEAR", "RETAILER", "PRODUCER"];
const ROWS: &str = "query($by: FunnelBy!, $k: String, $s: FunnelStep!, $f: FunnelFilter, $n: Int, $a: String) { \
    funnelRows(by: $by, key: $k, step: $s, filter: $f, first: $n, after: $a) { totalCount pageInfo { hasNextPage endCursor } \
    nodes { introduction { id } agreement { id } retailerName producerName productName beganOn step promisedValue confirmedValue } } }";

async fn funnel(person: &Person, by: &str, filter: Value) -> Value {
    let query = format!(
        "query($by: FunnelBy!, $f: FunnelFilter) {{ agreementFunnel(by: $by, filter: $f) {{ total {{ {COUNTS} }} \
         buckets {{ key label counts {{ {COUNTS} }} }} medians {{ introducedToProposed proposedToSigned \
         signedToDelivered deliveredToRepeated }} survival {{ month watched share }} }} }}"
    );
    let answer = person.run(&query, json!({ "by": by, "f": filter })).await;
    answer.data("/agreementFunnel").clone()
}

async fn rows(person: &Person, by: &str, key: Option<&str>, step: &str) -> Value {
    let answer = person.run(ROWS, json!({ "by": by, "k": key, "s": step, "n": 100 })).await;
    answer.data("/funnelRows").clone()
}

/// A check in which both sides have said the same.
async fn delivered(app: &TestApp, sides: &Sides, signed: Signed, kind: DeliveryCheckKind, days: (i64, i64)) {
    // It is asked today, whatever it is about.
    let id = signed.check(app, kind, DeliveryCheckState::Asked, days).await;
    let confirm =
        "mutation($id: ID!) { confirmDelivery(check: $id, answer: { outcome: AS_AGREED }) { state } }";
    for side in [&sides.buyer, &sides.maker] {
        side.run(confirm, json!({ "id": id })).await.data("/confirmDelivery");
    }
}

/// One of each kind of history.
async fn histories(app: &TestApp) -> Sides {
    let sides = app.sides().await;
    let met = sides.met().await;
    let introduction = met.as_str().map(|id| id.parse().unwrap());
    let signed = Deal { introduction, ..deal(&sides) }.sign(app).await;
    delivered(app, &sides, signed, DeliveryCheckKind::FirstMonth, (-30, -5)).await;
    delivered(app, &sides, signed, DeliveryCheckKind::ThirdMonth, (-4, -1)).await;
    // Without an introduction: over with nothing delivered, declined, and without a price at an event.
    let ended = Deal { status: AgreementStatus::Ended, term: (-200, -100), signed: -210, ..deal(&sides) };
    ended.sign(app).await;
    Deal { status: AgreementStatus::Declined, ..deal(&sides) }.sign(app).await;
    let events = event::Entity::find().all(app.app.database.read()).await.unwrap();
    let at_event = Deal { event: events.first().map(|event| event.id), price: None, ..deal(&sides) };
    at_event.sign(app).await;
    sides
}

#[tokio::test]
async fn every_figure_opens_its_rows_and_adds_up() {
    let app = TestApp::start().await;
    histories(&app).await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;

    for by in ALL {
        let funnel = funnel(&city, by, Value::Null).await;
        let buckets = funnel["buckets"].as_array().unwrap();
        assert_eq!(funnel["total"]["introduced"], 4, "{funnel}");
        for field in COUNTS.split_whitespace() {
            let sum: i64 = buckets.iter().map(|bucket| bucket["counts"][field].as_i64().unwrap()).sum();
            assert_eq!(sum, funnel["total"][field].as_i64().unwrap(), "{field} by {by}");
        }
        let headed = buckets.iter().map(|bucket| (bucket["key"].as_str(), &bucket["counts"]));
        for (key, counts) in headed.chain([(None, &funnel["total"])]) {
            for (step, field) in STEPS.iter().zip(FIELDS) {
                let found = rows(&city, by, key, step).await;
                assert_eq!(found["totalCount"], counts[field], "{field} of {key:?} by {by}");
                assert_eq!(found["nodes"].as_array().unwrap().len() as u64, counts[field].as_u64().unwrap());
            }
            let of_key = rows(&city, by, key, "INTRODUCED").await;
            for (field, value) in [("promisedValue", "promisedValue"), ("confirmedValue", "confirmedValue")] {
                let nodes = of_key["nodes"].as_array().unwrap();
                let sum: i64 = nodes.iter().filter_map(|row| row[value].as_i64()).sum();
                assert_eq!(sum, counts[field].as_i64().unwrap(), "{field} of {key:?} by {by}");
            }
        }
    }
}

#[tokio::test]
async fn steps_medians_and_survival_tell_what_became_of_each() {
    let app = TestApp::start().await;
    let sides = histories(&app).await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;

    let funnel = funnel(&city, "EVENT", Value::Null).await;

    let total = &funnel["total"];
    let counts: Vec<i64> = FIELDS.iter().map(|field| total[field].as_i64().unwrap()).collect();
    assert_eq!(counts, [4, 4, 3, 1, 1, 2]);
    assert_eq!(total["linesWithoutPrice"], 1);
    assert!(total["confirmedValue"].as_i64().unwrap() > 0);
    assert!(total["promisedValue"].as_i64().unwrap() > total["confirmedValue"].as_i64().unwrap());
    let labels: Vec<bool> =
        funnel["buckets"].as_array().unwrap().iter().map(|bucket| bucket["label"].is_string()).collect();
    assert_eq!(labels, [true, false], "what belongs to no event stands last");
    let medians = &funnel["medians"];
    assert_eq!((&medians["proposedToSigned"], &medians["deliveredToRepeated"]), (&json!(4), &json!(4)));
    assert_eq!(funnel["survival"][0], json!({ "month": 0, "watched": 3, "share": 1000 }));
    let steps = rows(&city, "YEAR", None, "SIGNED").await;
    let mut steps: Vec<&str> =
        steps["nodes"].as_array().unwrap().iter().map(|row| row["step"].as_str().unwrap()).collect();
    steps.sort_unstable();
    assert_eq!(steps, ["LAPSED", "REPEATED", "SIGNED"]);
    let met = rows(&city, "YEAR", None, "REPEATED").await;
    assert_eq!(met["nodes"][0]["retailerName"], "Siêu thị Thử (mẫu)");
    assert!(
        met["nodes"][0]["introduction"]["id"].is_string() && met["nodes"][0]["agreement"]["id"].is_string()
    );
    drop(sides);
}

#[tokio::test]
async fn what_follows_an_agreement_stands_in_its_row_and_is_not_promised_twice() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let first = Deal { status: AgreementStatus::Superseded, ..deal(&sides) };
    let whole = Deal { status: AgreementStatus::Signed, ..first.clone() };
    let first = first.sign(&app).await;
    let before = funnel(&city, "YEAR", Value::Null).await;
    let amends = Some((first.id, AgreementFollows::Amendment));
    let second = Deal { follows: amends, term: (0, 334), signed: -1, ..whole.clone() }.sign(&app).await;
    let after = funnel(&city, "YEAR", Value::Null).await;
    let renews = Some((second.id, AgreementFollows::Renewal));
    Deal { follows: renews, term: (335, 400), signed: -1, ..whole }.sign(&app).await;

    let renewed = rows(&city, "YEAR", None, "SIGNED").await;

    assert_eq!((&before["total"]["signed"], &after["total"]["signed"]), (&json!(1), &json!(1)));
    assert_eq!(before["total"]["promisedValue"], after["total"]["promisedValue"]);
    assert_eq!(renewed["totalCount"], 1);
    assert_eq!(
        renewed["nodes"][0]["step"], "SIGNED",
        "a renewal of what was never delivered repeats nothing"
    );
}

#[tokio::test]
async fn people_count_their_own_and_rows_come_in_pages() {
    let app = TestApp::start().await;
    let sides = histories(&app).await;
    let stranger = app.person("Người Lạ").await;
    let ask = "query($f: FunnelFilter) { agreementFunnel(by: YEAR, filter: $f) { total { introduced } } }";

    let own = funnel(&sides.buyer, "YEAR", json!({ "organisation": sides.shop })).await;
    let page = json!({ "by": "YEAR", "s": "INTRODUCED", "f": { "organisation": sides.makes }, "n": 3 });
    let first = sides.maker.run(ROWS, page.clone()).await;
    let mut next = page;
    next["a"] = first.data("/funnelRows/pageInfo/endCursor").clone();
    let second = sides.maker.run(ROWS, next).await;

    assert_eq!(own["total"]["introduced"], 4);
    assert_eq!(first.data("/funnelRows/pageInfo/hasNextPage"), true);
    assert_eq!(second.data("/funnelRows/nodes").as_array().unwrap().len(), 1);
    for (who, filter) in [
        (&sides.buyer, Value::Null),
        (&sides.buyer, json!({ "organisation": sides.makes })),
        (&stranger, json!({ "organisation": sides.makes })),
    ] {
        assert_eq!(who.run(ask, json!({ "f": filter })).await.codes(), ["FORBIDDEN"]);
    }
    let year = Utc::now().format("%Y").to_string().parse::<i32>().unwrap() + 1;
    let later = funnel(&sides.buyer, "YEAR", json!({ "organisation": sides.shop, "years": [year] })).await;
    assert_eq!((&later["total"]["introduced"], &later["buckets"]), (&json!(0), &json!([])));
}

#[tokio::test]
async fn thirty_agreements_need_as_many_statements_as_three() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let ask = async || {
        let (counts, _) = counted(funnel(&city, "GROUP", Value::Null)).await;
        let (of_rows, _) = counted(rows(&city, "GROUP", None, "SIGNED")).await;
        (counts, of_rows)
    };
    for _ in 0..3 {
        let signed = deal(&sides).sign(&app).await;
        signed.asked(&app).await;
    }
    let few = ask().await;
    for _ in 0..27 {
        let signed = deal(&sides).sign(&app).await;
        signed.asked(&app).await;
    }
    let many = ask().await;

    assert!(many.0 <= few.0 && many.1 <= few.1 && many.0 <= 20, "{few:?} {many:?}");
}
