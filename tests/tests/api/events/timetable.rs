//! Timetables: made in the fewest slots, changed with little disturbance, seen by those they are for.

use std::collections::HashSet;

use serde_json::{Value, json};
use shared::OrganisationId;
use tests::{Answer, Person, sides::INTRODUCE};

use super::{Fair, day_ahead, morning, withdraw};

/// Three retailers and three producers, all approved; everybody has met everybody.
struct Crowd {
    fair: Fair,
    shops: Vec<(Person, OrganisationId, Value)>,
    makers: Vec<(Person, OrganisationId, Value)>,
}

impl Crowd {
    async fn new() -> Self {
        let fair = Fair::ahead(None).await;
        let (mut shops, mut makers) = (Vec::new(), Vec::new());
        for number in 1..=3 {
            let person = fair.app.person(&format!("Người mua {number}")).await;
            let sells = json!({ "name": format!("Siêu thị {number} (mẫu)"), "isProducer": false, "isRetailer": true });
            let id = fair.app.verified(&person, sells).await;
            let participant = fair.approved(id, "RETAILER").await["id"].clone();
            shops.push((person, id, participant));
            let person = fair.app.person(&format!("Người làm {number}")).await;
            let id = fair.app.verified(&person, json!({ "name": format!("HTX {number} (mẫu)") })).await;
            let participant = fair.approved(id, "PRODUCER").await["id"].clone();
            makers.push((person, id, participant));
        }
        let crowd = Self { fair, shops, makers };
        for shop in 0..3 {
            for maker in 0..3 {
                crowd.introduced(shop, maker).await;
            }
        }
        crowd
    }

    /// The two are introduced, and both want to talk.
    async fn introduced(&self, shop: usize, maker: usize) {
        let ((buyer, shop, _), (seller, makes, _)) = (&self.shops[shop], &self.makers[maker]);
        let need = self.fair.app.open_need(buyer, *shop, "Trà cho quầy", json!({})).await;
        let product = self.fair.app.published_product(seller, *makes, "Trà (mẫu)").await;
        let proposed = buyer.run(INTRODUCE, json!({ "i": { "need": need, "product": product } })).await;
        seller.answer(proposed.data("/introduce/id"), true, None).await.data("/answerIntroduction");
    }

    async fn scheduled(&self, tables: i32) -> Value {
        self.fair.schedule(morning(day_ahead(), tables)).await.data("/it").clone()
    }

    async fn adjusted(&self) -> Answer {
        let adjust = "mutation($e: ID!) { it: adjustTimetable(event: $e) { added removed unplaced movedCount \
            moved { meeting { id } fromSlot { number } } event { timetable { isBehind } } } }";
        self.fair.staff.run(adjust, json!({ "e": self.fair.event })).await
    }
}

/// Fails if somebody is in two places, or a table is taken twice.
fn assert_sound(meetings: &[Value]) {
    let placed: Vec<&Value> = meetings.iter().filter(|meeting| meeting["slot"].is_object()).collect();
    for who in ["retailer", "producer"] {
        let places: HashSet<String> =
            placed.iter().map(|one| format!("{}{}", one["slot"]["number"], one[who]["id"])).collect();
        assert_eq!(places.len(), placed.len(), "somebody is in two places: {placed:#?}");
    }
    let tables: HashSet<String> =
        placed.iter().map(|one| format!("{}.{}", one["slot"]["number"], one["tableNumber"])).collect();
    assert_eq!(tables.len(), placed.len(), "a table is taken twice: {placed:#?}");
}

fn time(meeting: &Value) -> (Value, Value, Value) {
    (meeting["id"].clone(), meeting["slot"].clone(), meeting["tableNumber"].clone())
}

#[tokio::test]
async fn all_meet_in_the_fewest_slots_and_breaks_are_kept() {
    let crowd = Crowd::new().await;

    let event = crowd.scheduled(3).await;

    let timetable = &event["timetable"];
    assert_eq!(
        (
            &timetable["meetingCount"],
            &timetable["unplacedCount"],
            &timetable["fewestSlots"],
            &timetable["usedSlots"]
        ),
        (&json!(9), &json!(0), &json!(3), &json!(3))
    );
    let begins: Vec<i64> = timetable["slots"]
        .as_array()
        .unwrap()
        .iter()
        .map(|slot| slot["fromMinute"].as_i64().unwrap())
        .collect();
    assert_eq!(begins, [480, 510, 600, 630, 660, 690]);
    let meetings = crowd.fair.meetings(&crowd.fair.staff).await;
    assert_sound(&meetings);
    // A retailer keeps its table, since there is one for each.
    for (_, _, shop) in &crowd.shops {
        let own = meetings.iter().filter(|meeting| &meeting["retailer"]["id"] == shop);
        assert_eq!(own.map(|meeting| meeting["tableNumber"].to_string()).collect::<HashSet<_>>().len(), 1);
    }
}

