//! The log in the API; staff only.

use async_graphql::{ComplexObject, Context, ID, Json, Object, SimpleObject};
use chrono::{DateTime, Utc};
use sea_orm::EntityTrait;
use shared::{AccountId, AgreementId, IntroductionId, NeedId, ProductId, SalePointId};

use crate::{
    accounts::{SignedIn, Staff},
    agreements,
    entities::{change, need, product, sale_point},
    error::{Error, Result},
    graphql::context::{Ask, parse_id, staff},
    introductions, organisations,
};

/// One line of the log of writes.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct Change {
    /// Number of the line; larger is later.
    seq: i64,
    /// When it was written.
    at: DateTime<Utc>,
    /// Who wrote it.
    actor: String,
    /// Table of the thing: `product`, `sale_point`.
    entity: String,
    /// Its id.
    entity_id: String,
    /// What was done: `created`, `updated`, `loaded`.
    action: String,
    /// The columns that changed, as they were.
    before: Option<Json<serde_json::Value>>,
    /// The columns that changed, as they are.
    after: Option<Json<serde_json::Value>>,
}

impl From<change::Model> for Change {
    fn from(row: change::Model) -> Self {
        Self {
            seq: row.seq,
            at: row.at,
            actor: row.actor,
            entity: row.entity,
            entity_id: row.entity_id,
            action: row.action,
            before: row.before.map(Json),
            after: row.after.map(Json),
        }
    }
}

/// One line of the log of writes.
#[ComplexObject]
impl Change {
    /// The name of the person, or of the command that wrote.
    async fn actor_name(&self, ctx: &Context<'_>) -> async_graphql::Result<String> {
        let Ok(account) = self.actor.parse::<AccountId>() else { return Ok(self.actor.clone()) };
        let account = ctx.load(account).await?;
        Ok(account.map_or_else(|| self.actor.clone(), |account| account.name.clone()))
    }
}

/// Queries for the log.
#[derive(Default)]
pub struct ChangeQueries;

/// Queries for the log.
#[Object]
impl ChangeQueries {
    /// The log of one thing, newest first, at most 100 lines. For staff; officers of units read that of what is in their
    /// units.
    #[graphql(guard = "staff()", complexity = "100 * child_complexity")]
    async fn changes(&self, ctx: &Context<'_>, entity: String, id: ID) -> Result<Vec<Change>> {
        let somebody = ctx.signed_in()?;
        if matches!(somebody.staff, Some(Staff::OfUnits(_))) {
            require_theirs(ctx, somebody, &entity, &id).await?;
        }
        let lines = super::of(ctx.app().database.read(), &entity, &id).await?;
        Ok(lines.into_iter().map(Change::from).collect())
    }
}

/// Fails unless a thing is in the units of an officer.
async fn require_theirs(ctx: &Context<'_>, somebody: &SignedIn, entity: &str, id: &ID) -> Result<()> {
    let rows = ctx.app().database.read();
    let organisation = match entity {
        "organisation" => parse_id(id, "organisation")?,
        "product" => {
            let row = product::Entity::find_by_id(parse_id::<ProductId>(id, "product")?).one(rows).await?;
            row.ok_or(Error::NotFound("product"))?.producer_id
        }
        "introduction" => {
            let id: IntroductionId = parse_id(id, "introduction")?;
            return introductions::require_known(rows, somebody, id).await;
        }
        "agreement" => {
            let id: AgreementId = parse_id(id, "agreement")?;
            return agreements::require_known(rows, somebody, id).await;
        }
        "need" => {
            let row = need::Entity::find_by_id(parse_id::<NeedId>(id, "need")?).one(rows).await?;
            row.ok_or(Error::NotFound("need"))?.organisation_id
        }
        "sale_point" => {
            let row =
                sale_point::Entity::find_by_id(parse_id::<SalePointId>(id, "sale point")?).one(rows).await?;
            let row = row.ok_or(Error::NotFound("sale point"))?;
            return somebody.require_staff_of(row.ward_id.as_ref(), row.province_id.as_ref());
        }
        // Accounts and lists are no officer's.
        _ => return Err(Error::Forbidden),
    };
    somebody.require_staff_for(&organisations::require(rows, organisation).await?)
}
