//! Certificates and decisions about stars: entered by producers, confirmed by staff.

use super::*;

#[tokio::test]
async fn a_paper_counts_in_the_search_once_staff_have_confirmed_it() {
    let app = TestApp::start().await;
    let (owner, city) = (app.person("Hạnh").await, app.staff(StaffRole::CityStaff, &[]).await);
    let maker = app.verified(&owner, json!({})).await;
    let id = id_of(&create(&owner, maker, json!({ "description": "Trà" })).await);
    owner.run(PUBLISH, json!({ "id": id })).await.data("/publishProduct");
    let file = put(&owner, "document", photo()).await.json["id"].clone();
    let paper = json!({ "kind": "haccp", "number": "HC-1", "issuedOn": "2026-01-15", "validUntil": "2099-01-14", "file": file });
    let filtered = "{ products(search: \"xyzzy\", filter: { certificates: [\"haccp\"] }) { totalCount } }";

    let added = owner.run(ADD_PAPER, json!({ "input": { "product": id, "certificate": paper } })).await;
    let before = app.guest().run(filtered, json!({})).await;
    let confirm = "mutation($id: ID!) { confirmCertificate(id: $id, version: 1) { confirmedAt } }";
    let confirmed = city.run(confirm, json!({ "id": added.data("/addCertificate/id") })).await;
    let after = app.guest().run(filtered, json!({})).await;

    assert_eq!(added.data("/addCertificate/enteredHere"), true);
    assert_eq!(before.data("/products/totalCount"), 0);
    assert!(confirmed.data("/confirmCertificate/confirmedAt").is_string());
    assert_eq!(after.data("/products/totalCount"), 1);
    // The scan is for the own people and staff.
    let url = added.data("/addCertificate/file/url").as_str().unwrap();
    assert_eq!(app.guest().get(url).await.codes(), ["NOT_FOUND"]);
    let with = |person: &Person| {
        let request = Request::get(url).header(header::AUTHORIZATION, person.actor.authorization());
        (person.actor.clone(), request.body(Body::empty()).unwrap())
    };
    for person in [&owner, &city] {
        let (actor, request) = with(person);
        assert_eq!(actor.send(request).await.headers["content-type"], "image/jpeg");
    }
    let query = "query($id: ID!) { product(id: $id) { certificates { file { url } confirmedAt } } }";
    let seen = app.guest().run(query, json!({ "id": id })).await;
    assert_eq!(seen.data("/product/certificates/0/file"), &Value::Null);
}

#[tokio::test]
async fn wrong_dates_and_kinds_of_a_paper_are_told_and_a_changed_one_is_confirmed_again() {
    let app = TestApp::start().await;
    let (owner, city) = (app.person("Hạnh").await, app.staff(StaffRole::CityStaff, &[]).await);
    let maker = app.registered(&owner, json!({})).await;
    let add = async |paper: Value| {
        owner.run(ADD_PAPER, json!({ "input": { "organisation": maker, "certificate": paper } })).await
    };

    let unknown = add(json!({ "kind": "x", "file": "x" })).await;
    let backwards =
        add(json!({ "kind": "haccp", "issuedOn": "2026-05-01", "validUntil": "2026-04-30" })).await;
    let future = add(json!({ "kind": "haccp", "issuedOn": "2099" })).await;
    let nobodys = owner.run(ADD_PAPER, json!({ "input": { "certificate": { "kind": "haccp" } } })).await;
    let added = add(json!({ "kind": "haccp" })).await;
    let id = added.data("/addCertificate/id");
    city.run("mutation($id: ID!) { confirmCertificate(id: $id, version: 1) { id } }", json!({ "id": id }))
        .await;
    let update = "mutation($id: ID!, $v: Int!) { updateCertificate(id: $id, version: $v, input: { kind: \"iso_22000\" }) { \
        confirmedAt kind { code } version } }";
    let changed = owner.run(update, json!({ "id": id, "v": 2 })).await;
    let late = owner.run(update, json!({ "id": id, "v": 2 })).await;
    let remove = "mutation($id: ID!) { removeCertificate(id: $id) { id } }";
    let removed = owner.run(remove, json!({ "id": id })).await;
    let twice = owner.run(remove, json!({ "id": id })).await;

    assert_eq!(
        unknown.problems(),
        ["input.certificate.kind: NOT_OFFERED", "input.certificate.file: NOT_OFFERED"]
    );
    assert_eq!(backwards.problems(), ["input.certificate.validUntil: WRONG_ORDER"]);
    assert_eq!(future.problems(), ["input.certificate.issuedOn: WRONG_ORDER"]);
    assert_eq!(nobodys.problems(), ["input.product: MISSING"]);
    let expected = json!({ "confirmedAt": null, "kind": { "code": "iso_22000" }, "version": 3 });
    assert_eq!(changed.data("/updateCertificate"), &expected);
    assert_eq!(late.codes(), ["CONFLICT"]);
    assert_eq!(removed.data("/removeCertificate"), &Value::Null);
    assert_eq!(twice.codes(), ["NOT_FOUND"]);
}

