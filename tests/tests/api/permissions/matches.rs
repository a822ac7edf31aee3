//! Tries of matches: for an open need of the own side, verified, and for a product of it that nobody else sees.

use serde_json::{Value, json};
use tests::Answer;

use super::Attempt;

/// What comes of it; nothing when the operation is another's.
pub(super) async fn attempt(attempt: &Attempt<'_>) -> Option<Answer> {
    let world = attempt.world;
    let run = async |query: &str, variables: Value| attempt.actor.run(query, variables).await;
    let answer = match attempt.operation {
        "?matches of need" => {
            let query = "query($id: ID!) { matches(needId: $id) { totalCount } }";
            run(query, json!({ "id": world.pair().await.0 })).await
        }
        "?matches of product" => {
            let query = "query($id: ID!) { matches(productId: $id) { totalCount } }";
            run(query, json!({ "id": world.product().await })).await
        }
        "?match" => {
            let (need, product) = world.pair().await;
            let query = "query($n: ID!, $p: ID!) { match(needId: $n, productId: $p) { score } }";
            run(query, json!({ "n": need, "p": product })).await
        }
        "?openings" => {
            let query = "query($id: ID!) { openings(producer: $id) { needs } }";
            run(query, json!({ "id": world.own().await })).await
        }
        "?blockers" => run("{ blockers { needs } }", json!({})).await,
        "?unmetDemand" => run("{ unmetDemand { almost } }", json!({})).await,
        "?unansweredSearches" => run("{ unansweredSearches { times } }", json!({})).await,
        "noteUnansweredSearch" => {
            run("mutation { noteUnansweredSearch(search: \"sâm zyqwx\") }", json!({})).await
        }
        "?matchWeights" => run("{ matchWeights { relevance } }", json!({})).await,
        "setMatchWeights" => {
            let weights = json!({ "relevance": 30, "stars": 10, "price": 15, "capacity": 15, "season": 8,
                "distance": 5, "keptPromises": 7, "freshness": 5, "newcomer": 5 });
            let query = "mutation($w: MatchWeightsInput!) { setMatchWeights(weights: $w) { relevance } }";
            run(query, json!({ "w": weights })).await
        }
        _ => return None,
    };
    Some(answer)
}
