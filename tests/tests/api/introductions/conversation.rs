//! What two sides say to each other, who reads it, and who does not.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use serde_json::{Value, json};
use server::changes;
use shared::{MemberRole, StaffRole};
use tests::{
    Person, TestApp,
    people::{OTHER_WARD, WARD},
    sides::SEND,
};

use super::{list, one};
use crate::catalogue::{photo, put};

const READ: &str = "mutation($id: ID!, $r: String!, $n: Int, $a: String) { \
    readConversation(introduction: $id, reason: $r, first: $n, after: $a) { totalCount pageInfo { endCursor hasNextPage } \
    nodes { text author party isOwn attachments { name } } } }";
const MARK: &str = "mutation($id: ID!) { markRead(introduction: $id) { unread } }";

/// What somebody who is signed in gets at an address.
async fn fetch(person: &Person, url: &str) -> StatusCode {
    let request = Request::get(url).header(header::AUTHORIZATION, person.actor.authorization());
    person.actor.send(request.body(Body::empty()).unwrap()).await.status
}

#[tokio::test]
async fn both_sides_talk_once_both_have_accepted() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let colleague = app.person("Đồng Nghiệp").await;
    app.joined(&colleague, sides.shop, MemberRole::Member).await;
    let id = sides.proposed(&sides.buyer).await;

    let early = sides.buyer.say(&id, "Chào anh").await;
    sides.maker.answer(&id, true, None).await.data("/answerIntroduction");
    let empty = sides.buyer.say(&id, " \n ").await;
    let long = sides.buyer.say(&id, &"x".repeat(4_001)).await;
    let said = sides.buyer.say(&id, "Chào anh\nAnh gửi mẫu nhé").await;
    sides.maker.say(&id, "Vâng, mai tôi gửi").await.data("/sendMessage");

    assert_eq!(early.problems(), ["introduction: NOT_POSSIBLE_NOW"]);
    assert_eq!(empty.problems(), ["text: MISSING"]);
    assert_eq!(long.problems(), ["text: TOO_LONG"]);
    assert_eq!(
        (said.data("/sendMessage/isOwn"), said.data("/sendMessage/party")),
        (&json!(true), &json!("RETAILER"))
    );
    let seen = one(&colleague, &id).await;
    let expected = json!({ "totalCount": 2, "nodes": [
        { "text": "Vâng, mai tôi gửi", "isOwn": false, "author": "Người Làm", "party": "PRODUCER" },
        { "text": "Chào anh\nAnh gửi mẫu nhé", "isOwn": false, "author": "Người Mua", "party": "RETAILER" },
    ] });
    assert_eq!(seen.data("/introduction/messages"), &expected);
}

#[tokio::test]
async fn what_somebody_has_not_read_is_counted_until_they_say_so() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let id = sides.met().await;
    let unread = async |person: &Person| one(person, &id).await.data("/introduction/unread").clone();
    let waits =
        async |person: &Person| list(person, json!({ "waitsForMe": true })).await["totalCount"].clone();
    for text in ["Một", "Hai"] {
        sides.buyer.say(&id, text).await.data("/sendMessage");
    }
    sides.maker.say(&id, "Ba").await.data("/sendMessage");

    assert_eq!((unread(&sides.maker).await, waits(&sides.maker).await), (json!(2), json!(1)));
    assert_eq!((unread(&sides.buyer).await, waits(&sides.buyer).await), (json!(1), json!(1)));
    let marked = sides.maker.run(MARK, json!({ "id": id })).await;
    assert_eq!(marked.data("/markRead/unread"), 0);
    assert_eq!((unread(&sides.maker).await, waits(&sides.maker).await), (json!(0), json!(0)));
    assert_eq!(unread(&sides.buyer).await, 1, "what one has read the other has not");
    sides.buyer.say(&id, "Bốn").await.data("/sendMessage");
    assert_eq!(unread(&sides.maker).await, 1);
}

