//! A retailer with an open need and a producer with a product for it, and what they do with each other.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use serde_json::{Value, json};
use shared::OrganisationId;

use crate::{Answer, Person, TestApp};

/// Proposes an introduction.
pub const INTRODUCE: &str = "mutation($i: NewIntroduction!) { introduce(input: $i) { id status } }";
/// Accepts one, or declines it.
pub const ANSWER: &str = "mutation($id: ID!, $a: Boolean!, $r: String, $p: Boolean) { \
    answerIntroduction(id: $id, accept: $a, reason: $r, asProducer: $p) { status declinedBy declinedBecause } }";
/// Writes a message.
pub const SEND: &str = "mutation($id: ID!, $t: String, $f: [ID!]) { \
    sendMessage(introduction: $id, text: $t, attachments: $f) { id text party isOwn author attachments { id url } } }";

/// A verified retailer and a verified producer.
#[derive(Clone, Debug)]
pub struct Sides {
    /// Who acts for the retailer.
    pub buyer: Person,
    /// The retailer.
    pub shop: OrganisationId,
    /// Who acts for the producer.
    pub maker: Person,
    /// The producer.
    pub makes: OrganisationId,
    /// An open need of the retailer, for verified producers.
    pub need: Value,
    /// A published product of the producer.
    pub product: Value,
}

impl TestApp {
    /// Two sides that have not met.
    pub async fn sides(&self) -> Sides {
        let (buyer, maker) = (self.person("Người Mua").await, self.person("Người Làm").await);
        let sells = json!({ "name": "Siêu thị Thử (mẫu)", "isProducer": false, "isRetailer": true });
        let shop = self.verified(&buyer, sells).await;
        let makes = self.verified(&maker, json!({ "name": "HTX Thử (mẫu)" })).await;
        let need = self.open_need(&buyer, shop, "Miến cho quầy đặc sản", json!({})).await;
        let product = self.published_product(&maker, makes, "Miến dong (mẫu)").await;
        Sides { buyer, shop, maker, makes, need, product }
    }

    /// An open need of a retailer.
    pub async fn open_need(&self, buyer: &Person, shop: OrganisationId, name: &str, details: Value) -> Value {
        let mut whole = json!({ "description": "Cho quầy đặc sản" });
        whole.as_object_mut().unwrap().extend(details.as_object().unwrap().clone());
        let input = json!({ "organisation": shop, "name": name, "details": whole });
        let create = "mutation($i: NewNeed!) { createNeed(input: $i) { id } }";
        let id = buyer.run(create, json!({ "i": input })).await.data("/createNeed/id").clone();
        let open = "mutation($id: ID!) { openNeed(id: $id) { status } }";
        assert_eq!(buyer.run(open, json!({ "id": id })).await.data("/openNeed/status"), "OPEN");
        id
    }

    /// A published product of a producer.
    pub async fn published_product(&self, maker: &Person, makes: OrganisationId, name: &str) -> Value {
        let details = json!({ "description": "Sản phẩm để thử" });
        let input = json!({ "organisation": makes, "name": name, "group": "I.5.a", "details": details });
        let create = "mutation($i: NewProduct!) { createProduct(input: $i) { id } }";
        let id = maker.run(create, json!({ "i": input })).await.data("/createProduct/id").clone();
        let publish = "mutation($id: ID!) { publishProduct(id: $id) { publishedAt } }";
        let published = maker.run(publish, json!({ "id": id })).await;
        assert!(published.data("/publishProduct/publishedAt").is_string(), "{}", published.text);
        id
    }
}

impl Sides {
    /// Tries to propose that they meet about need and product.
    pub async fn introduce(&self, by: &Person) -> Answer {
        let input = json!({ "need": self.need, "product": self.product, "note": "Mời xem hàng" });
        by.run(INTRODUCE, json!({ "i": input })).await
    }

    /// The id of what somebody proposes.
    pub async fn proposed(&self, by: &Person) -> Value {
        self.introduce(by).await.data("/introduce/id").clone()
    }

    /// The id of what the retailer proposed and the producer accepted.
    pub async fn met(&self) -> Value {
        let id = self.proposed(&self.buyer).await;
        self.maker.answer(&id, true, None).await.data("/answerIntroduction");
        id
    }
}

impl Person {
    /// Answers what was proposed.
    pub async fn answer(&self, introduction: &Value, accept: bool, reason: Option<&str>) -> Answer {
        self.run(ANSWER, json!({ "id": introduction, "a": accept, "r": reason })).await
    }

    /// Writes a message.
    pub async fn say(&self, introduction: &Value, text: &str) -> Answer {
        self.run(SEND, json!({ "id": introduction, "t": text })).await
    }
}
