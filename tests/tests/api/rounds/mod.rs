//! Rounds of matching: choosing, solving in the background, changing, accepting.

mod telling;
mod world;

use sea_orm::{ActiveModelTrait, EntityTrait, Set};
use serde_json::{Value, json};
use server::entities::round;
use tests::Answer;
use uuid::Uuid;

use self::world::{World, id, input, pairs};

#[tokio::test]
async fn a_plan_is_the_best_one_and_proved() {
    let world = World::new().await;
    let round = world.round((1, 2, 2)).await;

    let solved = world.solved(&round).await;

    assert_eq!(solved["status"], "SOLVED");
    assert_eq!(solved["solving"], Value::Null);
    assert_eq!(solved["problem"], Value::Null);
    let outcome = &solved["outcome"];
    assert_eq!(outcome["objective"], outcome["bound"]);
    assert_eq!(
        (&outcome["pairs"], &outcome["needsServed"], &outcome["needsUnserved"]),
        (&json!(3), &json!(3), &json!(0))
    );
    assert_eq!((&outcome["candidates"], &outcome["leftOut"]), (&json!(6), &json!(0)));
    let nodes = solved["pairs"]["nodes"].as_array().unwrap();
    let total: i64 = nodes.iter().map(|pair| pair["score"].as_i64().unwrap()).sum();
    assert_eq!(outcome["objective"], total);
    // The better tea goes where it may go twice.
    let better = pairs(&solved).iter().filter(|(_, product)| product == world.product(0)).count();
    assert_eq!(better, 2);
    let of_tea = nodes.iter().find(|pair| pair["productId"] == *world.product(0)).unwrap();
    assert_eq!(
        (&of_tea["producerName"], &of_tea["product"]["name"]),
        (&json!("HTX Một (mẫu)"), &json!("Trà xanh (mẫu)"))
    );
    let spread = &outcome["spread"];
    assert_eq!(
        (&spread["producers"], &spread["most"], &spread["withOne"]),
        (&json!(2), &json!(2), &json!(1))
    );
    assert_eq!((&spread["newcomers"], &spread["newcomerPairs"]), (&json!(2), &json!(3)));
    assert_eq!(spread["forms"], json!([{ "form": "COOPERATIVE", "producers": 2, "pairs": 3 }]));
    // One more place of the better tea gains what it is better by.
    let full = outcome["fullCaps"].as_array().unwrap();
    let of_tea = full.iter().find(|full| full["item"]["name"] == "Trà xanh (mẫu)").unwrap();
    assert_eq!(of_tea["cap"], 2);
    assert_eq!(of_tea["gain"], 0, "its producer is full, too");
}

#[tokio::test]
async fn what_one_more_place_gains_is_what_it_gains() {
    let world = World::new().await;
    let round = world.round((1, 2, 9)).await;
    let before = world.solved(&round).await;
    let full = before["outcome"]["fullCaps"].as_array().unwrap();
    let gain =
        full.iter().find(|full| full["item"]["name"] == "Trà xanh (mẫu)").unwrap()["gain"].as_i64().unwrap();
    assert!(gain > 0, "{full:?}");

    world.cap(&round, "PRODUCT", world.product(0), json!(3)).await.data("/setRoundCap");
    let changed = world.read(&round).await;
    let after = world.solved(&round).await;

    assert_eq!(changed["status"], "DRAFT");
    assert_eq!(
        changed["outcome"]["objective"], before["outcome"]["objective"],
        "the old plan can still be seen"
    );
    let objective = |round: &Value| round["outcome"]["objective"].as_i64().unwrap();
    assert_eq!(objective(&after), objective(&before) + gain);
    assert_eq!(after["caps"][0]["item"]["name"], "Trà xanh (mẫu)");
    assert_eq!(after["caps"][0]["item"]["owner"], "HTX Một (mẫu)");
}