const ADD_STARS: &str = "mutation($p: ID!, $i: StarDecisionInput!) { addStarDecision(product: $p, input: $i) { \
    starDecisions { id state stars enteredHere confirmedAt } } }";
const CONFIRM_STARS: &str =
    "mutation($id: ID!) { confirmStarDecision(id: $id, version: 1) { state confirmedAt } }";
const STARS: &str = "query($id: ID!) { product(id: $id) { stars starState starDecisions { number } } \
    products(search: \"xyzzy\", filter: { stars: [4] }) { totalCount } }";

/// A product that everybody sees, and who may confirm its papers.
async fn published(app: &TestApp) -> (Person, Person, Value) {
    let (owner, city) = (app.person("Hạnh").await, app.staff(StaffRole::CityStaff, &[]).await);
    let maker = app.verified(&owner, json!({})).await;
    let id = id_of(&create(&owner, maker, json!({ "description": "Trà" })).await);
    owner.run(PUBLISH, json!({ "id": id })).await.data("/publishProduct");
    (owner, city, id)
}

fn decision(number: &str) -> Value {
    json!({ "stars": 4, "score": 82.5, "number": number, "issuer": "UBND thành phố Hà Nội",
        "signedOn": "2026-06-30" })
}

#[tokio::test]
async fn a_star_is_shown_once_staff_have_confirmed_the_decision() {
    let app = TestApp::start().await;
    let (owner, city, id) = published(&app).await;

    let added = owner.run(ADD_STARS, json!({ "p": id, "i": decision("99/QĐ-UBND") })).await;
    let decided = added.data("/addStarDecision/starDecisions/0/id").clone();
    let before = app.guest().run(STARS, json!({ "id": id })).await;
    let confirmed = city.run(CONFIRM_STARS, json!({ "id": decided })).await;
    let after = app.guest().run(STARS, json!({ "id": id })).await;
    let twice = city.run(CONFIRM_STARS, json!({ "id": decided })).await;
    let remove = "mutation($id: ID!) { removeStarDecision(id: $id) { id } }";
    let removed = owner.run(remove, json!({ "id": decided })).await;
    let take_back =
        "mutation($id: ID!) { refuseStarDecision(id: $id, version: 2, reason: \"Nhầm\") { confirmedAt } }";
    let taken_back = city.run(take_back, json!({ "id": decided })).await;
    let gone = app.guest().run(STARS, json!({ "id": id })).await;

    let entered = added.data("/addStarDecision/starDecisions/0");
    assert_eq!((&entered["state"], &entered["enteredHere"]), (&json!("UNCERTAIN"), &json!(true)));
    assert_eq!(before.data("/product"), &json!({ "stars": null, "starState": null, "starDecisions": [] }));
    assert_eq!(before.data("/products/totalCount"), 0);
    assert_eq!(confirmed.data("/confirmStarDecision/state"), "VALID");
    assert_eq!(after.data("/product/stars"), 4);
    assert_eq!(after.data("/product/starDecisions/0/number"), "99/QĐ-UBND");
    assert_eq!(after.data("/products/totalCount"), 1);
    assert_eq!(twice.problems(), ["id: NOT_POSSIBLE_NOW"]);
    assert_eq!(removed.problems(), ["id: NOT_POSSIBLE_NOW"]);
    assert_eq!(taken_back.data("/refuseStarDecision/confirmedAt"), &Value::Null);
    assert_eq!(gone.data("/product/stars"), &Value::Null, "confirmed by mistake");
    let letter = app.mails_to(&owner.email).await.pop().unwrap();
    assert!(letter.contains("99/QĐ-UBND") && letter.contains("Nhầm"), "{letter}");
}

