//! Verified organisations by words of their names, for staff.

use std::collections::HashMap;

use async_graphql::{ID, SimpleObject};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shared::{OrganisationId, limits, text::fold};

use crate::{
    database::Database,
    entities::organisation,
    error::{Error, Result},
    labels::Labels,
};

/// A verified organisation by its name; nothing that is not for everybody.
#[derive(SimpleObject)]
pub struct NamedOrganisation {
    /// Its id.
    id: ID,
    /// Its whole name.
    name: String,
    /// Name of the province of today.
    province: Option<String>,
    /// Whether it makes OCOP goods.
    is_producer: bool,
    /// Whether it sells or buys goods.
    is_retailer: bool,
}

impl NamedOrganisation {
    pub(super) fn new(row: organisation::Model, labels: &Labels) -> Self {
        let province = row.province_id.as_ref().and_then(|unit| labels.province_of(unit));
        Self {
            id: row.id.into(),
            province: province.map(|unit| unit.short_name.clone()),
            name: row.name,
            is_producer: row.is_producer,
            is_retailer: row.is_retailer,
        }
    }
}

/// Up to `first` organisations whose names hold all words, by name. Names are compared here and not in the database, which
/// does not know that "hop tac" is "Hợp tác"; there are some thousand verified ones at most.
pub(super) async fn find(database: &Database, text: &str, first: usize) -> Result<Vec<organisation::Model>> {
    if text.chars().count() > limits::SEARCH_CHARS {
        return Err(Error::bad_input("search", "too long"));
    }
    let text = fold(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let names: Vec<(OrganisationId, String)> = organisation::Entity::find()
        .select_only()
        .columns([organisation::Column::Id, organisation::Column::Name])
        .filter(organisation::Column::VerifiedAt.is_not_null())
        .order_by_asc(organisation::Column::SortKey)
        .into_tuple()
        .all(database.read())
        .await?;
    let holds_all = |name: &str| {
        let name = fold(name);
        words.iter().all(|word| name.split_whitespace().any(|part| part.starts_with(word)))
    };
    let ids: Vec<OrganisationId> =
        names.into_iter().filter(|(_, name)| holds_all(name)).map(|(id, _)| id).take(first).collect();
    let rows = organisation::Entity::find().filter(organisation::Column::Id.is_in(ids.iter().copied()));
    let rows = rows.all(database.read()).await?;
    let mut rows: HashMap<OrganisationId, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    Ok(ids.iter().filter_map(|id| rows.remove(id)).collect())
}
