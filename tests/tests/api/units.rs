//! Administrative units of both eras.

use serde_json::json;
use tests::TestApp;

#[tokio::test]
async fn the_promised_numbers_of_units_are_there() {
    let app = TestApp::start().await;
    let query = "query($e: Era!, $l: AdminLevel!, $p: String) { adminUnits(era: $e, level: $l, parent: $p) { code name } }";

    for (era, level, parent, count) in [
        ("CURRENT", "PROVINCE", None, 34),
        ("LEGACY", "PROVINCE", None, 63),
        ("LEGACY", "DISTRICT", None, 696),
        ("CURRENT", "WARD", Some("01"), 126),
        ("LEGACY", "DISTRICT", Some("01"), 30),
        ("CURRENT", "DISTRICT", None, 0),
    ] {
        let answer = app.guest().run(query, json!({ "e": era, "l": level, "p": parent })).await;

        assert_eq!(answer.data("/adminUnits").as_array().unwrap().len(), count, "{era} {level} {parent:?}");
    }
}

#[tokio::test]
async fn one_code_names_different_wards_in_the_two_eras() {
    let app = TestApp::start().await;
    let query = "query($e: Era!, $p: String!) { adminUnits(era: $e, level: WARD, parent: $p) { code name } }";

    let now = app.guest().run(query, json!({ "e": "CURRENT", "p": "01" })).await;
    let then = app.guest().run(query, json!({ "e": "LEGACY", "p": "001" })).await;

    let named = |answer: &tests::Answer| {
        let units = answer.data("/adminUnits").as_array().unwrap();
        units
            .iter()
            .find(|unit| unit["code"] == "00004")
            .map(|unit| unit["name"].as_str().unwrap().to_owned())
    };
    assert_eq!(named(&now).as_deref(), Some("Phường Ba Đình"));
    assert_eq!(named(&then).as_deref(), Some("Phường Trúc Bạch"));
}

#[tokio::test]
async fn an_old_ward_tells_what_became_of_it() {
    let app = TestApp::start().await;
    let query = "{ adminUnits(era: LEGACY, level: WARD, parent: \"001\", search: \"truc bach\") { name validTo parent { \
                 name } successors { era name } } }";

    let answer = app.guest().run(query, json!({})).await;

    assert_eq!(answer.data("/adminUnits/0/validTo"), "2025-06-30");
    assert_eq!(answer.data("/adminUnits/0/parent/name"), "Quận Ba Đình");
    assert_eq!(answer.data("/adminUnits/0/successors/0/era"), "CURRENT");
}

#[tokio::test]
async fn a_unit_whose_published_point_is_wrong_has_none() {
    let app = TestApp::start().await;
    let query = "{ adminUnits(level: WARD, search: \"vinh thuc\") { code location { lat } } }";

    let answer = app.guest().run(query, json!({})).await;

    let units = answer.data("/adminUnits").as_array().unwrap();
    let wrong = units.iter().find(|unit| unit["code"] == "06757").expect("Vĩnh Thực");
    assert!(wrong["location"].is_null());
}

#[tokio::test]
async fn the_official_classification_has_all_its_nodes() {
    let app = TestApp::start().await;

    let answer = app
        .guest()
        .run("{ productGroups { code parentCode nameVi nameEn } certificateKinds { code } }", json!({}))
        .await;

    let groups = answer.data("/productGroups").as_array().unwrap();
    assert_eq!(groups.iter().filter(|group| group["parentCode"].is_null()).count(), 6);
    assert_eq!(answer.data("/certificateKinds").as_array().unwrap().len(), 52);
}

#[tokio::test]
async fn units_below_another_are_listed_across_the_level_between() {
    let app = TestApp::start().await;
    let wards =
        |parent: &str| format!("{{ adminUnits(era: LEGACY, level: WARD, parent: \"{parent}\") {{ code }} }}");

    let hanoi = app.guest().run(&wards("01"), json!({})).await;
    let nowhere = app.guest().run(&wards("zz"), json!({})).await;

    assert_eq!(hanoi.data("/adminUnits").as_array().unwrap().len(), 526);
    assert_eq!(nowhere.codes(), ["BAD_INPUT"]);
}
