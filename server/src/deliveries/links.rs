//! Links of mails by which somebody says with one tap what was delivered. The token is known to the mail only; the table has
//! its digest, and for whom it answers. It answers as long as the check is open, and shows what was said until then.

use chrono::Utc;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use shared::{AccountId, TradeParty};

use super::case::organisation_of;
use crate::{
    accounts::{digest_of, new_token},
    calendar,
    changes::Write,
    config::Config,
    entities::{account, agreement, delivery_check, delivery_link, membership},
    error::Result,
};

/// A new link for somebody of a side, to be written, and its address.
pub(super) fn make(
    config: &Config,
    check: &delivery_check::Model,
    account: AccountId,
    party: TradeParty,
) -> (delivery_link::ActiveModel, String) {
    let token = new_token();
    let last = check.closes_on.succ_opt().unwrap_or(check.closes_on);
    let row = delivery_link::ActiveModel {
        token_hash: Set(digest_of(&token)),
        check_id: Set(check.id),
        account_id: Set(account),
        party: Set(party),
        expires_at: Set(calendar::beginning_of(last)),
    };
    (row, config.address_of(&format!("/giao-hang?ma={token}")))
}

/// Links of one INSERT; five values each, below the limit of both databases.
const AT_ONCE: usize = 1_000;

/// Writes new links.
pub(super) async fn keep(write: &Write, links: Vec<delivery_link::ActiveModel>) -> Result<()> {
    for some in links.chunks(AT_ONCE) {
        let some = some.iter().cloned();
        delivery_link::Entity::insert_many(some).exec_without_returning(write.rows()).await?;
    }
    Ok(())
}

/// The link of a token, while it holds: in time, and as long as its account may sign in and acts for the side.
pub(super) async fn find(
    connection: &impl ConnectionTrait,
    token: &str,
) -> Result<Option<delivery_link::Model>> {
    let link = delivery_link::Entity::find_by_id(digest_of(token))
        .filter(delivery_link::Column::ExpiresAt.gt(Utc::now()))
        .one(connection)
        .await?;
    let Some(link) = link else { return Ok(None) };
    let account = account::Entity::find_by_id(link.account_id)
        .filter(account::Column::DisabledAt.is_null())
        .one(connection)
        .await?;
    let Some(check) = delivery_check::Entity::find_by_id(link.check_id).one(connection).await? else {
        return Ok(None);
    };
    let about = agreement::Entity::find_by_id(check.agreement_id).one(connection).await?;
    let side = about.and_then(|about| organisation_of(&about, link.party));
    let (Some(_), Some(side)) = (account, side) else { return Ok(None) };
    let member = membership::Entity::find_by_id((link.account_id, side)).one(connection).await?;
    Ok(member.map(|_| link))
}

/// Forgets links that hold no more.
pub(crate) async fn forget_ended(write: &Write) -> Result<u64> {
    let ended = delivery_link::Column::ExpiresAt.lte(Utc::now());
    Ok(delivery_link::Entity::delete_many().filter(ended).exec(write.rows()).await?.rows_affected)
}
