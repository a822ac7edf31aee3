//! Tries of the texts of documents, which are everybody's to read and the city's to write.

use serde_json::json;
use tests::Answer;

use super::Attempt;

/// What comes of it; nothing when the operation is another's.
pub(super) async fn attempt(attempt: &Attempt<'_>) -> Option<Answer> {
    let query = match attempt.operation {
        "?agreementTemplates" => "{ agreementTemplates { kind } }",
        "setAgreementTemplate" => "mutation { setAgreementTemplate(kind: MOU) { kind } }",
        _ => return None,
    };
    Some(attempt.actor.run(query, json!({})).await)
}
