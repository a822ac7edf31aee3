//! What nobody answers in time.

use futures::future;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::json;
use server::{changes, entities::notification, introductions::lapsing};
use shared::IntroductionStatus;
use tests::TestApp;

use super::{list, one, pass, row};

#[tokio::test]
async fn it_has_lapsed_as_soon_as_its_time_has_passed() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let id = sides.proposed(&sides.buyer).await;
    let passed = pass(&app, &id).await;

    let seen = one(&sides.maker, &id).await;
    let late = sides.maker.answer(&id, true, None).await;

    assert_eq!(seen.data("/introduction/status"), "LAPSED");
    let settled: chrono::DateTime<chrono::Utc> =
        seen.data("/introduction/settledAt").as_str().unwrap().parse().unwrap();
    assert_eq!((settled - passed).num_milliseconds(), 0);
    assert_eq!(late.problems(), ["id: NOT_POSSIBLE_NOW"]);
    for (statuses, count) in [(json!(["LAPSED"]), 1), (json!(["WAITS_FOR_PRODUCER", "ACCEPTED"]), 0)] {
        assert_eq!(list(&sides.buyer, json!({ "statuses": statuses })).await["totalCount"], count);
    }
    assert_eq!(list(&sides.maker, json!({ "waitsForMe": true })).await["totalCount"], 0);
    assert_eq!(row(&app, &id).await.status, IntroductionStatus::WaitsForProducer, "not written down yet");
}

#[tokio::test]
async fn it_is_written_down_once_however_many_look_and_both_sides_are_told() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let id = sides.proposed(&sides.buyer).await;
    let (neighbour, _) = app.another_node().await;
    let passed = pass(&app, &id).await;
    let told = notification::Entity::find().count(app.app.database.read()).await.unwrap();

    let (here, there) =
        future::join(lapsing::write_all_down(&app.app), lapsing::write_all_down(&neighbour)).await;
    let again = lapsing::write_all_down(&app.app).await;

    assert_eq!((here.unwrap() + there.unwrap(), again.unwrap()), (1, 0));
    let row = row(&app, &id).await;
    assert_eq!(row.status, IntroductionStatus::Lapsed);
    assert_eq!((row.moved_at - passed).num_milliseconds(), 0);
    assert_eq!(row.settled_at, Some(row.moved_at));
    let lines = changes::of(app.app.database.read(), "introduction", id.as_str().unwrap()).await.unwrap();
    assert_eq!((lines[0].action.as_str(), lines[0].actor.as_str(), lines.len()), ("lapsed", "lapsing", 2));
    assert_eq!(notification::Entity::find().count(app.app.database.read()).await.unwrap(), told + 2);
    for side in [&sides.buyer, &sides.maker] {
        let mails = app.mails_to(&side.email).await;
        assert_eq!(
            mails.iter().filter(|mail| mail.contains("A proposal was not answered in time")).count(),
            1
        );
    }
}

#[tokio::test]
async fn one_that_lapsed_does_not_stand_in_the_way_of_the_next() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let id = sides.proposed(&sides.buyer).await;
    pass(&app, &id).await;

    let next = sides.introduce(&sides.maker).await;

    assert_eq!(next.data("/introduce/status"), "WAITS_FOR_RETAILER");
    assert_eq!(row(&app, &id).await.status, IntroductionStatus::Lapsed);
    assert_eq!(lapsing::write_all_down(&app.app).await.unwrap(), 0);
}
