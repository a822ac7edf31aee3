//! Products: search, facets, paging, details.

use std::collections::HashSet;

use serde_json::{Value, json};
use tests::TestApp;

const SEARCH: &str = "query($s: String, $f: ProductFilter, $first: Int, $after: String, $o: ProductOrder! = RELEVANCE) {
    products(search: $s, filter: $f, first: $first, after: $after, order: $o) {
        totalCount reading readAs
        nodes { id name stars province formerProvince producer { id name } }
        edges { cursor highlights { field parts { text hit } } }
        pageInfo { hasNextPage endCursor }
        facets { groups { value label count } stars { value label count } provinces { value label count }
            formerProvinces { value label count } certificates { value label count } months { value label count } }
    }
}";

fn count(facet: &Value, value: &str) -> i64 {
    let values = facet.as_array().unwrap();
    values.iter().find(|entry| entry["value"] == value).map_or(0, |entry| entry["count"].as_i64().unwrap())
}

#[tokio::test]
async fn the_promised_shape_is_answered() {
    let app = TestApp::start().await;

    let query = "query { products(search: \"ca phe\", first: 3) { totalCount nodes { id name stars province producer \
                 { id name } } facets { groups { value label count } stars { value label count } provinces { value \
                 label count } certificates { value label count } months { value label count } } } }";
    let answer = app.guest().run(query, json!({})).await;

    assert!(answer.data("/products/totalCount").as_i64().unwrap() > 10);
    assert!(
        answer.texts("/products/nodes", "name").iter().all(|name| name.to_lowercase().contains("cà phê"))
    );
    assert!(answer.texts("/products/nodes", "province").iter().all(|name| name != "null"));
}

#[tokio::test]
async fn matched_words_are_told() {
    let app = TestApp::start().await;

    let answer = app.guest().run(SEARCH, json!({ "s": "ca phe", "first": 1 })).await;

    let parts = answer.data("/products/edges/0/highlights/0/parts").as_array().unwrap();
    let hits: Vec<&str> =
        parts.iter().filter(|part| part["hit"] == true).map(|part| part["text"].as_str().unwrap()).collect();
    let whole: String = parts.iter().map(|part| part["text"].as_str().unwrap()).collect();
    assert!(
        hits.iter().all(|hit| ["cà", "phê", "cà phê"].contains(&hit.to_lowercase().as_str())),
        "{hits:?}"
    );
    assert!(!hits.is_empty());
    assert_eq!(answer.data("/products/nodes/0/name"), whole.as_str());
}

#[tokio::test]
async fn pages_follow_each_other_without_gap_or_repetition() {
    let app = TestApp::start().await;

    for order in ["RELEVANCE", "NAME", "STARS", "NEWEST"] {
        for search in [None, Some("tra")] {
            let mut seen = HashSet::new();
            let mut after = Value::Null;
            let total = loop {
                let variables = json!({ "s": search, "first": 37, "after": after, "o": order });
                let answer = app.guest().run(SEARCH, variables).await;
                for id in answer.texts("/products/nodes", "id") {
                    assert!(seen.insert(id), "twice in {order}");
                }
                after = answer.data("/products/pageInfo/endCursor").clone();
                if answer.data("/products/pageInfo/hasNextPage") == false {
                    break answer.data("/products/totalCount").as_u64().unwrap();
                }
            };
            assert_eq!(seen.len() as u64, total, "{order} {search:?}");
        }
    }
}

#[tokio::test]
async fn a_facets_own_filter_does_not_shrink_it_and_others_do() {
    let app = TestApp::start().await;
    let all = app.guest().run(SEARCH, json!({ "s": "tra" })).await;

    let filtered = app.guest().run(SEARCH, json!({ "s": "tra", "f": { "groups": ["III"] } })).await;

    let (before, after) = (all.data("/products/facets"), filtered.data("/products/facets"));
    assert_eq!(before["groups"], after["groups"]);
    assert_eq!(filtered.data("/products/totalCount").as_i64().unwrap(), count(&before["groups"], "III"));
    let sum = |facet: &Value| {
        facet.as_array().unwrap().iter().map(|entry| entry["count"].as_i64().unwrap()).sum::<i64>()
    };
    assert_eq!(sum(&after["stars"]), count(&before["groups"], "III"));
    assert!(sum(&after["provinces"]) < sum(&before["provinces"]));
}

