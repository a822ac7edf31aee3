//! What keeps somebody from proposing: the same where pairs are listed and where one is proposed.

use chrono::{Duration, Utc};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QuerySelect, Set, Unchanged};
use serde_json::{Value, json};
use server::{
    accounts::{Viewer, sessions},
    entities::{introduction, organisation, product},
    introductions::hindrances,
    statements::counted,
};
use shared::{
    IntroductionHindrance, IntroductionId, IntroductionStatus, MemberRole, NeedId, ProductId, StaffRole,
    TradeParty, limits,
};
use tests::{Person, Sides, TestApp, sides::INTRODUCE};

use super::{put, row};

async fn viewer(app: &TestApp, person: &Person) -> Viewer {
    let token = person.actor.authorization();
    sessions::viewer_of(&app.app.database, token.trim_start_matches("Bearer ")).await.unwrap()
}

/// What keeps somebody from proposing need and product.
async fn told(app: &TestApp, person: &Person, need: &Value, product: &Value) -> Vec<IntroductionHindrance> {
    let pair: (NeedId, ProductId) =
        (need.as_str().unwrap().parse().unwrap(), product.as_str().unwrap().parse().unwrap());
    let viewer = viewer(app, person).await;
    let mut told = hindrances::of_pairs(app.app.database.read(), &viewer, &[pair]).await.unwrap();
    told.remove(&pair).unwrap()
}

/// The problems of a proposal, beside what the list tells of the same pair.
async fn both(app: &TestApp, sides: &Sides, person: &Person) -> (Vec<IntroductionHindrance>, Vec<String>) {
    let told = told(app, person, &sides.need, &sides.product).await;
    (told, sides.introduce(person).await.problems())
}

#[tokio::test]
async fn an_organisation_that_is_not_verified_proposes_nothing() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let unverified =
        organisation::ActiveModel { id: Unchanged(sides.shop), verified_at: Set(None), ..Default::default() };
    unverified.update(app.app.database.write()).await.unwrap();

    let (told, problems) = both(&app, &sides, &sides.buyer).await;

    assert_eq!(told, [IntroductionHindrance::NotVerified]);
    assert_eq!(problems, ["input.product: NOT_VERIFIED"]);
    assert_eq!(both(&app, &sides, &sides.maker).await.1, Vec::<String>::new());
}

#[tokio::test]
async fn nothing_is_proposed_to_those_for_whom_nobody_is_here() {
    let app = TestApp::start().await;
    let mut sides = app.sides().await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let public = app.guest().run("{ products(first: 1) { nodes { id } } }", json!({})).await;
    sides.product = public.data("/products/nodes/0/id").clone();

    for person in [&sides.buyer, &city] {
        let (told, problems) = both(&app, &sides, person).await;

        assert_eq!(told, [IntroductionHindrance::NobodyThere]);
        assert_eq!(problems, ["input.product: NOBODY_THERE"]);
    }
}

#[tokio::test]
async fn who_is_on_both_sides_of_one_organisation_meets_nobody() {
    let app = TestApp::start().await;
    let person = app.person("Người Làm và Bán").await;
    let own = app.verified(&person, json!({ "isRetailer": true })).await;
    let need = app.open_need(&person, own, "Miến", json!({})).await;
    let product = app.published_product(&person, own, "Miến dong (mẫu)").await;

    let refused = person.run(INTRODUCE, json!({ "i": { "need": need, "product": product } })).await;

    assert_eq!(told(&app, &person, &need, &product).await, [IntroductionHindrance::NobodyThere]);
    assert_eq!(refused.problems(), ["input.product: NOBODY_THERE"]);
}

#[tokio::test]
async fn a_need_that_is_closed_or_past_its_day_and_a_product_that_is_hidden_are_not_proposed() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let hide = "mutation($id: ID!) { hideProduct(id: $id) { id } }";
    sides.maker.run(hide, json!({ "id": sides.product })).await.data("/hideProduct");

    let hidden = (sides.introduce(&sides.maker).await, sides.introduce(&sides.buyer).await);
    let publish = "mutation($id: ID!) { publishProduct(id: $id) { id } }";
    sides.maker.run(publish, json!({ "id": sides.product })).await.data("/publishProduct");
    let close = "mutation($id: ID!) { closeNeed(id: $id) { id } }";
    sides.buyer.run(close, json!({ "id": sides.need })).await.data("/closeNeed");
    let (told, closed) = both(&app, &sides, &sides.buyer).await;
    let unseen = sides.introduce(&sides.maker).await;

    assert_eq!(hidden.0.problems(), ["input.product: NOT_POSSIBLE_NOW"]);
    assert_eq!(hidden.1.codes(), ["NOT_FOUND"]);
    assert_eq!(told, [IntroductionHindrance::NotOpen]);
    assert_eq!(closed, ["input.need: NOT_POSSIBLE_NOW"]);
    assert_eq!(unseen.codes(), ["NOT_FOUND"]);
}

#[tokio::test]
async fn of_what_others_do_nothing_is_told() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let other = app.person("Người Làm Khác").await;
    app.verified(&other, json!({ "name": "HTX Khác (mẫu)" })).await;
    sides.proposed(&sides.buyer).await;

    let told_other = told(&app, &other, &sides.need, &sides.product).await;
    let refused = sides.introduce(&other).await;
    let (told, problems) = both(&app, &sides, &sides.maker).await;

    assert_eq!(told_other, [IntroductionHindrance::NotASide]);
    assert_eq!(refused.codes(), ["FORBIDDEN"]);
    assert_eq!(
        (told, problems),
        (vec![IntroductionHindrance::Running], vec!["input.product: TAKEN".to_owned()])
    );
}

