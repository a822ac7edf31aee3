//! Sending: when it is tried again, when it is given up, and whom it never calls.

use chrono::{Duration, Utc};
use futures::future;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde_json::{Value, json};
use server::{
    accounts::tidying,
    app::App,
    config::Config,
    entities::{webhook, webhook_delivery},
    webhooks::sending::{PAUSES, send_due},
};
use shared::StaffRole;
use tests::{Person, TestApp};

use super::{Hook, TOLD, hook, let_pauses_pass, receiver::Receiver, rows, run, send, start, told};

/// Has a webhook tested, and sends.
async fn test(app: &TestApp, by: &Person, hook: &Hook) -> Value {
    run(by, "testWebhook", &hook.id).await.data("/testWebhook");
    send(app).await;
    told(by, hook).await[0].clone()
}

#[tokio::test]
async fn what_fails_is_tried_by_the_schedule_and_then_given_up() {
    let app = start().await;
    let (sides, receiver) = (app.sides().await, Receiver::start().await);
    let own = hook(&sides.maker, sides.makes, &receiver.url()).await;
    receiver.answers(500).await;
    sides.proposed(&sides.buyer).await;

    let mut pauses = Vec::new();
    for _ in PAUSES {
        assert_eq!(send(&app).await, 1);
        let due_at = rows(&app).await[0].due_at.unwrap();
        // Rounded up: a moment has passed since.
        pauses.push((due_at - Utc::now()).num_minutes() + 1);
        assert_eq!(send(&app).await, 0, "not before its time");
        let_pauses_pass(&app).await;
    }
    let before = told(&sides.maker, &own).await;
    send(&app).await;
    let after = told(&sides.maker, &own).await;

    assert_eq!(pauses, PAUSES);
    assert_eq!((&before[0]["state"], &before[0]["attempts"]), (&json!("WAITING"), &json!(6)));
    assert_eq!((&after[0]["state"], &after[0]["attempts"]), (&json!("GIVEN_UP"), &json!(7)));
    assert_eq!((&after[0]["lastStatus"], &after[0]["lastProblem"]), (&json!(500), &json!("REFUSED")));
    let all = receiver.all().await;
    assert_eq!(all.len(), 7);
    assert!(all.iter().all(|one| one.header("webhook-id") == after[0]["id"].as_str().unwrap()));
    assert!(all.iter().all(|one| one.is_signed_by(&own)));
    let_pauses_pass(&app).await;
    assert_eq!(send(&app).await, 0);
}

#[tokio::test]
async fn staff_see_what_was_given_up_and_have_it_tried_once_more() {
    let app = start().await;
    let (sides, receiver) = (app.sides().await, Receiver::start().await);
    let own = hook(&sides.maker, sides.makes, &format!("{}?key=secret", receiver.url())).await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    receiver.answers(503).await;
    run(&sides.maker, "testWebhook", &own.id).await.data("/testWebhook");
    for _ in 0..=PAUSES.len() {
        send(&app).await;
        let_pauses_pass(&app).await;
    }

    let seen = city.run(TOLD, json!({})).await;
    receiver.answers(204).await;
    let letter = seen.data("/webhookDeliveries/nodes/0").clone();
    let retried = run(&city, "retryWebhookDelivery", &letter["id"]).await;
    let waiting = told(&sides.maker, &own).await;
    send(&app).await;
    let again = run(&city, "retryWebhookDelivery", &letter["id"]).await;

    assert_eq!(seen.data("/webhookDeliveries/totalCount"), 1);
    assert_eq!(letter["organisationName"], "HTX Thử (mẫu)");
    assert_eq!(letter["host"], format!("127.0.0.1:{}", receiver.port()));
    assert_eq!((&letter["kind"], &letter["attempts"]), (&json!("TEST"), &json!(7)));
    assert!(!seen.text.contains("key=secret"), "{}", seen.text);
    assert_eq!(retried.data("/retryWebhookDelivery/id"), &letter["id"]);
    assert_eq!((&waiting[0]["state"], &waiting[0]["attempts"]), (&json!("WAITING"), &json!(0)));
    assert_eq!(told(&sides.maker, &own).await[0]["state"], "DELIVERED");
    assert_eq!(again.problems(), ["id: NOT_POSSIBLE_NOW"]);
    assert_eq!(city.run(TOLD, json!({})).await.data("/webhookDeliveries/totalCount"), 0);
}

