//! An agreement that follows another one of the same sides: for the time after it, or instead of it. It begins as a draft
//! that says the same.

use std::sync::Arc;

use chrono::Days;
use sea_orm::{ColumnTrait, Condition};
use shared::{AgreementAction, AgreementFollows, AgreementId, AgreementStatus};

use super::{
    case::Case,
    drafting::{self, Origin},
    lines::{self, Goods},
    prefilled::year_after,
    stated::Stated,
    terms::Terms,
};
use crate::{accounts::SignedIn, app::App, changes::Write, entities::agreement, error::Result};

/// Drafts it. Who asks again finds the draft that they have begun.
pub(super) async fn follow(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: AgreementId,
    how: AgreementFollows,
    as_producer: Option<bool>,
) -> Result<Stated> {
    let action = match how {
        AgreementFollows::Renewal => AgreementAction::Renew,
        AgreementFollows::Amendment => AgreementAction::Amend,
    };
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let case = Case::lock(write.rows(), somebody, id).await?;
    let (party, _) = case.acting(somebody, action, as_producer)?;
    let same = Condition::all()
        .add(agreement::Column::FollowsId.eq(id))
        .add(agreement::Column::FollowsAs.eq(how))
        .add(agreement::Column::Status.eq(AgreementStatus::Draft));
    if let Some(begun) = drafting::begun(write.rows(), same, party).await? {
        return Ok(begun);
    }
    let goods =
        lines::of(write.rows(), id, case.version.number).await?.into_iter().map(Goods::from).collect();
    let mut terms = Terms::of(&case.row, &case.version, goods);
    if how == AgreementFollows::Renewal {
        terms.starts_on = terms.ends_on.and_then(|day| day.checked_add_days(Days::new(1)));
        terms.ends_on = terms.starts_on.and_then(year_after);
        // Where the next one is agreed is not known yet.
        terms.event_id = None;
    }
    let origin = Origin {
        retailer: case.row.retailer_id,
        producer: case.row.producer_id,
        introduction: case.row.introduction_id,
        follows: Some((id, how)),
    };
    let draft = drafting::add(&mut write, somebody, party, origin, &terms).await?;
    write.commit().await?;
    Ok(draft)
}