#[tokio::test]
async fn every_facet_count_is_the_number_of_results_of_its_filter() {
    let app = TestApp::start().await;
    let base = json!({ "minStars": 3 });
    let all = app.guest().run(SEARCH, json!({ "f": base })).await;

    for (facet, filter) in
        [("groups", "groups"), ("provinces", "provinces"), ("formerProvinces", "formerProvinces")]
    {
        for entry in all.data(&format!("/products/facets/{facet}")).as_array().unwrap().iter().take(8) {
            let variables = json!({ "f": { "minStars": 3, filter: [entry["value"]] } });
            let answer = app.guest().run(SEARCH, variables).await;

            assert_eq!(answer.data("/products/totalCount"), &entry["count"], "{facet} {entry}");
        }
    }
}

#[tokio::test]
async fn a_star_that_does_not_certainly_hold_is_not_shown() {
    let app = TestApp::start().await;
    let query = "query($after: String) { products(first: 100, after: $after) { nodes { stars starState starDecisions \
                 { stars state signedOn validUntil endsFrom endsTo } } pageInfo { hasNextPage endCursor } } }";
    let (mut after, mut shown, mut uncertain) = (Value::Null, 0, 0);

    loop {
        let answer = app.guest().run(query, json!({ "after": after })).await;
        for node in answer.data("/products/nodes").as_array().unwrap() {
            let state = node["starState"].as_str();
            let holds = matches!(state, Some("VALID" | "EXPIRING" | "EXTENDED"));
            assert_eq!(node["stars"].is_null(), !holds, "{node}");
            shown += usize::from(holds);
            uncertain += usize::from(state == Some("UNCERTAIN"));
            let exact = node["starDecisions"][0]["validUntil"].is_string();
            assert!(!exact, "the public facts know only years: {node}");
        }
        if answer.data("/products/pageInfo/hasNextPage") == false {
            break;
        }
        after = answer.data("/products/pageInfo/endCursor").clone();
    }

    assert!(shown > 0 && uncertain > 0, "{shown} shown, {uncertain} uncertain");
}

#[tokio::test]
async fn a_product_tells_its_facts_and_their_sources() {
    let app = TestApp::start().await;
    let found = app.guest().run(SEARCH, json!({ "s": "Chả bò Hùng Hồng", "first": 1 })).await;
    let id = found.data("/products/nodes/0/id");

    let query = "query($id: ID!) { product(id: $id) { name group { code nameVi } producer { name legalForm province } \
                 sources { citation url readOn } soldAt { id } months certificates { id } description similar(first: 3) \
                 { id } provinceUnit { era code name } formerProvinceUnit { era code name } formerDistrict { name } } }";
    let answer = app.guest().run(query, json!({ "id": id })).await;

    assert_eq!(answer.data("/product/name"), "Chả bò Hùng Hồng");
    assert_eq!(answer.data("/product/formerProvinceUnit/era"), "LEGACY");
    assert_eq!(answer.data("/product/provinceUnit/era"), "CURRENT");
    assert_eq!(answer.data("/product/sources/0/readOn"), "2026-11-22");
    assert_eq!(answer.data("/product/months"), &Value::Null, "unknown stays unknown");
    assert_eq!(answer.data("/product/soldAt"), &json!([]));
    assert!(answer.texts("/product/similar", "id").iter().all(|other| Some(other.as_str()) != id.as_str()));
}

