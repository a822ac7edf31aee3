//! Entering and changing webhooks, and who may know of them.

use serde_json::{Value, json};
use server::changes;
use shared::{MemberRole, StaffRole};
use tests::TestApp;

use super::{TOLD, create, hook, receiver::Receiver, run, send, start};

const LIST: &str =
    "query($o: ID) { webhooks(organisation: $o) { id organisationId url kinds note pausedAt version } }";
const UPDATE: &str = "mutation($id: ID!, $v: Int!, $i: WebhookChanges!) { \
    updateWebhook(id: $id, version: $v, input: $i) { url kinds note version } }";
const RENEW: &str = "mutation($id: ID!) { renewWebhookSecret(id: $id) { secret webhook { id } } }";

#[tokio::test]
async fn a_secret_is_shown_when_it_is_made_and_never_again() {
    let app = start().await;
    let (sides, receiver) = (app.sides().await, Receiver::start().await);
    let mut own = hook(&sides.maker, sides.makes, &receiver.url()).await;
    run(&sides.maker, "testWebhook", &own.id).await.data("/testWebhook");
    let first = own.secret.clone();

    let renewed = sides.maker.run(RENEW, json!({ "id": own.id })).await;
    own.secret = renewed.data("/renewWebhookSecret/secret").as_str().unwrap().to_owned();
    send(&app).await;

    assert!(first.starts_with("whsec_") && first != own.secret);
    assert!(receiver.next().await.is_signed_by(&own));
    let listed = sides.maker.run(LIST, json!({ "o": sides.makes })).await;
    assert_eq!(listed.data("/webhooks/0/url"), &json!(receiver.url()));
    let lines = changes::of(app.app.database.read(), "organisation", &sides.makes.to_string()).await.unwrap();
    let said = format!("{} {lines:?}", listed.text);
    assert!(!said.contains("whsec_") && !said.contains(&own.secret[6..]), "{said}");
    let fields = "{ __type(name: \"Webhook\") { fields { name } } }";
    let fields = app.guest().run(fields, json!({})).await.texts("/__type/fields", "name");
    assert!(!fields.contains(&"secret".to_owned()), "{fields:?}");
}

#[tokio::test]
async fn it_is_changed_by_its_version_and_put_on_record_without_what_may_be_secret() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let own = hook(&sides.maker, sides.makes, "https://erp.example.vn/zz-path?key=zz-secret").await;
    let update = async |version: i32, input: Value| {
        sides.maker.run(UPDATE, json!({ "id": own.id, "v": version, "i": input })).await
    };

    let changed = update(1, json!({ "kinds": ["LAPSED", "ACCEPTED"], "note": " Phần mềm  kho " })).await;
    let late = update(1, json!({ "note": null })).await;
    let emptied = update(2, json!({ "kinds": null, "note": null, "url": "https://kho.example.vn" })).await;

    let after = |note: Value, kinds: Value, url: &str, version: i32| json!({ "url": url, "kinds": kinds, "note": note, "version": version });
    let url = "https://erp.example.vn/zz-path?key=zz-secret";
    let chosen = json!(["ACCEPTED", "LAPSED"]);
    assert_eq!(changed.data("/updateWebhook"), &after(json!("Phần mềm kho"), chosen, url, 2));
    assert_eq!(late.codes(), ["CONFLICT"]);
    let now = after(Value::Null, Value::Null, "https://kho.example.vn/", 3);
    assert_eq!(emptied.data("/updateWebhook"), &now);
    let lines = changes::of(app.app.database.read(), "organisation", &sides.makes.to_string()).await.unwrap();
    let actions: Vec<&str> = lines.iter().map(|line| line.action.as_str()).take(3).collect();
    assert_eq!(actions, ["webhook_updated", "webhook_updated", "webhook_created"]);
    let said = format!("{lines:?}");
    assert!(said.contains("erp.example.vn") && !said.contains("zz-"), "{said}");
}

