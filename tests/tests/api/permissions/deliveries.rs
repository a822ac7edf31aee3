//! Tries of deliveries, the funnel and proof of markets. The own side is a producer that has signed with somebody.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use server::entities::organisation;
use shared::{AgreementKind, AgreementStatus, DeliveryCheckId, ProductId};
use tests::Answer;

use super::{Attempt, world::World};
use crate::deliveries::world::Deal;

/// A product of the own side, and a check of an agreement about it.
async fn signed(world: &World) -> (Value, DeliveryCheckId) {
    let product = world.product().await;
    let query = "query($id: ID!) { ownProduct(id: $id) { producer { id } } }";
    let own = world.owner.run(query, json!({ "id": product })).await;
    let producer = own.data("/ownProduct/producer/id").as_str().unwrap().parse().unwrap();
    let elsewhere = organisation::Entity::find()
        .filter(organisation::Column::Id.ne(producer))
        .filter(organisation::Column::WardId.is_null());
    let retailer = elsewhere.one(world.app.app.database.read()).await.unwrap().unwrap().id;
    let deal = Deal {
        retailer,
        producer,
        author: world.owner.account,
        product: product.as_str().map(|id| id.parse::<ProductId>().unwrap()),
        kind: AgreementKind::Minutes,
        status: AgreementStatus::Signed,
        introduction: None,
        event: None,
        follows: None,
        term: (-30, 300),
        signed: -40,
        per_month: 100,
        price: None,
    };
    let check = deal.sign(&world.app).await.asked(&world.app).await;
    (product, check)
}

/// What comes of it; nothing when the operation is another's.
pub(super) async fn attempt(attempt: &Attempt<'_>) -> Option<Answer> {
    let world = attempt.world;
    let run = async |query: &str, variables: Value| attempt.actor.run(query, variables).await;
    let answer = match attempt.operation {
        "confirmDelivery" => {
            let query = "mutation($id: ID!) { confirmDelivery(check: $id, answer: { outcome: AS_AGREED }) { state } }";
            run(query, json!({ "id": signed(world).await.1 })).await
        }
        "confirmDeliveryByLink" => {
            let query =
                "mutation { confirmDeliveryByLink(token: \"x\", answer: { outcome: NOTHING }) { isOpen } }";
            run(query, json!({})).await
        }
        "?deliveryCheck" => {
            let query = "query($id: ID!) { deliveryCheck(id: $id) { state } }";
            run(query, json!({ "id": signed(world).await.1 })).await
        }
        "?deliveryLink" => run("{ deliveryLink(token: \"x\") { isOpen } }", json!({})).await,
        "?agreementFunnel" => run("{ agreementFunnel(by: YEAR) { total { signed } } }", json!({})).await,
        "?agreementFunnel of own" => {
            let query = "query($o: ID!) { agreementFunnel(by: YEAR, filter: { organisation: $o }) { total { signed } } }";
            run(query, json!({ "o": world.own().await })).await
        }
        "?funnelRows" => run("{ funnelRows(by: YEAR, step: SIGNED) { totalCount } }", json!({})).await,
        "?evidence" => {
            let query = "query($p: ID!) { evidence(product: $p, from: \"2026-01-01\", until: \"2026-12-31\") { buyers } }";
            run(query, json!({ "p": signed(world).await.0 })).await
        }
        _ => return None,
    };
    Some(answer)
}
