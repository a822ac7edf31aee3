//! Tries of rounds: of one with an open need of the own side in it, begun anew for each try.

use serde_json::{Value, json};
use shared::StaffRole;
use tests::{Answer, Person};

use super::Attempt;

const CREATE: &str = "mutation($i: RoundInput!) { createRound(input: $i) { id } }";

fn input() -> Value {
    json!({ "name": "Vòng thử (mẫu)", "needCap": 1, "productCap": 1, "producerCap": 1, "candidatesPerNeed": 5 })
}

/// What comes of it; nothing when the operation is another's.
pub(super) async fn attempt(attempt: &Attempt<'_>) -> Option<Answer> {
    const OPERATIONS: [&str; 11] = [
        "?rounds",
        "?round",
        "createRound",
        "updateRound",
        "changeRoundNeeds",
        "setRoundCap",
        "setRoundRule",
        "solveRound",
        "cancelRound",
        "acceptRound",
        "deleteRound",
    ];
    if !OPERATIONS.contains(&attempt.operation) {
        return None;
    }
    let world = attempt.world;
    let (need, product) = world.pair().await;
    let staff: Person = world.app.staff(StaffRole::CityStaff, &[]).await;
    let created = staff.run(CREATE, json!({ "i": input() })).await;
    let id = created.data("/createRound/id").clone();
    let add = "mutation($id: ID!, $n: ID!) { changeRoundNeeds(round: $id, add: [$n]) { version } }";
    staff.run(add, json!({ "id": id, "n": need })).await.data("/changeRoundNeeds/version");
    let run = async |query: &str, variables: Value| attempt.actor.run(query, variables).await;
    Some(match attempt.operation {
        "?rounds" => run("{ rounds { totalCount } }", json!({})).await,
        "?round" => run("query($id: ID!) { round(id: $id) { name } }", json!({ "id": id })).await,
        "createRound" => run(CREATE, json!({ "i": input() })).await,
        "updateRound" => {
            let update =
                "mutation($id: ID!, $i: RoundInput!) { updateRound(id: $id, version: 2, input: $i) { id } }";
            run(update, json!({ "id": id, "i": input() })).await
        }
        "changeRoundNeeds" => run(add, json!({ "id": id, "n": need })).await,
        "setRoundCap" => {
            let set = "mutation($id: ID!, $n: ID!) { setRoundCap(round: $id, kind: NEED, item: $n, cap: 2) { id } }";
            run(set, json!({ "id": id, "n": need })).await
        }
        "setRoundRule" => {
            let set = "mutation($id: ID!, $n: ID!, $p: ID!) { \
                setRoundRule(round: $id, need: $n, product: $p, kind: FORBID) { id } }";
            run(set, json!({ "id": id, "n": need, "p": product })).await
        }
        "solveRound" => {
            let answer = run("mutation($id: ID!) { solveRound(id: $id) { id } }", json!({ "id": id })).await;
            world.app.app.solver.settled().await;
            answer
        }
        "cancelRound" => run("mutation($id: ID!) { cancelRound(id: $id) { id } }", json!({ "id": id })).await,
        "acceptRound" => {
            staff.run("mutation($id: ID!) { solveRound(id: $id) { id } }", json!({ "id": id })).await;
            world.app.app.solver.settled().await;
            let accept = "mutation($id: ID!) { acceptRound(id: $id, version: 3) { id } }";
            run(accept, json!({ "id": id })).await
        }
        _ => run("mutation($id: ID!) { deleteRound(id: $id) }", json!({ "id": id })).await,
    })
}