#[tokio::test]
async fn few_tables_take_more_slots_and_what_does_not_fit_is_told() {
    let crowd = Crowd::new().await;

    let two = crowd.scheduled(2).await;
    assert_eq!((&two["timetable"]["fewestSlots"], &two["timetable"]["usedSlots"]), (&json!(5), &json!(5)));
    assert_sound(&crowd.fair.meetings(&crowd.fair.staff).await);

    // Six slots of which one is kept free.
    let one = crowd.scheduled(1).await;
    assert_eq!((&one["timetable"]["unplacedCount"], &one["timetable"]["usedSlots"]), (&json!(4), &json!(5)));
    let meetings = crowd.fair.meetings(&crowd.fair.staff).await;
    assert_eq!(meetings.iter().filter(|meeting| meeting["slot"].is_null()).count(), 4);
    assert!(meetings[5]["slot"].is_null(), "those without a slot come last");
}

#[tokio::test]
async fn participants_see_their_own_meetings_once_they_are_announced() {
    let crowd = Crowd::new().await;
    crowd.scheduled(3).await;
    let (buyer, ..) = &crowd.shops[0];
    assert_eq!(crowd.fair.meetings(buyer).await, Vec::<Value>::new());
    assert_eq!(crowd.fair.seen_by(buyer).await.data("/it/timetable"), &Value::Null);

    crowd.fair.announce().await;

    let own = crowd.fair.meetings(buyer).await;
    assert_eq!(own.len(), 3);
    assert!(own.iter().all(|meeting| meeting["retailer"]["name"] == "Siêu thị 1 (mẫu)"));
    assert_eq!(crowd.fair.seen_by(buyer).await.data("/it/timetable/meetingCount"), 9);
    let stranger = crowd.fair.app.person("Người Lạ").await;
    assert_eq!(crowd.fair.meetings(&stranger).await, Vec::<Value>::new());
    let one = "query($id: ID!) { meeting(id: $id) { id } }";
    let hidden = stranger.run(one, json!({ "id": own[0]["id"] })).await;
    assert_eq!(hidden.data("/meeting"), &Value::Null);
    let again = "mutation($id: ID!) { publishTimetable(event: $id) { id } }";
    let again = crowd.fair.staff.run(again, json!({ "id": crowd.fair.event })).await;
    assert_eq!(again.problems(), ["event: NOT_POSSIBLE_NOW"]);
}

#[tokio::test]
async fn a_late_change_moves_nobody_it_need_not() {
    let crowd = Crowd::new().await;
    crowd.scheduled(3).await;
    crowd.fair.announce().await;
    let before = crowd.fair.meetings(&crowd.fair.staff).await;

    // Who leaves takes the own meetings along at once.
    let (buyer, shop, participant) = &crowd.shops[2];
    withdraw(buyer, participant).await.data("/it");
    let left = crowd.fair.meetings(&crowd.fair.staff).await;
    let is_on = |meeting: &&Value| meeting["status"] == "PLANNED";
    assert_eq!(left.iter().filter(is_on).count(), 6);
    assert_eq!(crowd.fair.read().await["timetable"]["isBehind"], false);

    // Who comes back has them again, and nobody else notices.
    crowd.fair.approved(*shop, "RETAILER").await;
    assert_eq!(crowd.fair.read().await["timetable"]["isBehind"], true);
    let change = crowd.adjusted().await;
    assert_eq!(
        (change.data("/it/added"), change.data("/it/removed"), change.data("/it/unplaced")),
        (&json!(3), &json!(0), &json!(0))
    );
    assert_eq!(change.data("/it/event/timetable/isBehind"), false);
    let after = crowd.fair.meetings(&crowd.fair.staff).await;
    assert_sound(&after);
    assert_eq!(after.iter().filter(is_on).count(), 9);
    for meeting in before.iter().filter(|meeting| &meeting["retailer"]["id"] != participant) {
        let now = after.iter().find(|other| other["id"] == meeting["id"]).unwrap();
        assert_eq!(time(now), time(meeting));
    }
}

