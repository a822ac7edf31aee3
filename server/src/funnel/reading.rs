//! Reading the rows of the funnel: all introductions and agreements that somebody may know of, in as many statements for a
//! handful as for thousands. Who asks for one year is counted from all, since a row may begin in one year and go on in
//! another.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use chrono::{Datelike, Days, NaiveDate, Utc};
use futures::future::BoxFuture;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QueryTrait};
use shared::{
    AdminUnitId, AgreementFollows, AgreementId, AgreementStatus, DeliveryCheckState, EventId, IntroductionId,
    IntroductionStatus, OrganisationId,
};

use super::{
    counting::Row,
    path::{Agreed, Met, Path},
    survival::Life,
};
use crate::{
    calendar,
    deliveries::followed::{self, Followed},
    entities::{agreement, introduction},
    error::Result,
    introductions, organisations,
};

/// Which rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Wanted {
    /// Began in any of these years; in all unless said.
    pub(super) years: Vec<i32>,
    pub(super) event: Option<EventId>,
    /// In which this organisation is a side.
    pub(super) organisation: Option<OrganisationId>,
    /// A side of which lies in these units; all unless said.
    pub(super) units: Option<Vec<AdminUnitId>>,
}

impl Wanted {
    /// All of them, the latest first.
    pub(super) fn rows<'a>(
        &'a self,
        connection: &'a impl ConnectionTrait,
    ) -> BoxFuture<'a, Result<Vec<Row>>> {
        Box::pin(self.read(connection))
    }

    async fn read(&self, connection: &impl ConnectionTrait) -> Result<Vec<Row>> {
        let (now, today) = (Utc::now(), calendar::today());
        let met = introduction::Entity::find()
            .filter(self.of(introduction::Column::RetailerId, introduction::Column::ProducerId))
            .all(connection)
            .await?;
        let agreed = agreement::Entity::find()
            .filter(agreement::Column::RetailerId.is_not_null())
            .filter(agreement::Column::ProducerId.is_not_null())
            .filter(self.of(agreement::Column::RetailerId, agreement::Column::ProducerId))
            .order_by_asc(agreement::Column::CreatedAt)
            .order_by_asc(agreement::Column::Id)
            .all(connection)
            .await?;
        let followed = followed::of(connection, agreed).await?;
        let mut histories: BTreeMap<Root, History> = BTreeMap::new();
        for row in met {
            let root = Root::Introduction(row.id);
            histories.entry(root).or_default().met = Some(Arc::new(introductions::as_of(row, now)));
        }
        let roots = Roots::of(&followed);
        for one in followed.into_iter().filter(|one| was_sent(&one.agreement)) {
            histories.entry(roots.root(&one.agreement)).or_default().agreed.push(one);
        }
        let mut rows: Vec<Row> = histories.into_values().filter_map(|history| history.row(today)).collect();
        rows.retain(|row| self.is_meant(row));
        rows.sort_by_key(|row| std::cmp::Reverse((row.began_on, row.id)));
        Ok(rows)
    }

    fn of(&self, retailer: impl ColumnTrait, producer: impl ColumnTrait) -> Condition {
        let mut all = Condition::all();
        if let Some(id) = self.organisation {
            all = all.add(Condition::any().add(retailer.eq(id)).add(producer.eq(id)));
        }
        if let Some(units) = &self.units {
            let theirs = || organisations::looked_after(Some(units)).into_query();
            let any = Condition::any().add(retailer.in_subquery(theirs()));
            all = all.add(any.add(producer.in_subquery(theirs())));
        }
        all
    }

    fn is_meant(&self, row: &Row) -> bool {
        let is_of_year = self.years.is_empty() || self.years.contains(&row.began_on.year());
        is_of_year && self.event.is_none_or(|event| row.event == Some(event))
    }
}

/// Whether the other side knows of it.
fn was_sent(row: &agreement::Model) -> bool {
    row.proposed_at.is_some() || row.status.was_signed()
}

/// What a row begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Root {
    Introduction(IntroductionId),
    Agreement(AgreementId),
}

/// What agreements go back to.
struct Roots(HashMap<AgreementId, (Option<IntroductionId>, Option<AgreementId>)>);

impl Roots {
    fn of(all: &[Followed]) -> Self {
        let rows = all.iter().map(|one| &one.agreement);
        Self(rows.map(|row| (row.id, (row.introduction_id, row.follows_id))).collect())
    }

    /// The introduction that an agreement, or one it follows, was drafted from; or else the first of them.
    fn root(&self, row: &agreement::Model) -> Root {
        let mut id = row.id;
        // One that is followed is older: this comes to an end.
        while let Some((introduction, follows)) = self.0.get(&id) {
            if let Some(introduction) = introduction {
                return Root::Introduction(*introduction);
            }
            match follows.filter(|follows| *follows < id && self.0.contains_key(follows)) {
                Some(follows) => id = follows,
                None => break,
            }
        }
        Root::Agreement(id)
    }
}

