//! Numbers of agreements.

use futures::future;
use serde_json::json;
use shared::StaffRole;
use tests::TestApp;

use super::*;

const SET: &str = "mutation($p: String!, $k: [AgreementNumberKindInput!]!) { \
    setAgreementNumbering(pattern: $p, kinds: $k) { pattern kinds { kind sign } } }";

#[tokio::test]
async fn those_who_sign_at_the_same_moment_get_numbers_without_gap_or_double() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let input = json!({ "retailer": sides.shop, "producer": sides.makes, "terms": terms(&sides.product) });
    let mut waiting = Vec::new();
    for _ in 0..6 {
        let it = create(&city, input.clone()).await.data("/it").clone();
        let it = propose(&city, &it).await.data("/it").clone();
        sign(&sides.buyer, &it["id"], 1).await.data("/it");
        waiting.push(it);
    }

    let all = future::join_all(waiting.iter().map(|it| sign(&sides.maker, &it["id"], 1))).await;

    let mut sequences = Vec::new();
    for answer in &all {
        let row = row(&app, answer.data("/it/id")).await;
        sequences.push(row.number_sequence.unwrap());
        let year = row.number_year.unwrap();
        assert_eq!(row.number, Some(format!("{:02}/{year}/BBGT", row.number_sequence.unwrap())));
    }
    sequences.sort_unstable();
    assert_eq!(sequences, [1, 2, 3, 4, 5, 6]);
}

#[tokio::test]
async fn staff_of_the_city_set_how_numbers_are_made() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let set = async |pattern: &str, kinds: Value| city.run(SET, json!({ "p": pattern, "k": kinds })).await;

    let incomplete = set("{number}/{year}", json!([])).await;
    let twice = set("{number}/{year}/{kind}", json!([{ "kind": "MOU", "sign": "BBGT" }])).await;
    let done = set("{kind}-{year}-{number}", json!([{ "kind": "MINUTES", "sign": "GT" }])).await;
    let it = signed(&sides).await;

    assert_eq!(incomplete.problems(), ["pattern: NOT_OFFERED"]);
    assert_eq!(twice.problems(), ["kinds: TAKEN"]);
    assert_eq!(done.data("/setAgreementNumbering/pattern"), "{kind}-{year}-{number}");
    let number = it["number"].as_str().unwrap();
    assert!(number.starts_with("GT-20") && number.ends_with("-01"), "{number}");
}
