//! Searches that found nothing: counted by words, and nothing of who searched.

use serde_json::{Value, json};
use shared::StaffRole;
use tests::{Answer, TestApp};

const NOTE: &str =
    "mutation($s: String!, $f: ProductFilter) { noteUnansweredSearch(search: $s, filter: $f) }";
const LIST: &str = "{ unansweredSearches { text times group { code } province { code } } }";

async fn note(app: &TestApp, from: u8, text: &str, filter: Value) -> Answer {
    app.guest().from([198, 51, 100, from]).run(NOTE, json!({ "s": text, "f": filter })).await
}

#[tokio::test]
async fn what_is_looked_for_in_vain_three_times_is_seen_by_staff() {
    let app = TestApp::start().await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    for (from, text) in [(1, "Sâm  Zyqwx"), (2, "sam zyqwx"), (3, "sâm zyqwx")] {
        assert_eq!(note(&app, from, text, Value::Null).await.data("/noteUnansweredSearch"), true);
    }
    let here = json!({ "provinces": ["01"], "groups": ["I.5.a"] });
    for from in 1..=4 {
        note(&app, from, "Rượu zyqwx", here.clone()).await.data("/noteUnansweredSearch");
    }
    note(&app, 1, "Chỉ một lần zyqwx", Value::Null).await.data("/noteUnansweredSearch");

    let listed = city.run(LIST, json!({})).await;

    let expected = json!([
        { "text": "Rượu zyqwx", "times": 4, "group": { "code": "I.5.a" }, "province": { "code": "01" } },
        { "text": "Sâm Zyqwx", "times": 3, "group": null, "province": null },
    ]);
    assert_eq!(listed.data("/unansweredSearches"), &expected);
}

#[tokio::test]
async fn what_is_found_and_what_may_be_about_a_person_is_not_noted() {
    let app = TestApp::start().await;
    let maker = app.person("Người Làm").await;
    let makes = app.verified(&maker, json!({ "name": "HTX Thử (mẫu)" })).await;
    app.published_product(&maker, makes, "Miến dong (mẫu)").await;

    for text in ["miến dong", "anh Ba zyqwx 0912345678", "ba@htx.example", ""] {
        let answer = note(&app, 1, text, Value::Null).await;
        assert_eq!(answer.data("/noteUnansweredSearch"), false, "{text}");
    }
    let unknown = note(&app, 1, "sâm zyqwx", json!({ "groups": ["X"] })).await;
    assert_eq!(unknown.codes(), ["BAD_INPUT"]);
}

#[tokio::test]
async fn one_address_of_the_network_can_not_make_words_up_without_end() {
    let app = TestApp::start().await;
    let mut refused = 0;

    for number in 0..40 {
        let answer = note(&app, 9, &format!("zyqwx lần {number}"), Value::Null).await;
        refused += usize::from(answer.codes() == ["TOO_MANY_ATTEMPTS"]);
    }

    assert!(refused >= 15, "{refused}");
}