#[tokio::test]
async fn staff_read_it_for_a_reason_that_stands_in_the_log() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let (here, elsewhere) = (
        app.staff(StaffRole::UnitStaff, &[WARD]).await,
        app.staff(StaffRole::UnitStaff, &[OTHER_WARD]).await,
    );
    let id = sides.met().await;
    for number in 1..=3 {
        sides.buyer.say(&id, &format!("Tin {number}")).await.data("/sendMessage");
    }
    let read = async |person: &Person, reason: &str, after: Value| {
        person.run(READ, json!({ "id": id, "r": reason, "n": 2, "a": after })).await
    };

    let unfounded = read(&here, " ", Value::Null).await;
    let first = read(&here, "Có khiếu nại", Value::Null).await;
    let rest = read(&here, "Có khiếu nại", first.data("/readConversation/pageInfo/endCursor").clone()).await;
    let by_other = read(&elsewhere, "Tò mò", Value::Null).await;
    let by_side = read(&sides.buyer, "Của tôi", Value::Null).await;

    assert_eq!(unfounded.problems(), ["reason: MISSING"]);
    assert_eq!(first.texts("/readConversation/nodes", "text"), ["Tin 3", "Tin 2"]);
    assert_eq!(first.data("/readConversation/pageInfo/hasNextPage"), true);
    assert_eq!(rest.texts("/readConversation/nodes", "text"), ["Tin 1"]);
    assert_eq!(rest.data("/readConversation/pageInfo/hasNextPage"), false);
    assert_eq!((by_other.codes(), by_side.codes()), (vec!["NOT_FOUND"], vec!["FORBIDDEN"]));
    assert_eq!(one(&here, &id).await.data("/introduction/messages"), &Value::Null);
    let log = "query($id: ID!) { changes(entity: \"introduction\", id: $id) { action actorName after } }";
    let logged = here.run(log, json!({ "id": id })).await;
    let line = json!({ "action": "conversation_read", "actorName": "unit_staff", "after": { "reason": "Có khiếu nại" } });
    assert_eq!(logged.data("/changes/0"), &line);
    assert_eq!(logged.data("/changes/1"), &line);
    assert_eq!(elsewhere.run(log, json!({ "id": id })).await.codes(), ["NOT_FOUND"]);
}

#[tokio::test]
async fn the_log_says_that_something_was_written_and_never_what() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let id = sides.met().await;

    sides.buyer.say(&id, "Số của chị Hoa là 0912 345 678").await.data("/sendMessage");

    let lines = changes::of(app.app.database.read(), "introduction", id.as_str().unwrap()).await.unwrap();
    assert_eq!((lines[0].action.as_str(), &lines[0].before, &lines[0].after), ("message", &None, &None));
    let mails = app.mails_to(&sides.maker.email).await.concat();
    assert!(mails.contains("A new message") && !mails.contains("0912"), "{mails}");
}

#[tokio::test]
async fn files_go_to_the_people_of_both_sides_and_to_nobody_else() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let (colleague, stranger) = (app.person("Đồng Nghiệp").await, app.person("Ai Đó").await);
    app.joined(&colleague, sides.makes, MemberRole::Member).await;
    app.verified(&stranger, json!({ "name": "Người ngoài (mẫu)" })).await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let id = sides.met().await;
    let uploaded = async |kind: &str| put(&sides.buyer, kind, photo()).await.json["id"].clone();
    let (document, picture) = (uploaded("document").await, uploaded("photo").await);
    let send = async |person: &Person, files: Value| person.run(SEND, json!({ "id": id, "f": files })).await;

    let of_other = send(&sides.maker, json!([document])).await;
    let unknown = send(&sides.buyer, json!(["x"])).await;
    let twice = send(&sides.buyer, json!([document, document])).await;
    let six = send(&sides.buyer, json!([document, document, document, document, document, document])).await;
    let sent = send(&sides.buyer, json!([picture])).await;

    for refused in [of_other, unknown, twice] {
        assert_eq!(refused.problems(), ["attachments: NOT_OFFERED"]);
    }
    assert_eq!(six.problems(), ["attachments: TOO_MANY"]);
    assert_eq!(sent.data("/sendMessage/text"), &Value::Null);
    // A photo is for everybody, so what is sent is a document of the same bytes: here the one that is there already.
    assert_eq!(sent.data("/sendMessage/attachments/0/id"), &document);
    let url = sent.data("/sendMessage/attachments/0/url").as_str().unwrap();
    for reader in [&sides.buyer, &sides.maker, &colleague] {
        assert_eq!(fetch(reader, url).await, StatusCode::OK);
    }
    for other in [&stranger, &city] {
        assert_eq!(fetch(other, url).await, StatusCode::NOT_FOUND);
    }
    assert_eq!(app.guest().get(url).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_picture_that_was_put_here_for_everybody_is_sent_as_a_document_of_its_own() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let id = sides.met().await;
    let picture = put(&sides.buyer, "photo", photo()).await.json["id"].clone();

    let sent = sides.buyer.run(SEND, json!({ "id": id, "f": [picture] })).await;

    let url = sent.data("/sendMessage/attachments/0/url").as_str().unwrap();
    assert_ne!(sent.data("/sendMessage/attachments/0/id"), &picture);
    assert_eq!(fetch(&sides.maker, url).await, StatusCode::OK);
    assert_eq!(app.guest().get(url).await.status, StatusCode::NOT_FOUND);
}
