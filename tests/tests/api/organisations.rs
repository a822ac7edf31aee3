//! Organisations from their registration to their verification, claims, members, consent.

use serde_json::{Value, json};
use shared::{MemberRole, OrganisationId, StaffRole};
use tests::{Person, TestApp, people::WARD};

const REGISTER: &str = "mutation($input: NewOrganisation!) { registerOrganisation(input: $input) { id } }";
const UPDATE: &str = "mutation($id: ID!, $v: Int!, $c: OrganisationChanges!) { \
    updateOrganisation(id: $id, version: $v, changes: $c) { name taxCode verifiedAt version \
    ward { code } location { precision } verification { status } } }";
const VERIFY: &str = "mutation($v: ID!, $a: Boolean!, $r: String) { \
    verifyOrganisation(verification: $v, approve: $a, reason: $r) { status reason } }";
const QUEUE: &str = "query($s: VerificationStatus) { verifications(status: $s) { totalCount nodes { id kind message \
    organisation { id name alike { name } } } } }";
const CLAIM: &str =
    "mutation($id: ID!) { claimOrganisation(id: $id, message: \"Giấy đăng ký số 12\") { id kind status } }";

async fn request_of(person: &Person, id: OrganisationId) -> Value {
    let query = "query($id: ID!) { organisation(id: $id) { verification { id } } }";
    person.run(query, json!({ "id": id })).await.data("/organisation/verification/id").clone()
}

#[tokio::test]
async fn every_wrong_field_of_a_registration_is_told_at_once() {
    let app = TestApp::start().await;
    let person = app.person("Hạnh").await;
    let input = json!({
        "name": "", "legalForm": "COMPANY", "isProducer": false, "isRetailer": false, "taxCode": "001199012345",
        "address": " ", "ward": "99999", "lat": 21.0,
        "contact": { "email": "x", "website": "không có" },
        "publicContact": { "phone": "1" },
    });

    let answer = person.run(REGISTER, json!({ "input": input })).await;

    assert_eq!(
        answer.problems(),
        [
            "input.name: MISSING",
            "input.address: MISSING",
            "input.isProducer: MISSING",
            "input.taxCode: TAX_CODE_OF_HOUSEHOLD",
            "input.lon: MISSING",
            "input.ward: NOT_OFFERED",
            "input.contact.email: NO_MAIL_ADDRESS",
            "input.contact.website: NO_WEB_ADDRESS",
            "input.contact.phone: MISSING",
            "input.publicContact.phone: NO_PHONE_NUMBER",
        ]
    );
}

#[tokio::test]
async fn a_registered_organisation_is_seen_by_everybody_once_it_is_verified() {
    let app = TestApp::start().await;
    let (owner, city) = (app.person("Hạnh").await, app.staff(StaffRole::CityStaff, &[]).await);
    let id = app.registered(&owner, json!({ "name": "HTX Trà Xanh Mẫu (mẫu)" })).await;
    let producer = "query($id: ID!) { producer(id: $id) { name isVerified formerProvince ward { code } } }";
    let suggest = "{ suggest(text: \"htx trà xanh mẫu\") { name } }";
    let before = app.guest().run(producer, json!({ "id": id })).await;
    let suggested_before = app.guest().run(suggest, json!({})).await;

    let queue = city.run(QUEUE, json!({})).await;
    let request = queue.data("/verifications/nodes/0/id").clone();
    let unfounded = city.run(VERIFY, json!({ "v": request, "a": false })).await;
    let verified = city.run(VERIFY, json!({ "v": request, "a": true })).await;
    let again = city.run(VERIFY, json!({ "v": request, "a": true })).await;

    assert_eq!(before.codes(), ["NOT_FOUND"]);
    assert!(!suggested_before.texts("/suggest", "name").contains(&"HTX Trà Xanh Mẫu (mẫu)".to_owned()));
    assert_eq!(unfounded.problems(), ["reason: MISSING"]);
    assert_eq!(verified.data("/verifyOrganisation/status"), "APPROVED");
    assert_eq!(again.problems(), ["approve: NOT_POSSIBLE_NOW"]);
    let seen = app.guest().run(producer, json!({ "id": id })).await;
    let expected = json!({ "name": "HTX Trà Xanh Mẫu (mẫu)", "isVerified": true, "formerProvince": "Hà Nội",
        "ward": { "code": WARD } });
    assert_eq!(seen.data("/producer"), &expected);
    // Without another look at the log: a write is found when its answer is there.
    let suggested = app.guest().run(suggest, json!({})).await;
    assert!(suggested.texts("/suggest", "name").contains(&"HTX Trà Xanh Mẫu (mẫu)".to_owned()));
    let mails = app.mails_to(&owner.email).await;
    assert!(mails.last().unwrap().contains(&format!("http://ocop.test/to-chuc/{id}")), "{mails:?}");
}

