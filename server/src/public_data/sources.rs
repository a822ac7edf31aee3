//! Where facts were read. A source is known by its citation: the address of a page, or the name of a document
//! or newspaper where no address is known.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::SourceId;
use uuid::Uuid;

use super::{compare::News, facts::Fact};
use crate::{
    bulk,
    changes::Write,
    entities::{fact_source, source},
    error::Result,
};

/// The day on which the pages cited in the files were read.
const READ_ON: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 11, 22);
/// Stands between two sources of one row.
const BETWEEN: &str = " ; ";

/// The sources of a row, in its order, none twice.
pub(super) fn citations(text: &str) -> Vec<String> {
    let mut seen = HashSet::new();
    let each = text.split(BETWEEN).map(str::trim).filter(|citation| !citation.is_empty());
    each.filter(|citation| seen.insert(*citation)).map(str::to_owned).collect()
}

/// The sources of rows of a table, as cited, in order.
pub(super) async fn of_rows(write: &Write, entity: &str, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<String>>> {
    let mut lists: HashMap<Uuid, Vec<String>> = HashMap::new();
    for ids in ids.chunks(bulk::BOUND_VALUES - 1) {
        let links = fact_source::Entity::find()
            .filter(fact_source::Column::Entity.eq(entity))
            .filter(fact_source::Column::EntityId.is_in(ids.iter().copied()))
            .order_by_asc(fact_source::Column::Position)
            .all(write.rows())
            .await?;
        let sources: HashSet<SourceId> = links.iter().map(|link| link.source_id).collect();
        let of_links = source::Column::Id.is_in(sources);
        let sources = source::Entity::find().filter(of_links).all(write.rows()).await?;
        let citations: HashMap<SourceId, String> =
            sources.into_iter().map(|source| (source.id, source.citation)).collect();
        for link in links {
            let citation = citations.get(&link.source_id).cloned();
            lists.entry(link.entity_id).or_default().extend(citation);
        }
    }
    Ok(lists)
}

/// The ids of citations; those not known yet are added.
async fn register(write: &Write, citations: BTreeSet<&str>) -> Result<HashMap<String, SourceId>> {
    let citations: Vec<&str> = citations.into_iter().collect();
    let mut ids = HashMap::new();
    for some in citations.chunks(bulk::BOUND_VALUES) {
        let cited = source::Column::Citation.is_in(some.iter().copied());
        let known = source::Entity::find().filter(cited).all(write.rows()).await?;
        ids.extend(known.into_iter().map(|source| (source.citation, source.id)));
    }
    let mut added = Vec::new();
    for citation in citations.into_iter().filter(|citation| !ids.contains_key(*citation)) {
        let is_address = citation.starts_with("http://") || citation.starts_with("https://");
        let citation = citation.to_owned();
        let url = is_address.then(|| citation.clone());
        added.push(source::Model { id: SourceId::new(), citation, url, read_on: READ_ON });
    }
    ids.extend(added.iter().map(|source| (source.citation.clone(), source.id)));
    bulk::insert::<source::Entity>(write.rows(), added).await?;
    Ok(ids)
}

/// Links the new rows of a table with their sources, and changed ones with theirs of now.
pub(super) async fn link<M: Fact>(write: &Write, news: &News<M>) -> Result<()> {
    let entity = M::ENTITY;
    let changed = news.updated.iter().filter(|(wanted, known)| wanted.extra.sources != known.extra.sources);
    let changed: Vec<_> = changed.map(|(wanted, _)| wanted).collect();
    let changed_ids: Vec<Uuid> = changed.iter().map(|wanted| wanted.row.id()).collect();
    for some in changed_ids.chunks(bulk::BOUND_VALUES - 1) {
        fact_source::Entity::delete_many()
            .filter(fact_source::Column::Entity.eq(entity))
            .filter(fact_source::Column::EntityId.is_in(some.iter().copied()))
            .exec(write.rows())
            .await?;
    }
    let linked = || news.created.iter().chain(changed.iter().copied());
    let cited = linked().flat_map(|wanted| wanted.extra.sources.iter().map(String::as_str));
    let ids = register(write, cited.collect()).await?;
    let mut links = Vec::new();
    for wanted in linked() {
        let sources = wanted.extra.sources.iter().filter_map(|citation| ids.get(citation));
        links.extend(sources.zip(0..).map(|(source_id, position)| fact_source::Model {
            entity: entity.to_owned(),
            entity_id: wanted.row.id(),
            source_id: *source_id,
            position,
        }));
    }
    bulk::insert::<fact_source::Entity>(write.rows(), links).await
}

#[cfg(test)]
mod tests {
    use super::citations;

    #[test]
    fn two_sources_are_two_and_a_semicolon_in_an_address_is_part_of_it() {
        let text = "https://a.vn/x;y ; bản lưu báo chí (chưa có địa chỉ gốc) ; https://a.vn/x;y";

        assert_eq!(citations(text), ["https://a.vn/x;y", "bản lưu báo chí (chưa có địa chỉ gốc)"]);
        assert!(citations("").is_empty());
    }
}
