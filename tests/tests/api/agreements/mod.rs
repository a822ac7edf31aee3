//! Agreements over the API: how they begin, are sent, changed, confirmed and ended, and who knows of them.

mod drafting;
mod following;
mod knowing;
mod life;
mod numbering;
mod paper;
mod telling;
mod time;

use chrono::{Days, NaiveDate, Utc};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use server::{
    changes,
    entities::{agreement, agreement_line, agreement_version},
};
use shared::AgreementId;
use tests::{Answer, Person, TestApp, sides::Sides};

/// What is asked of an agreement wherever one comes back.
const SEEN: &str = "id kind status number rowVersion viewerParty actions retailerName producerName productNames \
    promisedValue signedOn isPaper settledBy settledBecause followsAs introduction { id } follows { id } \
    followedBy { id } version { number writtenBy note startsOn endsOn place deliveryTerms paymentTerms qualityTerms \
    retailerSignedAt producerSignedAt retailer { name taxCode phone representative } \
    producer { name taxCode phone representative } lines { productName variantName quantityPerMonth unit { code } \
    price months promised promisedValue } } versions { number writtenBy }";

/// A year that is the same whenever the tests run.
const TERM: (&str, &str) = ("2040-01-01", "2040-12-31");

/// Terms of two lines: 120 kg a month at 50,000 đồng, and goods that are named only.
pub(super) fn terms(product: &Value) -> Value {
    json!({
        "kind": "MINUTES",
        "startsOn": TERM.0,
        "endsOn": TERM.1,
        "deliveryTerms": "Giao tại kho bên mua",
        "lines": [
            { "product": product, "quantityPerMonth": 120, "unit": "kg", "price": 50_000 },
            { "name": "Bún khô (mẫu)", "quantityPerMonth": 10, "unit": "kg", "price": 30_001, "months": [1, 12] },
        ],
    })
}

/// The answer of an operation that gives an agreement, whatever it is called.
async fn run(person: &Person, operation: &str, variables: &str, values: Value) -> Answer {
    let query = format!("mutation({variables}) {{ it: {operation} {{ {SEEN} }} }}");
    person.run(&query, values).await
}

pub(super) async fn draft(person: &Person, introduction: &Value) -> Answer {
    run(person, "draftAgreement(introduction: $i)", "$i: ID!", json!({ "i": introduction })).await
}

pub(super) async fn update(person: &Person, it: &Value, terms: Value) -> Answer {
    let values = json!({ "id": it["id"], "v": it["rowVersion"], "t": terms });
    let operation = "updateAgreement(id: $id, rowVersion: $v, terms: $t)";
    run(person, operation, "$id: ID!, $v: Int!, $t: AgreementTermsInput!", values).await
}

pub(super) async fn propose(person: &Person, it: &Value) -> Answer {
    let values = json!({ "id": it["id"], "v": it["rowVersion"] });
    let operation = "proposeAgreement(id: $id, rowVersion: $v, note: \"Mời xem\")";
    run(person, operation, "$id: ID!, $v: Int!", values).await
}

async fn counter(person: &Person, it: &Value, terms: Value) -> Answer {
    let values = json!({ "id": it["id"], "v": it["rowVersion"], "t": terms });
    let operation = "counterAgreement(id: $id, rowVersion: $v, terms: $t)";
    run(person, operation, "$id: ID!, $v: Int!, $t: AgreementTermsInput!", values).await
}

async fn sign(person: &Person, id: &Value, version: i32) -> Answer {
    let values = json!({ "id": id, "v": version });
    run(person, "signAgreement(id: $id, version: $v)", "$id: ID!, $v: Int!", values).await
}

pub(super) async fn decline(person: &Person, id: &Value, reason: &str) -> Answer {
    let values = json!({ "id": id, "r": reason });
    run(person, "declineAgreement(id: $id, reason: $r)", "$id: ID!, $r: String!", values).await
}

pub(super) async fn withdraw(person: &Person, id: &Value) -> Answer {
    run(person, "withdrawAgreement(id: $id)", "$id: ID!", json!({ "id": id })).await
}

