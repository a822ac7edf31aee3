//! Agreements that somebody may know of, the latest word first.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select,
    sea_query::{Expr, SelectStatement},
};
use shared::{
    AdminUnitId, AgreementId, AgreementKind, AgreementStatus, EventId, IntroductionId, OrganisationId,
    ProductId, TradeParty,
};

use super::{
    search,
    stated::{Stated, is_any_of, is_latest, with_versions},
};
use crate::{
    accounts::SignedIn,
    database::Database,
    deliveries,
    entities::{
        agreement::{Column, Entity},
        agreement_line, agreement_version, organisation,
    },
    error::Result,
    organisations,
};

/// The place of an agreement in the list.
pub(super) type Key = (DateTime<Utc>, AgreementId);

/// Which agreements.
#[derive(Clone, Debug, Default)]
pub(super) struct Wanted {
    pub(super) organisation: Option<OrganisationId>,
    pub(super) introduction: Option<IntroductionId>,
    pub(super) event: Option<EventId>,
    pub(super) product: Option<ProductId>,
    /// Any of these; all unless said.
    pub(super) statuses: Vec<AgreementStatus>,
    pub(super) kinds: Vec<AgreementKind>,
    /// Signed in any of these years.
    pub(super) years: Vec<i32>,
    /// Whose producer is in any of these provinces of today.
    pub(super) provinces: Vec<AdminUnitId>,
    /// Whose producer is in any of these provinces until 30 June 2025.
    pub(super) former_provinces: Vec<AdminUnitId>,
    /// Only those in which it is the reader's turn.
    pub(super) waits_for_reader: bool,
    /// Words of the number, of product names and of the names of sides.
    pub(super) search: Option<String>,
}

impl Wanted {
    async fn filtered(&self, database: &Database, somebody: &SignedIn) -> Result<Select<Entity>> {
        let now = Utc::now();
        let mut query = Entity::find().filter(visible(somebody));
        if let Some(id) = self.organisation {
            query = query.filter(Column::RetailerId.eq(id).or(Column::ProducerId.eq(id)));
        }
        if let Some(id) = self.introduction {
            query = query.filter(Column::IntroductionId.eq(id));
        }
        if let Some(id) = self.event {
            query = query.filter(Column::EventId.eq(id));
        }
        if let Some(id) = self.product {
            query = query.filter(Column::Id.in_subquery(with_product(id)));
        }
        if !self.statuses.is_empty() {
            query = query.filter(is_any_of(self.statuses.iter().copied(), now));
        }
        if !self.kinds.is_empty() {
            query = query.filter(Column::Kind.is_in(self.kinds.iter().copied()));
        }
        if !self.years.is_empty() {
            query = query.filter(signed_in_any(&self.years));
        }
        for (side, units) in [
            (organisation::Column::ProvinceId, &self.provinces),
            (organisation::Column::FormerProvinceId, &self.former_provinces),
        ] {
            if !units.is_empty() {
                query = query.filter(Column::ProducerId.in_subquery(in_any(side, units)));
            }
        }
        if self.waits_for_reader {
            query = query.filter(waits_for(somebody, now));
        }
        if let Some(text) = &self.search {
            let found = search::matching(database, query.clone(), text).await?;
            query = query.filter(Column::Id.is_in(found));
        }
        Ok(query)
    }

    /// Up to `limit` agreements after a place.
    pub(super) async fn list(
        &self,
        database: &Database,
        somebody: &SignedIn,
        after: Option<Key>,
        limit: usize,
    ) -> Result<Vec<Stated>> {
        let mut query = self.filtered(database, somebody).await?;
        if let Some((moved_at, id)) = after {
            let at_once = Column::MovedAt.eq(moved_at).and(Column::Id.lt(id));
            query = query.filter(Column::MovedAt.lt(moved_at).or(at_once));
        }
        let query = query.order_by_desc(Column::MovedAt).order_by_desc(Column::Id).limit(limit as u64);
        with_versions(database.read(), query.all(database.read()).await?, Utc::now()).await
    }

    /// How many there are.
    pub(super) async fn count(&self, database: &Database, somebody: &SignedIn) -> Result<u64> {
        Ok(self.filtered(database, somebody).await?.count(database.read()).await?)
    }
}

