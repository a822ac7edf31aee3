//! What was delivered: asking, answering, and what comes of it.

mod answering;
mod asking;
mod links;
mod matching;
pub(super) mod world;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use server::entities::{delivery_check, notification};
use shared::{DeliveryCheckId, NotificationKind};
use tests::{Answer, Person, TestApp};

/// A check as somebody sees it.
const ONE: &str = "query($id: ID!) { deliveryCheck(id: $id) { kind state viewerAnswersAs beginsOn endsOn askedOn closesOn \
    agreement { id } lines { line { id productName } promised bySideRetailer bySideProducer confirmed } \
    answers { party outcome problem note } } }";
/// Says what was delivered.
const CONFIRM: &str = "mutation($id: ID!, $a: DeliveryAnswerInput!, $p: Boolean) { \
    confirmDelivery(check: $id, answer: $a, asProducer: $p) { state lines { promised confirmed } answers { party outcome } } }";

async fn one(person: &Person, id: DeliveryCheckId) -> Answer {
    person.run(ONE, json!({ "id": id })).await
}

pub(super) async fn confirm(person: &Person, id: DeliveryCheckId, answer: Value) -> Answer {
    person.run(CONFIRM, json!({ "id": id, "a": answer })).await
}

async fn row(app: &TestApp, id: DeliveryCheckId) -> delivery_check::Model {
    let query = delivery_check::Entity::find_by_id(id);
    query.one(app.app.database.read()).await.unwrap().unwrap()
}

/// How many people were told of something.
async fn told(app: &TestApp, kind: NotificationKind) -> usize {
    let query = notification::Entity::find().filter(notification::Column::Kind.eq(kind));
    query.all(app.app.database.read()).await.unwrap().len()
}
