//! Signing up, in and out, passwords and sessions, as somebody does it from the first mail on.

use axum::{
    body::Body,
    http::{Request, header},
};
use serde_json::{Value, json};
use tests::{Answer, TestApp};

const SIGN_UP: &str = "mutation($input: NewAccount!) { signUp(input: $input) { sent } }";
const CONFIRM: &str =
    "mutation($t: String!, $p: String!) { confirmEmail(token: $t, password: $p) { viewer { name } token } }";
const SIGN_IN: &str = "mutation($e: String!, $p: String!) { signIn(email: $e, password: $p, asProgram: true) { \
    token viewer { name email phone staffRole } } }";
const VIEWER: &str = "{ viewer { name version sessions { id device current } } }";

const EMAIL: &str = "hanh@htx.example";
const PASSWORD: &str = "chè xanh buổi sáng";

fn new_account(changes: Value) -> Value {
    let mut input = json!({
        "name": "Nguyễn Thị Hạnh",
        "email": EMAIL,
        "password": PASSWORD,
        "phone": "0912 345 678",
        "termsVersion": shared::consent::ACCOUNT_TERMS,
    });
    input.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    json!({ "input": input })
}

/// An account whose address is confirmed.
async fn signed_up(app: &TestApp) {
    let answer = app.guest().run(SIGN_UP, new_account(json!({}))).await;
    assert_eq!(answer.data("/signUp/sent"), true);
    let token = app.mailed_token(EMAIL).await;
    let answer = app.guest().run(CONFIRM, json!({ "t": token, "p": PASSWORD })).await;
    assert_eq!(answer.data("/confirmEmail/viewer/name"), "Nguyễn Thị Hạnh");
}

async fn sign_in(app: &TestApp, email: &str, password: &str) -> Answer {
    app.guest().run(SIGN_IN, json!({ "e": email, "p": password })).await
}

fn token_of(answer: &Answer) -> String {
    answer.data("/signIn/token").as_str().unwrap().to_owned()
}

#[tokio::test]
async fn somebody_signs_up_confirms_the_address_and_signs_in_and_out() {
    let app = TestApp::start().await;
    signed_up(&app).await;

    let answer = sign_in(&app, " HANH@htx.example ", PASSWORD).await;
    let somebody = app.guest().with_token(token_of(&answer));
    let seen = somebody.run(VIEWER, json!({})).await;
    let out = somebody.run("mutation { signOut }", json!({})).await;
    let after = somebody.run(VIEWER, json!({})).await;

    let expected =
        json!({ "name": "Nguyễn Thị Hạnh", "email": EMAIL, "phone": "+84912345678", "staffRole": null });
    assert_eq!(answer.data("/signIn/viewer"), &expected);
    assert_eq!(seen.data("/viewer/name"), "Nguyễn Thị Hạnh");
    assert_eq!(out.data("/signOut"), true);
    assert_eq!(after.data("/viewer"), &Value::Null);
}

#[tokio::test]
async fn every_wrong_field_of_a_new_account_is_told_at_once() {
    let app = TestApp::start().await;
    let wrong = json!({ "name": " ", "email": "không phải thư", "password": "1234567890", "phone": "12",
        "termsVersion": "1999" });

    let answer = app.guest().run(SIGN_UP, new_account(wrong)).await;

    assert_eq!(answer.codes(), ["BAD_INPUT"]);
    assert_eq!(
        answer.problems(),
        [
            "input.name: MISSING",
            "input.email: NO_MAIL_ADDRESS",
            "input.phone: NO_PHONE_NUMBER",
            "input.password: EASILY_GUESSED",
            "input.termsVersion: NOT_AGREED"
        ]
    );
    assert!(app.mails_to(EMAIL).await.is_empty());
}

