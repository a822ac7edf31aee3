//! Which agreement two who met have: the one that was noted then, or, where nothing came of that, the latest that their
//! introduction has led to since.

use std::borrow::Borrow;

use chrono::Utc;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::{AgreementId, AgreementStatus, IntroductionId, TradeParty};

use super::{
    case::knows,
    stated::{Stated, with_versions},
};
use crate::{
    entities::agreement::{Column, Entity},
    error::Result,
};

/// Whether nothing came of an agreement: it was declined, taken back or not confirmed in time.
pub(crate) fn came_to_nothing(stated: &Stated) -> bool {
    use AgreementStatus::{Declined, Lapsed, Withdrawn};
    matches!(stated.row.status, Declined | Lapsed | Withdrawn)
}

/// Of some, the latest first, the one that counts: the latest of which something came or may come, or else the latest.
pub(crate) fn that_counts<T: Borrow<Stated>>(mut some: Vec<T>) -> Option<T> {
    let standing = some.iter().position(|one| !came_to_nothing(one.borrow()));
    (!some.is_empty()).then(|| some.swap_remove(standing.unwrap_or_default()))
}

/// The agreement of an introduction that counts where one was noted; nothing where the party knows of none that still may
/// come to something.
pub(crate) async fn standing(
    rows: &impl ConnectionTrait,
    introduction: IntroductionId,
    noted: AgreementId,
    party: TradeParty,
) -> Result<Option<AgreementId>> {
    let since = Entity::find()
        .filter(Column::IntroductionId.eq(introduction))
        .filter(Column::Id.gte(noted))
        .order_by_desc(Column::Id)
        .all(rows)
        .await?;
    let mut since = with_versions(rows, since, Utc::now()).await?;
    if since.iter().any(|one| one.row.id == noted && !came_to_nothing(one)) {
        return Ok(Some(noted));
    }
    since.retain(|one| knows(&[party], one.is_private(), one.version.written_by));
    Ok(that_counts(since).filter(|one| !came_to_nothing(one)).map(|one| one.row.id))
}
