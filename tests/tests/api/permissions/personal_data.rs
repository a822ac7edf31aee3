//! Tries of personal data.

use serde_json::{Value, json};
use tests::Answer;

use super::Attempt;

/// What comes of it; nothing when the operation is another's.
pub(super) async fn attempt(attempt: &Attempt<'_>) -> Option<Answer> {
    let world = attempt.world;
    let run = async |query: &str, variables: Value| attempt.actor.run(query, variables).await;
    let answer = match attempt.operation {
        "requestAboutData" => run("mutation { requestAboutData(kind: DELETION) { id } }", json!({})).await,
        "withdrawDataRequest" | "answerDataRequest" => {
            let ask = "mutation { requestAboutData(kind: CORRECTION, message: \"x\") { id } }";
            let asked = world.owner.run(ask, json!({})).await;
            let query = match attempt.operation {
                "withdrawDataRequest" => "mutation($id: ID!) { withdrawDataRequest(id: $id) { status } }",
                _ => "mutation($id: ID!) { answerDataRequest(id: $id, done: true) { status } }",
            };
            run(query, json!({ "id": asked.data("/requestAboutData/id") })).await
        }
        "?changes of account" => {
            let query = "query($id: ID!) { changes(entity: \"account\", id: $id) { seq } }";
            run(query, json!({ "id": world.owner.account })).await
        }
        "?dataRequests" => run("{ dataRequests { totalCount } }", json!({})).await,
        "copyMyData" => run("mutation { copyMyData }", json!({})).await,
        _ => return None,
    };
    Some(answer)
}