#[tokio::test]
async fn an_answer_does_not_tell_whether_an_address_has_an_account() {
    let app = TestApp::start().await;
    signed_up(&app).await;
    let stranger = "ai-do@htx.example";

    let known = app.guest().run(SIGN_UP, new_account(json!({ "password": "mật khẩu của kẻ khác" }))).await;
    let unknown = app.guest().run(SIGN_UP, new_account(json!({ "email": stranger }))).await;
    let reset = "mutation($e: String!) { requestPasswordReset(email: $e) { sent } }";
    let known_reset = app.guest().run(reset, json!({ "e": EMAIL })).await;
    let unknown_reset = app.guest().run(reset, json!({ "e": "khong-ai@htx.example" })).await;
    let wrong_password = sign_in(&app, EMAIL, "không phải mật khẩu").await;
    let wrong_address = sign_in(&app, "khong-ai@htx.example", "không phải mật khẩu").await;

    assert_eq!(known.text, unknown.text);
    assert_eq!(known_reset.text, unknown_reset.text);
    assert_eq!(wrong_password.text, wrong_address.text);
    assert_eq!(wrong_password.codes(), ["WRONG_CREDENTIALS"]);
    // Who has the account learns of it, and nobody else got into it.
    let mails = app.mails_to(EMAIL).await;
    assert!(mails.iter().any(|mail| mail.contains("Bạn đã có tài khoản")), "{mails:?}");
    assert!(app.mails_to("khong-ai@htx.example").await.is_empty());
    assert_eq!(sign_in(&app, EMAIL, "mật khẩu của kẻ khác").await.codes(), ["WRONG_CREDENTIALS"]);
    assert!(sign_in(&app, EMAIL, PASSWORD).await.codes().is_empty());
}

#[tokio::test]
async fn whoever_presses_the_link_of_anothers_sign_up_opens_no_account() {
    let app = TestApp::start().await;
    let answer = app.guest().run(SIGN_UP, new_account(json!({ "password": "mật khẩu của kẻ khác" }))).await;
    assert_eq!(answer.data("/signUp/sent"), true);
    let token = app.mailed_token(EMAIL).await;

    let pressed = app.guest().run(CONFIRM, json!({ "t": token, "p": PASSWORD })).await;
    let unconfirmed = sign_in(&app, EMAIL, "mật khẩu của kẻ khác").await;

    assert_eq!(pressed.codes(), ["WRONG_CREDENTIALS"]);
    assert_eq!(unconfirmed.problems(), ["email: UNCONFIRMED"]);
}

#[tokio::test]
async fn a_link_works_once_and_for_its_purpose_only() {
    let app = TestApp::start().await;
    signed_up(&app).await;
    let request = "mutation($e: String!) { requestPasswordReset(email: $e) { sent } }";
    app.guest().run(request, json!({ "e": EMAIL })).await;
    let token = app.mailed_token(EMAIL).await;
    let reset =
        "mutation($t: String!, $p: String!) { resetPassword(token: $t, password: $p) { viewer { name } } }";
    let before = token_of(&sign_in(&app, EMAIL, PASSWORD).await);

    let other_purpose = app.guest().run(CONFIRM, json!({ "t": token, "p": PASSWORD })).await;
    let weak = app.guest().run(reset, json!({ "t": token, "p": "1234567890" })).await;
    let first = app.guest().run(reset, json!({ "t": token, "p": "cơm mới thơm lừng" })).await;
    let second = app.guest().run(reset, json!({ "t": token, "p": "lại một lần nữa" })).await;

    assert_eq!(other_purpose.problems(), ["token: LINK_INVALID"]);
    assert_eq!(weak.problems(), ["password: EASILY_GUESSED"]);
    assert_eq!(first.data("/resetPassword/viewer/name"), "Nguyễn Thị Hạnh");
    assert_eq!(second.problems(), ["token: LINK_INVALID"]);
    let old_session = app.guest().with_token(before).run(VIEWER, json!({})).await;
    assert_eq!(old_session.data("/viewer"), &Value::Null, "a new password ends all sessions");
    assert_eq!(sign_in(&app, EMAIL, PASSWORD).await.codes(), ["WRONG_CREDENTIALS"]);
    assert!(sign_in(&app, EMAIL, "cơm mới thơm lừng").await.codes().is_empty());
    let mails = app.mails_to(EMAIL).await;
    assert!(mails.last().unwrap().contains("Mật khẩu đã được đổi"));
}

