//! What administrators do with accounts: who is staff, of which units, and who may not sign in any more.

use std::sync::Arc;

use chrono::Utc;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, Select, Set,
};
use serde_json::json;
use shared::{AccountId, AdminLevel, AdminUnitId, Era, Problem, StaffRole};

use super::{SignedIn, require, sessions};
use crate::{
    app::App,
    changes::{Line, Write},
    database::Database,
    entities::{account, account_unit, admin_unit},
    error::Result,
    forms,
};

/// Confirmed accounts whose name or address holds a text.
fn matching(search: Option<&str>) -> Select<account::Entity> {
    let mut accounts = account::Entity::find().filter(account::Column::ConfirmedAt.is_not_null());
    if let Some(text) = search.map(str::trim).filter(|text| !text.is_empty()) {
        let either = Condition::any()
            .add(account::Column::EmailKey.contains(text.to_lowercase()))
            .add(account::Column::Name.contains(text));
        accounts = accounts.filter(either);
    }
    accounts
}

/// Up to `limit` accounts after one, newest first.
pub(super) async fn list(
    database: &Database,
    search: Option<&str>,
    after: Option<AccountId>,
    limit: usize,
) -> Result<Vec<account::Model>> {
    let mut query = matching(search);
    if let Some(after) = after {
        query = query.filter(account::Column::Id.lt(after));
    }
    Ok(query.order_by_desc(account::Column::Id).limit(limit as u64).all(database.read()).await?)
}

/// How many there are.
pub(super) async fn count(database: &Database, search: Option<&str>) -> Result<u64> {
    Ok(matching(search).count(database.read()).await?)
}

/// Gives an account a role in the city, or takes it away; `units` are codes of wards of today, for officers only.
pub async fn set_staff_role(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: AccountId,
    role: Option<StaffRole>,
    units: &[String],
) -> Result<account::Model> {
    let is_officer = role == Some(StaffRole::UnitStaff);
    if is_officer == units.is_empty() {
        return Err(forms::wrong(
            "units",
            if is_officer { Problem::Missing } else { Problem::NotPossibleNow },
        ));
    }
    // An administrator who stops being one may leave nobody behind who is.
    if id == somebody.account_id {
        return Err(forms::wrong("account", Problem::NotPossibleNow));
    }
    let ids: Vec<AdminUnitId> =
        units.iter().map(|code| AdminUnitId::new(Era::Current, AdminLevel::Ward, code)).collect();
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let known = admin_unit::Entity::find().filter(admin_unit::Column::Id.is_in(ids.iter().cloned()));
    if known.count(write.rows()).await? != ids.len() as u64 {
        return Err(forms::wrong("units", Problem::NotOffered));
    }
    let account = require(write.rows(), id).await?;
    let before =
        json!({ "staff_role": account.staff_role, "units": sessions::units_of(write.rows(), id).await? });
    account_unit::Entity::delete_many()
        .filter(account_unit::Column::AccountId.eq(id))
        .exec(write.rows())
        .await?;
    let rows =
        ids.iter().map(|unit| account_unit::ActiveModel { account_id: Set(id), unit_id: Set(unit.clone()) });
    account_unit::Entity::insert_many(rows).exec_without_returning(write.rows()).await?;
    let mut row = account.into_active_model();
    row.staff_role = Set(role);
    row.touch();
    let account = row.update(write.rows()).await?;
    let after = json!({ "staff_role": role, "units": ids });
    write.record(Line::of("account", id, "role_set").with(Some(before), Some(after)));
    write.commit().await?;
    Ok(account)
}

/// Lets an account sign in no more, and ends its sessions; or lets it again.
pub async fn disable(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: AccountId,
    disabled: bool,
) -> Result<account::Model> {
    if id == somebody.account_id {
        return Err(forms::wrong("account", Problem::NotPossibleNow));
    }
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let account = require(write.rows(), id).await?;
    let mut row = account.into_active_model();
    row.disabled_at = Set(disabled.then(Utc::now));
    row.touch();
    let account = row.update(write.rows()).await?;
    if disabled {
        sessions::end_others(&write, id, None).await?;
    }
    write.record(Line::of("account", id, if disabled { "disabled" } else { "enabled" }));
    write.commit().await?;
    Ok(account)
}
