//! What a product is, its packs, terms and photos, and who sees which of it.

use super::*;

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
