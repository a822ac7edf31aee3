//! A row that came from a file, as the file has it and as the database has it.

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, ModelTrait, QueryFilter, prelude::Json,
};
use serde_json::json;
use shared::PartialDate;
use uuid::Uuid;

use crate::{
    bulk,
    entities::{event, organisation, plan, product, sale_point},
    error::Result,
};

/// A row that came from a file.
pub(super) trait Fact: ModelTrait + FromQueryResult + Clone {
    /// The name of the table.
    const ENTITY: &'static str;
    /// The column of the origin key.
    const ORIGIN_KEY: <Self::Entity as EntityTrait>::Column;
    fn id(&self) -> Uuid;
    fn version(&self) -> i32;
    fn origin_key(&self) -> Option<&str>;
    fn origin_digest(&self) -> Option<&str>;
    fn set_digest(&mut self, digest: String);
    /// Becomes a newer form of a row: what a load does not change is taken from it.
    fn replace(&mut self, known: &Self);
}

macro_rules! fact {
    ($module:ident keeps $($kept:ident)+) => {
        impl Fact for $module::Model {
            const ENTITY: &'static str = stringify!($module);
            const ORIGIN_KEY: $module::Column = $module::Column::OriginKey;

            fn id(&self) -> Uuid {
                self.id.0
            }

            fn version(&self) -> i32 {
                self.version
            }

            fn origin_key(&self) -> Option<&str> {
                self.origin_key.as_deref()
            }

            fn origin_digest(&self) -> Option<&str> {
                self.origin_digest.as_deref()
            }

            fn set_digest(&mut self, digest: String) {
                self.origin_digest = Some(digest);
            }

            fn replace(&mut self, known: &Self) {
                $(self.$kept = known.$kept.clone();)+
            }
        }
    };
}

fact!(organisation keeps id created_at version verified_at listed_at);
fact!(product keeps id created_at version published_at);
fact!(sale_point keeps id created_at version);
fact!(event keeps id created_at version);
fact!(plan keeps id created_at version);

/// What belongs to a fact beside its row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Extra {
    /// Where it was read, as cited.
    pub(super) sources: Vec<String>,
    /// What a product was rated.
    pub(super) rating: Option<Rating>,
}

/// A rating as the files know it: stars and at best a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rating {
    pub(super) stars: i32,
    pub(super) signed_on: Option<PartialDate>,
}

impl Extra {
    /// As the log shows it among the columns.
    pub(super) fn content(&self) -> impl Iterator<Item = (String, Json)> {
        let stars = self.rating.map(|rating| rating.stars);
        let signed_on = self.rating.and_then(|rating| rating.signed_on);
        [("sources", json!(self.sources)), ("stars", json!(stars)), ("stars_signed_on", json!(signed_on))]
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
    }
}

/// A fact as the file has it, with the line it stands on.
#[derive(Clone, Debug)]
pub(super) struct Wanted<M> {
    pub(super) line: u64,
    pub(super) row: M,
    pub(super) extra: Extra,
}

/// A fact as the database has it.
#[derive(Clone, Debug)]
pub(super) struct Known<M> {
    pub(super) row: M,
    pub(super) extra: Extra,
    /// A person has added something to it that is not in the row itself.
    pub(super) has_more: bool,
}

/// The rows with these origin keys.
pub(super) async fn find<M>(connection: &impl ConnectionTrait, wanted: &[Wanted<M>]) -> Result<Vec<M>>
where
    M: Fact,
    M::Entity: EntityTrait<Model = M>,
{
    let keys: Vec<&str> = wanted.iter().filter_map(|wanted| wanted.row.origin_key()).collect();
    let mut rows = Vec::new();
    for keys in keys.chunks(bulk::BOUND_VALUES) {
        let of_keys = M::ORIGIN_KEY.is_in(keys.iter().copied());
        rows.extend(M::Entity::find().filter(of_keys).all(connection).await?);
    }
    Ok(rows)
}
