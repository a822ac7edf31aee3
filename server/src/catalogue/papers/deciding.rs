//! Staff say whether a paper is what it says. Who entered it gets a mail, a refusal has its reason.

use std::sync::Arc;

use chrono::Utc;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};
use serde_json::json;
use shared::{AccountId, CertificateId, Problem, StarDecisionId, limits};

use super::{Entered, certificates, owner::Owner, star_decisions};
use crate::{
    accounts::SignedIn,
    app::App,
    changes::Write,
    entities::{account, certificate, membership, star_decision},
    error::{Error, Result},
    forms::{self, Form},
    mail::{self, letters},
};

/// What staff say: that it is right, or why not.
pub(super) enum Verdict {
    Confirmed,
    Refused(String),
}

impl Verdict {
    /// A refusal; it must say why.
    pub(super) fn refused(reason: &str) -> Result<Self> {
        let mut form = Form::default();
        let reason = form.optional_text("reason", Some(reason), limits::TEXT_CHARS);
        if reason.is_none() {
            form.wrong("reason", Problem::Missing);
        }
        form.finish()?;
        Ok(reason.map_or(Self::Confirmed, Self::Refused))
    }

    fn reason(&self) -> Option<&str> {
        match self {
            Self::Confirmed => None,
            Self::Refused(reason) => Some(reason),
        }
    }
}

/// A paper on which staff decide.
trait Judged: Entered + Sized {
    /// The row with what staff say of it.
    type Row;

    /// Counts its changes.
    fn version(&self) -> i32;
    /// The row with what somebody says of it.
    fn judged(self, verdict: &Verdict, by: AccountId) -> Self::Row;

    /// Fails unless a verdict is possible and speaks of what is there. What waits is confirmed or refused; what was
    /// confirmed by mistake is refused later.
    fn require_open(&self, verdict: &Verdict, version: i32, thing: &'static str) -> Result<()> {
        let is_open = match verdict {
            Verdict::Confirmed => self.waits(),
            Verdict::Refused(_) => self.was_entered_here() && !self.is_refused(),
        };
        if !is_open {
            return Err(forms::wrong("id", Problem::NotPossibleNow));
        }
        if self.version() == version { Ok(()) } else { Err(Error::Conflict(thing)) }
    }

    /// Which of these a verdict comes to: confirmed, taken back after that, refused at once.
    fn action(&self, verdict: &Verdict, actions: [&'static str; 3]) -> &'static str {
        match (verdict, self.counts()) {
            (Verdict::Confirmed, _) => actions[0],
            (Verdict::Refused(_), true) => actions[1],
            (Verdict::Refused(_), false) => actions[2],
        }
    }
}

macro_rules! judged {
    ($($table:ident),+) => {$(
        impl Judged for $table::Model {
            type Row = $table::ActiveModel;

            fn version(&self) -> i32 {
                self.version
            }

            fn judged(self, verdict: &Verdict, by: AccountId) -> Self::Row {
                let (now, is_right) = (Utc::now(), matches!(verdict, Verdict::Confirmed));
                let version = self.version;
                let mut row = self.into_active_model();
                row.confirmed_by = Set(is_right.then_some(by));
                row.confirmed_at = Set(is_right.then_some(now));
                row.refused_at = Set((!is_right).then_some(now));
                row.refused_because = Set(verdict.reason().map(str::to_owned));
                row.version = Set(version + 1);
                row
            }
        }
    )+};
}
judged!(certificate, star_decision);

/// Decides on a certificate as somebody has read it.
pub(super) async fn on_certificate(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: CertificateId,
    version: i32,
    verdict: Verdict,
) -> Result<certificate::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let paper = certificates::require(write.rows(), id).await?;
    let (product, organisation, entered_by) = (paper.product_id, paper.organisation_id, paper.entered_by);
    let owner = Owner::for_staff(write.rows(), somebody, product, organisation, entered_by).await?;
    paper.require_open(&verdict, version, "certificate")?;
    let kind = app.labels().certificate_kind(&paper.kind_code).map(|kind| kind.name_vi.clone());
    let name = [kind.as_deref().unwrap_or_default(), paper.number.as_deref().unwrap_or_default()].join(" ");
    let action = paper.action(&verdict, ["paper_confirmed", "paper_taken_back", "paper_refused"]);
    let paper = paper.judged(&verdict, somebody.account_id).update(write.rows()).await?;
    // What is said to the one who entered it stands with the paper, and not in the log.
    let what = json!({ "certificate": id });
    owner.date(&write).await?;
    write.record(owner.line(action).with(None, Some(what)));
    tell(app, &write, entered_by, &owner, name.trim(), &verdict).await?;
    app.commit(write).await?;
    Ok(paper)
}

/// Decides on a decision about stars as somebody has read it.
pub(super) async fn on_star_decision(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: StarDecisionId,
    version: i32,
    verdict: Verdict,
) -> Result<star_decision::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let decision = star_decisions::require(write.rows(), id).await?;
    let (product, entered_by) = (Some(decision.product_id), decision.entered_by);
    let owner = Owner::for_staff(write.rows(), somebody, product, None, entered_by).await?;
    decision.require_open(&verdict, version, "star decision")?;
    let name = format!("OCOP {}", decision.number.as_deref().unwrap_or_default());
    let action = decision.action(&verdict, ["stars_confirmed", "stars_taken_back", "stars_refused"]);
    let decision = decision.judged(&verdict, somebody.account_id).update(write.rows()).await?;
    let what = json!({ "star_decision": id });
    owner.date(&write).await?;
    write.record(owner.line(action).with(None, Some(what)));
    tell(app, &write, entered_by, &owner, &name, &verdict).await?;
    app.commit(write).await?;
    Ok(decision)
}

/// Writes to who entered the paper, as long as they act for its owner.
async fn tell(
    app: &App,
    write: &Write,
    entered_by: Option<AccountId>,
    owner: &Owner,
    paper: &str,
    verdict: &Verdict,
) -> Result<()> {
    let Some(id) = entered_by else { return Ok(()) };
    let reachable = account::Entity::find_by_id(id).filter(account::Column::DisabledAt.is_null());
    let acts_for_it = membership::Entity::find_by_id((id, owner.organisation.id)).one(write.rows()).await?;
    let Some(account) = reachable.one(write.rows()).await?.filter(|_| acts_for_it.is_some()) else {
        return Ok(());
    };
    let link = app.config.address_of(&owner.address());
    let letter = letters::paper_decided(paper, owner.name(), verdict.reason(), &link);
    mail::post(write, &account.email, letter).await
}
