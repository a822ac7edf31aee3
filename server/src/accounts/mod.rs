//! Accounts: signing up, in and out, passwords, sessions, and what the city's people may do.
//!
//! Nobody learns here whether a mail address has an account: every answer to a stranger is the same for known and
//! unknown addresses and takes as long, and what differs is told by mail. Accounts are made by signing up and confirming
//! the address, or by `ocop user` on the server's own machine.

pub mod administration;
pub mod command;
pub(crate) mod cookie;
mod device;
pub mod graphql;
mod links;
mod loaders;
pub mod passwords;
pub mod profile;
pub(crate) mod secrets;
pub mod sessions;
pub mod sign_in;
pub mod sign_up;
pub mod throttle;
pub mod tidying;
pub mod types;
mod viewer;

use std::net::IpAddr;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use shared::{AccountId, Email};

pub use self::{
    secrets::{digest_of, new_token},
    sign_in::Begun,
    viewer::{SignedIn, Staff, Viewer},
};
use crate::{
    entities::account,
    error::{Error, Result},
};

/// Where a request comes from.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The address of the network; of the proxy's client, where one is trusted.
    pub address: IpAddr,
    /// What the browser says it is.
    pub device: String,
}

/// An account by its mail address.
pub(crate) async fn find_by_email(
    connection: &impl ConnectionTrait,
    email: &Email,
) -> Result<Option<account::Model>> {
    Ok(account::Entity::find().filter(account::Column::EmailKey.eq(email.key())).one(connection).await?)
}

/// An account that must be there.
async fn require(connection: &impl ConnectionTrait, id: AccountId) -> Result<account::Model> {
    account::Entity::find_by_id(id).one(connection).await?.ok_or(Error::NotFound("account"))
}