#[tokio::test]
async fn what_staff_take_away_stays_away_until_they_put_it_back() {
    let crowd = Crowd::new().await;
    crowd.scheduled(3).await;
    let one = crowd.fair.meetings(&crowd.fair.staff).await[0].clone();
    let cancel = "mutation($id: ID!, $c: Boolean!) { it: cancelMeeting(id: $id, cancelled: $c) { status slot { number } } }";
    let run = async |cancelled: bool| {
        crowd.fair.staff.run(cancel, json!({ "id": one["id"], "c": cancelled })).await
    };

    assert_eq!(run(true).await.data("/it"), &json!({ "status": "CANCELLED", "slot": null }));
    assert_eq!(run(true).await.problems(), ["id: NOT_POSSIBLE_NOW"]);
    assert_eq!(crowd.fair.read().await["timetable"]["isBehind"], false);
    assert_eq!(crowd.adjusted().await.data("/it/added"), 0);

    assert_eq!(run(false).await.data("/it"), &json!({ "status": "PLANNED", "slot": null }));
    let change = crowd.adjusted().await;
    assert_eq!((change.data("/it/added"), change.data("/it/unplaced")), (&json!(0), &json!(0)));
    assert_sound(&crowd.fair.meetings(&crowd.fair.staff).await);
}

#[tokio::test]
async fn pairs_that_cannot_meet_are_told_with_why() {
    let fair = Fair::ahead(None).await;
    let sides = fair.app.sides().await;
    let round = fair.accepted_round(&sides).await;
    assert_eq!(round["status"], "ACCEPTED");

    let nobody = fair.schedule(morning(day_ahead(), 3)).await;
    let timetable = nobody.data("/it/timetable");
    assert_eq!(timetable["meetingCount"], 0);
    let left: HashSet<(String, String)> = timetable["leftOut"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["name"].as_str().unwrap().to_owned(), one["reason"].as_str().unwrap().to_owned()))
        .collect();
    let both = [("Siêu thị Thử (mẫu)", "NOT_REGISTERED"), ("HTX Thử (mẫu)", "NOT_REGISTERED")];
    assert_eq!(left, both.map(|(name, why)| (name.to_owned(), why.to_owned())).into());

    fair.approved(sides.shop, "RETAILER").await;
    fair.approved(sides.makes, "PRODUCER").await;
    // They were introduced by the round and need not have answered.
    assert_eq!(fair.schedule(morning(day_ahead(), 3)).await.data("/it/timetable/meetingCount"), 1);
}

#[tokio::test]
async fn a_timetable_is_made_of_what_was_read() {
    let fair = Fair::ahead(None).await;
    let query =
        "mutation($id: ID!, $i: TimetableInput!) { scheduleEvent(id: $id, version: 1, input: $i) { id } }";

    let late = fair.staff.run(query, json!({ "id": fair.event, "i": morning(day_ahead(), 1) })).await;
    let wrong = fair
        .schedule(json!({ "days": [], "breaks": [], "slotMinutes": 1, "pauseMinutes": -1,
        "tables": 0, "reserve": -1, "withIntroduced": false }))
        .await;

    assert_eq!(late.codes(), ["CONFLICT"]);
    assert_eq!(
        wrong.problems(),
        [
            "input.days: OUT_OF_RANGE",
            "input.slotMinutes: OUT_OF_RANGE",
            "input.pauseMinutes: OUT_OF_RANGE",
            "input.tables: OUT_OF_RANGE",
            "input.reserve: OUT_OF_RANGE",
        ]
    );
    let adjust = "mutation($e: ID!) { adjustTimetable(event: $e) { added } }";
    let none = fair.staff.run(adjust, json!({ "e": fair.event })).await;
    assert_eq!(none.problems(), ["event: NOT_POSSIBLE_NOW"]);
}

#[tokio::test]
async fn an_event_that_is_put_off_hides_its_timetable_until_it_is_made_anew() {
    let crowd = Crowd::new().await;
    crowd.scheduled(3).await;
    crowd.fair.announce().await;
    let event = crowd.fair.read().await;
    let later = day_ahead() + chrono::Days::new(7);
    let input = json!({ "name": event["name"], "kind": "TRADE_CONFERENCE", "startsOn": later });
    let update = "mutation($id: ID!, $v: Int!, $i: EventInput!) { \
        updateEvent(id: $id, version: $v, input: $i) { timetable { publishedAt } } }";

    let values = json!({ "id": crowd.fair.event, "v": event["version"], "i": input });
    let put_off = crowd.fair.staff.run(update, values).await;

    assert_eq!(put_off.data("/updateEvent/timetable/publishedAt"), &Value::Null);
    assert_eq!(crowd.fair.meetings(&crowd.shops[0].0).await, Vec::<Value>::new());
    assert_eq!(crowd.fair.schedule(morning(later, 3)).await.data("/it/timetable/unplacedCount"), 0);
}
