//! Needs of retailers: entered, opened, read by those for whom they are, closed, copied.

use serde_json::{Value, json};
use server::statements::counted;
use shared::{OrganisationId, StaffRole};
use tests::{Answer, Person, TestApp, people::WARD};

const CREATE: &str =
    "mutation($input: NewNeed!) { createNeed(input: $input) { id version status visibility } }";
const UPDATE: &str = "mutation($id: ID!, $v: Int!, $c: NeedChanges!) { updateNeed(id: $id, version: $v, changes: $c) { \
    name minStars months quantityPerMonth unit { code } priceCeiling deadline version groups { code } \
    provinces { era code } requirements { requirement { code } number } } }";
const OPEN: &str = "mutation($id: ID!) { openNeed(id: $id) { status openedAt } }";
const CLOSE: &str =
    "mutation($id: ID!, $r: String) { closeNeed(id: $id, reason: $r) { status closedBecause } }";
const NAMES: &str =
    "query($f: NeedFilter) { needs(filter: $f) { totalCount nodes { name retailer { name } } } }";

/// A verified retailer and whoever acts for it.
async fn retailer(app: &TestApp) -> (Person, OrganisationId) {
    let buyer = app.person("Người Mua").await;
    let sells = json!({ "name": "Siêu thị Thử (mẫu)", "isProducer": false, "isRetailer": true });
    let id = app.verified(&buyer, sells).await;
    (buyer, id)
}

/// A draft that says enough to be opened.
async fn create(buyer: &Person, retailer: OrganisationId, name: &str, details: Value) -> Value {
    let mut whole = json!({ "description": "Cho quầy đặc sản" });
    whole.as_object_mut().unwrap().extend(details.as_object().unwrap().clone());
    let input = json!({ "organisation": retailer, "name": name, "details": whole });
    let answer = buyer.run(CREATE, json!({ "input": input })).await;
    answer.data("/createNeed/id").clone()
}

async fn open(buyer: &Person, id: &Value) -> Answer {
    buyer.run(OPEN, json!({ "id": id })).await
}

#[tokio::test]
async fn a_need_is_entered_opened_and_read_by_verified_producers() {
    let app = TestApp::start().await;
    let (buyer, shop) = retailer(&app).await;
    let (maker, stranger) = (app.person("Người Làm").await, app.person("Ai Đó").await);
    app.verified(&maker, json!({})).await;
    app.registered(&stranger, json!({ "name": "Chưa xác minh (mẫu)" })).await;
    let id = create(&buyer, shop, "Miến dong", json!({})).await;

    let draft = maker.run(NAMES, json!({})).await;
    let opened = open(&buyer, &id).await;
    let expected = json!({ "totalCount": 1, "nodes": [{ "name": "Miến dong", "retailer": { "name": "Siêu thị Thử (mẫu)" } }] });

    assert_eq!(draft.data("/needs/totalCount"), 0);
    assert_eq!(opened.data("/openNeed/status"), "OPEN");
    assert_eq!(maker.run(NAMES, json!({})).await.data("/needs"), &expected);
    assert_eq!(buyer.run(NAMES, json!({})).await.data("/needs"), &expected);
    for other in [&stranger.actor, &app.guest()] {
        assert_eq!(other.run(NAMES, json!({})).await.data("/needs/totalCount"), 0);
        let one = other.run("query($id: ID!) { need(id: $id) { name } }", json!({ "id": id })).await;
        assert_eq!(one.codes(), ["NOT_FOUND"]);
    }
}

#[tokio::test]
async fn a_retailer_shows_a_need_to_everybody_if_it_wishes() {
    let app = TestApp::start().await;
    let (buyer, shop) = retailer(&app).await;
    let id = create(&buyer, shop, "Miến dong", json!({ "visibility": "PUBLIC" })).await;

    let before = app.guest().run(NAMES, json!({})).await;
    open(&buyer, &id).await.data("/openNeed");
    let after = app.guest().run(NAMES, json!({})).await;
    let retailers =
        app.guest().run("{ retailers { totalCount nodes { name isVerified } } }", json!({})).await;

    assert_eq!(before.data("/needs/totalCount"), 0);
    assert_eq!(after.data("/needs/nodes/0/name"), "Miến dong");
    let expected =
        json!({ "totalCount": 1, "nodes": [{ "name": "Siêu thị Thử (mẫu)", "isVerified": true }] });
    assert_eq!(retailers.data("/retailers"), &expected);
}

