//! Lists from which buyers and producers choose: requirements and units of measure.

use serde_json::{Value, json};
use server::statements::counted;
use tests::TestApp;

#[tokio::test]
async fn requirements_come_in_two_languages_with_the_papers_that_meet_them() {
    let app = TestApp::start().await;
    let query = "{ requirements { code nameVi nameEn kind whoAsks certificates { code nameVi } } }";

    let (statements, answer) = counted(app.guest().run(query, json!({}))).await;

    let requirements = answer.data("/requirements").as_array().unwrap();
    assert_eq!((requirements.len(), statements), (38, 0));
    assert_eq!(requirements[0]["code"], "business_registration", "the order is the one of the list");
    assert_eq!(
        (&requirements[0]["whoAsks"], &requirements[1]["kind"]),
        (&json!("AEON; all chains"), &json!("BOOLEAN"))
    );
    for requirement in requirements {
        let papers = requirement["certificates"].as_array().unwrap();
        assert_eq!(requirement["kind"] == "CERTIFICATE", !papers.is_empty(), "{requirement}");
        assert!(papers.iter().all(|paper| paper["nameVi"].is_string()));
        assert!(
            ["nameVi", "nameEn"]
                .iter()
                .all(|name| requirement[*name].as_str().is_some_and(|text| !text.is_empty()))
        );
    }
}

#[tokio::test]
async fn units_tell_what_they_measure_and_a_pack_has_no_factor() {
    let app = TestApp::start().await;

    let answer = app.guest().run("{ units { code nameVi nameEn dimension baseFactor } }", json!({})).await;

    let units = answer.data("/units").as_array().unwrap();
    assert_eq!(units.len(), 71);
    let unit = |code: &str| units.iter().find(|unit| unit["code"] == code).unwrap();
    for (code, dimension, factor) in [
        ("mg", "MASS", json!(0.001)),
        ("kg", "MASS", json!(1_000)),
        ("dozen", "COUNT", json!(12)),
        ("box", "COUNT", Value::Null),
        ("night", "SERVICE", json!(1)),
    ] {
        assert_eq!(
            (&unit(code)["dimension"], &unit(code)["baseFactor"]),
            (&json!(dimension), &factor),
            "{code}"
        );
    }
    assert_eq!((&unit("lang")["nameVi"], &unit("lang")["nameEn"]), (&json!("lạng"), &json!("lang (100 g)")));
}
