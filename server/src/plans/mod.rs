//! The city's yearly plans as published; progress against them is computed elsewhere.

pub mod graphql;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::{database::Database, entities::plan, error::Result};

/// More plans than the city will make.
const MOST: u64 = 500;

/// Plans, newest year first; of one year if it is given.
pub async fn list(database: &Database, year: Option<i32>) -> Result<Vec<plan::Model>> {
    let mut query = plan::Entity::find();
    if let Some(year) = year {
        query = query.filter(plan::Column::Year.eq(year));
    }
    let query = query
        .order_by_desc(plan::Column::Year)
        .order_by_asc(plan::Column::IssuedOn)
        .order_by_asc(plan::Column::Id)
        .limit(MOST);
    Ok(query.all(database.read()).await?)
}
