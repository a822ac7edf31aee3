//! What whoever has the link of a mail is shown.

use std::sync::Arc;

use async_graphql::SimpleObject;
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shared::{IntroductionStatus, TradeParty};

use super::{links, standing::as_of, terms};
use crate::{
    app::App,
    entities::{answer_link, introduction, need, organisation},
    error::{Error, Result},
    graphql::said::Said,
};

/// What a link of a mail asks, for whoever has it.
#[derive(SimpleObject)]
pub struct AnswerLink {
    /// Which side is asked.
    party: TradeParty,
    /// What is looked for; null without a need.
    need_name: Option<String>,
    /// More about it.
    need_description: Option<String>,
    /// The product.
    product_name: String,
    /// Who would buy.
    retailer_name: String,
    /// Who would deliver.
    producer_name: String,
    /// What is asked, in sentences.
    terms: Vec<Said>,
    /// Words of who proposed it.
    note: Option<String>,
    /// Until when an answer is waited for.
    answer_by: DateTime<Utc>,
    /// Where it stands.
    status: IntroductionStatus,
    /// Whether it can still be answered.
    is_open: bool,
}

impl AnswerLink {
    /// What the link of a token asks, while it holds.
    pub(super) async fn of(app: &Arc<App>, token: &str) -> Result<Option<Self>> {
        match links::find(app.database.read(), token).await? {
            Some(link) => Self::read(app, &link).await.map(Some),
            None => Ok(None),
        }
    }

    async fn read(app: &Arc<App>, link: &answer_link::Model) -> Result<Self> {
        let (rows, gone) = (app.database.read(), || Error::NotFound("introduction"));
        let row = introduction::Entity::find_by_id(link.introduction_id).one(rows).await?;
        let row = as_of(row.ok_or_else(gone)?, Utc::now());
        let sides = [row.retailer_id, row.producer_id];
        let sides =
            organisation::Entity::find().filter(organisation::Column::Id.is_in(sides)).all(rows).await?;
        let name =
            |id| sides.iter().find(|side| side.id == id).map(|side| side.name.clone()).unwrap_or_default();
        let need = match row.need_id {
            Some(id) => need::Entity::find_by_id(id).one(rows).await?,
            None => None,
        };
        Ok(Self {
            party: link.party,
            terms: need.as_ref().map(|need| terms::of(need, &app.labels())).unwrap_or_default(),
            need_description: need.and_then(|need| need.description),
            retailer_name: name(row.retailer_id),
            producer_name: name(row.producer_id),
            need_name: row.need_name,
            product_name: row.product_name,
            note: row.note,
            answer_by: row.answer_by,
            is_open: row.status.waits_for(link.party),
            status: row.status,
        })
    }
}