#[tokio::test]
async fn a_refused_organisation_learns_why_and_asks_again() {
    let app = TestApp::start().await;
    let (owner, city) = (app.person("Hạnh").await, app.staff(StaffRole::CityStaff, &[]).await);
    let id = app.registered(&owner, json!({})).await;
    let request = request_of(&owner, id).await;

    let refused = city.run(VERIFY, json!({ "v": request, "a": false, "r": "Thiếu giấy đăng ký" })).await;
    let query = "query($id: ID!) { organisation(id: $id) { verifiedAt verification { status reason } } }";
    let seen = owner.run(query, json!({ "id": id })).await;
    let again = "mutation($id: ID!) { requestVerification(id: $id, message: \"Đã gửi\") { verification { status message } } }";
    let asked = owner.run(again, json!({ "id": id })).await;

    assert_eq!(refused.data("/verifyOrganisation/status"), "REJECTED");
    assert_eq!(seen.data("/organisation/verification/reason"), "Thiếu giấy đăng ký");
    assert_eq!(seen.data("/organisation/verifiedAt"), &Value::Null);
    let expected = json!({ "status": "WAITING", "message": "Đã gửi" });
    assert_eq!(asked.data("/requestVerification/verification"), &expected);
    let mails = app.mails_to(&owner.email).await;
    assert!(mails.last().unwrap().contains("Thiếu giấy đăng ký"));
}

#[tokio::test]
async fn staff_see_who_may_be_the_same() {
    let app = TestApp::start().await;
    let (one, other) = (app.person("Hạnh").await, app.person("Bình").await);
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    app.verified(
        &one,
        json!({ "name": "Công ty TNHH Một (mẫu)", "taxCode": "0199999906", "legalForm": "COMPANY" }),
    )
    .await;
    let input = json!({ "name": "Cửa hàng Hai (mẫu)", "taxCode": "0199999906", "legalForm": "COMPANY" });
    let id = app.registered(&other, input).await;
    let alike_name = app.person("Cúc").await;
    app.registered(&alike_name, json!({ "name": "CÔNG TY TRÁCH NHIỆM HỮU HẠN MỘT (mẫu)" })).await;

    let queue = city.run(QUEUE, json!({})).await;
    let verified = city.run(VERIFY, json!({ "v": request_of(&other, id).await, "a": true })).await;

    let nodes = queue.data("/verifications/nodes").as_array().unwrap();
    let alike: Vec<_> = nodes.iter().map(|node| node["organisation"]["alike"][0]["name"].as_str()).collect();
    assert_eq!(alike, [Some("Công ty TNHH Một (mẫu)"); 2]);
    assert_eq!(verified.problems(), ["approve: TAKEN"]);
}

#[tokio::test]
async fn the_owner_of_an_organisation_of_the_public_data_claims_it() {
    let app = TestApp::start().await;
    let (owner, late) = (app.person("Hạnh").await, app.person("Bình").await);
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let found = app.guest().run("{ producers(first: 1) { nodes { id name } } }", json!({})).await;
    let id: OrganisationId = found.data("/producers/nodes/0/id").as_str().unwrap().parse().unwrap();
    let mine = "query($id: ID!) { organisation(id: $id) { name members { name role } } }";

    let claimed = owner.run(CLAIM, json!({ "id": id })).await;
    let twice = owner.run(CLAIM, json!({ "id": id })).await;
    let not_yet = owner.run(mine, json!({ "id": id })).await;
    let verified = city.run(VERIFY, json!({ "v": claimed.data("/claimOrganisation/id"), "a": true })).await;
    let own = owner.run(mine, json!({ "id": id })).await;
    let too_late = late.run(CLAIM, json!({ "id": id })).await;

    assert_eq!(claimed.data("/claimOrganisation/kind"), "CLAIM");
    assert_eq!(twice.data("/claimOrganisation/id"), claimed.data("/claimOrganisation/id"));
    assert_eq!(not_yet.codes(), ["NOT_FOUND"]);
    assert_eq!(verified.data("/verifyOrganisation/status"), "APPROVED");
    assert_eq!(own.data("/organisation/members"), &json!([{ "name": "Hạnh", "role": "OWNER" }]));
    assert_eq!(too_late.problems(), ["id: TAKEN"]);
}

