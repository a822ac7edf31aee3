//! Deleting what is personal of an account. The account itself stays as an empty name for what it did: the log of
//! changes is an obligation of its own, and holds nothing personal.

use chrono::Utc;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, Set,
};
use shared::{AccountId, MemberRole, Problem};

use crate::{
    changes::{Line, Write},
    entities::{
        account, account_unit, answer_link, conversation_reader, delivery_link, invitation, membership,
        notification, one_time_link, session,
    },
    error::{Error, Result},
    forms,
};

/// What stands in place of a name.
const NOBODY: &str = "(đã xoá)";

/// Deletes it. Not while an organisation would be left without an owner: that is to be settled first.
pub(super) async fn delete(write: &mut Write, id: AccountId) -> Result<()> {
    let rows = write.rows();
    let account = account::Entity::find_by_id(id).one(rows).await?.ok_or(Error::NotFound("account"))?;
    let owned = membership::Entity::find()
        .filter(membership::Column::AccountId.eq(id))
        .filter(membership::Column::Role.eq(MemberRole::Owner));
    let owned: Vec<_> = owned.all(rows).await?.into_iter().map(|row| row.organisation_id).collect();
    let other_owners = membership::Entity::find()
        .filter(membership::Column::OrganisationId.is_in(owned.iter().copied()))
        .filter(membership::Column::AccountId.ne(id))
        .filter(membership::Column::Role.eq(MemberRole::Owner));
    let kept: std::collections::HashSet<_> =
        other_owners.all(rows).await?.into_iter().map(|row| row.organisation_id).collect();
    if owned.iter().any(|organisation| !kept.contains(organisation)) {
        return Err(forms::wrong("done", Problem::NotPossibleNow));
    }
    if account.staff_role.is_some() && is_last_administrator(write, &account).await? {
        return Err(forms::wrong("done", Problem::NotPossibleNow));
    }
    session::Entity::delete_many().filter(session::Column::AccountId.eq(id)).exec(rows).await?;
    one_time_link::Entity::delete_many().filter(one_time_link::Column::AccountId.eq(id)).exec(rows).await?;
    invitation::Entity::delete_many().filter(invitation::Column::InvitedBy.eq(id)).exec(rows).await?;
    membership::Entity::delete_many().filter(membership::Column::AccountId.eq(id)).exec(rows).await?;
    account_unit::Entity::delete_many().filter(account_unit::Column::AccountId.eq(id)).exec(rows).await?;
    // What was written to another side, or confirmed with it, is theirs, too, and stays under the empty name.
    answer_link::Entity::delete_many().filter(answer_link::Column::AccountId.eq(id)).exec(rows).await?;
    notification::Entity::delete_many().filter(notification::Column::AccountId.eq(id)).exec(rows).await?;
    delivery_link::Entity::delete_many().filter(delivery_link::Column::AccountId.eq(id)).exec(rows).await?;
    let reads = conversation_reader::Column::AccountId.eq(id);
    conversation_reader::Entity::delete_many().filter(reads).exec(rows).await?;
    let nowhere = format!("{id}@deleted.invalid");
    let mut empty = account.into_active_model();
    empty.name = Set(NOBODY.to_owned());
    empty.email = Set(nowhere.clone());
    empty.email_key = Set(nowhere);
    empty.phone = Set(None);
    empty.password_hash = Set(String::new());
    empty.staff_role = Set(None);
    empty.disabled_at = Set(Some(Utc::now()));
    empty.touch();
    empty.update(rows).await?;
    for organisation in owned {
        write.record(Line::of("organisation", organisation, "member_changed"));
    }
    write.record(Line::of("account", id, "deleted"));
    Ok(())
}

async fn is_last_administrator(write: &Write, account: &account::Model) -> Result<bool> {
    if account.staff_role != Some(shared::StaffRole::Administrator) {
        return Ok(false);
    }
    let others = account::Entity::find()
        .filter(account::Column::StaffRole.eq(shared::StaffRole::Administrator))
        .filter(account::Column::DisabledAt.is_null())
        .filter(account::Column::Id.ne(account.id));
    Ok(others.count(write.rows()).await? == 0)
}
