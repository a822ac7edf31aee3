//! Events that staff begin, change and lead to their end.

use serde_json::{Value, json};
use shared::StaffRole;
use tests::TestApp;

use super::{Fair, day_ahead};

#[tokio::test]
async fn what_is_planned_is_seen_by_staff_only_until_it_is_opened() {
    let app = TestApp::start().await;
    let staff = app.staff(StaffRole::CityStaff, &[]).await;
    let input = json!({ "name": "Tuần hàng thử (mẫu)", "kind": "GOODS_WEEK", "startsOn": day_ahead() });
    let create = "mutation($i: EventInput!) { createEvent(input: $i) { id status actions sources { url } } }";
    let created = staff.run(create, json!({ "i": input })).await;
    let id = created.data("/createEvent/id");
    let find = "query($id: ID!) { event(id: $id) { name status isOpen actions } \
        events(search: \"tuan hang thu\", filter: { upcoming: true }) { totalCount } }";

    assert_eq!(created.data("/createEvent/status"), "PLANNED");
    assert_eq!(created.data("/createEvent/actions"), &json!(["OPEN", "CANCEL", "CHANGE"]));
    let hidden = app.guest().run(find, json!({ "id": id })).await;
    assert_eq!(hidden.codes(), ["NOT_FOUND"]);
    assert_eq!(staff.run(find, json!({ "id": id })).await.data("/events/totalCount"), 1);

    staff.run("mutation($id: ID!) { moveEvent(id: $id, action: OPEN) { id } }", json!({ "id": id })).await;
    let seen = app.guest().run(find, json!({ "id": id })).await;
    assert_eq!(
        seen.data("/event"),
        &json!({ "name": "Tuần hàng thử (mẫu)", "status": "OPEN", "isOpen": true, "actions": [] })
    );
    assert_eq!(seen.data("/events/totalCount"), 1);
}

#[tokio::test]
async fn every_field_that_is_wrong_is_named_and_nothing_is_begun() {
    let app = TestApp::start().await;
    let staff = app.staff(StaffRole::CityStaff, &[]).await;
    let day = day_ahead();
    let input = json!({ "name": " ", "kind": "FAIR", "startsOn": day, "endsOn": day.pred_opt(), "province": "999",
        "registrationUntil": day.succ_opt(), "retailerPlaces": -1, "producerPlaces": 10_001,
        "place": "x".repeat(301) });
    let create = "mutation($i: EventInput!) { createEvent(input: $i) { id } }";

    let refused = staff.run(create, json!({ "i": input })).await;

    assert_eq!(
        refused.problems(),
        [
            "input.name: MISSING",
            "input.place: TOO_LONG",
            "input.province: NOT_OFFERED",
            "input.endsOn: OUT_OF_RANGE",
            "input.registrationUntil: OUT_OF_RANGE",
            "input.retailerPlaces: OUT_OF_RANGE",
            "input.producerPlaces: OUT_OF_RANGE",
        ]
    );
    let all = staff.run("{ events { totalCount } }", json!({})).await;
    assert_eq!(all.data("/events/totalCount"), 84);
}

#[tokio::test]
async fn a_change_names_the_version_that_was_read() {
    let fair = Fair::ahead(Some(2)).await;
    let version = fair.read().await["version"].clone();
    let update = "mutation($id: ID!, $v: Int!, $i: EventInput!) { \
        updateEvent(id: $id, version: $v, input: $i) { name province { code } description version } }";
    let input = json!({ "name": "Hội nghị đổi tên (mẫu)", "kind": "TRADE_CONFERENCE", "startsOn": day_ahead(),
        "province": "01", "description": "Hai dòng\nvà thế" });
    let values = json!({ "id": fair.event, "v": version, "i": input });

    let changed = fair.staff.run(update, values.clone()).await;
    let again = fair.staff.run(update, values).await;

    assert_eq!(changed.data("/updateEvent/name"), "Hội nghị đổi tên (mẫu)");
    assert_eq!(changed.data("/updateEvent/province/code"), "01");
    assert_eq!(changed.data("/updateEvent/description"), "Hai dòng\nvà thế");
    assert_eq!(again.codes(), ["CONFLICT"]);
}

#[tokio::test]
async fn an_event_goes_the_way_of_its_table_and_no_other() {
    let fair = Fair::ahead(None).await;

    assert_eq!(fair.moved("PREPARE").await.problems(), ["id: NOT_POSSIBLE_NOW"]);
    assert_eq!(fair.moved("SCHEDULE").await.codes(), ["BAD_INPUT"]);
    assert_eq!(fair.moved("CLOSE").await.data("/it/status"), "CLOSED");
    assert_eq!(fair.read().await["isOpen"], false);
    assert_eq!(fair.moved("FINISH").await.data("/it/status"), "HELD");
    assert_eq!(fair.moved("OPEN").await.problems(), ["id: NOT_POSSIBLE_NOW"]);
}

#[tokio::test]
async fn one_that_was_only_reported_can_be_run_here() {
    let app = TestApp::start().await;
    let staff = app.staff(StaffRole::CityStaff, &[]).await;
    let listed = staff
        .run("{ events(first: 1) { nodes { id status sides { side } promises { signed } } } }", json!({}))
        .await;
    let event = listed.data("/events/nodes/0");
    assert_eq!(
        (&event["status"], &event["sides"], &event["promises"]),
        (&json!("REPORTED"), &json!([]), &Value::Null)
    );

    let prepare = "mutation($id: ID!) { moveEvent(id: $id, action: PREPARE) { status sides { side places approved } } }";
    let prepared = staff.run(prepare, json!({ "id": event["id"] })).await;

    assert_eq!(prepared.data("/moveEvent/status"), "PLANNED");
    assert_eq!(
        prepared.data("/moveEvent/sides/1"),
        &json!({ "side": "PRODUCER", "places": null, "approved": 0 })
    );
}

#[tokio::test]
async fn nobody_learns_of_a_plan_by_naming_it_in_an_agreement() {
    let app = TestApp::start().await;
    let (staff, sides) = (app.staff(StaffRole::CityStaff, &[]).await, app.sides().await);
    let input = json!({ "name": "Việc chưa báo (mẫu)", "kind": "FAIR", "startsOn": day_ahead() });
    let create = "mutation($i: EventInput!) { createEvent(input: $i) { id } }";
    let event = staff.run(create, json!({ "i": input })).await.data("/createEvent/id").clone();
    let draft = "mutation($i: ID!) { draftAgreement(introduction: $i) { id rowVersion } }";
    let draft = sides.maker.run(draft, json!({ "i": sides.met().await })).await;

    let update = "mutation($id: ID!, $v: Int!, $t: AgreementTermsInput!) { \
        updateAgreement(id: $id, rowVersion: $v, terms: $t) { event { name } } }";
    let terms = json!({ "kind": "MINUTES", "event": event, "lines": [] });
    let values = json!({ "id": draft.data("/draftAgreement/id"), "v": draft.data("/draftAgreement/rowVersion"), "t": terms });
    let named = sides.maker.run(update, values).await;

    assert_eq!(named.problems(), ["terms.event: NOT_OFFERED"]);
}