#[tokio::test]
async fn a_pair_that_was_declined_rests_for_ninety_days() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let id = sides.proposed(&sides.buyer).await;
    sides.maker.answer(&id, false, Some("Hết hàng")).await.data("/answerIntroduction");
    let settled = async |days: i64| {
        let settled_at = Some(Utc::now() - Duration::days(days));
        put(&app, introduction::Model { settled_at, ..row(&app, &id).await }).await;
    };

    settled(limits::REST_DAYS - 1).await;
    let (told, problems) = both(&app, &sides, &sides.buyer).await;
    settled(limits::REST_DAYS + 1).await;
    let later = both(&app, &sides, &sides.buyer).await;

    assert_eq!(told, [IntroductionHindrance::Resting]);
    assert_eq!(problems, ["input.product: RESTING"]);
    assert_eq!(later, (vec![], vec![]));
}

/// Introductions of the retailer that are there already, each with another product of the public data.
async fn made(app: &TestApp, sides: &Sides, count: u64, status: IntroductionStatus, hours_ago: i64) {
    let products = product::Entity::find().limit(count).all(app.app.database.read()).await.unwrap();
    let now = Utc::now();
    let row = |product: product::Model| {
        let row = introduction::Model {
            id: IntroductionId::new(),
            need_id: None,
            product_id: product.id,
            retailer_id: sides.shop,
            producer_id: product.producer_id,
            need_name: None,
            product_name: product.name,
            proposed_by: TradeParty::Retailer,
            proposer_id: sides.buyer.account,
            status,
            note: None,
            answer_by: now + Duration::days(7),
            retailer_answered_at: None,
            producer_answered_at: None,
            declined_by: None,
            declined_because: None,
            settled_at: None,
            moved_at: now,
            messages: 0,
            created_at: now - Duration::hours(hours_ago),
        };
        row.into_active_model()
    };
    let rows = products.into_iter().map(row);
    introduction::Entity::insert_many(rows).exec_without_returning(app.app.database.write()).await.unwrap();
}

#[tokio::test]
async fn an_organisation_has_fifty_proposals_waiting_at_most_and_staff_as_many_as_they_like() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    made(&app, &sides, 49, IntroductionStatus::WaitsForProducer, 48).await;
    let other = app.published_product(&sides.maker, sides.makes, "Miến khác (mẫu)").await;

    let last = both(&app, &sides, &sides.buyer).await;
    let input = json!({ "need": sides.need, "product": other });
    let told = told(&app, &sides.buyer, &sides.need, &other).await;
    let too_many = sides.buyer.run(INTRODUCE, json!({ "i": input })).await;
    let by_producer =
        sides.maker.run(INTRODUCE, json!({ "i": { "product": other, "retailer": sides.shop } })).await;
    let by_staff = city.run(INTRODUCE, json!({ "i": input })).await;

    assert_eq!(last, (vec![], vec![]));
    assert_eq!(told, [IntroductionHindrance::TooMany]);
    assert_eq!(too_many.problems(), ["input.product: TOO_MANY"]);
    assert_eq!(by_producer.data("/introduce/status"), "WAITS_FOR_RETAILER");
    assert_eq!(by_staff.data("/introduce/status"), "WAITS_FOR_BOTH");
}

#[tokio::test]
async fn an_organisation_makes_twenty_proposals_a_day_whatever_became_of_them() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    made(&app, &sides, 19, IntroductionStatus::Withdrawn, 23).await;
    made(&app, &sides, 40, IntroductionStatus::Withdrawn, 25).await;
    let other = app.published_product(&sides.maker, sides.makes, "Miến khác (mẫu)").await;

    let twentieth = sides.introduce(&sides.buyer).await;
    let next = sides.buyer.run(INTRODUCE, json!({ "i": { "need": sides.need, "product": other } })).await;

    assert_eq!(twentieth.data("/introduce/status"), "WAITS_FOR_PRODUCER");
    assert_eq!(next.problems(), ["input.product: TOO_MANY"]);
}

#[tokio::test]
async fn many_pairs_are_looked_at_with_as_many_statements_as_one() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let colleague = app.person("Đồng Nghiệp").await;
    app.joined(&colleague, sides.shop, MemberRole::Member).await;
    let viewer = viewer(&app, &colleague).await;
    let need: NeedId = sides.need.as_str().unwrap().parse().unwrap();
    let products = product::Entity::find().limit(60).all(app.app.database.read()).await.unwrap();
    let pairs: Vec<_> = products.into_iter().map(|product| (need, product.id)).collect();
    let of = |pairs| hindrances::of_pairs(app.app.database.read(), &viewer, pairs);

    let (one, _) = counted(of(&pairs[..1])).await;
    let (many, told) = counted(of(&pairs)).await;
    let to_guest = hindrances::of_pairs(app.app.database.read(), &Viewer::Guest, &pairs).await.unwrap();

    assert_eq!(one, many);
    assert_eq!(told.unwrap().len(), 60);
    assert!(to_guest.values().all(|told| *told == [IntroductionHindrance::NotASide]));
}