#[tokio::test]
async fn nobody_claims_what_is_not_listed_and_a_claim_can_be_taken_back() {
    let app = TestApp::start().await;
    let (owner, other) = (app.person("Hạnh").await, app.person("Bình").await);
    let hidden = app.registered(&owner, json!({})).await;
    let found = app.guest().run("{ producers(first: 1) { nodes { id } } }", json!({})).await;
    let listed = found.data("/producers/nodes/0/id").clone();
    let withdraw = "mutation($id: ID!) { withdrawVerification(id: $id) { status } }";

    let of_hidden = other.run(CLAIM, json!({ "id": hidden })).await;
    let claimed = other.run(CLAIM, json!({ "id": listed })).await;
    let id = claimed.data("/claimOrganisation/id");
    let by_another = owner.run(withdraw, json!({ "id": id })).await;
    let withdrawn = other.run(withdraw, json!({ "id": id })).await;

    assert_eq!(of_hidden.codes(), ["NOT_FOUND"]);
    assert_eq!(by_another.codes(), ["NOT_FOUND"]);
    assert_eq!(withdrawn.data("/withdrawVerification/status"), "WITHDRAWN");
}

#[tokio::test]
async fn two_who_edit_at_once_lose_nothing() {
    let app = TestApp::start().await;
    let owner = app.person("Hạnh").await;
    let id = app.registered(&owner, json!({})).await;

    let first = owner.run(UPDATE, json!({ "id": id, "v": 1, "c": { "lat": 21.03, "lon": 105.83 } })).await;
    let second = owner.run(UPDATE, json!({ "id": id, "v": 1, "c": { "name": "Tên khác" } })).await;
    let query = "query($id: ID!) { organisation(id: $id) { name version location { lat } } }";
    let seen = owner.run(query, json!({ "id": id })).await;

    assert_eq!(first.data("/updateOrganisation/location/precision"), "EXACT");
    assert_eq!(first.data("/updateOrganisation/ward/code"), WARD);
    assert_eq!(second.codes(), ["CONFLICT"]);
    let expected =
        json!({ "name": "Hợp tác xã Thử Nghiệm (mẫu)", "version": 2, "location": { "lat": 21.03 } });
    assert_eq!(seen.data("/organisation"), &expected);
}

#[tokio::test]
async fn what_was_verified_is_verified_again_when_it_changes() {
    let app = TestApp::start().await;
    let owner = app.person("Hạnh").await;
    let id = app.verified(&owner, json!({})).await;

    let moved = owner.run(UPDATE, json!({ "id": id, "v": 2, "c": { "address": "Số 2" } })).await;
    let renamed = owner.run(UPDATE, json!({ "id": id, "v": 3, "c": { "name": "HTX Đổi Tên (mẫu)" } })).await;

    assert!(moved.data("/updateOrganisation/verifiedAt").is_string());
    assert_eq!(renamed.data("/updateOrganisation/verifiedAt"), &Value::Null);
    assert_eq!(renamed.data("/updateOrganisation/verification/status"), "WAITING");
}

#[tokio::test]
async fn a_personal_tax_code_is_seen_whole_by_its_owner_only_and_never_in_the_log() {
    let app = TestApp::start().await;
    let (owner, member) = (app.person("Hạnh").await, app.person("Bình").await);
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let input = json!({ "legalForm": "HOUSEHOLD", "taxCode": "001199012345", "address": "Ngõ 5, nhà 7" });
    let id = app.registered(&owner, input).await;
    app.joined(&member, id, MemberRole::Member).await;
    let query = "query($id: ID!) { organisation(id: $id) { taxCode } }";

    for (person, seen) in [(&owner, "001199012345"), (&member, "001******345"), (&city, "001******345")] {
        let answer = person.run(query, json!({ "id": id })).await;
        assert_eq!(answer.data("/organisation/taxCode"), seen);
    }
    let log = "query($id: ID!) { changes(entity: \"organisation\", id: $id) { action before after } }";
    let logged = city.run(log, json!({ "id": id })).await;
    assert!(logged.texts("/changes", "action").contains(&"registered".to_owned()));
    for personal in ["001199012345", "0912345678", "+84912345678", "Ngõ 5", "Người Liên Hệ"] {
        assert!(!logged.text.contains(personal), "{personal} in {}", logged.text);
    }
}