#[tokio::test]
async fn a_refused_decision_says_why_and_may_be_entered_anew() {
    let app = TestApp::start().await;
    let (owner, city, id) = published(&app).await;
    let added = owner.run(ADD_STARS, json!({ "p": id, "i": decision("99/QĐ-UBND") })).await;
    let decided = added.data("/addStarDecision/starDecisions/0/id").clone();
    let refuse = "mutation($id: ID!, $r: String!) { refuseStarDecision(id: $id, version: 1, reason: $r) { refusedBecause } }";
    let waiting = "{ waitingStarDecisions { totalCount nodes { starDecision { number } product { name } \
        organisation { name } } } }";

    let waits = city.run(waiting, json!({})).await;
    let silent = city.run(refuse, json!({ "id": decided, "r": " " })).await;
    let refused = city.run(refuse, json!({ "id": decided, "r": "Số quyết định không có" })).await;
    let done = city.run(waiting, json!({})).await;
    let own = "query($id: ID!) { ownProduct(id: $id) { starDecisions { refusedBecause } } }";
    let told = owner.run(own, json!({ "id": id })).await;
    let again = owner.run(ADD_STARS, json!({ "p": id, "i": decision("99/QĐ-UBND") })).await;
    let remove = "mutation($id: ID!) { removeStarDecision(id: $id) { starDecisions { id } } }";
    let removed = owner.run(remove, json!({ "id": decided })).await;

    assert_eq!(waits.data("/waitingStarDecisions/totalCount"), 1);
    assert_eq!(waits.data("/waitingStarDecisions/nodes/0/starDecision/number"), "99/QĐ-UBND");
    assert_eq!(waits.data("/waitingStarDecisions/nodes/0/product/name"), "Xyzzy trà sen (mẫu)");
    assert_eq!(silent.problems(), ["reason: MISSING"]);
    assert_eq!(refused.data("/refuseStarDecision/refusedBecause"), "Số quyết định không có");
    assert_eq!(done.data("/waitingStarDecisions/totalCount"), 0);
    assert_eq!(told.data("/ownProduct/starDecisions/0/refusedBecause"), "Số quyết định không có");
    assert_eq!(again.problems(), ["input.number: TAKEN"]);
    assert_eq!(removed.data("/removeStarDecision/starDecisions"), &json!([]));
}

#[tokio::test]
async fn every_wrong_field_of_a_decision_is_told_at_once() {
    let app = TestApp::start().await;
    let (owner, _, id) = published(&app).await;
    let add = async |input: Value| owner.run(ADD_STARS, json!({ "p": id, "i": input })).await.problems();

    let empty = add(json!({})).await;
    let wrong = add(json!({ "stars": 2, "score": 101, "number": "1", "issuer": "UBND", "signedOn": "2099",
        "file": "x" }))
    .await;
    let too_few =
        add(json!({ "stars": 5, "score": 89.9, "number": "1", "issuer": "UBND", "signedOn": "2026" }));
    let both = json!({ "stars": 5, "potentialFiveStar": true, "number": "1", "issuer": "UBND",
        "signedOn": "2026" });

    let missing = ["stars", "number", "issuer", "signedOn"].map(|field| format!("input.{field}: MISSING"));
    assert_eq!(empty, missing);
    assert_eq!(
        wrong,
        [
            "input.stars: OUT_OF_RANGE",
            "input.score: OUT_OF_RANGE",
            "input.signedOn: WRONG_ORDER",
            "input.file: NOT_OFFERED"
        ]
    );
    assert_eq!(too_few.await, ["input.score: OUT_OF_RANGE"]);
    assert_eq!(add(both).await, ["input.stars: NOT_OFFERED"]);
}

