//! Links of mails that do one thing once: confirm an address, set a new password.

use chrono::{Duration, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set};
use shared::AccountId;

use super::secrets;
use crate::{changes::Write, config::Config, entities::one_time_link, error::Result};

/// How long they hold.
const HOURS: i64 = 24;

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Confirms the address of a new account.
    ConfirmAddress,
    /// Sets a new password.
    NewPassword,
}

impl Purpose {
    fn as_str(self) -> &'static str {
        match self {
            Self::ConfirmAddress => "confirm_address",
            Self::NewPassword => "new_password",
        }
    }

    /// The page's address.
    fn place(self) -> &'static str {
        match self {
            Self::ConfirmAddress => "xac-nhan",
            Self::NewPassword => "dat-lai-mat-khau",
        }
    }
}

/// A new link of an account; earlier ones for the same purpose hold no more.
pub(super) async fn make(
    write: &Write,
    config: &Config,
    account: AccountId,
    purpose: Purpose,
) -> Result<String> {
    forget(write, account, purpose).await?;
    let token = secrets::new_token();
    let row = one_time_link::ActiveModel {
        token_hash: Set(secrets::digest_of(&token)),
        account_id: Set(account),
        purpose: Set(purpose.as_str().to_owned()),
        expires_at: Set(Utc::now() + Duration::hours(HOURS)),
    };
    one_time_link::Entity::insert(row).exec_without_returning(write.rows()).await?;
    Ok(config.address_of(&format!("/{}?ma={token}", purpose.place())))
}

/// Whose link a token is, if it still holds.
pub(super) async fn account_of(
    connection: &impl ConnectionTrait,
    token: &str,
    purpose: Purpose,
) -> Result<Option<AccountId>> {
    let link = one_time_link::Entity::find_by_id(secrets::digest_of(token))
        .filter(one_time_link::Column::Purpose.eq(purpose.as_str()))
        .filter(one_time_link::Column::ExpiresAt.gt(Utc::now()))
        .one(connection)
        .await?;
    Ok(link.map(|link| link.account_id))
}

/// Ends all links of an account for a purpose.
pub(super) async fn forget(write: &Write, account: AccountId, purpose: Purpose) -> Result<()> {
    one_time_link::Entity::delete_many()
        .filter(one_time_link::Column::AccountId.eq(account))
        .filter(one_time_link::Column::Purpose.eq(purpose.as_str()))
        .exec(write.rows())
        .await?;
    Ok(())
}
