//! What is on sale at a point, as its operator says it: staff say who runs a point, and its people put products on the
//! list, confirm them and take them off. Nothing is taken off by itself; what was confirmed long ago shows its age.

use std::sync::Arc;

use chrono::Utc;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, Set,
    sea_query::{Expr, OnConflict},
};
use serde_json::json;
use shared::{OrganisationId, Problem, ProductId, SalePointId, StockId, limits};

use crate::{
    accounts::SignedIn,
    app::App,
    changes::{Line, Write},
    entities::{organisation, product, sale_point, stock},
    error::{Error, Result},
    forms, organisations,
};

/// Says which organisation runs a point, or that none here does. For the staff who look after the point.
pub(super) async fn assign_operator(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: SalePointId,
    operator: Option<OrganisationId>,
) -> Result<()> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let point = require(write.rows(), id).await?;
    somebody.require_staff_of(point.ward_id.as_ref(), point.province_id.as_ref())?;
    let before = json!({ "operator_id": point.operator_id, "operator_name": point.operator_name });
    let mut row = point.into_active_model();
    row.operator_id = Set(operator);
    if let Some(operator) = operator {
        let runs = organisations::require(write.rows(), operator).await?;
        if runs.verified_at.is_none() {
            return Err(forms::wrong("organisation", Problem::NotPossibleNow));
        }
        row.operator_name = Set(Some(runs.name));
    }
    row.touch();
    let point = row.update(write.rows()).await?;
    let after = json!({ "operator_id": point.operator_id, "operator_name": point.operator_name });
    write.record(Line::of("sale_point", id, "operator_assigned").with(Some(before), Some(after)));
    app.commit(write).await
}

/// Puts published products on the list of a point, or confirms those that are on it.
pub(super) async fn put(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: SalePointId,
    products: &[ProductId],
) -> Result<()> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let operator = require_operator(write.rows(), somebody, id).await?;
    if products.is_empty() || products.len() > limits::FILTER_VALUES {
        return Err(forms::wrong("products", Problem::OutOfRange));
    }
    let known = product::Entity::find()
        .filter(product::Column::Id.is_in(products.iter().copied()))
        .filter(product::Column::PublishedAt.is_not_null());
    let unique: std::collections::HashSet<_> = products.iter().collect();
    if known.count(write.rows()).await? != unique.len() as u64 {
        return Err(forms::wrong("products", Problem::NotOffered));
    }
    let now = Utc::now();
    let rows = unique.into_iter().map(|product| stock::ActiveModel {
        id: Set(StockId::new()),
        sale_point_id: Set(id),
        product_id: Set(*product),
        goods_kind: Set(None),
        confirmed_by: Set(Some(operator.name.clone())),
        confirmed_at: Set(Some(now)),
    });
    let again = OnConflict::columns([stock::Column::SalePointId, stock::Column::ProductId])
        .update_columns([stock::Column::ConfirmedBy, stock::Column::ConfirmedAt])
        .to_owned();
    stock::Entity::insert_many(rows).on_conflict(again).exec_without_returning(write.rows()).await?;
    write.record(Line::of("sale_point", id, "stocked").with(None, Some(json!({ "products": products }))));
    app.commit(write).await
}

/// Takes products off the list of a point.
pub(super) async fn take_off(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: SalePointId,
    products: &[ProductId],
) -> Result<()> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    require_operator(write.rows(), somebody, id).await?;
    let gone = stock::Entity::delete_many()
        .filter(stock::Column::SalePointId.eq(id))
        .filter(stock::Column::ProductId.is_in(products.iter().copied()))
        .exec(write.rows())
        .await?;
    if gone.rows_affected == 0 {
        return Err(forms::wrong("products", Problem::NotOffered));
    }
    write.record(Line::of("sale_point", id, "unstocked").with(Some(json!({ "products": products })), None));
    app.commit(write).await
}

/// Says that all that is on the list of a point is still on sale.
pub(super) async fn confirm_all(app: &Arc<App>, somebody: &SignedIn, id: SalePointId) -> Result<()> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let operator = require_operator(write.rows(), somebody, id).await?;
    stock::Entity::update_many()
        .col_expr(stock::Column::ConfirmedAt, Expr::value(Utc::now()))
        .col_expr(stock::Column::ConfirmedBy, Expr::value(operator.name))
        .filter(stock::Column::SalePointId.eq(id))
        .exec(write.rows())
        .await?;
    write.record(Line::of("sale_point", id, "stock_confirmed"));
    app.commit(write).await
}

async fn require(connection: &impl ConnectionTrait, id: SalePointId) -> Result<sale_point::Model> {
    sale_point::Entity::find_by_id(id).one(connection).await?.ok_or(Error::NotFound("sale point"))
}

/// The operator of a point, for somebody who acts for it.
async fn require_operator(
    connection: &impl ConnectionTrait,
    somebody: &SignedIn,
    id: SalePointId,
) -> Result<organisation::Model> {
    let point = require(connection, id).await?;
    let operator = point.operator_id.ok_or(Error::Forbidden)?;
    somebody.require_member(operator)?;
    organisations::require(connection, operator).await
}
