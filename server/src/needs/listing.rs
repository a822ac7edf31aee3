//! Needs that somebody may read, the newest first.

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    Select, sea_query::SimpleExpr,
};
use shared::{NeedId, NeedStatus, NeedVisibility, OrganisationId, limits};

use super::open::is_open;
use crate::{
    accounts::{SignedIn, Viewer},
    database::Database,
    entities::{need, need_group, product},
    error::{Error, Result},
    labels::Labels,
    organisations,
};

/// Which needs.
#[derive(Clone, Debug, Default)]
pub(super) struct Wanted {
    /// Of this retailer; with it also drafts and closed ones, for its own people.
    pub(super) organisation: Option<OrganisationId>,
    /// About these groups or those above or below them; nothing asks for all.
    pub(super) groups: Option<Vec<String>>,
    /// Of these statuses; open ones unless said.
    pub(super) statuses: Vec<NeedStatus>,
}

/// Who reads.
pub(super) struct Reader<'a> {
    pub(super) viewer: &'a Viewer,
    pub(super) today: NaiveDate,
}

impl Wanted {
    fn filtered(&self, reader: &Reader<'_>) -> Select<need::Entity> {
        let mut query = need::Entity::find().filter(readable(reader));
        let statuses = if self.statuses.is_empty() { vec![NeedStatus::Open] } else { self.statuses.clone() };
        query = query.filter(need::Column::Status.is_in(statuses));
        if let Some(organisation) = self.organisation {
            query = query.filter(need::Column::OrganisationId.eq(organisation));
        }
        if let Some(codes) = &self.groups {
            query = query.filter(about_any(codes));
        }
        query
    }

    /// Up to `limit` needs after one.
    pub(super) async fn list(
        &self,
        database: &Database,
        reader: &Reader<'_>,
        after: Option<NeedId>,
        limit: usize,
    ) -> Result<Vec<need::Model>> {
        let mut query = self.filtered(reader);
        if let Some(after) = after {
            query = query.filter(need::Column::Id.lt(after));
        }
        Ok(query.order_by_desc(need::Column::Id).limit(limit as u64).all(database.read()).await?)
    }

    /// How many there are.
    pub(super) async fn count(&self, database: &Database, reader: &Reader<'_>) -> Result<u64> {
        Ok(self.filtered(reader).count(database.read()).await?)
    }
}

/// What somebody may read: the own ones, open ones that are for them and not past their day, and for staff all of their
/// retailers that are no drafts.
fn readable(reader: &Reader<'_>) -> Condition {
    let mut for_them = is_open(reader.today);
    let reads_for_producers = reader.viewer.signed_in().is_ok_and(SignedIn::is_verified_producer);
    if !reads_for_producers {
        for_them = for_them.add(need::Column::Visibility.eq(NeedVisibility::Public));
    }
    let mut any = Condition::any().add(for_them);
    let Ok(somebody) = reader.viewer.signed_in() else { return any };
    any = any.add(need::Column::OrganisationId.is_in(somebody.organisations()));
    if let Some(units) = somebody.units_of_staff() {
        let theirs = organisations::looked_after(units).into_query();
        let of_theirs = need::Column::OrganisationId.in_subquery(theirs);
        any = any.add(Condition::all().add(need::Column::Status.ne(NeedStatus::Draft)).add(of_theirs));
    }
    any
}

/// The groups of what a producer makes, with those above them: needs are about any of these.
pub(super) async fn groups_touched(
    database: &Database,
    labels: &Labels,
    producer: OrganisationId,
) -> Result<Vec<String>> {
    let own: Vec<String> = product::Entity::find()
        .select_only()
        .column(product::Column::GroupCode)
        .distinct()
        .filter(product::Column::ProducerId.eq(producer))
        .into_tuple()
        .all(database.read())
        .await?;
    Ok(with_relatives(labels, &own))
}

/// Rows that are about any of some groups.
pub(super) fn about_any(codes: &[String]) -> SimpleExpr {
    let about = need_group::Entity::find()
        .select_only()
        .column(need_group::Column::NeedId)
        .filter(need_group::Column::GroupCode.is_in(codes.iter().cloned()))
        .into_query();
    need::Column::Id.in_subquery(about)
}

/// The groups that are meant where somebody names some: these with those above and below them. `field` names the argument
/// when one of them is none.
pub(crate) fn groups_meant(labels: &Labels, codes: &[String], field: &str) -> Result<Vec<String>> {
    if codes.len() > limits::FILTER_VALUES || codes.iter().any(|code| labels.group(code).is_none()) {
        return Err(Error::bad_input(field, "no such group"));
    }
    Ok(with_relatives(labels, codes))
}

/// Groups with those above and below them.
fn with_relatives(labels: &Labels, codes: &[String]) -> Vec<String> {
    let mut found: Vec<String> =
        codes.iter().flat_map(|code| labels.group_and_above(code).map(|group| group.code.clone())).collect();
    found.extend(labels.groups_in(codes).map(|group| group.code.clone()));
    found.sort();
    found.dedup();
    found
}
