//! Whose paper it is. Papers are parts of a product or an organisation: who may enter and who may confirm them follows
//! from that, and so does the line of the log that tells of them.

use chrono::Utc;
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{Set, Unchanged},
    ConnectionTrait,
};
use shared::{AccountId, OrganisationId, ProductId};

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
        entered_by: Option<AccountId>,
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
        let is_own =
            entered_by == Some(somebody.account_id) || somebody.role_in(owner.organisation.id).is_some();
        if is_own {
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

    /// Says when something about it last changed. Its version stays: who edits it now, and a newer public file, are no
    /// matter of its papers.
    pub(super) async fn date(&self, write: &Write) -> Result<()> {
        let now = Set(Utc::now());
        match &self.product {
            Some(product) => {
                let row =
                    product::ActiveModel { id: Unchanged(product.id), updated_at: now, ..Default::default() };
                row.update(write.rows()).await?;
            }
            None => {
                let id = Unchanged(self.organisation.id);
                let row = organisation::ActiveModel { id, updated_at: now, ..Default::default() };
                row.update(write.rows()).await?;
            }
        }
        Ok(())
    }
}