/// An introduction with its agreements, the oldest first.
#[derive(Debug, Default)]
struct History {
    met: Option<Arc<introduction::Model>>,
    agreed: Vec<Followed>,
}

impl History {
    fn row(self, today: NaiveDate) -> Option<Row> {
        let agreed: Vec<Agreed> = self.agreed.iter().map(|one| agreed(one, today)).collect();
        let met = self
            .met
            .as_ref()
            .map(|row| Met { on: calendar::day_of(row.created_at), has_stopped: is_stopped(row.status) });
        let signed = || self.agreed.iter().filter(|one| one.agreement.status.was_signed());
        let shown = signed().next_back().or(self.agreed.last());
        let first = self.agreed.first().map(|one| &one.agreement);
        let path = Path::of(met, &agreed);
        let met_on = met.map(|met| met.on);
        let began_on = met_on.or(path.proposed.into_iter().chain(path.signed).min());
        let (retailer, producer) = match (&self.met, first) {
            (Some(row), _) => (row.retailer_id, row.producer_id),
            (None, first) => first.and_then(|row| row.retailer_id.zip(row.producer_id))?,
        };
        let line = || shown.and_then(|one| one.lines.first());
        let met_about = self.met.as_ref().map(|row| (row.product_id, row.product_name.clone()));
        let of_signed = |value: fn(&Followed, &[Followed]) -> Option<shared::Dong>| {
            let mut values = signed().filter_map(|one| value(one, &self.agreed)).peekable();
            values.peek().is_some().then(|| values.sum())
        };
        Some(Row {
            id: self.met.as_ref().map(|row| row.id.0).or(first.map(|row| row.id.0))?,
            retailer,
            producer,
            product: met_about.as_ref().map(|(id, _)| *id).or_else(|| line()?.product_id),
            product_name: met_about.map(|(_, name)| name).or_else(|| Some(line()?.product_name.clone())),
            event: shown
                .and_then(|one| one.agreement.event_id)
                .or(self.agreed.iter().find_map(|one| one.agreement.event_id)),
            began_on: began_on.or(first.map(|row| calendar::day_of(row.created_at)))?,
            promised: of_signed(|one, all| one.promised_value(&counted_days(one, all)?)),
            confirmed: of_signed(|one, _| one.confirmed_value()),
            lines_without_price: signed()
                .flat_map(|one| &one.lines)
                .filter(|line| line.price.is_none())
                .count(),
            lives: signed().filter_map(|one| life(one, today)).collect(),
            agreement: shown.map(|one| one.agreement.id),
            introduction: self.met,
            path,
        })
    }
}

fn is_stopped(status: IntroductionStatus) -> bool {
    use IntroductionStatus::{Declined, Lapsed, Withdrawn};
    matches!(status, Declined | Lapsed | Withdrawn)
}

fn agreed(one: &Followed, today: NaiveDate) -> Agreed {
    let row = &one.agreement;
    let is_followed = one.checks.iter().any(|check| match check.row.state {
        DeliveryCheckState::Upcoming | DeliveryCheckState::Asked => true,
        DeliveryCheckState::Disputed => check.row.closes_on >= today,
        _ => false,
    });
    let delivered = one.checks.iter().filter(|check| check.has_delivered());
    Agreed {
        status: row.status,
        proposed_on: row.proposed_at.map(calendar::day_of),
        signed_on: signed_on(row),
        is_renewal: row.follows_as == Some(AgreementFollows::Renewal),
        delivered_on: delivered.map(|check| check.row.ends_on).collect(),
        is_followed,
    }
}

fn signed_on(row: &agreement::Model) -> Option<NaiveDate> {
    row.signed_on.or(row.signed_at.map(calendar::day_of))
}

/// The days of a term that count: those of one that was amended only until the amendment begins, so that nothing is promised
/// twice.
fn counted_days(one: &Followed, all: &[Followed]) -> Option<std::ops::RangeInclusive<NaiveDate>> {
    let (first, last) = one.term.clone()?.into_inner();
    let amends = |other: &&Followed| {
        other.agreement.follows_id == Some(one.agreement.id)
            && other.agreement.follows_as == Some(AgreementFollows::Amendment)
            && other.agreement.status.was_signed()
    };
    let replaced = all.iter().find(amends).and_then(|other| other.term.as_ref());
    let until = replaced.and_then(|term| term.start().checked_sub_days(Days::new(1)));
    Some(first..=until.map_or(last, |until| until.min(last)))
}

/// How long a signed agreement was watched, and whether it was ended before its time then.
fn life(one: &Followed, today: NaiveDate) -> Option<Life> {
    let row = &one.agreement;
    let settled = row.settled_at.map(calendar::day_of);
    let until = match row.status {
        AgreementStatus::Signed => today,
        AgreementStatus::Ended => *one.term.as_ref()?.end(),
        _ => settled?,
    };
    let days = (until - signed_on(row)?).num_days().max(0);
    let was_terminated = row.status == AgreementStatus::Terminated;
    Some(Life { days: u32::try_from(days).ok()?, was_terminated })
}
