//! Who is told of what, in the list and by mail.

use serde_json::{Value, json};
use shared::{MemberRole, StaffRole};
use tests::{Person, TestApp};

const TOLD: &str = "query($u: Boolean) { notifications(unreadOnly: $u) { totalCount nodes { id kind readAt introduction { id } } } }";
const SEEN: &str = "mutation($ids: [ID!]) { markNotificationsRead(ids: $ids) { unreadNotifications } }";
const MARK: &str = "mutation($id: ID!) { markRead(introduction: $id) { id } }";

/// Kinds of what somebody was told, the newest first.
async fn told(person: &Person) -> Vec<String> {
    person.run(TOLD, json!({})).await.texts("/notifications/nodes", "kind")
}

/// Subjects of the mails about introductions that somebody got, in English.
async fn mailed(app: &TestApp, person: &Person) -> Vec<String> {
    let mails = app.mails_to(&person.email).await;
    let subject =
        |mail: &String| mail.lines().nth(1).and_then(|line| line.split(" / ").nth(1)).map(str::to_owned);
    let about_others = ["Your organisation is verified"];
    mails.iter().filter_map(subject).filter(|subject| !about_others.contains(&subject.as_str())).collect()
}

#[tokio::test]
async fn everybody_of_the_side_is_told_but_who_did_it() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let colleague = app.person("Đồng Nghiệp").await;
    app.joined(&colleague, sides.makes, MemberRole::Member).await;

    let id = sides.proposed(&sides.buyer).await;
    let proposed = (told(&sides.maker).await, told(&colleague).await, told(&sides.buyer).await);
    sides.maker.answer(&id, true, None).await.data("/answerIntroduction");
    let accepted = (told(&sides.maker).await, told(&colleague).await, told(&sides.buyer).await);

    let one = || vec!["PROPOSED".to_owned()];
    assert_eq!(proposed, (one(), one(), vec![]));
    let both = vec!["ACCEPTED".to_owned(), "PROPOSED".to_owned()];
    assert_eq!(accepted, (one(), both, vec!["ACCEPTED".to_owned()]));
    assert_eq!(mailed(&app, &sides.maker).await, ["A proposal to meet"]);
    assert_eq!(mailed(&app, &colleague).await, ["A proposal to meet", "Both sides want to meet"]);
    assert_eq!(mailed(&app, &sides.buyer).await, ["Both sides want to meet"]);
}

#[tokio::test]
async fn staff_who_propose_hear_what_becomes_of_it_and_not_what_is_said() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let other = app.staff(StaffRole::CityStaff, &[]).await;
    let id = sides.proposed(&city).await;

    sides.buyer.answer(&id, true, None).await.data("/answerIntroduction");
    let half = told(&sides.maker).await;
    sides.maker.answer(&id, true, None).await.data("/answerIntroduction");
    sides.maker.say(&id, "Xin chào").await.data("/sendMessage");

    assert_eq!(half, ["HALF_ACCEPTED", "PROPOSED"]);
    assert_eq!(told(&city).await, ["ACCEPTED", "HALF_ACCEPTED"]);
    assert_eq!(told(&sides.buyer).await, ["MESSAGE", "ACCEPTED", "PROPOSED"]);
    assert_eq!(told(&other).await, Vec::<String>::new());
    let mails = app.mails_to(&city.email).await.concat();
    assert!(!mails.contains("/tra-loi"), "staff answer nothing: {mails}");
}

#[tokio::test]
async fn a_mail_says_who_wants_what_until_when() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let id = sides.proposed(&sides.buyer).await;
    let asked = app.mails_to(&sides.maker.email).await.pop().unwrap();

    sides.maker.answer(&id, false, Some("Hết hàng đến Tết")).await.data("/answerIntroduction");
    let declined = app.mails_to(&sides.buyer.email).await.pop().unwrap();

    for part in [
        "Subject: Đề nghị kết nối / A proposal to meet",
        "Siêu thị Thử (mẫu) muốn kết nối với HTX Thử (mẫu) về sản phẩm “Miến dong (mẫu)” cho nhu cầu “Miến cho quầy đặc sản”.",
        "Siêu thị Thử (mẫu) would like to meet HTX Thử (mẫu) about the product “Miến dong (mẫu)” for the need “Miến cho quầy đặc sản”.",
        "Lời nhắn / Words: Mời xem hàng",
        "http://ocop.test/tra-loi?ma=",
    ] {
        assert!(asked.contains(part), "{part} is not in {asked}");
    }
    for part in [
        "HTX Thử (mẫu) đã từ chối kết nối với Siêu thị Thử (mẫu) về sản phẩm “Miến dong (mẫu)”",
        "Lý do / Reason: Hết hàng đến Tết",
        &format!("http://ocop.test/ket-noi/gioi-thieu/{}", id.as_str().unwrap()),
    ] {
        assert!(declined.contains(part), "{part} is not in {declined}");
    }
    assert!(!declined.contains("/tra-loi"), "{declined}");
}

