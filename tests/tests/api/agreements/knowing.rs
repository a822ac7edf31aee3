//! Who knows of an agreement, and finding them.

use sea_orm::{ActiveModelTrait, Set, Unchanged};
use serde_json::json;
use server::{entities::organisation, statements::counted};
use shared::{AdminLevel, AdminUnitId, Era, OrganisationId, StaffRole};
use tests::{
    TestApp,
    people::{OTHER_WARD, WARD},
};

use super::*;

#[tokio::test]
async fn nobody_sees_a_draft_of_the_other_side() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let it = drafted(&sides, &sides.buyer).await;
    let by_staff = draft(&city, &it["introduction"]["id"]).await.data("/it").clone();

    for (person, id) in [(&sides.maker, &it["id"]), (&city, &it["id"]), (&sides.buyer, &by_staff["id"])] {
        assert_eq!(one(person, id).await.codes(), ["NOT_FOUND"]);
        let found = list(person, json!({})).await;
        assert!(found["nodes"].as_array().unwrap().iter().all(|node| node["id"] != *id), "{found}");
    }
    let withdrawn = withdraw(&sides.buyer, &it["id"]).await;

    assert_eq!(withdrawn.data("/it/status"), "WITHDRAWN");
    assert_eq!(one(&sides.maker, &it["id"]).await.codes(), ["NOT_FOUND"]);
    let led_to = "query($id: ID!) { introduction(id: $id) { agreements { id } } }";
    let answer = sides.maker.run(led_to, json!({ "id": it["introduction"]["id"] })).await;
    assert_eq!(answer.data("/introduction/agreements"), &json!([]));
    let answer = sides.buyer.run(led_to, json!({ "id": it["introduction"]["id"] })).await;
    assert_eq!(answer.data("/introduction/agreements/0/id"), &it["id"]);
}

#[tokio::test]
async fn what_was_sent_is_known_to_both_and_to_those_who_look_after_one() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let it = proposed(&sides).await;
    let here = app.staff(StaffRole::UnitStaff, &[WARD]).await;
    let elsewhere = app.staff(StaffRole::UnitStaff, &[OTHER_WARD]).await;
    let (city, stranger) = (app.staff(StaffRole::CityStaff, &[]).await, app.person("Người Lạ").await);

    for (person, sees) in [
        (&sides.buyer, true),
        (&sides.maker, true),
        (&here, true),
        (&city, true),
        (&elsewhere, false),
        (&stranger, false),
    ] {
        assert_eq!(one(person, &it["id"]).await.codes().is_empty(), sees);
        assert_eq!(list(person, json!({})).await["totalCount"], i32::from(sees));
    }
}

#[tokio::test]
async fn the_personal_number_of_a_household_is_for_its_own_people() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let it = drafted(&sides, &sides.maker).await;
    let mut own = terms(&sides.product);
    own["producer"] = json!({ "taxCode": "001199012345" });
    let it = update(&sides.maker, &it, own).await.data("/it").clone();
    let it = propose(&sides.maker, &it).await.data("/it").clone();

    let seen = one(&sides.buyer, &it["id"]).await.data("/it").clone();
    let mut countered = terms(&sides.product);
    countered["producer"] = json!({ "taxCode": seen["version"]["producer"]["taxCode"] });
    counter(&sides.buyer, &seen, countered).await.data("/it");
    let back = one(&sides.maker, &it["id"]).await;

    assert_eq!(it["version"]["producer"]["taxCode"], "001199012345");
    assert_eq!(seen["version"]["producer"]["taxCode"], "001******345");
    assert_eq!(back.data("/it/version/producer/taxCode"), "001199012345");
}

#[tokio::test]
async fn agreements_are_found_by_what_is_asked() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let holds = signed(&sides).await;
    let waits = proposed(&app.sides().await).await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let year = holds["signedOn"].as_str().unwrap()[..4].parse::<i32>().unwrap();

    for (filter, found) in [
        (json!({}), vec![&waits["id"], &holds["id"]]),
        (json!({ "statuses": ["SIGNED"] }), vec![&holds["id"]]),
        (json!({ "statuses": ["WAITS_FOR_PRODUCER", "LAPSED", "ENDED"] }), vec![&waits["id"]]),
        (json!({ "kinds": ["MOU"] }), vec![]),
        (json!({ "organisation": sides.shop }), vec![&holds["id"]]),
        (json!({ "product": sides.product }), vec![&holds["id"]]),
        (json!({ "introduction": holds["introduction"]["id"] }), vec![&holds["id"]]),
        (json!({ "years": [year] }), vec![&holds["id"]]),
        (json!({ "years": [year - 1, 0] }), vec![]),
        (json!({ "search": holds["number"] }), vec![&holds["id"]]),
        (json!({ "search": "mien do", "organisation": sides.makes }), vec![&holds["id"]]),
        (json!({ "search": "htx thu" }), vec![&waits["id"], &holds["id"]]),
        (json!({ "search": "không có gì" }), vec![]),
    ] {
        let answer = list(&city, filter.clone()).await;
        let ids: Vec<&Value> = answer["nodes"].as_array().unwrap().iter().map(|node| &node["id"]).collect();
        assert_eq!(ids, found, "{filter}");
        assert_eq!(answer["totalCount"], found.len(), "{filter}");
    }
    let mine = list(&sides.maker, json!({ "waitsForMe": true })).await;
    assert_eq!(mine["totalCount"], 0, "{mine}");
}

