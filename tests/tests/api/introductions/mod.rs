//! Retailers and producers who are proposed to each other: proposing, answering, talking, and who is told.

mod answering;
mod conversation;
mod digests;
mod hindrances;
mod lapsing;
mod links;
mod notifications;
mod proposing;

use chrono::{DateTime, Duration, Utc};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QueryOrder};
use serde_json::{Value, json};
use server::entities::introduction;
use shared::IntroductionId;
use tests::{Answer, Person, TestApp};

/// An introduction as somebody sees it.
const ONE: &str = "query($id: ID!) { introduction(id: $id) { status proposedBy viewerParty note needName productName \
    need { name } product { name } retailer { name } producer { name } settledAt declinedBy declinedBecause unread \
    messages { totalCount nodes { text isOwn author party } } } }";
/// Those that somebody knows of.
const LIST: &str =
    "query($f: IntroductionFilter) { introductions(filter: $f) { totalCount nodes { id status } } }";

async fn one(person: &Person, id: &Value) -> Answer {
    person.run(ONE, json!({ "id": id })).await
}

async fn list(person: &Person, filter: Value) -> Value {
    person.run(LIST, json!({ "f": filter })).await.data("/introductions").clone()
}

fn id_of(id: &Value) -> IntroductionId {
    id.as_str().unwrap().parse().unwrap()
}

/// All rows there are, the oldest first.
async fn rows(app: &TestApp) -> Vec<introduction::Model> {
    let query = introduction::Entity::find().order_by_asc(introduction::Column::Id);
    query.all(app.app.database.read()).await.unwrap()
}

async fn row(app: &TestApp, id: &Value) -> introduction::Model {
    let query = introduction::Entity::find_by_id(id_of(id));
    query.one(app.app.database.read()).await.unwrap().unwrap()
}

/// Writes a row as it would be had time passed.
async fn put(app: &TestApp, row: introduction::Model) {
    row.into_active_model().reset_all().update(app.app.database.write()).await.unwrap();
}

/// Lets the time for an answer pass.
async fn pass(app: &TestApp, id: &Value) -> DateTime<Utc> {
    let answer_by = Utc::now() - Duration::hours(1);
    put(app, introduction::Model { answer_by, ..row(app, id).await }).await;
    answer_by
}