#[tokio::test]
async fn every_wrong_field_of_a_need_is_told_at_once() {
    let app = TestApp::start().await;
    let (buyer, shop) = retailer(&app).await;
    let wrong = json!({
        "minStars": 2, "months": [13], "quantityPerMonth": 0, "priceCeiling": 1000, "deadline": "2020-01-01",
        "groups": ["X"], "provinces": ["99"], "formerProvinces": ["99"], "requirements": [{ "requirement": "x" }],
    });
    let input = json!({ "organisation": shop, "name": " ", "details": wrong });

    let answer = buyer.run(CREATE, json!({ "input": input })).await;

    assert_eq!(
        answer.problems(),
        [
            "input.name: MISSING",
            "input.details.minStars: OUT_OF_RANGE",
            "input.details.months: OUT_OF_RANGE",
            "input.details.quantityPerMonth: OUT_OF_RANGE",
            "input.details.deadline: WRONG_ORDER",
            "input.details.unit: MISSING",
            "input.details.groups: NOT_OFFERED",
            "input.details.provinces: NOT_OFFERED",
            "input.details.formerProvinces: NOT_OFFERED",
            "input.details.requirements: NOT_OFFERED",
        ]
    );
}

#[tokio::test]
async fn what_is_left_out_stays_null_does_not_matter_and_a_late_edit_is_refused() {
    let app = TestApp::start().await;
    let (buyer, shop) = retailer(&app).await;
    let details = json!({
        "minStars": 3, "months": [1, 12], "quantityPerMonth": 1500.5, "unit": "kg", "priceCeiling": 90000,
        "deadline": "2099-12-31", "groups": ["I.2.a"], "provinces": ["01"], "formerProvinces": ["24"],
        "requirements": [{ "requirement": "shelf_life_days", "number": 180 }, { "requirement": "vat_invoice" }],
    });
    let id = create(&buyer, shop, "Gạo nếp", details).await;
    let update = async |version: i32, changes: Value| {
        buyer.run(UPDATE, json!({ "id": id, "v": version, "c": changes })).await
    };

    let same = update(1, json!({})).await;
    let less = update(2, json!({ "minStars": null, "provinces": [], "requirements": [] })).await;
    let late = update(2, json!({ "name": "Khác" })).await;

    let expected = json!({
        "name": "Gạo nếp", "minStars": 3, "months": [1, 12], "quantityPerMonth": 1500.5, "unit": { "code": "kg" },
        "priceCeiling": 90000, "deadline": "2099-12-31", "version": 2, "groups": [{ "code": "I.2.a" }],
        "provinces": [{ "era": "CURRENT", "code": "01" }, { "era": "LEGACY", "code": "24" }],
        "requirements": [
            { "requirement": { "code": "vat_invoice" }, "number": null },
            { "requirement": { "code": "shelf_life_days" }, "number": 180 },
        ],
    });
    assert_eq!(same.data("/updateNeed"), &expected);
    let less = less.data("/updateNeed");
    assert_eq!((&less["minStars"], &less["requirements"]), (&Value::Null, &json!([])));
    assert_eq!(less["provinces"], json!([{ "era": "LEGACY", "code": "24" }]));
    assert_eq!(less["quantityPerMonth"], 1500.5);
    assert_eq!(late.codes(), ["CONFLICT"]);
}

#[tokio::test]
async fn a_need_lives_as_its_table_says() {
    let app = TestApp::start().await;
    let (buyer, shop) = retailer(&app).await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let id = create(&buyer, shop, "Miến dong", json!({})).await;
    let close =
        async |person: &Person, reason: Value| person.run(CLOSE, json!({ "id": id, "r": reason })).await;

    let closed_draft = close(&buyer, Value::Null).await;
    let draft_by_staff = close(&city, json!("Không phù hợp")).await;
    open(&buyer, &id).await.data("/openNeed");
    let twice = open(&buyer, &id).await;
    let unfounded = close(&city, Value::Null).await;
    let taken_down = close(&city, json!("Không phù hợp")).await;
    let edited = buyer.run(UPDATE, json!({ "id": id, "v": 3, "c": {} })).await;
    let reopened = open(&buyer, &id).await;
    let found = close(&buyer, json!("Đã tìm được")).await;
    let copy = buyer
        .run("mutation($id: ID!) { copyNeed(id: $id) { id name status deadline } }", json!({ "id": id }))
        .await;

    assert_eq!(closed_draft.problems(), ["id: NOT_POSSIBLE_NOW"]);
    assert_eq!(draft_by_staff.codes(), ["NOT_FOUND"]);
    assert_eq!(twice.problems(), ["id: NOT_POSSIBLE_NOW"]);
    assert_eq!(unfounded.problems(), ["reason: MISSING"]);
    assert_eq!(
        taken_down.data("/closeNeed"),
        &json!({ "status": "CLOSED", "closedBecause": "Không phù hợp" })
    );
    assert_eq!(edited.problems(), ["id: NOT_POSSIBLE_NOW"]);
    assert_eq!(reopened.data("/openNeed/status"), "OPEN");
    assert_eq!(found.data("/closeNeed/status"), "CLOSED");
    assert_eq!(copy.data("/copyNeed/status"), "DRAFT");
    assert_ne!(copy.data("/copyNeed/id"), &id);
}

