//! Writing down the pairs of a plan in the place of those of the one before.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use shared::{NeedId, OrganisationId, ProductId, RoundId};

use crate::{
    bulk,
    changes::Write,
    entities::{need, product, round_need, round_pair},
    error::Result,
    numbers::int,
    rounds::{
        choosing::of_round,
        weighing::{Found, Planned},
    },
};

/// Pairs of which the names are read at once.
const AT_ONCE: usize = 1_000;

/// Writes pairs, and for each need how many it has or why none.
pub(super) async fn record(write: &Write, round: RoundId, found: &Found) -> Result<()> {
    let old = round_pair::Entity::delete_many().filter(round_pair::Column::RoundId.eq(round));
    old.exec(write.rows()).await?;
    for (chunk, some) in found.pairs.chunks(AT_ONCE).enumerate() {
        add(write, round, chunk * AT_ONCE, some).await?;
    }
    renew_needs(write, round, found).await
}

async fn add(write: &Write, round: RoundId, before: usize, pairs: &[Planned]) -> Result<()> {
    let retailers: HashMap<NeedId, OrganisationId> = need::Entity::find()
        .select_only()
        .columns([need::Column::Id, need::Column::OrganisationId])
        .filter(need::Column::Id.is_in(pairs.iter().map(|pair| pair.need)))
        .into_tuple::<(NeedId, OrganisationId)>()
        .all(write.rows())
        .await?
        .into_iter()
        .collect();
    let names: HashMap<ProductId, String> = product::Entity::find()
        .select_only()
        .columns([product::Column::Id, product::Column::Name])
        .filter(product::Column::Id.is_in(pairs.iter().map(|pair| pair.weighed.product)))
        .into_tuple::<(ProductId, String)>()
        .all(write.rows())
        .await?
        .into_iter()
        .collect();
    // What was deleted in the meantime is left out.
    let rows = pairs.iter().enumerate().filter_map(|(at, Planned { need, weighed, is_pinned })| {
        Some(round_pair::Model {
            round_id: round,
            number: int(before + at + 1),
            need_id: *need,
            product_id: weighed.product,
            producer_id: weighed.producer,
            retailer_id: *retailers.get(need)?,
            product_name: names.get(&weighed.product)?.clone(),
            score: int(weighed.score),
            is_pinned: *is_pinned,
            is_newcomer: weighed.is_newcomer,
            not_met: int(weighed.not_met),
            unknown: int(weighed.unknown),
            introduction_id: None,
            skipped: None,
        })
    });
    bulk::insert::<round_pair::Entity>(write.rows(), rows.collect()).await
}

async fn renew_needs(write: &Write, round: RoundId, found: &Found) -> Result<()> {
    let rows = of_round(write.rows(), round).await?;
    let old = round_need::Entity::delete_many().filter(round_need::Column::RoundId.eq(round));
    old.exec(write.rows()).await?;
    let renewed = |row: round_need::Model| {
        let unserved = found.unserved.get(&row.need_id).copied();
        round_need::Model {
            planned: found.served.get(&row.need_id).copied().unwrap_or_default(),
            unserved: unserved.map(|(why, ..)| why),
            full_products: unserved.map_or(0, |(_, products, _)| products),
            full_producers: unserved.map_or(0, |(.., producers)| producers),
            ..row
        }
    };
    bulk::insert::<round_need::Entity>(write.rows(), rows.into_iter().map(renewed).collect()).await
}