#[tokio::test]
async fn a_public_contact_is_shown_while_the_organisation_agrees() {
    let app = TestApp::start().await;
    let owner = app.person("Hạnh").await;
    let id = app.verified(&owner, json!({ "publicContact": { "phone": "024 3825 1234" } })).await;
    let seen = "query($id: ID!) { producer(id: $id) { publicContact { phone email } } }";
    let give = "mutation($id: ID!, $v: String!) { giveConsent(organisation: $id, purpose: PUBLIC_CONTACT, textVersion: $v) { \
        publicContactConsent { textVersion } } }";
    let withdraw = "mutation($id: ID!) { withdrawConsent(organisation: $id, purpose: PUBLIC_CONTACT) { \
        publicContactConsent { textVersion } } }";
    let text = shared::consent::PUBLIC_CONTACT_TERMS;

    let before = app.guest().run(seen, json!({ "id": id })).await;
    let other_text = owner.run(give, json!({ "id": id, "v": "1999-01-01" })).await;
    let given = owner.run(give, json!({ "id": id, "v": text })).await;
    let shown = app.guest().run(seen, json!({ "id": id })).await;
    let withdrawn = owner.run(withdraw, json!({ "id": id })).await;
    let after = app.guest().run(seen, json!({ "id": id })).await;

    assert_eq!(before.data("/producer/publicContact"), &Value::Null);
    assert_eq!(other_text.problems(), ["textVersion: NOT_AGREED"]);
    assert_eq!(given.data("/giveConsent/publicContactConsent/textVersion"), text);
    assert_eq!(shown.data("/producer/publicContact"), &json!({ "phone": "+842438251234", "email": null }));
    assert_eq!(withdrawn.data("/withdrawConsent/publicContactConsent"), &Value::Null);
    assert_eq!(after.data("/producer/publicContact"), &Value::Null);
}

#[tokio::test]
async fn somebody_is_invited_joins_and_leaves_and_there_is_always_an_owner() {
    let app = TestApp::start().await;
    let (owner, invited) = (app.person("Hạnh").await, app.person("Bình").await);
    let id = app.registered(&owner, json!({})).await;
    let invite = "mutation($id: ID!, $e: String!) { inviteMember(organisation: $id, email: $e, role: MEMBER) { \
        invitations { id email } } }";
    let accept =
        "mutation($t: String!) { acceptInvitation(token: $t) { role organisation { members { name } } } }";
    let change = "mutation($id: ID!, $a: ID!, $r: MemberRole) { changeMember(organisation: $id, account: $a, role: $r) { \
        members { name role } } }";

    let sent = owner.run(invite, json!({ "id": id, "e": invited.email })).await;
    let token = app.mailed_token(&invited.email).await;
    let offer = "query($t: String!) { invitation(token: $t) { organisationName role } }";
    let offered = app.guest().run(offer, json!({ "t": token })).await;
    let guest = app.guest().run(accept, json!({ "t": token })).await;
    let joined = invited.run(accept, json!({ "t": token })).await;
    let twice = invited.run(accept, json!({ "t": token })).await;
    let last_owner = owner.run(change, json!({ "id": id, "a": owner.account, "r": null })).await;
    let promoted = owner.run(change, json!({ "id": id, "a": invited.account, "r": "OWNER" })).await;
    let left = owner.run(change, json!({ "id": id, "a": owner.account, "r": null })).await;

    assert_eq!(sent.data("/inviteMember/invitations/0/email"), invited.email.as_str());
    assert_eq!(offered.data("/invitation/organisationName"), "Hợp tác xã Thử Nghiệm (mẫu)");
    assert_eq!(guest.codes(), ["UNAUTHENTICATED"]);
    assert_eq!(joined.texts("/acceptInvitation/organisation/members", "name"), ["Hạnh", "Bình"]);
    assert_eq!(twice.problems(), ["token: LINK_INVALID"]);
    assert_eq!(last_owner.problems(), ["account: NOT_POSSIBLE_NOW"]);
    assert_eq!(promoted.data("/changeMember/members/1/role"), "OWNER");
    assert_eq!(left.texts("/changeMember/members", "name"), ["Bình"]);
}

#[tokio::test]
async fn a_pin_is_offered_the_wards_around_it() {
    let app = TestApp::start().await;
    let query = "{ nearestWards(lat: 21.0368, lon: 105.8346) { distanceM unit { name parent { code } } } }";

    let answer = app.guest().run(query, json!({})).await;

    let wards = answer.data("/nearestWards").as_array().unwrap();
    assert_eq!(wards.len(), 5);
    assert!(wards.iter().any(|ward| ward["unit"]["name"] == "Phường Ba Đình"), "{}", answer.text);
    let distances: Vec<_> = wards.iter().map(|ward| ward["distanceM"].as_i64().unwrap()).collect();
    assert!(distances.is_sorted(), "{distances:?}");
}