#[tokio::test]
async fn what_is_wrong_is_told_at_its_field() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let tried = async |url: &str, more: Value| {
        let mut input = json!({ "organisation": sides.makes, "url": url });
        input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        create(&sides.maker, input).await.problems().join(" ")
    };
    let good = "https://erp.example.vn/hook";

    for (url, more, problem) in [
        ("erp.example.vn", json!({}), "input.url: NO_WEB_ADDRESS"),
        ("http://erp.example.vn", json!({}), "input.url: ADDRESS_NOT_ALLOWED"),
        ("https://10.1.2.3/hook", json!({}), "input.url: ADDRESS_NOT_ALLOWED"),
        ("https://a:b@erp.example.vn", json!({}), "input.url: ADDRESS_NOT_ALLOWED"),
        (good, json!({ "kinds": [] }), "input.kinds: MISSING"),
        (good, json!({ "kinds": ["ACCEPTED", "TEST"] }), "input.kinds: NOT_OFFERED"),
        (good, json!({ "note": "x".repeat(301) }), "input.note: TOO_LONG"),
        (good, json!({ "kinds": null, "note": null }), ""),
    ] {
        assert_eq!(tried(url, more).await, problem);
    }
    for _ in 1..5 {
        assert_eq!(tried(good, json!({})).await, "");
    }
    assert_eq!(tried(good, json!({})).await, "input.organisation: TOO_MANY");
}

#[tokio::test]
async fn an_organisation_that_nobody_has_verified_calls_nobody() {
    let app = TestApp::start().await;
    let owner = app.person("Chủ").await;
    let id = app.registered(&owner, json!({})).await;

    let refused = create(&owner, json!({ "organisation": id, "url": "https://erp.example.vn" })).await;

    assert_eq!(refused.problems(), ["input.organisation: NOT_VERIFIED"]);
}

#[tokio::test]
async fn only_owners_know_those_of_their_organisation_and_administrators_those_of_the_city() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let (member, administrator) =
        (app.person("Thành Viên").await, app.staff(StaffRole::Administrator, &[]).await);
    app.joined(&member, sides.makes, MemberRole::Member).await;
    let own = hook(&sides.maker, sides.makes, "https://erp.example.vn").await;
    let citys = hook(&administrator, None, "https://so.example.vn").await;
    let seen = async |by: &tests::Person, organisation: Value, webhook: &Value| {
        let list = by.run(LIST, json!({ "o": organisation })).await;
        let told = by.run(TOLD, json!({ "w": webhook })).await;
        let code = |answer: &tests::Answer| answer.codes().first().copied().unwrap_or("+").to_owned();
        format!("{} {}", code(&list), code(&told))
    };
    let (makes, city) = (json!(sides.makes), Value::Null);

    assert_eq!(seen(&sides.maker, makes.clone(), &own.id).await, "+ +");
    assert_eq!(seen(&member, makes.clone(), &own.id).await, "FORBIDDEN FORBIDDEN");
    assert_eq!(seen(&sides.buyer, makes.clone(), &own.id).await, "FORBIDDEN NOT_FOUND");
    assert_eq!(seen(&administrator, makes, &own.id).await, "FORBIDDEN NOT_FOUND");
    assert_eq!(seen(&administrator, city.clone(), &citys.id).await, "+ +");
    assert_eq!(seen(&sides.maker, city, &citys.id).await, "FORBIDDEN NOT_FOUND");
    let both =
        (administrator.run(LIST, json!({})).await, sides.maker.run(LIST, json!({ "o": sides.makes })).await);
    assert_eq!(
        (both.0.texts("/webhooks", "id"), both.1.texts("/webhooks", "id")),
        (vec![citys.id.as_str().unwrap().to_owned()], vec![own.id.as_str().unwrap().to_owned()],)
    );
    let waiting = json!({ "s": "WAITING" });
    assert_eq!(administrator.run(TOLD, waiting.clone()).await.codes(), ["BAD_INPUT"]);
    assert_eq!(sides.maker.run(TOLD, waiting).await.codes(), ["FORBIDDEN"]);
}

#[tokio::test]
async fn one_that_is_deleted_takes_along_what_it_was_told() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let own = hook(&sides.maker, sides.makes, "https://erp.example.vn").await;
    run(&sides.maker, "testWebhook", &own.id).await.data("/testWebhook");

    let deleted = run(&sides.maker, "deleteWebhook", &own.id).await;

    assert_eq!(deleted.data("/deleteWebhook/id"), &own.id);
    assert_eq!(super::rows(&app).await.len(), 0);
    assert_eq!(sides.maker.run(TOLD, json!({ "w": own.id })).await.codes(), ["NOT_FOUND"]);
}
