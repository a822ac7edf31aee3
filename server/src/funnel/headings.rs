//! Under which heading a row stands, and how that is called.

use std::collections::HashMap;

use chrono::Datelike;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use shared::{AdminUnitId, EventId, FunnelBy, OrganisationId, ProductId};

use super::counting::Row;
use crate::{
    bulk,
    entities::{event, organisation, product},
    error::Result,
    labels::Labels,
};

/// An organisation as a heading.
#[derive(Clone, Debug)]
struct Side {
    name: String,
    province: Option<AdminUnitId>,
    former_province: Option<AdminUnitId>,
}

/// What the headings of some rows rest on.
#[derive(Debug, Default)]
pub(super) struct Headings {
    sides: HashMap<OrganisationId, Side>,
    groups: HashMap<ProductId, String>,
    events: HashMap<EventId, String>,
}

type SideRow = (OrganisationId, String, Option<AdminUnitId>, Option<AdminUnitId>);

impl Headings {
    /// Reads what the headings of some rows rest on, in a statement for each ten thousands of them and kind.
    pub(super) async fn of(connection: &impl ConnectionTrait, rows: &[Row]) -> Result<Self> {
        let mut headings = Self::default();
        for some in
            distinct(rows.iter().flat_map(|row| [row.retailer, row.producer])).chunks(bulk::BOUND_VALUES)
        {
            use organisation::Column;
            let sides: Vec<SideRow> = organisation::Entity::find()
                .select_only()
                .columns([Column::Id, Column::Name, Column::ProvinceId, Column::FormerProvinceId])
                .filter(Column::Id.is_in(some.iter().copied()))
                .into_tuple()
                .all(connection)
                .await?;
            headings.sides.extend(
                sides.into_iter().map(|(id, name, province, former_province)| {
                    (id, Side { name, province, former_province })
                }),
            );
        }
        for some in distinct(rows.iter().filter_map(|row| row.product)).chunks(bulk::BOUND_VALUES) {
            let groups: Vec<(ProductId, String)> = product::Entity::find()
                .select_only()
                .columns([product::Column::Id, product::Column::GroupCode])
                .filter(product::Column::Id.is_in(some.iter().copied()))
                .into_tuple()
                .all(connection)
                .await?;
            headings.groups.extend(groups);
        }
        for some in distinct(rows.iter().filter_map(|row| row.event)).chunks(bulk::BOUND_VALUES) {
            let events: Vec<(EventId, String)> = event::Entity::find()
                .select_only()
                .columns([event::Column::Id, event::Column::Name])
                .filter(event::Column::Id.is_in(some.iter().copied()))
                .into_tuple()
                .all(connection)
                .await?;
            headings.events.extend(events);
        }
        Ok(headings)
    }

    /// The name of an organisation.
    pub(super) fn name(&self, id: OrganisationId) -> String {
        self.sides.get(&id).map(|side| side.name.clone()).unwrap_or_default()
    }

    /// Under which heading a row stands; empty where nothing is known.
    pub(super) fn key(&self, by: FunnelBy, row: &Row, labels: &Labels) -> String {
        let producer = self.sides.get(&row.producer);
        let key = match by {
            FunnelBy::Event => row.event.map(|id| id.to_string()),
            FunnelBy::Province => producer.and_then(|side| side.province.as_ref()).map(|id| id.0.clone()),
            FunnelBy::FormerProvince => {
                producer.and_then(|side| side.former_province.as_ref()).map(|id| id.0.clone())
            }
            FunnelBy::Group => row.product.and_then(|id| {
                labels.group_and_above(self.groups.get(&id)?).last().map(|group| group.code.clone())
            }),
            FunnelBy::Year => Some(row.began_on.year().to_string()),
            FunnelBy::Retailer => Some(row.retailer.to_string()),
            FunnelBy::Producer => Some(row.producer.to_string()),
        };
        key.unwrap_or_default()
    }

    /// How a heading is called.
    pub(super) fn label(&self, by: FunnelBy, key: &str, labels: &Labels) -> Option<String> {
        match by {
            FunnelBy::Event => self.events.get(&key.parse().ok()?).cloned(),
            FunnelBy::Province | FunnelBy::FormerProvince => {
                labels.province_of(&AdminUnitId(key.to_owned())).map(|unit| unit.short_name.clone())
            }
            FunnelBy::Group => labels.group(key).map(|group| group.name_vi.clone()),
            FunnelBy::Year => Some(key.to_owned()),
            FunnelBy::Retailer | FunnelBy::Producer => {
                self.sides.get(&key.parse().ok()?).map(|side| side.name.clone())
            }
        }
    }
}

fn distinct<T: Copy + Ord>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut all: Vec<T> = all.collect();
    all.sort_unstable();
    all.dedup();
    all
}
