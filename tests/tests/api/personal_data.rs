//! What people may ask about their personal data.

use sea_orm::EntityTrait;
use serde_json::{Value, json};
use server::entities::account;
use shared::{MemberRole, StaffRole};
use tests::{Person, TestApp};

const ASK: &str = "mutation($k: DataRequestKind!, $m: String) { requestAboutData(kind: $k, message: $m) { id status dueOn } }";
const ANSWER: &str = "mutation($id: ID!, $d: Boolean!, $n: String) { answerDataRequest(id: $id, done: $d, note: $n) { status note } }";

async fn deletion(person: &Person) -> Value {
    person.run(ASK, json!({ "k": "DELETION" })).await.data("/requestAboutData/id").clone()
}

#[tokio::test]
async fn a_person_gets_a_copy_of_all_that_is_kept_and_that_is_on_record() {
    let app = TestApp::start().await;
    let (person, other) = (app.person("Nguyễn Thị Hạnh").await, app.person("Trần Văn Bình").await);
    app.registered(&person, json!({ "name": "HTX Của Hạnh (mẫu)" })).await;
    app.registered(&other, json!({ "name": "HTX Của Bình (mẫu)" })).await;

    let answer = person.run("mutation { copyMyData }", json!({})).await;

    let copy = answer.data("/copyMyData");
    assert_eq!(copy["account"]["name"], "Nguyễn Thị Hạnh");
    assert_eq!(copy["memberships"][0]["organisation"], "HTX Của Hạnh (mẫu)");
    assert!(copy["changes_made"].as_array().unwrap().iter().any(|line| line["action"] == "registered"));
    assert!(!answer.text.contains("Bình") && !answer.text.contains("argon2"), "{}", answer.text);
    let administrator = app.staff(StaffRole::Administrator, &[]).await;
    let log = "query($id: ID!) { changes(entity: \"account\", id: $id) { action } }";
    let logged = administrator.run(log, json!({ "id": person.account })).await;
    assert_eq!(logged.texts("/changes", "action").first().map(String::as_str), Some("data_copied"));
}

#[tokio::test]
async fn a_deletion_is_answered_by_staff_and_leaves_nothing_personal() {
    let app = TestApp::start().await;
    let (person, partner) = (app.person("Nguyễn Thị Hạnh").await, app.person("Trần Văn Bình").await);
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let shared_with = app.registered(&person, json!({})).await;
    app.joined(&partner, shared_with, MemberRole::Owner).await;
    let id = deletion(&person).await;
    let queue = "{ dataRequests { totalCount nodes { id kind dueOn isLate askedBy { email } } } }";

    let twice = deletion(&person).await;
    let waiting = city.run(queue, json!({})).await;
    let unfounded = city.run(ANSWER, json!({ "id": id, "d": false })).await;
    let done = city.run(ANSWER, json!({ "id": id, "d": true })).await;
    let again = city.run(ANSWER, json!({ "id": id, "d": true })).await;
    let gone = person.run("{ viewer { name } }", json!({})).await;

    assert_eq!(twice, id);
    assert_eq!(waiting.data("/dataRequests/totalCount"), 1);
    assert_eq!(waiting.data("/dataRequests/nodes/0/askedBy/email"), person.email.as_str());
    assert_eq!(waiting.data("/dataRequests/nodes/0/isLate"), false);
    assert_eq!(unfounded.problems(), ["note: MISSING"]);
    assert_eq!(done.data("/answerDataRequest/status"), "DONE");
    assert_eq!(again.problems(), ["id: NOT_POSSIBLE_NOW"]);
    assert_eq!(gone.data("/viewer"), &Value::Null);
    let row =
        account::Entity::find_by_id(person.account).one(app.app.database.read()).await.unwrap().unwrap();
    assert_eq!((row.name.as_str(), row.phone.as_deref()), ("(đã xoá)", None));
    assert!(row.email.ends_with("@deleted.invalid"), "{}", row.email);
    let members = "query($id: ID!) { organisation(id: $id) { members { name } } }";
    let left = partner.run(members, json!({ "id": shared_with })).await;
    assert_eq!(left.texts("/organisation/members", "name"), ["Trần Văn Bình"]);
}

#[tokio::test]
async fn an_organisation_is_not_left_without_an_owner() {
    let app = TestApp::start().await;
    let person = app.person("Nguyễn Thị Hạnh").await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    app.registered(&person, json!({})).await;
    let id = deletion(&person).await;

    let answer = city.run(ANSWER, json!({ "id": id, "d": true })).await;
    let seen = person.run("{ viewer { name } myDataRequests { status } }", json!({})).await;

    assert_eq!(answer.problems(), ["done: NOT_POSSIBLE_NOW"]);
    assert_eq!(seen.data("/viewer/name"), "Nguyễn Thị Hạnh");
    assert_eq!(seen.texts("/myDataRequests", "status"), ["WAITING"]);
}

#[tokio::test]
async fn a_correction_says_what_and_can_be_taken_back() {
    let app = TestApp::start().await;
    let person = app.person("Nguyễn Thị Hạnh").await;

    let nothing = person.run(ASK, json!({ "k": "CORRECTION" })).await;
    let asked = person.run(ASK, json!({ "k": "CORRECTION", "m": "Tên trong danh bạ sai" })).await;
    let withdraw = "mutation($id: ID!) { withdrawDataRequest(id: $id) { status } }";
    let withdrawn = person.run(withdraw, json!({ "id": asked.data("/requestAboutData/id") })).await;

    assert_eq!(nothing.problems(), ["message: MISSING"]);
    assert_eq!(withdrawn.data("/withdrawDataRequest/status"), "WITHDRAWN");
}

#[tokio::test]
async fn who_reads_the_personal_number_of_another_is_on_record() {
    let app = TestApp::start().await;
    let (owner, administrator) = (app.person("Hạnh").await, app.staff(StaffRole::Administrator, &[]).await);
    let input = json!({ "legalForm": "HOUSEHOLD", "taxCode": "001199012345" });
    let id = app.registered(&owner, input).await;
    let query = "query($id: ID!) { organisation(id: $id) { taxCode } }";
    let log = "query($id: ID!) { changes(entity: \"organisation\", id: $id) { action actor } }";

    owner.run(query, json!({ "id": id })).await.data("/organisation/taxCode");
    let before = administrator.run(log, json!({ "id": id })).await;
    let read = administrator.run(query, json!({ "id": id })).await;
    let after = administrator.run(log, json!({ "id": id })).await;

    assert!(!before.texts("/changes", "action").contains(&"personal_number_read".to_owned()));
    assert_eq!(read.data("/organisation/taxCode"), "001199012345");
    assert_eq!(after.data("/changes/0/action"), "personal_number_read");
    assert_eq!(after.data("/changes/0/actor"), &json!(administrator.account));
}