async fn terminate(person: &Person, id: &Value, reason: &str) -> Answer {
    let values = json!({ "id": id, "r": reason });
    run(person, "terminateAgreement(id: $id, reason: $r)", "$id: ID!, $r: String!", values).await
}

async fn renew(person: &Person, id: &Value) -> Answer {
    run(person, "renewAgreement(id: $id)", "$id: ID!", json!({ "id": id })).await
}

async fn amend(person: &Person, id: &Value) -> Answer {
    run(person, "amendAgreement(id: $id)", "$id: ID!", json!({ "id": id })).await
}

async fn create(person: &Person, input: Value) -> Answer {
    run(person, "createAgreement(input: $i)", "$i: NewAgreement!", json!({ "i": input })).await
}

pub(super) async fn one(person: &Person, id: &Value) -> Answer {
    let query = format!("query($id: ID!) {{ it: agreement(id: $id) {{ {SEEN} }} }}");
    person.run(&query, json!({ "id": id })).await
}

async fn list(person: &Person, filter: Value) -> Value {
    let query = "query($f: AgreementFilter) { agreements(filter: $f) { totalCount nodes { id status } } }";
    person.run(query, json!({ "f": filter })).await.data("/agreements").clone()
}

/// What somebody has drafted of what both want, with whole terms.
async fn drafted(sides: &Sides, by: &Person) -> Value {
    let it = draft(by, &sides.met().await).await.data("/it").clone();
    update(by, &it, terms(&sides.product)).await.data("/it").clone()
}

/// What the retailer has sent.
async fn proposed(sides: &Sides) -> Value {
    propose(&sides.buyer, &drafted(sides, &sides.buyer).await).await.data("/it").clone()
}

/// What the retailer has sent and the producer has confirmed.
async fn signed(sides: &Sides) -> Value {
    let it = proposed(sides).await;
    sign(&sides.maker, &it["id"], 1).await.data("/it").clone()
}

fn id_of(id: &Value) -> AgreementId {
    id.as_str().unwrap().parse().unwrap()
}

async fn row(app: &TestApp, id: &Value) -> agreement::Model {
    let query = agreement::Entity::find_by_id(id_of(id));
    query.one(app.app.database.read()).await.unwrap().unwrap()
}

/// Writes a row as it would be had time passed.
async fn put(app: &TestApp, row: agreement::Model) {
    row.into_active_model().reset_all().update(app.app.database.write()).await.unwrap();
}

/// Lets the term of the latest version end some days from now; before today for fewer than none.
async fn ends_in(app: &TestApp, id: &Value, days: i64) -> NaiveDate {
    let today = server::calendar::day_of(Utc::now());
    let far = Days::new(days.unsigned_abs());
    let last = if days < 0 { today - far } else { today + far };
    let version = versions(app, id).await.pop().unwrap();
    let version =
        agreement_version::Model { starts_on: Some(last - Days::new(364)), ends_on: Some(last), ..version };
    version.into_active_model().reset_all().update(app.app.database.write()).await.unwrap();
    last
}

async fn versions(app: &TestApp, id: &Value) -> Vec<agreement_version::Model> {
    let query = agreement_version::Entity::find()
        .filter(agreement_version::Column::AgreementId.eq(id_of(id)))
        .order_by_asc(agreement_version::Column::Number);
    query.all(app.app.database.read()).await.unwrap()
}

async fn lines(app: &TestApp, id: &Value) -> Vec<agreement_line::Model> {
    let query = agreement_line::Entity::find()
        .filter(agreement_line::Column::AgreementId.eq(id_of(id)))
        .order_by_asc(agreement_line::Column::Position);
    query.all(app.app.database.read()).await.unwrap()
}

/// What the log says was done, the oldest first.
async fn actions(app: &TestApp, id: &Value) -> Vec<String> {
    let lines = changes::of(app.app.database.read(), "agreement", id.as_str().unwrap()).await.unwrap();
    lines.into_iter().rev().map(|line| line.action).collect()
}
