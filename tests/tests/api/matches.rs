//! Matches of needs and products: gates and scores with their reasons, in both directions, as everything changes.

use serde_json::{Value, json};
use shared::{OrganisationId, StaffRole};
use tests::{
    Answer, Person, TestApp,
    people::{OTHER_WARD, WARD},
};

const MATCHES: &str = "query($need: ID, $product: ID, $choice: MatchChoice, $first: Int, $after: String) { \
    matches(needId: $need, productId: $product, choice: $choice, first: $first, after: $after) { \
    totalCount pageInfo { hasNextPage endCursor } nodes { score met notMet unknown \
    need { id name } product { id name } \
    gates { kind state says { vi en } mends { vi } mend requirement { code } asOf } \
    parts { kind value weight says { vi } } strongest { kind } } } }";

/// A verified retailer and a verified producer.
struct World {
    app: TestApp,
    buyer: Person,
    shop: OrganisationId,
    maker: Person,
    works: OrganisationId,
}

impl World {
    async fn new() -> Self {
        let app = TestApp::start().await;
        let (buyer, maker) = (app.person("Người Mua").await, app.person("Người Làm").await);
        let sells = json!({ "name": "Siêu thị Thử (mẫu)", "isProducer": false, "isRetailer": true });
        let shop = app.verified(&buyer, sells).await;
        let works = app.verified(&maker, json!({ "taxCode": "0199999906" })).await;
        Self { app, buyer, shop, maker, works }
    }

    /// An open need for tea.
    async fn need(&self, name: &str, details: Value) -> Value {
        let mut whole = json!({ "groups": ["I.5.a"] });
        whole.as_object_mut().unwrap().extend(details.as_object().unwrap().clone());
        self.app.open_need(&self.buyer, self.shop, name, whole).await
    }

    /// A published tea.
    async fn product(&self, name: &str, changes: Value) -> Value {
        let id = self.app.published_product(&self.maker, self.works, name).await;
        self.change(&id, 2, changes).await;
        id
    }

    async fn change(&self, product: &Value, version: i32, changes: Value) {
        let update = "mutation($id: ID!, $v: Int!, $c: ProductChanges!) { updateProduct(id: $id, version: $v, changes: $c) { version } }";
        let answer = self.maker.run(update, json!({ "id": product, "v": version, "c": changes })).await;
        assert!(answer.data("/updateProduct/version").is_number(), "{}", answer.text);
    }

    async fn products_for(&self, need: &Value, choice: &str) -> Answer {
        self.buyer.run(MATCHES, json!({ "need": need, "choice": choice, "first": 100 })).await
    }

    async fn needs_for(&self, product: &Value, choice: &str) -> Answer {
        self.maker.run(MATCHES, json!({ "product": product, "choice": choice })).await
    }
}

/// The matches of own products, without those of the public facts.
fn own(answer: &Answer) -> Vec<String> {
    let names = answer.data("/matches/nodes").as_array().unwrap().iter();
    let names = names.map(|node| node["product"]["name"].as_str().unwrap().to_owned());
    names.filter(|name| name.ends_with("(mẫu)")).collect()
}

/// The states of the gates of the match of a product, by kind.
fn gates(answer: &Answer, product: &str) -> Vec<(String, String)> {
    let nodes = answer.data("/matches/nodes").as_array().unwrap();
    let node = nodes.iter().find(|node| node["product"]["name"] == product).unwrap();
    let text = |gate: &Value, name: &str| gate[name].as_str().unwrap().to_owned();
    node["gates"].as_array().unwrap().iter().map(|gate| (text(gate, "kind"), text(gate, "state"))).collect()
}

