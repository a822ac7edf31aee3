//! Who may see the scan of a paper: people of its owner and the staff who look after that. A scan may show more than the
//! paper's facts, so nobody else does.

use async_graphql::Context;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use shared::{OrganisationId, ProductId, UploadId};

use super::parts::PaperFile;
use crate::{
    accounts::{SignedIn, Viewer},
    entities::{certificate, organisation, product, star_decision, upload},
    error::{Error, Result},
    graphql::context::Ask,
};

/// The scan of a paper of a product or an organisation, for those who may see it.
pub(crate) async fn scan(
    ctx: &Context<'_>,
    file: Option<UploadId>,
    product: Option<ProductId>,
    organisation: Option<OrganisationId>,
) -> async_graphql::Result<Option<PaperFile>> {
    let Some(file) = file else { return Ok(None) };
    if !is_theirs(ctx, product, organisation).await? {
        return Ok(None);
    }
    Ok(ctx.load(file).await?.map(PaperFile::from))
}

/// Whether the viewer looks after what belongs to a product or an organisation.
pub(crate) async fn is_theirs(
    ctx: &Context<'_>,
    product: Option<ProductId>,
    organisation: Option<OrganisationId>,
) -> async_graphql::Result<bool> {
    let Ok(somebody) = ctx.signed_in() else { return Ok(false) };
    let owner = match (product, organisation) {
        (Some(product), _) => ctx.load(product).await?.ok_or(Error::NotFound("product"))?.producer_id,
        (None, Some(organisation)) => organisation,
        (None, None) => return Ok(false),
    };
    let owner = ctx.load(owner).await?.ok_or(Error::NotFound("organisation"))?;
    Ok(looks_after(somebody, &owner))
}

fn looks_after(somebody: &SignedIn, owner: &organisation::Model) -> bool {
    somebody.role_in(owner.id).is_some() || somebody.is_staff_for(owner)
}

/// Whether somebody may see an uploaded document: who put it here, and those who look after a paper it is the scan of.
pub(crate) async fn may_see_document(
    connection: &impl ConnectionTrait,
    viewer: &Viewer,
    upload: &upload::Model,
) -> Result<bool> {
    let Ok(somebody) = viewer.signed_in() else { return Ok(false) };
    if somebody.actor() == upload.created_by {
        return Ok(true);
    }
    let certificates = certificate::Entity::find().filter(certificate::Column::FileId.eq(upload.id));
    let certificates = certificates.all(connection).await?;
    let decisions = star_decision::Entity::find().filter(star_decision::Column::FileId.eq(upload.id));
    let decisions = decisions.all(connection).await?;
    let products = certificates.iter().filter_map(|paper| paper.product_id);
    let products = products.chain(decisions.iter().map(|decision| decision.product_id));
    let products =
        product::Entity::find().filter(product::Column::Id.is_in(products)).all(connection).await?;
    let owners = certificates.iter().filter_map(|paper| paper.organisation_id);
    let owners = owners.chain(products.iter().map(|product| product.producer_id));
    let owners = organisation::Entity::find().filter(organisation::Column::Id.is_in(owners));
    Ok(owners.all(connection).await?.iter().any(|owner| looks_after(somebody, owner)))
}
