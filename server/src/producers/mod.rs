//! Producers (chủ thể OCOP): who makes the products.

pub mod graphql;

use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    Select,
};
use shared::{AdminUnitId, LegalForm, OrganisationId};

use crate::{database::Database, entities::organisation, error::Result};

/// Place of a producer in the order of names.
pub type Key = (String, OrganisationId);

/// Which producers; an empty list asks for nothing.
#[derive(Clone, Debug, Default)]
pub struct Producers {
    /// In any of these provinces of today.
    pub provinces: Vec<AdminUnitId>,
    /// In any of these provinces until 30 June 2025.
    pub former_provinces: Vec<AdminUnitId>,
    /// Of any of these legal forms.
    pub legal_forms: Vec<LegalForm>,
}

impl Producers {
    fn filtered(&self) -> Select<organisation::Entity> {
        let mut condition = Condition::all()
            .add(organisation::Column::IsProducer.eq(true))
            .add(organisation::Column::ListedAt.is_not_null());
        if !self.provinces.is_empty() {
            condition = condition.add(organisation::Column::ProvinceId.is_in(self.provinces.iter().cloned()));
        }
        if !self.former_provinces.is_empty() {
            let former = organisation::Column::FormerProvinceId.is_in(self.former_provinces.iter().cloned());
            condition = condition.add(former);
        }
        if !self.legal_forms.is_empty() {
            condition =
                condition.add(organisation::Column::LegalForm.is_in(self.legal_forms.iter().copied()));
        }
        organisation::Entity::find().filter(condition)
    }

    /// Up to `limit` producers after a place in the order of names.
    pub async fn list(
        &self,
        database: &Database,
        after: Option<Key>,
        limit: usize,
    ) -> Result<Vec<organisation::Model>> {
        let mut query = self.filtered();
        if let Some((sort_key, id)) = after {
            let same_name = organisation::Column::SortKey.eq(&sort_key).and(organisation::Column::Id.gt(id));
            query = query.filter(organisation::Column::SortKey.gt(sort_key).or(same_name));
        }
        let query = query
            .order_by_asc(organisation::Column::SortKey)
            .order_by_asc(organisation::Column::Id)
            .limit(limit as u64);
        Ok(query.all(database.read()).await?)
    }

    /// How many producers there are.
    pub async fn count(&self, database: &Database) -> Result<u64> {
        Ok(self.filtered().count(database.read()).await?)
    }

    /// The accepted ones among some ids.
    pub async fn among(
        &self,
        database: &Database,
        ids: &[OrganisationId],
    ) -> Result<Vec<organisation::Model>> {
        let query = self.filtered().filter(organisation::Column::Id.is_in(ids.iter().copied()));
        Ok(query.all(database.read()).await?)
    }
}
