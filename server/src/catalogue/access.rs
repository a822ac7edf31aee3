//! Who may see the scan of a paper: people of its owner and the staff who look after that. A scan may show more than the
//! paper's facts, so nobody else does.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::find;
use crate::{
    accounts::Viewer,
    entities::{certificate, upload},
    error::Result,
    organisations,
};

/// Whether somebody may see the scan of a paper.
pub(crate) async fn may_see(
    connection: &impl ConnectionTrait,
    viewer: &Viewer,
    paper: &certificate::Model,
) -> Result<bool> {
    let Ok(somebody) = viewer.signed_in() else { return Ok(false) };
    let owner = match (paper.product_id, paper.organisation_id) {
        (Some(product), _) => find(connection, product).await?.1,
        (None, Some(organisation)) => organisations::require(connection, organisation).await?,
        (None, None) => return Ok(false),
    };
    Ok(somebody.role_in(owner.id).is_some() || somebody.is_staff_for(&owner))
}

/// Whether somebody may see an uploaded document: who put it here, and those who may see a paper it is the scan of.
pub(crate) async fn may_see_document(
    connection: &impl ConnectionTrait,
    viewer: &Viewer,
    upload: &upload::Model,
) -> Result<bool> {
    let Ok(somebody) = viewer.signed_in() else { return Ok(false) };
    if somebody.actor() == upload.created_by {
        return Ok(true);
    }
    let papers = certificate::Entity::find().filter(certificate::Column::FileId.eq(upload.id));
    for paper in papers.all(connection).await? {
        if may_see(connection, viewer, &paper).await? {
            return Ok(true);
        }
    }
    Ok(false)
}
