//! Rows by key, gathered per request: however many products of a page ask for their sources, one statement
//! answers all of them.

use std::{
    collections::{HashMap, HashSet},
    hash::Hash,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use async_graphql::dataloader::{DataLoader, Loader};
use futures::future::BoxFuture;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::{AdminUnitId, EventId, OrganisationId, PlanId, ProductId, SalePointId};
use uuid::Uuid;

use crate::{
    app::App,
    database::Database,
    entities::{
        admin_unit, admin_unit_successor, certificate, event, fact_source, organisation, product, source,
        star_decision,
    },
    error::Error,
    products::documents,
    search::ProductCard,
    statements,
};

/// What a failed batch tells every key of it; errors of the database can't be cloned.
pub(crate) type BatchError = Arc<Error>;
pub(crate) type Rows<K, V> = Result<HashMap<K, V>, BatchError>;

/// The loader of one request.
pub(crate) type RequestLoader = DataLoader<RowLoader>;

/// Reads rows by key.
pub(crate) struct RowLoader {
    app: Arc<App>,
}

impl RowLoader {
    /// Where the rows are.
    pub(crate) fn database(&self) -> &Database {
        &self.app.database
    }
}

/// How many keys a request has asked for so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked(Arc<AtomicUsize>);

impl Asked {
    /// Notes one more.
    pub(crate) fn one_more(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    /// Waits until nobody asks for more: only then does a batch hold the keys of all rows of a page.
    async fn settle(&self) {
        loop {
            let before = self.0.load(Ordering::Relaxed);
            tokio::time::sleep(TICK).await;
            if self.0.load(Ordering::Relaxed) == before {
                return;
            }
        }
    }
}

/// How long nobody must have asked for another key before a batch is read.
const TICK: Duration = Duration::from_millis(1);

/// A loader for one request.
pub(crate) fn for_request(app: &Arc<App>, asked: Asked) -> RequestLoader {
    let when_settled = move |batch: BoxFuture<'static, ()>| {
        let asked = asked.clone();
        tokio::spawn(statements::part_of_work(async move {
            asked.settle().await;
            batch.await;
        }))
    };
    DataLoader::new(RowLoader { app: app.clone() }, when_settled).delay(Duration::ZERO)
}

/// Key: the sources of one row.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct SourcesOf {
    entity: &'static str,
    id: Uuid,
}

macro_rules! sources_of {
    ($($id:ty => $table:literal),+ $(,)?) => {
        $(impl From<$id> for SourcesOf {
            fn from(id: $id) -> Self {
                Self { entity: $table, id: id.0 }
            }
        })+
    };
}
sources_of!(ProductId => "product", OrganisationId => "organisation", SalePointId => "sale_point",
    EventId => "event", PlanId => "plan");

/// Key: a published product as a result shows it, straight from the database.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct CardOf(pub(crate) ProductId);

/// Key: the ratings of a product.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct DecisionsOf(pub(crate) ProductId);

/// Key: the certificates of a product.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct CertificatesOf(pub(crate) ProductId);

/// Papers of a producer as such.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct MakersCertificatesOf(pub(crate) OrganisationId);

/// Key: the units of today that took over a unit's land.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct SuccessorsOf(pub(crate) AdminUnitId);

pub(crate) fn failed(error: sea_orm::DbErr) -> BatchError {
    Arc::new(Error::from(error))
}

pub(crate) fn group<K: Eq + Hash, V>(pairs: impl IntoIterator<Item = (K, V)>) -> HashMap<K, Vec<V>> {
    let mut groups: HashMap<K, Vec<V>> = HashMap::new();
    for (key, value) in pairs {
        groups.entry(key).or_default().push(value);
    }
    groups
}

impl Loader<AdminUnitId> for RowLoader {
    type Value = admin_unit::Model;
    type Error = BatchError;

    async fn load(&self, keys: &[AdminUnitId]) -> Rows<AdminUnitId, admin_unit::Model> {
        let query = admin_unit::Entity::find().filter(admin_unit::Column::Id.is_in(keys.iter().cloned()));
        let rows = query.all(self.app.database.read()).await.map_err(failed)?;
        Ok(rows.into_iter().map(|row| (row.id.clone(), row)).collect())
    }
}

impl Loader<SuccessorsOf> for RowLoader {
    type Value = Vec<admin_unit::Model>;
    type Error = BatchError;

    async fn load(&self, keys: &[SuccessorsOf]) -> Rows<SuccessorsOf, Vec<admin_unit::Model>> {
        let links = admin_unit_successor::Entity::find()
            .filter(admin_unit_successor::Column::UnitId.is_in(keys.iter().map(|key| key.0.clone())))
            .order_by_asc(admin_unit_successor::Column::Position)
            .all(self.app.database.read())
            .await
            .map_err(failed)?;
        let ids: Vec<AdminUnitId> = links.iter().map(|link| link.successor_id.clone()).collect();
        let units: HashMap<AdminUnitId, admin_unit::Model> = Loader::<AdminUnitId>::load(self, &ids).await?;
        let pairs = links
            .into_iter()
            .filter_map(|link| Some((SuccessorsOf(link.unit_id), units.get(&link.successor_id)?.clone())));
        Ok(group(pairs))
    }
}

impl Loader<OrganisationId> for RowLoader {
    type Value = Arc<organisation::Model>;
    type Error = BatchError;

