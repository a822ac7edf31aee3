//! The contract: every line of the golden file is met.

use serde::Deserialize;

use super::catalogue::{Catalogue, rows};

#[derive(Deserialize)]
struct Line {
    query: String,
    kind: String,
    rule: String,
    k: usize,
    expect: String,
}

#[test]
fn every_golden_query_finds_what_it_should() {
    let catalogue = Catalogue::new();

    let failures: Vec<String> = rows::<Line>("../tests/golden/search.csv")
        .into_iter()
        .filter_map(|line| {
            let names = catalogue.names(&line.query, line.k);
            let bears = |name: &String| line.expect.split('|').any(|word| name.contains(word));
            let is_met = match line.rule.as_str() {
                "in_top" => names.contains(&line.expect),
                "all_top" => names.len() == line.k && names.iter().all(bears),
                other => panic!("no such rule: {other}"),
            };
            (!is_met).then(|| format!("{} {:?}: {} not in {names:?}", line.kind, line.query, line.expect))
        })
        .collect();

    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}
