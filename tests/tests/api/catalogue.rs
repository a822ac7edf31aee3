//! Products as their producers enter them: terms, packs, photos, papers, readiness, and what everybody sees of it.

use axum::{
    body::Body,
    http::{Request, header},
};
use image::{DynamicImage, ImageFormat, RgbImage};
use serde_json::{Value, json};
use shared::{MemberRole, OrganisationId, StaffRole};
use tests::{Answer, Person, TestApp};

const CREATE: &str =
    "mutation($input: NewProduct!) { createProduct(input: $input) { id version publishedAt hindrances } }";
const UPDATE: &str = "mutation($id: ID!, $v: Int!, $c: ProductChanges!) { updateProduct(id: $id, version: $v, changes: $c) { \
    name description version months terms { capacityPerMonth unit { code } creditDays vatInvoice } \
    variants { id name gtin retailPrice retailPricePerKilo } photos { url } facts { kind freshness } } }";
const PUBLISH: &str = "mutation($id: ID!) { publishProduct(id: $id) { publishedAt } }";
const ADD_PAPER: &str = "mutation($input: NewCertificate!) { addCertificate(input: $input) { id version enteredHere file { url } } }";

async fn create(person: &Person, organisation: OrganisationId, details: Value) -> Answer {
    let input = json!({ "organisation": organisation, "name": "Xyzzy trà sen (mẫu)", "group": "I.5.a",
        "details": details });
    person.run(CREATE, json!({ "input": input })).await
}

fn id_of(answer: &Answer) -> Value {
    answer.data("/createProduct/id").clone()
}

/// Puts a file here as somebody.
async fn put(person: &Person, kind: &str, bytes: Vec<u8>) -> Answer {
    let request = Request::post(format!("/uploads?kind={kind}"))
        .header(header::AUTHORIZATION, person.actor.authorization())
        .header(header::CONTENT_TYPE, "image/jpeg")
        .header("x-file-name", "anh.jpg");
    person.actor.send(request.body(Body::from(bytes)).unwrap()).await
}