    async fn load(&self, keys: &[OrganisationId]) -> Rows<OrganisationId, Arc<organisation::Model>> {
        let query = organisation::Entity::find().filter(organisation::Column::Id.is_in(keys.iter().copied()));
        let rows = query.all(self.app.database.read()).await.map_err(failed)?;
        Ok(rows.into_iter().map(|row| (row.id, Arc::new(row))).collect())
    }
}

impl Loader<ProductId> for RowLoader {
    type Value = Arc<product::Model>;
    type Error = BatchError;

    async fn load(&self, keys: &[ProductId]) -> Rows<ProductId, Arc<product::Model>> {
        let query = product::Entity::find().filter(product::Column::Id.is_in(keys.iter().copied()));
        let rows = query.all(self.app.database.read()).await.map_err(failed)?;
        Ok(rows.into_iter().map(|row| (row.id, Arc::new(row))).collect())
    }
}

impl Loader<CardOf> for RowLoader {
    type Value = Arc<ProductCard>;
    type Error = BatchError;

    async fn load(&self, keys: &[CardOf]) -> Rows<CardOf, Arc<ProductCard>> {
        let ids: Vec<ProductId> = keys.iter().map(|key| key.0).collect();
        let found = documents::of(&self.app.database, &self.app.labels(), &ids).await.map_err(Arc::new)?;
        Ok(found.into_iter().map(|document| (CardOf(document.card.id), Arc::new(document.card))).collect())
    }
}

impl Loader<EventId> for RowLoader {
    type Value = event::Model;
    type Error = BatchError;

    async fn load(&self, keys: &[EventId]) -> Rows<EventId, event::Model> {
        let query = event::Entity::find().filter(event::Column::Id.is_in(keys.iter().copied()));
        let rows = query.all(self.app.database.read()).await.map_err(failed)?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    }
}

impl Loader<DecisionsOf> for RowLoader {
    type Value = Vec<star_decision::Model>;
    type Error = BatchError;

    async fn load(&self, keys: &[DecisionsOf]) -> Rows<DecisionsOf, Vec<star_decision::Model>> {
        let rows = star_decision::Entity::find()
            .filter(star_decision::Column::ProductId.is_in(keys.iter().map(|key| key.0)))
            .order_by_asc(star_decision::Column::Id)
            .all(self.app.database.read())
            .await
            .map_err(failed)?;
        Ok(group(rows.into_iter().map(|row| (DecisionsOf(row.product_id), row))))
    }
}

impl Loader<CertificatesOf> for RowLoader {
    type Value = Vec<certificate::Model>;
    type Error = BatchError;

    async fn load(&self, keys: &[CertificatesOf]) -> Rows<CertificatesOf, Vec<certificate::Model>> {
        let rows = certificate::Entity::find()
            .filter(certificate::Column::ProductId.is_in(keys.iter().map(|key| key.0)))
            .order_by_asc(certificate::Column::Id)
            .all(self.app.database.read())
            .await
            .map_err(failed)?;
        Ok(group(rows.into_iter().filter_map(|row| Some((CertificatesOf(row.product_id?), row)))))
    }
}

impl Loader<MakersCertificatesOf> for RowLoader {
    type Value = Vec<certificate::Model>;
    type Error = BatchError;

    async fn load(
        &self,
        keys: &[MakersCertificatesOf],
    ) -> Rows<MakersCertificatesOf, Vec<certificate::Model>> {
        let rows = certificate::Entity::find()
            .filter(certificate::Column::OrganisationId.is_in(keys.iter().map(|key| key.0)))
            .order_by_asc(certificate::Column::Id)
            .all(self.app.database.read())
            .await
            .map_err(failed)?;
        let of = |row: certificate::Model| Some((MakersCertificatesOf(row.organisation_id?), row));
        Ok(group(rows.into_iter().filter_map(of)))
    }
}

impl Loader<SourcesOf> for RowLoader {
    type Value = Vec<source::Model>;
    type Error = BatchError;

    async fn load(&self, keys: &[SourcesOf]) -> Rows<SourcesOf, Vec<source::Model>> {
        // The table comes first in the primary key: without it the whole table would be read.
        let tables: HashSet<&str> = keys.iter().map(|key| key.entity).collect();
        let links = fact_source::Entity::find()
            .filter(fact_source::Column::Entity.is_in(tables))
            .filter(fact_source::Column::EntityId.is_in(keys.iter().map(|key| key.id)))
            .order_by_asc(fact_source::Column::Position)
            .all(self.app.database.read())
            .await
            .map_err(failed)?;
        let sources = source::Entity::find()
            .filter(source::Column::Id.is_in(links.iter().map(|link| link.source_id)))
            .all(self.app.database.read())
            .await
            .map_err(failed)?;
        let sources: HashMap<_, _> = sources.into_iter().map(|source| (source.id, source)).collect();
        // Ids are unique over all tables (UUIDv7), so the id alone finds the key it was asked with.
        let asked: HashMap<Uuid, SourcesOf> = keys.iter().map(|key| (key.id, *key)).collect();
        let pairs = links.into_iter().filter_map(|link| {
            let key = asked.get(&link.entity_id).filter(|key| key.entity == link.entity)?;
            Some((*key, sources.get(&link.source_id)?.clone()))
        });
        Ok(group(pairs))
    }
}
