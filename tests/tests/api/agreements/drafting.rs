//! Beginning an agreement.

use serde_json::json;
use shared::StaffRole;
use tests::TestApp;

use super::*;

#[tokio::test]
async fn a_draft_has_what_both_have_said_and_nothing_else() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let wants =
        json!({ "quantityPerMonth": 200, "unit": "kg", "months": [9, 10, 11], "priceCeiling": 80_000 });
    let need = app.open_need(&sides.buyer, sides.shop, "Miến để bán", wants).await;
    let details = json!({ "description": "Để thử", "months": [10, 11, 12], "leadTimeDays": 3, "creditDays": 15,
        "vatInvoice": "YES" });
    let input =
        json!({ "organisation": sides.makes, "name": "Miến (mẫu)", "group": "I.5.a", "details": details });
    let create = "mutation($i: NewProduct!) { createProduct(input: $i) { id } }";
    let product = sides.maker.run(create, json!({ "i": input })).await.data("/createProduct/id").clone();
    let publish = "mutation($id: ID!) { publishProduct(id: $id) { publishedAt } }";
    sides.maker.run(publish, json!({ "id": product })).await.data("/publishProduct");
    let sides = Sides { need, product, ..sides };
    let introduction = sides.met().await;

    let answer = draft(&sides.buyer, &introduction).await;

    let it = answer.data("/it");
    assert_eq!(
        (&it["status"], &it["kind"], &it["viewerParty"]),
        (&json!("DRAFT"), &json!("MINUTES"), &json!("RETAILER"))
    );
    assert_eq!(it["introduction"]["id"], introduction);
    let version = &it["version"];
    assert_eq!(version["deliveryTerms"], "Giao hàng trong 3 ngày kể từ ngày đặt.");
    assert_eq!(
        version["paymentTerms"],
        "Thanh toán trong 15 ngày kể từ ngày giao hàng. Bên bán xuất hóa đơn giá trị gia tăng."
    );
    assert_eq!((&version["qualityTerms"], &version["place"]), (&json!(null), &json!(null)));
    let line = &version["lines"][0];
    assert_eq!((&line["quantityPerMonth"], &line["unit"]["code"]), (&json!(200), &json!("kg")));
    assert_eq!((&line["price"], &line["months"]), (&json!(80_000), &json!([10, 11])));
    assert_eq!(version["retailer"]["representative"], "Người Liên Hệ");
    assert_eq!(
        (&version["producer"]["representative"], &version["producer"]["phone"]),
        (&json!(null), &json!(null))
    );
}

#[tokio::test]
async fn who_asks_again_gets_the_draft_that_is_there() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let introduction = sides.met().await;

    let first = draft(&sides.buyer, &introduction).await;
    let again = draft(&sides.buyer, &introduction).await;
    let other = draft(&sides.maker, &introduction).await;

    assert_eq!(first.data("/it/id"), again.data("/it/id"));
    assert_ne!(first.data("/it/id"), other.data("/it/id"));
}

#[tokio::test]
async fn only_what_both_accepted_leads_to_an_agreement() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let introduction = sides.proposed(&sides.buyer).await;
    let stranger = app.person("Người Lạ").await;

    assert_eq!(draft(&sides.buyer, &introduction).await.problems(), ["introduction: NOT_POSSIBLE_NOW"]);
    assert_eq!(draft(&stranger, &introduction).await.codes(), ["NOT_FOUND"]);
}

#[tokio::test]
async fn who_has_not_met_begins_nothing_and_staff_do() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let input = json!({ "retailer": sides.shop, "producer": sides.makes, "terms": terms(&sides.product) });

    let unknown = create(&sides.buyer, input.clone()).await;
    let by_staff = create(&city, input.clone()).await;
    sides.met().await;
    let known = create(&sides.buyer, input).await;

    assert_eq!(unknown.codes(), ["FORBIDDEN"]);
    assert_eq!(by_staff.data("/it/viewerParty"), "STAFF");
    assert_eq!(known.data("/it/status"), "DRAFT");
}

#[tokio::test]
async fn goods_of_others_and_events_that_are_not_there_are_refused() {
    let app = TestApp::start().await;
    let (sides, others) = (app.sides().await, app.sides().await);
    let it = drafted(&sides, &sides.buyer).await;
    let mut wrong = terms(&others.product);
    wrong["event"] = json!("01900000-0000-7000-8000-000000000000");
    wrong["lines"][1]["name"] = json!(" ");
    wrong["lines"][1]["quantityPerMonth"] = json!(0);

    let answer = update(&sides.buyer, &it, wrong).await;

    assert_eq!(
        answer.problems(),
        [
            "terms.event: NOT_OFFERED",
            "terms.lines.0.product: NOT_OFFERED",
            "terms.lines.1.name: MISSING",
            "terms.lines.1.quantityPerMonth: OUT_OF_RANGE"
        ]
    );
}
