//! Other programs that are told of what happens to introductions and agreements: managing them, and telling them.

mod agreements;
mod managing;
mod receiver;
mod sending;
mod telling;

use chrono::{Duration, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::Expr};
use serde_json::{Value, json};
use server::{
    entities::webhook_delivery::{Column, Entity, Model},
    webhooks::sending::send_due,
};
use shared::OrganisationId;
use tests::{Answer, Person, TestApp};

/// Enters a webhook.
const CREATE: &str =
    "mutation($i: NewWebhook!) { createWebhook(input: $i) { secret webhook { id version } } }";
/// What a webhook was told, or what was given up.
const TOLD: &str = "query($w: ID, $s: WebhookDeliveryState) { webhookDeliveries(webhook: $w, state: $s) { totalCount \
    nodes { id webhookId host organisationName kind state attempts lastStatus lastProblem deliveredAt givenUpAt dueAt } } }";

/// An application that may call this machine.
async fn start() -> TestApp {
    TestApp::start_with(|config| config.webhooks_to_private_addresses = true).await
}

/// A webhook with its secret.
struct Hook {
    id: Value,
    secret: String,
}

async fn create(by: &Person, input: Value) -> Answer {
    by.run(CREATE, json!({ "i": input })).await
}

/// A webhook of an organisation; of the city with null.
async fn hook(by: &Person, organisation: impl Into<Option<OrganisationId>>, url: &str) -> Hook {
    let created = create(by, json!({ "organisation": organisation.into(), "url": url })).await;
    Hook {
        id: created.data("/createWebhook/webhook/id").clone(),
        secret: created.data("/createWebhook/secret").as_str().unwrap().to_owned(),
    }
}

/// Does something with the id of a webhook or of a delivery, like `testWebhook`.
async fn run(by: &Person, mutation: &str, id: &Value) -> Answer {
    by.run(&format!("mutation($id: ID!) {{ {mutation}(id: $id) {{ id }} }}"), json!({ "id": id })).await
}

/// What a webhook was told, the newest first, for somebody.
async fn told(by: &Person, hook: &Hook) -> Vec<Value> {
    let answer = by.run(TOLD, json!({ "w": hook.id })).await;
    answer.data("/webhookDeliveries/nodes").as_array().unwrap().clone()
}

/// All deliveries there are, the oldest first.
async fn rows(app: &TestApp) -> Vec<Model> {
    Entity::find().order_by_asc(Column::Id).all(app.app.database.read()).await.unwrap()
}

/// Makes all calls that are due; how many there were.
async fn send(app: &TestApp) -> usize {
    send_due(&app.app).await.unwrap()
}

/// Lets all pauses pass.
async fn let_pauses_pass(app: &TestApp) {
    let past = Utc::now() - Duration::seconds(1);
    Entity::update_many()
        .col_expr(Column::DueAt, Expr::value(past))
        .filter(Column::DueAt.is_not_null())
        .exec(app.app.database.write())
        .await
        .unwrap();
}
