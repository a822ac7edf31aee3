//! Links of mails that answer a proposal with one tap. The token is known to the mail only; the table has its digest, and
//! for whom it answers. A link answers once: afterwards nobody waits for that side any more. Opening it only shows what is
//! asked, since programs that look for bad mails open links, too.

use chrono::Utc;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use shared::{AccountId, IntroductionId, TradeParty};

use crate::{
    accounts::{digest_of, new_token},
    changes::Write,
    config::Config,
    entities::{account, answer_link, introduction, membership},
    error::Result,
};

/// Links of one INSERT; five values each, below the limit of both databases.
const AT_ONCE: usize = 5_000;

/// A new link for somebody of a side, to be written, and its address.
pub(crate) fn make(
    config: &Config,
    introduction: &introduction::Model,
    account: AccountId,
    party: TradeParty,
) -> (answer_link::ActiveModel, String) {
    let token = new_token();
    let row = answer_link::ActiveModel {
        token_hash: Set(digest_of(&token)),
        introduction_id: Set(introduction.id),
        account_id: Set(account),
        party: Set(party),
        expires_at: Set(introduction.answer_by),
    };
    (row, config.address_of(&format!("/tra-loi?ma={token}")))
}

/// Where both sides and staff look at an introduction.
pub(crate) fn address(config: &Config, id: IntroductionId) -> String {
    config.address_of(&format!("/ket-noi/gioi-thieu/{id}"))
}

/// Writes new links.
pub(crate) async fn keep(write: &Write, links: Vec<answer_link::ActiveModel>) -> Result<()> {
    for some in links.chunks(AT_ONCE) {
        let rows = some.iter().cloned();
        answer_link::Entity::insert_many(rows).exec_without_returning(write.rows()).await?;
    }
    Ok(())
}

/// The link of a token, while it holds: in time, and as long as its account may sign in and acts for the side.
pub(super) async fn find(
    connection: &impl ConnectionTrait,
    token: &str,
) -> Result<Option<answer_link::Model>> {
    let link = answer_link::Entity::find_by_id(digest_of(token))
        .filter(answer_link::Column::ExpiresAt.gt(Utc::now()))
        .one(connection)
        .await?;
    let Some(link) = link else { return Ok(None) };
    let account = account::Entity::find_by_id(link.account_id)
        .filter(account::Column::DisabledAt.is_null())
        .one(connection)
        .await?;
    let about = introduction::Entity::find_by_id(link.introduction_id).one(connection).await?;
    let (Some(_), Some(about)) = (account, about) else { return Ok(None) };
    let side = match link.party {
        TradeParty::Retailer => about.retailer_id,
        _ => about.producer_id,
    };
    let member = membership::Entity::find_by_id((link.account_id, side)).one(connection).await?;
    Ok(member.map(|_| link))
}

/// Forgets links that hold no more.
pub(crate) async fn forget_ended(write: &Write) -> Result<u64> {
    let ended = answer_link::Column::ExpiresAt.lte(Utc::now());
    Ok(answer_link::Entity::delete_many().filter(ended).exec(write.rows()).await?.rows_affected)
}
