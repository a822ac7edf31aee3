//! What came of meetings, up to the draft of an agreement, and what became of what was agreed.

use chrono::Utc;
use serde_json::{Value, json};
use server::calendar;
use tests::{Answer, Person, sides::Sides};

use super::{Fair, MEETING};
use crate::agreements;

/// An event today at which two meet who were introduced by its round and have not answered.
struct Meeting {
    fair: Fair,
    sides: Sides,
    codes: [Value; 2],
    id: Value,
}

impl Meeting {
    async fn today() -> Self {
        let fair = Fair::on(calendar::today(), None).await;
        let sides = fair.app.sides().await;
        fair.accepted_round(&sides).await;
        let shop = fair.approved(sides.shop, "RETAILER").await;
        let maker = fair.approved(sides.makes, "PRODUCER").await;
        // From midnight on: the first slot has begun whenever this runs.
        let day = json!({ "day": calendar::today(), "fromMinute": 0, "toMinute": 120 });
        let input = json!({ "days": [day], "breaks": [], "slotMinutes": 20, "pauseMinutes": 0, "tables": 1,
            "reserve": 0, "withIntroduced": false });
        assert_eq!(fair.schedule(input).await.data("/it/timetable/meetingCount"), 1);
        let id = fair.meetings(&fair.staff).await[0]["id"].clone();
        Self { fair, sides, codes: [shop["code"].clone(), maker["code"].clone()], id }
    }

    async fn record(&self, person: &Person, outcome: &str) -> Answer {
        let query = format!(
            "mutation($id: ID!, $o: MeetingOutcome!) {{ it: recordMeeting(id: $id, outcome: $o, note: \"Giá tốt\") {{ {MEETING} }} }}"
        );
        person.run(&query, json!({ "id": self.id, "o": outcome })).await
    }

    async fn check_in(&self) {
        let arrivals: Vec<Value> =
            self.codes.iter().map(|code| json!({ "code": code, "at": Utc::now() })).collect();
        let query =
            "mutation($e: ID!, $a: [ArrivalInput!]!) { it: checkIn(event: $e, arrivals: $a) { problem } }";
        let answer = self.fair.staff.run(query, json!({ "e": self.fair.event, "a": arrivals })).await;
        assert_eq!(answer.texts("/it", "problem"), ["null", "null"]);
    }
}

#[tokio::test]
async fn a_side_says_what_came_of_it_and_the_last_word_counts() {
    let meeting = Meeting::today().await;
    // Nobody knows of it yet.
    assert_eq!(meeting.record(&meeting.sides.buyer, "CONTINUES").await.codes(), ["NOT_FOUND"]);
    meeting.fair.announce().await;

    let said = meeting.record(&meeting.sides.buyer, "NOT_SUITABLE").await;
    assert_eq!(said.data("/it/status"), "HELD");
    assert_eq!(said.data("/it/recordedBy"), "RETAILER");
    let mended = meeting.record(&meeting.sides.maker, "RETAILER_ABSENT").await;
    assert_eq!(mended.data("/it/status"), "MISSED");
    assert_eq!(mended.data("/it/note"), "Giá tốt");
    let stranger = meeting.fair.app.person("Người Lạ").await;
    assert_eq!(meeting.record(&stranger, "CONTINUES").await.codes(), ["NOT_FOUND"]);
    // What somebody has met for is not made anew.
    let again = meeting.fair.schedule(super::morning(calendar::today(), 1)).await;
    assert_eq!(again.problems(), ["id: NOT_POSSIBLE_NOW"]);
}

#[tokio::test]
async fn an_agreement_is_drafted_once_both_were_noted_at_the_door() {
    let meeting = Meeting::today().await;
    meeting.fair.announce().await;
    let early = meeting.record(&meeting.sides.maker, "AGREEMENT").await;
    assert_eq!(early.problems(), ["outcome: NOT_CHECKED_IN"]);
    meeting.check_in().await;

    let agreed = meeting.record(&meeting.sides.maker, "AGREEMENT").await;

    let id = agreed.data("/it/agreementId");
    let read = "query($a: ID!, $i: ID!) { agreement(id: $a) { status event { id } introduction { id status } viewerParty } \
        introduction(id: $i) { status } }";
    let values = json!({ "a": id, "i": agreed.data("/it/introductionId") });
    let draft = meeting.sides.maker.run(read, values.clone()).await;
    assert_eq!(draft.data("/agreement/status"), "DRAFT");
    assert_eq!(draft.data("/agreement/event/id"), &meeting.fair.event);
    assert_eq!(draft.data("/introduction/status"), "ACCEPTED");
    // It is the draft of the one who said so, and the other side sees it when it is sent.
    let other = meeting.record(&meeting.sides.buyer, "AGREEMENT").await;
    assert_eq!(other.data("/it/agreementId"), &Value::Null);
    assert_eq!(other.data("/it/recordedBy"), "RETAILER");
    let again = meeting.record(&meeting.sides.maker, "AGREEMENT").await;
    assert_eq!(again.data("/it/agreementId"), id);
}

#[tokio::test]
async fn staff_say_it_for_both_and_draft_it_as_staff() {
    let meeting = Meeting::today().await;

    let agreed = meeting.record(&meeting.fair.staff, "AGREEMENT").await;

    assert_eq!(agreed.data("/it/recordedBy"), "STAFF");
    assert!(agreed.data("/it/agreementId").is_string());
}

