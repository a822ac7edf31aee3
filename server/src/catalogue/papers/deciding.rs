//! Staff say whether a paper is what it says. Who entered it gets a mail, a refusal has its reason.

use std::sync::Arc;

use chrono::{DateTime, Utc};
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

/// The columns in which a verdict is kept.
struct Decided {
    confirmed_by: Option<AccountId>,
    confirmed_at: Option<DateTime<Utc>>,
    refused_at: Option<DateTime<Utc>>,
    refused_because: Option<String>,
}

impl Decided {
    fn new(verdict: &Verdict, by: AccountId) -> Self {
        let (now, is_right) = (Utc::now(), matches!(verdict, Verdict::Confirmed));
        Self {
            confirmed_by: is_right.then_some(by),
            confirmed_at: is_right.then_some(now),
            refused_at: (!is_right).then_some(now),
            refused_because: verdict.reason().map(str::to_owned),
        }
    }
}

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
    require_open(&paper, &verdict)?;
    if paper.version != version {
        return Err(Error::Conflict("certificate"));
    }
    let kind = app.labels().certificate_kind(&paper.kind_code).map(|kind| kind.name_vi.clone());
    let name = [kind.as_deref().unwrap_or_default(), paper.number.as_deref().unwrap_or_default()].join(" ");
    let (decided, had_counted) = (Decided::new(&verdict, somebody.account_id), paper.counts());
    let mut row = paper.into_active_model();
    row.confirmed_by = Set(decided.confirmed_by);
    row.confirmed_at = Set(decided.confirmed_at);
    row.refused_at = Set(decided.refused_at);
    row.refused_because = Set(decided.refused_because);
    row.version = Set(version + 1);
    let paper = row.update(write.rows()).await?;
    let action = match (paper.counts(), had_counted) {
        (true, _) => "paper_confirmed",
        (false, true) => "paper_taken_back",
        (false, false) => "paper_refused",
    };
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
    require_open(&decision, &verdict)?;
    if decision.version != version {
        return Err(Error::Conflict("star decision"));
    }
    let name = format!("OCOP {}", decision.number.as_deref().unwrap_or_default());
    let (decided, had_counted) = (Decided::new(&verdict, somebody.account_id), decision.counts());
    let mut row = decision.into_active_model();
    row.confirmed_by = Set(decided.confirmed_by);
    row.confirmed_at = Set(decided.confirmed_at);
    row.refused_at = Set(decided.refused_at);
    row.refused_because = Set(decided.refused_because);
    row.version = Set(version + 1);
    let decision = row.update(write.rows()).await?;
    let action = match (decision.counts(), had_counted) {
        (true, _) => "stars_confirmed",
        (false, true) => "stars_taken_back",
        (false, false) => "stars_refused",
    };
    let what = json!({ "star_decision": id });
    owner.date(&write).await?;
    write.record(owner.line(action).with(None, Some(what)));
    tell(app, &write, entered_by, &owner, &name, &verdict).await?;
    app.commit(write).await?;
    Ok(decision)
}

/// What waits is confirmed or refused; what was confirmed by mistake is refused later.
fn require_open(paper: &impl Entered, verdict: &Verdict) -> Result<()> {
    let is_open = match verdict {
        Verdict::Confirmed => paper.waits(),
        Verdict::Refused(_) => paper.was_entered_here() && !paper.is_refused(),
    };
    if is_open { Ok(()) } else { Err(forms::wrong("id", Problem::NotPossibleNow)) }
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