#[tokio::test]
async fn an_answer_that_leads_elsewhere_is_not_followed() {
    let app = start().await;
    let (sides, receiver) = (app.sides().await, Receiver::start().await);
    let own = hook(&sides.maker, sides.makes, &receiver.url()).await;

    for status in [301, 302, 303, 307, 308] {
        receiver.answers(status).await;
        let came = test(&app, &sides.maker, &own).await;

        assert_eq!((&came["lastStatus"], &came["lastProblem"]), (&json!(status), &json!("REDIRECTED")));
        let paths: Vec<String> = receiver.all().await.iter().map(|one| one.path().to_owned()).collect();
        assert_eq!(paths, ["/hook"]);
    }
}

#[tokio::test]
async fn a_program_that_is_gone_is_told_nothing_more() {
    let app = start().await;
    let (sides, receiver) = (app.sides().await, Receiver::start().await);
    let own = hook(&sides.maker, sides.makes, &receiver.url()).await;
    receiver.answers(410).await;

    let came = test(&app, &sides.maker, &own).await;
    sides.proposed(&sides.buyer).await;

    assert_eq!((&came["state"], &came["lastProblem"]), (&json!("GIVEN_UP"), &json!("GONE")));
    assert_eq!(rows(&app).await.len(), 1, "the proposal is not told");
    let refused = run(&sides.maker, "testWebhook", &own.id).await;
    assert_eq!(refused.problems(), ["id: NOT_POSSIBLE_NOW"]);
    run(&sides.maker, "resumeWebhook", &own.id).await.data("/resumeWebhook");
    receiver.answers(200).await;
    assert_eq!(test(&app, &sides.maker, &own).await["state"], "DELIVERED");
}

#[tokio::test]
async fn what_waits_for_a_paused_webhook_waits_on() {
    let app = start().await;
    let (sides, receiver) = (app.sides().await, Receiver::start().await);
    let own = hook(&sides.maker, sides.makes, &receiver.url()).await;
    sides.proposed(&sides.buyer).await;
    run(&sides.maker, "pauseWebhook", &own.id).await.data("/pauseWebhook");

    let while_paused = send(&app).await;
    run(&sides.maker, "resumeWebhook", &own.id).await.data("/resumeWebhook");
    let after = send(&app).await;

    assert_eq!((while_paused, after), (0, 1));
    assert_eq!(receiver.all().await.len(), 1);
}

#[tokio::test]
async fn addresses_that_are_not_public_are_not_called() {
    let app = TestApp::start().await;
    let (sides, receiver) = (app.sides().await, Receiver::start().await);
    let own = hook(&sides.maker, sides.makes, "https://erp.example.vn/hook").await;
    let port = receiver.port();

    for url in [
        receiver.url(),
        format!("https://127.0.0.1:{port}/hook"),
        // A name that leads to this machine.
        format!("https://localhost:{port}/hook"),
        format!("https://[::ffff:127.0.0.1]:{port}/hook"),
    ] {
        // As if the settings, or where a name leads, had changed since it was entered.
        webhook::Entity::update_many()
            .col_expr(webhook::Column::Url, Expr::value(url.clone()))
            .exec(app.app.database.write())
            .await
            .unwrap();
        let came = test(&app, &sides.maker, &own).await;

        assert_eq!(
            (&came["lastStatus"], &came["lastProblem"]),
            (&Value::Null, &json!("NOT_ALLOWED")),
            "{url}"
        );
    }
    assert_eq!(receiver.all().await.len(), 0);
}