#[tokio::test]
async fn a_need_finds_what_fits_and_what_almost_fits_with_reasons() {
    let world = World::new().await;
    let asked = json!({ "quantityPerMonth": 50, "unit": "kg", "priceCeiling": 300_000,
        "requirements": [{ "requirement": "vat_invoice" }, { "requirement": "gtin" }] });
    let need = world.need("Trà xanh đóng gói", asked).await;
    let pack = |gtin: Value| {
        json!([{ "name": "Gói 100 g", "netContent": 100, "netUnit": "g", "packUnit": "packet",
        "wholesalePrice": 25_000, "gtin": gtin }])
    };
    let terms = json!({ "unit": "kg", "capacityPerMonth": 80, "vatInvoice": "YES" });
    let with = |gtin: Value| {
        let mut changes = terms.clone();
        changes["variants"] = pack(gtin);
        changes
    };
    world.product("Trà xanh (mẫu)", with(json!("8939999000017"))).await;
    world.product("Trà xanh không mã (mẫu)", with(Value::Null)).await;
    world.product("Trà chưa rõ (mẫu)", json!({})).await;

    let fitting = world.products_for(&need, "FITTING").await;
    let almost = world.products_for(&need, "ALMOST").await;

    assert_eq!(own(&fitting), ["Trà xanh (mẫu)", "Trà chưa rõ (mẫu)"]);
    assert_eq!(own(&almost), ["Trà xanh không mã (mẫu)"]);
    let met = ["GROUP", "CAPACITY", "PRICE", "VAT_INVOICE", "BARCODE", "REFUSAL"];
    let met = met.map(|kind| (kind.to_owned(), "MET".to_owned()));
    assert_eq!(gates(&fitting, "Trà xanh (mẫu)"), met);
    let node = &fitting.data("/matches/nodes")[0];
    assert_eq!(node["gates"][1]["says"]["vi"], "Cần 50 kg mỗi tháng; cung ứng 80 kg mỗi tháng");
    assert_eq!(
        node["gates"][2]["says"]["en"],
        "At most 300,000\u{a0}₫ for one kilogram; wholesale price 250,000\u{a0}₫ for one kilogram"
    );
    let barcode = almost.data("/matches/nodes/0/gates").as_array().unwrap();
    let barcode = barcode.iter().find(|gate| gate["kind"] == "BARCODE").unwrap();
    assert_eq!(barcode["mends"]["vi"], "Có mã vạch cho mọi quy cách");
    assert_eq!(barcode["mend"], "VARIANTS");
    // A score is the weighted mean of its parts: nothing is unknown here.
    let parts = node["parts"].as_array().unwrap();
    let sum = |of: &dyn Fn(&Value) -> f64| parts.iter().map(of).sum::<f64>();
    let weight = |part: &Value| part["weight"].as_f64().unwrap();
    let mean = sum(&|part| weight(part) * part["value"].as_f64().unwrap()) / sum(&weight);
    assert!((node["score"].as_f64().unwrap() - 100.0 * mean).abs() <= 0.6, "{node}");
}

#[tokio::test]
async fn matches_follow_what_both_sides_change() {
    let world = World::new().await;
    let need =
        world.need("Trà có hóa đơn", json!({ "requirements": [{ "requirement": "vat_invoice" }] })).await;
    let tea = world.product("Trà (mẫu)", json!({ "vatInvoice": "NO" })).await;

    let before = world.products_for(&need, "FITTING").await;
    world.change(&tea, 3, json!({ "vatInvoice": "ON_REQUEST" })).await;
    let mended = world.products_for(&need, "FITTING").await;
    let mirrored = world.needs_for(&tea, "FITTING").await;
    let close = "mutation($id: ID!) { closeNeed(id: $id) { status } }";
    world.buyer.run(close, json!({ "id": need })).await.data("/closeNeed/status");
    let closed = world.products_for(&need, "ALL").await;
    let hide = "mutation($id: ID!) { hideProduct(id: $id) { publishedAt } }";
    world.maker.run(hide, json!({ "id": tea })).await.data("/hideProduct");

    assert_eq!(own(&before), [""; 0]);
    assert_eq!(own(&mended), ["Trà (mẫu)"]);
    assert_eq!(mirrored.data("/matches/nodes/0/need/name"), "Trà có hóa đơn");
    assert_eq!(closed.data("/matches/totalCount"), 0);
    assert_eq!(world.needs_for(&tea, "ALL").await.data("/matches/totalCount"), 0);
}

#[tokio::test]
async fn pages_follow_each_other_without_a_gap_and_the_best_come_first() {
    let world = World::new().await;
    let need = world.need("Trà", json!({})).await;
    for number in 1..=7 {
        world.product(&format!("Trà số {number} (mẫu)"), json!({ "months": [number] })).await;
    }
    let whole = world.products_for(&need, "ALL").await;
    let ids = |answer: &Answer| -> Vec<String> {
        let nodes = answer.data("/matches/nodes").as_array().unwrap().iter();
        nodes.map(|node| node["product"]["id"].as_str().unwrap().to_owned()).collect()
    };

    let (mut paged, mut after) = (Vec::new(), Value::Null);
    loop {
        let asked = json!({ "need": need, "choice": "ALL", "first": 3, "after": after });
        let page = world.buyer.run(MATCHES, asked).await;
        paged.extend(ids(&page));
        after = page.data("/matches/pageInfo/endCursor").clone();
        if page.data("/matches/pageInfo/hasNextPage") == false || paged.len() >= 30 {
            break;
        }
    }

    assert!(whole.data("/matches/totalCount").as_u64().unwrap() >= 7);
    assert_eq!(paged, ids(&whole)[..paged.len()]);
    assert!(paged.len() >= 7);
    let keys: Vec<(i64, i64)> = whole
        .data("/matches/nodes")
        .as_array()
        .unwrap()
        .iter()
        .map(|node| (node["notMet"].as_i64().unwrap(), -node["score"].as_i64().unwrap()))
        .collect();
    assert!(keys.is_sorted(), "{keys:?}");
    let other = world.buyer.run(MATCHES, json!({ "need": need, "choice": "FITTING", "after": after })).await;
    assert_eq!(other.codes(), ["BAD_CURSOR"]);
}