#[tokio::test]
async fn two_hundred_guesses_are_stopped() {
    let app = TestApp::start().await;
    signed_up(&app).await;

    let mut on_one_account = Vec::new();
    for guess in 0..200_u8 {
        let guest = app.guest().from([198, 51, 100, guess]);
        let answer = guest.run(SIGN_IN, json!({ "e": EMAIL, "p": format!("thử lần thứ {guess}") })).await;
        on_one_account.push(answer.codes().concat());
    }
    let mut from_one_address = Vec::new();
    for guess in 0..200 {
        let guest = app.guest().from([203, 0, 113, 7]);
        let email = format!("nguoi{guess}@khong.example");
        let answer = guest.run(SIGN_IN, json!({ "e": email, "p": "mật khẩu thường gặp" })).await;
        from_one_address.push(answer.codes().concat());
    }

    let tried = |codes: &[String]| codes.iter().filter(|code| *code == "WRONG_CREDENTIALS").count();
    assert!(tried(&on_one_account) <= 15, "{}", tried(&on_one_account));
    assert!(tried(&from_one_address) <= 60, "{}", tried(&from_one_address));
    assert_eq!(on_one_account.last().map(String::as_str), Some("TOO_MANY_ATTEMPTS"));
    assert_eq!(from_one_address.last().map(String::as_str), Some("TOO_MANY_ATTEMPTS"));
    let stopped = app.guest().run(SIGN_IN, json!({ "e": EMAIL, "p": PASSWORD })).await;
    assert!(stopped.json["errors"][0]["extensions"]["retryAfter"].as_u64().unwrap() > 0);
}

#[tokio::test]
async fn guesses_written_into_one_request_are_counted_each() {
    let app = TestApp::start().await;
    let one = |n: usize| format!("a{n}: signIn(email: \"a@x.example\", password: \"{n}\") {{ token }} ");
    let many: String = (0..40).map(one).collect();

    let answer = app.guest().run(&format!("mutation {{ {many} }}"), json!({})).await;

    let codes = answer.codes();
    let (first, rest) = codes.split_at(10);
    assert_eq!(first, ["WRONG_CREDENTIALS"; 10]);
    assert_eq!(rest, ["TOO_MANY_ATTEMPTS"; 30]);
}

#[tokio::test]
async fn a_page_gets_a_cookie_that_no_script_reads() {
    let app = TestApp::start().await;
    signed_up(&app).await;
    let sign_in =
        "mutation($e: String!, $p: String!) { signIn(email: $e, password: $p) { token viewer { name } } }";

    let answer = app.guest().run(sign_in, json!({ "e": EMAIL, "p": PASSWORD })).await;

    assert_eq!(answer.data("/signIn/token"), &Value::Null);
    let set = answer.headers[header::SET_COOKIE].to_str().unwrap();
    let (cookie, attributes) = set.split_once(';').unwrap();
    assert_eq!(attributes, " Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000");
    let with_cookie = |kind: &str, origin: &str| {
        let request = Request::post("/graphql")
            .header(header::COOKIE, format!("other=1; {cookie}"))
            .header(header::HOST, "ocop.test")
            .header(header::ORIGIN, origin)
            .header(header::CONTENT_TYPE, kind);
        send(app.guest(), request.body(Body::from("{\"query\":\"{ viewer { name } }\"}")).unwrap())
    };
    let own = with_cookie("application/json", "http://ocop.test").await;
    let other_site = with_cookie("application/json", "https://evil.test").await;
    let form = with_cookie("text/plain", "http://ocop.test").await;
    assert_eq!(own.data("/viewer/name"), "Nguyễn Thị Hạnh");
    assert_eq!(other_site.codes(), ["FORBIDDEN"]);
    assert_eq!(form.codes(), ["FORBIDDEN"]);
}

#[tokio::test]
async fn over_an_encrypted_connection_the_cookie_is_bound_to_the_host() {
    let app = TestApp::start_with(|config| config.public_url = Some("https://ocop.test".into())).await;
    signed_up(&app).await;
    let sign_in =
        "mutation($e: String!, $p: String!) { signIn(email: $e, password: $p) { viewer { name } } }";

    let answer = app.guest().run(sign_in, json!({ "e": EMAIL, "p": PASSWORD })).await;

    let set = answer.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(set.starts_with("__Host-ocop=") && set.ends_with("; Secure"), "{set}");
}