#[tokio::test]
async fn what_went_wrong_is_told_by_its_kind() {
    let app = start().await;
    let (sides, receiver) = (app.sides().await, Receiver::start().await);
    let closed = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let nobody = closed.local_addr().unwrap();
    drop(closed);

    for (url, problem) in [
        (format!("https://127.0.0.1:{}/", receiver.port()), "NOT_SECURE"),
        (format!("http://{nobody}/"), "UNREACHABLE"),
        // No name server is asked for a name that can't be one.
        (format!("http://{}.invalid/", "a".repeat(64)), "NAME_UNKNOWN"),
    ] {
        let own = hook(&sides.maker, sides.makes, &url).await;

        assert_eq!(test(&app, &sides.maker, &own).await["lastProblem"], problem, "{url}");
    }
}

#[tokio::test]
async fn a_slow_program_holds_up_no_other() {
    let app = start().await;
    let sides = app.sides().await;
    let (slow, quick) = (Receiver::slow().await, Receiver::start().await);
    let own = hook(&sides.maker, sides.makes, &slow.url()).await;
    for _ in 0..20 {
        run(&sides.maker, "testWebhook", &own.id).await.data("/testWebhook");
    }
    let other = hook(&sides.buyer, sides.shop, &quick.url()).await;
    run(&sides.buyer, "testWebhook", &other.id).await.data("/testWebhook");

    let sending = tokio::spawn({
        let app = app.app.clone();
        async move { send_due(&app).await.unwrap() }
    });
    // Comes although the slow one has not answered yet.
    assert!(quick.next().await.is_signed_by(&other));
    assert!(slow.next().await.is_signed_by(&own));
    slow.let_answer();

    assert_eq!(sending.await.unwrap(), 21);
    assert_eq!(slow.most_at_once(), 2);
    let once_more = run(&sides.maker, "testWebhook", &own.id).await;
    assert_eq!(once_more.problems(), ["id: TOO_MANY"], "tests of one hour");
}

#[tokio::test]
async fn nodes_never_make_the_same_call_at_once() {
    let app = start().await;
    let (sides, receiver) = (app.sides().await, Receiver::slow().await);
    let own = hook(&sides.maker, sides.makes, &receiver.url()).await;
    let config = Config { data_dir: app.folder().join("another"), ..app.app.config.clone() };
    let neighbour = App::start(config).await.unwrap();
    run(&sides.maker, "testWebhook", &own.id).await.data("/testWebhook");

    let here = tokio::spawn({
        let app = app.app.clone();
        async move { send_due(&app).await.unwrap() }
    });
    receiver.next().await;
    let there = send_due(&neighbour).await.unwrap();
    receiver.let_answer();
    let here = here.await.unwrap();
    for _ in 0..10 {
        run(&sides.maker, "testWebhook", &own.id).await.data("/testWebhook");
    }
    let (first, second) = future::join(send_due(&app.app), send_due(&neighbour)).await;

    assert_eq!((here, there), (1, 0));
    assert_eq!(first.unwrap() + second.unwrap(), 10);
    assert_eq!(receiver.all().await.len(), 10);
}

#[tokio::test]
async fn what_is_long_done_is_forgotten() {
    let app = start().await;
    let (sides, receiver) = (app.sides().await, Receiver::start().await);
    let own = hook(&sides.maker, sides.makes, &receiver.url()).await;
    test(&app, &sides.maker, &own).await;
    test(&app, &sides.maker, &own).await;
    receiver.answers(500).await;
    test(&app, &sides.maker, &own).await;
    let all = rows(&app).await;
    for waits_or_old in [&all[0], &all[2]] {
        webhook_delivery::Entity::update_many()
            .col_expr(webhook_delivery::Column::CreatedAt, Expr::value(Utc::now() - Duration::days(31)))
            .filter(webhook_delivery::Column::Id.eq(waits_or_old.id))
            .exec(app.app.database.write())
            .await
            .unwrap();
    }

    tidying::tidy(&app.app).await.unwrap();

    let kept: Vec<_> = rows(&app).await.iter().map(|row| row.id).collect();
    assert_eq!(kept, [all[1].id, all[2].id]);
}
