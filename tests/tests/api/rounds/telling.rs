//! Who is told of the pairs of a round that was accepted: everybody by one mail, however many are theirs.

use std::collections::HashSet;

use serde_json::{Value, json};
use server::statements::counted;
use tests::Person;

use super::world::World;

const LOOK: &str = "query($t: String!) { answerLink(token: $t) { needName party isOpen } }";
const TAP: &str = "mutation($t: String!, $a: Boolean!, $r: String) { answerByLink(token: $t, accept: $a, reason: $r) { status isOpen } }";

/// Mails about introductions that somebody got.
async fn mails(world: &World, person: &Person) -> Vec<String> {
    let mut mails = world.app.mails_to(&person.email).await;
    mails.retain(|mail| !mail.contains("Your organisation is verified"));
    mails
}

/// The tokens of all links of a mail that answer.
fn tokens(mail: &str) -> Vec<String> {
    let after = mail.split("/tra-loi?ma=").skip(1);
    after.map(|rest| rest.lines().next().unwrap().to_owned()).collect()
}

async fn told(person: &Person) -> Value {
    let list = "{ notifications { totalCount nodes { kind } } }";
    person.run(list, json!({})).await.data("/notifications/totalCount").clone()
}

/// All three needs go to the first producer.
async fn accepted_for_one_producer(world: &World) -> Value {
    let round = world.round((1, 9, 9)).await;
    world.solved(&round).await;
    world.accept(&round).await.data("/acceptRound/status");
    round
}

#[tokio::test]
async fn a_producer_in_three_pairs_gets_one_mail_whose_links_each_answer_their_own() {
    let world = World::new().await;
    let maker = &world.makers[0].0;
    let round = accepted_for_one_producer(&world).await;
    let mails = mails(&world, maker).await;
    let tokens = tokens(&mails.concat());
    let guest = world.app.guest();

    let (mut needs, mut answered) = (Vec::new(), Vec::new());
    for (token, accept) in tokens.iter().zip([true, false, true]) {
        let seen = guest.run(LOOK, json!({ "t": token })).await;
        assert_eq!(seen.data("/answerLink/isOpen"), true, "the others' answers leave it open: {}", seen.text);
        needs.push(seen.data("/answerLink/needName").as_str().unwrap().to_owned());
        let tapped = guest.run(TAP, json!({ "t": token, "a": accept, "r": "Hết hàng" })).await;
        answered.push(tapped.data("/answerByLink/status").clone());
    }
    let again = guest.run(TAP, json!({ "t": tokens[0], "a": true })).await;

    assert_eq!((mails.len(), tokens.len()), (1, 3));
    let different: HashSet<&String> = needs.iter().collect();
    assert_eq!(different.len(), 3, "{needs:?}");
    assert_eq!(answered, ["WAITS_FOR_RETAILER", "DECLINED", "WAITS_FOR_RETAILER"]);
    assert_eq!(again.problems(), ["token: NOT_POSSIBLE_NOW"]);
    for pair in world.read(&round).await["pairs"]["nodes"].as_array().unwrap() {
        let need = world.needs.iter().position(|need| *need == pair["need"]["id"]).unwrap();
        let name = ["Trà xanh cho quầy", "Trà xanh cho sảnh", "Trà xanh cho kho"][need];
        let answer = &answered[needs.iter().position(|need| need == name).unwrap()];
        assert_eq!(&pair["introduction"]["status"], answer, "{name}");
    }
    assert_eq!(told(maker).await, 3, "their list has a line for each");
}

#[tokio::test]
async fn a_mail_of_several_says_in_both_languages_what_each_is_and_by_when() {
    let world = World::new().await;
    accepted_for_one_producer(&world).await;

    let mails = mails(&world, &world.buyer).await;

    assert_eq!(mails.len(), 1);
    let mail = &mails[0];
    for part in [
        "Subject: Đề nghị kết nối (3) / A proposal to meet (3)",
        "Có 3 việc mới:",
        "1. Cán bộ OCOP Hà Nội đề nghị Siêu thị Thử (mẫu) và HTX Một (mẫu) kết nối về sản phẩm “Trà xanh (mẫu)” cho nhu cầu “",
        "3. Staff of OCOP Hanoi propose that Siêu thị Thử (mẫu) and HTX Một (mẫu) meet about the product “Trà xanh (mẫu)” for the need “",
        "Xem và trả lời trước ",
        "Answer by ",
        "Mỗi liên kết trả lời riêng một việc, không cần đăng nhập.",
        "Each link answers one of them",
    ] {
        assert!(mail.contains(part), "{part} is not in {mail}");
    }
    assert_eq!(mail.matches("Lời nhắn / Words: Mời gặp").count(), 1, "{mail}");
    assert_eq!(tokens(mail).len(), 3, "{mail}");
}

#[tokio::test]
async fn one_pair_alone_is_told_as_always() {
    let world = World::new().await;
    let round = world.round((1, 2, 2)).await;
    world.solved(&round).await;

    world.accept(&round).await.data("/acceptRound/status");

    // The better tea goes to two needs, the other one to the third.
    let (first, second) = (mails(&world, &world.makers[0].0).await, mails(&world, &world.makers[1].0).await);
    assert_eq!((first.len(), second.len()), (1, 1));
    assert!(first[0].contains("Subject: Đề nghị kết nối (2) / A proposal to meet (2)"), "{}", first[0]);
    assert!(second[0].contains("Subject: Đề nghị kết nối / A proposal to meet\n"), "{}", second[0]);
    assert_eq!((tokens(&first[0]).len(), tokens(&second[0]).len()), (2, 1));
}

#[tokio::test]
async fn three_pairs_are_told_with_as_many_statements_as_one() {
    let mut statements = Vec::new();
    for planned in [1, 3] {
        let world = World::new().await;
        let round = world.round((1, 9, 9)).await;
        for need in &world.needs[planned..] {
            world.cap(&round, "NEED", need, json!(0)).await.data("/setRoundCap");
        }
        world.solved(&round).await;
        let version = world.read(&round).await["version"].clone();
        let accept = "mutation($id: ID!, $v: Int!) { acceptRound(id: $id, version: $v) { status } }";
        let accept = world.by_staff(accept, json!({ "id": round, "v": version }));

        let (count, accepted) = counted(accept).await;

        assert_eq!(accepted.data("/acceptRound/status"), "ACCEPTED");
        assert_eq!(mails(&world, &world.makers[0].0).await.len(), 1);
        statements.push(count);
    }
    assert_eq!(statements[0], statements[1], "of one pair and of three");
}