#[tokio::test]
async fn who_gets_nothing_learns_why() {
    let world = World::new().await;
    let round = world.round((1, 1, 1)).await;
    let full = world.solved(&round).await;
    for maker in [0, 1] {
        world
            .rule(&round, &world.needs[0], world.product(maker), json!("FORBID"))
            .await
            .data("/setRoundRule");
    }
    world.cap(&round, "NEED", &world.needs[1], json!(0)).await.data("/setRoundCap");
    world.makers[0]
        .0
        .run("mutation($id: ID!) { hideProduct(id: $id) { id } }", json!({ "id": world.product(0) }))
        .await;
    world.makers[1]
        .0
        .run("mutation($id: ID!) { hideProduct(id: $id) { id } }", json!({ "id": world.product(1) }))
        .await;
    let gone = world.solved(&round).await;

    let reasons = |round: &Value| -> Vec<Value> {
        let nodes = round["needs"]["nodes"].as_array().unwrap().iter();
        nodes.map(|need| need["unserved"]["reason"].clone()).collect()
    };
    assert_eq!(reasons(&full).iter().filter(|reason| **reason == json!("ALL_FULL")).count(), 1);
    let unserved = full["needs"]["nodes"].as_array().unwrap().iter().find(|need| need["pairs"] == 0).unwrap();
    assert_eq!(
        unserved["unserved"]["says"]["vi"],
        "Sản phẩm phù hợp đã dành cho nhu cầu khác: 2 sản phẩm đã đủ nhu cầu"
    );
    assert_eq!(reasons(&gone), ["NO_CANDIDATES", "CAP_IS_ZERO", "NO_CANDIDATES"]);
    assert_eq!(gone["outcome"]["objective"], 0);
    assert_eq!(pairs(&gone), []);
}

#[tokio::test]
async fn pins_and_forbids_are_kept_to_and_pins_that_can_not_be_are_named() {
    let world = World::new().await;
    let round = world.round((1, 9, 9)).await;
    let free = world.solved(&round).await;
    assert!(pairs(&free).iter().all(|(_, product)| product == world.product(0)));

    world.rule(&round, &world.needs[0], world.product(1), json!("PIN")).await.data("/setRoundRule");
    world.rule(&round, &world.needs[1], world.product(0), json!("FORBID")).await.data("/setRoundRule");
    let ruled = world.solved(&round).await;
    world.rule(&round, &world.needs[0], world.product(0), json!("PIN")).await.data("/setRoundRule");
    let impossible = world.solved(&round).await;
    world.rule(&round, &world.needs[0], world.product(0), Value::Null).await.data("/setRoundRule");
    let again = world.solved(&round).await;

    let (needs, of) = (&world.needs, |maker: usize| world.product(maker).clone());
    let expected = vec![(needs[0].clone(), of(1)), (needs[1].clone(), of(1)), (needs[2].clone(), of(0))];
    assert_eq!(pairs(&ruled), expected);
    assert_eq!(ruled["pairs"]["nodes"][0]["isPinned"], true);
    assert_eq!(impossible["status"], "DRAFT");
    assert_eq!(
        impossible["problem"]["vi"],
        "Nhu cầu “Trà xanh cho quầy” có giới hạn 1 nhưng có 2 cặp được ghim"
    );
    assert_eq!(pairs(&impossible), expected, "the plan before is still there");
    assert_eq!(again["problem"], Value::Null);
    assert_eq!(pairs(&again), expected);
}

#[tokio::test]
async fn what_is_weighed_for_a_need_can_be_seen_before_anything_is_pinned() {
    let world = World::new().await;
    let round = world.round((1, 2, 2)).await;
    let query = "query($id: ID!, $n: ID!) { round(id: $id) { candidates(need: $n) { productId product { name } producerName score notMet } } }";
    let ask = async |need: &Value| world.by_staff(query, json!({ "id": round, "n": need })).await;

    let seen = ask(&world.needs[0]).await;
    let solved = world.solved(&round).await;
    let unknown = ask(&json!(Uuid::now_v7())).await;

    let candidates = seen.data("/round/candidates").as_array().unwrap();
    let names: Vec<&str> = candidates.iter().map(|row| row["product"]["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Trà xanh (mẫu)", "Nụ vối (mẫu)"]);
    assert_eq!(candidates[0]["producerName"], "HTX Một (mẫu)");
    let planned = &solved["pairs"]["nodes"][0];
    let same = candidates.iter().find(|row| row["productId"] == planned["productId"]).unwrap();
    assert_eq!(same["score"], planned["score"]);
    assert_eq!(unknown.codes(), ["NOT_FOUND"]);
}