#[tokio::test]
async fn public_products_of_which_nothing_is_known_may_fit_and_say_so() {
    let world = World::new().await;
    let asked = json!({ "requirements": [{ "requirement": "credit_days", "number": 30 }] });
    let need = world.need("Trà", asked).await;

    let found = world.products_for(&need, "FITTING").await;

    let node = &found.data("/matches/nodes")[0];
    let credit = node["gates"].as_array().unwrap().iter().find(|gate| gate["kind"] == "CREDIT").unwrap();
    assert_eq!(credit["state"], "UNKNOWN");
    assert_eq!(credit["says"]["vi"], "Công nợ từ 30 ngày; chưa rõ");
    assert!(node["score"].as_i64().unwrap() < 100);
}

#[tokio::test]
async fn a_producer_learns_what_would_open_needs_and_staff_what_is_missing() {
    let world = World::new().await;
    let city = world.app.staff(StaffRole::CityStaff, &[]).await;
    let requirement = |code: &str| json!({ "requirements": [{ "requirement": code }] });
    world.need("Trà có mã vạch", requirement("gtin")).await;
    world.need("Trà cũng có mã vạch", requirement("gtin")).await;
    world.need("Trà hữu cơ", requirement("organic")).await;
    world.need("Rượu", json!({ "groups": ["II.1.a"] })).await;
    world.product("Trà (mẫu)", json!({ "variants": [{ "name": "Gói", "packUnit": "packet" }] })).await;

    let openings = "query($p: ID!) { openings(producer: $p) { kind mend needs products requirement { code } \
        says { vi } matches { need { name } product { name } } } }";
    let own = world.maker.run(openings, json!({ "p": world.works })).await;
    let blockers = city.run("{ blockers { kind needs products } }", json!({})).await;
    let wine = city.run("{ blockers(groups: [\"II.1.a\"]) { kind } }", json!({})).await;
    let unmet = city.run("{ unmetDemand { group { code } almost needs { name } } }", json!({})).await;

    let first = own.data("/openings/0");
    assert_eq!(
        (&first["kind"], &first["needs"], &first["products"]),
        (&json!("BARCODE"), &json!(2), &json!(1))
    );
    assert_eq!(first["says"]["vi"], "Có mã vạch cho mọi quy cách");
    assert_eq!(first["matches"].as_array().unwrap().len(), 2);
    let second = own.data("/openings/1");
    assert_eq!((&second["kind"], &second["requirement"]["code"]), (&json!("PAPER"), &json!("organic")));
    assert_eq!(blockers.data("/blockers/0"), &json!({ "kind": "BARCODE", "needs": 2, "products": 1 }));
    assert_eq!(wine.data("/blockers"), &json!([]));
    let expected = json!([
        { "group": { "code": "I.5.a" }, "almost": 2,
          "needs": [{ "name": "Trà có mã vạch" }, { "name": "Trà cũng có mã vạch" }] },
        { "group": { "code": "II.1.a" }, "almost": 0, "needs": [{ "name": "Rượu" }] },
    ]);
    assert_eq!(unmet.data("/unmetDemand"), &expected);
    let from = json!({ "groups": ["II.1.a"], "provinces": ["01", "25"], "formerProvinces": ["33"] });
    world.need("Rượu Hà Nội", from).await;
    let unmet =
        city.run("{ unmetDemand(by: PROVINCE) { province { era code } needs { name } } }", json!({})).await;
    let of = |era: &str, code: &str| json!({ "province": { "era": era, "code": code }, "needs": [{ "name": "Rượu Hà Nội" }] });
    let listed = unmet.data("/unmetDemand").as_array().unwrap();
    assert_eq!(listed[0]["province"], Value::Null);
    assert_eq!(listed[0]["needs"].as_array().unwrap().len(), 3);
    assert_eq!(listed[1..], [of("CURRENT", "01"), of("CURRENT", "25"), of("LEGACY", "33")]);
}