#[tokio::test]
async fn a_long_list_needs_as_many_statements_as_a_short_one() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let input = json!({ "retailer": sides.shop, "producer": sides.makes, "terms": terms(&sides.product) });
    for _ in 0..6 {
        propose(&city, create(&city, input.clone()).await.data("/it")).await.data("/it");
    }
    let query = format!("query($n: Int) {{ agreements(first: $n) {{ totalCount nodes {{ {SEEN} }} }} }}");

    let (few, small) = counted(city.run(&query, json!({ "n": 2 }))).await;
    let (many, large) = counted(city.run(&query, json!({ "n": 6 }))).await;

    assert!(small.codes().is_empty() && large.codes().is_empty(), "{} {}", small.text, large.text);
    assert!(many <= few + 1, "{few} statements for 2 rows, {many} for 6");
    assert!(many <= 20, "{many} statements");
}

#[tokio::test]
async fn agreements_are_of_the_province_of_their_producer_as_the_funnel_counts_them() {
    let app = TestApp::start().await;
    let (near, far) = (app.sides().await, app.sides().await);
    let (near_id, far_id) = (signed(&near).await["id"].clone(), signed(&far).await["id"].clone());
    // Hà Giang and Tuyên Quang are one province today; where the retailer lies does not count.
    lies_in(&app, near.makes, ("08", "02")).await;
    lies_in(&app, far.makes, ("08", "08")).await;
    lies_in(&app, far.shop, ("01", "01")).await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;

    for (filter, found) in [
        (json!({ "provinces": ["08"] }), vec![&far_id, &near_id]),
        (json!({ "provinces": ["01"] }), vec![]),
        (json!({ "provinces": ["01", "08"] }), vec![&far_id, &near_id]),
        (json!({ "formerProvinces": ["02"] }), vec![&near_id]),
        (json!({ "formerProvinces": ["08"] }), vec![&far_id]),
        (json!({ "provinces": ["08"], "formerProvinces": ["02"] }), vec![&near_id]),
        (json!({ "provinces": [], "formerProvinces": null }), vec![&far_id, &near_id]),
    ] {
        let answer = list(&city, filter.clone()).await;
        let ids: Vec<&Value> = answer["nodes"].as_array().unwrap().iter().map(|node| &node["id"]).collect();
        assert_eq!(ids, found, "{filter}");
        assert_eq!(answer["totalCount"], found.len(), "{filter}");
    }
}

#[tokio::test]
async fn as_many_agreements_are_listed_for_a_province_as_the_funnel_counts_there() {
    let app = TestApp::start().await;
    let (near, far) = (app.sides().await, app.sides().await);
    for (sides, units) in [(&near, ("08", "02")), (&far, ("08", "08"))] {
        signed(sides).await;
        lies_in(&app, sides.makes, units).await;
    }
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let funnel = "query($by: FunnelBy!) { agreementFunnel(by: $by) { buckets { key counts { signed } } } }";

    for (by, field) in [("PROVINCE", "provinces"), ("FORMER_PROVINCE", "formerProvinces")] {
        let counted = city.run(funnel, json!({ "by": by })).await;
        let buckets = counted.data("/agreementFunnel/buckets").as_array().unwrap().clone();
        assert!(!buckets.is_empty(), "{}", counted.text);
        for bucket in buckets {
            let code = bucket["key"].as_str().unwrap().rsplit('.').next().unwrap();
            let listed = list(&city, json!({ "statuses": ["SIGNED"], field: [code] })).await;
            assert_eq!(listed["totalCount"], bucket["counts"]["signed"], "{by} {code}");
        }
    }
}

#[tokio::test]
async fn a_province_that_there_is_not_is_refused_by_name() {
    let app = TestApp::start().await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;

    // 02 is a province of before only.
    for filter in [json!({ "provinces": ["02"] }), json!({ "formerProvinces": ["999"] })] {
        let query = "query($f: AgreementFilter) { agreements(filter: $f) { totalCount } }";
        let answer = city.run(query, json!({ "f": filter })).await;
        assert_eq!(answer.codes(), ["BAD_INPUT"], "{}", answer.text);
    }
}

/// Lets an organisation lie in a province of today and of before, by code.
async fn lies_in(app: &TestApp, id: OrganisationId, (today, before): (&str, &str)) {
    let unit = |era, code| Set(Some(AdminUnitId::new(era, AdminLevel::Province, code)));
    let row = organisation::ActiveModel {
        id: Unchanged(id),
        province_id: unit(Era::Current, today),
        former_province_id: unit(Era::Legacy, before),
        ..Default::default()
    };
    row.update(app.app.database.write()).await.unwrap();
}
