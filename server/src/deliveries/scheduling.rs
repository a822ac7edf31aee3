//! When both sides of an agreement are asked what was delivered.

use sea_orm::ConnectionTrait;
use shared::AgreementId;

use crate::{
    entities::{agreement, agreement_version},
    error::Result,
};

/// Plans it for an agreement that holds from now on.
pub(crate) async fn schedule(
    _rows: &impl ConnectionTrait,
    _agreement: &agreement::Model,
    _version: &agreement_version::Model,
) -> Result<()> {
    Ok(())
}

/// Asks no more about an agreement that holds no longer.
pub(crate) async fn cancel(_rows: &impl ConnectionTrait, _id: AgreementId) -> Result<()> {
    Ok(())
}
