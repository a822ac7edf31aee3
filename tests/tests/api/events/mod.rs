//! Events over the API: what was reported of them, and those that are run here, from registration to what came of meetings.

mod at_the_door;
mod meeting;
mod registering;
mod reported;
mod running;
mod timetable;

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use server::calendar;
use shared::{OrganisationId, StaffRole};
use tests::{Answer, Person, TestApp, sides::Sides};

/// What is asked of an event wherever one comes back.
const EVENT: &str = "id name status isOpen version actions startsOn endsOn \
    sides { side places approved waiting asked arrived } \
    timetable { meetingCount unplacedCount fewestSlots usedSlots isBehind publishedAt slots { number fromMinute } \
      leftOut { name reason pairs } }";
/// What is asked of a registration.
const PARTICIPANT: &str =
    "id name side status people note code queuePlace reason checkedInAt meetingCount mayWithdraw";
/// What is asked of a meeting.
const MEETING: &str = "id status slot { number day fromMinute } tableNumber outcome note recordedBy agreementId mayDraftAgain mayRecord \
    retailer { id name } producer { id name } productName introductionId";

/// Staff of the city with an event of theirs.
struct Fair {
    app: TestApp,
    staff: Person,
    event: Value,
}

impl Fair {
    /// An open event on a day, with places for each side.
    async fn on(day: NaiveDate, places: Option<i32>) -> Self {
        let app = TestApp::start().await;
        let staff = app.staff(StaffRole::CityStaff, &[]).await;
        let input = json!({ "name": "Hội nghị thử (mẫu)", "kind": "TRADE_CONFERENCE", "startsOn": day,
            "retailerPlaces": places, "producerPlaces": places });
        let create = "mutation($i: EventInput!) { createEvent(input: $i) { id } }";
        let event = staff.run(create, json!({ "i": input })).await.data("/createEvent/id").clone();
        let fair = Self { app, staff, event };
        assert_eq!(fair.moved("OPEN").await.data("/it/status"), "OPEN");
        fair
    }

    /// The same in ten days, so that nothing of it has begun.
    async fn ahead(places: Option<i32>) -> Self {
        Self::on(day_ahead(), places).await
    }

    async fn moved(&self, action: &str) -> Answer {
        let query = format!(
            "mutation($id: ID!, $a: EventAction!) {{ it: moveEvent(id: $id, action: $a) {{ {EVENT} }} }}"
        );
        self.staff.run(&query, json!({ "id": self.event, "a": action })).await
    }

    async fn seen_by(&self, person: &Person) -> Answer {
        let query = format!("query($id: ID!) {{ it: event(id: $id) {{ {EVENT} own {{ {PARTICIPANT} }} }} }}");
        person.run(&query, json!({ "id": self.event })).await
    }

    async fn read(&self) -> Value {
        self.seen_by(&self.staff).await.data("/it").clone()
    }

    async fn register(&self, person: &Person, organisation: OrganisationId, side: &str) -> Answer {
        register(person, &self.event, organisation, side).await
    }

    async fn decide(&self, participants: &[&Value], reason: Option<&str>) -> Answer {
        let query = format!(
            "mutation($e: ID!, $p: [ID!]!, $a: Boolean!, $r: String) {{ \
                it: decideParticipants(event: $e, participants: $p, approve: $a, reason: $r) {{ {EVENT} }} }}"
        );
        let values = json!({ "e": self.event, "p": participants, "a": reason.is_none(), "r": reason });
        self.staff.run(&query, values).await
    }

    /// Registers by staff, which approves at once.
    async fn approved(&self, organisation: OrganisationId, side: &str) -> Value {
        let answer = self.register(&self.staff, organisation, side).await;
        assert_eq!(answer.data("/it/status"), "APPROVED", "{}", answer.text);
        answer.data("/it").clone()
    }

    async fn participants(&self, person: &Person) -> Value {
        let query = format!(
            "query($id: ID!) {{ event(id: $id) {{ participants {{ totalCount nodes {{ {PARTICIPANT} }} }} }} }}"
        );
        person.run(&query, json!({ "id": self.event })).await.data("/event/participants").clone()
    }

