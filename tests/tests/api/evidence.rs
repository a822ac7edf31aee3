//! The markets of a product, as its producer proves them.

use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};
use serde_json::{Value, json};
use server::{
    changes::{Line, Write},
    entities::sale_point,
};
use shared::{AgreementKind, AgreementStatus, DeliveryCheckKind, DeliveryCheckState, SalePointKind};
use tests::{Answer, Person, Sides, TestApp};

use crate::deliveries::world::{Deal, Signed, day, deal};

const EVIDENCE: &str = "query($p: ID!, $f: Date!, $u: Date!) { evidence(product: $p, from: $f, until: $u) { product { id } \
    from until buyers modernTradeBuyers stars next { stars vi en has needs isMet } \
    agreements { agreement { id } promised { quantity unit { code } } confirmed { quantity unit { code } } } } }";

async fn evidence(person: &Person, sides: &Sides, days: (i64, i64)) -> Answer {
    person.run(EVIDENCE, json!({ "p": sides.product, "f": day(days.0), "u": day(days.1) })).await
}

async fn delivered(app: &TestApp, sides: &Sides, signed: Signed) {
    let asked = DeliveryCheckState::Asked;
    let id = signed.check(app, DeliveryCheckKind::FirstMonth, asked, (-30, -1)).await;
    let confirm =
        "mutation($id: ID!) { confirmDelivery(check: $id, answer: { outcome: AS_AGREED }) { state } }";
    for side in [&sides.buyer, &sides.maker] {
        side.run(confirm, json!({ "id": id })).await.data("/confirmDelivery");
    }
}

#[tokio::test]
async fn signed_agreements_and_confirmed_deliveries_are_proof() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let signed = Deal { kind: AgreementKind::Contract, ..deal(&sides) }.sign(&app).await;
    // What counts for nothing: another product, one that was never signed, one that was over before.
    Deal { product: None, ..deal(&sides) }.sign(&app).await;
    Deal { status: AgreementStatus::Declined, ..deal(&sides) }.sign(&app).await;
    Deal { status: AgreementStatus::Ended, term: (-300, -200), signed: -310, ..deal(&sides) }
        .sign(&app)
        .await;

    let before = evidence(&sides.maker, &sides, (-60, 0)).await;
    delivered(&app, &sides, signed).await;
    let after = evidence(&sides.maker, &sides, (-60, 0)).await;
    let earlier = evidence(&sides.maker, &sides, (-60, -20)).await;
    let never = evidence(&sides.maker, &sides, (-900, -800)).await;

    let agreements = before.data("/evidence/agreements").as_array().unwrap();
    assert_eq!(agreements.len(), 1);
    assert_eq!(agreements[0]["agreement"]["id"], json!(signed.id));
    assert_eq!(agreements[0]["promised"][0]["unit"]["code"], "kg");
    assert_eq!((&agreements[0]["confirmed"], before.data("/evidence/buyers")), (&json!([]), &json!(0)));
    let confirmed = after.data("/evidence/agreements/0/confirmed/0/quantity").as_f64().unwrap();
    assert!(confirmed > 250.0, "{confirmed}");
    assert_eq!(after.data("/evidence/buyers"), 1);
    assert_eq!(earlier.data("/evidence/agreements/0/confirmed"), &json!([]), "the check ends later");
    assert_eq!(never.data("/evidence/agreements"), &json!([]));
    // Without a star the next rank asks for sales beyond the commune, and both sides are in the same.
    assert_eq!(after.data("/evidence/stars"), &Value::Null);
    let next = after.data("/evidence/next/0");
    assert_eq!((&next["stars"], &next["has"], &next["isMet"]), (&json!(3), &json!(0), &json!(false)));
}

#[tokio::test]
async fn a_buyer_is_modern_trade_only_where_the_register_knows_it() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let signed = Deal { kind: AgreementKind::Contract, ..deal(&sides) }.sign(&app).await;
    delivered(&app, &sides, signed).await;

    let before = evidence(&sides.maker, &sides, (-60, 0)).await;
    let database = &app.app.database;
    let supermarket = sale_point::Column::Kind.eq(SalePointKind::Supermarket);
    let point = sale_point::Entity::find().filter(supermarket).one(database.read()).await.unwrap().unwrap();
    let id = point.id;
    let mut write = Write::begin(database, "test").await.unwrap();
    let mut point = point.into_active_model();
    point.operator_id = Set(Some(sides.shop));
    point.update(write.rows()).await.unwrap();
    write.record(Line::of("sale_point", id, "updated"));
    write.commit().await.unwrap();
    let after = evidence(&sides.maker, &sides, (-60, 0)).await;

    assert_eq!(before.data("/evidence/modernTradeBuyers"), 0);
    assert_eq!(after.data("/evidence/modernTradeBuyers"), 1);
}

#[tokio::test]
async fn it_is_the_producers_and_its_staffs() {
    let app = TestApp::start().await;
    let sides = app.sides().await;

    let by_buyer = evidence(&sides.buyer, &sides, (-60, 0)).await;
    let turned = evidence(&sides.maker, &sides, (0, -60)).await;

    assert_eq!(by_buyer.codes(), ["NOT_FOUND"]);
    assert_eq!(turned.codes(), ["BAD_INPUT"]);
}
