//! Promises that were kept count for the next match, of both sides.

use serde_json::json;
use tests::TestApp;

use super::{confirm, world::deal};

const FIT: &str =
    "query($n: ID!, $p: ID!) { match(needId: $n, productId: $p) { score parts { kind value says { vi } } } }";

#[tokio::test]
async fn what_both_confirm_reaches_the_score_of_both_sides() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let fit = async || {
        app.follow().await;
        let answer = sides.buyer.run(FIT, json!({ "n": sides.need, "p": sides.product })).await;
        let parts = answer.data("/match/parts").as_array().unwrap().clone();
        let part = parts.into_iter().find(|part| part["kind"] == "KEPT_PROMISES").unwrap();
        (part["value"].clone(), part["says"]["vi"].as_str().unwrap().to_owned())
    };
    let all = json!({ "outcome": "AS_AGREED" });
    let (first, second) = (deal(&sides).sign(&app).await, deal(&sides).sign(&app).await);
    let (first, second) = (first.asked(&app).await, second.asked(&app).await);

    let before = fit().await;
    confirm(&sides.maker, first, all.clone()).await.data("/confirmDelivery");
    let by_one = fit().await;
    confirm(&sides.buyer, first, all).await.data("/confirmDelivery");
    let by_both = fit().await;
    let nothing = json!({ "outcome": "NOTHING", "problem": "SUPPLY" });
    for side in [&sides.buyer, &sides.maker] {
        confirm(side, second, nothing.clone()).await.data("/confirmDelivery");
    }
    let broken = fit().await;

    assert_eq!(before.1, "Chưa có đợt giao nào được hai bên xác nhận ở đây");
    assert_eq!(by_one, before, "one side alone proves nothing");
    assert_eq!(
        by_both.1,
        "Bên bán đã giao đúng 1/1 lần hẹn; Bên mua đã đặt hàng và thanh toán đúng 1/1 lần hẹn"
    );
    assert_eq!(
        broken.1,
        "Bên bán đã giao đúng 1/2 lần hẹn; Bên mua đã đặt hàng và thanh toán đúng 2/2 lần hẹn"
    );
    let value = |of: &serde_json::Value| of.as_f64().unwrap();
    assert!(value(&before.0) < value(&broken.0) && value(&broken.0) < value(&by_both.0));
}
