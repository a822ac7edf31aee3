//! Tries of papers and decisions about stars.

use serde_json::{Value, json};
use tests::Answer;

use super::Attempt;

const ADD_STARS: &str = "mutation($p: ID!, $i: StarDecisionInput!) { addStarDecision(product: $p, input: $i) { starDecisions { id } } }";

fn decision() -> Value {
    json!({ "stars": 4, "number": "12/QĐ-UBND", "issuer": "UBND thành phố", "signedOn": "2026-06-30" })
}

/// Whether a paper is in a list of those that wait.
fn seen(answer: Answer, list: &str, id: &Value) -> Answer {
    if !answer.codes().is_empty() {
        return answer;
    }
    let nodes = answer.data(&format!("/{list}/nodes")).as_array().cloned().unwrap_or_default();
    let is_seen = nodes.iter().any(|node| node["paper"]["id"] == *id);
    Answer { json: json!({ "seen": is_seen }), ..answer }
}

/// What comes of it; nothing when the operation is another's.
pub(super) async fn attempt(attempt: &Attempt<'_>) -> Option<Answer> {
    let world = attempt.world;
    let run = async |query: &str, variables: Value| attempt.actor.run(query, variables).await;
    let answer = match attempt.operation {
        "updateCertificate" | "removeCertificate" | "confirmCertificate" | "refuseCertificate"
        | "?certificate seen" => {
            let input = json!({ "product": world.product().await, "certificate": { "kind": "haccp" } });
            let add = "mutation($i: NewCertificate!) { addCertificate(input: $i) { id } }";
            let added = world.owner.run(add, json!({ "i": input })).await;
            let query = match attempt.operation {
                "updateCertificate" => {
                    "mutation($id: ID!) { updateCertificate(id: $id, version: 1, input: { kind: \"haccp\" }) { id } }"
                }
                "removeCertificate" => "mutation($id: ID!) { removeCertificate(id: $id) { id } }",
                "confirmCertificate" => {
                    "mutation($id: ID!) { confirmCertificate(id: $id, version: 1) { id } }"
                }
                "refuseCertificate" => {
                    "mutation($id: ID!) { refuseCertificate(id: $id, version: 1, reason: \"x\") { id } }"
                }
                _ => "{ waitingCertificates(first: 100) { nodes { paper: certificate { id } } } }",
            };
            let id = added.data("/addCertificate/id");
            let answer = run(query, json!({ "id": id })).await;
            if attempt.operation == "?certificate seen" {
                seen(answer, "waitingCertificates", id)
            } else {
                answer
            }
        }
        "addStarDecision" => {
            let product = world.product().await;
            run(ADD_STARS, json!({ "p": product, "i": decision() })).await
        }
        "removeStarDecision" | "confirmStarDecision" | "refuseStarDecision" | "?star decision seen" => {
            let product = world.product().await;
            let added = world.owner.run(ADD_STARS, json!({ "p": product, "i": decision() })).await;
            let id = added.data("/addStarDecision/starDecisions/0/id");
            let query = match attempt.operation {
                "removeStarDecision" => "mutation($id: ID!) { removeStarDecision(id: $id) { id } }",
                "confirmStarDecision" => {
                    "mutation($id: ID!) { confirmStarDecision(id: $id, version: 1) { id } }"
                }
                "refuseStarDecision" => {
                    "mutation($id: ID!) { refuseStarDecision(id: $id, version: 1, reason: \"x\") { id } }"
                }
                _ => "{ waitingStarDecisions(first: 100) { nodes { paper: starDecision { id } } } }",
            };
            let answer = run(query, json!({ "id": id })).await;
            if attempt.operation == "?star decision seen" {
                seen(answer, "waitingStarDecisions", id)
            } else {
                answer
            }
        }
        "?waitingCertificates" => run("{ waitingCertificates { totalCount } }", json!({})).await,
        "?waitingStarDecisions" => run("{ waitingStarDecisions { totalCount } }", json!({})).await,
        _ => return None,
    };
    Some(answer)
}
