//! Taking back what was proposed and not answered yet.

use std::sync::Arc;

use chrono::Utc;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use serde_json::json;
use shared::{IntroductionAction, IntroductionId, NotificationKind, Problem, TradeParty};

use super::case::Case;
use crate::{
    accounts::SignedIn,
    app::App,
    changes::{Line, Write},
    entities::introduction,
    error::Result,
    forms,
    notifications::{self, About, News},
};

/// Takes it back: the side that proposed it, or staff.
pub(super) async fn withdraw(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: IntroductionId,
) -> Result<introduction::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let case = Case::lock(write.rows(), somebody, id).await?;
    let (row, party) = (&case.row, proposing_party(&case, somebody));
    let status = row.status.after(IntroductionAction::Withdraw, party, row.proposed_by);
    let status = status.ok_or_else(|| forms::wrong("id", Problem::NotPossibleNow))?;
    let (now, before) = (Utc::now(), row.status);
    let withdrawn = introduction::Model { status, settled_at: Some(now), moved_at: now, ..case.row };
    introduction::Entity::update(withdrawn.clone().into_active_model().reset_all())
        .exec(write.rows())
        .await?;
    let line = Line::of("introduction", id, "withdrawn");
    write.record(line.with(Some(json!({ "status": before })), Some(json!({ "status": status }))));
    let by = Some((somebody.account_id, party));
    let news = News { about: About::Introduction(&withdrawn), kind: NotificationKind::Withdrawn, by };
    notifications::tell(app, &write, &[news]).await?;
    write.commit().await?;
    Ok(withdrawn)
}

/// As what somebody may withdraw it: whoever belongs to the side that proposed it does so for that side.
fn proposing_party(case: &Case, somebody: &SignedIn) -> TradeParty {
    let own = case.organisation(case.row.proposed_by);
    if own.is_some_and(|own| somebody.role_in(own).is_some()) {
        return case.row.proposed_by;
    }
    let is_staff = somebody.is_staff_for(&case.retailer) || somebody.is_staff_for(&case.producer);
    if is_staff { TradeParty::Staff } else { case.party(somebody) }
}
