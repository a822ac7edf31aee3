//! Tries of products.

use serde_json::{Value, json};
use tests::Answer;

use super::Attempt;

/// What comes of it; nothing when the operation is another's.
pub(super) async fn attempt(attempt: &Attempt<'_>) -> Option<Answer> {
    let world = attempt.world;
    let run = async |query: &str, variables: Value| attempt.actor.run(query, variables).await;
    let answer = match attempt.operation {
        "createProduct" => {
            let input = json!({ "organisation": world.own().await, "name": "Trà (mẫu)", "group": "I.5.a" });
            run("mutation($i: NewProduct!) { createProduct(input: $i) { id } }", json!({ "i": input })).await
        }
        "updateProduct" | "publishProduct" | "hideProduct" | "confirmFacts" | "answerRequirement"
        | "addCertificate" | "?ownProduct" => {
            let query = match attempt.operation {
                "updateProduct" => {
                    "mutation($id: ID!) { updateProduct(id: $id, version: 1, changes: {}) { id } }"
                }
                "publishProduct" => "mutation($id: ID!) { publishProduct(id: $id) { id } }",
                "hideProduct" => "mutation($id: ID!) { hideProduct(id: $id) { id } }",
                "confirmFacts" => "mutation($id: ID!) { confirmFacts(id: $id) { id } }",
                "answerRequirement" => {
                    "mutation($id: ID!) { answerRequirement(product: $id, requirement: \"cold_chain\", yes: true) { id } }"
                }
                "addCertificate" => {
                    "mutation($id: ID!) { addCertificate(input: { product: $id, certificate: { kind: \"haccp\" } }) { id } }"
                }
                _ => "query($id: ID!) { ownProduct(id: $id) { name terms { creditDays } } }",
            };
            run(query, json!({ "id": world.product().await })).await
        }
        "?changes of product" => {
            let query = "query($id: ID!) { changes(entity: \"product\", id: $id) { seq } }";
            run(query, json!({ "id": world.product().await })).await
        }
        _ => return None,
    };
    Some(answer)
}
