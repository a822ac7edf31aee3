//! Tries of sale points and what they sell.

use serde_json::{Value, json};
use tests::Answer;

use super::Attempt;

/// What comes of it; nothing when the operation is another's.
pub(super) async fn attempt(attempt: &Attempt<'_>) -> Option<Answer> {
    let world = attempt.world;
    let run = async |query: &str, variables: Value| attempt.actor.run(query, variables).await;
    let answer = match attempt.operation {
        "assignOperator" | "stockProducts" | "unstockProducts" | "confirmStock" => {
            let (point, product) = world.point().await;
            let query = match attempt.operation {
                "assignOperator" => "mutation($p: ID!) { assignOperator(salePoint: $p) { id } }",
                "stockProducts" => {
                    "mutation($p: ID!, $g: ID!) { stockProducts(salePoint: $p, products: [$g]) { id } }"
                }
                "unstockProducts" => {
                    "mutation($p: ID!, $g: ID!) { unstockProducts(salePoint: $p, products: [$g]) { id } }"
                }
                _ => "mutation($p: ID!) { confirmStock(salePoint: $p) { id } }",
            };
            let mut variables = json!({ "p": point });
            if query.contains("$g") {
                variables["g"] = product;
            }
            run(query, variables).await
        }
        _ => return None,
    };
    Some(answer)
}
