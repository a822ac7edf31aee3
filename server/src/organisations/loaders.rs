//! Organisations' own side, gathered per request.

use std::{collections::HashMap, sync::Arc};

use async_graphql::dataloader::Loader;
use chrono::Utc;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::{ConsentPurpose, OrganisationId};

use super::alike;
use crate::{
    entities::{account, consent, invitation, membership, organisation, organisation_details, verification},
    graphql::loaders::{BatchError, RowLoader, Rows, failed, group},
};

/// Key: what an organisation tells us and not everybody.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct DetailsOf(pub(crate) OrganisationId);

/// Key: the consent to show its public contact.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct PublicContactConsentOf(pub(crate) OrganisationId);

/// Key: the latest request to staff.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct LatestVerificationOf(pub(crate) OrganisationId);

/// Key: who acts for it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct MembersOf(pub(crate) OrganisationId);

/// Key: the invitations that wait.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct InvitationsOf(pub(crate) OrganisationId);

/// Key: others that may be the same.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct AlikeTo(pub(crate) OrganisationId);

impl Loader<AlikeTo> for RowLoader {
    type Value = Vec<organisation::Model>;
    type Error = BatchError;

    async fn load(&self, keys: &[AlikeTo]) -> Rows<AlikeTo, Vec<organisation::Model>> {
        let ids: Vec<OrganisationId> = keys.iter().map(|key| key.0).collect();
        let found = alike::of(self.database(), &ids).await.map_err(Arc::new)?;
        Ok(found.into_iter().map(|(id, others)| (AlikeTo(id), others)).collect())
    }
}

impl Loader<DetailsOf> for RowLoader {
    type Value = Arc<organisation_details::Model>;
    type Error = BatchError;

    async fn load(&self, keys: &[DetailsOf]) -> Rows<DetailsOf, Self::Value> {
        let rows = organisation_details::Entity::find()
            .filter(organisation_details::Column::OrganisationId.is_in(keys.iter().map(|key| key.0)))
            .all(self.database().read())
            .await
            .map_err(failed)?;
        Ok(rows.into_iter().map(|row| (DetailsOf(row.organisation_id), Arc::new(row))).collect())
    }
}

impl Loader<PublicContactConsentOf> for RowLoader {
    type Value = consent::Model;
    type Error = BatchError;

    async fn load(&self, keys: &[PublicContactConsentOf]) -> Rows<PublicContactConsentOf, consent::Model> {
        let rows = consent::Entity::find()
            .filter(consent::Column::OrganisationId.is_in(keys.iter().map(|key| key.0)))
            .filter(consent::Column::Purpose.eq(ConsentPurpose::PublicContact))
            .filter(consent::Column::WithdrawnAt.is_null())
            .order_by_asc(consent::Column::Id)
            .all(self.database().read())
            .await
            .map_err(failed)?;
        let of = |row: consent::Model| Some((PublicContactConsentOf(row.organisation_id?), row));
        Ok(rows.into_iter().filter_map(of).collect())
    }
}

impl Loader<LatestVerificationOf> for RowLoader {
    type Value = verification::Model;
    type Error = BatchError;

    async fn load(&self, keys: &[LatestVerificationOf]) -> Rows<LatestVerificationOf, verification::Model> {
        let rows = verification::Entity::find()
            .filter(verification::Column::OrganisationId.is_in(keys.iter().map(|key| key.0)))
            .order_by_asc(verification::Column::Id)
            .all(self.database().read())
            .await
            .map_err(failed)?;
        // Of several the last stays.
        Ok(rows.into_iter().map(|row| (LatestVerificationOf(row.organisation_id), row)).collect())
    }
}

impl Loader<MembersOf> for RowLoader {
    type Value = Vec<(membership::Model, Arc<account::Model>)>;
    type Error = BatchError;

    async fn load(&self, keys: &[MembersOf]) -> Rows<MembersOf, Self::Value> {
        let rows = membership::Entity::find()
            .filter(membership::Column::OrganisationId.is_in(keys.iter().map(|key| key.0)))
            .order_by_asc(membership::Column::Since)
            .all(self.database().read())
            .await
            .map_err(failed)?;
        let accounts = account::Entity::find()
            .filter(account::Column::Id.is_in(rows.iter().map(|row| row.account_id)))
            .all(self.database().read())
            .await
            .map_err(failed)?;
        let accounts: HashMap<_, _> =
            accounts.into_iter().map(|account| (account.id, Arc::new(account))).collect();
        let of = |row: membership::Model| {
            let account = accounts.get(&row.account_id)?.clone();
            Some((MembersOf(row.organisation_id), (row, account)))
        };
        Ok(group(rows.into_iter().filter_map(of)))
    }
}

impl Loader<InvitationsOf> for RowLoader {
    type Value = Vec<invitation::Model>;
    type Error = BatchError;

    async fn load(&self, keys: &[InvitationsOf]) -> Rows<InvitationsOf, Vec<invitation::Model>> {
        let rows = invitation::Entity::find()
            .filter(invitation::Column::OrganisationId.is_in(keys.iter().map(|key| key.0)))
            .filter(invitation::Column::ExpiresAt.gt(Utc::now()))
            .order_by_asc(invitation::Column::InvitedAt)
            .all(self.database().read())
            .await
            .map_err(failed)?;
        Ok(group(rows.into_iter().map(|row| (InvitationsOf(row.organisation_id), row))))
    }
}