#[tokio::test]
async fn one_mail_tells_of_a_conversation_until_it_is_read() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let id = sides.met().await;
    let messages = async || {
        let mailed = mailed(&app, &sides.maker).await;
        mailed.iter().filter(|subject| *subject == "A new message").count()
    };
    let say = async |text: &str| sides.buyer.say(&id, text).await.data("/sendMessage").clone();

    say("Một").await;
    say("Hai").await;
    let at_first = (messages().await, told(&sides.maker).await);
    sides.maker.run(SEEN, json!({})).await.data("/markNotificationsRead");
    say("Ba").await;
    let seen_in_the_list_only = messages().await;
    sides.maker.run(MARK, json!({ "id": id })).await.data("/markRead");
    say("Bốn").await;

    assert_eq!(at_first, (1, vec!["MESSAGE".to_owned(), "PROPOSED".to_owned()]));
    assert_eq!(seen_in_the_list_only, 1);
    assert_eq!(messages().await, 2);
}

#[tokio::test]
async fn what_was_seen_is_counted_no_more() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let id = sides.proposed(&sides.buyer).await;
    sides.buyer.run("mutation($id: ID!) { withdrawIntroduction(id: $id) { id } }", json!({ "id": id })).await;
    let unread = async |person: &Person| {
        let viewer = person.run("{ viewer { unreadNotifications } }", json!({})).await;
        viewer.data("/viewer/unreadNotifications").clone()
    };
    let list = sides.maker.run(TOLD, json!({})).await;
    let latest = list.data("/notifications/nodes/0/id").clone();

    let before = unread(&sides.maker).await;
    let by_other = sides.buyer.run(SEEN, json!({ "ids": [latest] })).await;
    let untouched = unread(&sides.maker).await;
    let one = sides.maker.run(SEEN, json!({ "ids": [latest] })).await;
    let left = sides.maker.run(TOLD, json!({ "u": true })).await;
    let all = sides.maker.run(SEEN, json!({ "ids": null })).await;

    assert_eq!((before, untouched), (json!(2), json!(2)));
    assert_eq!(by_other.data("/markNotificationsRead/unreadNotifications"), 0);
    assert_eq!(one.data("/markNotificationsRead/unreadNotifications"), 1);
    assert_eq!(left.texts("/notifications/nodes", "kind"), ["PROPOSED"]);
    assert_eq!(left.data("/notifications/totalCount"), 1);
    assert_eq!(all.data("/markNotificationsRead/unreadNotifications"), 0);
    let too_many: Vec<Value> = vec![latest; 101];
    assert_eq!(sides.maker.run(SEEN, json!({ "ids": too_many })).await.codes(), ["BAD_INPUT"]);
}

#[tokio::test]
async fn who_answers_has_seen_what_was_asked_and_who_has_left_is_told_no_more() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let colleague = app.person("Đồng Nghiệp").await;
    app.joined(&colleague, sides.makes, MemberRole::Member).await;
    sides.met().await;

    let answered = sides.maker.run(TOLD, json!({ "u": true })).await;
    let before = told(&colleague).await;
    let leave =
        "mutation($o: ID!, $a: ID!) { changeMember(organisation: $o, account: $a, role: null) { id } }";
    colleague.run(leave, json!({ "o": sides.makes, "a": colleague.account })).await.data("/changeMember");
    let viewer = colleague.run("{ viewer { unreadNotifications } }", json!({})).await;

    assert_eq!(answered.data("/notifications/totalCount"), 0);
    assert_eq!(before, ["ACCEPTED", "PROPOSED"]);
    assert_eq!(told(&colleague).await, Vec::<String>::new());
    assert_eq!(viewer.data("/viewer/unreadNotifications"), 0);
}

#[tokio::test]
async fn a_copy_of_somebodys_data_has_their_messages_and_notifications_and_a_deletion_takes_these() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let (partner, city) = (app.person("Đồng Nghiệp").await, app.staff(StaffRole::CityStaff, &[]).await);
    app.joined(&partner, sides.makes, MemberRole::Owner).await;
    let id = sides.met().await;
    sides.buyer.say(&id, "Lời của người mua").await.data("/sendMessage");
    sides.maker.say(&id, "Lời của người làm").await.data("/sendMessage");

    let copied = sides.maker.run("mutation { copyMyData }", json!({})).await;
    let asked = "mutation { requestAboutData(kind: DELETION) { id } }";
    let request = sides.maker.run(asked, json!({})).await.data("/requestAboutData/id").clone();
    let answer = "mutation($id: ID!) { answerDataRequest(id: $id, done: true) { status } }";
    city.run(answer, json!({ "id": request })).await.data("/answerDataRequest");

    let copy = copied.data("/copyMyData");
    assert_eq!(copy["messages_written"][0]["text"], "Lời của người làm");
    assert_eq!(copy["messages_written"].as_array().unwrap().len(), 1);
    let kinds: Vec<_> =
        copy["notifications"].as_array().unwrap().iter().map(|row| row["kind"].clone()).collect();
    assert_eq!(kinds, ["proposed", "message"]);
    assert!(!copied.text.contains("Lời của người mua"), "{}", copied.text);
    use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
    use server::entities::notification;
    let left = notification::Entity::find().filter(notification::Column::AccountId.eq(sides.maker.account));
    assert_eq!(left.count(app.app.database.read()).await.unwrap(), 0);
    let seen = super::one(&sides.buyer, &id).await;
    let authors = seen.texts("/introduction/messages/nodes", "author");
    assert_eq!(authors, ["(đã xoá)", "Người Mua"]);
}
