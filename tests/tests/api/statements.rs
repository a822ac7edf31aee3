//! The number of statements does not grow with the page.

use serde_json::json;
use server::statements::counted;
use tests::TestApp;

#[tokio::test]
async fn a_page_of_a_hundred_needs_as_many_statements_as_a_page_of_five() {
    let app = TestApp::start().await;
    let product = "id name stars description group { code } producer { id name legalForm ward { name successors { name } } \
                   sources { citation } } starDecisions { state } certificates { id } sources { citation } \
                   formerDistrict { name parent { name } } provinceUnit { name } soldAt { id } updatedAt";
    let lists = [
        format!("products(first: $n) {{ totalCount nodes {{ {product} }} }}"),
        "producers(first: $n) { totalCount nodes { name province provinceUnit { name } ward { name } sources { citation } } }"
            .to_owned(),
        "salePoints(first: $n) { nodes { name ward { name } formerDistrict { name } operator { legalForm } sources { citation } } }"
            .to_owned(),
        "events(first: $n) { totalCount nodes { name province { name } formerDistrict { name } sources { citation } } }"
            .to_owned(),
    ];

    for list in lists {
        let query = format!("query($n: Int!) {{ {list} }}");
        let guest = app.guest();
        let (few, small) = counted(guest.run(&query, json!({ "n": 5 }))).await;
        let (many, large) = counted(guest.run(&query, json!({ "n": 100 }))).await;

        assert!(small.codes().is_empty() && large.codes().is_empty(), "{} {}", small.text, large.text);
        assert!(few > 0 && many <= few + 1, "{few} statements for 5 rows, {many} for 100: {list}");
        assert!(many <= 20, "{many} statements: {list}");
    }
}

#[tokio::test]
async fn a_search_touches_no_database() {
    let app = TestApp::start().await;
    let query = "{ products(search: \"ca phe\", first: 20) { totalCount nodes { id name stars province producer { id name } } \
                 facets { groups { value label count } provinces { value label count } } } }";

    let guest = app.guest();
    let (statements, answer) = counted(guest.run(query, json!({}))).await;

    assert!(answer.codes().is_empty());
    assert_eq!(statements, 0);
}

#[tokio::test]
async fn what_loaders_read_is_counted_and_what_runs_beside_is_not() {
    let app = TestApp::start().await;
    let guest = app.guest();
    let sources = "{ products(search: \"ca phe\", first: 20) { nodes { id sources { citation } } } }";

    let (of_loaders, answer) = counted(guest.run(sources, json!({}))).await;
    let beside = tokio::spawn(async move { guest.run(sources, json!({})).await });
    let (of_others, beside) = counted(beside).await;

    assert!(answer.codes().is_empty() && beside.unwrap().codes().is_empty());
    assert!(of_loaders > 0);
    assert_eq!(of_others, 0);
}
