//! How somebody wishes to be told by mail: at once, once a day, or never.

use chrono::{DateTime, Duration, Utc};
use futures::future;
use serde_json::json;
use server::{calendar, notifications::digests};
use shared::MemberRole;
use tests::{Person, TestApp};

const CHOOSE: &str = "mutation($c: MailChoice!) { changeMailChoice(choice: $c) { mailChoice version } }";

async fn choose(person: &Person, choice: &str) {
    let chosen = person.run(CHOOSE, json!({ "c": choice })).await;
    assert_eq!(chosen.data("/changeMailChoice/mailChoice"), choice);
}

/// Mails about introductions.
async fn mails(app: &TestApp, person: &Person) -> Vec<String> {
    let mut mails = app.mails_to(&person.email).await;
    mails.retain(|mail| !mail.contains("Your organisation is verified"));
    mails
}

/// The next time at which the mails of the day are due.
fn morning() -> DateTime<Utc> {
    calendar::next_hour(Utc::now(), 7)
}

#[tokio::test]
async fn at_once_is_the_rule_and_off_means_off() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let colleague = app.person("Đồng Nghiệp").await;
    app.joined(&colleague, sides.makes, MemberRole::Member).await;
    let viewer = sides.maker.run("{ viewer { mailChoice version } }", json!({})).await;
    choose(&colleague, "OFF").await;

    sides.proposed(&sides.buyer).await;
    let later = digests::send_due(&app.app, morning()).await;

    assert_eq!(viewer.data("/viewer/mailChoice"), "AT_ONCE");
    assert_eq!(later.unwrap(), 0);
    assert_eq!((mails(&app, &sides.maker).await.len(), mails(&app, &colleague).await.len()), (1, 0));
}

#[tokio::test]
async fn once_a_day_one_mail_tells_all_that_was_not_seen() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    choose(&sides.maker, "DAILY").await;
    let id = sides.met().await;
    sides.buyer.say(&id, "Một").await.data("/sendMessage");
    sides.buyer.say(&id, "Hai").await.data("/sendMessage");
    let other = app.published_product(&sides.maker, sides.makes, "Miến khác (mẫu)").await;
    let input = json!({ "need": sides.need, "product": other });
    sides.buyer.run(tests::sides::INTRODUCE, json!({ "i": input })).await.data("/introduce");

    let meanwhile = mails(&app, &sides.maker).await.len();
    let too_early = digests::send_due(&app.app, morning() - Duration::seconds(1)).await.unwrap();
    let (neighbour, _) = app.another_node().await;
    let (here, there) =
        future::join(digests::send_due(&app.app, morning()), digests::send_due(&neighbour, morning())).await;
    let next_day = digests::send_due(&app.app, morning() + Duration::days(1)).await.unwrap();

    assert_eq!((meanwhile, too_early), (0, 0));
    assert_eq!((here.unwrap() + there.unwrap(), next_day), (1, 0));
    let mails = mails(&app, &sides.maker).await;
    assert_eq!(mails.len(), 1);
    let mail = &mails[0];
    // What the maker answered is seen; of two messages one line tells.
    assert!(mail.contains("Có 2 việc mới về kết nối"), "{mail}");
    assert!(mail.contains("- Có tin nhắn mới giữa Siêu thị Thử (mẫu) và HTX Thử (mẫu)"), "{mail}");
    assert!(mail.contains("“Miến khác (mẫu)”"), "{mail}");
    assert_eq!(mail.matches("http://ocop.test/tra-loi?ma=").count(), 1, "{mail}");
    assert!(!mail.contains("Một") && !mail.contains("Hai"), "{mail}");
}

#[tokio::test]
async fn a_conversation_that_a_mail_of_the_day_told_of_is_told_again_when_it_was_read() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    choose(&sides.maker, "DAILY").await;
    let id = sides.met().await;
    let say = async || sides.buyer.say(&id, "Xin chào").await.data("/sendMessage").clone();
    let day = async |days: i64| digests::send_due(&app.app, morning() + Duration::days(days)).await.unwrap();

    say().await;
    let first = day(0).await;
    say().await;
    let unread = day(1).await;
    let mark = "mutation($id: ID!) { markRead(introduction: $id) { id } }";
    sides.maker.run(mark, json!({ "id": id })).await.data("/markRead");
    say().await;
    let read = day(2).await;

    assert_eq!((first, unread, read), (1, 0, 1));
}

#[tokio::test]
async fn the_mail_of_the_day_does_not_ask_what_was_answered_or_tell_those_who_left_or_want_none() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let (colleague, left, silent) =
        (app.person("Đồng Nghiệp").await, app.person("Người Đi").await, app.person("Người Im").await);
    for person in [&colleague, &left, &silent] {
        app.joined(person, sides.makes, MemberRole::Member).await;
        choose(person, "DAILY").await;
    }
    let id = sides.proposed(&sides.buyer).await;
    sides.maker.answer(&id, false, Some("Hết hàng")).await.data("/answerIntroduction");
    let leave =
        "mutation($o: ID!, $a: ID!) { changeMember(organisation: $o, account: $a, role: null) { id } }";
    sides.maker.run(leave, json!({ "o": sides.makes, "a": left.account })).await.data("/changeMember");
    choose(&silent, "OFF").await;

    let written = digests::send_due(&app.app, morning()).await.unwrap();

    assert_eq!(written, 1);
    let mail = mails(&app, &colleague).await.concat();
    assert!(mail.contains("Có 1 việc mới") && mail.contains("đã từ chối"), "{mail}");
    assert!(!mail.contains("/tra-loi"), "{mail}");
    assert!(mails(&app, &left).await.is_empty() && mails(&app, &silent).await.is_empty());
}
