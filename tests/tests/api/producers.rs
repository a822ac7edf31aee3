//! Producers: list, search, their products.

use std::collections::HashSet;

use serde_json::{Value, json};
use tests::TestApp;

const LIST: &str = "query($s: String, $f: ProducerFilter, $first: Int, $after: String) {
    producers(search: $s, filter: $f, first: $first, after: $after) {
        totalCount nodes { id name legalForm province formerProvince } pageInfo { hasNextPage endCursor }
    }
}";

async fn all_names(app: &TestApp, variables: Value) -> (Vec<String>, i64) {
    let (mut names, mut ids, mut after) = (Vec::new(), HashSet::new(), Value::Null);
    loop {
        let mut variables = variables.clone();
        variables["first"] = json!(53);
        variables["after"] = after;
        let answer = app.guest().run(LIST, variables).await;
        names.extend(answer.texts("/producers/nodes", "name"));
        assert!(
            answer.texts("/producers/nodes", "id").into_iter().all(|id| ids.insert(id)),
            "one comes twice"
        );
        if answer.data("/producers/pageInfo/hasNextPage") == false {
            return (names, answer.data("/producers/totalCount").as_i64().unwrap());
        }
        after = answer.data("/producers/pageInfo/endCursor").clone();
    }
}

#[tokio::test]
async fn all_producers_are_listed_as_vietnamese_sorts() {
    let app = TestApp::start().await;

    let (names, total) = all_names(&app, json!({})).await;

    assert_eq!((names.len(), total), (601, 601));
    let keys: Vec<Vec<u8>> = names.iter().map(|name| shared::text::sort_key(name)).collect();
    assert!(keys.is_sorted());
}

#[tokio::test]
async fn a_search_finds_the_named_one_first() {
    let app = TestApp::start().await;
    let (names, total) = all_names(&app, json!({ "s": "HTX rau" })).await;
    assert_eq!(names.len() as i64, total);

    let answer = app.guest().run(LIST, json!({ "s": "cong ty tnhh thuc pham", "first": 5 })).await;

    assert!(!answer.texts("/producers/nodes", "name").is_empty());
}

#[tokio::test]
async fn provinces_of_both_eras_and_legal_forms_filter() {
    let app = TestApp::start().await;

    let hanoi = app.guest().run(LIST, json!({ "f": { "provinces": ["01"] } })).await;
    let former = app.guest().run(LIST, json!({ "f": { "formerProvinces": ["01"] } })).await;
    let households = app.guest().run(LIST, json!({ "f": { "legalForms": ["HOUSEHOLD"] } })).await;

    assert_eq!(
        hanoi.data("/producers/totalCount"),
        former.data("/producers/totalCount"),
        "Hanoi kept its borders"
    );
    assert_eq!(households.data("/producers/totalCount"), 104);
}

#[tokio::test]
async fn a_producer_shows_its_products_and_no_household_its_address() {
    let app = TestApp::start().await;
    let products = app
        .guest()
        .run("{ products(first: 1, search: \"Chả bò Hùng Hồng\") { nodes { producer { id } } } }", json!({}))
        .await;
    let id = products.data("/products/nodes/0/producer/id");

    let query = "query($id: ID!) { producer(id: $id) { name products { totalCount nodes { name } } sources { citation } \
                 location { precision } } }";
    let answer = app.guest().run(query, json!({ "id": id })).await;
    let query = "{ producers(first: 100, filter: { legalForms: [HOUSEHOLD] }) { nodes { address } } }";
    let households = app.guest().run(query, json!({})).await;

    assert!(answer.texts("/producer/products/nodes", "name").contains(&"Chả bò Hùng Hồng".to_owned()));
    assert!(households.texts("/producers/nodes", "address").iter().all(|address| address == "null"));
}

#[tokio::test]
async fn a_search_for_a_former_district_finds_who_lies_there() {
    let app = TestApp::start().await;
    let query =
        "query($s: String!) { producers(search: $s, first: 20) { nodes { name formerDistrict { name } } } }";

    for text in ["Gia Lâm", "huyện Gia Lâm"] {
        let answer = app.guest().run(query, json!({ "s": text })).await;
        let nodes = answer.data("/producers/nodes").as_array().unwrap();
        let lies_there = |node: &&Value| {
            node["name"].as_str().unwrap().contains("Gia Lâm")
                || node["formerDistrict"]["name"] == "Huyện Gia Lâm"
        };
        assert!(nodes.len() > 3 && nodes.iter().take(5).all(|node| lies_there(&node)), "{text}: {nodes:?}");
    }
}