#[tokio::test]
async fn products_are_found_by_where_they_are_sold() {
    let app = TestApp::start().await;
    let product = app.guest().run(SEARCH, json!({ "s": "Chả bò Hùng Hồng", "first": 1 })).await;
    let product: String = product.data("/products/nodes/0/id").as_str().unwrap().to_owned();
    let points =
        app.guest().run("{ salePoints(first: 1) { nodes { id location { lat lon } } } }", json!({})).await;
    let point = points.data("/salePoints/nodes/0").clone();
    app.stocked(point["id"].as_str().unwrap().parse().unwrap(), product.parse().unwrap()).await;

    let at = app.guest().run(SEARCH, json!({ "f": { "soldAt": point["id"] } })).await;
    let near = json!({ "lat": point["location"]["lat"], "lon": point["location"]["lon"], "radiusM": 100 });
    let near = app.guest().run(SEARCH, json!({ "f": { "soldNear": near } })).await;
    let far = app
        .guest()
        .run(SEARCH, json!({ "f": { "soldNear": { "lat": 10, "lon": 106, "radiusM": 100 } } }))
        .await;
    let query =
        "query($p: ID) { salePoints(filter: { product: $p }) { nodes { id stock { product { id } } } } }";
    let selling = app.guest().run(query, json!({ "p": product })).await;

    assert_eq!(at.texts("/products/nodes", "id"), [product.as_str()]);
    assert_eq!(near.texts("/products/nodes", "id"), [product.as_str()]);
    assert_eq!(far.data("/products/totalCount"), 0);
    assert_eq!(selling.texts("/salePoints/nodes", "id"), [point["id"].as_str().unwrap()]);
    assert_eq!(selling.data("/salePoints/nodes/0/stock/0/product/id"), product.as_str());
}

#[tokio::test]
async fn suggestions_complete_the_last_word_and_name_their_kind() {
    let app = TestApp::start().await;
    let query = "query($t: String!) { suggest(text: $t) { kind id name detail parts { text hit } } }";

    let products = app.guest().run(query, json!({ "t": "ca ph" })).await;
    let places = app.guest().run(query, json!({ "t": "ba dinh" })).await;

    assert!(products.texts("/suggest", "kind").contains(&"PRODUCT".to_owned()));
    assert!(places.texts("/suggest", "name").contains(&"Phường Ba Đình".to_owned()), "{}", places.text);
    assert!(products.data("/suggest").as_array().unwrap().len() <= 8);
}

#[tokio::test]
async fn facets_are_the_same_however_they_are_asked_for() {
    let app = TestApp::start().await;

    let query = "query($no: Boolean!) { products(search: \"tra\") { facets { plain: stars { value label count } \
                 named: stars { v: value n: count l: label } spread: stars { ...F } \
                 typed: stars { __typename count } left: stars { value label @skip(if: $no) } } } } \
                 fragment F on FacetValue { value label count }";
    let answer = app.guest().run(query, json!({ "no": true })).await;

    let facets = answer.data("/products/facets");
    assert_eq!(facets["plain"], facets["spread"]);
    let renamed = |entry: &Value| json!({ "v": entry["value"], "n": entry["count"], "l": entry["label"] });
    let renamed: Vec<Value> = facets["plain"].as_array().unwrap().iter().map(renamed).collect();
    assert_eq!(facets["named"], json!(renamed));
    assert_eq!(facets["typed"][0]["__typename"], "FacetValue");
    assert_eq!(facets["left"][0], json!({ "value": facets["plain"][0]["value"] }));
}

#[tokio::test]
async fn rows_are_the_same_however_they_are_asked_for() {
    let app = TestApp::start().await;
    let fields = "id name stars starState province formerProvince producer { id name }";

    let query = format!(
        "{{ products(search: \"tra\", first: 30) {{ plain: nodes {{ {fields} }} spread: nodes {{ ...F }} \
         read: nodes {{ {fields} description }} edges {{ node {{ {fields} }} }} \
         twice: nodes {{ producer {{ id }} producer {{ name }} }} named: nodes {{ n: name typed: __typename }} }} }} \
         fragment F on Product {{ {fields} }}"
    );
    let answer = app.guest().run(&query, json!({})).await;

    let page = answer.data("/products");
    let plain = page["plain"].as_array().unwrap();
    assert_eq!(plain.len(), 30);
    assert_eq!(page["plain"], page["spread"]);
    for (at, row) in plain.iter().enumerate() {
        assert_eq!(*row, page["edges"][at]["node"]);
        assert_eq!(row["producer"], page["twice"][at]["producer"]);
        assert_eq!(page["named"][at], json!({ "n": row["name"], "typed": "Product" }));
        let mut read = page["read"][at].clone();
        read.as_object_mut().unwrap().remove("description");
        assert_eq!(*row, read);
    }
}
