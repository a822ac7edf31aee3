//! Who acts for an organisation: owners invite by mail, change roles and take people out; anybody may leave. There is
//! always an owner.

use std::sync::Arc;

use chrono::{Duration, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, Set, sea_query::OnConflict,
};
use serde_json::json;
use shared::{AccountId, InvitationId, MemberRole, OrganisationId, Problem, limits};

use super::require;
use crate::{
    accounts::{Caller, SignedIn, digest_of, new_token},
    app::App,
    changes::{Line, Write},
    entities::{account, invitation, membership, organisation},
    error::{Error, Result},
    forms::{self, Form},
    mail::{self, letters},
};

/// How long an invitation holds.
const DAYS: i64 = 14;

/// Makes an account a member; one that is a member already keeps the role it has.
pub(super) async fn add(
    write: &Write,
    account: AccountId,
    organisation: OrganisationId,
    role: MemberRole,
) -> Result<()> {
    let row = membership::ActiveModel {
        account_id: Set(account),
        organisation_id: Set(organisation),
        role: Set(role),
        since: Set(Utc::now()),
    };
    let both = [membership::Column::AccountId, membership::Column::OrganisationId];
    let keep = OnConflict::columns(both).do_nothing().to_owned();
    membership::Entity::insert(row).on_conflict(keep).exec_without_returning(write.rows()).await?;
    Ok(())
}

/// Invites somebody by mail.
pub(super) async fn invite(
    app: &Arc<App>,
    caller: &Caller,
    somebody: &SignedIn,
    id: OrganisationId,
    email: &str,
    role: MemberRole,
) -> Result<organisation::Model> {
    let mut form = Form::default();
    let email = form.optional_email("email", Some(email));
    let Some(email) = email else {
        form.wrong("email", Problem::Missing);
        form.finish()?;
        return Err(Error::NotFound("mail address"));
    };
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let row = require(write.rows(), id).await?;
    somebody.require_owner(id)?;
    app.throttle.mail(&email.key(), caller.address)?;
    let members =
        membership::Entity::find().filter(membership::Column::OrganisationId.eq(id)).count(write.rows());
    let open =
        invitation::Entity::find().filter(invitation::Column::OrganisationId.eq(id)).count(write.rows());
    if (members.await? + open.await?) as usize >= limits::MEMBERS {
        return Err(forms::wrong("organisation", Problem::NotPossibleNow));
    }
    // A second invitation of the same person takes the place of the first.
    invitation::Entity::delete_many()
        .filter(invitation::Column::OrganisationId.eq(id))
        .filter(invitation::Column::Email.eq(email.as_str()))
        .exec(write.rows())
        .await?;
    let (token, now) = (new_token(), Utc::now());
    let invited = invitation::ActiveModel {
        id: Set(InvitationId::new()),
        organisation_id: Set(id),
        email: Set(email.as_str().to_owned()),
        role: Set(role),
        token_hash: Set(digest_of(&token)),
        invited_by: Set(somebody.account_id),
        invited_at: Set(now),
        expires_at: Set(now + Duration::days(DAYS)),
    };
    invitation::Entity::insert(invited).exec_without_returning(write.rows()).await?;
    let by = account::Entity::find_by_id(somebody.account_id).one(write.rows()).await?;
    let by = by.map(|account| account.name).unwrap_or_default();
    let link = app.config.address_of(&format!("/loi-moi?ma={token}"));
    mail::post(&write, email.as_str(), letters::invitation(&row.name, &by, &link, DAYS)).await?;
    let what = json!({ "email": email.masked(), "role": role });
    write.record(Line::of("organisation", id, "member_invited").with(None, Some(what)));
    write.commit().await?;
    Ok(row)
}

/// An invitation that still holds, by the token of its link.
pub(super) async fn find_invitation(
    connection: &impl ConnectionTrait,
    token: &str,
) -> Result<Option<invitation::Model>> {
    let query = invitation::Entity::find()
        .filter(invitation::Column::TokenHash.eq(digest_of(token)))
        .filter(invitation::Column::ExpiresAt.gt(Utc::now()));
    Ok(query.one(connection).await?)
}

/// Takes an invitation back.
pub(super) async fn revoke(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: InvitationId,
) -> Result<organisation::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let found = invitation::Entity::find_by_id(id).one(write.rows()).await?;
    let found = found.filter(|invitation| somebody.role_in(invitation.organisation_id).is_some());
    let invitation = found.ok_or(Error::NotFound("invitation"))?;
    somebody.require_owner(invitation.organisation_id)?;
    let row = require(write.rows(), invitation.organisation_id).await?;
    invitation::Entity::delete_by_id(id).exec(write.rows()).await?;
    write.record(Line::of("organisation", row.id, "invitation_revoked"));
    write.commit().await?;
    Ok(row)
}

/// Joins an organisation with the token of an invitation. Whoever has the mail may do it with the account they have.
pub(super) async fn accept(
    app: &Arc<App>,
    somebody: &SignedIn,
    token: &str,
) -> Result<(OrganisationId, MemberRole)> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let invitation = find_invitation(write.rows(), token).await?;
    let invitation = invitation.ok_or_else(|| forms::wrong("token", Problem::LinkInvalid))?;
    if somebody.memberships.len() >= limits::MEMBERSHIPS {
        return Err(forms::wrong("token", Problem::NotPossibleNow));
    }
    let (id, role) = (invitation.organisation_id, invitation.role);
    add(&write, somebody.account_id, id, role).await?;
    invitation::Entity::delete_by_id(invitation.id).exec(write.rows()).await?;
    let what = json!({ "account": somebody.account_id, "role": role });
    write.record(Line::of("organisation", id, "member_joined").with(None, Some(what)));
    write.commit().await?;
    Ok((id, somebody.role_in(id).unwrap_or(role)))
}

/// Gives a member another role, or takes them out; members may take out themselves.
pub(super) async fn change(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: OrganisationId,
    account: AccountId,
    role: Option<MemberRole>,
) -> Result<organisation::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let row = require(write.rows(), id).await?;
    let leaves = role.is_none() && account == somebody.account_id;
    if leaves {
        somebody.require_member(id)?;
    } else {
        somebody.require_owner(id)?;
    }
    let found = membership::Entity::find_by_id((account, id)).one(write.rows()).await?;
    let member = found.ok_or(Error::NotFound("member"))?;
    let others = membership::Entity::find()
        .filter(membership::Column::OrganisationId.eq(id))
        .filter(membership::Column::Role.eq(MemberRole::Owner))
        .filter(membership::Column::AccountId.ne(account))
        .count(write.rows())
        .await?;
    if others == 0 && role != Some(MemberRole::Owner) {
        return Err(forms::wrong("account", Problem::NotPossibleNow));
    }
    let before = json!({ "account": account, "role": member.role });
    match role {
        Some(role) => {
            let mut changed = member.into_active_model();
            changed.role = Set(role);
            changed.update(write.rows()).await?;
        }
        None => _ = membership::Entity::delete_by_id((account, id)).exec(write.rows()).await?,
    }
    let after = json!({ "account": account, "role": role });
    write.record(Line::of("organisation", id, "member_changed").with(Some(before), Some(after)));
    write.commit().await?;
    Ok(row)
}
