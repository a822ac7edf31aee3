//! What people are told of changes while they happen: one notice for each line of the log, made once on each node after its
//! index has it, and passed on to those who may know (`subscription`).

use std::{collections::HashMap, sync::Arc};

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shared::{AccountId, AdminUnitId, NeedStatus, NeedVisibility, OrganisationId};
use tokio::sync::broadcast;
use uuid::Uuid;

use super::attending::Attending;
use crate::{
    accounts::{SignedIn, Viewer},
    app::App,
    entities::{agreement, change, event, introduction, need, organisation, product, sale_point},
    error::Result,
    events::life,
    sale_points::Register,
};

/// Lines told one by one. After more at once (a file was loaded) everybody is told to look anew.
const LINES: u64 = 500;
/// Notices kept for those who are slow to read; who is slower looks anew.
const KEPT: usize = 1_024;

/// What is done with a product and changes nothing that everybody sees.
const UNSEEN: [&str; 4] = ["answered", "stars_added", "stars_removed", "stars_refused"];
/// What is done with an organisation when somebody new acts for it.
const JOINED: [&str; 4] = ["created", "member_joined", "member_changed", "listed"];

/// What happened, and who may know.
#[derive(Clone, Debug)]
pub(crate) struct Notice {
    pub(super) seq: i64,
    pub(super) at: DateTime<Utc>,
    pub(super) entity: String,
    pub(super) entity_id: String,
    pub(super) action: String,
    audience: Audience,
}

/// Who may know of a change.
#[derive(Clone, Debug, Default)]
struct Audience {
    everybody: bool,
    verified_producers: bool,
    account: Option<AccountId>,
    /// People of any of these.
    organisations: Vec<OrganisationId>,
    /// Staff who look after what is in any of these wards or provinces; without either those of the whole city.
    staff: Vec<Place>,
}

/// A ward and a province, as far as they are known.
type Place = (Option<AdminUnitId>, Option<AdminUnitId>);

/// How much somebody may know of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Insight {
    /// That something changed.
    Outside,
    /// What was done, too.
    Inside,
}

impl Audience {
    fn everybody() -> Self {
        Self { everybody: true, staff: vec![(None, None)], ..Self::default() }
    }

    fn city_staff() -> Self {
        Self { staff: vec![(None, None)], ..Self::default() }
    }

    fn of_organisation(row: &organisation::Model) -> Self {
        let staff = vec![(row.ward_id.clone(), row.province_id.clone())];
        Self { organisations: vec![row.id], staff, ..Self::default() }
    }

    /// Those who may know of the one or of the other.
    fn with(mut self, other: Self) -> Self {
        self.organisations.extend(other.organisations);
        self.staff.extend(other.staff);
        self
    }

    fn insight(&self, viewer: &Viewer) -> Option<Insight> {
        let outside = self.everybody.then_some(Insight::Outside);
        let Ok(somebody) = viewer.signed_in() else { return outside };
        if self.is_inside(somebody) {
            return Some(Insight::Inside);
        }
        let is_trade = self.verified_producers && somebody.is_verified_producer();
        outside.or(is_trade.then_some(Insight::Outside))
    }

    fn is_inside(&self, somebody: &SignedIn) -> bool {
        let looks_after =
            |(ward, province): &Place| somebody.require_staff_of(ward.as_ref(), province.as_ref()).is_ok();
        self.account == Some(somebody.account_id)
            || self.organisations.iter().any(|id| somebody.role_in(*id).is_some())
            || self.staff.iter().any(looks_after)
    }
}

impl Notice {
    /// How much somebody may know of it; nothing for most.
    pub(super) fn insight(&self, viewer: &Viewer) -> Option<Insight> {
        self.audience.insight(viewer)
    }

    /// Whether it may change who somebody is: their account, their organisations, or that they have a new one.
    pub(super) fn is_about(&self, somebody: &SignedIn) -> bool {
        let is_of_own = self.audience.organisations.iter().any(|id| somebody.role_in(*id).is_some());
        let may_be_joined = JOINED.contains(&self.action.as_str());
        self.audience.account == Some(somebody.account_id)
            || self.entity == "*"
            || (self.entity == "organisation" && (is_of_own || may_be_joined))
    }
}