#[tokio::test]
async fn a_lost_device_is_signed_out_and_a_changed_password_signs_out_all_others() {
    let app = TestApp::start().await;
    signed_up(&app).await;
    let here = app.guest().with_token(token_of(&sign_in(&app, EMAIL, PASSWORD).await));
    let lost = app.guest().with_token(token_of(&sign_in(&app, EMAIL, PASSWORD).await));
    let lent = app.guest().with_token(token_of(&sign_in(&app, EMAIL, PASSWORD).await));
    let sessions = lost.run(VIEWER, json!({})).await;
    let of_lost = sessions.data("/viewer/sessions").as_array().unwrap();
    let current = of_lost.iter().find(|session| session["current"] == true).unwrap();

    let revoke = "mutation($id: ID!) { revokeSession(id: $id) { sessions { id } } }";
    let revoked = here.run(revoke, json!({ "id": current["id"] })).await;
    let again = here.run(revoke, json!({ "id": current["id"] })).await;
    let change = "mutation($c: String!, $p: String!) { changePassword(current: $c, password: $p) { name } }";
    let wrong = here.run(change, json!({ "c": "không phải", "p": "cơm mới thơm lừng" })).await;
    let changed = here.run(change, json!({ "c": PASSWORD, "p": "cơm mới thơm lừng" })).await;

    assert!(revoked.codes().is_empty());
    assert_eq!(again.codes(), ["NOT_FOUND"]);
    assert_eq!(wrong.problems(), ["current: WRONG_PASSWORD"]);
    assert_eq!(changed.data("/changePassword/name"), "Nguyễn Thị Hạnh");
    for (actor, name) in [(&lost, Value::Null), (&lent, Value::Null), (&here, json!("Nguyễn Thị Hạnh"))]
    {
        let answer = actor.run("{ viewer { name } }", json!({})).await;
        let seen = answer.data("/viewer").get("name").cloned().unwrap_or(Value::Null);
        assert_eq!(seen, name);
    }
}

#[tokio::test]
async fn an_edit_of_an_older_version_is_refused_and_what_is_left_out_stays() {
    let app = TestApp::start().await;
    let person = app.person("Trần Văn Bình").await;
    let update = "mutation($v: Int!, $c: AccountChanges!) { updateAccount(version: $v, changes: $c) { \
        name phone version } }";

    let first = person.run(update, json!({ "v": 1, "c": { "phone": "024 3825 1234" } })).await;
    let late = person.run(update, json!({ "v": 1, "c": { "name": "Tên Khác" } })).await;
    let empty = person.run(update, json!({ "v": 2, "c": { "name": " " } })).await;
    let removed = person.run(update, json!({ "v": 2, "c": { "phone": null } })).await;

    let expected = json!({ "name": "Trần Văn Bình", "phone": "+842438251234", "version": 2 });
    assert_eq!(first.data("/updateAccount"), &expected);
    assert_eq!(late.codes(), ["CONFLICT"]);
    assert_eq!(empty.problems(), ["changes.name: MISSING"]);
    assert_eq!(removed.data("/updateAccount/phone"), &Value::Null);
}

#[tokio::test]
async fn a_disabled_account_is_out_at_once() {
    let app = TestApp::start().await;
    let administrator = app.staff(shared::StaffRole::Administrator, &[]).await;
    let person = app.person("Trần Văn Bình").await;
    let disable =
        "mutation($id: ID!, $d: Boolean!) { disableAccount(account: $id, disabled: $d) { disabledAt } }";

    let disabled = administrator.run(disable, json!({ "id": person.account, "d": true })).await;
    let seen = person.run("{ viewer { name } }", json!({})).await;
    let own = administrator.run(disable, json!({ "id": administrator.account, "d": true })).await;

    assert!(disabled.data("/disableAccount/disabledAt").is_string());
    assert_eq!(seen.data("/viewer"), &Value::Null);
    assert_eq!(own.problems(), ["account: NOT_POSSIBLE_NOW"]);
}

#[tokio::test]
async fn what_has_ended_is_forgotten() {
    use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
    use server::entities::{account, one_time_link, session};
    let app = TestApp::start().await;
    let person = app.person("Người Cũ").await;
    app.guest().run(SIGN_UP, new_account(json!({}))).await;
    let long_ago = chrono::Utc::now() - chrono::Duration::days(40);
    let database = &app.app.database;
    let row = session::Entity::find().one(database.read()).await.unwrap().unwrap();
    let mut unused = row.into_active_model();
    unused.last_used_at = Set(long_ago);
    unused.update(database.write()).await.unwrap();
    for row in account::Entity::find().all(database.read()).await.unwrap() {
        let mut old = row.into_active_model();
        old.updated_at = Set(long_ago);
        old.update(database.write()).await.unwrap();
    }

    server::accounts::tidying::tidy(&app.app).await.unwrap();

    let seen = person.run("{ viewer { name } }", json!({})).await;
    assert_eq!(seen.data("/viewer"), &Value::Null);
    let left = account::Entity::find().all(database.read()).await.unwrap();
    assert_eq!(left.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Người Cũ"]);
    assert!(one_time_link::Entity::find().all(database.read()).await.unwrap().is_empty());
}

async fn send(actor: tests::Actor, request: Request<Body>) -> Answer {
    actor.send(request).await
}
