//! What is on sale at a point, as its operator says it.

use serde_json::{Value, json};
use shared::StaffRole;
use tests::{Person, TestApp};

const ASSIGN: &str = "mutation($p: ID!, $o: ID) { assignOperator(salePoint: $p, organisation: $o) { operatorName operatorId } }";
const STOCK: &str = "mutation($p: ID!, $g: [ID!]!) { stockProducts(salePoint: $p, products: $g) { \
    stock { product { name } confirmedBy confirmedAt } } }";
const UNSTOCK: &str =
    "mutation($p: ID!, $g: [ID!]!) { unstockProducts(salePoint: $p, products: $g) { stock { id } } }";

/// A point and some products that everybody sees.
async fn seen(app: &TestApp) -> (Value, Vec<Value>) {
    let asked = "{ salePoints(first: 1) { nodes { id } } products(first: 3) { nodes { id name } } }";
    let found = app.guest().run(asked, json!({})).await;
    let products = found.data("/products/nodes").as_array().unwrap();
    let ids = products.iter().map(|product| product["id"].clone()).collect();
    (found.data("/salePoints/nodes/0/id").clone(), ids)
}

/// Somebody whose shop runs the point.
async fn operator(app: &TestApp, point: &Value) -> Person {
    let keeper = app.person("Chủ Cửa Hàng").await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let sells = json!({ "name": "Cửa hàng Thử (mẫu)", "isProducer": false, "isRetailer": true });
    let shop = app.verified(&keeper, sells).await;
    let assigned = city.run(ASSIGN, json!({ "p": point, "o": shop })).await;
    assert_eq!(assigned.data("/assignOperator/operatorName"), "Cửa hàng Thử (mẫu)");
    keeper
}

#[tokio::test]
async fn an_operator_says_what_is_on_sale_and_everybody_sees_since_when() {
    let app = TestApp::start().await;
    let (point, products) = seen(&app).await;
    let keeper = operator(&app, &point).await;
    let sold_at =
        "query($id: ID!) { product(id: $id) { soldAt { salePoint { id } confirmedBy confirmedAt } } }";

    let stocked = keeper.run(STOCK, json!({ "p": point, "g": [products[0], products[1]] })).await;
    let again = keeper.run(STOCK, json!({ "p": point, "g": [products[1], products[2]] })).await;
    let shown = app.guest().run(sold_at, json!({ "id": products[0] })).await;
    let taken_off = keeper.run(UNSTOCK, json!({ "p": point, "g": [products[0]] })).await;
    let twice = keeper.run(UNSTOCK, json!({ "p": point, "g": [products[0]] })).await;
    let gone = app.guest().run(sold_at, json!({ "id": products[0] })).await;

    assert_eq!(stocked.data("/stockProducts/stock").as_array().unwrap().len(), 2);
    assert_eq!(again.data("/stockProducts/stock").as_array().unwrap().len(), 3);
    assert_eq!(shown.data("/product/soldAt/0/salePoint/id"), &point);
    assert_eq!(shown.data("/product/soldAt/0/confirmedBy"), "Cửa hàng Thử (mẫu)");
    assert!(shown.data("/product/soldAt/0/confirmedAt").is_string());
    assert_eq!(taken_off.data("/unstockProducts/stock").as_array().unwrap().len(), 2);
    assert_eq!(twice.problems(), ["products: NOT_OFFERED"]);
    assert_eq!(gone.data("/product/soldAt"), &json!([]));
}

#[tokio::test]
async fn what_is_still_on_sale_is_confirmed_in_one_step() {
    use sea_orm::{EntityTrait, sea_query::Expr};
    use server::entities::stock;
    let app = TestApp::start().await;
    let (point, products) = seen(&app).await;
    let keeper = operator(&app, &point).await;
    keeper.run(STOCK, json!({ "p": point, "g": products })).await.data("/stockProducts");
    let long_ago = chrono::Utc::now() - chrono::Duration::days(400);
    let old = stock::Entity::update_many().col_expr(stock::Column::ConfirmedAt, Expr::value(long_ago));
    old.exec(app.app.database.write()).await.unwrap();

    let confirm = "mutation($p: ID!) { confirmStock(salePoint: $p) { stock { confirmedAt } } }";
    let confirmed = keeper.run(confirm, json!({ "p": point })).await;

    let times = confirmed.texts("/confirmStock/stock", "confirmedAt");
    assert_eq!(times.len(), 3);
    let is_new = |time: &String| time.parse::<chrono::DateTime<chrono::Utc>>().unwrap() > long_ago;
    assert!(times.iter().all(is_new), "{times:?}");
}

#[tokio::test]
async fn what_is_not_published_or_no_operators_is_refused() {
    let app = TestApp::start().await;
    let (point, products) = seen(&app).await;
    let keeper = operator(&app, &point).await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let unverified = app.registered(&keeper, json!({})).await;
    let hidden = shared::ProductId::new();

    let of_hidden = keeper.run(STOCK, json!({ "p": point, "g": [products[0], hidden] })).await;
    let nothing = keeper.run(STOCK, json!({ "p": point, "g": [] })).await;
    let by_unverified = city.run(ASSIGN, json!({ "p": point, "o": unverified })).await;
    let nowhere = keeper.run(STOCK, json!({ "p": hidden, "g": products })).await;

    assert_eq!(of_hidden.problems(), ["products: NOT_OFFERED"]);
    assert_eq!(nothing.problems(), ["products: OUT_OF_RANGE"]);
    assert_eq!(by_unverified.problems(), ["organisation: NOT_POSSIBLE_NOW"]);
    assert_eq!(nowhere.codes(), ["NOT_FOUND"]);
}