/// Passes notices on.
#[derive(Debug)]
pub(crate) struct Notices(broadcast::Sender<Arc<Notice>>);

impl Default for Notices {
    fn default() -> Self {
        Self(broadcast::Sender::new(KEPT))
    }
}

impl Notices {
    /// Hears all from now on.
    pub(super) fn subscribe(&self) -> broadcast::Receiver<Arc<Notice>> {
        self.0.subscribe()
    }

    /// Tells of the lines after one and up to another, if anybody listens; when they can't be read, that everything is to be
    /// looked at anew, so that nobody misses one.
    pub(crate) async fn tell(&self, app: &App, after: i64, upto: i64) {
        if let Err(error) = self.tell_each(app, after, upto).await {
            tracing::error!(%error, "changes could not be told one by one");
            let _ = self.0.send(Arc::new(everything(upto)));
        }
    }

    async fn tell_each(&self, app: &App, after: i64, upto: i64) -> Result<()> {
        if self.0.receiver_count() == 0 || upto <= after {
            return Ok(());
        }
        let lines = change::Entity::find()
            .filter(change::Column::Seq.gt(after))
            .filter(change::Column::Seq.lte(upto))
            .order_by_asc(change::Column::Seq)
            .limit(LINES + 1)
            .all(app.database.read())
            .await?;
        let notices =
            if lines.len() > LINES as usize { vec![everything(upto)] } else { notices(app, lines).await? };
        for notice in notices {
            // Nobody listens any more: that is no failure.
            let _ = self.0.send(Arc::new(notice));
        }
        Ok(())
    }
}

/// So much has changed that everybody looks anew.
fn everything(seq: i64) -> Notice {
    Notice {
        seq,
        at: Utc::now(),
        entity: "*".to_owned(),
        entity_id: "*".to_owned(),
        action: "changed".to_owned(),
        audience: Audience::everybody(),
    }
}

/// Lines with who may know of them, with ten statements for any number of lines.
async fn notices(app: &App, lines: Vec<change::Model>) -> Result<Vec<Notice>> {
    let rows = app.database.read();
    let ids = |entity: &str| -> Vec<Uuid> {
        let of = lines.iter().filter(|line| line.entity == entity);
        of.filter_map(|line| line.entity_id.parse().ok()).collect()
    };
    let products = product::Entity::find().filter(product::Column::Id.is_in(ids("product")));
    let products = products.all(rows).await?;
    let needs = need::Entity::find().filter(need::Column::Id.is_in(ids("need"))).all(rows).await?;
    let points = sale_point::Entity::find().filter(sale_point::Column::Id.is_in(ids("sale_point")));
    let points = points.all(rows).await?;
    let introductions = introduction::Entity::find();
    let introductions = introductions.filter(introduction::Column::Id.is_in(ids("introduction")));
    let introductions = introductions.all(rows).await?;
    let agreements = agreement::Entity::find().filter(agreement::Column::Id.is_in(ids("agreement")));
    let agreements = agreements.all(rows).await?;
    let events = event::Entity::find().filter(event::Column::Id.is_in(ids("event"))).all(rows).await?;
    let attending = Attending::of(rows, &ids).await?;
    let organisations = ids("organisation").into_iter().map(OrganisationId);
    let organisations = organisations
        .chain(products.iter().map(|row| row.producer_id))
        .chain(needs.iter().map(|row| row.organisation_id))
        .chain(introductions.iter().flat_map(|row| [row.retailer_id, row.producer_id]))
        .chain(agreements.iter().flat_map(|row| [row.retailer_id, row.producer_id]).flatten());
    let organisations = organisation::Entity::find().filter(organisation::Column::Id.is_in(organisations));
    let organisations = organisations.all(rows).await?;

    let known = Known {
        organisations: organisations.into_iter().map(|row| (row.id, row)).collect(),
        products: products.into_iter().map(|row| (row.id.to_string(), row)).collect(),
        agreements: agreements.into_iter().map(|row| (row.id.to_string(), row)).collect(),
        introductions: introductions.into_iter().map(|row| (row.id.to_string(), row)).collect(),
        needs: needs.into_iter().map(|row| (row.id.to_string(), row)).collect(),
        events: events.into_iter().map(|row| (row.id.to_string(), row)).collect(),
        attending,
        points: points.into_iter().map(|row| (row.id.to_string(), row)).collect(),
        register: app.register(),
    };
    let notice = |line: change::Model| Notice {
        audience: known.audience(&line),
        seq: line.seq,
        at: line.at,
        entity: line.entity,
        entity_id: line.entity_id,
        action: line.action,
    };
    Ok(lines.into_iter().map(notice).collect())
}

