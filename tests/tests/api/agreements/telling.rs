//! Who is told of an agreement.

use serde_json::json;
use shared::StaffRole;
use tests::TestApp;

use super::*;

const TOLD: &str =
    "{ notifications { nodes { kind introduction { id } agreement { id retailerName } readAt } } }";

async fn told(person: &Person) -> Vec<(String, bool)> {
    let answer = person.run(TOLD, json!({})).await;
    let nodes = answer.data("/notifications/nodes").as_array().unwrap().clone();
    let of = nodes.iter().filter(|node| node["agreement"].is_object());
    of.map(|node| (node["kind"].as_str().unwrap().to_owned(), node["readAt"].is_string())).collect()
}

fn told_as(kinds: &[(&str, bool)]) -> Vec<(String, bool)> {
    kinds.iter().map(|(kind, read)| ((*kind).to_owned(), *read)).collect()
}

#[tokio::test]
async fn who_is_asked_is_told_and_who_did_it_is_not() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let it = proposed(&sides).await;

    let asked = told(&sides.maker).await;
    sign(&sides.maker, &it["id"], 1).await.data("/it");

    assert_eq!(asked, told_as(&[("AGREEMENT_PROPOSED", false)]));
    // Who has answered has seen it.
    assert_eq!(told(&sides.maker).await, told_as(&[("AGREEMENT_PROPOSED", true)]));
    assert_eq!(told(&sides.buyer).await, told_as(&[("AGREEMENT_SIGNED", false)]));
    let mail = app.mails_to(&sides.maker.email).await.pop().unwrap();
    let address = format!("/thoa-thuan/{}", it["id"].as_str().unwrap());
    assert!(
        mail.contains(&address) && mail.contains("Siêu thị Thử (mẫu) gửi biên bản giao thương"),
        "{mail}"
    );
    assert!(mail.contains("Mời xem") && !mail.contains("kho bên mua"), "{mail}");
}

#[tokio::test]
async fn staff_hear_of_what_becomes_of_what_they_drafted_and_nobody_of_drafts() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let it = drafted(&sides, &city).await;
    let before = told(&sides.buyer).await;
    let it = propose(&city, &it).await.data("/it").clone();

    sign(&sides.buyer, &it["id"], 1).await.data("/it");
    decline(&sides.maker, &it["id"], "Giá thấp").await.data("/it");

    assert_eq!(before, told_as(&[]));
    assert_eq!(
        told(&city).await,
        told_as(&[("AGREEMENT_DECLINED", false), ("AGREEMENT_HALF_SIGNED", false)])
    );
    let expected = [("AGREEMENT_DECLINED", false), ("AGREEMENT_PROPOSED", true)];
    assert_eq!(told(&sides.buyer).await, told_as(&expected));
}

#[tokio::test]
async fn who_has_left_a_side_is_told_no_more_of_it() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let colleague = app.person("Đồng Nghiệp").await;
    app.joined(&colleague, sides.makes, shared::MemberRole::Member).await;
    proposed(&sides).await;
    let before = told(&colleague).await.len();

    server::entities::membership::Entity::delete_by_id((colleague.account, sides.makes))
        .exec(app.app.database.write())
        .await
        .unwrap();

    assert_eq!((before, told(&colleague).await.len()), (1, 0));
}