#[tokio::test]
async fn a_need_for_producers_is_not_shown_to_those_who_are_not_verified() {
    let world = World::new().await;
    let tea = world.product("Trà (mẫu)", json!({})).await;
    world.need("Chỉ cho chủ thể", json!({})).await;
    world.need("Cho mọi người", json!({ "visibility": "PUBLIC" })).await;
    let both = world.needs_for(&tea, "ALL").await;

    world.app.unverify(world.works).await;
    let public = world.needs_for(&tea, "ALL").await;

    assert_eq!(both.data("/matches/totalCount"), 2);
    assert_eq!(public.data("/matches/totalCount"), 1);
    assert_eq!(public.data("/matches/nodes/0/need/name"), "Cho mọi người");
}

#[tokio::test]
async fn an_officer_of_a_unit_sees_beside_a_product_no_need_that_is_for_producers_only() {
    let world = World::new().await;
    let tea = world.product("Trà (mẫu)", json!({})).await;
    world.need("Chỉ cho chủ thể", json!({})).await;
    let shop =
        json!({ "name": "Nơi khác (mẫu)", "ward": OTHER_WARD, "isProducer": false, "isRetailer": true });
    let elsewhere = world.app.verified(&world.buyer, shop).await;
    let details = json!({ "groups": ["I.5.a"] });
    let need = world.app.open_need(&world.buyer, elsewhere, "Của phường khác", details).await;
    let (officer, city) = (
        world.app.staff(StaffRole::UnitStaff, &[WARD]).await,
        world.app.staff(StaffRole::CityStaff, &[]).await,
    );

    let read = officer.run("query($id: ID!) { need(id: $id) { name } }", json!({ "id": need })).await;

    assert_eq!(read.codes(), ["NOT_FOUND"]);
    let shown = officer.run(MATCHES, json!({ "product": tea, "choice": "ALL" })).await;
    assert_eq!(shown.data("/matches/totalCount"), 0);
    let shown = city.run(MATCHES, json!({ "product": tea, "choice": "ALL" })).await;
    assert_eq!(shown.data("/matches/totalCount"), 2);
}

#[tokio::test]
async fn weights_are_set_by_administrators_and_change_the_score() {
    let world = World::new().await;
    let administrator = world.app.staff(StaffRole::Administrator, &[]).await;
    let need = world.need("Trà xanh", json!({})).await;
    let tea = world.product("Trà xanh (mẫu)", json!({})).await;
    let set = "mutation($w: MatchWeightsInput!) { setMatchWeights(weights: $w) { relevance newcomer } }";
    let only = |part: &str, weight: i32| {
        let all = [
            "relevance",
            "stars",
            "price",
            "capacity",
            "season",
            "distance",
            "keptPromises",
            "freshness",
            "newcomer",
        ];
        Value::Object(
            all.iter()
                .map(|name| ((*name).to_owned(), json!(if *name == part { weight } else { 0 })))
                .collect(),
        )
    };
    let one = "query($n: ID!, $p: ID!) { match(needId: $n, productId: $p) { score } }";
    let score = async || {
        let pair = world.buyer.run(one, json!({ "n": need, "p": tea })).await;
        pair.data("/match/score").as_i64().unwrap()
    };

    let before = score().await;
    let changed = administrator.run(set, json!({ "w": only("relevance", 100) })).await;
    let by_relevance = score().await;
    administrator.run(set, json!({ "w": only("stars", 7) })).await.data("/setMatchWeights");
    let by_stars = score().await;

    assert_eq!(changed.data("/setMatchWeights"), &json!({ "relevance": 100, "newcomer": 0 }));
    assert_eq!(by_relevance, 100);
    assert_eq!(by_stars, 0);
    assert!((1..100).contains(&before), "{before}");
    for wrong in [only("stars", 101), only("stars", -1), only("stars", 0)] {
        assert_eq!(administrator.run(set, json!({ "w": wrong })).await.codes(), ["BAD_INPUT"]);
    }
}

#[tokio::test]
async fn either_a_need_or_a_product_is_named() {
    let world = World::new().await;
    let need = world.need("Trà", json!({})).await;
    let tea = world.product("Trà (mẫu)", json!({})).await;

    let both = world.buyer.run(MATCHES, json!({ "need": need, "product": tea })).await;
    let neither = world.buyer.run(MATCHES, json!({})).await;
    let one = "query($n: ID!, $p: ID!) { match(needId: $n, productId: $p) { score need { name } } }";
    let pair = world.maker.run(one, json!({ "n": need, "p": tea })).await;

    assert_eq!(both.codes(), ["BAD_INPUT"]);
    assert_eq!(neither.codes(), ["BAD_INPUT"]);
    assert_eq!(pair.data("/match/need/name"), "Trà");
}
