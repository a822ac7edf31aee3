//! Introductions that somebody may know of, the latest word first.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select,
    sea_query::{Expr, Func, SelectStatement, SimpleExpr},
};
use shared::{AccountId, IntroductionId, IntroductionStatus, NeedId, OrganisationId, ProductId};

use super::standing::{as_of, is_any_of};
use crate::{
    accounts::SignedIn,
    database::Database,
    entities::{
        conversation_reader,
        introduction::{Column, Entity, Model},
        message,
    },
    error::Result,
    organisations,
};

/// The place of an introduction in the list.
pub(super) type Key = (DateTime<Utc>, IntroductionId);

/// Which introductions.
#[derive(Clone, Debug, Default)]
pub(super) struct Wanted {
    pub(super) organisation: Option<OrganisationId>,
    pub(super) need: Option<NeedId>,
    pub(super) product: Option<ProductId>,
    /// Any of these; all unless said.
    pub(super) statuses: Vec<IntroductionStatus>,
    /// Only those in which it is the reader's turn.
    pub(super) waits_for_reader: bool,
}

impl Wanted {
    fn filtered(&self, somebody: &SignedIn) -> Select<Entity> {
        let now = Utc::now();
        let mut query = Entity::find().filter(visible(somebody));
        if let Some(id) = self.organisation {
            query = query.filter(Column::RetailerId.eq(id).or(Column::ProducerId.eq(id)));
        }
        if let Some(id) = self.need {
            query = query.filter(Column::NeedId.eq(id));
        }
        if let Some(id) = self.product {
            query = query.filter(Column::ProductId.eq(id));
        }
        if !self.statuses.is_empty() {
            query = query.filter(is_any_of(self.statuses.iter().copied(), now));
        }
        if self.waits_for_reader {
            query = query.filter(waits_for(somebody, now));
        }
        query
    }

    /// Up to `limit` introductions after a place.
    pub(super) async fn list(
        &self,
        database: &Database,
        somebody: &SignedIn,
        after: Option<Key>,
        limit: usize,
    ) -> Result<Vec<Model>> {
        let mut query = self.filtered(somebody);
        if let Some((moved_at, id)) = after {
            let at_once = Column::MovedAt.eq(moved_at).and(Column::Id.lt(id));
            query = query.filter(Column::MovedAt.lt(moved_at).or(at_once));
        }
        let query = query.order_by_desc(Column::MovedAt).order_by_desc(Column::Id).limit(limit as u64);
        let (rows, now) = (query.all(database.read()).await?, Utc::now());
        Ok(rows.into_iter().map(|row| as_of(row, now)).collect())
    }

    /// How many there are.
    pub(super) async fn count(&self, database: &Database, somebody: &SignedIn) -> Result<u64> {
        Ok(self.filtered(somebody).count(database.read()).await?)
    }
}

/// What somebody may know of: introductions of their organisations, and for staff of those they look after.
fn visible(somebody: &SignedIn) -> Condition {
    let mut any = of_own(somebody);
    match somebody.units_of_staff() {
        None => any,
        Some(None) => Condition::all(),
        Some(units) => {
            for side in [Column::RetailerId, Column::ProducerId] {
                any = any.add(side.in_subquery(organisations::looked_after(units).into_query()));
            }
            any
        }
    }
}

fn of_own(somebody: &SignedIn) -> Condition {
    Condition::any()
        .add(Column::RetailerId.is_in(somebody.organisations()))
        .add(Column::ProducerId.is_in(somebody.organisations()))
}

/// Those that wait for an answer of somebody's organisations, or hold messages they have not read.
fn waits_for(somebody: &SignedIn, now: DateTime<Utc>) -> Condition {
    use IntroductionStatus::{WaitsForBoth, WaitsForProducer, WaitsForRetailer};
    let asked = |side: Column, status| {
        let of_side = Condition::all().add(side.is_in(somebody.organisations()));
        of_side.add(is_any_of([WaitsForBoth, status], now))
    };
    let own = Entity::find().select_only().column(Column::Id).filter(of_own(somebody)).into_query();
    let unread = unread_by(somebody.account_id)
        .select_only()
        .column(message::Column::IntroductionId)
        .filter(message::Column::IntroductionId.in_subquery(own))
        .into_query();
    Condition::any()
        .add(asked(Column::RetailerId, WaitsForRetailer))
        .add(asked(Column::ProducerId, WaitsForProducer))
        .add(Column::Id.in_subquery(unread))
}

/// Messages of others that somebody has not read.
pub(super) fn unread_by(account: AccountId) -> Select<message::Entity> {
    let upto: SelectStatement = conversation_reader::Entity::find()
        .select_only()
        .column(conversation_reader::Column::ReadUpto)
        .filter(conversation_reader::Column::AccountId.eq(account))
        .filter(
            Expr::col((conversation_reader::Entity, conversation_reader::Column::IntroductionId))
                .equals((message::Entity, message::Column::IntroductionId)),
        )
        .into_query();
    let upto: SimpleExpr = SimpleExpr::SubQuery(None, Box::new(upto.into()));
    message::Entity::find().filter(message::Column::AuthorId.ne(account)).filter(
        Expr::col((message::Entity, message::Column::Number)).gt(Func::coalesce([upto, Expr::value(0)])),
    )
}
