//! Tries of events: of one that is open, for which the own side is approved as a retailer and meets its partner.

use chrono::Utc;
use serde_json::{Value, json};
use server::calendar;
use shared::OrganisationId;
use tests::{Answer, Person};

use super::{Attempt, world::World};

/// How far an event has come before it is tried.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Stage {
    Planned,
    Open,
    Approved,
    Scheduled,
    Announced,
}

/// An event, the registration of the own side and its meeting, as far as there are any.
struct Prepared {
    event: Value,
    own: OrganisationId,
    participant: Value,
    code: Value,
    meeting: Value,
}

fn input() -> Value {
    json!({ "name": "Hội nghị thử (mẫu)", "kind": "TRADE_CONFERENCE", "startsOn": calendar::today() })
}

fn hours() -> Value {
    let day = json!({ "day": calendar::today(), "fromMinute": 0, "toMinute": 60 });
    json!({ "days": [day], "breaks": [], "slotMinutes": 20, "pauseMinutes": 0, "tables": 1, "reserve": 0,
        "withIntroduced": true })
}

const CREATE: &str = "mutation($i: EventInput!) { createEvent(input: $i) { id } }";
const REGISTER: &str = "mutation($e: ID!, $o: ID!, $s: TradeParty!) { \
    registerForEvent(event: $e, organisation: $o, side: $s, people: 1) { id code status } }";
const SCHEDULE: &str = "mutation($id: ID!, $v: Int!, $i: TimetableInput!) { \
    scheduleEvent(id: $id, version: $v, input: $i) { meetings { nodes { id } } } }";
const PUBLISH: &str = "mutation($id: ID!) { publishTimetable(event: $id) { id } }";

async fn moved(staff: &Person, event: &Value, action: &str) -> Answer {
    let query = "mutation($id: ID!, $a: EventAction!) { moveEvent(id: $id, action: $a) { status version } }";
    staff.run(query, json!({ "id": event, "a": action })).await
}

async fn prepare(world: &World, stage: Stage) -> Prepared {
    let [.., staff, _] = &world.others;
    let mut prepared = Prepared {
        event: staff.run(CREATE, json!({ "i": input() })).await.data("/createEvent/id").clone(),
        own: if stage >= Stage::Scheduled { world.met_own().await } else { world.verified_own().await },
        participant: Value::Null,
        code: Value::Null,
        meeting: Value::Null,
    };
    if stage >= Stage::Open {
        moved(staff, &prepared.event, "OPEN").await.data("/moveEvent/status");
    }
    if stage >= Stage::Approved {
        let values = json!({ "e": prepared.event, "o": prepared.own, "s": "RETAILER" });
        let registered = staff.run(REGISTER, values).await;
        prepared.participant = registered.data("/registerForEvent/id").clone();
        prepared.code = registered.data("/registerForEvent/code").clone();
    }
    if stage >= Stage::Scheduled {
        let partner = world.partner().await;
        let query = "query($id: ID!) { ownProduct(id: $id) { producer { id } } }";
        let makes = partner.0.run(query, json!({ "id": partner.1 })).await;
        let values =
            json!({ "e": prepared.event, "o": makes.data("/ownProduct/producer/id"), "s": "PRODUCER" });
        staff.run(REGISTER, values).await.data("/registerForEvent/id");
        let values = json!({ "id": prepared.event, "v": 2, "i": hours() });
        let scheduled = staff.run(SCHEDULE, values).await;
        prepared.meeting = scheduled.data("/scheduleEvent/meetings/nodes/0/id").clone();
    }
    if stage >= Stage::Announced {
        staff.run(PUBLISH, json!({ "id": prepared.event })).await.data("/publishTimetable/id");
    }
    prepared
}

/// What comes of it; nothing when the operation is another's.
pub(super) async fn attempt(attempt: &Attempt<'_>) -> Option<Answer> {
    let stage = match attempt.operation {
        "createEvent" | "updateEvent" | "moveEvent" | "?event planned" | "?ownEvents" => Stage::Planned,
        "registerForEvent" => Stage::Open,
        "withdrawFromEvent" | "decideParticipants" | "checkIn" | "scheduleEvent" | "?participant code" => {
            Stage::Approved
        }
        "adjustTimetable" | "publishTimetable" | "cancelMeeting" | "?meeting planned" => Stage::Scheduled,
        "recordMeeting" | "?meeting" => Stage::Announced,
        _ => return None,
    };
    let Prepared { event, own, participant, code, meeting } = prepare(attempt.world, stage).await;
    let run = async |query: &str, variables: Value| attempt.actor.run(query, variables).await;
    let seen = async |query: &str, variables: Value, path: &str| {
        let mut answer = run(query, variables).await;
        answer.json["seen"] = json!(!answer.json["data"].pointer(path).unwrap_or(&Value::Null).is_null());
        answer
    };
    Some(match attempt.operation {
        "createEvent" => run(CREATE, json!({ "i": input() })).await,
        "updateEvent" => {
            let update =
                "mutation($id: ID!, $i: EventInput!) { updateEvent(id: $id, version: 1, input: $i) { id } }";
            run(update, json!({ "id": event, "i": input() })).await
        }
        "moveEvent" => {
            run("mutation($id: ID!) { moveEvent(id: $id, action: OPEN) { id } }", json!({ "id": event }))
                .await
        }
        "?event planned" => run("query($id: ID!) { event(id: $id) { id } }", json!({ "id": event })).await,
        "?ownEvents" => run("{ ownEvents { id } }", json!({})).await,
        "registerForEvent" => run(REGISTER, json!({ "e": event, "o": own, "s": "RETAILER" })).await,
        "withdrawFromEvent" => {
            let withdraw = "mutation($p: ID!) { withdrawFromEvent(participant: $p) { id } }";
            run(withdraw, json!({ "p": participant })).await
        }
        "decideParticipants" => {
            let decide = "mutation($e: ID!, $p: ID!) { \
                decideParticipants(event: $e, participants: [$p], approve: false, reason: \"x\") { id } }";
            run(decide, json!({ "e": event, "p": participant })).await
        }
        "checkIn" => {
            let note =
                "mutation($e: ID!, $a: [ArrivalInput!]!) { checkIn(event: $e, arrivals: $a) { problem } }";
            run(note, json!({ "e": event, "a": [{ "code": code, "at": Utc::now() }] })).await
        }
        "?participant code" => {
            let query = "query($id: ID!) { event(id: $id) { participants { nodes { name code } } } }";
            seen(query, json!({ "id": event }), "/event/participants/nodes/0/code").await
        }
        "scheduleEvent" => run(SCHEDULE, json!({ "id": event, "v": 2, "i": hours() })).await,
        "adjustTimetable" => {
            run("mutation($e: ID!) { adjustTimetable(event: $e) { added } }", json!({ "e": event })).await
        }
        "publishTimetable" => run(PUBLISH, json!({ "id": event })).await,
        "cancelMeeting" => {
            let cancel = "mutation($m: ID!) { cancelMeeting(id: $m, cancelled: true) { id } }";
            run(cancel, json!({ "m": meeting })).await
        }
        "recordMeeting" => {
            let record = "mutation($m: ID!) { recordMeeting(id: $m, outcome: CONTINUES) { id } }";
            run(record, json!({ "m": meeting })).await
        }
        _ => seen("query($m: ID!) { meeting(id: $m) { id } }", json!({ "m": meeting }), "/meeting").await,
    })
}
