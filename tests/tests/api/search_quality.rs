//! The contract of search: what must come first for which query, over the real data and the whole way.

use serde_json::json;
use tests::TestApp;

#[tokio::test]
async fn every_golden_query_finds_what_it_must() {
    let app = TestApp::start().await;
    let lines = csv::Reader::from_reader(include_bytes!("../../golden/search.csv").as_slice());
    let query = "query($s: String!, $k: Int!) { products(search: $s, first: $k) { nodes { name } } }";
    let (mut missed, mut count) = (Vec::new(), 0);

    for line in lines.into_records() {
        let line = line.unwrap();
        let (search, kind, rule, k, expect) = (&line[0], &line[1], &line[2], &line[3], &line[4]);
        let k: usize = k.parse().unwrap();
        let answer = app.guest().run(query, json!({ "s": search, "k": k })).await;
        let names = answer.texts("/products/nodes", "name");
        let met = match rule {
            "in_top" => names.iter().any(|name| name == expect),
            "all_top" => {
                let words = |name: &str| {
                    expect
                        .split('|')
                        .any(|word| name.split([' ', ',', '-', '(', ')']).any(|part| part == word))
                };
                names.len() == k && names.iter().all(|name| words(name))
            }
            other => panic!("unknown rule {other}"),
        };
        count += 1;
        if !met {
            missed.push(format!("{kind}: {search} → {expect}, found {names:?}"));
        }
    }

    assert!(missed.is_empty(), "{} of {count} missed:\n{}", missed.len(), missed.join("\n"));
    assert_eq!(count, 80);
}