#[tokio::test]
async fn an_accepted_plan_introduces_its_pairs_and_tells_of_those_it_could_not() {
    let world = World::new().await;
    let round = world.round((1, 2, 2)).await;
    let solved = world.solved(&round).await;
    let hide = "mutation($id: ID!) { hideProduct(id: $id) { id } }";
    world.makers[1].0.run(hide, json!({ "id": world.product(1) })).await.data("/hideProduct/id");

    let accepted = world.accept(&round).await;

    assert_eq!(accepted.data("/acceptRound/status"), "ACCEPTED");
    let after = world.read(&round).await;
    assert_eq!(pairs(&after), pairs(&solved));
    for pair in after["pairs"]["nodes"].as_array().unwrap() {
        if pair["productId"] == *world.product(1) {
            assert_eq!(pair["skipped"], json!(["NOT_PUBLISHED"]));
            assert_eq!(pair["introduction"], Value::Null);
            assert_eq!(pair["productName"], "Nụ vối (mẫu)");
        } else {
            assert_eq!(pair["skipped"], json!([]));
            assert_eq!(pair["introduction"]["status"], "WAITS_FOR_BOTH");
            assert_eq!(pair["introduction"]["proposedBy"], "STAFF");
        }
    }
    let list = "query($o: ID!) { introductions(filter: { organisation: $o }) { totalCount nodes { note } } }";
    let seen = world.buyer.run(list, json!({ "o": world.shop })).await;
    assert_eq!(seen.data("/introductions/totalCount"), 2, "{}", seen.text);
    assert_eq!(seen.data("/introductions/nodes/0/note"), "Mời gặp");
    assert!(!world.app.mails_to(&world.makers[0].0.email).await.is_empty());
    // It is over: nothing changes any more.
    for refused in [
        world.begin(&round).await,
        world.accept(&round).await,
        world.rule(&round, &world.needs[0], world.product(0), json!("PIN")).await,
        world.by_staff("mutation($id: ID!) { deleteRound(id: $id) }", json!({ "id": round })).await,
    ] {
        assert_eq!(refused.codes(), ["BAD_INPUT"], "{}", refused.text);
    }
    // What is introduced is not planned again.
    let next = world.round((1, 2, 2)).await;
    let next = world.solved(&next).await;
    assert_eq!(next["outcome"]["introducedAlready"], 2);
    assert_eq!(pairs(&next).len(), 1);
}

#[tokio::test]
async fn a_round_that_changes_or_is_cancelled_while_it_is_solved_stays_as_it_is() {
    let world = World::new().await;
    let round = world.round((1, 2, 2)).await;
    let cancel = "mutation($id: ID!) { cancelRound(id: $id) { status solving { percent } } }";

    let turn = world.app.app.solver.turn().acquire().await.unwrap();
    world.begin(&round).await.data("/solveRound/solving/percent");
    world.cap(&round, "NEED", &world.needs[0], json!(2)).await.data("/setRoundCap");
    let changed = world.read(&round).await;
    world.begin(&round).await.data("/solveRound/solving/percent");
    let cancelled = world.by_staff(cancel, json!({ "id": round })).await;
    drop(turn);
    world.app.app.solver.settled().await;
    let after = world.read(&round).await;

    assert_eq!(changed["solving"], Value::Null);
    assert_eq!(cancelled.data("/cancelRound/solving"), &Value::Null);
    assert_eq!((&after["status"], &after["outcome"]), (&json!("DRAFT"), &Value::Null));
    assert_eq!(world.solved(&round).await["status"], "SOLVED");
}

#[tokio::test]
async fn an_attempt_of_another_node_is_seen_until_that_node_is_silent() {
    let world = World::new().await;
    let round = world.round((1, 2, 2)).await;
    let (other, now) = (Uuid::now_v7(), chrono::Utc::now());
    let write = async |seen_at| {
        let row = round::ActiveModel {
            id: Set(id(&round)),
            run_id: Set(Some(other)),
            run_percent: Set(42),
            run_seen_at: Set(Some(seen_at)),
            ..Default::default()
        };
        row.update(world.app.app.database.write()).await.unwrap();
    };

    write(now).await;
    let running = world.begin(&round).await;
    let still = round::Entity::find_by_id(id(&round)).one(world.app.app.database.read()).await.unwrap();
    write(now - chrono::Duration::minutes(5)).await;
    let silent = world.read(&round).await;

    assert_eq!(running.data("/solveRound/solving/percent"), 42);
    assert_eq!(still.unwrap().run_id, Some(other));
    assert_eq!(silent["solving"], Value::Null);
    assert_eq!(world.solved(&round).await["status"], "SOLVED");
}

