//! Tries of accounts and sessions.

use serde_json::{Value, json};
use tests::Answer;

use super::Attempt;

/// What comes of it; nothing when the operation is another's.
pub(super) async fn attempt(attempt: &Attempt<'_>) -> Option<Answer> {
    let world = attempt.world;
    let run = async |query: &str, variables: Value| attempt.actor.run(query, variables).await;
    let answer = match attempt.operation {
        "signUp" => {
            let input = json!({ "name": "Ai Đó", "email": attempt.mail, "password": "chè xanh buổi sáng",
                    "termsVersion": shared::consent::ACCOUNT_TERMS });
            run("mutation($input: NewAccount!) { signUp(input: $input) { sent } }", json!({ "input": input }))
                .await
        }
        "confirmEmail" => {
            run("mutation { confirmEmail(token: \"x\", password: \"y\") { token } }", json!({})).await
        }
        "signIn" => {
            let query = "mutation($e: String!) { signIn(email: $e, password: \"không phải\") { token } }";
            run(query, json!({ "e": attempt.mail })).await
        }
        // The session of the person goes on being needed.
        "signOut" => world.app.guest().run("mutation { signOut }", json!({})).await,
        "requestPasswordReset" => {
            let query = "mutation($e: String!) { requestPasswordReset(email: $e) { sent } }";
            run(query, json!({ "e": attempt.mail })).await
        }
        "resetPassword" => {
            run(
                "mutation { resetPassword(token: \"x\", password: \"chè xanh buổi sáng\") { token } }",
                json!({}),
            )
            .await
        }
        "changePassword" => {
            run(
                "mutation { changePassword(current: \"x\", password: \"chè xanh buổi sáng\") { name } }",
                json!({}),
            )
            .await
        }
        "updateAccount" => {
            run("mutation { updateAccount(version: 1, changes: {}) { version } }", json!({})).await
        }
        "revokeSession" => {
            let sessions = world.owner.run("{ viewer { sessions { id } } }", json!({})).await;
            // Somebody else's; for the owner one that is nobody's.
            let id = match attempt.name {
                "own owner" => json!(shared::SessionId::new()),
                _ => sessions.data("/viewer/sessions/0/id").clone(),
            };
            run("mutation($id: ID!) { revokeSession(id: $id) { name } }", json!({ "id": id })).await
        }
        "setStaffRole" | "disableAccount" => {
            let id = world.app.person("Ai Đó").await.account;
            let query = match attempt.operation {
                "setStaffRole" => {
                    "mutation($id: ID!) { setStaffRole(account: $id, role: CITY_STAFF) { id } }"
                }
                _ => "mutation($id: ID!) { disableAccount(account: $id, disabled: true) { id } }",
            };
            run(query, json!({ "id": id })).await
        }
        "?accounts" => run("{ accounts { totalCount } }", json!({})).await,
        _ => return None,
    };
    Some(answer)
}
