//! Tries of agreements. The own side is the retailer.

use serde_json::{Value, json};
use tests::{Answer, Person};

use super::{Attempt, introductions::seen, world::World};

fn terms() -> Value {
    json!({ "kind": "MOU", "startsOn": "2040-01-01", "endsOn": "2040-12-31",
        "lines": [{ "name": "Miến (mẫu)", "quantityPerMonth": 5, "unit": "kg" }] })
}

/// What somebody has drafted of an introduction, as id and version of the row.
async fn drafted(world: &World, by: &Person) -> Value {
    let draft = "mutation($id: ID!) { it: draftAgreement(introduction: $id) { id rowVersion } }";
    let it = by.run(draft, json!({ "id": world.met().await })).await.data("/it").clone();
    let update = "mutation($id: ID!, $v: Int!, $t: AgreementTermsInput!) { \
        it: updateAgreement(id: $id, rowVersion: $v, terms: $t) { id rowVersion } }";
    by.run(update, json!({ "id": it["id"], "v": it["rowVersion"], "t": terms() })).await.data("/it").clone()
}

const PROPOSE: &str =
    "mutation($id: ID!, $v: Int!) { it: proposeAgreement(id: $id, rowVersion: $v) { id rowVersion } }";
const SIGN: &str = "mutation($id: ID!) { signAgreement(id: $id, version: 1) { status } }";

async fn sent(world: &World, by: &Person) -> Value {
    let it = drafted(world, by).await;
    by.run(PROPOSE, json!({ "id": it["id"], "v": it["rowVersion"] })).await.data("/it").clone()
}

async fn sent_by_partner(world: &World) -> Value {
    sent(world, &world.partner().await.0).await
}

async fn signed(world: &World) -> Value {
    let it = sent_by_partner(world).await;
    world.owner.run(SIGN, json!({ "id": it["id"] })).await.data("/signAgreement");
    it
}

/// What comes of it; nothing when the operation is another's.
pub(super) async fn attempt(attempt: &Attempt<'_>) -> Option<Answer> {
    let world = attempt.world;
    let run = async |query: &str, variables: Value| attempt.actor.run(query, variables).await;
    let about = async |operation: &str, it: Value| {
        let query = format!("mutation($id: ID!) {{ {operation} {{ status }} }}");
        run(&query, json!({ "id": it["id"] })).await
    };
    let answer = match attempt.operation {
        "draftAgreement" => {
            let query = "mutation($id: ID!) { draftAgreement(introduction: $id) { id } }";
            run(query, json!({ "id": world.met().await })).await
        }
        "createAgreement" => {
            let asked = "query($id: ID!) { introduction(id: $id) { retailer { id } producer { id } } }";
            let sides = world.owner.run(asked, json!({ "id": world.met().await })).await;
            let side = |side: &str| sides.data(&format!("/introduction/{side}/id")).clone();
            let input =
                json!({ "retailer": side("retailer"), "producer": side("producer"), "terms": terms() });
            let query = "mutation($i: NewAgreement!) { createAgreement(input: $i) { id } }";
            run(query, json!({ "i": input })).await
        }
        "updateAgreement" => {
            let it = drafted(world, &world.owner).await;
            let query = "mutation($id: ID!, $v: Int!, $t: AgreementTermsInput!) { \
                updateAgreement(id: $id, rowVersion: $v, terms: $t) { id } }";
            run(query, json!({ "id": it["id"], "v": it["rowVersion"], "t": terms() })).await
        }
        "proposeAgreement" => {
            let it = drafted(world, &world.owner).await;
            run(PROPOSE, json!({ "id": it["id"], "v": it["rowVersion"] })).await
        }
        "counterAgreement" => {
            let it = sent_by_partner(world).await;
            let query = "mutation($id: ID!, $v: Int!, $t: AgreementTermsInput!) { \
                counterAgreement(id: $id, rowVersion: $v, terms: $t) { id } }";
            run(query, json!({ "id": it["id"], "v": it["rowVersion"], "t": terms() })).await
        }
        "signAgreement" => run(SIGN, json!({ "id": sent_by_partner(world).await["id"] })).await,
        "declineAgreement" => {
            about("declineAgreement(id: $id, reason: \"x\")", sent_by_partner(world).await).await
        }
        "withdrawAgreement" => about("withdrawAgreement(id: $id)", sent(world, &world.owner).await).await,
        "recordPaperSigning" => {
            let it = sent_by_partner(world).await;
            let query = "mutation($id: ID!, $v: Int!) { recordPaperSigning(id: $id, rowVersion: $v, \
                signedOn: \"2026-01-05\", scan: \"x\") { id } }";
            run(query, json!({ "id": it["id"], "v": it["rowVersion"] })).await
        }
        "terminateAgreement" => {
            about("terminateAgreement(id: $id, reason: \"x\")", signed(world).await).await
        }
        "renewAgreement" => about("renewAgreement(id: $id)", signed(world).await).await,
        "amendAgreement" => about("amendAgreement(id: $id)", signed(world).await).await,
        "setAgreementNumbering" => {
            let query = "mutation { setAgreementNumbering(pattern: \"{number}/{year}/{kind}\", kinds: []) { pattern } }";
            run(query, json!({})).await
        }
        "?agreementNumbering" => run("{ agreementNumbering { pattern } }", json!({})).await,
        "?agreement" => {
            let it = sent_by_partner(world).await;
            run("query($id: ID!) { agreement(id: $id) { status } }", json!({ "id": it["id"] })).await
        }
        "?agreement draft" => {
            let it = drafted(world, &world.owner).await;
            run("query($id: ID!) { agreement(id: $id) { status } }", json!({ "id": it["id"] })).await
        }
        "?agreements seen" => {
            let it = sent_by_partner(world).await;
            let answer = run("{ agreements(first: 100) { nodes { id } } }", json!({})).await;
            seen(answer, |answer| {
                answer.texts("/agreements/nodes", "id").iter().any(|seen| it["id"] == seen.as_str())
            })
        }
        "?changes of agreement" => {
            let it = sent_by_partner(world).await;
            let query = "query($id: ID!) { changes(entity: \"agreement\", id: $id) { seq } }";
            run(query, json!({ "id": it["id"] })).await
        }
        _ => return None,
    };
    Some(answer)
}
