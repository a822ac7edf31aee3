//! Both sides are asked on the day, and what nobody answers is closed.

use futures::future;
use serde_json::json;
use server::{
    changes,
    deliveries::{asking, closing},
    statements::counted,
};
use shared::{DeliveryCheckKind, DeliveryCheckState, NotificationKind};
use tests::TestApp;

use super::{
    confirm, one, row, told,
    world::{day, deal},
};

#[tokio::test]
async fn both_sides_are_asked_once_however_many_look() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let signed = deal(&sides).sign(&app).await;
    let (neighbour, _) = app.another_node().await;
    let upcoming = DeliveryCheckState::Upcoming;
    let id = signed.check(&app, DeliveryCheckKind::FirstMonth, upcoming, (-30, -1)).await;
    let later = signed.check(&app, DeliveryCheckKind::ThirdMonth, upcoming, (0, 59)).await;

    let read = one(&sides.buyer, id).await;
    let (here, there) =
        future::join(asking::ask_all(&app.app, day(0)), asking::ask_all(&neighbour, day(0))).await;

    assert_eq!(read.data("/deliveryCheck/state"), "ASKED", "before it is written down");
    assert_eq!((here.unwrap() + there.unwrap(), told(&app, NotificationKind::DeliveryAsked).await), (1, 2));
    assert_eq!(row(&app, id).await.state, DeliveryCheckState::Asked);
    assert_eq!(row(&app, later).await.state, upcoming);
    for side in [&sides.buyer, &sides.maker] {
        let mails = app.mails_to(&side.email).await;
        assert_eq!(mails.iter().filter(|mail| mail.contains("/giao-hang?ma=")).count(), 1);
    }
}

#[tokio::test]
async fn silence_and_one_answer_are_states_of_their_own() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let (one_sided, silent) = (deal(&sides).sign(&app).await, deal(&sides).sign(&app).await);
    let (one_sided, silent) = (one_sided.asked(&app).await, silent.asked(&app).await);
    confirm(&sides.maker, one_sided, json!({ "outcome": "AS_AGREED" })).await.data("/confirmDelivery");

    let too_early = closing::close_all(&app.app, day(13)).await.unwrap();
    let closed = closing::close_all(&app.app, day(14)).await.unwrap();
    let again = closing::close_all(&app.app, day(14)).await.unwrap();

    assert_eq!((too_early, closed, again), (0, 2, 0));
    assert_eq!(row(&app, one_sided).await.state, DeliveryCheckState::OneSided);
    let row = row(&app, silent).await;
    assert_eq!(row.state, DeliveryCheckState::Silent);
    assert!(row.settled_at.is_some());
    let about = row.agreement_id.to_string();
    let lines = changes::of(app.app.database.read(), "agreement", &about).await.unwrap();
    assert_eq!((lines[0].action.as_str(), lines[0].actor.as_str()), ("delivery_closed", "closing"));
}

#[tokio::test]
async fn what_has_closed_reads_so_before_it_is_written_down() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let signed = deal(&sides).sign(&app).await;
    let upcoming = DeliveryCheckState::Upcoming;
    let id = signed.check(&app, DeliveryCheckKind::FirstMonth, upcoming, (-60, -20)).await;

    let read = one(&sides.buyer, id).await;
    let asked = asking::ask_all(&app.app, day(0)).await.unwrap();

    assert_eq!(read.data("/deliveryCheck/state"), "SILENT");
    assert_eq!((asked, told(&app, NotificationKind::DeliveryAsked).await), (0, 0), "nobody could answer");
}

#[tokio::test]
async fn both_sides_hear_that_a_check_closed_without_both_answers_and_what_it_means() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let (one_sided, silent) = (deal(&sides).sign(&app).await, deal(&sides).sign(&app).await);
    let one_sided = one_sided.asked(&app).await;
    silent.asked(&app).await;
    confirm(&sides.maker, one_sided, json!({ "outcome": "AS_AGREED" })).await.data("/confirmDelivery");

    let closed = closing::close_all(&app.app, day(14)).await;
    closing::close_all(&app.app, day(15)).await.unwrap();

    assert_eq!(closed.unwrap(), 2);
    assert_eq!(told(&app, NotificationKind::DeliveryOneSided).await, 2);
    assert_eq!(told(&app, NotificationKind::DeliverySilent).await, 2);
    for side in [&sides.buyer, &sides.maker] {
        let list = side.run("{ notifications { nodes { kind agreement { id } } } }", json!({})).await;
        let mut kinds = list.texts("/notifications/nodes", "kind");
        kinds.sort_unstable();
        assert_eq!(kinds, ["DELIVERY_ONE_SIDED", "DELIVERY_SILENT"]);
        let mail = app.mails_to(&side.email).await.pop().unwrap();
        for part in [
            "Có 2 việc mới:",
            "chỉ một bên cho biết đã giao nhận được bao nhiêu theo biên bản giao thương",
            "không được tính là hai bên xác nhận",
            "Neither side said in time what was delivered under the minutes of trade",
            "nothing of this time counts as confirmed by both",
            &format!("http://ocop.test/thoa-thuan/{}", silent.id),
        ] {
            assert!(mail.contains(part), "{part} is not in {mail}");
        }
        assert!(!mail.contains("/giao-hang?ma="), "nobody can answer any more: {mail}");
    }
}

#[tokio::test]
async fn what_both_have_answered_differently_closes_without_news() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let id = deal(&sides).sign(&app).await.asked(&app).await;
    confirm(&sides.maker, id, json!({ "outcome": "AS_AGREED" })).await.data("/confirmDelivery");
    let nothing = json!({ "outcome": "NOTHING", "problem": "LATE" });
    confirm(&sides.buyer, id, nothing).await.data("/confirmDelivery");

    let closed = closing::close_all(&app.app, day(14)).await.unwrap();

    assert_eq!((closed, row(&app, id).await.state), (1, DeliveryCheckState::Disputed));
    for kind in [NotificationKind::DeliveryOneSided, NotificationKind::DeliverySilent] {
        assert_eq!(told(&app, kind).await, 0);
    }
}

#[tokio::test]
async fn three_checks_are_closed_with_as_many_statements_as_one() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let mut statements = Vec::new();
    for checks in [1, 3] {
        for _ in 0..checks {
            deal(&sides).sign(&app).await.asked(&app).await;
        }
        let (count, closed) = counted(closing::close_all(&app.app, day(14))).await;
        assert_eq!(closed.unwrap(), checks);
        statements.push(count);
    }

    assert_eq!(statements[0], statements[1], "of one check and of three");
}