fn photo() -> Vec<u8> {
    let picture = RgbImage::from_fn(40, 30, |x, y| image::Rgb([(x * 6) as u8, (y * 8) as u8, 90]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture).write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

#[tokio::test]
async fn a_product_is_entered_published_found_and_hidden() {
    let app = TestApp::start().await;
    let owner = app.person("Hạnh").await;
    let maker = app.verified(&owner, json!({})).await;
    let search = "{ products(search: \"xyzzy\") { nodes { name producer { name } } } }";

    let created = create(&owner, maker, json!({})).await;
    let id = id_of(&created);
    let too_early = owner.run(PUBLISH, json!({ "id": id })).await;
    let described = json!({ "id": id, "v": 1, "c": { "description": "Trà ướp sen Tây Hồ" } });
    owner.run(UPDATE, described).await.data("/updateProduct/version");
    let unseen = app.guest().run(search, json!({})).await;
    let published = owner.run(PUBLISH, json!({ "id": id })).await;
    let seen = app.guest().run(search, json!({})).await;
    let hide = "mutation($id: ID!) { hideProduct(id: $id) { publishedAt } }";
    let hidden = owner.run(hide, json!({ "id": id })).await;
    let gone = app.guest().run(search, json!({})).await;

    assert_eq!(created.data("/createProduct/hindrances"), &json!(["NO_DESCRIPTION"]));
    assert_eq!(too_early.problems(), ["id: NOT_POSSIBLE_NOW"]);
    assert_eq!(unseen.data("/products/nodes"), &json!([]));
    assert!(published.data("/publishProduct/publishedAt").is_string());
    assert_eq!(seen.data("/products/nodes/0/name"), "Xyzzy trà sen (mẫu)");
    assert_eq!(hidden.data("/hideProduct/publishedAt"), &Value::Null);
    assert_eq!(gone.data("/products/nodes"), &json!([]));
}

#[tokio::test]
async fn nothing_is_published_of_an_organisation_that_staff_have_not_verified() {
    let app = TestApp::start().await;
    let owner = app.person("Hạnh").await;
    let maker = app.registered(&owner, json!({})).await;
    let created = create(&owner, maker, json!({ "description": "Trà" })).await;

    let published = owner.run(PUBLISH, json!({ "id": id_of(&created) })).await;

    assert_eq!(created.data("/createProduct/hindrances"), &json!(["NOT_VERIFIED"]));
    assert_eq!(published.problems(), ["id: NOT_POSSIBLE_NOW"]);
}

#[tokio::test]
async fn every_wrong_field_of_a_product_is_told_at_once() {
    let app = TestApp::start().await;
    let owner = app.person("Hạnh").await;
    let maker = app.registered(&owner, json!({})).await;
    let wrong = json!({
        "months": [0, 13], "capacityPerMonth": 0, "leadTimeDays": -1, "creditDays": 99999, "unit": "x",
        "traceabilityUrl": "không", "photos": ["x"],
        "variants": [
            { "name": "", "gtin": "8939999000018", "netContent": 100 },
            { "name": "Hộp", "gtin": "8939999000017", "netUnit": "g", "netContent": 0 },
            { "name": "Hộp", "gtin": "8939999000017", "packUnit": "x", "id": "x" },
        ],
    });

    let answer = create(&owner, maker, wrong).await;

    assert_eq!(
        answer.problems(),
        [
            "input.details.months: OUT_OF_RANGE",
            "input.details.unit: NOT_OFFERED",
            "input.details.capacityPerMonth: OUT_OF_RANGE",
            "input.details.leadTimeDays: OUT_OF_RANGE",
            "input.details.creditDays: OUT_OF_RANGE",
            "input.details.traceabilityUrl: NO_WEB_ADDRESS",
            "input.details.variants.0.gtin: GTIN_CHECK",
            "input.details.variants.0.netUnit: MISSING",
            "input.details.variants.0.name: MISSING",
            "input.details.variants.1.netContent: OUT_OF_RANGE",
            "input.details.variants.2.gtin: TAKEN",
            "input.details.variants.2.id: NOT_OFFERED",
            "input.details.variants.2.packUnit: NOT_OFFERED",
            "input.details.photos: NOT_OFFERED",
        ]
    );
}

#[tokio::test]
async fn what_is_left_out_stays_and_null_is_not_known() {
    let app = TestApp::start().await;
    let owner = app.person("Hạnh").await;
    let maker = app.registered(&owner, json!({})).await;
    let details = json!({
        "description": "Trà", "months": [1, 2, 12], "unit": "kg", "capacityPerMonth": 1250.5, "creditDays": 30,
        "vatInvoice": "ON_REQUEST",
        "variants": [{ "name": "Hộp 250 g", "gtin": "8939999000017", "netContent": 250, "netUnit": "g", "retailPrice": 125000 }],
    });
    let id = id_of(&create(&owner, maker, details).await);
    let update = async |version: i32, changes: Value| {
        owner.run(UPDATE, json!({ "id": id, "v": version, "c": changes })).await
    };

    let unchanged = update(1, json!({})).await;
    let forgotten = update(2, json!({ "creditDays": null, "months": null, "description": null })).await;
    let late = update(2, json!({ "name": "Tên khác" })).await;

    let before = unchanged.data("/updateProduct");
    assert_eq!(before["months"], json!([1, 2, 12]));
    assert_eq!(before["terms"]["capacityPerMonth"], json!(1250.5));
    assert_eq!(before["terms"]["vatInvoice"], "ON_REQUEST");
    assert_eq!(before["variants"][0]["retailPricePerKilo"], 500_000);
    let after = forgotten.data("/updateProduct");
    assert_eq!((&after["months"], &after["description"]), (&Value::Null, &Value::Null));
    assert_eq!(after["terms"]["creditDays"], Value::Null);
    assert_eq!(after["terms"]["capacityPerMonth"], json!(1250.5));
    assert_eq!(after["variants"], before["variants"], "a pack stays the pack that it is");
    let kinds = forgotten.texts("/updateProduct/facts", "kind");
    assert_eq!(kinds, ["CAPACITY", "VARIANTS", "VAT_INVOICE"]);
    assert_eq!(late.codes(), ["CONFLICT"]);
}

#[tokio::test]
async fn a_fact_grows_old_and_is_fresh_again_when_it_is_still_true() {
    use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
    use server::entities::product_fact;
    let app = TestApp::start().await;
    let owner = app.person("Hạnh").await;
    let maker = app.registered(&owner, json!({})).await;
    let id = id_of(&create(&owner, maker, json!({ "storage": "Nơi khô", "creditDays": 0 })).await);
    let database = &app.app.database;
    for (row, days) in
        product_fact::Entity::find().all(database.read()).await.unwrap().into_iter().zip([100, 400])
    {
        let mut old = row.into_active_model();
        old.as_of = Set(chrono::Utc::now() - chrono::Duration::days(days));
        old.update(database.write()).await.unwrap();
    }
    let facts = "query($id: ID!) { ownProduct(id: $id) { facts { kind freshness } } }";
    let confirm = "mutation($id: ID!, $k: [FactKind!]) { confirmFacts(id: $id, kinds: $k) { facts { kind freshness } } }";

    let old = owner.run(facts, json!({ "id": id })).await;
    let one = owner.run(confirm, json!({ "id": id, "k": ["STORAGE", "MONTHS"] })).await;
    let all = owner.run(confirm, json!({ "id": id })).await;

    let mut ages = old.texts("/ownProduct/facts", "freshness");
    ages.sort();
    assert_eq!(ages, ["AGEING", "STALE"]);
    let storage = one.data("/confirmFacts/facts").as_array().unwrap();
    assert!(storage.contains(&json!({ "kind": "STORAGE", "freshness": "FRESH" })), "{}", one.text);
    assert_eq!(storage.len(), 2, "what is not known can't be confirmed");
    assert_eq!(all.texts("/confirmFacts/facts", "freshness"), ["FRESH", "FRESH"]);
}

#[tokio::test]
async fn a_photo_of_ones_own_is_shown_to_everybody() {
    let app = TestApp::start().await;
    let (owner, other) = (app.person("Hạnh").await, app.person("Bình").await);
    let maker = app.verified(&owner, json!({})).await;
    let id = id_of(&create(&owner, maker, json!({ "description": "Trà" })).await);
    let put_here = put(&owner, "photo", photo()).await;
    let anothers = put(&other, "photo", photo()).await;
    let document = put(&owner, "document", photo()).await;
    let photos = async |version: i32, ids: Value| {
        owner.run(UPDATE, json!({ "id": id, "v": version, "c": { "photos": ids } })).await
    };

    let wrong = photos(1, json!([document.json["id"]])).await;
    let of_another = photos(1, json!([anothers.json["id"]])).await;
    let shown = photos(1, json!([put_here.json["id"]])).await;
    owner.run(PUBLISH, json!({ "id": id })).await.data("/publishProduct");

    let query = "query($id: ID!) { product(id: $id) { photos { url smallUrl width } } }";
    let seen = app.guest().run(query, json!({ "id": id })).await;
    assert_eq!(wrong.problems(), ["changes.photos: NOT_OFFERED"]);
    assert_eq!(of_another.problems(), ["changes.photos: NOT_OFFERED"]);
    assert_eq!(shown.data("/updateProduct/photos").as_array().unwrap().len(), 1);
    let url = seen.data("/product/photos/0/smallUrl").as_str().unwrap();
    assert_eq!(app.guest().get(url).await.headers["content-type"], "image/jpeg");
}

#[tokio::test]
async fn wholesale_prices_and_terms_are_for_those_who_trade() {
    let app = TestApp::start().await;
    let owner = app.person("Hạnh").await;
    let (trader, stranger) = (app.person("Bình").await, app.person("Cúc").await);
    let maker = app.verified(&owner, json!({})).await;
    app.verified(&trader, json!({ "name": "Cửa hàng (mẫu)", "isProducer": false, "isRetailer": true })).await;
    let details = json!({ "description": "Trà", "creditDays": 15,
        "variants": [{ "name": "Hộp", "retailPrice": 100000, "wholesalePrice": 80000 }] });
    let id = id_of(&create(&owner, maker, details).await);
    owner.run(PUBLISH, json!({ "id": id })).await.data("/publishProduct");
    let query = "query($id: ID!) { product(id: $id) { variants { retailPrice wholesalePrice } terms { creditDays } } }";
    let city = app.staff(StaffRole::CityStaff, &[]).await;

    for (actor, wholesale) in [
        (app.guest(), Value::Null),
        (stranger.actor.clone(), Value::Null),
        (trader.actor.clone(), json!(80_000)),
        (owner.actor.clone(), json!(80_000)),
        (city.actor.clone(), json!(80_000)),
    ] {
        let answer = actor.run(query, json!({ "id": id })).await;
        let product = answer.data("/product");
        assert_eq!(product["variants"], json!([{ "retailPrice": 100_000, "wholesalePrice": wholesale }]));
        assert_eq!(product["terms"].is_null(), wholesale.is_null());
    }
}

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
    let confirm = "mutation($id: ID!) { confirmCertificate(id: $id) { confirmedAt } }";
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
    city.run("mutation($id: ID!) { confirmCertificate(id: $id) { id } }", json!({ "id": id })).await;
    let update = "mutation($id: ID!, $v: Int!) { updateCertificate(id: $id, version: $v, input: { kind: \"iso_22000\" }) { \
        confirmedAt kind { code } version } }";
    let changed = owner.run(update, json!({ "id": id, "v": 1 })).await;
    let late = owner.run(update, json!({ "id": id, "v": 1 })).await;
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
    let expected = json!({ "confirmedAt": null, "kind": { "code": "iso_22000" }, "version": 2 });
    assert_eq!(changed.data("/updateCertificate"), &expected);
    assert_eq!(late.codes(), ["CONFLICT"]);
    assert_eq!(removed.data("/removeCertificate"), &Value::Null);
    assert_eq!(twice.codes(), ["NOT_FOUND"]);
}

#[tokio::test]
async fn readiness_says_what_is_met_what_is_missing_and_where_to_mend_it() {
    let app = TestApp::start().await;
    let owner = app.person("Hạnh").await;
    let maker = app.verified(&owner, json!({ "legalForm": "COMPANY", "taxCode": "0199999906" })).await;
    let details = json!({
        "unit": "kg", "capacityPerMonth": 500, "vatInvoice": "NO", "acceptsConsignment": true, "shelfLifeDays": 365,
        "variants": [{ "name": "A", "gtin": "8939999000017" }, { "name": "B" }],
    });
    let id = id_of(&create(&owner, maker, details).await);
    let paper = json!({ "kind": "haccp", "number": "HC-1", "validUntil": "2020-01-01" });
    owner
        .run(ADD_PAPER, json!({ "input": { "product": id, "certificate": paper } }))
        .await
        .data("/addCertificate");
    let answer = "mutation($id: ID!, $r: String!, $y: Boolean, $n: Quantity) { \
        answerRequirement(product: $id, requirement: $r, yes: $y, number: $n) { id } }";
    let answered = owner.run(answer, json!({ "id": id, "r": "cold_chain", "y": true })).await;
    let wrong_kind = owner.run(answer, json!({ "id": id, "r": "cold_chain", "n": 3 })).await;
    let unknown = owner.run(answer, json!({ "id": id, "r": "x", "y": true })).await;

    let query = "query($id: ID!, $c: String) { readinessChannels ownProduct(id: $id) { readiness(channel: $c) { met unmet unknown \
        items { requirement { code } state rests mend } } } }";
    let all = owner.run(query, json!({ "id": id })).await;
    let aeon = owner.run(query, json!({ "id": id, "c": "AEON" })).await;

    assert!(answered.codes().is_empty(), "{}", answered.text);
    assert_eq!(wrong_kind.problems(), ["number: NOT_POSSIBLE_NOW"]);
    assert_eq!(unknown.problems(), ["requirement: NOT_OFFERED"]);
    let items = all.data("/ownProduct/readiness/items").as_array().unwrap();
    assert_eq!(items.len(), 38);
    let item = |code: &str| {
        let item = items.iter().find(|item| item["requirement"]["code"] == code).unwrap();
        (
            item["state"].as_str().unwrap(),
            item["rests"].as_str().unwrap_or("-"),
            item["mend"].as_str().unwrap_or("-"),
        )
    };
    for (code, expected) in [
        ("tax_code", ("MET", "Hợp tác xã Thử Nghiệm (mẫu)", "-")),
        ("business_registration", ("MET", "Hợp tác xã Thử Nghiệm (mẫu)", "-")),
        ("vat_invoice", ("UNMET", "-", "TERMS")),
        ("consignment", ("MET", "-", "-")),
        ("credit_days", ("UNKNOWN", "-", "TERMS")),
        ("shelf_life_days", ("MET", "365", "-")),
        ("min_monthly_volume", ("MET", "500", "-")),
        ("gtin", ("UNMET", "1/2", "VARIANTS")),
        ("quality_system", ("UNMET", "HC-1, 01/01/2020", "CERTIFICATE")),
        ("organic", ("UNKNOWN", "-", "CERTIFICATE")),
        ("cold_chain", ("MET", "-", "-")),
        ("listing_fee", ("UNKNOWN", "-", "ANSWER")),
        ("min_stars", ("UNKNOWN", "-", "STARS")),
        ("stable_supply_months", ("UNKNOWN", "-", "MONTHS")),
    ] {
        assert_eq!(item(code), expected, "{code}");
    }
    let counted: i64 = ["met", "unmet", "unknown"]
        .map(|state| all.data(&format!("/ownProduct/readiness/{state}")).as_i64().unwrap())
        .iter()
        .sum();
    assert_eq!(counted, 38);
    let of_aeon = aeon.data("/ownProduct/readiness/items").as_array().unwrap();
    assert!(of_aeon.len() > 5 && of_aeon.len() < 38, "{}", of_aeon.len());
    assert!(!of_aeon.iter().any(|item| item["requirement"]["code"] == "listing_fee"));
    let channels = all.data("/readinessChannels").as_array().unwrap();
    assert!(channels.contains(&json!("AEON")) && !channels.contains(&json!("all chains")), "{channels:?}");
}

#[tokio::test]
async fn the_own_list_has_what_is_not_published_and_the_log_says_who_changed_what() {
    let app = TestApp::start().await;
    let (owner, member) = (app.person("Hạnh").await, app.person("Bình").await);
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let maker = app.registered(&owner, json!({})).await;
    app.joined(&member, maker, MemberRole::Member).await;
    let id = id_of(&create(&owner, maker, json!({})).await);
    member
        .run(UPDATE, json!({ "id": id, "v": 1, "c": { "storage": "Nơi khô" } }))
        .await
        .data("/updateProduct");

    let query =
        "query($id: ID!) { organisation(id: $id) { products { totalCount nodes { name publishedAt } } } }";
    let list = member.run(query, json!({ "id": maker })).await;
    let log = "query($id: ID!) { changes(entity: \"product\", id: $id) { actor action before after } }";
    let logged = city.run(log, json!({ "id": id })).await;

    let expected =
        json!({ "totalCount": 1, "nodes": [{ "name": "Xyzzy trà sen (mẫu)", "publishedAt": null }] });
    assert_eq!(list.data("/organisation/products"), &expected);
    assert_eq!(logged.texts("/changes", "action"), ["updated", "created"]);
    assert_eq!(logged.data("/changes/0/actor"), &json!(member.account));
    assert_eq!(logged.data("/changes/0/before/storage"), &Value::Null);
    assert_eq!(logged.data("/changes/0/after/storage"), "Nơi khô");
}
