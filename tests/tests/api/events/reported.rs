//! Events and plans with their figures as reported.

use std::collections::HashSet;

use serde_json::{Value, json};
use tests::TestApp;

const LIST: &str = "query($s: String, $f: EventFilter, $o: EventOrder! = NEWEST, $after: String) {
    events(search: $s, filter: $f, order: $o, first: 13, after: $after) {
        totalCount nodes { id name startsOn endsOn kind agreementsReported } pageInfo { hasNextPage endCursor }
    }
}";

#[tokio::test]
async fn all_events_are_listed_in_the_order_of_their_days() {
    let app = TestApp::start().await;

    for (order, oldest_first) in [("NEWEST", false), ("OLDEST", true)] {
        let (mut days, mut ids, mut after) = (Vec::new(), HashSet::new(), Value::Null);
        loop {
            let answer = app.guest().run(LIST, json!({ "o": order, "after": after })).await;
            let nodes = answer.data("/events/nodes").as_array().unwrap();
            days.extend(nodes.iter().map(|node| node["startsOn"].as_str().unwrap_or("").to_owned()));
            ids.extend(answer.texts("/events/nodes", "id"));
            if answer.data("/events/pageInfo/hasNextPage") == false {
                assert_eq!(answer.data("/events/totalCount"), 84);
                break;
            }
            after = answer.data("/events/pageInfo/endCursor").clone();
        }
        assert_eq!(ids.len(), 84);
        if !oldest_first {
            days.reverse();
        }
        assert!(days.is_sorted(), "{days:?}");
    }
}

#[tokio::test]
async fn kind_year_and_words_filter() {
    let app = TestApp::start().await;

    let fairs = app.guest().run(LIST, json!({ "f": { "kinds": ["FAIR"] } })).await;
    let of_2020 = app.guest().run(LIST, json!({ "f": { "years": [2020] } })).await;
    let words = app.guest().run(LIST, json!({ "s": "tuan hang trai cay" })).await;
    let nothing = app.guest().run(LIST, json!({ "s": "khong co gi nhu the" })).await;

    assert_eq!(fairs.data("/events/totalCount"), 44);
    assert!(of_2020.texts("/events/nodes", "startsOn").iter().all(|day| day.starts_with("2020")));
    assert!(words.texts("/events/nodes", "name").iter().all(|name| name.to_lowercase().contains("trái cây")));
    assert!(words.data("/events/totalCount").as_i64() >= Some(3));
    assert_eq!(nothing.data("/events/totalCount"), 0);
}

#[tokio::test]
async fn reported_figures_and_sources_are_told() {
    let app = TestApp::start().await;
    let found = app.guest().run(LIST, json!({ "s": "ket noi giao thuong mien nui phia bac" })).await;
    let nodes = found.data("/events/nodes").as_array().unwrap();
    let event =
        nodes.iter().find(|node| node["agreementsReported"] == 175).expect("the workshop of July 2020");

    let query = "query($id: ID!) { event(id: $id) { place startsOn sources { url citation } province { name } \
                 formerDistrict { name } } }";
    let answer = app.guest().run(query, json!({ "id": event["id"] })).await;

    assert_eq!(answer.data("/event/startsOn"), "2020-07-24");
    assert_eq!(answer.data("/event/sources").as_array().unwrap().len(), 2);
    assert_eq!(answer.data("/event/formerDistrict/name"), "Quận Tây Hồ");
}

#[tokio::test]
async fn plans_are_told_as_published() {
    let app = TestApp::start().await;

    let all = app
        .guest()
        .run("{ plans { year decisionNumber targetMin targetMax sources { citation } } }", json!({}))
        .await;
    let of_2021 = app
        .guest()
        .run(
            "{ plans(year: 2021) { decisionNumber issuedOn targetMin targetMax minPerDistrict } }",
            json!({}),
        )
        .await;

    assert_eq!(all.data("/plans").as_array().unwrap().len(), 13);
    let expected = json!([{ "decisionNumber": "42/KH-UBND", "issuedOn": "2021-02-18", "targetMin": 30, "targetMax": 40, "minPerDistrict": 2 }]);
    assert_eq!(of_2021.data("/plans"), &expected);
}