#[tokio::test]
async fn one_that_was_missed_is_put_back() {
    let meeting = Meeting::today().await;
    meeting.record(&meeting.fair.staff, "PRODUCER_ABSENT").await.data("/it");
    let put_back = "mutation($id: ID!) { it: cancelMeeting(id: $id, cancelled: false) { status outcome slot { number } } }";

    let back = meeting.fair.staff.run(put_back, json!({ "id": meeting.id })).await;

    assert_eq!(back.data("/it"), &json!({ "status": "PLANNED", "outcome": null, "slot": null }));
}

#[tokio::test]
async fn who_leaves_after_a_meeting_takes_nothing_of_it_along() {
    let meeting = Meeting::today().await;
    meeting.fair.announce().await;
    let participant = meeting.fair.meetings(&meeting.fair.staff).await[0]["producer"]["id"].clone();

    super::withdraw(&meeting.sides.maker, &participant).await.data("/it");

    let said = meeting.record(&meeting.sides.buyer, "CONTINUES").await;
    assert_eq!(said.data("/it/status"), "HELD");
}

#[tokio::test]
async fn what_one_side_noted_is_not_said_by_the_other() {
    let meeting = Meeting::today().await;
    meeting.fair.announce().await;
    meeting.record(&meeting.sides.buyer, "CONTINUES").await.data("/it");

    let query = "mutation($id: ID!) { recordMeeting(id: $id, outcome: NOT_SUITABLE) { note recordedBy } }";
    let other = meeting.sides.maker.run(query, json!({ "id": meeting.id })).await;

    assert_eq!(other.data("/recordMeeting"), &json!({ "note": null, "recordedBy": "PRODUCER" }));
}

impl Meeting {
    /// The two at the door, and what the producer says drafted.
    async fn agreed() -> (Self, Value) {
        let meeting = Self::today().await;
        meeting.fair.announce().await;
        meeting.check_in().await;
        let agreed = meeting.record(&meeting.sides.maker, "AGREEMENT").await;
        let id = agreed.data("/it/agreementId").clone();
        (meeting, id)
    }

    /// As somebody sees it.
    async fn seen(&self, person: &Person) -> (Value, Value) {
        let seen = self.fair.meetings(person).await[0].clone();
        (seen["agreementId"].clone(), seen["mayDraftAgain"].clone())
    }

    /// Sends what somebody has drafted, with whole terms.
    async fn send(&self, person: &Person, id: &Value) {
        let drafted = agreements::one(person, id).await.data("/it").clone();
        let whole = agreements::update(person, &drafted, agreements::terms(&self.sides.product)).await;
        agreements::propose(person, whole.data("/it")).await.data("/it");
    }
}

#[tokio::test]
async fn what_was_declined_gives_way_to_the_next_draft() {
    let (meeting, first) = Meeting::agreed().await;
    let (maker, buyer) = (&meeting.sides.maker, &meeting.sides.buyer);
    meeting.send(maker, &first).await;
    let waits = (meeting.seen(maker).await, meeting.seen(buyer).await);
    agreements::decline(buyer, &first, "Giá cao").await.data("/it");
    let declined = (meeting.seen(maker).await, meeting.seen(buyer).await);

    let again = meeting.record(maker, "AGREEMENT").await;

    let second = again.data("/it/agreementId").clone();
    let shown = |id: &Value, may: bool| (id.clone(), json!(may));
    assert_eq!(waits, (shown(&first, false), shown(&first, false)));
    assert_eq!(declined, (shown(&first, true), shown(&first, true)), "the one there is, and a way on");
    assert_ne!(second, first);
    assert_eq!(meeting.seen(maker).await, shown(&second, false));
    let read = "query($a: ID!) { agreement(id: $a) { status event { id } } }";
    let draft = maker.run(read, json!({ "a": second })).await;
    assert_eq!(
        draft.data("/agreement"),
        &json!({ "status": "DRAFT", "event": { "id": meeting.fair.event } })
    );
    // The other side sees it when it is sent, and until then that something is under way.
    assert_eq!(meeting.seen(buyer).await, shown(&Value::Null, false));
    meeting.send(maker, &second).await;
    assert_eq!(meeting.seen(buyer).await, shown(&second, false));
}

#[tokio::test]
async fn what_was_taken_back_gives_way_to_what_the_other_side_has_sent_since() {
    let (meeting, first) = Meeting::agreed().await;
    let (maker, buyer) = (&meeting.sides.maker, &meeting.sides.buyer);
    agreements::withdraw(maker, &first).await.data("/it");
    let seen_by_other = meeting.seen(buyer).await;
    let introduction = meeting.fair.meetings(buyer).await[0]["introductionId"].clone();
    let theirs = agreements::draft(buyer, &introduction).await.data("/it/id").clone();
    let while_drafted = (meeting.seen(maker).await, meeting.seen(buyer).await);
    meeting.send(buyer, &theirs).await;

    let again = meeting.record(maker, "AGREEMENT").await;

    assert_eq!(seen_by_other, (Value::Null, json!(true)), "a draft that was never sent is not theirs to see");
    assert_eq!(while_drafted.0, (first, json!(true)));
    assert_eq!(while_drafted.1, (theirs.clone(), json!(false)));
    assert_eq!(again.data("/it/agreementId"), &theirs, "nobody drafts beside what waits for them");
    assert_eq!(meeting.seen(maker).await, (theirs, json!(false)));
}