/// The rows that some lines speak of.
struct Known {
    organisations: HashMap<OrganisationId, organisation::Model>,
    products: HashMap<String, product::Model>,
    needs: HashMap<String, need::Model>,
    introductions: HashMap<String, introduction::Model>,
    agreements: HashMap<String, agreement::Model>,
    points: HashMap<String, sale_point::Model>,
    events: HashMap<String, event::Model>,
    attending: Attending,
    /// Those that everybody sees.
    register: Arc<Register>,
}

impl Known {
    fn audience(&self, line: &change::Model) -> Audience {
        let of = |id: OrganisationId| {
            self.organisations.get(&id).map_or_else(Audience::city_staff, Audience::of_organisation)
        };
        match line.entity.as_str() {
            "organisation" => line.entity_id.parse().map_or_else(|_| Audience::city_staff(), of),
            // When somebody signs in is nobody else's matter.
            "account" => Audience { account: line.entity_id.parse().ok(), ..Audience::default() },
            "product" => {
                let Some(row) = self.products.get(&line.entity_id) else { return Audience::city_staff() };
                let is_seen = row.published_at.is_some() || line.action == "hidden";
                let everybody = is_seen && !UNSEEN.contains(&line.action.as_str());
                Audience { everybody, ..of(row.producer_id) }
            }
            "need" => {
                let Some(row) = self.needs.get(&line.entity_id) else { return Audience::city_staff() };
                let mut audience = of(row.organisation_id);
                if row.status == NeedStatus::Draft {
                    audience.staff.clear();
                } else {
                    audience.verified_producers = true;
                    audience.everybody = row.visibility == NeedVisibility::Public;
                }
                audience
            }
            // Nobody else learns that two have met.
            "introduction" => {
                let row = self.introductions.get(&line.entity_id);
                row.map_or_else(Audience::city_staff, |row| of(row.retailer_id).with(of(row.producer_id)))
            }
            // Of one that was never sent nobody learns but who works on it, and their page knows that already.
            "agreement" => {
                let row = self.agreements.get(&line.entity_id);
                let sent = row.filter(|row| row.proposed_at.is_some() || row.signed_at.is_some());
                let Some(row) = sent else { return Audience::default() };
                let sides = row.retailer_id.into_iter().chain(row.producer_id).map(of);
                sides.fold(Audience::city_staff(), Audience::with)
            }
            "sale_point" => {
                let Some(row) = self.points.get(&line.entity_id) else { return Audience::city_staff() };
                Audience {
                    everybody: self.register.find(row.id).is_some(),
                    organisations: row.operator_id.into_iter().collect(),
                    staff: vec![(row.ward_id.clone(), row.province_id.clone())],
                    ..Audience::default()
                }
            }
            // What staff only plan is theirs.
            "event" => match self.events.get(&line.entity_id) {
                Some(row) if life::is_public(row) => Audience::everybody(),
                _ => Audience::city_staff(),
            },
            "event_participant" | "event_timetable" | "meeting" => {
                let organisations = self.attending.concerned(&line.entity, &line.entity_id);
                Audience { organisations, ..Audience::city_staff() }
            }
            "admin_unit" | "product_group" | "certificate_kind" | "unit" | "requirement" | "plan" => {
                Audience::everybody()
            }
            _ => Audience::city_staff(),
        }
    }
}
