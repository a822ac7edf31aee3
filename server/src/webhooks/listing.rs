//! Webhooks and what they were told, for those who may know of it.

use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use shared::{OrganisationId, WebhookDeliveryId, WebhookDeliveryState, WebhookId};

use super::require_manager;
use crate::{
    accounts::SignedIn,
    database::Database,
    entities::{
        webhook,
        webhook_delivery::{Column, Entity, Model},
    },
    error::{Error, Result},
    organisations,
};

/// Webhooks of an organisation, or of the city, in the order in which they were entered.
pub(super) async fn of(
    database: &Database,
    somebody: &SignedIn,
    organisation: Option<OrganisationId>,
) -> Result<Vec<webhook::Model>> {
    let of = match organisation {
        Some(id) => {
            organisations::require(database.read(), id).await?;
            webhook::Column::OrganisationId.eq(id)
        }
        None => webhook::Column::OrganisationId.is_null(),
    };
    require_manager(somebody, organisation)?;
    let query = webhook::Entity::find().filter(of).order_by_asc(webhook::Column::Id);
    Ok(query.all(database.read()).await?)
}

/// Which deliveries.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    webhook: Option<WebhookId>,
    state: Option<WebhookDeliveryState>,
}

impl Wanted {
    /// Those of a webhook, for whoever decides about it; without one what was given up, for staff of the city.
    pub(super) async fn by(
        database: &Database,
        somebody: &SignedIn,
        webhook: Option<WebhookId>,
        state: Option<WebhookDeliveryState>,
    ) -> Result<Self> {
        use WebhookDeliveryState::GivenUp;
        let Some(id) = webhook else {
            if !somebody.looks_after_the_city() {
                return Err(Error::Forbidden);
            }
            return match state {
                None | Some(GivenUp) => Ok(Self { webhook, state: Some(GivenUp) }),
                Some(_) => Err(Error::bad_input("state", "must be GIVEN_UP without a webhook")),
            };
        };
        super::find(database.read(), somebody, id).await?;
        Ok(Self { webhook, state })
    }

    fn filtered(self) -> Select<Entity> {
        let mut query = Entity::find();
        if let Some(id) = self.webhook {
            query = query.filter(Column::WebhookId.eq(id));
        }
        match self.state {
            None => query,
            Some(WebhookDeliveryState::Waiting) => query.filter(Column::DueAt.is_not_null()),
            Some(WebhookDeliveryState::Delivered) => query.filter(Column::DeliveredAt.is_not_null()),
            Some(WebhookDeliveryState::GivenUp) => query.filter(Column::GivenUpAt.is_not_null()),
        }
    }

    /// Up to `limit` of them after one, the newest first.
    pub(super) async fn list(
        self,
        database: &Database,
        after: Option<WebhookDeliveryId>,
        limit: usize,
    ) -> Result<Vec<(Model, webhook::Model)>> {
        let mut query = self.filtered().find_both_related(webhook::Entity);
        if let Some(after) = after {
            query = query.filter(Column::Id.lt(after));
        }
        Ok(query.order_by_desc(Column::Id).limit(limit as u64).all(database.read()).await?)
    }

    /// How many there are.
    pub(super) async fn count(self, database: &Database) -> Result<u64> {
        Ok(self.filtered().count(database.read()).await?)
    }
}
