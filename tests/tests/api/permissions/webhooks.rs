//! Tries of webhooks. The own side is an organisation that staff have verified.

use sea_orm::{EntityTrait, sea_query::Expr};
use serde_json::{Value, json};
use server::entities::webhook_delivery;
use tests::Answer;

use super::{Attempt, World};

const URL: &str = "https://erp.example.vn/hook";
const CREATE: &str = "mutation($o: ID, $u: String!) { createWebhook(input: { organisation: $o, url: $u }) { webhook { id } } }";

impl World {
    /// A webhook of the own side.
    async fn webhook(&self) -> Value {
        let own = self.verified_own().await;
        let created = self.owner.run(CREATE, json!({ "o": own, "u": URL })).await;
        created.data("/createWebhook/webhook/id").clone()
    }

    /// Something of which a webhook of the own side could not be told.
    async fn given_up(&self) -> Value {
        let test = "mutation($id: ID!) { testWebhook(id: $id) { id } }";
        let told = self.owner.run(test, json!({ "id": self.webhook().await })).await;
        webhook_delivery::Entity::update_many()
            .col_expr(webhook_delivery::Column::GivenUpAt, Expr::value(chrono::Utc::now()))
            .exec(self.app.app.database.write())
            .await
            .unwrap();
        told.data("/testWebhook/id").clone()
    }
}

/// What comes of it; nothing when the operation is another's.
pub(super) async fn attempt(attempt: &Attempt<'_>) -> Option<Answer> {
    let world = attempt.world;
    let run = async |query: &str, variables: Value| attempt.actor.run(query, variables).await;
    let answer = match attempt.operation {
        "createWebhook" => run(CREATE, json!({ "o": world.verified_own().await, "u": URL })).await,
        "updateWebhook" => {
            let query =
                "mutation($id: ID!) { updateWebhook(id: $id, version: 1, input: { note: \"x\" }) { id } }";
            run(query, json!({ "id": world.webhook().await })).await
        }
        "renewWebhookSecret" => {
            let query = "mutation($id: ID!) { renewWebhookSecret(id: $id) { secret } }";
            run(query, json!({ "id": world.webhook().await })).await
        }
        "pauseWebhook" | "resumeWebhook" | "deleteWebhook" | "testWebhook" => {
            let query = format!("mutation($id: ID!) {{ {}(id: $id) {{ id }} }}", attempt.operation);
            run(&query, json!({ "id": world.webhook().await })).await
        }
        "retryWebhookDelivery" => {
            let query = "mutation($id: ID!) { retryWebhookDelivery(id: $id) { id } }";
            run(query, json!({ "id": world.given_up().await })).await
        }
        "?webhooks" => {
            let query = "query($o: ID) { webhooks(organisation: $o) { id } }";
            run(query, json!({ "o": world.own().await })).await
        }
        "?webhooks of the city" => run("{ webhooks { id } }", json!({})).await,
        "?webhookDeliveries" => {
            let query = "query($w: ID) { webhookDeliveries(webhook: $w) { totalCount } }";
            run(query, json!({ "w": world.webhook().await })).await
        }
        "?webhookDeliveries given up" => run("{ webhookDeliveries { totalCount } }", json!({})).await,
        _ => return None,
    };
    Some(answer)
}