#[tokio::test]
async fn needs_come_and_go_and_only_open_ones_come() {
    let world = World::new().await;
    let round = world.round((1, 2, 2)).await;
    let change = "mutation($r: ID!, $a: [ID!], $m: RoundNeedFilter, $x: [ID!]) { \
        changeRoundNeeds(round: $r, add: $a, addMatching: $m, remove: $x) { needCount version } }";
    let run = async |variables: Value| world.by_staff(change, variables).await;
    let count = |answer: &Answer| answer.data("/changeRoundNeeds/needCount").clone();
    world.rule(&round, &world.needs[0], world.product(0), json!("PIN")).await.data("/setRoundRule");

    let removed = run(json!({ "r": round, "x": [world.needs[0], world.needs[1]] })).await;
    let rules = world.read(&round).await["rules"].clone();
    let other_group = run(json!({ "r": round, "m": { "groups": ["II.1.a"] } })).await;
    let too_late = run(json!({ "r": round, "m": { "openedSince": "2099-01-01" } })).await;
    let no_deadline = run(json!({ "r": round, "m": { "deadlineUntil": "2099-01-01" } })).await;
    let added = run(json!({ "r": round, "a": [world.needs[1], world.needs[2]] })).await;
    let close = "mutation($id: ID!) { closeNeed(id: $id) { status } }";
    world.buyer.run(close, json!({ "id": world.needs[0] })).await.data("/closeNeed/status");
    let closed = run(json!({ "r": round, "a": [world.needs[0]] })).await;
    let unknown = run(json!({ "r": round, "a": [Uuid::now_v7()] })).await;

    assert_eq!([&removed, &other_group, &too_late, &no_deadline].map(count), [1, 1, 1, 1]);
    assert_eq!(rules, json!([]), "what was decided about a need goes with it");
    assert_eq!(count(&added), 2);
    assert_eq!(closed.problems(), ["add: NOT_OFFERED"]);
    assert_eq!(unknown.problems(), ["add: NOT_OFFERED"]);
}

#[tokio::test]
async fn wrong_choices_are_told_by_their_fields_and_an_older_version_is_a_conflict() {
    let world = World::new().await;
    let wrong = json!({ "name": " ", "needCap": 101, "productCap": -1, "producerCap": 1, "candidatesPerNeed": 0,
        "minStars": 2, "groups": ["X"], "provinces": ["999"],
        "weights": { "relevance": 0, "stars": 0, "price": 0, "capacity": 0, "season": 0, "distance": 0,
            "keptPromises": 0, "freshness": 0, "newcomer": 0 } });
    let create = "mutation($i: RoundInput!) { createRound(input: $i) { id } }";
    let refused = world.by_staff(create, json!({ "i": wrong })).await;
    let round = world.round((1, 2, 2)).await;
    let update = "mutation($id: ID!, $v: Int!, $i: RoundInput!) { updateRound(id: $id, version: $v, input: $i) { version minStars } }";
    let mut narrower = input((1, 2, 2));
    narrower["minStars"] = json!(3);

    let stale = world.by_staff(update, json!({ "id": round, "v": 1, "i": narrower })).await;
    let fresh = world.by_staff(update, json!({ "id": round, "v": 2, "i": narrower })).await;

    assert_eq!(
        refused.problems(),
        [
            "input.name: MISSING",
            "input.needCap: OUT_OF_RANGE",
            "input.productCap: OUT_OF_RANGE",
            "input.candidatesPerNeed: OUT_OF_RANGE",
            "input.minStars: OUT_OF_RANGE",
            "input.groups: NOT_OFFERED",
            "input.provinces: NOT_OFFERED",
            "input.weights: OUT_OF_RANGE",
        ]
    );
    assert_eq!(stale.codes(), ["CONFLICT"]);
    assert_eq!(fresh.data("/updateRound"), &json!({ "version": 3, "minStars": 3 }));
    // Neither tea has a star.
    assert_eq!(pairs(&world.solved(&round).await), []);
}

#[tokio::test]
async fn a_round_without_needs_is_not_solved_and_a_deleted_one_is_gone() {
    let world = World::new().await;
    let create = "mutation($i: RoundInput!) { createRound(input: $i) { id } }";
    let created = world.by_staff(create, json!({ "i": input((1, 1, 1)) })).await;
    let round = created.data("/createRound/id");

    let begun = world.begin(round).await;
    let deleted = world.by_staff("mutation($id: ID!) { deleteRound(id: $id) }", json!({ "id": round })).await;

    assert_eq!(begun.problems(), ["id: MISSING"]);
    assert_eq!(deleted.data("/deleteRound"), round);
    assert_eq!(world.read(round).await, Value::Null);
    let list = world.by_staff("{ rounds { totalCount nodes { id } } }", json!({})).await;
    assert_eq!(list.data("/rounds/totalCount"), 0);
}
