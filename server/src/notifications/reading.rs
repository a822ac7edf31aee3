//! What somebody was told of, and that they have seen it.

use chrono::Utc;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select, sea_query::Expr,
};
use shared::{AccountId, AgreementId, IntroductionId, NotificationId, TradeParty};

use crate::{
    database::Database,
    entities::{
        account, agreement, agreement_version, event_participant, introduction, membership,
        notification::{Column, Entity, Model},
    },
    error::Result,
};

/// Up to `limit` notifications of somebody after one, the newest first.
pub(super) async fn list(
    database: &Database,
    account: AccountId,
    unread_only: bool,
    after: Option<NotificationId>,
    limit: usize,
) -> Result<Vec<Model>> {
    let mut query = told(account, unread_only);
    if let Some(after) = after {
        query = query.filter(Column::Id.lt(after));
    }
    Ok(query.order_by_desc(Column::Id).limit(limit as u64).all(database.read()).await?)
}

/// How many there are.
pub(crate) async fn count(database: &Database, account: AccountId, unread_only: bool) -> Result<u64> {
    Ok(told(account, unread_only).count(database.read()).await?)
}

/// Notifications of somebody about what they may still know of: who has left a side is told no more of it.
fn told(id: AccountId, unread_only: bool) -> Select<Entity> {
    let own = membership::Entity::find()
        .select_only()
        .column(membership::Column::OrganisationId)
        .filter(membership::Column::AccountId.eq(id))
        .into_query();
    let staff = account::Entity::find()
        .select_only()
        .column(account::Column::Id)
        .filter(account::Column::Id.eq(id))
        .filter(account::Column::StaffRole.is_not_null())
        .into_query();
    let proposed = Condition::all()
        .add(introduction::Column::ProposedBy.eq(TradeParty::Staff))
        .add(introduction::Column::ProposerId.in_subquery(staff.clone()));
    let introductions = introduction::Entity::find().select_only().column(introduction::Column::Id).filter(
        Condition::any()
            .add(introduction::Column::RetailerId.in_subquery(own.clone()))
            .add(introduction::Column::ProducerId.in_subquery(own.clone()))
            .add(proposed),
    );
    let by_staff = agreement_version::Entity::find()
        .select_only()
        .column(agreement_version::Column::AgreementId)
        .filter(agreement_version::Column::Number.eq(1))
        .filter(agreement_version::Column::WrittenBy.eq(TradeParty::Staff))
        .filter(agreement_version::Column::AuthorId.in_subquery(staff))
        .into_query();
    let agreements = agreement::Entity::find().select_only().column(agreement::Column::Id).filter(
        Condition::any()
            .add(agreement::Column::RetailerId.in_subquery(own.clone()))
            .add(agreement::Column::ProducerId.in_subquery(own.clone()))
            .add(agreement::Column::Id.in_subquery(by_staff)),
    );
    let events = event_participant::Entity::find()
        .select_only()
        .column(event_participant::Column::EventId)
        .filter(event_participant::Column::OrganisationId.in_subquery(own))
        .into_query();
    let known = Condition::any()
        .add(Column::EventId.in_subquery(events))
        .add(Column::IntroductionId.in_subquery(introductions.into_query()))
        .add(Column::AgreementId.in_subquery(agreements.into_query()));
    let query = Entity::find().filter(Column::AccountId.eq(id)).filter(known);
    if unread_only { query.filter(Column::ReadAt.is_null()) } else { query }
}

/// Notes that somebody has seen what they were told of an introduction. What people look at is no matter of the log of
/// changes.
pub(crate) async fn mark_seen(
    rows: &impl ConnectionTrait,
    account: AccountId,
    introduction: IntroductionId,
) -> Result<()> {
    mark(rows, account, Condition::all().add(Column::IntroductionId.eq(introduction))).await
}

/// The same of an agreement.
pub(crate) async fn mark_agreement_seen(
    rows: &impl ConnectionTrait,
    account: AccountId,
    agreement: AgreementId,
) -> Result<()> {
    mark(rows, account, Condition::all().add(Column::AgreementId.eq(agreement))).await
}

/// Notes that somebody has seen some notifications, or all.
pub(super) async fn mark_read(
    database: &Database,
    account: AccountId,
    ids: Option<Vec<NotificationId>>,
) -> Result<()> {
    let which = ids.map(|ids| Condition::all().add(Column::Id.is_in(ids)));
    mark(database.write(), account, which.unwrap_or_else(Condition::all)).await
}

async fn mark(rows: &impl ConnectionTrait, account: AccountId, which: Condition) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::ReadAt, Expr::value(Utc::now()))
        .filter(Column::AccountId.eq(account))
        .filter(Column::ReadAt.is_null())
        .filter(which)
        .exec(rows)
        .await?;
    Ok(())
}
