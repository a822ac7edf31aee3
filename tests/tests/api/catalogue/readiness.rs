//! Facts that grow old, and how ready a product is for a buyer.

use super::*;

#[tokio::test]
async fn a_fact_grows_old_and_is_fresh_again_when_it_is_still_true() {
    use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
    use server::entities::product_fact;
    let app = TestApp::start().await;
    let owner = app.person("Hạnh").await;
    let maker = app.registered(&owner, json!({})).await;
    let id = id_of(&create(&owner, maker, json!({ "storage": "Nơi khô", "creditDays": 0 })).await);
    let database = &app.app.database;
    for (row, days) in
        product_fact::Entity::find().all(database.read()).await.unwrap().into_iter().zip([100, 400])
    {
        let mut old = row.into_active_model();
        old.as_of = Set(chrono::Utc::now() - chrono::Duration::days(days));
        old.update(database.write()).await.unwrap();
    }
    let facts = "query($id: ID!) { ownProduct(id: $id) { facts { kind freshness } } }";
    let confirm = "mutation($id: ID!, $k: [FactKind!]) { confirmFacts(id: $id, kinds: $k) { facts { kind freshness } } }";

    let old = owner.run(facts, json!({ "id": id })).await;
    let one = owner.run(confirm, json!({ "id": id, "k": ["STORAGE", "MONTHS"] })).await;
    let all = owner.run(confirm, json!({ "id": id })).await;

    let mut ages = old.texts("/ownProduct/facts", "freshness");
    ages.sort();
    assert_eq!(ages, ["AGEING", "STALE"]);
    let storage = one.data("/confirmFacts/facts").as_array().unwrap();
    assert!(storage.contains(&json!({ "kind": "STORAGE", "freshness": "FRESH" })), "{}", one.text);
    assert_eq!(storage.len(), 2, "what is not known can't be confirmed");
    assert_eq!(all.texts("/confirmFacts/facts", "freshness"), ["FRESH", "FRESH"]);
}

#[tokio::test]
async fn readiness_says_what_is_met_what_is_missing_and_where_to_mend_it() {
    let app = TestApp::start().await;
    let owner = app.person("Hạnh").await;
    let maker = app.verified(&owner, json!({ "legalForm": "COMPANY", "taxCode": "0199999906" })).await;
    let details = json!({
        "unit": "kg", "capacityPerMonth": 500, "vatInvoice": "NO", "acceptsConsignment": true, "shelfLifeDays": 365,
        "variants": [{ "name": "A", "gtin": "8939999000017" }, { "name": "B" }],
    });
    let id = id_of(&create(&owner, maker, details).await);
    let paper = json!({ "kind": "haccp", "number": "HC-1", "validUntil": "2020-01-01" });
    owner
        .run(ADD_PAPER, json!({ "input": { "product": id, "certificate": paper } }))
        .await
        .data("/addCertificate");
    let answer = "mutation($id: ID!, $r: String!, $y: Boolean, $n: Quantity) { \
        answerRequirement(product: $id, requirement: $r, yes: $y, number: $n) { id } }";
    let answered = owner.run(answer, json!({ "id": id, "r": "cold_chain", "y": true })).await;
    let wrong_kind = owner.run(answer, json!({ "id": id, "r": "cold_chain", "n": 3 })).await;
    let unknown = owner.run(answer, json!({ "id": id, "r": "x", "y": true })).await;

    let query = "query($id: ID!, $c: String) { readinessChannels ownProduct(id: $id) { readiness(channel: $c) { met unmet unknown \
        items { requirement { code } state rests mend } } } }";
    let all = owner.run(query, json!({ "id": id })).await;
    let aeon = owner.run(query, json!({ "id": id, "c": "AEON" })).await;

    assert!(answered.codes().is_empty(), "{}", answered.text);
    assert_eq!(wrong_kind.problems(), ["number: NOT_POSSIBLE_NOW"]);
    assert_eq!(unknown.problems(), ["requirement: NOT_OFFERED"]);
    let items = all.data("/ownProduct/readiness/items").as_array().unwrap();
    assert_eq!(items.len(), 38);
    let item = |code: &str| {
        let item = items.iter().find(|item| item["requirement"]["code"] == code).unwrap();
        (
            item["state"].as_str().unwrap(),
            item["rests"].as_str().unwrap_or("-"),
            item["mend"].as_str().unwrap_or("-"),
        )
    };
    for (code, expected) in [
        ("tax_code", ("MET", "Hợp tác xã Thử Nghiệm (mẫu)", "-")),
        ("business_registration", ("MET", "Hợp tác xã Thử Nghiệm (mẫu)", "-")),
        ("vat_invoice", ("UNMET", "-", "TERMS")),
        ("consignment", ("MET", "-", "-")),
        ("credit_days", ("UNKNOWN", "-", "TERMS")),
        ("shelf_life_days", ("MET", "365", "-")),
        ("min_monthly_volume", ("MET", "500", "-")),
        ("gtin", ("UNMET", "1/2", "VARIANTS")),
        ("quality_system", ("UNMET", "HC-1, 01/01/2020", "CERTIFICATE")),
        ("organic", ("UNKNOWN", "-", "CERTIFICATE")),
        ("cold_chain", ("MET", "-", "-")),
        ("listing_fee", ("UNKNOWN", "-", "ANSWER")),
        ("min_stars", ("UNKNOWN", "-", "STARS")),
        ("stable_supply_months", ("UNKNOWN", "-", "MONTHS")),
    ] {
        assert_eq!(item(code), expected, "{code}");
    }
    let counted: i64 = ["met", "unmet", "unknown"]
        .map(|state| all.data(&format!("/ownProduct/readiness/{state}")).as_i64().unwrap())
        .iter()
        .sum();
    assert_eq!(counted, 38);
    let of_aeon = aeon.data("/ownProduct/readiness/items").as_array().unwrap();
    assert!(of_aeon.len() > 5 && of_aeon.len() < 38, "{}", of_aeon.len());
    assert!(!of_aeon.iter().any(|item| item["requirement"]["code"] == "listing_fee"));
    let channels = all.data("/readinessChannels").as_array().unwrap();
    assert!(channels.contains(&json!("AEON")) && !channels.contains(&json!("all chains")), "{channels:?}");
}