#[tokio::test]
async fn nothing_is_opened_for_a_retailer_that_staff_have_not_verified() {
    let app = TestApp::start().await;
    let (buyer, maker) = (app.person("Người Mua").await, app.person("Người Làm").await);
    let sells = json!({ "isProducer": false, "isRetailer": true });
    let shop = app.registered(&buyer, sells).await;
    let id = create(&buyer, shop, "Miến dong", json!({})).await;
    let only_makes = app.registered(&maker, json!({})).await;
    let input = json!({ "organisation": only_makes, "name": "Miến" });

    assert_eq!(open(&buyer, &id).await.problems(), ["id: NOT_POSSIBLE_NOW"]);
    assert_eq!(maker.run(CREATE, json!({ "input": input })).await.codes(), ["FORBIDDEN"]);
}

#[tokio::test]
async fn producers_find_needs_that_touch_their_groups() {
    let app = TestApp::start().await;
    let (buyer, shop) = retailer(&app).await;
    let maker = app.person("Người Làm").await;
    let makes = app.verified(&maker, json!({})).await;
    let product = json!({ "organisation": makes, "name": "Trà (mẫu)", "group": "I.5.a" });
    let create_product = "mutation($i: NewProduct!) { createProduct(input: $i) { id } }";
    maker.run(create_product, json!({ "i": product })).await.data("/createProduct");
    for (name, groups) in [
        ("Trà", json!(["I.5"])),
        ("Trà sen", json!(["I.5.a"])),
        ("Gạo", json!(["I.2.a"])),
        ("Gì cũng được", json!([])),
    ] {
        let id = create(&buyer, shop, name, json!({ "groups": groups })).await;
        open(&buyer, &id).await.data("/openNeed");
    }

    let touching = maker.run(NAMES, json!({ "f": { "touching": makes } })).await;
    let all = maker.run(NAMES, json!({})).await;
    let food = maker.run(NAMES, json!({ "f": { "groups": ["I"] } })).await;
    let unknown = maker.run(NAMES, json!({ "f": { "groups": ["X"] } })).await;

    assert_eq!(touching.texts("/needs/nodes", "name"), ["Trà sen", "Trà"]);
    assert_eq!(all.data("/needs/totalCount"), 4);
    assert_eq!(food.texts("/needs/nodes", "name"), ["Gạo", "Trà sen", "Trà"]);
    assert_eq!(unknown.codes(), ["BAD_INPUT"]);
}

#[tokio::test]
async fn a_need_past_its_day_is_read_by_its_retailer_only_and_a_page_asks_a_fixed_number_of_statements() {
    use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
    use server::entities::need;
    let app = TestApp::start().await;
    let (buyer, shop) = retailer(&app).await;
    let officer = app.staff(StaffRole::UnitStaff, &[WARD]).await;
    let mut last = Value::Null;
    for n in 0..12 {
        let details =
            json!({ "visibility": "PUBLIC", "groups": ["I.5"], "requirements": [{ "requirement": "gtin" }] });
        last = create(&buyer, shop, &format!("Trà {n}"), details).await;
        open(&buyer, &last).await.data("/openNeed");
    }
    let query =
        "query($n: Int) { needs(first: $n) { totalCount nodes { name retailer { name } groups { code } } } }";

    let (few, _) = counted(app.guest().run(query, json!({ "n": 2 }))).await;
    let (many, answer) = counted(app.guest().run(query, json!({ "n": 12 }))).await;
    let row = need::Entity::find_by_id(last.as_str().unwrap().parse::<shared::NeedId>().unwrap());
    let row = row.one(app.app.database.read()).await.unwrap().unwrap();
    let mut past = row.into_active_model();
    past.deadline = Set("2020-01-01".parse().ok());
    past.update(app.app.database.write()).await.unwrap();

    assert_eq!(answer.data("/needs/totalCount"), 12);
    assert_eq!(few, many);
    assert_eq!(app.guest().run(query, json!({})).await.data("/needs/totalCount"), 11);
    assert_eq!(buyer.run(query, json!({})).await.data("/needs/totalCount"), 12);
    assert_eq!(officer.run(query, json!({})).await.data("/needs/totalCount"), 12);
}

#[tokio::test]
async fn a_need_says_what_keeps_it_from_being_opened_and_who_reads_it() {
    let app = TestApp::start().await;
    let buyer = app.person("Người Mua").await;
    let sells = json!({ "name": "Siêu thị Thử (mẫu)", "isProducer": false, "isRetailer": true });
    let shop = app.registered(&buyer, sells).await;
    let id = create(&buyer, shop, "Miến dong", json!({ "description": null })).await;
    let asked = "query($id: ID!) { need(id: $id) { hindrances viewerParty } }";

    let new = buyer.run(asked, json!({ "id": id })).await;
    let opened = open(&buyer, &id).await;

    assert_eq!(new.data("/need/hindrances"), &json!(["NOT_VERIFIED", "NOTHING_SAID"]));
    assert_eq!(new.data("/need/viewerParty"), "RETAILER");
    assert_eq!(opened.problems(), ["id: NOT_POSSIBLE_NOW"]);
}