#[tokio::test]
async fn a_refused_certificate_is_corrected_and_waits_again() {
    let app = TestApp::start().await;
    let (owner, city, id) = published(&app).await;
    let paper = json!({ "product": id, "certificate": { "kind": "haccp", "number": "HC-1" } });
    let added = owner.run(ADD_PAPER, json!({ "input": paper })).await;
    let paper = added.data("/addCertificate/id").clone();
    let waiting =
        "{ waitingCertificates { totalCount nodes { certificate { number } organisation { name } } } }";

    let refuse = "mutation($id: ID!) { refuseCertificate(id: $id, version: 1, reason: \"Số sai\") { refusedAt confirmedAt } }";
    let refused = city.run(refuse, json!({ "id": paper })).await;
    let none = city.run(waiting, json!({})).await;
    let public = "query($id: ID!) { product(id: $id) { certificates { refusedAt refusedBecause } } }";
    let seen = app.guest().run(public, json!({ "id": id })).await;
    let correct = "mutation($id: ID!) { updateCertificate(id: $id, version: 2, input: { kind: \"haccp\", number: \"HC-2\" }) { \
        refusedAt refusedBecause } }";
    let corrected = owner.run(correct, json!({ "id": paper })).await;
    let waits = city.run(waiting, json!({})).await;

    assert!(refused.data("/refuseCertificate/refusedAt").is_string());
    assert_eq!(none.data("/waitingCertificates/totalCount"), 0);
    assert_eq!(seen.data("/product/certificates"), &json!([]), "what staff refused is not shown");
    assert_eq!(corrected.data("/updateCertificate"), &json!({ "refusedAt": null, "refusedBecause": null }));
    assert_eq!(waits.data("/waitingCertificates/nodes/0/certificate/number"), "HC-2");
}

#[tokio::test]
async fn staff_decide_on_what_they_have_read() {
    let app = TestApp::start().await;
    let (owner, city, id) = published(&app).await;
    let paper = json!({ "product": id, "certificate": { "kind": "haccp", "number": "HC-1" } });
    let added = owner.run(ADD_PAPER, json!({ "input": paper })).await;
    let paper = added.data("/addCertificate/id");
    let change = "mutation($id: ID!) { updateCertificate(id: $id, version: 1, input: { kind: \"iso_9001\" }) { version } }";
    owner.run(change, json!({ "id": paper })).await.data("/updateCertificate/version");

    let confirm =
        "mutation($id: ID!, $v: Int!) { confirmCertificate(id: $id, version: $v) { confirmedAt version } }";
    let late = city.run(confirm, json!({ "id": paper, "v": 1 })).await;
    let read_again = city.run(confirm, json!({ "id": paper, "v": 2 })).await;

    assert_eq!(late.codes(), ["CONFLICT"]);
    assert_eq!(read_again.data("/confirmCertificate/version"), 3);
}

#[tokio::test]
async fn nobody_decides_on_a_paper_they_entered_themselves() {
    let app = TestApp::start().await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let maker = app.verified(&city, json!({})).await;
    let paper = json!({ "organisation": maker, "certificate": { "kind": "haccp" } });
    let added = city.run(ADD_PAPER, json!({ "input": paper })).await;
    let waiting = "{ waitingCertificates { totalCount } }";

    let own = city.run(waiting, json!({})).await;
    let confirm = "mutation($id: ID!) { confirmCertificate(id: $id, version: 1) { id } }";
    let confirmed = city.run(confirm, json!({ "id": added.data("/addCertificate/id") })).await;
    let colleague = app.staff(StaffRole::CityStaff, &[]).await;
    let others = colleague.run(waiting, json!({})).await;

    assert_eq!(own.data("/waitingCertificates/totalCount"), 0);
    assert_eq!(confirmed.codes(), ["FORBIDDEN"]);
    assert_eq!(others.data("/waitingCertificates/totalCount"), 1);
}
