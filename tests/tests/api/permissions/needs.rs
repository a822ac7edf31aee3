//! Tries of needs.

use serde_json::{Value, json};
use tests::Answer;

use super::Attempt;

/// What comes of it; nothing when the operation is another's.
pub(super) async fn attempt(attempt: &Attempt<'_>) -> Option<Answer> {
    let world = attempt.world;
    let run = async |query: &str, variables: Value| attempt.actor.run(query, variables).await;
    let answer = match attempt.operation {
        "createNeed" => {
            let input = json!({ "organisation": world.own().await, "name": "Trà (mẫu)" });
            run("mutation($i: NewNeed!) { createNeed(input: $i) { id } }", json!({ "i": input })).await
        }
        "?needs drafts" => {
            let own = world.need().await;
            let answer =
                run("{ needs(filter: { statuses: [DRAFT] }, first: 100) { nodes { id } } }", json!({})).await;
            let is_seen = answer.texts("/needs/nodes", "id").iter().any(|id| own == id.as_str());
            Answer { json: json!({ "seen": is_seen }), ..answer }
        }
        "updateNeed" | "openNeed" | "closeNeed" | "copyNeed" | "?need draft" => {
            let query = match attempt.operation {
                "updateNeed" => "mutation($id: ID!) { updateNeed(id: $id, version: 1, changes: {}) { id } }",
                "openNeed" => "mutation($id: ID!) { openNeed(id: $id) { id } }",
                "closeNeed" => "mutation($id: ID!) { closeNeed(id: $id, reason: \"x\") { id } }",
                "copyNeed" => "mutation($id: ID!) { copyNeed(id: $id) { id } }",
                _ => "query($id: ID!) { need(id: $id) { name priceCeiling } }",
            };
            run(query, json!({ "id": world.need().await })).await
        }
        _ => return None,
    };
    Some(answer)
}
