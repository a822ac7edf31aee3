//! A city with needs and products for a round, and what staff do with one.

use serde_json::{Value, json};
use shared::{OrganisationId, RoundId, StaffRole};
use tests::{Answer, Person, TestApp};

pub(super) const ROUND: &str = "id status version needCount solving { percent } problem { vi en } \
    needs(first: 50) { totalCount nodes { need { id name } cap pairs unserved { reason says { vi } } } } \
    caps { item { kind id name owner } cap } rules { kind need { id } productId } \
    outcome { objective bound pairs needsServed needsUnserved candidates leftOut introducedAlready \
      spread { producers producersWeighed most withOne newcomers newcomerPairs forms { form producers pairs } } \
      fullCapCount fullCaps { item { kind name } cap gain } } \
    pairs(first: 50) { totalCount nodes { need { id } productId productName producerName product { name } score \
      isPinned notMet unknown introduction { id status proposedBy } skipped } }";

/// A retailer with three open needs, and two producers with a tea each; the first one's fits better.
pub(super) struct World {
    pub(super) app: TestApp,
    pub(super) staff: Person,
    pub(super) buyer: Person,
    pub(super) shop: OrganisationId,
    pub(super) makers: [(Person, OrganisationId, Value); 2],
    pub(super) needs: Vec<Value>,
}

impl World {
    pub(super) async fn new() -> Self {
        let app = TestApp::start().await;
        let staff = app.staff(StaffRole::CityStaff, &[]).await;
        let (buyer, one, two) =
            (app.person("Người Mua").await, app.person("Người Làm").await, app.person("Người Hai").await);
        let sells = json!({ "name": "Siêu thị Thử (mẫu)", "isProducer": false, "isRetailer": true });
        let shop = app.verified(&buyer, sells).await;
        let first = app.verified(&one, json!({ "name": "HTX Một (mẫu)" })).await;
        let second = app.verified(&two, json!({ "name": "HTX Hai (mẫu)", "taxCode": "0199999906" })).await;
        let tea = app.published_product(&one, first, "Trà xanh (mẫu)").await;
        let other = app.published_product(&two, second, "Nụ vối (mẫu)").await;
        let mut needs = Vec::new();
        for name in ["Trà xanh cho quầy", "Trà xanh cho sảnh", "Trà xanh cho kho"] {
            needs.push(app.open_need(&buyer, shop, name, json!({ "groups": ["I.5.a"] })).await);
        }
        Self { app, staff, buyer, shop, makers: [(one, first, tea), (two, second, other)], needs }
    }

    pub(super) fn product(&self, maker: usize) -> &Value {
        &self.makers[maker].2
    }

    pub(super) async fn by_staff(&self, query: &str, variables: Value) -> Answer {
        self.staff.run(query, variables).await
    }

    /// A round with all open needs, one supplier for each.
    pub(super) async fn round(&self, caps: (i32, i32, i32)) -> Value {
        let create = "mutation($i: RoundInput!) { createRound(input: $i) { id } }";
        let created = self.by_staff(create, json!({ "i": input(caps) })).await;
        let id = created.data("/createRound/id").clone();
        let add = "mutation($id: ID!) { changeRoundNeeds(round: $id, addMatching: {}) { needCount } }";
        let added = self.by_staff(add, json!({ "id": id })).await;
        assert_eq!(added.data("/changeRoundNeeds/needCount"), 3, "{}", added.text);
        id
    }

    pub(super) async fn read(&self, round: &Value) -> Value {
        let query = format!("query($id: ID!) {{ round(id: $id) {{ {ROUND} }} }}");
        self.by_staff(&query, json!({ "id": round })).await.data("/round").clone()
    }

    pub(super) async fn begin(&self, round: &Value) -> Answer {
        let solve = "mutation($id: ID!) { solveRound(id: $id) { status solving { percent } } }";
        self.by_staff(solve, json!({ "id": round })).await
    }

    pub(super) async fn solved(&self, round: &Value) -> Value {
        let begun = self.begin(round).await;
        assert!(begun.data("/solveRound/solving/percent").is_number(), "{}", begun.text);
        self.app.app.solver.settled().await;
        self.read(round).await
    }

    pub(super) async fn rule(&self, round: &Value, need: &Value, product: &Value, kind: Value) -> Answer {
        let set = "mutation($r: ID!, $n: ID!, $p: ID!, $k: RoundRuleKind) { \
            setRoundRule(round: $r, need: $n, product: $p, kind: $k) { status version } }";
        self.by_staff(set, json!({ "r": round, "n": need, "p": product, "k": kind })).await
    }

    pub(super) async fn cap(&self, round: &Value, kind: &str, item: &Value, cap: Value) -> Answer {
        let set = "mutation($r: ID!, $k: CapKind!, $i: ID!, $c: Int) { \
            setRoundCap(round: $r, kind: $k, item: $i, cap: $c) { status } }";
        self.by_staff(set, json!({ "r": round, "k": kind, "i": item, "c": cap })).await
    }

    pub(super) async fn accept(&self, round: &Value) -> Answer {
        let version = self.read(round).await["version"].clone();
        let accept = "mutation($id: ID!, $v: Int!) { acceptRound(id: $id, version: $v, note: \"Mời gặp\") { status } }";
        self.by_staff(accept, json!({ "id": round, "v": version })).await
    }
}

pub(super) fn input((need, product, producer): (i32, i32, i32)) -> Value {
    json!({ "name": "Vòng thử (mẫu)", "needCap": need, "productCap": product, "producerCap": producer,
        "candidatesPerNeed": 50 })
}

/// The pairs of a plan, by need and product.
pub(super) fn pairs(round: &Value) -> Vec<(Value, Value)> {
    let nodes = round["pairs"]["nodes"].as_array().unwrap().iter();
    nodes.map(|pair| (pair["need"]["id"].clone(), pair["productId"].clone())).collect()
}

pub(super) fn id(value: &Value) -> RoundId {
    value.as_str().unwrap().parse().unwrap()
}