    async fn schedule(&self, input: Value) -> Answer {
        let version = self.read().await["version"].clone();
        let query = format!(
            "mutation($id: ID!, $v: Int!, $i: TimetableInput!) {{ \
                it: scheduleEvent(id: $id, version: $v, input: $i) {{ {EVENT} }} }}"
        );
        self.staff.run(&query, json!({ "id": self.event, "v": version, "i": input })).await
    }

    /// A round of the event with a need of the one and a product of the other, solved and accepted: they are introduced by
    /// staff.
    async fn accepted_round(&self, sides: &Sides) -> Value {
        let about = json!({ "groups": ["I.5.a"] });
        let need = self.app.open_need(&sides.buyer, sides.shop, "Miến cho sảnh (mẫu)", about).await;
        let input = json!({ "name": "Vòng thử (mẫu)", "event": self.event, "needCap": 2, "productCap": 2,
            "producerCap": 2, "candidatesPerNeed": 20 });
        let create = "mutation($i: RoundInput!) { createRound(input: $i) { id } }";
        let round = self.staff.run(create, json!({ "i": input })).await.data("/createRound/id").clone();
        let add = "mutation($id: ID!, $n: ID!) { changeRoundNeeds(round: $id, add: [$n]) { needCount } }";
        self.staff.run(add, json!({ "id": round, "n": need })).await.data("/changeRoundNeeds/needCount");
        let solve = "mutation($id: ID!) { solveRound(id: $id) { id } }";
        self.staff.run(solve, json!({ "id": round })).await.data("/solveRound/id");
        self.app.app.solver.settled().await;
        let version =
            self.staff.run("query($id: ID!) { round(id: $id) { version } }", json!({ "id": round })).await;
        let accept = "mutation($id: ID!, $v: Int!) { acceptRound(id: $id, version: $v) { status } }";
        let values = json!({ "id": round, "v": version.data("/round/version") });
        self.staff.run(accept, values).await.data("/acceptRound").clone()
    }

    async fn announce(&self) {
        let publish = "mutation($id: ID!) { publishTimetable(event: $id) { timetable { publishedAt } } }";
        let answer = self.staff.run(publish, json!({ "id": self.event })).await;
        assert!(answer.data("/publishTimetable/timetable/publishedAt").is_string());
    }

    async fn meetings(&self, person: &Person) -> Vec<Value> {
        let query = format!(
            "query($id: ID!) {{ event(id: $id) {{ meetings(first: 100) {{ nodes {{ {MEETING} }} }} }} }}"
        );
        let answer = person.run(&query, json!({ "id": self.event })).await;
        answer.data("/event/meetings/nodes").as_array().unwrap().clone()
    }
}

async fn register(person: &Person, event: &Value, organisation: OrganisationId, side: &str) -> Answer {
    let query = format!(
        "mutation($e: ID!, $o: ID!, $s: TradeParty!) {{ \
            it: registerForEvent(event: $e, organisation: $o, side: $s, people: 2, note: \"Mang hàng mẫu\") {{ {PARTICIPANT} }} }}"
    );
    person.run(&query, json!({ "e": event, "o": organisation, "s": side })).await
}

async fn withdraw(person: &Person, participant: &Value) -> Answer {
    let query = format!("mutation($p: ID!) {{ it: withdrawFromEvent(participant: $p) {{ {PARTICIPANT} }} }}");
    person.run(&query, json!({ "p": participant })).await
}

/// A day on which nothing has begun.
fn day_ahead() -> NaiveDate {
    calendar::today() + Days::new(10)
}

/// Meetings of 20 minutes with 10 between them from eight to twelve, with a break from nine to ten: two slots and four.
fn morning(day: NaiveDate, tables: i32) -> Value {
    json!({ "days": [{ "day": day, "fromMinute": 480, "toMinute": 720 }],
        "breaks": [{ "fromMinute": 540, "toMinute": 600 }],
        "slotMinutes": 20, "pauseMinutes": 10, "tables": tables, "reserve": 1, "withIntroduced": true })
}
