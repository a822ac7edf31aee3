//! Tries of organisations, their people and the queue of staff.

use serde_json::{Value, json};
use tests::{Answer, people::WARD};

use super::Attempt;

/// What comes of it; nothing when the operation is another's.
pub(super) async fn attempt(attempt: &Attempt<'_>) -> Option<Answer> {
    let world = attempt.world;
    let run = async |query: &str, variables: Value| attempt.actor.run(query, variables).await;
    let answer = match attempt.operation {
        "registerOrganisation" => {
            let input = json!({ "name": "Của Ai Đó (mẫu)", "legalForm": "COMPANY", "isProducer": true,
                    "isRetailer": false, "address": "Số 1", "ward": WARD, "contact": { "phone": "0912345678" } });
            let query = "mutation($input: NewOrganisation!) { registerOrganisation(input: $input) { id } }";
            run(query, json!({ "input": input })).await
        }
        "acceptInvitation" => {
            world.invitation(world.own().await, &attempt.mail).await;
            let token = world.app.mailed_token(&attempt.mail).await;
            run("mutation($t: String!) { acceptInvitation(token: $t) { role } }", json!({ "t": token })).await
        }
        "revokeInvitation" => {
            let id = world.invitation(world.own().await, &attempt.mail).await;
            run("mutation($id: ID!) { revokeInvitation(id: $id) { id } }", json!({ "id": id })).await
        }
        "withdrawVerification" | "verifyOrganisation" => {
            let id = world.verification(world.own().await).await;
            let query = match attempt.operation {
                "withdrawVerification" => "mutation($id: ID!) { withdrawVerification(id: $id) { status } }",
                _ => {
                    "mutation($id: ID!) { verifyOrganisation(verification: $id, approve: false, reason: \"Thử\") { status } }"
                }
            };
            run(query, json!({ "id": id })).await
        }
        "?organisations" => run("{ organisations(search: \"x\") { name } }", json!({})).await,
        "?verifications" => run("{ verifications { totalCount } }", json!({})).await,
        "?verification seen" => {
            let own = world.own().await.to_string();
            let answer =
                run("{ verifications(first: 100) { nodes { organisation { id } } } }", json!({})).await;
            let nodes = answer.json["data"]["verifications"]["nodes"].as_array().cloned().unwrap_or_default();
            let is_seen = nodes.iter().any(|node| node["organisation"]["id"] == own.as_str());
            Answer {
                json: if answer.codes().is_empty() { json!({ "seen": is_seen }) } else { answer.json },
                ..answer
            }
        }
        "changeMember" => {
            let query = "mutation($id: ID!, $a: ID!) { changeMember(organisation: $id, account: $a, role: OWNER) { id } }";
            run(query, json!({ "id": world.own().await, "a": world.member.account })).await
        }
        _ => {
            let query = match attempt.operation {
                "updateOrganisation" => {
                    "mutation($id: ID!) { updateOrganisation(id: $id, version: 1, changes: {}) { id } }"
                }
                "requestVerification" => "mutation($id: ID!) { requestVerification(id: $id) { id } }",
                "claimOrganisation" => {
                    "mutation($id: ID!) { claimOrganisation(id: $id, message: \"x\") { id } }"
                }
                "inviteMember" => {
                    "mutation($id: ID!) { inviteMember(organisation: $id, email: \"ban@htx.example\", role: MEMBER) { id } }"
                }
                "giveConsent" => {
                    "mutation($id: ID!) { giveConsent(organisation: $id, purpose: PUBLIC_CONTACT, textVersion: \"2026-11-25\") { id } }"
                }
                "withdrawConsent" => {
                    "mutation($id: ID!) { withdrawConsent(organisation: $id, purpose: PUBLIC_CONTACT) { id } }"
                }
                "?organisation" => {
                    "query($id: ID!) { organisation(id: $id) { id contact { phone } members { email } } }"
                }
                "?organisation.taxCode" => "query($id: ID!) { organisation(id: $id) { taxCode } }",
                "?organisation.alike" => "query($id: ID!) { organisation(id: $id) { alike { name } } }",
                "?changes" => "query($id: ID!) { changes(entity: \"organisation\", id: $id) { seq } }",
                _ => return None,
            };
            run(query, json!({ "id": world.own().await })).await
        }
    };
    Some(answer)
}
