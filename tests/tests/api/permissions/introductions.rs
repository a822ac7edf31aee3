//! Tries of introductions and notifications. The own side is a retailer whose need is open.

use serde_json::{Value, json};
use tests::{
    Answer,
    sides::{ANSWER, INTRODUCE, SEND},
};

use super::Attempt;

/// Whether something in an answer is there, as a cell of the table.
pub(super) fn seen(answer: Answer, is_seen: impl Fn(&Answer) -> bool) -> Answer {
    if !answer.codes().is_empty() {
        return answer;
    }
    let is_seen = is_seen(&answer);
    Answer { json: json!({ "seen": is_seen }), ..answer }
}

/// What comes of it; nothing when the operation is another's.
pub(super) async fn attempt(attempt: &Attempt<'_>) -> Option<Answer> {
    let world = attempt.world;
    let run = async |query: &str, variables: Value| attempt.actor.run(query, variables).await;
    let answer = match attempt.operation {
        "introduce" => {
            let (need, product) = world.pair().await;
            run(INTRODUCE, json!({ "i": { "need": need, "product": product } })).await
        }
        "answerIntroduction" => {
            let id = world.asked_by_partner().await;
            run(ANSWER, json!({ "id": id, "a": true })).await
        }
        "withdrawIntroduction" => {
            let query = "mutation($id: ID!) { withdrawIntroduction(id: $id) { id } }";
            run(query, json!({ "id": world.proposed().await })).await
        }
        "sendMessage" => run(SEND, json!({ "id": world.met().await, "t": "x" })).await,
        "readConversation" => {
            let query =
                "mutation($id: ID!) { readConversation(introduction: $id, reason: \"x\") { totalCount } }";
            run(query, json!({ "id": world.met().await })).await
        }
        "markRead" => {
            let query = "mutation($id: ID!) { markRead(introduction: $id) { id } }";
            run(query, json!({ "id": world.met().await })).await
        }
        "answerByLink" => {
            run("mutation { answerByLink(token: \"x\", accept: true) { status } }", json!({})).await
        }
        "markNotificationsRead" => {
            run("mutation { markNotificationsRead { unreadNotifications } }", json!({})).await
        }
        "changeMailChoice" => {
            run("mutation { changeMailChoice(choice: AT_ONCE) { mailChoice } }", json!({})).await
        }
        "?introduction" => {
            let query = "query($id: ID!) { introduction(id: $id) { status } }";
            run(query, json!({ "id": world.proposed().await })).await
        }
        "?introduction.messages" => {
            let query = "query($id: ID!) { introduction(id: $id) { messages { totalCount } } }";
            let answer = run(query, json!({ "id": world.met().await })).await;
            seen(answer, |answer| answer.data("/introduction/messages").is_object())
        }
        "?introductions seen" => {
            let id = world.proposed().await;
            let answer = run("{ introductions(first: 100) { nodes { id } } }", json!({})).await;
            seen(answer, |answer| {
                answer.texts("/introductions/nodes", "id").iter().any(|seen| id == seen.as_str())
            })
        }
        "?changes of introduction" => {
            let query = "query($id: ID!) { changes(entity: \"introduction\", id: $id) { seq } }";
            run(query, json!({ "id": world.proposed().await })).await
        }
        "?answerLink" => run("{ answerLink(token: \"x\") { status } }", json!({})).await,
        "?notifications" => run("{ notifications { totalCount } }", json!({})).await,
        _ => return None,
    };
    Some(answer)
}
