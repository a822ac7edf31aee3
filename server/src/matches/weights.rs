//! How much each part of a score counts: a setting of the whole system, a line of the table `setting`.

use std::sync::Arc;

use matchmaking::scoring::Weights;
use sea_orm::{EntityTrait, Set, sea_query::OnConflict};
use serde_json::json;
use shared::Problem;

use crate::{
    accounts::SignedIn,
    app::App,
    changes::{Line, Write},
    database::Database,
    entities::setting,
    error::Result,
    forms::Form,
};

const KEY: &str = "match_weights";

/// The weights that are set, or those we begin with.
pub(crate) async fn read(database: &Database) -> Result<Weights> {
    let row = setting::Entity::find_by_id(KEY).one(database.read()).await?;
    // A part that came later is not in an older line; then the others say nothing any more either.
    Ok(row.and_then(|row| serde_json::from_str(&row.value).ok()).unwrap_or_default())
}

/// Sets them.
pub(super) async fn set(app: &Arc<App>, somebody: &SignedIn, weights: Weights) -> Result<Weights> {
    let mut form = Form::default();
    if !weights.can_be_set() {
        form.wrong("weights", Problem::OutOfRange);
    }
    form.finish()?;
    let before = read(&app.database).await?;
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let value = serde_json::to_string(&weights).map_err(anyhow::Error::new)?;
    let row = setting::ActiveModel { key: Set(KEY.to_owned()), value: Set(value) };
    let replace = OnConflict::column(setting::Column::Key).update_column(setting::Column::Value).to_owned();
    setting::Entity::insert(row).on_conflict(replace).exec_without_returning(write.rows()).await?;
    let logged = Line::of("setting", KEY, "updated").with(Some(json!(before)), Some(json!(weights)));
    write.record(logged);
    app.commit(write).await?;
    Ok(weights)
}
