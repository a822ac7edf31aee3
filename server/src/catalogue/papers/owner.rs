//! Whose paper it is. Papers are parts of a product or an organisation: who may enter and who may confirm them follows
//! from that, and so does the line of the log that tells of them.

use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel};
use shared::{OrganisationId, ProductId};

use crate::{
    accounts::SignedIn,
    catalogue::{find, require_own},
    changes::{Line, Write},
    entities::{organisation, product},
    error::{Error, Result},
    organisations,
};

/// Whose paper it is: a product's, or an organisation's as a whole.
pub(super) struct Owner {
    pub(super) product: Option<product::Model>,
    /// The organisation itself, or the producer.
    pub(super) organisation: organisation::Model,
}

impl Owner {
    /// The owner, for somebody who may enter papers of it.
    pub(super) async fn own(
        connection: &impl ConnectionTrait,
        somebody: &SignedIn,
        product: Option<ProductId>,
        organisation: Option<OrganisationId>,
    ) -> Result<Self> {
        match (product, organisation) {
            (Some(id), _) => {
                let (product, organisation) = require_own(connection, somebody, id).await?;
                Ok(Self { product: Some(product), organisation })
            }
            (None, Some(id)) => {
                somebody.require_member(id)?;
                Ok(Self { product: None, organisation: organisations::require(connection, id).await? })
            }
            (None, None) => Err(Error::NotFound("certificate")),
        }
    }

    /// The owner, for staff who may decide on papers of it: not their own.
    pub(super) async fn for_staff(
        connection: &impl ConnectionTrait,
        somebody: &SignedIn,
        product: Option<ProductId>,
        organisation: Option<OrganisationId>,
    ) -> Result<Self> {
        let owner = match (product, organisation) {
            (Some(id), _) => {
                let (product, organisation) = find(connection, id).await?;
                Self { product: Some(product), organisation }
            }
            (None, Some(id)) => {
                Self { product: None, organisation: organisations::require(connection, id).await? }
            }
            (None, None) => return Err(Error::NotFound("certificate")),
        };
        somebody.require_staff_for(&owner.organisation)?;
        if somebody.role_in(owner.organisation.id).is_some() {
            return Err(Error::Forbidden);
        }
        Ok(owner)
    }

    /// What people call it.
    pub(super) fn name(&self) -> &str {
        self.product.as_ref().map_or(&self.organisation.name, |product| &product.name)
    }

    /// Where its people look after its papers.
    pub(super) fn address(&self) -> String {
        let organisation = format!("/to-chuc/{}", self.organisation.id);
        match &self.product {
            Some(product) => format!("{organisation}/san-pham/{}?phan=giay-to", product.id),
            None => organisation,
        }
    }

    /// A line of the log about it.
    pub(super) fn line(&self, action: &'static str) -> Line {
        match &self.product {
            Some(product) => Line::of("product", product.id, action),
            None => Line::of("organisation", self.organisation.id, action),
        }
    }

    /// An edit of a paper is one of its owner, so that a newer public file leaves both alone.
    pub(super) async fn touch(&self, write: &Write) -> Result<()> {
        match &self.product {
            Some(product) => {
                let mut row = product.clone().into_active_model();
                row.touch();
                row.update(write.rows()).await?;
            }
            None => {
                let mut row = self.organisation.clone().into_active_model();
                row.touch();
                row.update(write.rows()).await?;
            }
        }
        Ok(())
    }
}