/// What somebody may know of: what was sent or holds among their organisations and those they look after as staff, and
/// what they write themselves.
pub(super) fn visible(somebody: &SignedIn) -> Condition {
    let of_retailer = || Condition::all().add(Column::RetailerId.is_in(somebody.organisations()));
    let of_producer = || Condition::all().add(Column::ProducerId.is_in(somebody.organisations()));
    let mut sides = Condition::any().add(of_retailer()).add(of_producer());
    let mut own = Condition::any()
        .add(of_retailer().add(begun_by(TradeParty::Retailer)))
        .add(of_producer().add(begun_by(TradeParty::Producer)));
    if let Some(units) = somebody.units_of_staff() {
        let looked_after = match units {
            None => Condition::all(),
            Some(units) => {
                [Column::RetailerId, Column::ProducerId].into_iter().fold(Condition::any(), |any, side| {
                    any.add(side.in_subquery(organisations::looked_after(Some(units)).into_query()))
                })
            }
        };
        own = own.add(looked_after.clone().add(begun_by(TradeParty::Staff)));
        sides = sides.add(looked_after);
    }
    let was_sent = Condition::any().add(Column::ProposedAt.is_not_null()).add(Column::SignedAt.is_not_null());
    Condition::any().add(Condition::all().add(was_sent).add(sides)).add(own)
}

/// Agreements of which a party wrote the first version.
pub(super) fn begun_by(party: TradeParty) -> Condition {
    let begun = agreement_version::Entity::find()
        .select_only()
        .column(agreement_version::Column::AgreementId)
        .filter(agreement_version::Column::Number.eq(1))
        .filter(agreement_version::Column::WrittenBy.eq(party))
        .into_query();
    Condition::all().add(Column::Id.in_subquery(begun))
}

fn with_product(id: ProductId) -> SelectStatement {
    let latest = agreement_version::Entity::find()
        .select_only()
        .column(agreement_version::Column::AgreementId)
        .filter(is_latest())
        .filter(
            Expr::col((agreement_version::Entity, agreement_version::Column::Number))
                .equals((agreement_line::Entity, agreement_line::Column::VersionNumber)),
        )
        .into_query();
    agreement_line::Entity::find()
        .select_only()
        .column(agreement_line::Column::AgreementId)
        .filter(agreement_line::Column::ProductId.eq(id))
        .filter(agreement_line::Column::AgreementId.in_subquery(latest))
        .into_query()
}

/// Organisations of which a unit is any of these.
fn in_any(unit: organisation::Column, units: &[AdminUnitId]) -> SelectStatement {
    organisation::Entity::find()
        .select_only()
        .column(organisation::Column::Id)
        .filter(unit.is_in(units.iter().cloned()))
        .into_query()
}

fn signed_in_any(years: &[i32]) -> Condition {
    let first = |year: i32| NaiveDate::from_ymd_opt(year, 1, 1);
    // Of years that there are not, nothing is signed.
    let within = |year: i32| {
        let (from, until) = (first(year)?, first(year.checked_add(1)?)?);
        Some(Condition::all().add(Column::SignedOn.gte(from)).add(Column::SignedOn.lt(until)))
    };
    let nothing = Condition::any().add(Expr::value(false));
    years
        .iter()
        .filter(|year| (1..=9_999).contains(*year))
        .filter_map(|year| within(*year))
        .fold(nothing, Condition::add)
}

/// Those that wait for a confirmation of somebody's organisations, or for what was delivered.
fn waits_for(somebody: &SignedIn, now: DateTime<Utc>) -> Condition {
    use AgreementStatus::{WaitsForBoth, WaitsForProducer, WaitsForRetailer};
    let asked = |side: Column, status| {
        let of_side = Condition::all().add(side.is_in(somebody.organisations()));
        of_side.add(is_any_of([WaitsForBoth, status], now))
    };
    let delivered = |side| Column::Id.in_subquery(deliveries::waits_for(side, somebody.organisations()));
    Condition::any()
        .add(asked(Column::RetailerId, WaitsForRetailer))
        .add(asked(Column::ProducerId, WaitsForProducer))
        .add(delivered(TradeParty::Retailer))
        .add(delivered(TradeParty::Producer))
}
