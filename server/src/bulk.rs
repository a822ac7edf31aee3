//! Many rows in few statements, within the limits of both databases.

use sea_orm::{
    ConnectionTrait, EntityTrait, IntoActiveModel, Iterable, PrimaryKeyToColumn, sea_query::OnConflict,
};

use crate::error::Result;

/// Values one statement may bind: SQLite takes 32,766, PostgreSQL 65,535.
pub(crate) const BOUND_VALUES: usize = 32_000;

/// Inserts rows.
pub(crate) async fn insert<E>(connection: &impl ConnectionTrait, rows: Vec<E::Model>) -> Result<()>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
{
    write::<E>(connection, rows, None).await
}

/// Inserts rows; a row whose key is there already takes the new values.
pub(crate) async fn upsert<E>(connection: &impl ConnectionTrait, rows: Vec<E::Model>) -> Result<()>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
{
    let key: Vec<E::Column> = E::PrimaryKey::iter().map(PrimaryKeyToColumn::into_column).collect();
    let is_key = |column: &E::Column| E::PrimaryKey::from_column(*column).is_some();
    let others = E::Column::iter().filter(|column| !is_key(column));
    let update = OnConflict::columns(key).update_columns(others).to_owned();
    write::<E>(connection, rows, Some(update)).await
}

async fn write<E>(
    connection: &impl ConnectionTrait,
    rows: Vec<E::Model>,
    on_conflict: Option<OnConflict>,
) -> Result<()>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
{
    let rows_at_once = BOUND_VALUES / E::Column::iter().count();
    let mut rows = rows.into_iter().map(IntoActiveModel::into_active_model).peekable();
    while rows.peek().is_some() {
        let mut insert = E::insert_many(rows.by_ref().take(rows_at_once));
        if let Some(on_conflict) = &on_conflict {
            insert = insert.on_conflict(on_conflict.clone());
        }
        insert.exec_without_returning(connection).await?;
    }
    Ok(())
}
